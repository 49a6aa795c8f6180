//! The tags of markup, in one pass and without a tree: just enough to see how deep they nest.
//!
//! Comments and the insides of scripts are passed over. What is odd (a `>` inside a value, a tag
//! that never ends) costs no more than a wrong guess.

use memchr::{memchr, memmem};

/// Most attributes of one tag: the parser compares each with all before it.
pub(super) const MAX_ATTRIBUTES: usize = 300;

/// How the tree builder treats an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Opened anew in every block until it is closed.
    Formatting,
    /// Nests.
    Container,
    /// Void, or closed by its next of kin.
    Flat,
    /// Its inside is no markup.
    Raw,
}

fn kind(name: &[u8]) -> Kind {
    let mut lower = [0; 10];
    let Some(lower) = lower.get_mut(..name.len()) else {
        return Kind::Container;
    };
    lower.copy_from_slice(name);
    lower.make_ascii_lowercase();
    match &*lower {
        b"b" | b"big" | b"code" | b"em" | b"font" | b"i" | b"nobr" | b"s" | b"small"
        | b"strike" | b"strong" | b"tt" | b"u" => Kind::Formatting,
        b"a" | b"area" | b"base" | b"body" | b"br" | b"col" | b"colgroup" | b"dd" | b"dt"
        | b"embed" | b"head" | b"hr" | b"html" | b"img" | b"input" | b"li" | b"link" | b"meta"
        | b"option" | b"optgroup" | b"p" | b"param" | b"source" | b"tbody" | b"td" | b"tfoot"
        | b"th" | b"thead" | b"tr" | b"track" | b"wbr" => Kind::Flat,
        b"iframe" | b"noscript" | b"script" | b"style" | b"textarea" | b"title" => Kind::Raw,
        _ => Kind::Container,
    }
}

/// One tag of the markup.
#[derive(Debug)]
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    pub(super) kind: Kind,
    /// Whether it is `</name>`.
    pub(super) closes: bool,
    /// Roughly; 0 where they are few.
    pub(super) attributes: usize,
    /// First byte.
    pub(super) start: usize,
    /// Byte after the last.
    pub(super) end: usize,
}

/// The tags of the markup in order.
pub(super) struct Tags<'a> {
    markup: &'a str,
    at: usize,
    /// Only in a drawing does `/>` close an element.
    in_svg: bool,
}

impl<'a> Tags<'a> {
    pub(super) fn new(markup: &'a str) -> Self {
        Self { markup, at: 0, in_svg: false }
    }

    /// The end of the tag whose name ends at `from`, and roughly how many attributes it has. A
    /// short tag, with its quotes in pairs, has few enough not to be counted.
    fn tag_end(&self, from: usize) -> (usize, usize) {
        let rest = &self.markup.as_bytes()[from..];
        let near = &rest[..rest.len().min(MAX_ATTRIBUTES)];
        let Some(short) = memchr(b'>', near) else {
            return self.count_attributes(from);
        };
        let quotes = near[..short].iter().filter(|b| matches!(b, b'"' | b'\''));
        match quotes.count() % 2 {
            0 => (from + short + 1, 0),
            _ => self.count_attributes(from),
        }
    }

    fn count_attributes(&self, from: usize) -> (usize, usize) {
        let bytes = self.markup.as_bytes();
        let (mut at, mut attributes, mut quote) = (from, 0, None);
        while let Some(&byte) = bytes.get(at) {
            at += 1;
            match (quote, byte) {
                (None, b'>') => break,
                (None, b'"' | b'\'') if bytes[at - 2] == b'=' => quote = Some(byte),
                (None, b' ' | b'\n' | b'\t' | b'\r' | b'/') => {
                    let next = bytes.get(at).unwrap_or(&b'>');
                    attributes += usize::from(!b" \n\t\r/>".contains(next));
                }
                (Some(q), b) if q == b => quote = None,
                _ => {}
            }
        }
        (at, attributes)
    }

    /// Where the element ends whose inside is no markup.
    fn skip_raw(&self, name: &str, from: usize) -> usize {
        let bytes = self.markup.as_bytes();
        let mut at = from;
        while let Some(found) = memchr(b'<', &bytes[at..]) {
            at += found + 1;
            let closing = bytes[at..].strip_prefix(b"/");
            let closing = closing.and_then(|rest| rest.get(..name.len()));
            if closing.is_some_and(|b| b.eq_ignore_ascii_case(name.as_bytes())) {
                return at - 1;
            }
        }
        bytes.len()
    }
}

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        let bytes = self.markup.as_bytes();
        loop {
            let start = self.at + memchr(b'<', &bytes[self.at..])?;
            if bytes[start..].starts_with(b"<!--") {
                self.at = start + 4 + memmem::find(&bytes[start + 4..], b"-->")?;
                continue;
            }
            let closes = bytes.get(start + 1) == Some(&b'/');
            let name_start = start + 1 + usize::from(closes);
            if !bytes.get(name_start).is_some_and(u8::is_ascii_alphabetic) {
                self.at = start + 1;
                continue;
            }
            let name_len = bytes[name_start..]
                .iter()
                .position(|b| b.is_ascii_whitespace() || matches!(b, b'>' | b'/'))
                .unwrap_or(bytes.len() - name_start);
            let name = &self.markup[name_start..name_start + name_len];
            let (end, attributes) = self.tag_end(name_start + name_len);
            let mut kind = kind(name.as_bytes());
            self.at = match kind {
                Kind::Raw if !closes => self.skip_raw(name, end),
                _ => end,
            };
            if name.eq_ignore_ascii_case("svg") {
                self.in_svg = !closes;
            }
            if self.in_svg && bytes[..end].ends_with(b"/>") {
                kind = Kind::Flat;
            }
            return Some(Tag { name, kind, closes, attributes, start, end });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(markup: &str) -> Vec<(&str, bool)> {
        Tags::new(markup).map(|tag| (tag.name, tag.closes)).collect()
    }

    #[test]
    fn tags_are_found_and_what_looks_like_one_is_not() {
        for (markup, want) in [
            ("<p>một</p>", vec![("p", false), ("p", true)]),
            ("1 < 2 <br/> 3 <", vec![("br", false)]),
            ("<!-- <b> --><i>", vec![("i", false)]),
            ("<script>'<b>'</SCRIPT><i>", vec![("script", false), ("SCRIPT", true), ("i", false)]),
            ("<a title='x > y'>z<i>", vec![("a", false), ("i", false)]),
            ("<b", vec![("b", false)]),
        ] {
            assert_eq!(tags(markup), want, "{markup}");
        }
    }

    #[test]
    fn many_attributes_are_counted() {
        let markup = format!("<p{}>", " a=\"1\"".repeat(400));
        assert_eq!(Tags::new(&markup).next().map(|tag| tag.attributes), Some(400));
        let spread = format!("<p{}a=1 b=2{}>", "\n    ".repeat(100), " ".repeat(100));
        assert_eq!(Tags::new(&spread).next().map(|tag| tag.attributes), Some(2));
    }
}
