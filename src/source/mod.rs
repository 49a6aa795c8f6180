//! Where pages come from: files, folders, standard input, lists and archives.
//!
//! Gives named bytes, and looks at no more of them than how they are packed: an archive is unpacked
//! wherever it comes from. An input that cannot be read is reported by name, a file of a folder that is
//! not read is told, and the rest goes on. No page is kept that is longer than the caller allows.
//!
//! * `item`: what a source gives
//! * `error`: what can be wrong with an input
//! * `folder`: the files of a folder
//! * `list`: JSON Lines, a page a line
//! * `archive`, `members`, `warc`, `response`, `head`: the pages of a web archive, how it is packed, its records,
//!   the web servers' answers in them, the fields of both
//! * `zip`: the pages of a ZIP archive
//! * `packed`: how bytes are packed, by what they begin with
//! * `plan`: [`plan`], the inputs of a command line one after another
//! * `held`: [`held`], what is in a file that the caller holds in memory

mod archive;
mod error;
mod folder;
mod head;
mod held;
mod item;
mod list;
mod members;
mod packed;
mod plan;
mod response;
mod warc;
mod zip;

pub use error::Error;
pub use folder::is_page;
pub use held::{chosen, held};
pub use item::{Input, Item, LeftOut, Why};
pub use plan::{count, plan};

/// Longest page that is read, in bytes, unless the caller says otherwise.
pub const LONGEST_PAGE: u64 = 64 << 20;
