//! Whether the figures of a column are targets, results, shares or changes, from the words of its
//! heading.
//!
//! Shares of a plan, changes and comparisons are told by any cell of the heading; between plan and
//! result its lowest cell decides.

use crate::lexicon::CueClass;
use crate::record::{Block, Direction};
use crate::text::Tokens;

/// What the figures of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Plan,
    Result,
    Estimate,
    /// A result of an earlier time; `năm trước` is the year before that of the table, whenever it
    /// was published.
    Previous,
    /// A share of the plan.
    Attainment,
    /// Held against an earlier time.
    Versus,
    /// By how much it rose or fell; which way, where the heading knows but one.
    Change(Option<Direction>),
    /// The heading does not say.
    Untold,
}

/// A role that a cell names, with the direction of its change.
pub(super) type Role = (CueClass, Option<Direction>);

/// The role of a column, from those that its cells name.
pub(super) fn said(roles: &[Vec<Role>]) -> Says {
    let find = |class| roles.iter().flatten().find(|(named, _)| *named == class);
    let lowest = roles.iter().rev().find_map(|named| named.first());
    if find(CueClass::TableAttainment).is_some() {
        return Says::Attainment;
    }
    if let Some((_, direction)) = find(CueClass::TableChange) {
        return Says::Change(*direction);
    }
    if find(CueClass::TableVersus).is_some() {
        let plan = find(CueClass::TablePlan).is_some() && find(CueClass::TablePrevious).is_none();
        return if plan { Says::Attainment } else { Says::Versus };
    }
    if find(CueClass::TablePrevious).is_some() {
        return Says::Previous;
    }
    match lowest {
        Some((CueClass::TablePlan, _)) => Says::Plan,
        Some((CueClass::TableEstimate, _)) => Says::Estimate,
        Some((CueClass::TableResult, _)) => Says::Result,
        _ => Says::Untold,
    }
}

/// Down where the words know a fall and no rise.
pub(super) fn direction(block: &Block<'_>, words: Tokens) -> Option<Direction> {
    let is = |class| words.clone().any(|i| block.scene.cue(i, &[class]).is_some());
    match (is(CueClass::Rise) || is(CueClass::GrowthNoun), is(CueClass::Fall)) {
        (true, false) => Some(Direction::Up),
        (false, true) => Some(Direction::Down),
        _ => None,
    }
}
