//! Files of every kind that people hold, each as a page: a web page and plain text as they are, a
//! document as markup that says the same.
//!
//! `<w:tc><w:tcPr><w:gridSpan w:val="2"/>…` of a Word table is `<td colspan=2>`, so that everything
//! behind reads it as the table of a page. What a file is, its bytes tell, never its name. What is
//! nothing to read is refused with what it looks like.
//!
//! * `kind`: what can be read, told by content
//! * `foreign`: what cannot, and what to do about it
//! * `error`: the sentences of both
//! * `package`: the parts of a file that is a ZIP archive, none larger than it may be
//! * `xml`: a part as a tree
//! * `markup`, `list`, `letters`: how markup is written
//! * `label`: what stands before the items of a list
//! * `symbol`: letters of a font of symbols
//! * `docx`, `odt`: Word, and LibreOffice
//! * `pdf`: PDF documents, as letters with places
//! * `layout`: what stands on paper, as paragraphs and tables
//! * `plain`: text whose lines were broken at a width
//! * `mhtml`: a page that a browser saved in one file
//!
//! A block element of markup carries [`PLACE`], where it stands in the document.

mod docx;
mod error;
mod foreign;
mod kind;
mod label;
mod layout;
mod letters;
mod list;
mod markup;
mod mhtml;
mod odt;
mod package;
mod pdf;
mod plain;
mod symbol;
mod xml;

pub use error::Error;
pub use kind::Kind;
pub use markup::PLACE;
use std::borrow::Cow;

/// A file as a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document<'a> {
    /// What the file is.
    pub kind: Kind,
    /// What is to be parsed.
    pub content: Content<'a>,
    /// Where the page was found, if the file says so.
    pub url: Option<String>,
    /// Label of the encoding that the page was served with, if the file says so.
    pub charset: Option<String>,
}

/// What of a file is to be parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content<'a> {
    /// A web page or plain text, in an encoding that has yet to be told.
    Page(Cow<'a, [u8]>),
    /// Markup that was written of a document, all of it the author's.
    Markup(String),
}

/// A text as markup, if its lines were broken at a width: every paragraph as one.
#[must_use]
pub fn unwrapped(text: &str) -> Option<String> {
    plain::markup(text)
}

/// Opens a file. Without a `kind`, its content tells.
///
/// ```
/// use de_an_06::document::{self, Kind};
/// assert_eq!(document::open(b"<p>X", None).unwrap().kind, Kind::Html);
/// let error = document::open(b"\x89PNG\r\n\x1a\n", None).unwrap_err();
/// assert!(error.to_string().starts_with("this is a PNG picture"));
/// ```
///
/// # Errors
/// When the bytes are nothing that can be read, or damaged, or larger than they may be.
pub fn open(bytes: &[u8], kind: Option<Kind>) -> Result<Document<'_>, Error> {
    let kind = match kind {
        Some(kind) => kind,
        None => kind::tell(bytes)?,
    };
    let content = match kind {
        Kind::Html | Kind::Text => Content::Page(Cow::Borrowed(bytes)),
        Kind::Mhtml => return mhtml::page(bytes),
        Kind::Docx => Content::Markup(docx::markup(bytes)?),
        Kind::Odt => Content::Markup(odt::markup(bytes)?),
        Kind::Pdf => Content::Markup(pdf::markup(bytes)?),
    };
    Ok(Document { kind, content, url: None, charset: None })
}
