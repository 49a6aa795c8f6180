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
    let mut package = Package::open(bytes, by_first_part(bytes))?;
    match () {
        () if package.has("word/document.xml") => Ok(Kind::Docx),
        () if package.has("content.xml") && is_text(&mut package)? => Ok(Kind::Odt),
        () => Err(foreign::archive(|part| package.has(part))),
    }
}

/// Whether an OpenDocument says that it is a text, or nothing of itself.
fn is_text(package: &mut Package<'_>) -> Result<bool, Error> {
    let kind = package.part("mimetype")?.unwrap_or_default();
    Ok(kind.is_empty() || kind.starts_with(TEXT.as_bytes()))
}

/// What an archive is called whose list of parts cannot be read, by its first part.
fn by_first_part(bytes: &[u8]) -> &'static str {
    let head = &bytes[..bytes.len().min(HEAD)];
    let has = |part: &[u8]| memmem::find(head, part).is_some();
    match () {
        () if has(b"[Content_Types].xml") || has(b"word/") => Kind::Docx.noun(),
        () if has(TEXT.as_bytes()) => Kind::Odt.noun(),
        () => "a ZIP archive",
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

#[cfg(test)]
mod tests {
    use super::super::package::sample::packed;
    use super::*;

    #[test]
    fn archives_are_told_by_their_parts() {
        let word = packed(&[("[Content_Types].xml", ""), ("word/document.xml", "<x/>")]);
        let text = packed(&[("mimetype", TEXT), ("content.xml", "<x/>")]);
        assert_eq!((tell(&word), tell(&text)), (Ok(Kind::Docx), Ok(Kind::Odt)));
        let sheet = "application/vnd.oasis.opendocument.spreadsheet";
        for (parts, want) in [
            (vec![("[Content_Types].xml", ""), ("xl/workbook.xml", "<x/>")], "a workbook"),
            (vec![("mimetype", sheet), ("content.xml", "<x/>")], "an OpenDocument that is no text"),
            (vec![("mimetype", "x"), ("META-INF/container.xml", "<x/>")], "an electronic book"),
            (vec![("a.png", "x")], "a ZIP archive"),
        ] {
            let error = tell(&packed(&parts)).unwrap_err().to_string();
            assert!(error.starts_with(&format!("this is {want}, not")), "{error}");
        }
        let error = tell(&word[..word.len() - 9]).unwrap_err().to_string();
        assert!(error.starts_with("this is a Word document, but it is damaged"), "{error}");
    }

    #[test]
    fn one_piece_of_xml_may_be_a_text() {
        let flat = format!("<?xml version='1.0'?><office:document office:mimetype='{TEXT}'>");
        assert_eq!(tell(flat.as_bytes()), Ok(Kind::Odt));
        assert_eq!(tell(b"<?xml version='1.0'?><html><p>X"), Ok(Kind::Html));
    }
}
