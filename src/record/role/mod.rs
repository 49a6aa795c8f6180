//! What a figure says: a result, a target, a change, an attainment or a condition.
//!
//! The words nearest to the number decide first (`tăng 12%` is a change, `đạt 98% kế hoạch` an
//! attainment), then what governs the clause (`phấn đấu`, `dự kiến`: a target), else it is a
//! result.
//!
//! * `change`: rises, falls, multiples, gaps
//! * `attainment`: shares of a plan or of an earlier level
//! * `condition`: bounds that say which cases are meant
//! * `aim`: what is planned, forecast or granted
//! * `allotted`: what is set aside, or granted by a rule
//! * `govern`: whether an aim or something done governs a clause

mod aim;
mod allotted;
mod attainment;
mod change;
mod condition;
mod govern;

pub(super) use govern::means_new;

use super::context::{self, Left, Stop};
use super::frame::Frame;
use crate::record::{Direction, Role};

/// A role with its direction, and the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub role: Role,
    pub direction: Option<Direction>,
    pub rule: &'static str,
}

impl Reading {
    const fn of(role: Role, rule: &'static str) -> Self {
        Self { role, direction: None, rule }
    }

    const fn change(direction: Direction, rule: &'static str) -> Self {
        Self { role: Role::Change, direction: Some(direction), rule }
    }
}

/// A figure with its surroundings, as the rules of a role ask about it.
struct Case<'f, 'a> {
    frame: &'f Frame<'a>,
    f: usize,
    left: Left,
    /// The piece before the figure.
    lead: Option<usize>,
    /// Roles of the figures before it in the block.
    earlier: &'f [Reading],
}

impl Case<'_, '_> {
    /// Whether the piece before the figure is one of these cues.
    fn led_by(&self, classes: &[crate::lexicon::CueClass]) -> bool {
        self.lead.is_some_and(|i| self.frame.is(i, classes))
    }

    /// The figure that the left context ends at.
    fn neighbour(&self) -> Option<usize> {
        match self.left.stop {
            Stop::Figure(host) => Some(host),
            _ => None,
        }
    }
}

/// Reads the role of figure `f`; `earlier` are those of the figures before it in the block.
pub(super) fn read(frame: &Frame<'_>, f: usize, earlier: &[Reading]) -> Reading {
    let lead = frame.before(frame.at[f], &frame.sentence(f));
    let case = Case { frame, f, left: context::left(frame, f), lead, earlier };
    if let Some(change) = change::read(&case) {
        return match aim::of_change(&case) {
            Some(rule) => Reading::of(Role::Target, rule),
            None => change,
        };
    }
    if let Some(rule) = condition::read(&case) {
        return Reading::of(Role::Condition, rule);
    }
    if let Some(rule) = attainment::read(&case) {
        return match aim::of_attainment(&case) {
            Some(rule) => Reading::of(Role::Target, rule),
            None => Reading::of(Role::Attainment, rule),
        };
    }
    match aim::read(&case) {
        Some(rule) => Reading::of(Role::Target, rule),
        None => Reading::of(Role::Actual, "role.actual"),
    }
}
