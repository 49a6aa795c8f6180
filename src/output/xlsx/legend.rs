//! What the columns and the words of closed lists mean, and what did not fit into the sheets.

use super::sheet::Sheet;
use crate::output::Lang;
use crate::output::columns::Cell;
use crate::output::wording::{about, heading, note, sheet as sheet_name, words};
use rust_xlsxwriter::Workbook;
use std::io;

/// The legend of these sheets.
pub(super) fn sheet(sheets: &[Sheet], book: &mut Workbook, lang: Lang) -> io::Result<Sheet> {
    let columns = vec!["sheet", "column", "key", "meaning"];
    let mut legend = Sheet::new(book, "legend", columns, lang)?;
    for sheet in sheets {
        let name = sheet_name(sheet.key, lang);
        for column in &sheet.columns {
            let meaning = about(column, lang).replace('`', "");
            row(&mut legend, [name, heading(column, lang), column, &meaning])?;
            for (key, word) in words(column, lang) {
                row(&mut legend, [name, heading(column, lang), key, word])?;
            }
        }
    }
    for sheet in sheets {
        let name = sheet_name(sheet.key, lang);
        let lost = sheet.lost;
        for (what, n) in [("cells", lost.cells), ("links", lost.links), ("periods", lost.periods)] {
            if n > 0 {
                row(&mut legend, [name, heading("note", lang), "", &note(what, n, lang)])?;
            }
        }
    }
    legend.filtered()
}

fn row(legend: &mut Sheet, cells: [&str; 4]) -> io::Result<()> {
    legend.row()?;
    cells.into_iter().try_for_each(|cell| legend.cell(&Cell::Text(cell.into())))
}
