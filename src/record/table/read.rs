//! A table from its first block to its last: its mentions are settled, its figures told.

use super::body::{Body, Line};
use super::column::{self, Column, Holds};
use super::layout::{self, Layout};
use super::rows::{self, Row};
use super::settle::{Fate, settle};
use super::tell::Teller;
use super::told::Told;
use super::{cell, note};
use crate::record::Block;
use crate::record::head::Head;
use std::collections::HashMap;

/// The blocks of a table.
#[derive(Debug)]
pub(in crate::record) struct Table {
    /// How many blocks are its rows; none where no table begins.
    pub blocks: usize,
    /// For the figures of each row, in order, what the table tells of them; empty where it is
    /// no table of figures.
    pub told: Vec<Vec<Option<Told>>>,
}

/// Reads the table that begins at block `first`, whose first record will be number `record`, from 0.
pub(in crate::record) fn read(
    blocks: &mut [Block<'_>],
    first: usize,
    head: &Head,
    record: usize,
) -> Table {
    let rows = rows::at(blocks, first);
    let told = figures(blocks, &rows, head, record);
    Table { blocks: rows.len(), told: told.unwrap_or_default() }
}

fn figures(
    blocks: &mut [Block<'_>],
    rows: &[Row],
    head: &Head,
    record: usize,
) -> Option<Vec<Vec<Option<Told>>>> {
    let first = rows.first()?;
    let decimals = cell::decimals(blocks, rows);
    let layout = layout::of(blocks, rows);
    let columns = column::read(blocks, rows, &layout, decimals);
    if !column::tell_figures(&columns, &layout) {
        number_rows(blocks, rows, &columns);
        return None;
    }
    let title_end = rows.get(layout.titles.end).map_or(first.block, |row| row.block);
    let note = note::read(blocks, first.block, title_end);
    let lines =
        Body::new(blocks, &columns, decimals).read(&rows[layout.body.clone()], layout.body.start);
    let teller = Teller::new(blocks[first.block].scene, &columns, &lines, &note, head);
    let told: Vec<Vec<Told>> = lines
        .iter()
        .map(|line| line.figures.iter().map(|figure| teller.tell(line, figure)).collect())
        .collect();
    let seats = settle_rows(blocks, rows, &layout, &columns, &lines);
    let mut next = record;
    let mut ids: Vec<Vec<String>> = Vec::with_capacity(lines.len());
    let mut line = 0;
    for (row, seats) in seats.iter().enumerate() {
        if lines.get(line).is_some_and(|l| l.row == row) {
            let figures = seats.iter().enumerate().filter(|(_, seat)| seat.is_some());
            ids.push(figures.map(|(f, _)| format!("r{}", next + f + 1)).collect());
            line += 1;
        }
        next += seats.len();
    }
    let told = link(told, &lines, &columns, &ids);
    Some(spread(told, &lines, seats))
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
    let mut lines = lines.iter().peekable();
    let mut seats = Vec::with_capacity(rows.len());
    for (i, row) in rows.iter().enumerate() {
        let line = lines.next_if(|line| line.row == i);
        let fates = row.cells.iter().map(|cell| {
            if layout.titles.contains(&i) {
                return Fate::Kept;
            }
            if layout.header.contains(&i) {
                return Fate::Named("heading", "table.heading");
            }
            let column = cell.columns.start;
            let mut figures = line.iter().flat_map(|line| &line.figures);
            if let Some(figure) = figures.find(|figure| figure.column == column) {
                return Fate::Figure(Box::new(figure.quantity.clone()));
            }
            match columns[column].holds {
                Holds::Ordinal => Fate::Named("numbering", "table.ordinal"),
                Holds::Identifier => Fate::Named("name", "table.identifier"),
                Holds::Note | Holds::Figures => Fate::Kept,
                _ => Fate::Named("label", "table.label"),
            }
        });
        let fates = fates.collect();
        seats.push(settle(&mut blocks[row.block].mentions, &row.cells, fates));
    }
    seats
}

/// Ties results to their plans, and parts to their wholes.
fn link(
    mut told: Vec<Vec<Told>>,
    lines: &[Line],
    columns: &[Column],
    ids: &[Vec<String>],
) -> Vec<Vec<Told>> {
    let at: Vec<HashMap<usize, usize>> = lines
        .iter()
        .map(|line| line.figures.iter().enumerate().map(|(f, figure)| (figure.column, f)).collect())
        .collect();
    for l in 0..lines.len() {
        for f in 0..lines[l].figures.len() {
            let figure = &lines[l].figures[f];
            let column = &columns[figure.column];
            let plan = column.plan.and_then(|plan| at[l].get(&plan));
            told[l][f].target = plan.map(|plan| ids[l][*plan].clone());
            let over = lines[l].whole.and_then(|w| Some((w, *at[w].get(&figure.column)?)));
            let beside = column.total.and_then(|total| Some((l, *at[l].get(&total)?)));
            let whole = over.into_iter().chain(beside).find(|(w, g)| {
                let total = &lines[*w].figures[*g].quantity;
                figure.quantity.value <= total.value && told[l][f].adds_to(&told[*w][*g])
            });
            told[l][f].part_of = whole.map(|(w, g)| ids[w][g].clone());
        }
    }
    told
}

/// What is told, laid out by row and figure.
fn spread(
    told: Vec<Vec<Told>>,
    lines: &[Line],
    seats: Vec<Vec<Option<usize>>>,
) -> Vec<Vec<Option<Told>>> {
    let mut told = lines.iter().map(|line| line.row).zip(told).peekable();
    let rows = seats.into_iter().enumerate().map(|(row, seats)| {
        let mut line = told.next_if(|(at, _)| *at == row).map(|(_, told)| told.into_iter());
        let figures = seats.into_iter().map(|seat| seat.and_then(|_| line.as_mut()?.next()));
        figures.collect()
    });
    rows.collect()
}
