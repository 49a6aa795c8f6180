//! Where the cells of a table stand: their columns under `colspan` and `rowspan`.
//!
//! `<tr><td rowspan=2>A<td>B<tr><td>C` puts `C` into the column of `B`. What the cells hold
//! is not read here.

use super::element::attribute;
use super::model::{Frame, Outline};
use std::ops::Range;

/// Most columns of a table; what stands behind them has no column of its own.
const WIDEST: usize = 200;

/// The seat of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Seat {
    /// The box of its table.
    pub(in super::super) table: usize,
    /// The columns that it takes.
    pub(in super::super) columns: Range<usize>,
    /// How many rows it takes.
    pub(in super::super) rows: usize,
    /// Whether it is marked up as a heading.
    pub(in super::super) is_header: bool,
}

/// The seats of all cells of a page.
#[derive(Debug)]
pub(in super::super) struct Grid {
    /// For each box of the outline its seat, where it is a cell.
    seats: Vec<Option<Seat>>,
    /// For each box how many columns it has, where it is a table.
    widths: Vec<usize>,
}

/// A table whose rows are being read.
struct Open {
    table: usize,
    /// For each column how many rows, with this one, its last cell still takes.
    taken: Vec<usize>,
    column: usize,
}

impl Grid {
    pub(in super::super) fn new(outline: &Outline<'_>) -> Self {
        let frames = &outline.frames;
        let mut grid = Self { seats: vec![None; frames.len()], widths: vec![0; frames.len()] };
        let mut open: Vec<Open> = Vec::new();
        for (i, frame) in frames.iter().enumerate() {
            while open.last().is_some_and(|table| frames[table.table].end <= i) {
                open.pop();
            }
            if frame.tag == "table" {
                open.push(Open { table: i, taken: Vec::new(), column: 0 });
            }
            let Some(table) = open.last_mut() else { continue };
            match frame.tag {
                "tr" => table.next_row(),
                "td" | "th" => {
                    let columns = table.seat(span(frame, "colspan"), span(frame, "rowspan"));
                    let width = &mut grid.widths[table.table];
                    *width = columns.end.max(*width);
                    grid.seats[i] = Some(Seat {
                        table: table.table,
                        columns,
                        rows: span(frame, "rowspan"),
                        is_header: frame.tag == "th" || is_in_head(frames, frame),
                    });
                }
                _ => {}
            }
        }
        grid
    }

    /// The seat of the cell that a box stands in.
    pub(in super::super) fn seat(
        &self,
        outline: &Outline<'_>,
        frame: usize,
    ) -> Option<(usize, &Seat)> {
        outline.around(frame).find_map(|f| Some((f, self.seats[f].as_ref()?)))
    }

    /// Whether the one cell of a row spans several columns of a table without pictures.
    pub(in super::super) fn is_section(&self, outline: &Outline<'_>, row: usize) -> bool {
        let seat = self.seats.get(row + 1).and_then(Option::as_ref);
        seat.is_some_and(|seat| {
            seat.columns.len() > 1
                && self.widths[seat.table] > 1
                && !outline.frames[seat.table].has_picture
        })
    }
}

impl Open {
    fn next_row(&mut self) {
        self.column = 0;
        self.taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    }

    /// Takes the next free columns.
    fn seat(&mut self, columns: usize, rows: usize) -> Range<usize> {
        while self.taken.get(self.column).is_some_and(|rows| *rows > 0) {
            self.column += 1;
        }
        let start = self.column.min(WIDEST);
        let end = (start + columns).min(WIDEST);
        self.taken.resize(end.max(self.taken.len()), 0);
        self.taken[start..end].fill(rows);
        self.column = end;
        start..end
    }
}

/// Most rows or columns of one cell, as browsers have it.
const LARGEST: usize = 65_534;

fn span(frame: &Frame<'_>, name: &str) -> usize {
    let element = frame.node.value().as_element();
    let given = element.and_then(|element| attribute(element, name)).map(leading_number);
    given.flatten().unwrap_or(1).clamp(1, LARGEST)
}

/// The number that a value begins with: HTML leaves out what stands behind it, as in `2;`.
fn leading_number(value: &str) -> Option<usize> {
    let value = value.trim_ascii_start().trim_start_matches('+');
    let digits = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    value[..digits].parse().ok()
}

fn is_in_head(frames: &[Frame<'_>], cell: &Frame<'_>) -> bool {
    frames[frames[cell.parent].parent].tag == "thead"
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    /// Cells as `text@columns`, with their rows where they take more than one.
    fn seats(markup: &str) -> String {
        let html = Html::parse_document(markup);
        let outline = Outline::new(&html);
        let grid = Grid::new(&outline);
        let shown = outline.lines.iter().map(|line| {
            let (_, seat) = grid.seat(&outline, line.frame).unwrap();
            let rows = if seat.rows > 1 { format!("x{}", seat.rows) } else { String::new() };
            format!("{}@{:?}{rows}", outline.text(line), seat.columns)
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn cells_have_their_columns() {
        for (markup, want) in [
            ("<tr><td>A<td>B<tr><td><td>C", "A@0..1 B@1..2 C@1..2"),
            ("<tr><td rowspan=2>A<td>B<tr><td>C", "A@0..1x2 B@1..2 C@1..2"),
            ("<tr><td colspan=2>A<td>B<tr><td>C<td>D", "A@0..2 B@2..3 C@0..1 D@1..2"),
            ("<tr><th rowspan=2>A<th colspan=2>B<tr><th>C<th>D", "A@0..1x2 B@1..3 C@1..2 D@2..3"),
            ("<tr><td>A<table><tr><td>B<td>C</table><td>D", "A@0..1 B@0..1 C@1..2 D@1..2"),
            ("<tr><td colspan=0>A<td colspan=x>B", "A@0..1 B@1..2"),
            ("<tr><td colspan='2;'>A<td rowspan=' 2px'>B", "A@0..2 B@2..3x2"),
            ("<tr><td colspan=9999>A<td>B", "A@0..200 B@200..200"),
        ] {
            assert_eq!(seats(&format!("<table>{markup}</table>")), want, "{markup}");
        }
    }
}
