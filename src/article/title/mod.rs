//! The headline.
//!
//! * `headline`: which line of the page it is, or which of the declared titles
//! * `site_name`: the name of the site beside it

mod headline;
pub(super) mod site_name;

pub(super) use headline::{LONGEST_OF_ALL, declared, find, first_line, line_of};
