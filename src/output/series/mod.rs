//! Lines of several articles in the formats that people use.
//!
//! Spreadsheets and CSV get a column a period ([`grid`]), lines of JSON a row a figure
//! ([`figures`]), a terminal one paragraph a line.
//!
//! * `grid`: the lines with a column a period
//! * `figures`: one row for every figure of a line
//! * `table`: for a person
//! * `suggestions`: names that may mean the same, as a lexicon file

mod figures;
mod grid;
mod suggestions;
mod table;

pub use figures::{FIGURE_COLUMNS, figures};
pub use grid::{GridRow, HEAD, Measure, grid};
pub use suggestions::suggestions;
pub(super) use table::table;
