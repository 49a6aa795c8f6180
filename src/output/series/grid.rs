//! Lines and periods as one grid: what a line says stands in front, then a column a period.
//!
//! A line takes one row for each measure that any of its cells has: the result, the target, what
//! they come to, and where they were read. Figures that differ stand in one cell, as `1297 | 1310`,
//! and as `1297 ≠ 1279` where two articles contradict each other.

use crate::output::columns::Cell;
use crate::series::{self, Figure, Line, Series};
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The headings in front of the periods.
pub const HEAD: [&str; 7] = ["category", "indicator", "scope", "unit", "per", "place", "measure"];

/// What a row of the grid says of its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// What was reached.
    Result,
    /// What was aimed at.
    Target,
    /// The result in percent of the target.
    Attainment,
    /// Against the period before, in the unit of the line.
    Change,
    /// The same in percent.
    ChangePercent,
    /// Input and record of every figure.
    Source,
}

impl Measure {
    /// Every measure, in the order of the rows.
    pub const ALL: [Self; 6] = [
        Self::Result,
        Self::Target,
        Self::Attainment,
        Self::Change,
        Self::ChangePercent,
        Self::Source,
    ];

    /// The word that stands for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Result => "result",
            Self::Target => "target",
            Self::Attainment => "attainment",
            Self::Change => "change",
            Self::ChangePercent => "change_percent",
            Self::Source => "source",
        }
    }

    /// What it says of one cell.
    pub(in crate::output) fn of<'a>(self, cell: &series::Cell, series: &Series) -> Cell<'a> {
        let number = |number: Option<Decimal>| number.map_or(Cell::Empty, Cell::Number);
        match self {
            Self::Result => values(&cell.results, cell.conflict),
            Self::Target => values(&cell.targets, false),
            Self::Attainment => number(cell.attainment),
            Self::Change => number(cell.change.as_ref().map(|change| change.by)),
            Self::ChangePercent => number(cell.change.as_ref().and_then(|change| change.percent)),
            Self::Source => text(sources(cell, series)),
        }
    }
}

/// One row: a measure of a line.
#[derive(Debug, Clone)]
pub struct GridRow<'a> {
    /// The line.
    pub line: &'a Line,
    /// What the row says of it.
    pub measure: Measure,
    /// One cell for each of [`Series::periods`].
    pub cells: Vec<Cell<'a>>,
}

impl<'a> GridRow<'a> {
    /// What stands in front of the periods, under [`HEAD`].
    #[must_use]
    pub fn head(&self) -> [Cell<'a>; 7] {
        let Line { category, indicator, scope, unit, per, place, .. } = self.line;
        let words = [category, scope, unit, per, place];
        let [category, scope, unit, per, place] = words.map(|words| {
            words.as_deref().map_or(Cell::Empty, |words| Cell::Text(Cow::Borrowed(words)))
        });
        let indicator = Cell::Text(Cow::Borrowed(indicator.as_str()));
        let measure = Cell::Text(Cow::Borrowed(self.measure.as_str()));
        [category, indicator, scope, unit, per, place, measure]
    }
}

/// The rows of all lines.
pub fn grid(series: &Series) -> impl Iterator<Item = GridRow<'_>> {
    series.lines.iter().flat_map(move |line| {
        Measure::ALL.into_iter().filter_map(move |measure| row(series, line, measure))
    })
}

/// The row of a measure, where any cell of the line has it.
fn row<'a>(series: &'a Series, line: &'a Line, measure: Measure) -> Option<GridRow<'a>> {
    let mut cells = vec![Cell::Empty; series.periods.len()];
    for cell in &line.cells {
        cells[cell.period] = measure.of(cell, series);
    }
    let said = cells.iter().any(|cell| *cell != Cell::Empty);
    said.then_some(GridRow { line, measure, cells })
}

/// Where the figures of a cell were read: `a.html r2, r3 | b.html r6`.
pub(super) fn sources(cell: &series::Cell, series: &Series) -> String {
    let figures = cell.results.iter().chain(&cell.targets);
    let mut records: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for figure in figures {
        records.entry(figure.article).or_default().push(&figure.record);
    }
    let told = records.iter().map(|(article, records)| {
        format!("{} {}", series.articles[*article].source, records.join(", "))
    });
    told.collect::<Vec<_>>().join(" | ")
}

/// One number stays a number; several, ranges and fractions are words.
fn values<'a>(figures: &[Figure], conflict: bool) -> Cell<'a> {
    let mut seen = BTreeSet::new();
    let told = figures.iter().map(|figure| (figure.value, figure.high, figure.of));
    let told: Vec<_> = told.filter(|value| seen.insert(*value)).collect();
    match told.as_slice() {
        [] => Cell::Empty,
        [(value, None, None)] => Cell::Number(*value),
        several => {
            let printed = several.iter().map(|(value, high, of)| match (high, of) {
                (Some(high), _) => format!("{value} – {high}"),
                (None, Some(of)) => format!("{value}/{of}"),
                (None, None) => value.to_string(),
            });
            text(printed.collect::<Vec<_>>().join(if conflict { " ≠ " } else { " | " }))
        }
    }
}

fn text<'a>(text: String) -> Cell<'a> {
    if text.is_empty() { Cell::Empty } else { Cell::Text(Cow::Owned(text)) }
}
