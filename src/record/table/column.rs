//! What each column of a table holds, told by its heading and by its cells.
//!
//! A column of figures under `Chỉ tiêu` is no column of labels: the cells decide between figures
//! and words, the heading says which figures or which words.

use super::cell;
use super::heading::{self, Heading};
use super::layout::Layout;
use super::mark;
use super::relate::relate;
use super::rows::Row;
use super::says::Says;
use super::sides;
use super::term;
use super::unit::Unit;
use crate::lexicon::CueClass;
use crate::mention::{Decimals, cell_sign};
use crate::record::Block;
use rust_decimal::Decimal;

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
    pub signs: Signs,
    /// The column of the plan that its figures are held against.
    pub plan: Option<usize>,
    /// The column of the total that it is a part of.
    pub total: Option<usize>,
}

/// Which signs stand before the figures of a column.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Signs {
    pub any: bool,
    /// `+5`, `▲ 500`: nothing but a change is written so.
    pub rise: bool,
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
    /// Of the figures, those with a sign, and with one that they rose by.
    signed: usize,
    rising: usize,
    /// Whether each of them is one more than the one before, and the last of them.
    runs: bool,
    last: Option<Decimal>,
    /// Whether each of them goes on from the one before or begins anew with 1, and how many words are letters between them.
    outlines: bool,
    letters: usize,
    /// Of the figures, those that are shares by their own sign: `96,8%`.
    shares: usize,
}

impl Count {
    /// Whether the cells are the marks of an outline that no heading names: `A`, `1`, `2`, `B`, `1`.
    fn is_outline(self, heading: &Heading) -> bool {
        let unnamed = heading.words.is_empty() && heading.unit.is_none();
        unnamed && self.outlines && self.letters > 0 && self.letters == self.words
    }
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
    let header = &rows[layout.header.clone()];
    let graded = heading::graded(blocks, header);
    let monthly = heading::monthly(blocks, header);
    let own = |c: usize| heading::read(blocks, header, (&graded, &monthly), c);
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
            let heading = &headings[cell.columns.start];
            let of_units = heading.kinds.contains(&CueClass::TableUnit);
            let of_times = heading.kind_of_time.is_some() && cell.columns.start == 0;
            if heading.is_of_terms && term::is_term(scene, cell.words.clone(), true) {
                count.words += 1;
            } else if of_times && heading::is_number(scene, cell) {
                count.years += 1;
            } else if of_units && (cell::unit(scene, cell).is_some() || cell::is_rate(scene, cell))
            {
                count.units += 1;
            } else if cell::year(scene, cell).is_some() {
                count.years += 1;
            } else if let Some(figure) = cell::figure(block, cell, decimals, true) {
                let next = count.last.map(|last| last.saturating_add(Decimal::ONE));
                let follows = next == Some(figure.value);
                count.runs = count.figures == 0 || count.runs && follows;
                count.outlines = (count.figures == 0 || count.outlines)
                    && (follows || figure.value == Decimal::ONE);
                count.last = Some(figure.value);
                count.figures += 1;
                count.shares += usize::from(scene.key(cell.words.end - 1) == "%");
                let sign = cell_sign(scene, cell.words.start);
                count.signed += usize::from(sign.is_some());
                count.rising += usize::from(sign == Some(true));
            } else if cell::unit(scene, cell).is_some() || cell::is_ditto(scene, cell) {
                count.units += 1;
            } else if cell.words.clone().any(|i| scene.is_word(i)) {
                count.words += 1;
                count.texts += usize::from(cell::tells_figures(block, cell));
                count.letters += usize::from(mark::rank_of(scene, cell.words.clone()).is_some());
            }
        }
    }
    let of_figures = |c: &usize| is_of_figures(&headings[*c], counts[*c]);
    // A rank may stand before what is ranked.
    let labels = (0..width).find(|c| !of_figures(c) && counts[*c].words + counts[*c].years > 0);
    let ranges = labels
        .is_none()
        .then(|| {
            (0..width)
                .find(|c| names_rows(&headings[*c]) || numbers_rows(&headings[*c], counts[*c]))
        })
        .flatten();
    let of_figures = |c: &usize| of_figures(c) && Some(*c) != ranges;
    let first = (labels.unwrap_or(0)..width).find(of_figures).unwrap_or(width);
    let last = (0..width).rfind(of_figures).unwrap_or(0);
    let kinds = labels.map_or(Vec::new(), |c| headings[c].kinds.clone());
    let beside =
        labels.map_or(0..0, |c| c + 1..(c + 1..width).find(|c| !of_figures(c)).unwrap_or(width));
    let twins: Vec<bool> =
        (0..width).map(|c| !of_figures(&c) && sides::repeats(&headings, &beside, c)).collect();
    let percent = rows.first().and_then(|row| Unit::percent(&blocks[row.block].scene));
    let mut named = false;
    let mut columns: Vec<Column> = headings
        .into_iter()
        .zip(counts)
        .enumerate()
        .map(|(c, (mut heading, count))| {
            if heading.unit.is_none() && count.figures > 0 && count.shares == count.figures {
                heading.unit = percent.clone();
            }
            let same = |kind: &CueClass| kinds.contains(kind) && names_rows(&heading);
            let again = c > first && c < last && (heading.kinds.iter().any(same) || twins[c]);
            let left = Left {
                is_left: c < first || again,
                is_named: named && !again,
                is_label: Some(c) == ranges,
            };
            let no_header = layout.header.is_empty() && goes_on.is_none();
            let holds = holds(&heading, count, left, no_header);
            named |= holds == Holds::Label && heading.kinds.contains(&CueClass::TableLabel);
            let opens = again && matches!(holds, Holds::Label | Holds::Place);
            let signs = Signs { any: count.signed > 0, rise: count.rising > 0 };
            Column { holds, heading, opens, signs, plan: None, total: None }
        })
        .collect();
    if columns.iter().any(|column| column.heading.is_contact) {
        columns.iter_mut().filter(|column| is_room(column)).for_each(|column| {
            column.holds = Holds::Identifier;
        });
    }
    relate(&mut columns);
    columns
}

