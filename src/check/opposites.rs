//! # What it tests
//! Those who came and those who did not are those who were called; valid and invalid votes are those
//! that were cast; men and women are all people.
//!
//! # Why
//! The minutes of a meeting give all three, and only two of them are counted.
//!
//! # Example
//! `được triệu tập: 86 đồng chí. Có mặt: 79 đồng chí. Vắng: 9 đồng chí` gives
//! `79 + 9 = 88, the text says 86 đồng chí`.
//!
//! # Limits
//! The three follow each other with at most one figure between, in one paragraph, in lines of a list or in rows
//! of a table, and each is called by its word alone. They count the same things and are exact. A sum that is more than a
//! quarter off means that one of them is of something else.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::print::Style;
use super::relation::{Relation, Term};
use super::units::same_measure;
use super::words::text::{
    ABSENT, ALL_PEOPLE, CALLED_TOGETHER, CAST, INVALID, MEN, NOT_VOTED, PRESENT, VALID, VOTED,
    VOTERS, WOMEN,
};
use crate::record::Modifier;
use crate::text::Tokens;
use rust_decimal::Decimal;

const KIND: &str = "complement";

/// How many figures and lines behind the whole may hold its two parts.
const FIGURES: usize = 4;
const LINES: usize = 3;

/// A whole and its two parts, by the words before each.
const SETS: &[[&[&str]; 3]] = &[
    [CALLED_TOGETHER, PRESENT, ABSENT],
    [CAST, VALID, INVALID],
    [VOTERS, VOTED, NOT_VOTED],
    [ALL_PEOPLE, MEN, WOMEN],
];

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let all = 0..facts.records.len();
    all.flat_map(|whole| SETS.iter().filter_map(move |set| one(facts, whole, *set))).collect()
}

fn one(facts: &Facts<'_>, whole: usize, [all, one, other]: [&[&str]; 3]) -> Option<Claim> {
    let total = &facts.records[whole];
    let (place, _) = facts.place(whole)?;
    if !is_called(facts, whole, all) || !is_plain(facts, whole) {
        return None;
    }
    let near = (whole + 1..facts.records.len().min(whole + 1 + FIGURES))
        .take_while(|r| facts.place(*r).is_some_and(|(p, _)| p.block <= place.block + LINES))
        .filter(|r| facts.is_prose(facts.records[*r].source.block) == facts.is_prose(place.block));
    let near: Vec<usize> =
        near.filter(|r| is_plain(facts, *r) && same_measure(&facts.records[*r], total)).collect();
    let absent = *near.iter().find(|r| is_called(facts, **r, other))?;
    let present = *near
        .iter()
        .find(|r| **r != absent && is_called(facts, **r, one) && !is_called(facts, **r, other))?;
    let parts = [present, absent];
    let [a, b] = parts.map(|r| facts.records[r].value);
    let sum = a.checked_add(b)?;
    let off = sum.checked_sub(total.value)?.abs();
    let style = Style::of(total, &[a, b, sum, total.value]);
    let (terms, said) = (style.sum(&[a, b]), style.full(total.value));
    let (verdict, detail) = match off {
        off if off.is_zero() => (Verdict::Holds, format!("{terms} = {said}")),
        off if off.checked_mul(Decimal::from(4))? > total.value => return None,
        _ => (Verdict::DoesNotHold, format!("{terms} = {}, the text says {said}", style.bare(sum))),
    };
    let relation = Relation::total(facts, &parts, Term::of(facts, whole));
    Some(facts.claim(KIND, &[whole, present, absent], verdict, detail).with(relation))
}

fn is_plain(facts: &Facts<'_>, figure: usize) -> bool {
    let record = &facts.records[figure];
    record.unit.is_some()
        && record.modifier == Modifier::Exact
        && record.of.or(record.high).is_none()
        && facts.is_level(figure)
        && facts.bracket(figure).is_none()
}

/// Whether a word stands in the clause before a figure.
fn is_called(facts: &Facts<'_>, figure: usize, words: &[&str]) -> bool {
    let said = |(range, passage): (Tokens, &Passage<'_>)| {
        let comma = range.clone().rev().find(|at| matches!(passage.text.key(*at), "," | ";"));
        passage.speaks_of(comma.unwrap_or(range.start)..range.end, words)
    };
    match facts.is_prose(facts.records[figure].source.block) {
        true => facts.lead(figure).is_some_and(said),
        false => label(facts, figure).is_some_and(said),
    }
}

/// What stands in a row before the first figure of it.
fn label<'f, 'a>(facts: &'f Facts<'a>, figure: usize) -> Option<(Tokens, &'f Passage<'a>)> {
    let (place, passage) = facts.place(figure)?;
    let before = 0..place.number.start;
    facts.figures(place.block, before.clone()).next().is_none().then_some((before, passage))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn those_who_came_and_those_who_did_not() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Đại hội triệu tập «120|đại biểu». Có mặt «113|đại biểu», vắng «9|đại biểu».",
                    "does not hold: 113 + 9 = 122, the text says 120 đại biểu",
                ),
                (
                    "Số phiếu thu vào: «350|phiếu».\nSố phiếu hợp lệ: «341|phiếu».\nSố phiếu không hợp lệ: «9|phiếu».",
                    "holds: 341 + 9 = 350 phiếu",
                ),
                (
                    "Dân số thị trấn là «9.420|người».\nNam: «4.655|người».\nNữ: «4.865|người».",
                    "does not hold: 4.655 + 4.865 = 9.520, the text says 9.420 người",
                ),
                (
                    "Dân số thị trấn là «9.420|người».\nXã Nam Hà: «4.655|người».\nXã Phụ Nữ: «4.865|người».",
                    "",
                ),
                (
                    "Đại hội triệu tập «120|đại biểu». Có mặt «113|đại biểu», «9|đại biểu» phát biểu.",
                    "",
                ),
            ],
        );
    }
}
