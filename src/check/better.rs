//! Of which result a word about a target is said, and which way the thing measured gets better.
//!
//! A word is said of the nearest result before it: in `thu 11 tháng đạt 2.200 tỷ đồng; ước cả năm
//! 2.525 tỷ đồng, vượt dự toán (2.500 tỷ đồng)` of the second. The parts of a total share its word.

use super::facts::Facts;
use super::passage::REACH;
use super::units::{is_percent, same_measure};
use super::words::text::{IN_CONTRAST, LESS_IS_BETTER, MORE_IS_BETTER};
use crate::record::{Direction, Role};

/// Whether another result, or what is expected of a longer time, stands between one and its target, outside of brackets,
/// that is no part of it: the word about the target is said of that one.
pub(super) fn is_of_another(facts: &Facts<'_>, result: usize, target: usize) -> bool {
    let own = &facts.records[result];
    let shares_word = |r: usize| {
        let other = &facts.records[r];
        other.part_of.as_deref() == Some(&own.id)
            || own.part_of.is_some() && own.part_of == other.part_of
            || own.part_of.as_deref() == Some(&other.id)
    };
    let of_other = |r: usize| {
        facts.is_level(r)
            && facts.bracket(r).is_none()
            && !shares_word(r)
            && same_measure(&facts.records[r], own)
            && matches!(facts.records[r].role, Role::Actual | Role::Target)
    };
    let in_contrast = facts
        .gap(result, target)
        .is_some_and(|(gap, passage)| passage.find(gap, IN_CONTRAST).is_some());
    in_contrast || (result + 1..target).take(BETWEEN).any(of_other)
}

/// How many figures between a result and its target are looked at.
const BETWEEN: usize = 16;

/// A growth that is told as a level: `tốc độ tăng trưởng đạt 8,2%, vượt chỉ tiêu 8%`.
pub(super) fn growth_before(facts: &Facts<'_>, target: usize) -> Option<usize> {
    let result = facts.before(target)?;
    let (record, goal) = (&facts.records[result], &facts.records[target]);
    let percents = is_percent(record) && is_percent(goal);
    (percents && facts.moved(result).is_none() && record.role == Role::Change).then_some(result)
}

/// Which way the thing measured gets better, where its words say so and nothing speaks against it.
pub(super) fn better(facts: &Facts<'_>, result: usize, target: usize) -> Option<Direction> {
    let (place, passage) = facts.place(result)?;
    let (goal, _) = facts.place(target).filter(|(p, _)| p.block == place.block)?;
    let start = passage.sentence(place.sentence).start;
    let end = goal.number.start.max(place.number.start);
    let says = |words| passage.find(start.max(end.saturating_sub(REACH))..end, words).is_some();
    if !is_percent(&facts.records[result]) {
        return None;
    }
    match (says(LESS_IS_BETTER), says(MORE_IS_BETTER)) {
        (true, false) => Some(Direction::Down),
        (false, true) => Some(Direction::Up),
        _ => None,
    }
}
