//! The headline.
//!
//! * `headline`: which line of the page it is, or which of the declared titles
//! * `against`: a heading against the titles that the page declares
//! * `site_name`: the name of the site beside it

mod against;
mod headline;
pub(super) mod site_name;

pub(super) use headline::{declared, find, first_line, line_of, of_document};
