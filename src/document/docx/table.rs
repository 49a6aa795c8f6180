//! The cells of a table: which columns and rows each takes.
//!
//! Word merges cells across rows by one that begins (`vMerge restart`) and others below that go on;
//! markup has one cell with its number of rows.

use super::super::markup::{close, open};
use super::super::xml::Element;
use super::body::Writer;
use super::styles::on;

/// Most columns that a cell is believed to take.
const WIDEST: usize = 200;

/// A table.
pub(super) struct Table<'t> {
    rows: Vec<Row<'t>>,
}

struct Row<'t> {
    place: String,
    is_header: bool,
    /// Columns that are skipped before the first cell.
    before: usize,
    cells: Vec<Cell<'t>>,
}

struct Cell<'t> {
    element: Element<'t>,
    column: usize,
    columns: usize,
    merge: Merge,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Merge {
    None,
    Begins,
    GoesOn,
}

impl<'t> Table<'t> {
    pub(super) fn new(table: Element<'t>, place: &str) -> Self {
        let mut rows = Vec::new();
        collect_rows(table, place, &mut rows);
        Self { rows }
    }

    pub(super) fn write(&self, writer: &mut Writer<'t>, place: &str, out: &mut String) {
        open(out, "table", place);
        for (at, row) in self.rows.iter().enumerate() {
            open(out, "tr", &row.place);
            if row.before > 0 {
                out.push_str(&format!("<td colspan={}></td>", row.before));
            }
            for cell in &row.cells {
                if cell.merge == Merge::GoesOn && self.is_under(at, cell.column) {
                    continue;
                }
                let tag = if row.is_header { "th" } else { "td" };
                let rows = self.rows_of(at, cell);
                out.push_str(&format!("<{tag} colspan={} rowspan={rows}>", cell.columns));
                writer.blocks(cell.element, &row.place, false, out);
                close(out, tag);
            }
            close(out, "tr");
        }
        close(out, "table");
    }

    /// How many rows a cell takes.
    fn rows_of(&self, row: usize, cell: &Cell<'_>) -> usize {
        let goes_on = |row: &&Row<'_>| {
            row.cells.iter().any(|own| own.column == cell.column && own.merge == Merge::GoesOn)
        };
        match cell.merge {
            Merge::None => 1,
            _ => 1 + self.rows[row + 1..].iter().take_while(goes_on).count(),
        }
    }

    /// Whether a cell of the row above begins at this column and is merged.
    fn is_under(&self, row: usize, column: usize) -> bool {
        let above = row.checked_sub(1).map(|above| &self.rows[above]);
        let mut cells = above.into_iter().flat_map(|row| &row.cells);
        cells.any(|own| own.column == column && own.merge != Merge::None)
    }
}

/// The rows of a table; they may stand in boxes of their own.
fn collect_rows<'t>(parent: Element<'t>, place: &str, rows: &mut Vec<Row<'t>>) {
    for (number, child) in parent.numbered() {
        let place = format!("{place}/{}[{number}]", child.full_name());
        match child.name() {
            "tr" => rows.extend(row(child, place)),
            "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => {
                collect_rows(child, &place, rows);
            }
            _ => {}
        }
    }
}

/// A row, unless a tracked change deleted it.
fn row(element: Element<'_>, place: String) -> Option<Row<'_>> {
    let properties = element.child("trPr");
    if properties.is_some_and(|own| own.child("del").is_some()) {
        return None;
    }
    let before = properties.and_then(|own| number(own, "gridBefore")).unwrap_or(0);
    let is_header = properties.and_then(|own| on(own, "tblHeader")).unwrap_or(false);
    let mut row = Row { place, is_header, before, cells: Vec::new() };
    collect_cells(element, &mut row);
    Some(row)
}

fn collect_cells<'t>(parent: Element<'t>, row: &mut Row<'t>) {
    for child in parent.elements() {
        match child.name() {
            "tc" => {
                let properties = child.child("tcPr");
                if properties.is_some_and(|own| own.child("cellDel").is_some()) {
                    continue;
                }
                let columns = properties.and_then(|own| number(own, "gridSpan")).unwrap_or(1);
                let merge = properties.and_then(|own| own.child("vMerge"));
                let merge = match merge.map(|merge| merge.attribute("val")) {
                    None => Merge::None,
                    Some(value) if value.as_deref() == Some("restart") => Merge::Begins,
                    Some(_) => Merge::GoesOn,
                };
                let column = row.cells.last().map_or(row.before, |last| last.column + last.columns);
                row.cells.push(Cell { element: child, column, columns, merge });
            }
            "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => collect_cells(child, row),
            _ => {}
        }
    }
}

fn number(properties: Element<'_>, name: &str) -> Option<usize> {
    let value: usize = properties.child(name)?.attribute("val")?.parse().ok()?;
    Some(value.min(WIDEST))
}
