//! What is wrong with a lexicon file that a user hands in, and on which line.
//!
//! ```text
//! ports.toml:3: unknown field `form`, expected one of `key`, `forms`, …
//!     form = ["tàu container"]
//! ```

use std::fmt;

/// A lexicon file that cannot be read: no TOML, or not of the shape of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// Name of the file as the caller gave it.
    pub file: String,
    /// Line of the mistake, from 1.
    pub line: usize,
    /// That line, without the white space around it.
    pub found: String,
    /// What is wrong with it and what was expected.
    pub message: String,
}

impl Error {
    pub(super) fn new(file: &str, toml: &str, error: &toml::de::Error) -> Self {
        let at = error.span().map_or(0, |span| span.start);
        let before = &toml[..at.min(toml.len())];
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            found: toml[start..].lines().next().unwrap_or("").trim().to_owned(),
            message: error.message().to_owned(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            found,
            message,
        } = self;
        write!(f, "{file}:{line}: {message}\n    {found}")
    }
}

impl std::error::Error for Error {}
