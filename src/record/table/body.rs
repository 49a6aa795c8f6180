//! The rows of a table's body: what each measures, under which rows it stands, and where its
//! figures are.
//!
//! A row without figures heads the rows under it; `- nữ` stands under the row above it; `Tổng cộng`
//! is the total of the rows before it, or of those behind it where it comes first.

use super::cell;
use super::column::{Column, Holds};
use super::heading;
use super::label::{self, Label};
use super::mark::{self, Rank};
use super::rows::{Cell, Row};
use super::unit::{self, Unit};
use crate::lexicon::CueClass;
use crate::mention::{Decimals, Quantity};
use crate::record::{Block, Period};

/// A row with figures.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// Index into the table's rows.
    pub row: usize,
    /// What it measures, without place and time.
    pub label: Option<String>,
    /// The rows that it stands under, and other labels of its own.
    pub path: Vec<String>,
    pub place: Option<String>,
    pub period: Option<Period>,
    pub unit: Option<Unit>,
    /// What its label counts, and whether it says that it counts.
    pub counted: Option<(bool, Unit)>,
    pub is_total: bool,
    /// The line that it is a part of.
    pub whole: Option<usize>,
    pub figures: Vec<Figure>,
}

/// A figure of a line.
#[derive(Debug)]
pub(super) struct Figure {
    pub column: usize,
    pub quantity: Quantity,
    /// The unit in its own cell.
    pub unit: Option<Unit>,
}

/// A row that others can stand under.
struct Above {
    rank: Rank,
    label: String,
    /// Its line, where it has figures.
    line: Option<usize>,
}

/// Reads the rows of the body from the top down.
pub(super) struct Body<'t, 'a> {
    pub blocks: &'t [Block<'a>],
    pub columns: &'t [Column],
    pub decimals: Decimals,
    lines: Vec<Line>,
    above: Vec<Above>,
    /// The cells that reach down over rows: block, cell, and how many rows they still take.
    reaching: Vec<Option<(usize, Cell, usize)>>,
    /// The unit of the last row that gave one.
    unit: Option<Unit>,
    /// The first line that the next total can be the sum of.
    group: usize,
    /// The total that the following lines are parts of.
    total: Option<usize>,
    /// `Trong đó:` stands alone: what follows is part of the row before it.
    among: bool,
}

