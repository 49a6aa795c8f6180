//! # What it tests
//! An amount of each head of the people follows from the whole amount and from the number of people.
//!
//! # Why
//! `bình quân đầu người` is what a reader compares; the two figures that it comes from stand beside it.
//!
//! # Example
//! `Dân số 320 nghìn người, GRDP đạt 19.200 tỷ đồng; GRDP bình quân đầu người đạt 75 triệu đồng` gives
//! `19.200.000/320.000 = 60, the text says 75 triệu đồng`.
//!
//! # Limits
//! The number of people must be called so (`dân số`), and be with the whole amount the only one of
//! its kind in the sentence and the one before. What is shared must be called as the whole is. The
//! mean of a year's people may be another than the number told, so one twentieth more or less holds,
//! and up to a tenth nothing is said.

use super::Verdict;
use super::average::{only, ratio};
use super::called::{clause_before, colours};
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::print::{Style, number};
use super::relation::{Relation, Term};
use super::units::{are_people, is_percent};
use super::words::text::{EACH_HEAD, HEAD, INHABITANTS, MIDDLE, PER_HEAD, POPULATION};
use crate::text::Tokens;
use rust_decimal::Decimal;

const KIND: &str = "average";

/// How many figures before the mean are read.
const LOOK_BACK: usize = 5;

/// How many times as far from the mean a figure may be that still holds, and of which nothing is said.
const HOLDS: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
const DOUBTFUL: Decimal = Decimal::from_parts(10, 0, 0, false, 0);

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (2..facts.records.len()).filter_map(|mean| one(facts, mean)).collect()
}

fn one(facts: &Facts<'_>, mean: usize) -> Option<Claim> {
    let said = &facts.records[mean];
    let (own, _) = facts.place(mean).filter(|(p, _)| facts.is_prose(p.block))?;
    let (clause, passage) = clause_before(facts, mean)?;
    let (cue, kind) = per_head(passage, clause.clone())?;
    if is_percent(said) || said.high.or(said.of).is_some() || !facts.is_level(mean) {
        return None;
    }
    let before: Vec<usize> = facts
        .back(mean, LOOK_BACK)
        .filter(|r| facts.place(*r).is_some_and(|(p, _)| p.sentence + 1 >= own.sentence))
        .filter(|r| facts.records[*r].high.or(facts.records[*r].of).is_none())
        .collect();
    let is_population = |r: &usize| {
        let words = clause_before(facts, *r);
        let called = words.is_some_and(|(words, own)| own.find(words, POPULATION).is_some());
        let unit = facts.records[*r].unit.as_deref().unwrap_or_default();
        are_people(&facts.records[*r]) && (called || INHABITANTS.contains(&unit))
    };
    let people = only(before.iter().copied().filter(is_population))?;
    let amount = |r: &usize| {
        let record = &facts.records[*r];
        !are_people(record) && record.per.is_none() && ratio(facts, record, said).is_some()
    };
    let total = only(before.iter().copied().filter(|r| amount(r) && facts.is_level(*r)))?;
    let (lead, earlier) = facts.lead(total)?;
    let called: Vec<&str> = colours(earlier, lead).collect();
    let mut own = colours(passage, clause.start..cue).chain(colours(passage, kind));
    let same = own.all(|word| called.contains(&word));
    let [whole, count] = [total, people].map(|r| &facts.records[r]);
    let scale = ratio(facts, whole, said).filter(|_| same)?;
    let converted = whole.value.checked_mul(scale)?;
    let value = converted.checked_div(count.value)?;
    let verdict = about(value, said.value)?;
    let style = Style::of(said, &[said.value, value]);
    let detail = format!(
        "{}/{} = {}, the text says {}",
        style.bare(converted),
        number(count.value),
        style.bare(value.round_dp(0)),
        style.full(said.value)
    );
    let [a, b, c] = [mean, total, people].map(|figure| Term::of(facts, figure));
    let relation = Relation::ratio([a, b, c], scale, Decimal::ZERO);
    Some(facts.claim(KIND, &[mean, total, people], verdict, detail).with(relation))
}

/// Whether a figure of inhabitants is about what was computed; nothing is said where it is neither near nor far, since
/// the number of people is that of another day.
pub(super) fn about(computed: Decimal, said: Decimal) -> Option<Verdict> {
    let off = computed.checked_sub(said)?.abs();
    match off {
        off if off.checked_mul(HOLDS)? <= computed => Some(Verdict::Holds),
        off if off.checked_mul(DOUBTFUL)? <= computed => None,
        _ => Some(Verdict::DoesNotHold),
    }
}

/// Where what is shared stops being called, and the words between `bình quân` and `đầu người` or behind `mỗi người dân` that call
/// it: `bình quân lương thực đầu người`, `mỗi người dân có thu nhập`.
fn per_head(passage: &Passage<'_>, clause: Tokens) -> Option<(usize, Tokens)> {
    if let Some(cue) = passage.find(clause.clone(), PER_HEAD) {
        return Some((cue.start, cue.end..cue.end));
    }
    if let Some(cue) = passage.find(clause.clone(), EACH_HEAD) {
        return Some((cue.start, cue.end..clause.end));
    }
    let mean = passage.find(clause.clone(), MIDDLE)?;
    let head = passage.find(mean.end..clause.end, HEAD)?;
    Some((mean.start, mean.end..head.start))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn each_head_has_its_part() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Tổng thu nhập của xã đạt «400 tỷ|đồng». Với dân số «8.000|người», thu nhập bình quân đầu người đạt «65 triệu|đồng/năm».",
                    "does not hold: 400.000/8.000 = 50, the text says 65 triệu đồng",
                ),
                (
                    "Dân số «8.000|người», GRDP đạt «400 tỷ|đồng»; GRDP bình quân đầu người «50 triệu|đồng/năm».",
                    "holds: 400.000/8.000 = 50, the text says 50 triệu đồng",
                ),
                (
                    "Xã có «4.000|nhân khẩu». Sản lượng lương thực đạt «2.000|tấn», bình quân lương thực đầu người đạt «620|kg/năm».",
                    "does not hold: 2.000.000/4.000 = 500, the text says 620 kg",
                ),
                (
                    "Xã có «4.000|nhân khẩu». Sản lượng thịt đạt «2.000|tấn», bình quân lương thực đầu người đạt «620|kg/năm».",
                    "",
                ),
                (
                    "Dân số «8.000|người», thu ngân sách đạt «40 tỷ|đồng»; thu nhập bình quân đầu người «50 triệu|đồng/năm».",
                    "",
                ),
                (
                    "Có «8.000|người» dự hội, GRDP đạt «400 tỷ|đồng»; GRDP bình quân đầu người «90 triệu|đồng/năm».",
                    "",
                ),
            ],
        );
    }
}
