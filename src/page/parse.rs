//! [`Page`]: decoded, made harmless, parsed, its old letters mended.
//!
//! Plain text is a page too: every line that is not blank becomes a `<p>`, or every paragraph where
//! lines were broken at a width.

use super::{Encoding, Error, Metadata, compose, decode, guard, legacy};
use crate::document;
use scraper::Html;
use std::borrow::Cow;

/// Longest page that is parsed, in bytes of its text; the rest is left out.
const MAX_LENGTH: usize = 16 << 20;

/// A page: its tree, what it says about itself, and how its bytes were read.
#[derive(Debug)]
pub struct Page {
    /// Which encoding was assumed, and why.
    pub encoding: Encoding,
    /// What the page says about itself.
    pub metadata: Metadata,
    /// The tree.
    pub html: Html,
    /// Whether the input had no markup: every line became a paragraph.
    pub is_plain_text: bool,
    /// Whether it was written of a document: all of it is the author's.
    pub is_document: bool,
    /// Whether nesting was flattened to keep the parser from hanging.
    pub is_flattened: bool,
    /// Whether the page ends before its markup does, or was too long.
    pub is_truncated: bool,
    /// Whether it was too long, so that its end was left out.
    pub is_too_long: bool,
}

/// What others say of a page's encoding.
#[derive(Debug, Clone, Copy, Default)]
pub struct Declared<'a> {
    /// The user's word, which overrides all else: a WHATWG label, or that of an old Vietnamese encoding.
    pub encoding: Option<&'a str>,
    /// What the server said that gave the page. A label that is not known says nothing.
    pub transport: Option<&'a str>,
    /// Whether it is plain text; otherwise its tags tell.
    pub is_text: Option<bool>,
}

impl<'a> From<Option<&'a str>> for Declared<'a> {
    fn from(encoding: Option<&'a str>) -> Self {
        Self { encoding, ..Self::default() }
    }
}

impl Page {
    /// Reads a page from bytes. For `declared` the user's label is enough, or `None`.
    ///
    /// ```
    /// use de_an_06::page::Page;
    /// let page = Page::parse("<title>Tựa</title><p>Xã có 5 ấp.</p>".as_bytes(), None).unwrap();
    /// assert_eq!(page.metadata.title.as_deref(), Some("Tựa"));
    /// ```
    ///
    /// # Errors
    /// When the label names no encoding.
    pub fn parse<'a>(bytes: &[u8], declared: impl Into<Declared<'a>>) -> Result<Self, Error> {
        let declared = declared.into();
        let (text, known, encoding) = decode::decode(bytes, declared)?;
        let kept = &text[..text.floor_char_boundary(MAX_LENGTH)];
        let is_too_long = kept.len() < text.len();
        let is_plain_text = declared.is_text.unwrap_or_else(|| !has_markup(kept));
        let markup = match is_plain_text {
            true => Cow::Owned(document::unwrapped(kept).unwrap_or_else(|| paragraphs(kept))),
            false => Cow::Borrowed(kept),
        };
        let is_truncated = is_too_long || (!is_plain_text && is_cut(kept));
        let page = Self::of(&markup, known, encoding);
        Ok(Self { is_plain_text, is_truncated, is_too_long, ..page })
    }

    /// Reads the markup that was written of a document. What is declared can only be an encoding that its
    /// letters stand for.
    ///
    /// # Errors
    /// When the label names no encoding.
    pub fn of_document<'a>(markup: &str, declared: impl Into<Declared<'a>>) -> Result<Self, Error> {
        let (known, encoding) = decode::letters(declared.into())?;
        let kept = &markup[..markup.floor_char_boundary(MAX_LENGTH)];
        let is_too_long = kept.len() < markup.len();
        let page = Self::of(kept, known, encoding);
        Ok(Self { is_document: true, is_truncated: is_too_long, is_too_long, ..page })
    }

    fn of(markup: &str, known: Option<legacy::Known>, mut encoding: Encoding) -> Self {
        let (tame, is_flattened) = guard::tame(markup);
        let mut html = Html::parse_document(&tame);
        encoding.add(legacy::mend(&mut html, known));
        compose::compose(&mut html);
        Self {
            encoding,
            metadata: Metadata::read(&html),
            html,
            is_plain_text: false,
            is_document: false,
            is_flattened,
            is_truncated: false,
            is_too_long: false,
        }
    }

    /// The address that the page gives for itself.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        let data = &self.metadata;
        let canonical = data.canonical.as_deref();
        canonical
            .into_iter()
            .chain(data.first(&["og:url"]))
            .chain(data.linked_data.url.as_deref())
            .find(|url| url.starts_with("http://") || url.starts_with("https://"))
    }
}

/// Whether a tag, a comment or a doctype stands anywhere: `<p`, `</`, `<!`.
fn has_markup(text: &str) -> bool {
    let bytes = text.as_bytes();
    let last_end = text.rfind('>');
    text.match_indices('<').any(|(at, _)| match bytes.get(at + 1..) {
        Some([b'!', ..]) => true,
        Some([b'/', c, ..] | [c, ..]) if c.is_ascii_alphabetic() => last_end > Some(at),
        _ => false,
    })
}

/// Every line that is not blank as a `<p>`.
fn paragraphs(text: &str) -> String {
    let mut markup = String::with_capacity(text.len() + text.len() / 8);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let line = line.replace('&', "&amp;").replace('<', "&lt;");
        markup.push_str("<p>");
        markup.push_str(&line);
        markup.push_str("</p>\n");
    }
    markup
}

/// A page that opens its body, closes neither it nor itself, and ends inside of a text or a tag.
fn is_cut(markup: &str) -> bool {
    if markup.trim_ascii_end().ends_with('>') {
        return false;
    }
    let closes = |(at, _): (usize, &str)| {
        let name = markup.as_bytes().get(at + 2..at + 6).unwrap_or_default();
        name.eq_ignore_ascii_case(b"body") || name.eq_ignore_ascii_case(b"html")
    };
    let opens = markup.contains("<body") || markup.contains("<BODY");
    opens && !markup.rmatch_indices("</").any(closes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Page {
        Page::parse(text.as_bytes(), None).unwrap()
    }

    #[test]
    fn lines_of_plain_text_are_paragraphs() {
        let page = parse("Tựa\r\n\r\nXã có 5 < 7 ấp & 2 thôn.\n");
        assert!(page.is_plain_text && !page.is_truncated);
        let text: Vec<_> = page.html.root_element().text().collect();
        assert_eq!(text.concat(), "Tựa\nXã có 5 < 7 ấp & 2 thôn.\n");
    }

    #[test]
    fn a_fragment_is_no_plain_text() {
        let page = parse("<p>Một.</p><p>Hai.</p>");
        assert!(!page.is_plain_text && !page.is_truncated && !page.is_flattened);
    }

    #[test]
    fn a_cut_page_is_known() {
        assert!(parse("<html><body><p>Xã có 5 ấ").is_truncated);
        assert!(!parse("<html><body><p>Xã có 5 ấp.</BODY>").is_truncated);
        assert!(!parse("<html><body><p>Xã có 5 ấp.</p>").is_truncated);
    }

    #[test]
    fn the_address_is_the_first_whole_one() {
        for (head, want) in [
            ("<link rel=canonical href=https://a.vn/x>", Some("https://a.vn/x")),
            (
                "<link rel=canonical href=/x><meta property=og:url content=https://a.vn/y>",
                Some("https://a.vn/y"),
            ),
            ("<meta property=og:url content=/y>", None),
        ] {
            assert_eq!(parse(head).url(), want, "{head}");
        }
    }
}
