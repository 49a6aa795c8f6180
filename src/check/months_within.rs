//! # What it tests
//! A month or a quarter has no more than the months or the year that it lies in; quarters that make up
//! half a year or a year make up its amount.
//!
//! # Why
//! The monthly figure is new, the cumulative one is copied from the report before.
//!
//! # Example
//! `Kim ngạch tháng 7 đạt 42 triệu USD; lũy kế 7 tháng đạt 39 triệu USD` gives
//! `42 > 39 triệu USD, of which it is a part`.
//!
//! # Limits
//! Both in one sentence or in two that follow each other, of the same thing by their words and of one
//! year. What does not add up over months (prices, wages, means, stocks) is left alone. An estimate
//! (`ước`) may be above the rest by a twentieth.

use super::Verdict;
use super::bounds::Bounds;
use super::called::same_thing;
use super::claim::Claim;
use super::facts::Facts;
use super::opening::is_sum;
use super::passage::Passage;
use super::print::Style;
use super::relation::{Relation, Term};
use super::units::{is_percent, same_measure};
use super::when::{When, when};
use super::words::text::{AMONG_THOSE, NO_FLOW};
use crate::lexicon::CueClass;
use crate::record::Modifier;
use rust_decimal::Decimal;

const KIND: &str = "part_of_time";

/// How many figures before one may belong to the same report of time.
const LOOK_BACK: usize = 4;

/// An estimate may be above by one part in so many.
const ESTIMATE: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let all = 1..facts.records.len();
    let within = all.clone().flat_map(|later| within(facts, later));
    within.chain(all.filter_map(|whole| made_up(facts, whole))).collect()
}

/// The figures before one that are of a part of its time, or of which it is a part.
fn within(facts: &Facts<'_>, later: usize) -> Option<Claim> {
    let now = flow(facts, later)?;
    facts.back(later, LOOK_BACK).filter(|r| is_near(facts, *r, later)).find_map(|earlier| {
        let then = flow(facts, earlier)?;
        let (part, whole) = match (then.is_within(now), now.is_within(then)) {
            (true, _) => (earlier, later),
            (_, true) => (later, earlier),
            _ => return None,
        };
        let alike = same_measure(&facts.records[earlier], &facts.records[later]);
        (alike && same_thing(facts, earlier, later)).then(|| compare(facts, part, whole))?
    })
}

fn compare(facts: &Facts<'_>, part: usize, whole: usize) -> Option<Claim> {
    let [one, all] = [part, whole].map(|r| &facts.records[r]);
    let style = Style::of(all, &[one.value, all.value]);
    let (one_text, all_text) = (style.bare(one.value), style.full(all.value));
    let off = one.value.checked_sub(all.value)?;
    let estimate = [one, all].iter().any(|r| r.modifier == Modifier::About);
    let over = match estimate {
        true => off.checked_mul(ESTIMATE)? > all.value,
        false => Bounds::of(one).exceeds(Bounds::of(all), false) == Verdict::Holds,
    };
    if !over {
        let detail = format!("{one_text} ≤ {all_text}");
        return (off <= Decimal::ZERO)
            .then(|| facts.claim(KIND, &[part, whole], Verdict::Holds, detail));
    }
    let detail = format!("{one_text} > {all_text}, of which it is a part");
    Some(facts.claim(KIND, &[part, whole], Verdict::DoesNotHold, detail).impossible())
}

/// `quý I đạt 20 tỷ đồng, quý II đạt 30 tỷ đồng; 6 tháng đạt 50 tỷ đồng`
fn made_up(facts: &Facts<'_>, whole: usize) -> Option<Claim> {
    let time = flow(facts, whole)?;
    let all = &facts.records[whole];
    let mut parts: Vec<usize> = Vec::new();
    let mut from = time.last;
    for part in facts.back(whole, LOOK_BACK) {
        let Some(span) = flow(facts, part).filter(|_| is_near(facts, part, whole)) else { break };
        let follows = span.last == from && span.is_within(time);
        if !follows || !same_measure(&facts.records[part], all) {
            break;
        }
        parts.insert(0, part);
        from = span.first - 1;
    }
    let exact = parts.iter().chain([&whole]).all(|r| {
        let record = &facts.records[*r];
        record.modifier == Modifier::Exact && record.high.is_none()
    });
    let told = parts.len() > 1 && from + 1 == time.first && exact;
    let named = parts.windows(2).all(|pair| same_thing(facts, pair[0], pair[1]));
    if !told || !named || !same_thing(facts, parts[0], whole) {
        return None;
    }
    let mut sum = (Decimal::ZERO, Bounds::exactly(Decimal::ZERO));
    for part in &parts {
        let record = &facts.records[*part];
        sum = (sum.0.checked_add(record.value)?, sum.1.plus(Bounds::of(record)));
    }
    let verdict = sum.1.agrees(Bounds::of(all));
    let values: Vec<Decimal> = parts.iter().map(|r| facts.records[*r].value).collect();
    let style = Style::of(all, &[sum.0, all.value]);
    let detail = format!(
        "{} = {}, the text says {}",
        style.sum(&values),
        style.bare(sum.0),
        style.full(all.value)
    );
    let relation = Relation::total(facts, &parts, Term::of(facts, whole));
    let ids: Vec<usize> = [whole].into_iter().chain(parts).collect();
    Some(facts.claim(KIND, &ids, verdict, detail).with(relation))
}

