//! A formula of the cells of a table: what it adds and divides, and what that comes to.
//!
//! The names in it are those of other rows or columns. Numbers have bounds, since printed ones are rounded; a
//! quotient or product is computed of positive numbers alone.

use super::relation::Sign;
use rust_decimal::Decimal;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Formula {
    /// The cell of a row or column, by its name.
    Cell(String),
    /// 100, by which a share is multiplied.
    Hundred,
    Both(Box<Formula>, char, Box<Formula>),
}

/// Where a number lies: as printed, and from lowest to highest.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach {
    pub(super) value: Decimal,
    pub(super) low: Decimal,
    pub(super) high: Decimal,
}

impl Formula {
    /// The names of the cells in it.
    pub(super) fn names(&self) -> Vec<&str> {
        match self {
            Self::Cell(name) => vec![name],
            Self::Hundred => Vec::new(),
            Self::Both(a, _, b) => [a.names(), b.names()].concat(),
        }
    }

    /// Whether one of these marks stands in it.
    pub(super) fn has(&self, marks: &[char]) -> bool {
        match self {
            Self::Both(a, mark, b) => marks.contains(mark) || a.has(marks) || b.has(marks),
            _ => false,
        }
    }

    /// Its cells with their signs, where it adds and takes away and does nothing else.
    pub(super) fn signed(&self) -> Option<Vec<(Sign, &str)>> {
        let turned = |sign| if sign == Sign::Plus { Sign::Minus } else { Sign::Plus };
        match self {
            Self::Cell(name) => Some(vec![(Sign::Plus, name)]),
            Self::Both(a, '+', b) => Some([a.signed()?, b.signed()?].concat()),
            Self::Both(a, '-', b) => {
                let taken = b.signed()?.into_iter().map(|(sign, name)| (turned(sign), name));
                Some(a.signed()?.into_iter().chain(taken).collect())
            }
            _ => None,
        }
    }

    /// What it comes to, of the numbers of its cells.
    pub(super) fn value(&self, cell: &impl Fn(&str) -> Option<Reach>) -> Option<Reach> {
        let (a, mark, b) = match self {
            Self::Cell(name) => return cell(name),
            Self::Hundred => return Some(Reach::exactly(Decimal::ONE_HUNDRED)),
            Self::Both(a, mark, b) => (a.value(cell)?, *mark, b.value(cell)?),
        };
        let least = if mark == '/' { Decimal::new(1, 9) } else { Decimal::ZERO };
        let positive = a.low >= Decimal::ZERO && b.low >= least;
        match mark {
            '+' => a.with(b.low, b.high, b.value, Decimal::checked_add),
            '-' => a.with(b.high, b.low, b.value, Decimal::checked_sub),
            '×' if positive => a.with(b.low, b.high, b.value, Decimal::checked_mul),
            '/' if positive => a.with(b.high, b.low, b.value, Decimal::checked_div),
            _ => None,
        }
    }

    /// It with the numbers of its cells: `(12 + 30)/84`.
    pub(super) fn print(&self, cell: &impl Fn(&str) -> String) -> String {
        let (a, mark, b) = match self {
            Self::Cell(name) => return cell(name),
            Self::Hundred => return "100".to_owned(),
            Self::Both(a, mark, b) => (a, *mark, b),
        };
        let sum = matches!(mark, '+' | '-');
        let side = |side: &Self| match side {
            Self::Both(_, '+' | '-', _) if !sum => format!("({})", side.print(cell)),
            side => side.print(cell),
        };
        match mark {
            '/' => format!("{}/{}", side(a), side(b)),
            mark => format!("{} {mark} {}", side(a), side(b)),
        }
    }
}

impl Reach {
    pub(super) fn exactly(value: Decimal) -> Self {
        Self { value, low: value, high: value }
    }

    fn with(
        self,
        low: Decimal,
        high: Decimal,
        value: Decimal,
        f: fn(Decimal, Decimal) -> Option<Decimal>,
    ) -> Option<Self> {
        Some(Self {
            value: f(self.value, value)?,
            low: f(self.low, low)?,
            high: f(self.high, high)?,
        })
    }

    /// Times a positive number.
    pub(super) fn scaled(self, n: Decimal) -> Option<Self> {
        self.with(n, n, n, Decimal::checked_mul)
    }

    /// Whether two numbers can be the same one.
    pub(super) fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}
