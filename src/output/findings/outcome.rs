//! What a finding comes to, and how many findings of each kind came to it.

use super::told::{Checked, Told};
use crate::check::{Grade, Verdict};
use crate::output::Lang;
use crate::output::wording::word;
use std::collections::BTreeMap;

/// What a finding comes to, the harmless ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The figures fit as they are printed.
    Holds,
    /// They fit but for their rounding.
    Rounding,
    /// They cannot be compared.
    CannotBeTold,
    /// An editor has accepted it.
    Accepted,
    /// They do not fit.
    Contradiction,
    /// They never could.
    Impossible,
}

impl Outcome {
    /// That of a finding.
    #[must_use]
    pub fn of(told: &Told) -> Self {
        if told.accepted { Self::Accepted } else { Self::of_grade(told.holds, told.grade) }
    }

    /// That of what came out, and how grave it is.
    pub(in crate::output) fn of_grade(holds: Verdict, grade: Option<Grade>) -> Self {
        match (holds, grade) {
            (_, Some(Grade::Rounding)) => Self::Rounding,
            (_, Some(Grade::Contradiction)) => Self::Contradiction,
            (_, Some(Grade::Impossible)) => Self::Impossible,
            (Verdict::CannotBeTold, None) => Self::CannotBeTold,
            (Verdict::Holds, None) => Self::Holds,
            (Verdict::DoesNotHold, None) => Self::Contradiction,
        }
    }

    /// Whether somebody has to look at it.
    #[must_use]
    pub fn is_wrong(self) -> bool {
        matches!(self, Self::Contradiction | Self::Impossible)
    }

    /// The word that stands for it in every output.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Rounding => "rounding",
            Self::CannotBeTold => "cannot_be_told",
            Self::Accepted => "accepted",
            Self::Contradiction => "contradiction",
            Self::Impossible => "impossible",
        }
    }

    /// As a person reads it.
    pub(in crate::output) fn said(self, lang: Lang) -> &'static str {
        word("outcome", self.as_str(), lang)
    }
}

/// How many findings of each kind came to what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many articles were checked.
    pub articles: usize,
    /// By kind of check.
    pub kinds: BTreeMap<&'static str, BTreeMap<Outcome, usize>>,
}

impl Summary {
    /// Counts the findings of an article.
    pub fn add(&mut self, article: &Checked) {
        self.articles += 1;
        self.count(&article.told);
    }

    /// Counts findings that belong to no one article.
    pub fn count(&mut self, told: &[Told]) {
        for told in told {
            let kind = self.kinds.entry(told.kind).or_default();
            *kind.entry(Outcome::of(told)).or_default() += 1;
        }
    }

    /// How many of all kinds came to what.
    #[must_use]
    pub fn all(&self) -> BTreeMap<Outcome, usize> {
        let mut all = BTreeMap::new();
        for (outcome, count) in self.kinds.values().flatten() {
            *all.entry(*outcome).or_default() += count;
        }
        all
    }
}
