//! Where pages come from: files, folders, standard input, lists and archives.
//!
//! Gives named bytes and never looks at them. An input that cannot be read is reported by name;
//! the rest goes on.
//!
//! * `error`: what can be wrong with an input
//! * `folder`: the pages of a folder
//! * `list`: JSON Lines, a page a line
//! * `archive`, `members`, `warc`, `response`, `head`: the pages of an archive, how it is packed, its records, the web servers'
//!   answers in them, the fields of both
//! * `plan`: [`plan`], the inputs of a command line one after another

mod archive;
mod error;
mod folder;
mod head;
mod list;
mod members;
mod plan;
mod response;
mod warc;

pub use error::Error;
pub use folder::is_page;
pub use plan::{count, plan};

/// Longest page that is read, in bytes, unless the caller says otherwise.
pub const LONGEST_PAGE: u64 = 64 << 20;

/// One page to read: its name and its bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    /// What the input is called in reports and messages: the path as it was given, `-`.
    pub name: String,
    /// The page as it was saved.
    pub bytes: Vec<u8>,
    /// Where it was found, if the source says so.
    pub url: Option<String>,
    /// Label of the encoding that it was served with, if the source says so.
    pub charset: Option<String>,
    /// When it was published, if the source says so; ISO 8601.
    pub published: Option<String>,
}