/// The months of an amount that adds up over them, and is not one of a part of what was told before.
fn flow(facts: &Facts<'_>, figure: usize) -> Option<When> {
    let (lead, passage) = facts.lead(figure)?;
    flow_of_part(facts, figure).filter(|_| passage.find(lead, AMONG_THOSE).is_none())
}

/// The months of an amount that adds up over them.
pub(super) fn flow_of_part(facts: &Facts<'_>, figure: usize) -> Option<When> {
    let record = &facts.records[figure];
    let (place, passage) = facts.place(figure).filter(|(p, _)| facts.is_prose(p.block))?;
    let sentence = passage.sentence(place.sentence);
    let amount = !is_percent(record)
        && record.unit.is_some()
        && facts.bracket(figure).is_none()
        && is_sum(facts, figure);
    let (lead, _) = facts.lead(figure).filter(|_| amount)?;
    let start = sentence.start.max(place.number.start.saturating_sub(super::passage::REACH));
    let stock = passage.find(start..place.number.start, NO_FLOW).is_some();
    let planned = passage.has(lead, &[CueClass::Plan, CueClass::Baseline]);
    when(facts, figure).filter(|_| !stock && !planned && !is_compared(passage, place.end))
}

/// Whether the words right behind a figure set it against another one.
fn is_compared(passage: &Passage<'_>, at: usize) -> bool {
    passage.cue_at(at, &[CueClass::Versus, CueClass::Baseline]).is_some()
}

pub(super) fn is_near(facts: &Facts<'_>, earlier: usize, later: usize) -> bool {
    facts
        .place(earlier)
        .zip(facts.place(later))
        .is_some_and(|((a, _), (b, _))| a.block == b.block && a.sentence + 1 >= b.sentence)
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_month_has_no_more_than_its_months() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Sản lượng điện tháng 5 đạt «64|triệu kWh». Tính chung 5 tháng đầu năm 2021, sản lượng điện đạt «58|triệu kWh».",
                    "does not hold: 64 > 58 triệu kWh, of which it is a part",
                ),
                (
                    "Trong tháng 5, huyện xảy ra «14|vụ» cháy; 5 tháng xảy ra «12|vụ» cháy.",
                    "does not hold: 14 > 12 vụ, of which it is a part",
                ),
                (
                    "Riêng quý I thu «80 tỷ|đồng»; cả năm thu «72 tỷ|đồng».",
                    "does not hold: 80 > 72 tỷ đồng, of which it is a part",
                ),
                (
                    "Doanh thu quý I đạt «21 tỷ|đồng», quý II đạt «34 tỷ|đồng»; 6 tháng đạt «57 tỷ|đồng».",
                    "holds: 34 ≤ 57 tỷ đồng\ndoes not hold: 21 + 34 = 55, the text says 57 tỷ đồng",
                ),
            ],
        );
    }

    #[test]
    fn other_things_and_times_are_no_claim() {
        assert_findings(
            super::KIND,
            &[
                ("Giá thép tháng 5 là «16 triệu|đồng»; 5 tháng là «15 triệu|đồng».", ""),
                ("Tháng 5/2020 thu «80 tỷ|đồng»; 5 tháng đầu năm 2021 thu «72 tỷ|đồng».", ""),
                ("Tháng 5 thu «80 tỷ|đồng»; 5 tháng chi «72 tỷ|đồng».", ""),
                ("Tháng 9 thu «80 tỷ|đồng»; 5 tháng đầu năm thu «72 tỷ|đồng».", ""),
            ],
        );
    }
}
