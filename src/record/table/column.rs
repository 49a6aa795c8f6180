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
use std::ops::Range;

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
    /// Words with figures among them: `Mở 12 lớp cho 486 học viên`.
    Text,
    Figures,
}

/// A column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub holds: Holds,
    pub heading: Heading,
    /// Whether rows of their own begin with it, beside those on its left: `Thu | Chi`.
    pub opens: bool,
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
    /// Of the words, those with figures among them.
    texts: usize,
}

/// Reads the columns. A table without a heading of its own that is as wide as the one `before` goes on with it.
pub(super) fn read(
    blocks: &[Block<'_>],
    rows: &[Row],
    layout: &Layout,
    decimals: Decimals,
    before: Option<&[Column]>,
) -> Vec<Column> {
    let ends = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.columns.end);
    let width = ends.max().unwrap_or(0);
    let goes_on = before.filter(|before| layout.header.is_empty() && before.len() == width);
    let own = |c: usize| heading::read(blocks, &rows[layout.header.clone()], c);
    let headings: Vec<Heading> = match goes_on {
        Some(before) => before.iter().map(|column| column.heading.clone()).collect(),
        None => (0..width).map(own).collect(),
    };
    let mut counts = vec![Count::default(); width];
    for row in &rows[layout.body.clone()] {
        let block = &blocks[row.block];
        let scene = &block.scene;
        for cell in row.cells.iter().filter(|cell| cell.columns.len() == 1) {
            let count = &mut counts[cell.columns.start];
            let of_units = headings[cell.columns.start].kinds.contains(&CueClass::TableUnit);
            if of_units && cell::unit(scene, cell).is_some() {
                count.units += 1;
            } else if cell::year(scene, cell).is_some() {
                count.years += 1;
            } else if cell::figure(block, cell, decimals, true).is_some() {
                count.figures += 1;
            } else if cell::unit(scene, cell).is_some() || cell::is_ditto(scene, cell) {
                count.units += 1;
            } else if cell.words.clone().any(|i| scene.is_word(i)) {
                count.words += 1;
                count.texts += usize::from(cell::tells_figures(block, cell));
            }
        }
    }
    let of_figures = |c: &usize| is_of_figures(&headings[*c], counts[*c]);
    // A rank may stand before what is ranked.
    let labels = (0..width).find(|c| !of_figures(c) && counts[*c].words + counts[*c].years > 0);
    let first = (labels.unwrap_or(0)..width).find(of_figures).unwrap_or(width);
    let last = (0..width).rfind(of_figures).unwrap_or(0);
    let kinds = labels.map_or(Vec::new(), |c| headings[c].kinds.clone());
    let mut named = false;
    let mut columns: Vec<Column> = headings
        .into_iter()
        .zip(counts)
        .enumerate()
        .map(|(c, (heading, count))| {
            let names_rows = |kind: &CueClass| {
                matches!(kind, CueClass::TableLabel | CueClass::TablePlace) && kinds.contains(kind)
            };
            let again = c > first && c < last && heading.kinds.iter().any(names_rows);
            let left = Left { is_left: c < first || again, is_named: named && !again };
            let no_header = layout.header.is_empty() && goes_on.is_none();
            let holds = holds(&heading, count, left, no_header);
            named |= holds == Holds::Label && heading.kinds.contains(&CueClass::TableLabel);
            let opens = again && matches!(holds, Holds::Label | Holds::Place);
            Column { holds, heading, opens, plan: None, total: None }
        })
        .collect();
    relate(&mut columns);
    columns
}

/// The columns of rows that stand beside each other.
pub(super) fn sides(columns: &[Column]) -> Vec<Range<usize>> {
    let opening = (1..columns.len()).filter(|c| columns[*c].opens);
    let starts: Vec<usize> = std::iter::once(0).chain(opening).collect();
    let ends = starts.iter().skip(1).copied().chain([columns.len()]);
    starts.iter().zip(ends).map(|(start, end)| *start..end).collect()
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
        || heading.names_years
        || heading.words.is_empty() && heading.says == Says::Untold
    {
        0
    } else {
        count.years
    };
    let figures = count.figures + years;
    !named && figures > 0 && figures >= count.units + count.words
}

/// Where a column stands.
#[derive(Debug, Clone, Copy)]
struct Left {
    /// Left of the first figures.
    is_left: bool,
    /// Right of a column that says what the rows are.
    is_named: bool,
}

fn holds(heading: &Heading, count: Count, left: Left, no_header: bool) -> Holds {
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
    let is_text = count.texts > 0 && count.texts * 2 >= count.words;
    if is(CueClass::TableNote) {
        return Holds::Note;
    }
    if is_text && (!left.is_left || left.is_named) {
        return Holds::Text;
    }
    if !left.is_left {
        return Holds::Note;
    }
    if is(CueClass::TablePlace) {
        return Holds::Place;
    }
    let years = count.years > count.words + count.units;
    match () {
        () if is(CueClass::TablePeriod) || years => Holds::Time,
        () if left.is_named && !is(CueClass::TableLabel) => Holds::Note,
        () => Holds::Label,
    }
}

/// Ties the columns of results to those of their plan, and those of parts to that of the total.
fn relate(columns: &mut [Column]) {
    let plans: Vec<usize> = (0..columns.len()).filter(|c| is_plan(&columns[*c])).collect();
    let alone = if let [only] = plans[..] { Some(only) } else { None };
    let figures = |column: &Column| column.holds == Holds::Figures;
    let reached: Vec<bool> = columns.iter().map(is_reached).collect();
    let results = |among: Range<usize>| reached[among].contains(&true);
    let mut before = None;
    let mut totals: HashMap<Option<(usize, usize)>, usize> = HashMap::new();
    for (c, column) in columns.iter_mut().enumerate().filter(|(_, column)| figures(column)) {
        let plan = plans.iter().rfind(|plan| **plan < c).copied().or(alone);
        let heading = &mut column.heading;
        let shares = plan.is_some() && is_bare_share(heading);
        // `Đạt (%)` behind plan and result, not the result of a plan that is a share itself.
        let held = heading.says == Says::Result
            && plan.is_some_and(|plan| plan < c && results(plan + 1..c));
        if shares && (heading.says == Says::Untold || held) {
            heading.says = Says::Attainment;
            heading.words.clear();
        }
        if shares_change(&before, heading) {
            heading.says = Says::Change(None);
        }
        before = Some((heading.says, heading.parent));
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

fn is_reached(column: &Column) -> bool {
    let says = column.heading.says;
    let is_share = column.heading.unit.as_ref().is_some_and(Unit::is_share);
    column.holds == Holds::Figures
        && !is_share
        && matches!(says, Says::Result | Says::Estimate | Says::Untold)
}

/// `Tỷ lệ (%)` beside `Tăng, giảm` under one head: by which share it changed.
fn shares_change(before: &Option<(Says, Option<(usize, usize)>)>, heading: &Heading) -> bool {
    let beside = before.is_some_and(|(says, parent)| {
        matches!(says, Says::Change(_)) && parent.is_some() && parent == heading.parent
    });
    let share = heading.unit.as_ref().is_some_and(Unit::is_share);
    beside && share && heading.says == Says::Untold
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
