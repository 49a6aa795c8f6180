//! The rows of a table's body: what each measures, under which rows it stands, and where its
//! figures are.
//!
//! A row without figures heads the rows under it; `- nữ` stands under the row above it; `Tổng cộng`
//! is the total of the rows before it, or of those behind it where it comes first.

use super::cell;
use super::column::{Column, Holds};
use super::figure::{Figure, asides};
use super::label::{self, Label};
use super::mark::{self, Rank};
use super::role_words;
use super::rows::{Cell, Row};
use super::says::{Says, direction};
use super::time::{self, Time};
use super::unit::{self, Unit};
use crate::lexicon::CueClass;
use crate::mention::Decimals;
use crate::record::Block;
use crate::text::Tokens;
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
    fills: bool,
}

/// A row that others can stand under.
struct Above {
    rank: Rank,
    label: String,
    /// Its line, where it has figures.
    line: Option<usize>,
    /// Whether nothing stands in its columns of figures: it heads the rows under it.
    heads: bool,
    time: Option<Time>,
    unit: Option<Unit>,
    /// What it says of the figures of the rows that it heads: `Tốc độ tăng (%)`.
    says: Option<Says>,
}

/// Reads the rows of the body from the top down.
pub(super) struct Body<'t, 'a> {
    pub blocks: &'t [Block<'a>],
    pub columns: &'t [Column],
    pub decimals: Decimals,
    /// The columns that it reads.
    side: Range<usize>,
    /// Whether no column says what its figures are, so that a row can.
    untold: bool,
    /// The last row.
    last: usize,
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
                    self.unit = Some(unit::of_cell(scene, cell.words));
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

    /// Reads a cell of a column of times.
    fn date(&self, line: &mut Line, block: &Block<'_>, column: usize, words: Tokens) {
        let kind = self.columns[column].heading.kind_of_time.as_ref();
        let together = kind.and_then(|kind| time::under(kind, block, &words));
        line.time = together.or_else(|| time::read(block, words.clone()));
        self.say(line, block, words);
    }

    /// What a label says of the figures of its row, where no column says it; whether it says nothing else.
    fn say(&self, line: &mut Line, block: &Block<'_>, words: Tokens) -> bool {
        let said = || role_words::of_row(block, words.clone());
        let Some((says, unit)) = self.untold.then(said).flatten() else {
            return false;
        };
        line.says = Some(says);
        line.unit = unit.or(line.unit.take());
        // What it is held against is no time of it; it holds the row before against another.
        let held = role_words::against(block, words.clone()).map_or(words.end, |(at, _)| at);
        let before = || self.lines.last().and_then(|line| line.time.clone());
        line.time = time::read(block, words.start..held).or_else(before);
        true
    }

    /// What a label says of the figures of its row behind what they measure: `Lượt khách so với cùng kỳ (%)`.
    fn compare(&self, line: &mut Line, block: &Block<'_>, label: &Label) -> bool {
        let share = label.unit.as_ref().is_some_and(Unit::is_share);
        let held = || role_words::held(block, label.words.clone());
        let Some((at, says)) = (self.untold && share).then(held).flatten() else { return false };
        line.says = Some(says);
        line.label = Some(block.scene.text.slice(label.words.start..at).to_owned());
        line.time = time::read(block, label.words.start..at).or(line.time.take());
        true
    }

    /// The figures of a cell: the one that it is, and those that stand behind it.
    fn figures(&self, block: &Block<'_>, column: usize, cell: &Cell) -> Vec<Figure> {
        let first = self.figure(block, column, cell);
        let behind = first.as_ref().map_or(cell.words.start, |first| first.quantity.words.end);
        first.into_iter().chain(asides(block, column, cell, behind)).collect()
    }

    fn figure(&self, block: &Block<'_>, column: usize, cell: &Cell) -> Option<Figure> {
        let of_column = self.columns[column].heading.unit.as_ref();
        let has_units = self.columns.iter().any(|column| column.holds == Holds::Unit);
        let unit = of_column.or(self.unit.as_ref().filter(|_| has_units));
        let counted = unit.is_none_or(Unit::counts);
        let quantity = cell::figure(block, cell, self.decimals, counted)?;
        let unit = Unit::of(&block.scene, &quantity);
        let moved = direction(block, cell.words.start..quantity.number.start)
            .or_else(|| cell::points(&block.scene, cell));
        Some(Figure { column, quantity, unit, moved, aside: None })
    }

    /// Gives a line its label and its place among the others.
    fn name(&mut self, mut line: Line, mut labels: Vec<(&Block<'_>, Label)>, rank: Option<Rank>) {
        let Some((block, own)) = labels.pop() else {
            return self.push(line, None, String::new(), None);
        };
        let scene = &block.scene;
        let mut words = scene.text.slice(own.words.clone()).to_owned();
        if own.words.len() == 1 && scene.is_digits(own.words.start) {
            let kind = self.columns[self.side.clone()].iter().find(|c| c.holds == Holds::Label);
            // `6` under `Khối` is `Khối 6`.
            let kind = kind.and_then(|Column { heading, .. }| {
                let unit = heading.unit.as_ref().map(|unit| &unit.text);
                heading.words.last().or(unit)
            });
            words = kind.map_or(words.clone(), |kind| format!("{kind} {words}"));
        }
        let is_whole = |len: usize| len == own.words.len();
        line.is_total = is_total(block, &own.words);
        let place = block.place_at(own.words.start);
        let time = time::read(block, own.words.clone());
        let mut counts = true;
        match (place, time) {
            _ if line.is_total => line.label = Some(words.clone()),
            (Some((len, place)), _) if is_whole(len) => {
                line.place = Some(place.name.clone());
                counts = false;
            }
            (_, Some(time)) if is_whole(time.words.len()) => line.time = Some(time),
            _ if self.say(&mut line, block, own.words.clone()) => {}
            _ if self.compare(&mut line, block, &own) => {}
            _ => line.label = Some(words.clone()).filter(|words| !words.is_empty()),
        }
        let named = own.unit.clone();
        line.unit = own.unit.or(line.unit);
        // What only says a role, or where, counts nothing.
        let counted = unit::counted(scene, own.words.clone());
        line.counted = counted.filter(|_| counts && line.says.is_none());
        if self.untold && !line.fills && line.says.is_none() {
            line.says = role_words::of_heading_row(block, own.words.clone());
        }
        let counts = line.counted.clone().filter(|(says, _)| *says).map(|(_, unit)| unit);
        let unit = named.or(counts);
        let others =
            labels.iter().map(|(block, label)| block.scene.text.slice(label.words.clone()));
        line.path = others.map(str::to_owned).collect();
        let rank = if own.is_part { Some(mark::DASHED) } else { own.rank.or(rank) };
        let numbered = self.columns.iter().any(|column| column.holds == Holds::Ordinal);
        let sums = line.row == self.last && is_sum(block, &own.words);
        let under = (numbered || self.among) && !line.is_total && !sums && !self.above.is_empty();
        let rank = rank.or(under.then_some(mark::DASHED));
        if own.is_part && words.is_empty() {
            self.among = true;
        } else {
            self.push(line, rank, words, unit);
        }
    }

    /// Puts a line under those that it belongs to. One without a mark stands under the row that heads it.
    fn push(&mut self, mut line: Line, mark: Option<Rank>, label: String, unit: Option<Unit>) {
        let heads = !line.fills;
        let is_headed = mark.is_none() && !heads && !line.is_total;
        let rank = mark.unwrap_or(mark::UNMARKED);
        let stands = |above: &Above| above.rank < rank || is_headed && above.heads;
        while self.above.last().is_some_and(|above| !stands(above)) {
            self.above.pop();
        }
        let over = self.above.iter().rev().find_map(|above| above.time.as_ref());
        line.time = match (line.time.take(), over) {
            (Some(time), over) => Some(time.settled(over.map(|over| &over.period))),
            (None, over) => over.cloned(),
        };
        line.unit_over = self.above.iter().rev().find_map(|above| above.unit.clone());
        self.among &= rank >= mark::DASHED;
        let labels = self.above.iter().map(|above| &above.label).filter(|label| !label.is_empty());
        let path = labels.cloned().chain(line.path.drain(..)).collect();
        line.path = path;
        let label = if line.is_total { String::new() } else { label };
        if !heads && line.says.is_none() {
            line.says = self.above.iter().rev().find_map(|above| above.says);
        }
        let says = line.says.filter(|_| heads);
        let time = line.time.clone();
        let above = Above { rank, label, line: None, heads, time, unit, says };
        if line.figures.is_empty() {
            self.above.push(above);
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
        self.above.push(Above { line: Some(index), ..above });
        self.lines.push(line);
    }
}

/// Whether a label names a total: `Tổng số`, `Cộng 3 huyện`; not `Tổng số học sinh`.
fn is_total(block: &Block<'_>, label: &Tokens) -> bool {
    let cue = block.scene.cue(label.start, &[CueClass::TableTotal]);
    cue.is_some_and(|(len, cue)| len == label.len() || cue.value.as_deref() == Some("sum"))
}

/// Whether a label begins as that of a total or mean of all rows does: `Tổng điểm`, `Bình quân chung`.
fn is_sum(block: &Block<'_>, label: &Tokens) -> bool {
    block.scene.cue(label.start, &[CueClass::TableTotal, CueClass::Average]).is_some()
}
