//! Pages to blocks: paragraphs with the words of their lines, and tables.
//!
//! A paragraph goes on over the end of a column or a page. Notes at the foot of a page come behind the
//! paragraph that they interrupt, and a table goes on on the next page where its columns are the same.

use super::grid::{self, Cell, Table};
use super::join::{self, Line, Measure};
use super::leaf::{Leaf, Unit};
use super::row::{self, Row};
use super::running;
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
    last: (Row, Measure),
    lines: usize,
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
    let mut writer = Writer {
        blocks: Vec::new(),
        typed,
        right,
        body,
        usual,
        base: (0, Unit::MAX / 2),
        joins: false,
    };
    for (page, side) in sides.into_iter().enumerate() {
        let (parts, notes) = parts(side, body);
        writer.joins = page > 0;
        for part in parts {
            writer.part(part, page);
            writer.joins = true;
        }
        writer.notes(notes, page);
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

struct Writer {
    blocks: Vec<Block>,
    typed: Option<Typed>,
    /// Where the longest line of the document ends.
    right: Unit,
    /// Size of most type, and how far lines of a paragraph in it are from each other.
    body: Unit,
    usual: Unit,
    /// Page and place of the last line.
    base: (usize, Unit),
    /// Whether the next line may go on with the last paragraph.
    joins: bool,
}

impl Writer {
    fn part(&mut self, part: Part, page: usize) {
        match part {
            Part::Table(table) => self.table(table, page),
            Part::Rows(rows) => self.rows(rows, page),
        }
    }

    fn table(&mut self, mut table: Table, page: usize) {
        if let Some(Block::Table(above, _)) = self.blocks.last_mut()
            && self.joins
            && same_columns(&above.columns, &table.columns)
        {
            if head_of(above) == head_of(&table) {
                table.rows.remove(0);
            }
            above.rows.append(&mut table.rows);
            return;
        }
        self.blocks.push(Block::Table(table, page));
    }

    fn rows(&mut self, rows: Vec<Row>, page: usize) {
        let left = rows.iter().map(|row| row.x().0).min().unwrap_or(0);
        let right = rows.iter().map(|row| row.x().1).max().unwrap_or(0);
        // Lines that go far to the right end where those of the document do.
        let is_wide = (right - left) * 10 > self.right * 7 - left * 7;
        let is_sure = is_wide || rows.len() > 7;
        let right =
            if is_wide || rows.len() < 3 && left * 2 < self.right { self.right } else { right };
        let (is_loose, is_spaced) = (self.typed.is_some(), self.typed.is_some_and(|t| t.is_spaced));
        let measure = Measure { left, right, is_sure, is_loose, is_spaced };
        for row in rows {
            let (above, base) = self.base;
            let usual = self.usual * (row.size / 10) / (self.body / 10).max(1);
            let is_apart = above == page && row.base - base > usual * 6 / 5;
            self.base = (page, row.base);
            self.row(row, measure, page, is_apart);
        }
    }

    fn row(&mut self, row: Row, measure: Measure, page: usize, is_apart: bool) {
        let may_join = self.joins && !is_apart;
        self.joins = true;
        let text = row.text();
        if let Some(Block::Paragraph(last)) = self.blocks.last_mut() {
            let (before, its) = &last.last;
            let before_text = before.text();
            let is_shifted = measure.left != its.left;
            let shift =
                |x: (Unit, Unit)| (x.0 - measure.left + its.left, x.1 - measure.left + its.left);
            let line = |row: &Row, text, x, is_first| Line {
                text,
                x,
                size: row.size,
                is_bold: row.is_bold(),
                first_word: row.first_word(),
                is_first,
            };
            // Over the end of a column, lines are compared as if the columns stood above each other.
            let x = if is_shifted { shift(row.x()) } else { row.x() };
            let (above, next) = (
                line(before, before_text.as_str(), before.x(), last.lines == 1),
                line(&row, text.as_str(), x, true),
            );
            if may_join && join::goes_on(&above, &next, *its) {
                let gap = join::between(&before_text, &text);
                push_spans(&mut last.spans, gap, &row);
                last.is_bold &= row.is_bold();
                last.last = (row, measure);
                last.lines += 1;
                return;
            }
        }
        let mut spans = Vec::new();
        push_spans(&mut spans, "", &row);
        let (size, is_bold) = (row.size, row.is_bold());
        let last = (row, measure);
        self.blocks.push(Block::Paragraph(Paragraph {
            page,
            size,
            is_bold,
            spans,
            last,
            lines: 1,
        }));
    }

    /// Adds notes, before the paragraph that goes on on the next page.
    fn notes(&mut self, notes: Vec<Row>, page: usize) {
        if notes.is_empty() {
            return;
        }
        let last = self.blocks.pop();
        self.joins = false;
        self.rows(notes, page);
        self.blocks.extend(last);
    }
}

fn same_columns(a: &[Unit], b: &[Unit]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= 600)
}

/// The words of the first row.
fn head_of(table: &Table) -> Vec<String> {
    let text = |cell: &Cell| cell.runs.iter().map(|run| run.text.as_str()).collect();
    table.rows.first().into_iter().flatten().map(text).collect()
}

/// Adds the words of a line.
pub(super) fn push_spans(spans: &mut Vec<Span>, gap: &str, row: &Row) {
    let mut gap = gap;
    let mut end = None;
    for run in &row.runs {
        let is_raised = row.is_raised(run);
        let is_near = end.is_some_and(|end| run.x.0 - end <= row.size / 5);
        let gap = match end {
            None => std::mem::take(&mut gap),
            Some(_) if is_near => "",
            Some(_) => " ",
        };
        end = Some(run.x.1);
        match spans
            .last_mut()
            .filter(|last| last.is_raised == is_raised && last.font == run.face.font)
        {
            Some(last) => {
                last.text.push_str(gap);
                last.text.push_str(&run.text);
            }
            None => {
                if let Some(last) = spans.last_mut() {
                    last.text.push_str(gap);
                }
                spans.push(Span { text: run.text.clone(), is_raised, font: run.face.font });
            }
        }
    }
}
