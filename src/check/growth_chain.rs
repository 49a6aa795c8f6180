//! # What it tests
//! A level that grew by the same share for some years is as high at the end as it says.
//!
//! # Why
//! Growth upon growth is guessed, not computed.
//!
//! # Example
//! `4,5 tỷ đồng năm 2021. Hai năm tiếp theo, năm nào cũng tăng 20% …, năm 2023 đạt 6,48 tỷ đồng`
//! gives `4,5 × (1 + 20 %)^2 = 6,48, the text says 6,48 tỷ đồng`.
//!
//! # Limits
//! The number of years stands in the sentence of the growth, with a word that says that it is that of
//! each of them; the first level is the last one before, the last one the next behind, which is no bound (`mỗi năm thêm
//! 2%, tối đa 75%`). Of two growths
//! one behind the other the years must follow each other, from that of the first level on, which may stand at the end of
//! the paragraph before, and what grows is called nothing else than that.

use super::Verdict;
use super::bounds::Bounds;
use super::called::{clause_before, colours};
use super::change_since::grows_in_real_terms;
use super::claim::Claim;
use super::facts::Facts;
use super::print::{Style, number};
use super::printed::printed_step;
use super::since::is_since_year;
use super::units::{is_percent, same_measure};
use super::when::when;
use super::words::text::{AGAIN, EACH_YEAR, OTHER_PRICES};
use super::yearly::last_length;
use crate::lexicon::CueClass;
use crate::record::{Direction, Modifier};
use rust_decimal::Decimal;

const KIND: &str = "growth_chain";

/// How many tokens may stand between the last growth and the level that it leads to, and how many more
/// that name its base (`so với năm 2022`).
const DIRECT: usize = 4;
const VERSUS: usize = 6;

/// How many figures before the growth are searched for the level that it begins with.
const LOOK_BACK: usize = 3;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let all = 1..facts.records.len();
    let each = all.clone().filter_map(|growth| one(facts, growth));
    each.chain(all.filter_map(|second| stepwise(facts, second))).collect()
}

/// `250 nghìn lượt. Năm 2022 tăng 12%, năm 2023 tăng tiếp 5%, đạt 294 nghìn lượt`: the second growth goes
/// on from the first where it is said so, or where their years follow each other.
fn stepwise(facts: &Facts<'_>, second: usize) -> Option<Claim> {
    let growth = second.checked_sub(1)?;
    let first = growth.checked_sub(1)?;
    let last = facts.after(second).filter(|last| facts.is_level(*last))?;
    let (lead, passage) = facts.lead(second)?;
    let years = [first, growth, second].map(|r| when(facts, r));
    let [Some(x), Some(y), Some(z)] = years else {
        passage.find(lead, AGAIN)?;
        return chain(facts, [first, growth, second, last])
            .filter(|claim| claim.finding.holds == Verdict::Holds);
    };
    let own_base = x.year.is_some_and(|year| is_since_year(facts, second, year));
    let sure = x.is_year_before(y) && y.is_year_before(z) && !own_base;
    let between = facts.lead(last)?.0;
    let direct = between.len() <= DIRECT + VERSUS
        && passage
            .cue_before(between.end, &[CueClass::Level, CueClass::LevelReached, CueClass::Reaching])
            .is_some();
    chain(facts, [first, growth, second, last]).filter(|_| sure && direct)
}

fn chain(facts: &Facts<'_>, [first, growth, second, last]: [usize; 4]) -> Option<Claim> {
    let [a, p, q, b] = [first, growth, second, last].map(|r| &facts.records[r]);
    let near = a.source.block + 1 >= b.source.block
        && [a, b].iter().all(|r| facts.is_prose(r.source.block))
        && facts.is_level(first)
        && same_measure(a, b);
    let plain = [a, p, q, b].iter().all(|r| r.high.or(r.of).is_none());
    if !(near && plain && is_percent(p) && is_percent(q)) || is_at_other_prices(facts, second) {
        return None;
    }
    if ![growth, second].iter().all(|r| is_of_what_was_told(facts, first, *r)) {
        return None;
    }
    let real = [first, last].iter().any(|r| grows_in_real_terms(facts, *r));
    let factor = |r: usize| {
        let share = facts.records[r].value.checked_div(Decimal::ONE_HUNDRED)?;
        match facts.moved(r)? {
            Direction::Up => Decimal::ONE.checked_add(share),
            Direction::Down => Decimal::ONE.checked_sub(share),
        }
    };
    let grown = factor(growth)?.checked_mul(factor(second)?)?;
    let value = a.value.checked_mul(grown)?;
    let slack = value.checked_div(Decimal::ONE_HUNDRED)?;
    let off = value.checked_sub(b.value)?.abs();
    let fits = off <= slack || Bounds::of(a).times(grown).agrees(Bounds::of(b)) == Verdict::Holds;
    let doubtful = off <= slack.checked_mul(Decimal::TWO)?;
    let style = Style::of(b, &[a.value, b.value]);
    let detail = format!(
        "{} grown by {} % and {} % = {}, the text says {}",
        style.bare(a.value),
        number(p.value),
        number(q.value),
        style.bare(value.round_dp(0)),
        style.full(b.value)
    );
    let verdict = match fits {
        true => Verdict::Holds,
        false if doubtful || real => return None,
        false => Verdict::DoesNotHold,
    };
    Some(facts.claim(KIND, &[last, first, growth, second], verdict, detail))
}

