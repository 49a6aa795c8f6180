//! The cells of a table: which columns and rows each takes.
//!
//! Word merges cells across rows by one that begins (`vMerge restart`) and others below that go on;
//! markup has one cell with its number of rows.

use super::super::markup::{close, open, push_cell};
use super::super::xml::Element;
use super::body::Writer;
use super::styles::{Role, Styles, on};

/// Most columns that a cell is believed to take.
const WIDEST: usize = 200;

/// A table.
pub(super) struct Table<'t> {
    rows: Vec<Row<'t>>,
}

struct Row<'t> {
    place: String,
    /// Columns that are skipped before the first cell.
    before: usize,
    cells: Vec<Cell<'t>>,
}

struct Cell<'t> {
    element: Element<'t>,
    place: String,
    column: usize,
    columns: usize,
    merge: Merge,
    is_header: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Merge {
    None,
    Begins,
    GoesOn,
}

impl<'t> Table<'t> {
    pub(super) fn new(table: Element<'t>, place: &str, styles: &Styles) -> Self {
        let mut rows = Vec::new();
        collect_rows(table, place, styles, &mut rows);
        Self { rows }
    }

    pub(super) fn write(&self, writer: &mut Writer<'t>, place: &str, out: &mut String) {
        open(out, "table", place);
        for (at, row) in self.rows.iter().enumerate() {
            open(out, "tr", &row.place);
            if row.before > 0 {
                push_cell(out, "td", row.before, 1);
                close(out, "td");
            }
            for cell in &row.cells {
                if cell.merge == Merge::GoesOn && self.is_under(at, cell.column) {
                    continue;
                }
                let tag = if cell.is_header { "th" } else { "td" };
                let rows = self.rows_of(at, cell);
                push_cell(out, tag, cell.columns, rows);
                writer.blocks(cell.element, &cell.place, out);
                close(out, tag);
            }
            close(out, "tr");
        }
        close(out, "table");
    }

    /// How many rows a cell takes.
    fn rows_of(&self, row: usize, cell: &Cell<'_>) -> usize {
        let goes_on =
            |row: &&Row<'_>| row.cell(cell.column).is_some_and(|own| own.merge == Merge::GoesOn);
        match cell.merge {
            Merge::None => 1,
            _ => 1 + self.rows[row + 1..].iter().take_while(goes_on).count(),
        }
    }

    /// Whether a cell of the row above begins at this column and is merged.
    fn is_under(&self, row: usize, column: usize) -> bool {
        let above = row.checked_sub(1).and_then(|above| self.rows[above].cell(column));
        above.is_some_and(|own| own.merge != Merge::None)
    }
}

impl<'t> Row<'t> {
    /// The cell that begins at a column.
    fn cell(&self, column: usize) -> Option<&Cell<'t>> {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column);
        at.ok().map(|at| &self.cells[at])
    }
}

/// The rows of a table; they may stand in boxes of their own.
fn collect_rows<'t>(parent: Element<'t>, place: &str, styles: &Styles, rows: &mut Vec<Row<'t>>) {
    for (number, child) in parent.numbered() {
        let place = format!("{place}/{}[{number}]", child.full_name());
        match child.name() {
            "tr" => rows.extend(row(child, place, styles)),
            "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => {
                collect_rows(child, &place, styles, rows);
            }
            _ => {}
        }
    }
}

/// A row, unless a tracked change deleted it.
fn row<'t>(element: Element<'t>, place: String, styles: &Styles) -> Option<Row<'t>> {
    let properties = element.child("trPr");
    if properties.is_some_and(|own| own.child("del").is_some()) {
        return None;
    }
    let before = properties.and_then(|own| count(own, "gridBefore")).unwrap_or(0);
    let is_header = properties.and_then(|own| on(own, "tblHeader")).unwrap_or(false);
    let mut row = Row { place, before, cells: Vec::new() };
    let place = row.place.clone();
    collect_cells(element, &place, &mut row);
    for cell in &mut row.cells {
        cell.is_header = is_header || is_heading(cell.element, styles);
    }
    Some(row)
}

