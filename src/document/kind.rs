//! [`Kind`]: what a file is, told by its content.
//!
//! `%PDF-` begins a PDF, `[Content_Types].xml` with a `word/` folder makes a ZIP archive a Word document.
//! Whether bytes without such a sign are a web page or plain text is left to who parses them.

use super::package::Package;
use super::{Error, foreign};

/// What can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A web page.
    Html,
    /// Text without markup.
    Text,
    /// A Word document (Office Open XML).
    Docx,
    /// A PDF document.
    Pdf,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Html, Self::Text, Self::Docx, Self::Pdf];

    /// As it is written on a command line: `docx`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Text => "text",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }

    /// As it is called in a sentence: `a Word document`.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Html => "a web page",
            Self::Text => "a text",
            Self::Docx => "a Word document",
            Self::Pdf => "a PDF document",
        }
    }
}

/// What bytes are.
pub(super) fn tell(bytes: &[u8]) -> Result<Kind, Error> {
    if bytes.starts_with(b"PK\x03\x04") {
        return in_archive(bytes);
    }
    if bytes.starts_with(b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    foreign::refuse(bytes)?;
    Ok(Kind::Html)
}

/// What a ZIP archive is, by its parts.
fn in_archive(bytes: &[u8]) -> Result<Kind, Error> {
    let package = Package::open(bytes, "a ZIP archive")?;
    match () {
        () if package.has("word/document.xml") => Ok(Kind::Docx),
        () if package.has("[Content_Types].xml") => Err(foreign::OFFICE),
        () => Err(foreign::ARCHIVE),
    }
}
