//! # What it tests
//! So many to ten thousand inhabitants are as many as the number of them and of the people give.
//!
//! # Why
//! The rate is what a plan asks for; the two figures that it comes from stand beside it.
//!
//! # Example
//! `160.000 dân và 112 bác sĩ đang công tác, đạt 8,5 bác sĩ trên 1 vạn dân` gives
//! `112/160.000 × 10.000 = 7, the text says 8,5 bác sĩ`.
//!
//! # Limits
//! One count of them and one of the people in the sentence of the rate or in the one before. The number of
//! people is that of another day, so one twentieth more or less holds, and up to a tenth nothing is said.

use super::average::only;
use super::called::{clause_before, may_be_of_one_area};
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::per_head::about;
use super::print::{Style, number};
use super::relation::{Relation, Term};
use super::units::{are_people, same_measure};
use super::words::text::{INHABITANTS, PER_THOUSANDS, POPULATION, THOUSANDS};
use crate::record::{Modifier, Record};
use rust_decimal::Decimal;

const KIND: &str = "average";

/// How many figures before the rate are read.
const LOOK_BACK: usize = 5;

/// A rate that is so many times another one is of other people.
const FAR: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (2..facts.records.len()).filter_map(|rate| one(facts, rate)).collect()
}

fn one(facts: &Facts<'_>, rate: usize) -> Option<Claim> {
    let said = &facts.records[rate];
    let (own, passage) = facts.place(rate).filter(|(p, _)| facts.is_prose(p.block))?;
    let heads = of_so_many(passage, own.end)?;
    let before: Vec<usize> = facts
        .back(rate, LOOK_BACK)
        .filter(|r| facts.place(*r).is_some_and(|(p, _)| p.sentence + 1 >= own.sentence))
        .filter(|r| is_plain(&facts.records[*r]) && facts.is_level(*r))
        .collect();
    let is_population = |r: &usize| {
        let unit = facts.records[*r].unit.as_deref().unwrap_or_default();
        let called = clause_before(facts, *r)
            .is_some_and(|(words, own)| own.find(words, POPULATION).is_some());
        INHABITANTS.contains(&unit) || are_people(&facts.records[*r]) && called
    };
    let people = only(before.iter().copied().filter(is_population))?;
    let bare = Record { per: None, ..said.clone() };
    let count = only(
        before.iter().copied().filter(|r| *r != people && same_measure(&facts.records[*r], &bare)),
    )?;
    let [all, some] = [people, count].map(|r| &facts.records[r]);
    let value = some.value.checked_mul(heads)?.checked_div(all.value)?;
    let far = |a: Decimal, b: Decimal| a.checked_mul(FAR).is_none_or(|most| most < b);
    let apart = far(value, said.value) || far(said.value, value);
    if apart || !may_be_of_one_area(facts, people, count) {
        return None;
    }
    let verdict = about(value, said.value)?;
    let detail = format!(
        "{}/{} × {} = {}, the text says {}",
        number(some.value),
        number(all.value),
        number(heads),
        number(value.round_dp(2)),
        Style::of(said, &[]).full(said.value)
    );
    let exact = is_plain(said) && said.modifier == Modifier::Exact;
    let [a, b, c] = [rate, count, people].map(|figure| Term::of(facts, figure));
    let relation = Relation::ratio([a, b, c], heads, Decimal::ZERO);
    let claim = facts.claim(KIND, &[rate, count, people], verdict, detail);
    exact.then(|| claim.with(relation))
}

/// How many inhabitants a rate is of: `trên 1 vạn dân`, `/10.000 dân`.
fn of_so_many(passage: &Passage<'_>, at: usize) -> Option<Decimal> {
    let at = at + passage.says(at, PER_THOUSANDS)?;
    let (count, at) = match passage.text.key(at).replace('.', "").parse::<u32>() {
        Ok(count) => (count, at + 1),
        Err(_) => (1, at),
    };
    let scale = THOUSANDS.iter().find_map(|(word, scale)| {
        let scale: u32 = scale.parse().ok()?;
        Some((scale, passage.says(at, &[word])?))
    });
    let (scale, at) = scale.map_or((1, at), |(scale, len)| (scale, at + len));
    let heads = count.checked_mul(scale)?;
    (passage.says(at, INHABITANTS).is_some() && heads >= 1_000).then(|| Decimal::from(heads))
}

fn is_plain(record: &Record) -> bool {
    record.of.or(record.high).is_none()
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn ten_thousand_have_their_part() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Huyện có «80.000|dân» và «200|giường bệnh» giường bệnh, đạt «32|giường bệnh» giường bệnh trên 1 vạn dân.",
                    "does not hold: 200/80.000 × 10.000 = 25, the text says 32 giường bệnh",
                ),
                (
                    "Dân số «80.000|người». Huyện có «72|bác sĩ» bác sĩ, đạt «9|bác sĩ» bác sĩ/10.000 dân.",
                    "holds: 72/80.000 × 10.000 = 9, the text says 9 bác sĩ",
                ),
                (
                    "Dân số toàn tỉnh «120.000|người». Huyện có «72|bác sĩ» bác sĩ, đạt «9|bác sĩ» bác sĩ trên 1 vạn dân.",
                    "",
                ),
                (
                    "Dân số «80.000|người». Huyện có «72|y sĩ», đạt «12|bác sĩ» bác sĩ trên 1 vạn dân.",
                    "",
                ),
            ],
        );
    }
}
