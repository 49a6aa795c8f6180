//! Who wrote the article, and who published it.
//!
//! * `authors`: the line that names them, and what the page says to machines
//! * `line`: what a line says of who wrote
//! * `names`: the names in a line
//! * `publisher`: whose it is

mod authors;
mod line;
mod names;
pub(super) mod publisher;

pub(super) use authors::find;
pub(super) use line::{in_foot, is_bare};
