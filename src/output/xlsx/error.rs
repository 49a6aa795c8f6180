//! What can keep a workbook from being written, as an error of writing.

use rust_xlsxwriter::XlsxError;
use std::io;

/// What kept a workbook from being written.
pub(super) fn failed(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        XlsxError::TempFileError(folder, error) => {
            let what = format!("no temporary file in `{}`: {error}", folder.display());
            io::Error::new(error.kind(), what)
        }
        other => io::Error::other(other),
    }
}
