//! The cells of a table. Cells that another one covers are left out, as markup does.

use super::super::markup::{close, open, push_cell};
use super::super::xml::Element;
use super::body::Writer;
use super::styles::Role;

/// Most columns or rows that a cell is believed to take.
const WIDEST: usize = 200;

impl<'t> Writer<'t> {
    /// Writes a table.
    pub(super) fn table(&mut self, table: Element<'t>, place: &str, out: &mut String) {
        open(out, "table", place);
        self.rows(table, place, false, out);
        close(out, "table");
    }

    fn rows(&mut self, parent: Element<'t>, place: &str, is_header: bool, out: &mut String) {
        for (number, child) in parent.numbered() {
            let place = format!("{place}/{}[{number}]", child.full_name());
            match child.name() {
                "table-row" => {
                    open(out, "tr", &place);
                    let mut left = WIDEST;
                    for (number, cell) in child.numbered() {
                        let place = format!("{place}/{}[{number}]", cell.full_name());
                        left -= self.cell(cell, &place, (is_header, left), out).min(left);
                    }
                    close(out, "tr");
                }
                "table-header-rows" => self.rows(child, &place, true, out),
                "table-rows" | "table-row-group" => self.rows(child, &place, is_header, out),
                _ => {}
            }
        }
    }

    /// Writes a cell of a row that so many columns are left of; gives how many it took.
    fn cell(
        &mut self,
        cell: Element<'t>,
        place: &str,
        (is_header, left): (bool, usize),
        out: &mut String,
    ) -> usize {
        if cell.name() != "table-cell" {
            return 0;
        }
        let number = |name: &str| {
            let value = cell.attribute(name).and_then(|value| value.parse::<usize>().ok());
            value.unwrap_or(1).clamp(1, WIDEST)
        };
        let tag = if is_header || self.is_heading(cell) { "th" } else { "td" };
        // Of cells that are alike only empty ones are stored once.
        let is_empty = cell.elements().next().is_none();
        let times = if is_empty { number("number-columns-repeated").min(left).max(1) } else { 1 };
        for _ in 0..times {
            push_cell(out, tag, number("number-columns-spanned"), number("number-rows-spanned"));
            self.blocks(cell, place, out);
            close(out, tag);
        }
        times
    }

    /// Whether all paragraphs of a cell are in the style of headings of tables.
    fn is_heading(&self, cell: Element<'_>) -> bool {
        let mut paragraphs = cell.elements().filter(|child| child.name() == "p").peekable();
        let is_heading = |paragraph: Element<'_>| {
            let style = paragraph.attribute("style-name");
            self.styles.of_paragraph(style.as_deref()).role == Role::TableHeading
        };
        paragraphs.peek().is_some() && paragraphs.all(is_heading)
    }
}
