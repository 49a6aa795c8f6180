//! One row a figure: what is measured and how much first, what only programs need last.
//!
//! The words of the text lead to where they stand on the page.

use super::sheet::Sheet;
use crate::Report;
use crate::output::Lang;
use crate::output::columns::{COLUMNS, Cell, rows};
use crate::output::series::{FIGURE_COLUMNS, figures};
use crate::series::Series;
use rust_xlsxwriter::Workbook;
use std::io;

/// The columns that a person reads, also on paper.
const PRINTED: [&str; 15] = [
    "id",
    "confidence",
    "indicator",
    "scope",
    "value",
    "high",
    "of",
    "unit",
    "per",
    "modifier",
    "role",
    "direction",
    "status",
    "period_text",
    "place",
];

/// The columns that a person looks up; the others follow in their order.
const BEHIND: [&str; 9] = [
    "value_text",
    "period_start",
    "period_end",
    "about",
    "about_code",
    "text",
    "sentence",
    "flags",
    "corrected",
];

/// The sheet, without a row.
pub(super) fn sheet(book: &mut Workbook, lang: Lang) -> io::Result<Sheet> {
    let all = COLUMNS.iter().map(|column| column.name);
    let first = PRINTED.into_iter().chain(BEHIND);
    let rest = all.filter(|name| !PRINTED.contains(name) && !BEHIND.contains(name));
    let mut sheet = Sheet::new(book, "figures", first.chain(rest).collect(), lang)?;
    sheet.print_first(PRINTED.len())?;
    Ok(sheet)
}

/// Adds the figures of a report.
pub(super) fn add(sheet: &mut Sheet, report: &Report) -> io::Result<()> {
    for row in rows(report) {
        let record = row.record;
        sheet.row()?;
        for name in sheet.columns.clone() {
            match name {
                "value_text" => sheet.digits(&[Some(record.value), record.high, record.of])?,
                _ => write(sheet, name, &row.cell(name), record.source.link.as_deref())?,
            }
        }
    }
    Ok(())
}

/// The figures of a series, with the lines that they stand in.
pub(super) fn of_series(series: &Series, book: &mut Workbook, lang: Lang) -> io::Result<Sheet> {
    let mut columns: Vec<_> = FIGURE_COLUMNS.iter().map(|(name, _)| *name).collect();
    columns.push("value_text");
    let mut sheet = Sheet::new(book, "figures", columns, lang)?;
    for row in figures(series) {
        sheet.row()?;
        let cell = |name| FIGURE_COLUMNS.iter().position(|(n, _)| *n == name).map(|i| &row[i]);
        let number = |name| match cell(name) {
            Some(Cell::Number(number)) => Some(*number),
            _ => None,
        };
        let link = match cell("link") {
            Some(Cell::Text(link)) => Some(link.as_ref()),
            _ => None,
        };
        for ((name, _), cell) in FIGURE_COLUMNS.iter().zip(&row) {
            write(&mut sheet, name, cell, link)?;
        }
        sheet.digits(&[number("value"), number("high")])?;
    }
    sheet.filtered()
}

/// Writes a cell as its column is shown.
fn write(sheet: &mut Sheet, name: &str, cell: &Cell<'_>, link: Option<&str>) -> io::Result<()> {
    match (name, cell) {
        ("text", _) => sheet.link(cell, link),
        ("modifier" | "role" | "direction" | "status" | "flags" | "measure" | "conflict", _) => {
            sheet.words(name, cell)
        }
        ("corrected", _) => sheet.headings_of(cell),
        _ => sheet.cell(cell),
    }
}
