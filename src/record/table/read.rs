//! The tables of an article: their mentions are settled, their figures told.
//!
//! A table of words, or a frame around a text, tells nothing of its figures; only its rows are numbered.

use super::body::Body;
use super::column::{self, Column, Holds};
use super::head::Head;
use super::layout::{self, Layout};
use super::lead::{Lead, Opening};
use super::line::Line;
use super::link::link;
use super::note::{self, Note};
use super::outline::Outline;
use super::rows::{self, Row};
use super::settle::{Fate, settle};
use super::tell::Teller;
use super::told::Told;
use super::{cell, sides, unit};
use crate::mention::Quantity;
use crate::record::Block;
use crate::record::judged::Seat;
use std::collections::HashMap;

/// What the tables of an article tell of their figures.
#[derive(Debug, Default)]
pub struct Tables {
    pub(in crate::record) told: HashMap<Seat, Told>,
}

impl Tables {
    /// Makes room for a figure that was put into a row: those from there on have moved on by one.
    pub(crate) fn make_room(&mut self, (row, at): Seat) {
        let moved = |seat: Seat| match seat {
            (r, figure) if r == row && figure >= at => (r, figure + 1),
            _ => seat,
        };
        let told = std::mem::take(&mut self.told).into_iter();
        self.told = told.map(|(seat, told)| (moved(seat), told.moved(moved))).collect();
    }
}

