//! Rows and tables written one behind the other as blocks.
//!
//! A row that goes on with the paragraph above joins it, over the end of a column or a page, too; a table goes on
//! on the next page where its columns are the same, and loses a head that it repeats.

use super::flow::{Block, Paragraph, Span, Typed};
use super::grid::{Cell, Table};
use super::join::{self, Line, Measure};
use super::leaf::Unit;
use super::row::Row;
use super::zone::Part;

/// What is written so far.
pub(super) struct Writer {
    pub(super) blocks: Vec<Block>,
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
    /// `right` is where the longest line of the document ends, `body` the size of most type, `usual` how far lines
    /// of a paragraph in it are from each other.
    pub(super) fn new(typed: Option<Typed>, right: Unit, body: Unit, usual: Unit) -> Self {
        let base = (0, Unit::MAX / 2);
        Self { blocks: Vec::new(), typed, right, body, usual, base, joins: false }
    }

    /// Writes a page. What it begins with may go on with what the page before ended with.
    pub(super) fn page(&mut self, page: usize, parts: Vec<Part>, notes: Vec<Row>) {
        self.joins = page > 0;
        for part in parts {
            self.part(part, page);
            self.joins = true;
        }
        self.notes(notes, page);
    }

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