fn collect_cells<'t>(parent: Element<'t>, place: &str, row: &mut Row<'t>) {
    for (number, child) in parent.numbered() {
        let place = format!("{place}/{}[{number}]", child.full_name());
        match child.name() {
            "tc" => {
                let properties = child.child("tcPr");
                if properties.is_some_and(|own| own.child("cellDel").is_some()) {
                    continue;
                }
                let columns = properties.and_then(|own| count(own, "gridSpan")).unwrap_or(1).max(1);
                let merge = properties.and_then(|own| own.child("vMerge"));
                let merge = match merge.map(|merge| merge.attribute("val")) {
                    None => Merge::None,
                    Some(value) if value.as_deref() == Some("restart") => Merge::Begins,
                    Some(_) => Merge::GoesOn,
                };
                let column = row.cells.last().map_or(row.before, |last| last.column + last.columns);
                row.cells.push(Cell {
                    element: child,
                    place,
                    column,
                    columns,
                    merge,
                    is_header: false,
                });
            }
            "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => {
                collect_cells(child, &place, row)
            }
            _ => {}
        }
    }
}

/// Whether all paragraphs of a cell are in the style of headings of tables.
fn is_heading(cell: Element<'_>, styles: &Styles) -> bool {
    let mut paragraphs = cell.elements().filter(|child| child.name() == "p").peekable();
    let is_heading = |paragraph: Element<'_>| {
        let id = paragraph.child("pPr").and_then(|own| own.child("pStyle")?.attribute("val"));
        id.is_some_and(|id| styles.of_paragraph(Some(&id)).kind == Role::TableHeading)
    };
    paragraphs.peek().is_some() && paragraphs.all(is_heading)
}

fn count(properties: Element<'_>, name: &str) -> Option<usize> {
    let value: usize = properties.child(name)?.attribute("val")?.parse().ok()?;
    Some(value.min(WIDEST))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{markup, paragraph, run};

    fn cell(properties: &str, text: &str) -> String {
        let text = paragraph("", &run(text));
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{text}</w:tc>")
    }

    /// The table of these rows, without its paragraphs.
    fn table(rows: &[String]) -> String {
        let markup = markup(&format!("<w:tbl>{}</w:tbl>", rows.concat()));
        markup.replace("<p>", "").replace("</p>", "")
    }

    fn row(properties: &str, cells: &[String]) -> String {
        format!("<w:tr><w:trPr>{properties}</w:trPr>{}</w:tr>", cells.concat())
    }

    #[test]
    fn merged_cells_take_their_columns_and_rows() {
        let (wide, begins, goes_on) =
            ("<w:gridSpan w:val='2'/>", "<w:vMerge w:val='restart'/>", "<w:vMerge/>");
        let rows = [
            row("<w:tblHeader/>", &[cell(begins, "Xã"), cell(wide, "Số lớp")]),
            row("", &[cell(goes_on, ""), cell("", "2021"), cell("", "2022")]),
            row("", &[cell(goes_on, ""), cell("", "7"), cell("", "9")]),
        ];
        assert_eq!(
            table(&rows),
            "<table><tr><th rowspan=3>Xã</th><th colspan=2>Số lớp</th></tr>\
             <tr><td>2021</td><td>2022</td></tr><tr><td>7</td><td>9</td></tr></table>"
        );
    }

    #[test]
    fn a_merge_without_a_beginning_is_a_cell() {
        let rows = [row("", &[cell("<w:vMerge/>", "5"), cell("", "6")])];
        assert_eq!(table(&rows), "<table><tr><td>5</td><td>6</td></tr></table>");
    }

    #[test]
    fn deleted_rows_and_skipped_columns_are_known() {
        let rows = [
            row("<w:del/>", &[cell("", "4")]),
            row("<w:gridBefore w:val='2'/>", &[cell("<w:cellDel/>", "5"), cell("", "6")]),
        ];
        assert_eq!(table(&rows), "<table><tr><td colspan=2></td><td>6</td></tr></table>");
    }

    #[test]
    fn a_table_may_stand_in_a_cell() {
        let inner = format!("<w:tbl>{}</w:tbl>", row("", &[cell("", "2")]));
        let outer = format!("<w:tr><w:tc>{}{inner}</w:tc></w:tr>", paragraph("", &run("1")));
        assert_eq!(
            table(&[outer]),
            "<table><tr><td>1<table><tr><td>2</td></tr></table></td></tr></table>"
        );
    }
}