/// In a list of people with their telephones a number counts only where its heading says what.
fn is_room(Column { holds, heading, .. }: &Column) -> bool {
    let counts = heading.unit.is_some() || heading.counted.as_ref().is_some_and(|(says, _)| *says);
    *holds == Holds::Figures && heading.says == Says::Untold && !counts
}

/// Whether a heading says that the rows are named under it.
fn names_rows(heading: &Heading) -> bool {
    let names = |kind| matches!(kind, &CueClass::TableLabel | &CueClass::TablePlace);
    heading.says == Says::Untold && heading.kinds.iter().any(names)
}

/// Whether the numbers of a column are names of the rows: `6`, `7` and `8` under `Khối`, a bare noun.
fn numbers_rows(heading: &Heading, count: Count) -> bool {
    let noun = heading.unit.is_some() && heading.words.is_empty()
        || heading.counted.as_ref().is_some_and(|(says, _)| !says);
    count.runs && count.figures > 1 && noun && heading.says == Says::Untold
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
    !named && !count.is_outline(heading) && figures > 0 && figures >= count.units + count.words
}

/// Where a column stands.
#[derive(Debug, Clone, Copy)]
struct Left {
    /// Left of the first figures.
    is_left: bool,
    /// Right of a column that says what the rows are.
    is_named: bool,
    /// The only one that can say what the rows are: `15 - 24` under `Nhóm tuổi`.
    is_label: bool,
}

fn holds(heading: &Heading, count: Count, left: Left, no_header: bool) -> Holds {
    let is = |kind| heading.kinds.contains(&kind);
    if is(CueClass::TableOrdinal) {
        return Holds::Ordinal;
    }
    if is(CueClass::TableIdentifier) {
        return Holds::Identifier;
    }
    if count.is_outline(heading) {
        return Holds::Ordinal;
    }
    if left.is_label {
        return Holds::Label;
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