/// Whether a growth says of nothing else than its first level that it grew: `doanh thu đạt 120 tỷ đồng … doanh thu
/// tăng 10%`, but not `lợi nhuận tăng 10%`.
fn is_of_what_was_told(facts: &Facts<'_>, first: usize, growth: usize) -> bool {
    let (Some((clause, passage)), Some((lead, earlier)), Some((tail, _))) =
        (clause_before(facts, growth), facts.lead(first), facts.tail(first))
    else {
        return false;
    };
    let told: Vec<&str> = colours(earlier, lead.start..tail.end).collect();
    let verb = passage.last_cue(clause.clone(), &[CueClass::Rise, CueClass::Fall]);
    let name = clause.start..verb.map_or(clause.end, |(_, verb)| verb.start);
    colours(passage, name).all(|word| told.contains(&word) || AGAIN.contains(&word))
}

/// Whether the clause of a growth and the words before its first level have a word in common, or one of them has none:
/// `sản lượng 840 triệu đồng; tiền thuê máy tăng 7%` grows from another level.
fn names_it_again(facts: &Facts<'_>, first: usize, growth: usize) -> bool {
    let (Some((clause, passage)), Some((lead, earlier))) =
        (clause_before(facts, growth), facts.lead(first))
    else {
        return false;
    };
    let told: Vec<&str> = colours(earlier, lead).collect();
    let mut said = colours(passage, clause).peekable();
    told.is_empty() || said.peek().is_none() || said.any(|word| told.contains(&word))
}

/// Growth at constant prices says nothing of levels at current ones.
fn is_at_other_prices(facts: &Facts<'_>, growth: usize) -> bool {
    facts.place(growth).is_none_or(|(place, passage)| {
        passage.find(passage.sentence(place.sentence), OTHER_PRICES).is_some()
    })
}

fn one(facts: &Facts<'_>, growth: usize) -> Option<Claim> {
    let rate = &facts.records[growth];
    let way = facts.moved(growth).filter(|_| is_percent(rate) && rate.high.is_none())?;
    let (place, passage) = facts.place(growth).filter(|(p, _)| facts.is_prose(p.block))?;
    let before = passage.sentence(place.sentence).start..place.number.start;
    passage.find(before.clone(), EACH_YEAR)?;
    let years = last_length(passage, before, "năm")?;
    let last = facts.after(growth).filter(|last| facts.is_level(*last))?;
    let first = facts
        .back(growth, LOOK_BACK)
        .find(|r| facts.is_level(*r) && same_measure(&facts.records[*r], &facts.records[last]))?;
    if !names_it_again(facts, first, growth) {
        return None;
    }
    let [a, b] = [first, last].map(|r| &facts.records[r]);
    if matches!(b.modifier, Modifier::AtMost | Modifier::AtLeast) {
        return None;
    }
    let grown = |rate: Decimal| {
        let share = rate.checked_div(Decimal::ONE_HUNDRED)?;
        let factor = match way {
            Direction::Up => Decimal::ONE.checked_add(share)?,
            Direction::Down => Decimal::ONE.checked_sub(share)?,
        };
        (0..years).try_fold(Decimal::ONE, |product, _| product.checked_mul(factor))
    };
    let half = printed_step(rate) / Decimal::TWO;
    let (one, other) = (grown(rate.value - half)?, grown(rate.value + half)?);
    let meets = |factor: Decimal| Bounds::of(a).times(factor).agrees(Bounds::of(b));
    let (low, high) = if one < other { (one, other) } else { (other, one) };
    let value = a.value.checked_mul(grown(rate.value)?)?;
    let within = a.value.checked_mul(low)? <= b.value && b.value <= a.value.checked_mul(high)?;
    let fits = within || [low, high].into_iter().any(|f| meets(f) != Verdict::DoesNotHold);
    let verdict = if fits { Verdict::Holds } else { Verdict::DoesNotHold };
    let style = Style::of(b, &[a.value, b.value]);
    let sign = if way == Direction::Up { "+" } else { "-" };
    let detail = format!(
        "{} × (1 {sign} {} %)^{years} = {}, the text says {}",
        style.bare(a.value),
        number(rate.value),
        style.bare(value.round_dp(0)),
        style.full(b.value)
    );
    Some(facts.claim(KIND, &[growth, first, last], verdict, detail))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn growth_upon_growth_is_multiplied() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Năm 2019, cảng bốc dỡ «500|tấn». Năm 2020 tăng «20|%|up»%. Năm 2021 tăng «10|%|up»%, đạt «720|tấn».",
                    "does not hold: 500 grown by 20 % and 10 % = 660, the text says 720 tấn",
                ),
                (
                    "Năm 2019, cảng bốc dỡ «500|tấn». Năm 2020 tăng «20|%|up»%. Năm 2021 tăng «10|%|up»% so với năm 2020, đạt «660|tấn».",
                    "holds: 500 grown by 20 % and 10 % = 660, the text says 660 tấn",
                ),
                (
                    "Năm 2018, cảng bốc dỡ «500|tấn». Năm 2020 tăng «20|%|up»%. Năm 2021 tăng «10|%|up»%, đạt «720|tấn».",
                    "",
                ),
            ],
        );
    }
}
