//! Which figure of an equation, changed by one slip of the hand, would make it hold.
//!
//! Each figure is solved for, the others being right, and told where one slip leads from the printed
//! number to the solved one: in `470 + 490 = 950` the 490 may be a slip for 480. It refuses what two
//! slips would explain.

use super::relation::{BASE, PART, Relation, SAID, Sign, Term, off, ratio};
use super::slip::{Hand, hand, variants};
use rust_decimal::Decimal;

/// A figure with the number that would mend the equation.
pub(super) struct Mend {
    pub(super) hand: Hand,
    pub(super) record: Option<usize>,
    pub(super) value: Decimal,
    pub(super) meant: Decimal,
}

impl Relation {
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
}
