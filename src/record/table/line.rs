//! [`Line`]: a row with figures as it was read, and [`Above`]: a row that others can stand under.

use super::figure::Figure;
use super::mark::Rank;
use super::says::Says;
use super::time::Time;
use super::unit::Unit;
use std::ops::Range;

/// A row with figures.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// Index into the table's rows.
    pub row: usize,
    /// The columns that it takes of it.
    pub side: Range<usize>,
    /// What it measures, without place and time.
    pub label: Option<String>,
    /// The rows that it stands under, and other labels of its own.
    pub path: Vec<String>,
    pub place: Option<String>,
    pub time: Option<Time>,
    /// What it says of its figures, where no column says it.
    pub says: Option<Says>,
    pub unit: Option<Unit>,
    /// That of the row that it stands under.
    pub unit_over: Option<Unit>,
    /// What its label counts, and whether it says that it counts.
    pub counted: Option<(bool, Unit)>,
    /// What a row before it says that it counts, where it does not say so itself: `Tổng số học sinh` over `Hoàn thành
    /// tốt`.
    pub counted_over: Option<Unit>,
    pub is_total: bool,
    /// The line that it is a part of.
    pub whole: Option<usize>,
    pub figures: Vec<Figure>,
    /// Whether anything stands in its columns of figures.
    pub fills: bool,
}

/// A row that others can stand under.
pub(super) struct Above {
    pub rank: Rank,
    pub label: String,
    /// Its line, where it has figures.
    pub line: Option<usize>,
    /// Whether nothing stands in its columns of figures: it heads the rows under it.
    pub heads: bool,
    pub time: Option<Time>,
    pub unit: Option<Unit>,
    /// What it says of the figures of the rows that it heads: `Tốc độ tăng (%)`.
    pub says: Option<Says>,
}
