//! Where pages come from: files, folders, standard input, lists and archives.
//!
//! Gives named bytes, and looks at no more of them than how they are packed: an archive is unpacked
//! wherever it comes from. An input that cannot be read is reported by name, a file of a folder that is
//! not read is told, and the rest goes on. No page is kept that is longer than the caller allows.
//!
//! * `item`: what a source gives
//! * `error`: what can be wrong with an input
//! * `choice`: what of a source is read
//! * `folder`: the files of a folder
//! * `list`: JSON Lines, a page a line
//! * `archive`, `members`, `warc`, `response`, `head`: the pages of a web archive, how it is packed, its records,
//!   the web servers' answers in them, the fields of both
//! * `zip`: the pages of a ZIP archive
//! * `packed`, `frames`: how bytes are packed, by what they begin with; what is packed as Zstandard
//! * `plan`: [`plan`], the inputs of a command line one after another; [`within`], those of one path
//! * `held`: [`held`], what is in a file that the caller holds in memory

mod archive;
mod choice;
mod error;
mod folder;
mod frames;
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

pub use choice::{Choice, PatternError};
pub use error::Error;
pub use folder::is_page;
pub use held::{chosen, held};
pub use item::{Input, Item, LeftOut, Why};
pub use plan::{count, plan, within};

/// Longest page that is read, in bytes, unless the caller says otherwise.
pub const LONGEST_PAGE: u64 = 64 << 20;
