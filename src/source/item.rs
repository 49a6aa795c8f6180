//! [`Item`]: what a source gives, one after another.

use super::Error;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a source holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A page to read.
    Input(Input),
    /// A file that is not read.
    LeftOut(LeftOut),
    /// A list or a web archive without a single page, by its name: no failure, it may hold pictures alone.
    Empty(String),
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

/// A file of a folder or an archive that is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is called.
    pub name: String,
    /// Why it is not.
    pub why: Why,
}

/// Why a file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// By its name it is no page, document or text.
    NoPage,
    /// It is shown in a page that was saved with it.
    PartOfPage,
    /// It is a pipe or a device: reading it may never end.
    Special,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoPage => "it is no page, document or text",
            Self::PartOfPage => "it belongs to a saved page",
            Self::Special => "it is a pipe or a device; name it to read it",
        })
    }
}

/// The items of a source.
pub(super) type Items = Box<dyn Iterator<Item = Result<Item, Error>> + Send>;

/// One input.
pub(super) fn one(input: Result<Input, Error>) -> Items {
    Box::new(std::iter::once(input.map(Item::Input)))
}

/// One file that is not read.
pub(super) fn left_out(name: String, why: Why) -> Items {
    Box::new(std::iter::once(Ok(Item::LeftOut(LeftOut { name, why }))))
}

/// The pages of a list or a web archive that is called `name`, or that there are none.
pub(super) fn pages(
    name: String,
    pages: impl Iterator<Item = Result<Input, Error>> + Send + 'static,
) -> Items {
    let mut pages = pages.map(|page| page.map(Item::Input)).peekable();
    let mut empty = pages.peek().is_none().then_some(Ok(Item::Empty(name)));
    Box::new(pages.chain(std::iter::from_fn(move || empty.take())))
}
