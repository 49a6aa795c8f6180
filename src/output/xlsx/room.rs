//! Where rows and the finished workbook wait: in temporary files, so that a million rows fit into little memory.
//!
//! A browser has no files; there they wait in memory.

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};
use std::io::{self, Write};

/// A sheet whose rows go out as they come.
#[cfg(not(target_family = "wasm"))]
pub(super) fn sheet(book: &mut Workbook) -> Result<Worksheet, XlsxError> {
    book.new_worksheet_with_constant_memory()
}

/// A sheet whose rows stay in memory.
#[cfg(target_family = "wasm")]
pub(super) fn sheet(_book: &mut Workbook) -> Result<Worksheet, XlsxError> {
    Ok(Worksheet::new())
}

/// Writes a workbook by way of a temporary file.
#[cfg(not(target_family = "wasm"))]
pub(super) fn write(mut book: Workbook, out: &mut dyn Write) -> io::Result<()> {
    use std::io::Seek;
    let mut file = tempfile::tempfile()?;
    book.save_to_writer(&mut file).map_err(super::error::failed)?;
    file.rewind()?;
    io::copy(&mut file, out)?;
    Ok(())
}

/// Writes a workbook by way of memory.
#[cfg(target_family = "wasm")]
pub(super) fn write(mut book: Workbook, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(&book.save_to_buffer().map_err(super::error::failed)?)
}
