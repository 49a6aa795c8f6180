//! What each column of a table holds, told by its heading and by its cells.
//!
//! A column of figures under `Chỉ tiêu` is no column of labels: the cells decide between figures
//! and words, the heading says which figures or which words.

use super::cell;
use super::heading::{self, Heading};
use super::layout::Layout;
use super::rows::Row;
use super::says::Says;
use super::unit::Unit;
use crate::lexicon::CueClass;
use crate::mention::Decimals;
use crate::record::Block;
use std::collections::HashMap;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Numbers of the rows.
    Ordinal,
    /// What the rows measure.
    Label,
    /// Where.
    Place,
    /// When.
    Time,
    /// The unit of the row.
    Unit,
    /// Numbers that count nothing.
    Identifier,
    /// Remarks.
    Note,
    Figures,
}

/// A column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub holds: Holds,
    pub heading: Heading,
    /// The column of the plan that its figures are held against.
    pub plan: Option<usize>,
    /// The column of the total that it is a part of.
    pub total: Option<usize>,
}

/// How many cells of a column are what.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    figures: usize,
    years: usize,
    units: usize,
    words: usize,
}

/// Reads the columns.
pub(super) fn read(
    blocks: &[Block<'_>],
    rows: &[Row],
    layout: &Layout,
    decimals: Decimals,
) -> Vec<Column> {
    let ends = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.columns.end);
    let width = ends.max().unwrap_or(0);
    let mut counts = vec![Count::default(); width];
    for row in &rows[layout.body.clone()] {
        let block = &blocks[row.block];
        let scene = &block.scene;
        for cell in row.cells.iter().filter(|cell| cell.columns.len() == 1) {
            let count = &mut counts[cell.columns.start];
            if cell::year(scene, cell).is_some() {
                count.years += 1;
            } else if cell::figure(block, cell, decimals, true).is_some() {
                count.figures += 1;
            } else if cell::unit(scene, cell).is_some() || cell::is_ditto(scene, cell) {
                count.units += 1;
            } else if cell.words.clone().any(|i| scene.is_word(i)) {
                count.words += 1;
            }
        }
    }
    let headings = (0..width).map(|c| heading::read(blocks, &rows[layout.header.clone()], c));
    let headings: Vec<Heading> = headings.collect();
    let first = (0..width).find(|c| is_of_figures(&headings[*c], counts[*c])).unwrap_or(width);
    let mut columns: Vec<Column> = headings
        .into_iter()
        .zip(counts)
        .enumerate()
        .map(|(c, (heading, count))| {
            let holds = holds(&heading, count, c < first, layout.header.is_empty());
            Column { holds, heading, plan: None, total: None }
        })
        .collect();
    relate(&mut columns);
    columns
}

/// Whether the columns are those of a table of figures: some say what the others measure.
pub(super) fn tell_figures(columns: &[Column], layout: &Layout) -> bool {
    let count = |holds: &[Holds]| columns.iter().filter(|c| holds.contains(&c.holds)).count();
    let figures = count(&[Holds::Figures]);
    let labels = count(&[Holds::Label, Holds::Place, Holds::Time]);
    figures > 0 && labels > 0 || figures > 1 && !layout.header.is_empty()
}

/// Whether a column can be one of figures, by heading and cells.
fn is_of_figures(heading: &Heading, count: Count) -> bool {
    const NO_FIGURES: &[CueClass] =
        &[CueClass::TableOrdinal, CueClass::TableIdentifier, CueClass::TableNote];
    let named = heading.kinds.iter().any(|kind| NO_FIGURES.contains(kind));
    let years = if heading.kinds.contains(&CueClass::TablePeriod)
        || heading.words.is_empty() && heading.says == Says::Untold
    {
        0
    } else {
        count.years
    };
    let figures = count.figures + years;
    !named && figures > 0 && figures >= count.units + count.words
}

fn holds(heading: &Heading, count: Count, left: bool, no_header: bool) -> Holds {
    let is = |kind| heading.kinds.contains(&kind);
    if is(CueClass::TableOrdinal) {
        return Holds::Ordinal;
    }
    if is(CueClass::TableIdentifier) {
        return Holds::Identifier;
    }
    if is_of_figures(heading, count) {
        return Holds::Figures;
    }
    let units = count.units > count.words;
    if units && (is(CueClass::TableUnit) || no_header)
        || is(CueClass::TableUnit) && !is(CueClass::TableLabel)
    {
        return Holds::Unit;
    }
    if is(CueClass::TableNote) || !left {
        return Holds::Note;
    }
    if is(CueClass::TablePlace) {
        return Holds::Place;
    }
    let years = count.years > count.words + count.units;
    if is(CueClass::TablePeriod) || years { Holds::Time } else { Holds::Label }
}

/// Ties the columns of results to those of their plan, and those of parts to that of the total.
fn relate(columns: &mut [Column]) {
    let plans: Vec<usize> = (0..columns.len()).filter(|c| is_plan(&columns[*c])).collect();
    let alone = if let [only] = plans[..] { Some(only) } else { None };
    let figures = |column: &Column| column.holds == Holds::Figures;
    let mut totals: HashMap<Option<(usize, usize)>, usize> = HashMap::new();
    for (c, column) in columns.iter_mut().enumerate().filter(|(_, column)| figures(column)) {
        let plan = plans.iter().rfind(|plan| **plan < c).copied().or(alone);
        let heading = &mut column.heading;
        if heading.says == Says::Untold && plan.is_some() && is_bare_share(heading) {
            heading.says = Says::Attainment;
            heading.words.clear();
        }
        let held = matches!(heading.says, Says::Result | Says::Estimate | Says::Attainment);
        column.plan = plan.filter(|plan| held && *plan != c);
        if heading.is_total && heading.words.is_empty() {
            totals.entry(heading.parent).or_insert(c);
        }
    }
    for c in 0..columns.len() {
        let total = totals.get(&columns[c].heading.parent).copied();
        let alike = |t: &usize| *t != c && columns[*t].heading.says == columns[c].heading.says;
        columns[c].total = total.filter(alike);
    }
}

fn is_plan(column: &Column) -> bool {
    column.holds == Holds::Figures && column.heading.says == Says::Plan
}

/// `%` or `Tỷ lệ (%)`: a share, and nothing that says of what.
fn is_bare_share(heading: &Heading) -> bool {
    let share = heading.unit.as_ref().is_some_and(Unit::is_share);
    let short = |words: &String| words.split(' ').count() <= 2;
    share && heading.words.len() < 2 && heading.words.iter().all(short)
}
