//! How far a printed figure can be from the one that was meant.
//!
//! A whole count is exact; `1,5 tỷ` may stand for anything that rounds to it; `hơn 4.600` lies
//! above. Figures agree where their bounds meet, contradict each other where they cannot meet,
//! and between the two it cannot be told. All arithmetic is checked: what does not fit into a
//! decimal has no bound.

use super::Verdict;
use super::printed::{last_digit, rounding, significant};
use crate::record::{Flag, Modifier, Record};
use rust_decimal::Decimal;

/// From lowest to highest; `None` is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) low: Option<Decimal>,
    pub(super) high: Option<Decimal>,
}

/// Where the meant figure lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bounds {
    /// As printed, or as the words are usually meant: `hơn 4.600` up to 4.700.
    near: Span,
    /// As far as rounding and words can be stretched: `hơn 4.600` and anything above.
    far: Span,
    /// Whether a word such as `khoảng` makes it vague.
    vague: bool,
}

impl Bounds {
    /// The bounds of a record, from its modifier and the digits that were printed.
    pub(crate) fn of(record: &Record) -> Self {
        let value = record.value;
        let top = record.high.unwrap_or(value);
        let digit = last_digit(value);
        let part = |n: u32| value.checked_div(Decimal::from(n));
        let around = |by: Option<Decimal>| span(sub(value, by), add(top, by));
        let exactly = span(Some(value), Some(top));
        let (near, far) = match record.modifier {
            _ if record.flags.contains(&Flag::Vague) => {
                (span(Some(value), times(value, Decimal::TEN)), span(Some(value), None))
            }
            Modifier::Exact => (exactly, around(Some(rounding(record)))),
            Modifier::About if significant(value) > 2 => (around(part(20)), around(part(20))),
            Modifier::About => (around(part(20)), around(part(4))),
            Modifier::Over => (span(Some(value), add(top, Some(digit))), span(Some(value), None)),
            Modifier::Nearly => {
                (span(sub(value, Some(digit)), Some(top)), span(sub(value, part(4)), Some(top)))
            }
            Modifier::AtLeast => (span(Some(value), None), span(Some(value), None)),
            Modifier::Under | Modifier::AtMost => (span(None, Some(top)), span(None, Some(top))),
        };
        let vague = record.modifier != Modifier::Exact || record.flags.contains(&Flag::Vague);
        Self { near, far, vague }
    }

    /// A figure that is exactly this.
    pub(super) fn exactly(value: Decimal) -> Self {
        let span = span(Some(value), Some(value));
        Self { near: span, far: span, vague: false }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        self.with(other, |a, b| {
            span(
                both(a.low, b.low, Decimal::checked_add),
                both(a.high, b.high, Decimal::checked_add),
            )
        })
    }

    /// The difference; both are taken to be levels.
    pub(super) fn minus(self, other: Self) -> Self {
        self.with(other, |a, b| {
            span(
                both(a.low, b.high, Decimal::checked_sub),
                both(a.high, b.low, Decimal::checked_sub),
            )
        })
    }

    /// Multiplied by a positive number.
    pub(super) fn times(self, n: Decimal) -> Self {
        self.with(Self::exactly(n), |a, _| {
            span(a.low.and_then(|v| times(v, n)), a.high.and_then(|v| times(v, n)))
        })
    }

    /// In percent of another level, both positive.
    pub(super) fn percent_of(self, base: Self) -> Self {
        let percent = |a: Decimal, b: Decimal| {
            let share = (b > Decimal::ZERO).then(|| a.checked_div(b))??;
            times(share, Decimal::ONE_HUNDRED)
        };
        self.with(base, |a, b| span(both(a.low, b.high, percent), both(a.high, b.low, percent)))
    }

    /// Whether two figures can be the same one.
    pub(crate) fn agrees(self, other: Self) -> Verdict {
        if !meet(self.far, other.far) {
            Verdict::DoesNotHold
        } else if meet(self.meant(), other.meant()) {
            Verdict::Holds
        } else {
            Verdict::CannotBeTold
        }
    }

    /// Where the figure lies if its words are meant as usual; a printed one may have been rounded.
    fn meant(self) -> Span {
        if self.vague { self.near } else { self.far }
    }

    /// Whether this figure is above the other, or as high where `or_equal`.
    pub(super) fn exceeds(self, other: Self, or_equal: bool) -> Verdict {
        let equal_is_enough = or_equal || self.vague;
        let above = |a: Decimal, b: Decimal| a > b || (equal_is_enough && a == b);
        let never = |a: Decimal, b: Decimal| a < b || (!equal_is_enough && a == b);
        if ends(self.far.high, other.far.low, never) {
            Verdict::DoesNotHold
        } else if ends(self.near.low, other.near.high, above) {
            Verdict::Holds
        } else {
            Verdict::CannotBeTold
        }
    }

    fn with(self, other: Self, f: impl Fn(Span, Span) -> Span) -> Self {
        Self {
            near: f(self.near, other.near),
            far: f(self.far, other.far),
            vague: self.vague || other.vague,
        }
    }
}

fn span(low: Option<Decimal>, high: Option<Decimal>) -> Span {
    Span { low, high }
}

fn add(a: Decimal, b: Option<Decimal>) -> Option<Decimal> {
    a.checked_add(b?)
}

fn sub(a: Decimal, b: Option<Decimal>) -> Option<Decimal> {
    a.checked_sub(b?)
}

fn times(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_mul(b)
}

fn both(
    a: Option<Decimal>,
    b: Option<Decimal>,
    f: impl Fn(Decimal, Decimal) -> Option<Decimal>,
) -> Option<Decimal> {
    f(a?, b?)
}

/// Compares two ends; an open one answers no.
fn ends(a: Option<Decimal>, b: Option<Decimal>, f: impl Fn(Decimal, Decimal) -> bool) -> bool {
    a.zip(b).is_some_and(|(a, b)| f(a, b))
}

fn meet(a: Span, b: Span) -> bool {
    let apart = |high, low| ends(high, low, |high: Decimal, low: Decimal| high < low);
    !apart(a.high, b.low) && !apart(b.high, a.low)
}
