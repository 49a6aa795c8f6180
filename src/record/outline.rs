//! What the headings and heads of lists say of the blocks under them.
//!
//! `Kết quả năm 2022 đạt được như sau:` gives its time, and what it is about, to the items of its
//! list; a heading gives them to everything up to the next heading. Both are weaker than anything
//! that a block says itself.

use crate::record::Period;

/// What stands over a block.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// What it is about, from the widest to the nearest.
    pub scope: Option<String>,
    pub period: Option<Period>,
    /// Whether it lays down a plan.
    pub is_target: bool,
}
