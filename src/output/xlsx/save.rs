//! The sheets as one file: the legend behind them, the properties, and no trace of the day.

use super::error::failed;
use super::legend;
use super::room;
use super::sheet::Sheet;
use crate::output::Lang;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};
use std::io::{self, Write};

/// Writes a workbook with these sheets and their legend.
pub(super) fn save(
    mut book: Workbook,
    mut sheets: Vec<Sheet>,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    sheets.push(legend::sheet(&sheets, &mut book, lang)?);
    for mut sheet in sheets {
        sheet.on_paper()?;
        book.push_worksheet(sheet.sheet);
    }
    // Any fixed day: without one, the file would say when it was written.
    let day = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    room::write(book, out)
}
