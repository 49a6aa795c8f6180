//! [`Kind`]: what a file is, told by its content.
//!
//! `%PDF-` begins a PDF, `[Content_Types].xml` with a `word/` folder makes a ZIP archive a Word document.
//! Whether bytes without such a sign are a web page or plain text is left to who parses them.

use super::package::Package;
use super::{Error, foreign, mhtml};
use memchr::memmem;

/// How many bytes are looked at.
const HEAD: usize = 8 << 10;

/// What can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A web page.
    Html,
    /// Text without markup.
    Text,
    /// A web page that a browser saved in one file.
    Mhtml,
    /// A Word document (Office Open XML).
    Docx,
    /// A text of LibreOffice (OpenDocument).
    Odt,
    /// A PDF document.
    Pdf,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Html, Self::Text, Self::Mhtml, Self::Docx, Self::Odt, Self::Pdf];

    /// As it is written on a command line: `docx`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Text => "text",
            Self::Mhtml => "mhtml",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Pdf => "pdf",
        }
    }

    /// As it is called in a sentence: `a Word document`.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Html => "a web page",
            Self::Text => "a text",
            Self::Mhtml => "a saved page",
            Self::Docx => "a Word document",
            Self::Odt => "an OpenDocument text",
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
    if mhtml::is_message(bytes) {
        return Ok(Kind::Mhtml);
    }
    if is_flat_open_document(bytes) {
        return Ok(Kind::Odt);
    }
    foreign::refuse(bytes)?;
    Ok(Kind::Html)
}

/// What a ZIP archive is, by its parts.
fn in_archive(bytes: &[u8]) -> Result<Kind, Error> {
    let mut package = Package::open(bytes, "a ZIP archive")?;
    match () {
        () if package.has("word/document.xml") => Ok(Kind::Docx),
        () if package.has("content.xml") && package.has("META-INF/manifest.xml") => {
            in_open_document(&mut package)
        }
        () if package.has("[Content_Types].xml") => Err(foreign::OFFICE),
        () => Err(foreign::ARCHIVE),
    }
}

/// What an OpenDocument is, by the part that says so.
fn in_open_document(package: &mut Package<'_>) -> Result<Kind, Error> {
    let mime = package.part("mimetype")?.unwrap_or_default();
    match mime.starts_with(TEXT.as_bytes()) || mime.is_empty() {
        true => Ok(Kind::Odt),
        false => Err(foreign::OFFICE),
    }
}

/// The type of an OpenDocument that is a text, and begins those of its kin.
const TEXT: &str = "application/vnd.oasis.opendocument.text";

/// Whether bytes are an OpenDocument in one piece of XML.
fn is_flat_open_document(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    memmem::find(head, b"<office:document").is_some()
        && memmem::find(head, TEXT.as_bytes()).is_some()
}
