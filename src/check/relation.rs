//! The equation that a claim makes of its figures: a sum or a ratio.
//!
//! Decides whether the figures fit as they are printed: `470 + 483 = 953` does, `20,1 + 30,1 = 50,3` only
//! by rounding. Figures are numbers here; whether a claim holds is not asked again.

use super::facts::Facts;
use super::printed::{printed_step, rounding};
use crate::record::Modifier;
use rust_decimal::Decimal;

/// A figure of an equation.
#[derive(Debug, Clone)]
pub(super) struct Term {
    pub(super) value: Decimal,
    /// One unit of its last printed digit; nothing for a number that the text does not print.
    pub(super) step: Decimal,
    /// How far it may be from the meant one by rounding.
    pub(super) slack: Decimal,
    /// Whether the words say that it is not exact.
    pub(super) hedged: bool,
    pub(super) record: Option<usize>,
}

/// An equation between figures.
#[derive(Debug, Clone)]
pub(super) enum Relation {
    /// The figures, added or taken away, come to nothing: `470 + 483 - 953`.
    Sum(Vec<(Sign, Term)>),
    /// The first figure is the second by the third, times `scale`, plus `more`.
    Ratio { terms: Box<[Term; 3]>, scale: Decimal, more: Decimal },
}

/// Which figure of a ratio is which.
pub(super) const SAID: usize = 0;
pub(super) const PART: usize = 1;
pub(super) const BASE: usize = 2;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Plus,
    Minus,
}

impl Term {
    /// The figure of a record.
    pub(super) fn of(facts: &Facts<'_>, record: usize) -> Self {
        let figure = &facts.records[record];
        Self {
            value: figure.value,
            step: printed_step(figure),
            slack: rounding(figure),
            hedged: figure.modifier != Modifier::Exact,
            record: Some(record),
        }
    }

    /// The whole of a fraction, else the figure itself.
    pub(super) fn whole(facts: &Facts<'_>, record: usize) -> Self {
        match facts.records[record].of {
            Some(of) => {
                Self { value: of, step: Decimal::ONE, record: Some(record), ..Self::fixed(of) }
            }
            None => Self::of(facts, record),
        }
    }

    /// Whether it could have been this number: what is counted stays whole.
    pub(super) fn could_be(&self, meant: Decimal) -> bool {
        let counted = self.slack.is_zero() && self.value.is_integer();
        !counted || meant.is_integer()
    }

    /// A number that nobody typed: 100 percent, 12 months.
    pub(super) fn fixed(value: Decimal) -> Self {
        Self { value, step: Decimal::ZERO, slack: Decimal::ZERO, hedged: false, record: None }
    }
}

impl Relation {
    /// The parts and their total.
    pub(super) fn total(facts: &Facts<'_>, parts: &[usize], total: Term) -> Self {
        let parts = parts.iter().map(|part| (Sign::Plus, Term::of(facts, *part)));
        Self::Sum(parts.chain([(Sign::Minus, total)]).collect())
    }

    /// Two figures that should be one number.
    pub(super) fn same(a: Term, b: Term) -> Self {
        Self::Sum(vec![(Sign::Plus, a), (Sign::Minus, b)])
    }

    /// A percentage of two figures.
    pub(super) fn percent(said: Term, part: Term, base: Term) -> Self {
        Self::ratio([said, part, base], Decimal::ONE_HUNDRED, Decimal::ZERO)
    }

    /// The percentage by which a figure is above its base, or below it.
    pub(super) fn growth(said: Term, part: Term, base: Term, up: bool) -> Self {
        let scale = if up { Decimal::ONE_HUNDRED } else { -Decimal::ONE_HUNDRED };
        Self::ratio([said, part, base], scale, -scale)
    }

    /// An amount shared among so many.
    pub(super) fn mean(said: Term, part: Term, base: Term) -> Self {
        Self::ratio([said, part, base], Decimal::ONE, Decimal::ZERO)
    }

    /// The first figure as the second by the third, times `scale`, plus `more`.
    pub(super) fn ratio(terms: [Term; 3], scale: Decimal, more: Decimal) -> Self {
        Self::Ratio { terms: Box::new(terms), scale, more }
    }

    /// The records of its figures.
    pub(super) fn records(&self) -> impl Iterator<Item = usize> {
        let terms: Vec<&Term> = match self {
            Self::Sum(terms) => terms.iter().map(|(_, term)| term).collect(),
            Self::Ratio { terms, .. } => terms.iter().collect(),
        };
        terms.into_iter().filter_map(|term| term.record)
    }

    /// Whether the figures differ from the equation as they are printed, though no word says that one
    /// of them is not exact.
    pub(super) fn is_rounded(&self) -> bool {
        match self {
            Self::Sum(terms) => {
                let hedged = terms.iter().any(|(_, term)| term.hedged);
                !hedged && off(terms).is_some_and(|off| !off.is_zero())
            }
            Self::Ratio { terms, scale, more } => {
                let [said, part, base] = &**terms;
                let hedged = terms.iter().any(|term| term.hedged);
                let value = ratio(part.value, base.value, *scale, *more);
                let off = value.and_then(|value| value.checked_sub(said.value));
                let half = said.step / Decimal::TWO;
                !hedged && off.is_some_and(|off| off.abs() > half)
            }
        }
    }
}

pub(super) fn off(terms: &[(Sign, Term)]) -> Option<Decimal> {
    terms.iter().try_fold(Decimal::ZERO, |sum, (sign, term)| match sign {
        Sign::Plus => sum.checked_add(term.value),
        Sign::Minus => sum.checked_sub(term.value),
    })
}

pub(super) fn ratio(
    part: Decimal,
    base: Decimal,
    scale: Decimal,
    more: Decimal,
) -> Option<Decimal> {
    part.checked_mul(scale)?.checked_div(base)?.checked_add(more)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(value: &str) -> Term {
        let value: Decimal = value.parse().unwrap();
        Term { step: Decimal::new(1, value.scale()), ..Term::fixed(value) }
    }

    #[test]
    fn figures_that_fit_as_printed_are_not_rounded() {
        let percent = |said, part, base| Relation::percent(term(said), term(part), term(base));
        assert!(!percent("92.1", "139", "151").is_rounded());
        assert!(percent("92.0", "139", "151").is_rounded());
        assert!(!Relation::same(term("5"), term("5.0")).is_rounded());
        assert!(Relation::same(term("5"), term("5.1")).is_rounded());
    }
}
