//! Who wrote the article, and who published it.
//!
//! * `authors`: the line that names them, and what the page says to machines
//! * `names`: the names in a line
//! * `publisher`: whose it is

mod authors;
mod names;
pub(super) mod publisher;

pub(super) use authors::{find, in_foot, is_bare};