/// Reads all tables of an article. The numbers of their rows are settled: which are figures, and which are
/// numberings, labels, years.
#[must_use]
pub fn read(blocks: &mut [Block<'_>], headline: &Block<'_>) -> Tables {
    for block in blocks.iter_mut() {
        unit::quiet(&block.scene, &mut block.mentions);
    }
    let mut tables = Tables::default();
    let opening = Opening::new(blocks, headline);
    let mut before = None;
    let mut outline = Outline::default();
    let mut at = 0;
    while at < blocks.len() {
        outline.enter(&blocks[at]);
        let rows = rows::at(blocks, at);
        if !rows.is_empty() {
            let head = outline.over(&blocks[at]);
            let lead = opening.over(blocks, at);
            let near = before.take().filter(|table: &Before| at <= table.end + BETWEEN);
            let read = figures(blocks, &rows, (&head, &lead), near);
            let read = read.map(|Read { told, columns, note }| {
                tables.told.extend(told);
                Before { end: at + rows.len(), columns, note }
            });
            before = read;
        }
        let end = at + rows.len().max(1);
        blocks[at..end].iter().for_each(|block| outline.leave(block));
        at = end;
    }
    tables
}

/// The figures of one table with what it tells of them; none where it is no table of figures.
fn figures(
    blocks: &mut [Block<'_>],
    rows: &[Row],
    (head, lead): (&Head, &Lead<'_>),
    before: Option<Before>,
) -> Option<Read> {
    let first = rows.first()?;
    let decimals = cell::decimals(blocks, rows);
    let layout = layout::of(blocks, rows);
    let headed = before.as_ref().map(|before| &before.columns[..]);
    let columns = column::read(blocks, rows, &layout, decimals, headed);
    if !column::tell_figures(&columns, &layout) {
        number_rows(blocks, rows, &columns);
        return None;
    }
    let title_end = rows.get(layout.titles.end).map_or(first.block, |row| row.block);
    let mut note = note::read(blocks, first.block, title_end, first.block + rows.len());
    let alone = rows[layout.body.clone()].iter().filter(|row| row.cells.len() == 1);
    let own = alone.filter_map(|row| unit::noted(&blocks[row.block].scene)).next();
    note.unit = note.unit.or(own);
    if let Some(twin) = before.as_ref().filter(|before| before.is_twin(first.block, &columns)) {
        note.unit = note.unit.or(twin.note.unit.clone());
    }
    if let Some(before) = before.filter(|before| before.goes_on(&layout, columns.len())) {
        note.unit = note.unit.or(before.note.unit);
        if note.units.is_empty() {
            note.units = before.note.units;
        }
        note.time = note.time.or(before.note.time);
        note.caption = note.caption.or(before.note.caption);
    }
    let mut lines: Vec<Line> = Vec::new();
    for side in sides::sides(&columns) {
        let body = Body::new(blocks, &columns, decimals, side);
        let before = lines.len();
        let mut read = body.read(&rows[layout.body.clone()], layout.body.start);
        read.iter_mut().for_each(|line| line.whole = line.whole.map(|whole| whole + before));
        lines.append(&mut read);
    }
    let teller = Teller::new(blocks[first.block].scene, &columns, &lines, (&note, head, lead));
    let told: Vec<Vec<Told>> = lines
        .iter()
        .map(|line| line.figures.iter().map(|figure| teller.tell(line, figure)).collect())
        .collect();
    let settled = settle_rows(blocks, rows, &layout, &columns, &lines);
    let seats: Vec<Vec<Seat>> = lines
        .iter()
        .map(|line| {
            // The headline is row 0, before all blocks.
            let row = rows[line.row].block + 1;
            let figures = settled[line.row].iter().enumerate();
            let is_own = |cell: &Option<usize>| {
                cell.is_some_and(|c| line.side.contains(&rows[line.row].cells[c].columns.start))
            };
            figures.filter(|(_, cell)| is_own(cell)).map(|(figure, _)| (row, figure)).collect()
        })
        .collect();
    let told = link(told, &lines, &columns, &seats);
    let lines = seats.into_iter().zip(told);
    let told = lines.flat_map(|(seats, told)| seats.into_iter().zip(told)).collect();
    Some(Read { told, columns, note })
}

/// A table of figures as it was read.
struct Read {
    /// What it tells of each of its figures.
    told: Vec<(Seat, Told)>,
    columns: Vec<Column>,
    note: Note,
}

/// Most blocks between two parts of a table: `(tiếp theo)`.
const BETWEEN: usize = 1;

/// The table of figures before, which another without a heading may go on with.
struct Before {
    /// The block behind it.
    end: usize,
    columns: Vec<Column>,
    note: Note,
}

impl Before {
    fn goes_on(&self, layout: &Layout, width: usize) -> bool {
        layout.header.is_empty() && self.columns.len() == width
    }

    /// Whether a table with nothing before it has the same heads over its figures: exports beside imports.
    fn is_twin(&self, first: usize, columns: &[Column]) -> bool {
        let is_like = |(one, other): (&Column, &Column)| {
            one.holds == other.holds
                && (one.holds != Holds::Figures || one.heading.words == other.heading.words)
        };
        let pairs = || self.columns.iter().zip(columns);
        self.end == first && self.columns.len() == columns.len() && pairs().all(is_like)
    }
}

/// In a table of words: its rows are numbered, its telephone numbers count nothing.
fn number_rows(blocks: &mut [Block<'_>], rows: &[Row], columns: &[Column]) {
    for row in rows {
        let fates = row.cells.iter().map(|cell| match columns[cell.columns.start].holds {
            Holds::Ordinal => Fate::Named("numbering", "table.ordinal"),
            Holds::Identifier => Fate::Named("name", "table.identifier"),
            _ => Fate::Kept,
        });
        let fates = fates.collect();
        settle(&mut blocks[row.block].mentions, &row.cells, fates);
    }
}

/// Settles the numbers of every row; gives for each of its figures the cell that it begins.
fn settle_rows(
    blocks: &mut [Block<'_>],
    rows: &[Row],
    layout: &Layout,
    columns: &[Column],
    lines: &[Line],
) -> Vec<Vec<Option<usize>>> {
    let mut told: Vec<Vec<&Line>> = vec![Vec::new(); rows.len()];
    lines.iter().for_each(|line| told[line.row].push(line));
    let mut settled = Vec::with_capacity(rows.len());
    for (i, row) in rows.iter().enumerate() {
        let fates = row.cells.iter().map(|cell| {
            if layout.titles.contains(&i) {
                return Fate::Kept;
            }
            if layout.header.contains(&i) {
                return Fate::Named("heading", "table.heading");
            }
            let column = cell.columns.start;
            let figures = told[i].iter().flat_map(|line| &line.figures);
            let own = figures.filter(|figure| figure.column == column);
            let own: Vec<Quantity> = own.map(|figure| figure.quantity.clone()).collect();
            if !own.is_empty() {
                return Fate::Figures(own);
            }
            match columns[column].holds {
                Holds::Ordinal => Fate::Named("numbering", "table.ordinal"),
                Holds::Identifier => Fate::Named("name", "table.identifier"),
                Holds::Note | Holds::Text | Holds::Figures => Fate::Kept,
                _ => Fate::Named("label", "table.label"),
            }
        });
        let fates = fates.collect();
        settled.push(settle(&mut blocks[row.block].mentions, &row.cells, fates));
    }
    settled
}
