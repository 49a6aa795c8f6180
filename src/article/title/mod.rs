//! The headline.
//!
//! * `headline`: which line of the page it is, or which of the declared titles
//! * `declared`: the declared titles, ready to be held against lines
//! * `against`: a heading against the titles that the page declares
//! * `site_name`: the name of the site beside it

mod against;
mod declared;
mod headline;
mod site_name;

pub(super) use declared::Titles;
pub(super) use headline::{LONGEST_OF_ALL, declared, find, first_line, line_of, of_document};
pub(super) use site_name::names_no_article;
