//! Pages to blocks: paragraphs with the words of their lines, and tables.
//!
//! A paragraph goes on over the end of a column or a page. Notes at the foot of a page come behind the
//! paragraph that they interrupt, and a table goes on on the next page where its columns are the same.

use super::grid::{self, Table};
use super::join::Measure;
use super::leaf::{Leaf, Unit};
use super::row::{self, Row};
use super::running;
use super::writer::Writer;
use super::zone::{self, Part};

/// A page as lines and tables.
#[derive(Debug)]
pub(super) struct Side {
    pub(super) height: Unit,
    pub(super) rows: Vec<Row>,
    pub(super) tables: Vec<Table>,
}

/// A part of the document.
#[derive(Debug)]
pub(super) enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table, and the number of its page.
    Table(Table, usize),
}

/// A paragraph.
#[derive(Debug)]
pub(super) struct Paragraph {
    /// Number of the page that it begins on.
    pub(super) page: usize,
    pub(super) size: Unit,
    pub(super) is_bold: bool,
    pub(super) spans: Vec<Span>,
    /// Its last line, and where the lines around it stand.
    pub(super) last: (Row, Measure),
    pub(super) lines: usize,
}

/// Words in one type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) is_raised: bool,
    pub(super) font: u16,
}

/// A document.
#[derive(Debug)]
pub(super) struct Flow {
    pub(super) blocks: Vec<Block>,
    /// Size of most of its type.
    pub(super) body: Unit,
}

/// How lines were typed that were not printed.
#[derive(Debug, Clone, Copy)]
pub(in crate::document) struct Typed {
    /// How long they may be.
    pub(in crate::document) width: Unit,
    /// Whether paragraphs are held apart by empty lines.
    pub(in crate::document) is_spaced: bool,
}

/// The blocks of a document.
pub(super) fn flow(leaves: Vec<Leaf>, typed: Option<Typed>) -> Flow {
    let mut sides: Vec<Side> = leaves.into_iter().map(side).collect();
    running::strip(&mut sides);
    let body = body_size(&sides);
    let usual = usual_step(&sides, body);
    let rows = sides.iter().flat_map(|side| &side.rows);
    let longest = rows.map(|row| row.x().1).max().unwrap_or(0);
    let right = typed.map_or(longest, |typed| typed.width);
    let mut writer = Writer::new(typed, right, body, usual);
    for (page, side) in sides.into_iter().enumerate() {
        let (parts, notes) = parts(side, body);
        writer.page(page, parts, notes);
    }
    Flow { blocks: writer.blocks, body }
}

fn side(mut leaf: Leaf) -> Side {
    let tables = grid::take(&mut leaf);
    let mut rows = row::rows(leaf.runs);
    for row in &mut rows {
        row.close_marks();
    }
    Side { height: leaf.height, rows, tables }
}

/// The size that most letters have.
fn body_size(sides: &[Side]) -> Unit {
    let rows = sides.iter().flat_map(|side| &side.rows);
    let mut sizes: Vec<(Unit, usize)> = rows.map(|row| (row.size, row.text().len())).collect();
    sizes.sort_unstable();
    let same = sizes.chunk_by(|a, b| a.0 == b.0);
    let most = same.max_by_key(|same| same.iter().map(|(_, length)| length).sum::<usize>());
    most.map_or(0, |same| same[0].0)
}

/// How far lines of the body are from each other within a paragraph: most often less than between two.
fn usual_step(sides: &[Side], body: Unit) -> Unit {
    let steps = sides.iter().flat_map(|side| side.rows.windows(2)).filter_map(|pair| {
        let step = pair[1].base - pair[0].base;
        (pair[0].size == body && pair[1].size == body && step > body / 2 && step < body * 4)
            .then_some(step)
    });
    let mut steps: Vec<Unit> = steps.collect();
    let quarter = steps.len() / 4;
    match steps.is_empty() {
        true => body * 3 / 2,
        false => (*steps.select_nth_unstable(quarter).1).min(body * 5 / 2),
    }
}

/// The parts of a page in reading order, and the notes at its foot.
fn parts(mut side: Side, body: Unit) -> (Vec<Part>, Vec<Row>) {
    let is_note = |row: &Row| row.size * 100 <= body * 92;
    let notes = side.rows.iter().rev().take_while(|row| is_note(row)).count();
    let first = side.rows.len() - notes;
    let is_foot = first > 0
        && side.rows.get(first).is_some_and(|row| {
            row.base > side.height / 2
                && row.text().starts_with(|c: char| c.is_ascii_digit() || "*(¹²³".contains(c))
        });
    let mut notes = if is_foot { side.rows.split_off(first) } else { Vec::new() };
    // The mark of a note may stand in a row of its own.
    notes.retain(|row| row.text().contains(|c: char| c.is_alphabetic()));
    let mut parts = Vec::new();
    let mut rows = side.rows.into_iter().peekable();
    for table in side.tables {
        let mut above = Vec::new();
        while let Some(row) = rows.next_if(|row| row.base < table.y.1) {
            above.push(row);
        }
        zone::order(above, &mut parts);
        parts.push(Part::Table(table));
    }
    zone::order(rows.collect(), &mut parts);
    (parts, notes)
}
