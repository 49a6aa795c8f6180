//! Where pages come from: files, folders, standard input, lists and archives.
//!
//! Gives named bytes, and looks at no more of them than how they are packed: an archive is unpacked
//! wherever it comes from. An input that cannot be read is reported by name, a file of a folder that is
//! not read is told, and the rest goes on.
//!
//! * `error`: what can be wrong with an input
//! * `folder`: the files of a folder
//! * `list`: JSON Lines, a page a line
//! * `archive`, `warc`, `response`: the pages of an archive, its records, the web servers' answers in them
//! * `zip`: the pages of a ZIP archive
//! * `packed`: how bytes are packed, by what they begin with
//! * `plan`: [`plan`], the inputs of a command line one after another
//! * `held`: [`held`], what is in a file that the caller holds in memory

mod archive;
mod error;
mod folder;
mod held;
mod list;
mod packed;
mod plan;
mod response;
mod warc;
mod zip;

pub use error::Error;
pub use folder::is_page;
pub use held::{chosen, held};
pub use plan::{count, plan};

/// What a source holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A page to read.
    Input(Input),
    /// A file that is not read.
    LeftOut(LeftOut),
}

/// A file of a folder or an archive that is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is called.
    pub name: String,
    /// Why it is not.
    pub why: Why,
}

/// Why a file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// By its name it is no page, document or text.
    NoPage,
    /// It is shown in a page that was saved with it.
    PartOfPage,
}

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

/// What a source gives, one item after another.
type Items = Box<dyn Iterator<Item = Result<Item, Error>> + Send>;

/// One item.
fn one(item: Result<Input, Error>) -> Items {
    Box::new(std::iter::once(item.map(Item::Input)))
}

/// Inputs as items.
fn all(inputs: impl Iterator<Item = Result<Input, Error>> + Send + 'static) -> Items {
    Box::new(inputs.map(|input| input.map(Item::Input)))
}
