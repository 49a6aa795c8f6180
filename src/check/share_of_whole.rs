//! # What it tests
//! The share of a part follows from the part and from the whole that the text names.
//!
//! # Why
//! A share of one whole is easily written behind the name of another one.
//!
//! # Example
//! `23.480 hộ chăn nuôi, trong đó 8.218 hộ đã xây hầm biogas, chiếm 35% tổng số hộ chăn nuôi`
//! gives `8.218/23.480 = 35 %, the text says 35 %`.
//!
//! # Limits
//! The part must stand right before the share (`chiếm`, `tương đương`) or in a bracket behind it.
//! The whole is the one figure before whose words hold its name, or after `trong đó` the figure
//! that the part belongs to. Where several answer, only a share that fits one of them is told.

use super::claim::Claim;
use super::facts::Facts;
use super::fraction_percent::fits;
use super::relation::{Relation, Term};
use super::units::{is_percent, same_measure};
use super::whole::{Whole, candidates, named};
use super::{Verdict, passage::Passage};
use crate::lexicon::CueClass;
use crate::record::Role;
use rust_decimal::Decimal;

const KIND: &str = "fraction_percent";

/// How many tokens may stand between a part and its share.
const NEAR: usize = 14;

/// How many totals above a part may be meant by its share.
const LEVELS: usize = 3;

const SIGNS: &[CueClass] = &[CueClass::Share, CueClass::Equal];

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|said| one(facts, said)).collect()
}

fn one(facts: &Facts<'_>, said: usize) -> Option<Claim> {
    let percent = &facts.records[said];
    let (place, passage) = facts.place(said).filter(|(p, _)| facts.is_prose(p.block))?;
    let level = percent.role != Role::Change && facts.moved(said).is_none();
    let whole = percent.value <= Decimal::ONE_HUNDRED && percent.high.is_none();
    if !is_percent(percent) || !whole || !level {
        return None;
    }
    let whole = named(facts, said);
    let part = part_before(facts, said).or_else(|| part_behind(facts, said, &whole))?;
    let record = &facts.records[part];
    let wholes: Vec<usize> = match &whole {
        Some(Whole::Named(name)) => candidates(facts, said, name),
        Some(Whole::Told) => facts.level_before(part.min(said), part).into_iter().collect(),
        None if stands_alone(passage, place.end) => told_before(facts, part),
        None => return None,
    };
    let fitting = wholes.iter().filter(|w| {
        let whole = &facts.records[**w];
        **w != part && same_measure(record, whole) && whole.value >= record.value
    });
    let answers: Vec<(usize, (Verdict, String))> =
        fitting.filter_map(|w| Some((*w, fits(record, &facts.records[*w], percent)?))).collect();
    let holds = answers.iter().find(|(_, (verdict, _))| *verdict == Verdict::Holds);
    let only = answers.first().filter(|_| answers.len() == 1);
    let (whole, (verdict, detail)) = holds.or(only)?.clone();
    if verdict == Verdict::DoesNotHold && is_second(facts, whole) {
        return None;
    }
    let [a, b, c] = [said, part, whole].map(|figure| Term::of(facts, figure));
    let claim = facts.claim(KIND, &[part, whole, said], verdict, detail);
    Some(claim.with(Relation::percent(a, b, c)))
}

/// Whether a whole is the second of two that may be meant together: `7 người hệ cao đẳng và 287 người hệ
/// đại học, trong số này`.
fn is_second(facts: &Facts<'_>, whole: usize) -> bool {
    facts.before(whole).is_some_and(|first| {
        let joined = facts.gap(first, whole);
        same_measure(&facts.records[first], &facts.records[whole])
            && joined.is_some_and(|(gap, passage)| passage.has_mark(gap, &["và"]))
    })
}

/// `8.218 hộ đã xây hầm biogas, chiếm 35%`
fn part_before(facts: &Facts<'_>, said: usize) -> Option<usize> {
    let part = facts.before(said)?;
    let how = facts.apposed(part, said, SIGNS)?;
    let (gap, _) = facts.gap(part, said)?;
    let plain = facts.records[part].of.is_none() && !is_percent(&facts.records[part]);
    (how.tight && how.by.is_some() && gap.len() <= NEAR && plain && facts.is_level(part))
        .then_some(part)
}

/// `hơn 60% trong số đó (615 doanh nghiệp)`
fn part_behind(facts: &Facts<'_>, said: usize, whole: &Option<Whole>) -> Option<usize> {
    whole.as_ref()?;
    let part = facts.after(said)?;
    let open = facts.bracket(part).filter(|_| facts.bracket(said).is_none())?;
    let (place, _) = facts.place(part)?;
    (open + 2 >= place.number.start && facts.is_level(part)).then_some(part)
}

/// The figure that `trong đó` makes this one a part of, and the one that it is itself a part of.
fn told_before(facts: &Facts<'_>, part: usize) -> Vec<usize> {
    let among = |r: usize| {
        facts.lead(r).is_some_and(|(lead, passage)| passage.has(lead, &[CueClass::Among]))
    };
    let above = |part: &usize| {
        facts.level_before(*part, *part).filter(|whole| among(*part) && *whole + 1 == *part)
    };
    std::iter::successors(above(&part), above).take(LEVELS).collect()
}

/// Whether nothing behind the percentage names a base of its own.
fn stands_alone(passage: &Passage<'_>, end: usize) -> bool {
    matches!(passage.text.key(end), ")" | "," | ";" | "." | "")
}