impl<'t, 'a> Body<'t, 'a> {
    pub(super) fn new(blocks: &'t [Block<'a>], columns: &'t [Column], decimals: Decimals) -> Self {
        Self {
            blocks,
            columns,
            decimals,
            lines: Vec::new(),
            above: Vec::new(),
            reaching: vec![None; columns.len()],
            unit: None,
            group: 0,
            total: None,
            among: false,
        }
    }

    pub(super) fn read(mut self, rows: &[Row], first: usize) -> Vec<Line> {
        for (i, row) in rows.iter().enumerate() {
            self.add(first + i, row);
        }
        self.lines
    }

    fn add(&mut self, index: usize, row: &Row) {
        let mut line = Line { row: index, ..Line::default() };
        let mut labels = Vec::new();
        let mut rank = None;
        let mut has_unit = false;
        for (c, column) in self.columns.iter().enumerate() {
            let Some((block, cell)) = self.cell(row, c) else { continue };
            let block = &self.blocks[block];
            let scene = &block.scene;
            let total = || self.is_total(block, &cell);
            match self.holds(column, &cell) {
                Holds::Place if total() => labels.push((block, label::cut(scene, cell.words))),
                Holds::Ordinal => rank = mark::rank_of(scene, cell.words.clone()).or(rank),
                Holds::Label => labels.push((block, label::cut(scene, cell.words.clone()))),
                Holds::Place => line.place = Some(scene.text.slice(cell.words).to_owned()),
                Holds::Time => {
                    line.period = heading::period(block, cell.words).map(|(_, period)| period);
                }
                Holds::Unit if cell::is_ditto(scene, &cell) => has_unit = true,
                Holds::Unit => {
                    self.unit = Some(unit::of_cell(scene, cell.words));
                    has_unit = true;
                }
                Holds::Figures if cell.columns.start == c => {
                    line.figures.extend(self.figure(block, c, &cell));
                }
                _ => {}
            }
        }
        line.unit = self.unit.clone().filter(|_| has_unit);
        self.name(line, labels, rank);
    }

    /// The cell of a row in a column: its own, else one that reaches down to it, unless of figures.
    fn cell(&mut self, row: &Row, column: usize) -> Option<(usize, Cell)> {
        if let Some(cell) = row.cell(column) {
            let rest = (row.block, cell.clone(), cell.rows - 1);
            self.reaching[column] = Some(rest).filter(|(.., rows)| *rows > 0);
            return (cell.columns.start == column).then(|| (row.block, cell.clone()));
        }
        let (block, cell, rows) = self.reaching[column].take()?;
        let found = (block, cell.clone());
        self.reaching[column] = Some((block, cell, rows - 1)).filter(|(.., rows)| *rows > 0);
        Some(found).filter(|_| self.columns[column].holds != Holds::Figures)
    }

    /// What a cell holds: that of the first of its columns that holds labels, else of its own.
    fn holds(&self, column: &Column, cell: &Cell) -> Holds {
        let under = self.columns.iter().skip(cell.columns.start).take(cell.columns.len());
        let labels = under.map(|column| column.holds);
        let mut labels = labels.filter(|holds| matches!(holds, Holds::Label | Holds::Place));
        labels.next().unwrap_or(column.holds)
    }

    fn is_total(&self, block: &Block<'_>, cell: &Cell) -> bool {
        let cue = block.scene.cue(cell.words.start, &[CueClass::TableTotal]);
        cue.is_some_and(|(len, _)| len == cell.words.len())
    }

    fn figure(&self, block: &Block<'_>, column: usize, cell: &Cell) -> Option<Figure> {
        let of_column = self.columns[column].heading.unit.as_ref();
        let has_units = self.columns.iter().any(|column| column.holds == Holds::Unit);
        let unit = of_column.or(self.unit.as_ref().filter(|_| has_units));
        let counted = unit.is_none_or(Unit::counts);
        let quantity = cell::figure(block, cell, self.decimals, counted)?;
        let unit = Unit::of(&block.scene, &quantity);
        Some(Figure { column, quantity, unit })
    }

    /// Gives a line its label and its place among the others.
    fn name(&mut self, mut line: Line, mut labels: Vec<(&Block<'_>, Label)>, rank: Option<Rank>) {
        let Some((block, own)) = labels.pop() else {
            return self.push(line, mark::UNMARKED, String::new());
        };
        let scene = &block.scene;
        let words = scene.text.slice(own.words.clone()).to_owned();
        let is_whole = |len: usize| len == own.words.len();
        line.is_total = scene
            .cue(own.words.start, &[CueClass::TableTotal])
            .is_some_and(|(len, _)| is_whole(len));
        let place = block.place_at(own.words.start);
        let time = heading::period(block, own.words.clone());
        match (place, time) {
            (Some((len, place)), _) if is_whole(len) => line.place = Some(place.name.clone()),
            (_, Some((time, period))) if is_whole(time.len()) => line.period = Some(period),
            _ => line.label = Some(words.clone()).filter(|words| !words.is_empty()),
        }
        line.unit = own.unit.or(line.unit);
        line.counted = unit::counted(scene, own.words);
        let others =
            labels.iter().map(|(block, label)| block.scene.text.slice(label.words.clone()));
        line.path = others.map(str::to_owned).collect();
        let rank = if own.is_part { Some(mark::DASHED) } else { own.rank.or(rank) };
        let numbered = self.columns.iter().any(|column| column.holds == Holds::Ordinal);
        let under = (numbered || self.among) && !line.is_total && !self.above.is_empty();
        let rank = rank.unwrap_or(if under { mark::DASHED } else { mark::UNMARKED });
        if own.is_part && words.is_empty() {
            self.among = true;
        } else {
            self.push(line, rank, words);
        }
    }

    /// Puts a line under those that it belongs to.
    fn push(&mut self, mut line: Line, rank: Rank, label: String) {
        while self.above.last().is_some_and(|above| above.rank >= rank) {
            self.above.pop();
        }
        self.among &= rank >= mark::DASHED;
        let labels = self.above.iter().map(|above| &above.label).filter(|label| !label.is_empty());
        let path = labels.cloned().chain(line.path.drain(..)).collect();
        line.path = path;
        let label = if line.is_total { String::new() } else { label };
        if line.figures.is_empty() {
            self.above.push(Above { rank, label, line: None });
            return;
        }
        let index = self.lines.len();
        line.whole = self.above.last().and_then(|above| above.line);
        if line.is_total {
            let parts = self.lines[self.group..].iter_mut().filter(|part| part.whole.is_none());
            let count = parts.map(|part| part.whole = Some(index)).count();
            self.total = (count == 0).then_some(index);
            self.group = index + 1;
        } else if line.whole.is_none() {
            line.whole = self.total;
        }
        self.above.push(Above { rank, label, line: Some(index) });
        self.lines.push(line);
    }
}
