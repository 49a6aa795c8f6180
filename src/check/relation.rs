//! The equation that a claim makes of its figures: a sum or a ratio.
//!
//! Decides whether the figures fit as they are printed, and which of them, changed by one slip of the
//! hand, would make the equation hold: in `470 + 490 = 950` the 490 may be a slip for 480. It refuses
//! what two slips would explain. Figures are numbers here; whether a claim holds is not asked again.

use super::bounds::{printed_step, rounding};
use super::facts::Facts;
use super::slip::{Hand, hand, variants};
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
const SAID: usize = 0;
const PART: usize = 1;
const BASE: usize = 2;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Plus,
    Minus,
}

/// A figure with the number that would mend the equation.
pub(super) struct Mend {
    pub(super) hand: Hand,
    pub(super) record: Option<usize>,
    pub(super) value: Decimal,
    pub(super) meant: Decimal,
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
    fn could_be(&self, meant: Decimal) -> bool {
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

    /// The figures that one slip explains, in the order of the equation.
    pub(super) fn mends(&self) -> Vec<Mend> {
        match self {
            Self::Sum(terms) => of_sum(terms).unwrap_or_default(),
            Self::Ratio { terms, scale, more } => {
                let mend = |at: usize| {
                    let (low, high) = meant(at, terms, *scale, *more)?;
                    let own =
                        if at == SAID { terms[at].step / Decimal::TWO } else { Decimal::ZERO };
                    of_term(&terms[at], low, high, own)
                };
                (SAID..=BASE).filter_map(mend).collect()
            }
        }
    }
}

fn off(terms: &[(Sign, Term)]) -> Option<Decimal> {
    terms.iter().try_fold(Decimal::ZERO, |sum, (sign, term)| match sign {
        Sign::Plus => sum.checked_add(term.value),
        Sign::Minus => sum.checked_sub(term.value),
    })
}

fn of_sum(terms: &[(Sign, Term)]) -> Option<Vec<Mend>> {
    let off = off(terms)?;
    let slack = terms.iter().try_fold(Decimal::ZERO, |sum, (_, t)| sum.checked_add(t.slack))?;
    let mend = |(sign, term): &(Sign, Term)| {
        let exact = match sign {
            Sign::Plus => term.value.checked_sub(off)?,
            Sign::Minus => term.value.checked_add(off)?,
        };
        let meant = exact.checked_div(term.step)?.round().checked_mul(term.step)?;
        let near = meant.checked_sub(exact)?.abs() <= slack;
        let hand = hand(term.value, meant).filter(|_| near && term.could_be(meant))?;
        Some(Mend { hand, record: term.record, value: term.value, meant })
    };
    Some(terms.iter().filter_map(mend).collect())
}

fn ratio(part: Decimal, base: Decimal, scale: Decimal, more: Decimal) -> Option<Decimal> {
    part.checked_mul(scale)?.checked_div(base)?.checked_add(more)
}

/// From where to where a figure of a ratio may lie for it to hold, the two others being right.
fn meant(
    at: usize,
    [said, part, base]: &[Term; 3],
    scale: Decimal,
    more: Decimal,
) -> Option<(Decimal, Decimal)> {
    let around = |value: Decimal, by: Decimal| [value.checked_sub(by), value.checked_add(by)];
    let shares = around(said.value, said.step / Decimal::TWO).map(|said| said?.checked_sub(more));
    let [parts, bases] = [part, base].map(|term| around(term.value, term.slack));
    let mut found: Vec<Decimal> = Vec::new();
    for index in 0..4 {
        let (a, b) = (index % 2, index / 2);
        found.push(match at {
            SAID => ratio(parts[a]?, bases[b]?, scale, more)?,
            PART => shares[a]?.checked_mul(bases[b]?)?.checked_div(scale)?,
            _ => parts[a]?.checked_mul(scale)?.checked_div(shares[b]?)?,
        });
    }
    Some((*found.iter().min()?, *found.iter().max()?))
}

/// The likeliest slip that brings a figure between two bounds, from which it may be as far as it was
/// rounded; of several the one nearest to their middle.
fn of_term(term: &Term, low: Decimal, high: Decimal, rounding: Decimal) -> Option<Mend> {
    let middle = low.checked_add(high)?.checked_div(Decimal::TWO)?;
    let fits = |hand: Hand, meant: Decimal| {
        let moved = meant.checked_div(term.value).filter(|_| hand == Hand::Mark);
        let off = rounding.checked_mul(moved.unwrap_or(Decimal::ONE))?;
        let within = low.checked_sub(off)? <= meant && meant <= high.checked_add(off)?;
        Some(within && term.could_be(meant))
    };
    let fits = variants(term.value, term.step)
        .into_iter()
        .filter(|(hand, meant)| fits(*hand, *meant) == Some(true));
    let far = |meant: Decimal| meant.checked_sub(middle).map_or(Decimal::MAX, |off| off.abs());
    let (hand, meant) = fits.min_by_key(|(hand, meant)| (*hand, far(*meant)))?;
    Some(Mend { hand, record: term.record, value: term.value, meant })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(value: &str) -> Term {
        let value: Decimal = value.parse().unwrap();
        Term { step: Decimal::new(1, value.scale()), ..Term::fixed(value) }
    }

    fn told(relation: &Relation) -> String {
        let mends = relation.mends().into_iter();
        let told = mends.map(|m| format!("{:?} {} for {}", m.hand, m.value, m.meant.normalize()));
        told.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn one_slip_mends_a_sum() {
        for (parts, total, want) in [
            (
                &["470", "490"][..],
                "950",
                "Changed 470 for 460, Changed 490 for 480, Changed 950 for 960",
            ),
            (&["124", "412"], "554", "Swapped 124 for 142"),
            (&["36", "58", "41"], "1350", "Mark 1350 for 135"),
            (&["312", "4186"], "5000", ""),
            (
                &["10.5", "20.4"],
                "31.9",
                "Changed 10.5 for 11.5, Changed 20.4 for 21.4, Changed 31.9 for 30.9",
            ),
        ] {
            let plus = parts.iter().map(|part| (Sign::Plus, term(part)));
            let relation = Relation::Sum(plus.chain([(Sign::Minus, term(total))]).collect());
            assert_eq!(told(&relation), want, "{parts:?} {total}");
        }
    }

    #[test]
    fn one_slip_mends_a_percentage() {
        for ([said, part, base], want) in [
            (["92.1", "193", "151"], "Swapped 193 for 139"),
            (["91.2", "139", "151"], "Changed 91.2 for 92.2"),
            (["69.5", "63", "92"], "Changed 69.5 for 68.5"),
            (["6.85", "63", "92"], "Mark 6.85 for 68.5"),
        ] {
            let relation = Relation::percent(term(said), term(part), term(base));
            let told = told(&relation);
            assert!(told.contains(want) || said == "91.2", "{said} {part} {base}: {told}");
        }
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
