//! The tags of markup, in one pass and without a tree: how deep they nest, and what is no markup.
//!
//! Comments and the insides of scripts are passed over exactly as the parser passes over them:
//! `<script>'<b>'</script>` are two tags. What is HTML inside of a drawing (`<foreignObject>`) is guessed.

use super::nesting::{Kind, ends_name, kind, leaves_foreign, opens_foreign};
use super::{attributes, raw};
use memchr::{memchr, memmem};
use std::ops::Range;

/// One tag of the markup.
#[derive(Debug)]
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    pub(super) kind: Kind,
    /// Whether it is `</name>`.
    pub(super) closes: bool,
    pub(super) attributes: usize,
    /// First byte.
    pub(super) start: usize,
    /// Byte after the last.
    pub(super) end: usize,
    /// What stands before its closing tag, where that is no markup. Empty where nothing closes it.
    pub(super) inside: Range<usize>,
}

/// The tags of the markup in order.
pub(super) struct Tags<'a> {
    markup: &'a str,
    at: usize,
    /// How many drawings and formulas are open.
    foreign: usize,
}

impl<'a> Tags<'a> {
    pub(super) fn new(markup: &'a str) -> Self {
        Self { markup, at: 0, foreign: 0 }
    }

    /// Where the comment, or what the parser takes for one, ends that begins at `start`: `<!-- -->`,
    /// `<!doctype>`, `<?php ?>`, `</ >`.
    fn comment_end(&self, start: usize) -> Option<usize> {
        let rest = &self.markup.as_bytes()[start..];
        let behind = |mark: &[u8], from: usize| {
            let found = memmem::find(rest.get(from..)?, mark)?;
            Some(start + from + found + mark.len())
        };
        match rest {
            [b'<', b'!', b'-', b'-', ..] => behind(b"-->", 2),
            [b'<', b'!', b'[', ..] if self.foreign > 0 => behind(b"]]>", 2),
            _ => behind(b">", 1),
        }
    }
}

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        let bytes = self.markup.as_bytes();
        loop {
            let start = self.at + memchr(b'<', &bytes[self.at..])?;
            let closes = bytes.get(start + 1) == Some(&b'/');
            let name_start = start + 1 + usize::from(closes);
            match bytes.get(name_start)? {
                byte if byte.is_ascii_alphabetic() => {}
                byte if closes || matches!(byte, b'!' | b'?') => {
                    self.at = self.comment_end(start)?;
                    continue;
                }
                _ => {
                    self.at = start + 1;
                    continue;
                }
            }
            let name_len = bytes[name_start..].iter().position(ends_name);
            let name_end = name_len.map_or(bytes.len(), |len| name_start + len);
            let name = &self.markup[name_start..name_end];
            let (end, attributes) = attributes::end(bytes, name_end);
            let kind = self.kind_here(name, closes, bytes[..end].ends_with(b"/>"));
            let raw_end = match kind {
                Kind::Raw if !closes => raw::end(bytes, name.as_bytes(), end),
                _ => Some(end),
            };
            self.at = raw_end.unwrap_or(bytes.len());
            let inside = end..raw_end.unwrap_or(end);
            return Some(Tag { name, kind, closes, attributes, start, end, inside });
        }
    }
}

impl Tags<'_> {
    /// The kind of an element where it stands: only in a drawing does `/>` close one, and nothing there
    /// is raw.
    fn kind_here(&mut self, name: &str, closes: bool, is_empty: bool) -> Kind {
        let is_foreign = opens_foreign(name);
        match is_foreign {
            true if closes => self.foreign = self.foreign.saturating_sub(1),
            true => self.foreign += usize::from(!is_empty),
            false if self.foreign > 0 && leaves_foreign(name) => self.foreign = 0,
            false => {}
        }
        match kind(name.as_bytes()) {
            _ if is_empty && (is_foreign || self.foreign > 0) => Kind::Flat,
            _ if self.foreign > 0 => Kind::Container,
            kind => kind,
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
            ("<a title=\"it's > y\">z<i>", vec![("a", false), ("i", false)]),
            ("<?php '<b>' ?><!doctype x></ b><i>", vec![("i", false)]),
            (
                "<style>a</styles></style ><i>",
                vec![("style", false), ("style", true), ("i", false)],
            ),
            (
                "<svg><style><g></svg><i>",
                vec![("svg", false), ("style", false), ("g", false), ("svg", true), ("i", false)],
            ),
            ("<b", vec![("b", false)]),
        ] {
            assert_eq!(tags(markup), want, "{markup}");
        }
    }

    #[test]
    fn insides_stand_between_a_tag_and_its_end() {
        let insides = |markup: &'static str| -> Vec<&str> {
            Tags::new(markup)
                .map(|tag| &markup[tag.inside])
                .filter(|text| !text.is_empty())
                .collect()
        };
        assert_eq!(
            insides("<p>a</p><script src=x>b < c</script>d<style>e</style>"),
            ["b < c", "e"]
        );
        assert_eq!(insides("<script>b</p>"), [""; 0]);
        assert_eq!(insides("<svg><style>b</style></svg>"), [""; 0]);
    }
}
