//! A claim that a check has tested: what it says, where it stands, and the equation behind it.

use super::relation::Relation;
use super::{Finding, Verdict};

/// A finding and the block and code point that it speaks of.
pub(super) struct Claim {
    pub(super) at: (usize, usize),
    pub(super) finding: Finding,
    /// The equation that it makes of its figures, where it is one.
    pub(super) relation: Option<Relation>,
    /// Whether it could hold of no figures where it does not hold of these.
    pub(super) never: bool,
}

impl Claim {
    /// A claim about records that are named by their ids.
    pub(super) fn new(
        kind: &'static str,
        at: (usize, usize),
        records: Vec<String>,
        holds: Verdict,
        detail: String,
    ) -> Self {
        let finding = Finding { kind, records, holds, grade: None, detail, slips: Vec::new() };
        Self { at, finding, relation: None, never: false }
    }

    /// The same, with the equation that it makes of its figures.
    pub(super) fn with(self, relation: Relation) -> Self {
        Self { relation: Some(relation), ..self }
    }

    /// The same, of what can never be.
    pub(super) fn impossible(self) -> Self {
        Self { never: true, ..self }
    }
}
