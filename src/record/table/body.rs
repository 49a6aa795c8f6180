//! The rows of a table's body: which of their cells name them, and which are figures.
//!
//! What a label says and where its row stands says `row_label`.

use super::cell;
use super::column::{Column, Holds};
use super::figure::{Figure, asides, opens_words};
use super::label;
use super::line::{Above, Line};
use super::mark;
use super::row_label::is_total;
use super::rows::{Cell, Row};
use super::says::{Says, direction};
use super::unit::{self, Unit};
use crate::mention::{Decimals, UnitWords};
use crate::record::Block;
use std::ops::Range;

/// Reads the rows of the body from the top down.
pub(super) struct Body<'t, 'a> {
    pub blocks: &'t [Block<'a>],
    pub columns: &'t [Column],
    pub decimals: Decimals,
    /// The columns that it reads.
    pub(super) side: Range<usize>,
    /// Whether no column says what its figures are, so that a row can.
    pub(super) untold: bool,
    /// The last row.
    pub(super) last: usize,
    pub(super) lines: Vec<Line>,
    pub(super) above: Vec<Above>,
    /// The cells that reach down over rows: block, cell, and how many rows they still take.
    pub(super) reaching: Vec<Option<(usize, Cell, usize)>>,
    /// The unit of the last row that gave one.
    pub(super) unit: Option<Unit>,
    /// The first line that the next total can be the sum of.
    pub(super) group: usize,
    /// The total that the following lines are parts of.
    pub(super) total: Option<usize>,
    /// `Trong đó:` stands alone: what follows is part of the row before it.
    pub(super) among: bool,
}

impl<'t, 'a> Body<'t, 'a> {
    pub(super) fn new(
        blocks: &'t [Block<'a>],
        columns: &'t [Column],
        decimals: Decimals,
        side: Range<usize>,
    ) -> Self {
        let is_untold =
            |column: &Column| column.holds != Holds::Figures || column.heading.says == Says::Untold;
        Self {
            untold: columns.iter().all(is_untold),
            blocks,
            columns,
            decimals,
            side,
            lines: Vec::new(),
            above: Vec::new(),
            reaching: vec![None; columns.len()],
            last: 0,
            unit: None,
            group: 0,
            total: None,
            among: false,
        }
    }

    pub(super) fn read(mut self, rows: &[Row], first: usize) -> Vec<Line> {
        self.last = first + rows.len().saturating_sub(1);
        for (i, row) in rows.iter().enumerate() {
            self.add(first + i, row);
        }
        let mut over = None;
        for line in &mut self.lines {
            match &line.counted {
                Some((true, unit)) => over = Some(unit.clone()),
                _ => line.counted_over.clone_from(&over),
            }
        }
        self.lines
    }

    fn add(&mut self, index: usize, row: &Row) {
        let mut line = Line { row: index, side: self.side.clone(), ..Line::default() };
        let mut labels = Vec::new();
        let mut rank = None;
        let (mut has_unit, mut filled) = (false, false);
        for c in self.side.clone() {
            let column = &self.columns[c];
            let Some((block, cell)) = self.cell(row, c) else { continue };
            let block = &self.blocks[block];
            let scene = &block.scene;
            let total = || is_total(block, &cell.words);
            match self.holds(column, &cell) {
                Holds::Place if total() => labels.push((block, label::cut(scene, cell.words))),
                Holds::Ordinal => rank = mark::rank_of(scene, cell.words.clone()).or(rank),
                Holds::Label => labels.push((block, label::cut(scene, cell.words.clone()))),
                Holds::Place => line.place = Some(scene.text.slice(cell.words).to_owned()),
                Holds::Time => self.date(&mut line, block, c, cell.words),
                Holds::Unit if cell::is_ditto(scene, &cell) => has_unit = true,
                Holds::Unit => {
                    let is_empty =
                        cell.words.clone().all(|i| matches!(scene.key(i), "-" | "." | "…"));
                    self.unit = (!is_empty).then(|| unit::of_cell(scene, cell.words));
                    has_unit = true;
                }
                Holds::Figures if cell.columns.start == c => {
                    filled = true;
                    line.figures.extend(self.figures(block, c, &cell));
                }
                Holds::Text if cell.columns.start == c => {
                    line.figures.extend(asides(block, c, &cell, cell.words.start));
                }
                _ => {}
            }
        }
        line.fills = filled;
        line.unit = self.unit.clone().filter(|_| has_unit);
        self.name(line, labels, rank);
    }

    /// The cell of a row in a column: its own, else one that reaches down to it, unless it tells figures.
    fn cell(&mut self, row: &Row, column: usize) -> Option<(usize, Cell)> {
        if let Some(cell) = row.cell(column) {
            let rest = (row.block, cell.clone(), cell.rows - 1);
            self.reaching[column] = Some(rest).filter(|(.., rows)| *rows > 0);
            return (cell.columns.start == column).then(|| (row.block, cell.clone()));
        }
        let (block, cell, rows) = self.reaching[column].take()?;
        let found = (block, cell.clone());
        self.reaching[column] = Some((block, cell, rows - 1)).filter(|(.., rows)| *rows > 0);
        let told = matches!(self.columns[column].holds, Holds::Figures | Holds::Text);
        Some(found).filter(|_| !told)
    }

    /// What a cell holds: that of the first of its columns that holds labels, else of its own.
    fn holds(&self, column: &Column, cell: &Cell) -> Holds {
        if column.holds == Holds::Time && cell.columns.len() >= self.side.len() {
            return Holds::Label;
        }
        let under = self.columns.iter().skip(cell.columns.start).take(cell.columns.len());
        let labels = under.map(|column| column.holds);
        let mut labels = labels.filter(|holds| matches!(holds, Holds::Label | Holds::Place));
        labels.next().unwrap_or(column.holds)
    }

    /// The figures of a cell: the one that it is, and those that stand behind it.
    fn figures(&self, block: &Block<'_>, column: usize, cell: &Cell) -> Vec<Figure> {
        let Column { heading, plan, .. } = &self.columns[column];
        let may_open = plan.is_none() && matches!(heading.says, Says::Untold | Says::Result);
        let opens = |first: &Figure| may_open && opens_words(block, cell, first);
        let first = self.figure(block, column, cell).filter(|first| !opens(first));
        let behind = first.as_ref().map_or(cell.words.start, |first| first.quantity.words.end);
        first.into_iter().chain(asides(block, column, cell, behind)).collect()
    }

    fn figure(&self, block: &Block<'_>, column: usize, cell: &Cell) -> Option<Figure> {
        let of_column = self.columns[column].heading.unit.as_ref();
        let has_units = self.columns.iter().any(|column| column.holds == Holds::Unit);
        let unit = of_column.or(self.unit.as_ref().filter(|_| has_units));
        let counted = unit.is_none_or(Unit::counts);
        let quantity = cell::figure(block, cell, self.decimals, counted)?;
        let stands = |unit: &UnitWords| {
            unit.words.end <= cell.words.end && unit.words.start >= cell.words.start
        };
        let unit = quantity.unit.as_ref().is_some_and(stands);
        let unit = unit.then(|| Unit::of(&block.scene, &quantity)).flatten();
        let moved = direction(block, cell.words.start..quantity.number.start)
            .or_else(|| cell::points(&block.scene, cell));
        Some(Figure { column, quantity, unit, moved, aside: None })
    }
}
