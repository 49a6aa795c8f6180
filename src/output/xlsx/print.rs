//! How a sheet is printed: on A4 across, as wide as the paper, its heading on every page, its name and the number of the
//! page below.
//!
//! Of the figures only the columns that a person reads are printed; with all of them no line could be read.

use super::error::failed;
use super::sheet::Sheet;
use std::io;

/// A4, as Excel numbers papers.
const A4: u8 = 9;
/// The left, right, top and bottom margin, and the ones of header and footer, in inches.
const MARGINS: [f64; 6] = [0.4, 0.4, 0.5, 0.6, 0.3, 0.3];

impl Sheet {
    /// Sets up the paper, once all rows are written.
    pub(super) fn on_paper(&mut self) -> io::Result<()> {
        let (last_row, last_column) = (self.rows(), self.printed() - 1);
        let [left, right, top, bottom, header, footer] = MARGINS;
        self.sheet
            .set_landscape()
            .set_paper_size(A4)
            .set_margins(left, right, top, bottom, header, footer)
            .set_print_fit_to_pages(1, 0)
            .set_footer("&L&A&R&P / &N");
        self.sheet.set_repeat_rows(0, 0).map_err(failed)?;
        self.sheet.set_print_area(0, 0, last_row, last_column).map_err(failed)?;
        Ok(())
    }
}
