//! A Word document as markup.
//!
//! Told is what a reader of the printed document sees in its text: headings, paragraphs, items,
//! tables with merged cells, text boxes, and each footnote as a paragraph behind the one that it
//! belongs to, so that no mark of a note stands beside a number. Left out are headers and footers, tables of
//! contents, comments, hidden text and what a tracked change deleted.
//!
//! Where a paragraph stands is said as an XPath into its part: `/w:document/w:body/w:p[12]`.
//!
//! * `parts`: which part of the file holds what
//! * `styles`: what the style of a paragraph or of letters says
//! * `body`: the paragraphs and tables one after another
//! * `paragraph`: what a paragraph is
//! * `inline`: its text
//! * `table`: the cells of a table

mod body;
mod inline;
mod paragraph;
mod parts;
mod styles;
mod table;

use super::package::Package;
use super::{Error, Kind};

/// The markup of a Word document.
pub(super) fn markup(bytes: &[u8]) -> Result<String, Error> {
    let mut package = Package::open(bytes, Kind::Docx.noun())?;
    let sources = parts::Sources::read(&mut package)?;
    let parts = sources.parse()?;
    Ok(body::Writer::new(&parts).write())
}
