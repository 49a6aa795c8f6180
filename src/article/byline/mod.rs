//! Who wrote the article, and who published it.
//!
//! * `authors`: the line that names them, and what the page says to machines
//! * `line`: what a line says of who wrote
//! * `names`: the names in a line
//! * `person`: one of them, and what stands around the name
//! * `publisher`: whose it is

mod authors;
mod line;
mod names;
mod person;
pub(super) mod publisher;

pub(super) use authors::find;
pub(super) use line::{Byline, in_foot, is_bare, is_opened};
