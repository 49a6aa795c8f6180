//! A part of a document as a tree.
//!
//! Names are told without their prefix, which is the writer's own choice: `w:p` is `p`. A node is where
//! it stands in the source, and is read when it is asked for, so a tree takes little more than its
//! source. What nests or holds more than documents do is refused before anything walks it.

use super::Error;
use encoding_rs::UTF_8;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;
use quick_xml::events::attributes::Attributes;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

/// Deepest nesting of elements.
const DEEPEST: usize = 256;
/// Most nodes of a part.
const MOST: usize = 1 << 20;

/// Why a part is no tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Flaw {
    /// It breaks the rules of XML.
    Broken(String),
    /// It ends inside an element.
    Cut,
    /// It nests deeper than [`DEEPEST`].
    Deep,
    /// It has more nodes than [`MOST`].
    Large,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(reason) => f.write_str(reason),
            Self::Cut => f.write_str("it ends inside an element"),
            Self::Deep => write!(f, "its elements nest deeper than {DEEPEST}"),
            Self::Large => write!(f, "it has more than {MOST} elements and texts"),
        }
    }
}

impl Flaw {
    /// The error of a file that is `found` and has the flaw in this part.
    pub(super) fn of(&self, found: &'static str, part: &str) -> Error {
        let reason = format!("{part}: {self}");
        match self {
            Self::Broken(_) | Self::Cut => Error::Damaged { found, reason },
            Self::Deep | Self::Large => Error::TooLarge { found, reason },
        }
    }
}

/// A part.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    source: Cow<'a, str>,
    /// In the order of the source; the root first.
    nodes: Vec<Node>,
}

/// A tag or a text.
#[derive(Debug, Clone, Copy)]
struct Node {
    /// Where the tag or text stands in the source.
    start: u32,
    stop: u32,
    /// The first node behind it that is not inside of it; of a text the next.
    end: u32,
    is_text: bool,
}

impl<'a> Tree<'a> {
    /// Reads a part: UTF-8, or UTF-16 with its mark.
    pub(super) fn parse(bytes: &'a [u8]) -> Result<Self, Flaw> {
        let (source, ..) = UTF_8.decode(bytes);
        let mut nodes: Vec<Node> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        let mut reader = Reader::from_str(&source);
        reader.config_mut().allow_dangling_amp = true;
        let place = |at: u64| u32::try_from(at).map_err(|_| Flaw::Large);
        loop {
            let start = place(reader.buffer_position())?;
            let event = reader.read_event().map_err(|error| Flaw::Broken(error.to_string()))?;
            let stop = place(reader.buffer_position())?;
            let next = place(nodes.len() as u64 + 1)?;
            match event {
                Event::Start(_) => {
                    open.push(nodes.len());
                    nodes.push(Node { start, stop, end: 0, is_text: false });
                }
                Event::Empty(_) => nodes.push(Node { start, stop, end: next, is_text: false }),
                Event::End(_) => {
                    if let Some(at) = open.pop() {
                        nodes[at].end = next - 1;
                    }
                }
                Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) if !open.is_empty() => {
                    nodes.push(Node { start, stop, end: next, is_text: true });
                }
                Event::Eof => break,
                _ => {}
            }
            match () {
                () if open.len() > DEEPEST => return Err(Flaw::Deep),
                () if nodes.len() > MOST => return Err(Flaw::Large),
                () => {}
            }
        }
        match open.is_empty() && !nodes.is_empty() {
            true => Ok(Self { source, nodes }),
            false => Err(Flaw::Cut),
        }
    }

    /// The outermost element.
    pub(super) fn root(&self) -> Element<'_> {
        Element { tree: self, at: 0 }
    }
}

/// An element of a tree.
#[derive(Clone, Copy)]
pub(super) struct Element<'t> {
    tree: &'t Tree<'t>,
    at: usize,
}

/// What an element holds.
pub(super) enum Inside<'t> {
    Element(Element<'t>),
    Text(Cow<'t, str>),
}

impl<'t> Element<'t> {
    /// Its name without the prefix.
    pub(super) fn name(self) -> &'t str {
        let name = self.full_name();
        name.split_once(':').map_or(name, |(_, own)| own)
    }

    /// Its name as it is written.
    pub(super) fn full_name(self) -> &'t str {
        let tag = self.tag();
        let end = tag.find(|c: char| c.is_ascii_whitespace()).unwrap_or(tag.len());
        &tag[..end]
    }

    /// The value of an attribute, by its name without the prefix.
    pub(super) fn attribute(self, name: &str) -> Option<Cow<'t, str>> {
        let mut attributes = Attributes::new(self.tag(), self.full_name().len());
        let mut attributes = attributes.with_checks(false).flatten();
        let own = attributes.find(|own| own.key.local_name().as_ref() == name)?;
        Some(match own.value {
            Cow::Borrowed(value) => text(value),
            value => value,
        })
    }

    /// The elements and texts right inside of it.
    pub(super) fn inside(self) -> impl Iterator<Item = Inside<'t>> {
        self.places().map(move |at| match self.tree.nodes[at].is_text {
            true => Inside::Text(text(self.tree.slice(at))),
            false => Inside::Element(Self { at, ..self }),
        })
    }

    /// The elements right inside of it.
    pub(super) fn elements(self) -> impl Iterator<Item = Self> {
        let of_element = move |at: &usize| !self.tree.nodes[*at].is_text;
        self.places().filter(of_element).map(move |at| Self { at, ..self })
    }

    /// The elements right inside of it, each with its number among those of its name, from 1.
    pub(super) fn numbered(self) -> impl Iterator<Item = (usize, Self)> {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        self.elements().map(move |element| {
            let count = counts.entry(element.full_name()).or_default();
            *count += 1;
            (*count, element)
        })
    }

    /// The first element of this name right inside of it.
    pub(super) fn child(self, name: &str) -> Option<Self> {
        self.elements().find(|child| child.name() == name)
    }

    /// All elements inside of it, in the order of the source.
    pub(super) fn descendants(self) -> impl Iterator<Item = Self> {
        let nodes = self.at + 1..self.tree.nodes[self.at].end as usize;
        let of_element = move |at: &usize| !self.tree.nodes[*at].is_text;
        nodes.filter(of_element).map(move |at| Self { at, ..self })
    }

    /// The texts right inside of it.
    pub(super) fn text(self) -> Cow<'t, str> {
        let is_text = |at: &usize| self.tree.nodes[*at].is_text;
        let mut texts = self.places().filter(is_text).map(|at| text(self.tree.slice(at)));
        let first = texts.next().unwrap_or_default();
        texts.fold(first, |all, more| all + more)
    }

    /// The nodes right inside of it.
    fn places(self) -> impl Iterator<Item = usize> {
        let nodes = &self.tree.nodes;
        let end = nodes[self.at].end as usize;
        let first = (self.at + 1 < end).then_some(self.at + 1);
        std::iter::successors(first, move |&at| {
            let next = nodes[at].end as usize;
            (next < end).then_some(next)
        })
    }

    /// What stands between the brackets of its tag.
    fn tag(self) -> &'t str {
        let tag = self.tree.slice(self.at);
        tag.trim_start_matches('<').trim_end_matches(['>', '/'])
    }
}

impl Tree<'_> {
    fn slice(&self, at: usize) -> &str {
        let Node { start, stop, .. } = self.nodes[at];
        &self.source[start as usize..stop as usize]
    }
}

/// A text of the source as it reads; what is no entity stays as it is.
fn text(source: &str) -> Cow<'_, str> {
    let data = source.strip_prefix("<![CDATA[").and_then(|rest| rest.strip_suffix("]]>"));
    match data {
        Some(data) => Cow::Borrowed(data),
        None => unescape(source).unwrap_or(Cow::Borrowed(source)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_values_and_texts_are_told() {
        let source = b"<?xml version='1.0'?><a:x k='1 &lt; 2' z:v=\"3>\"><b/>m&#7897;t &amp; <![CDATA[<hai>]]><b>ba</b></a:x>";
        let tree = Tree::parse(source).unwrap();
        let root = tree.root();
        assert_eq!((root.name(), root.full_name()), ("x", "a:x"));
        assert_eq!(root.attribute("k").as_deref(), Some("1 < 2"));
        assert_eq!(root.attribute("v").as_deref(), Some("3>"));
        assert_eq!(root.attribute("none"), None);
        assert_eq!(root.text(), "một & <hai>");
        let inner: Vec<_> = root.elements().map(Element::text).collect();
        assert_eq!(inner, ["", "ba"]);
        assert_eq!(root.descendants().count(), 2);
    }

    #[test]
    fn utf16_is_read() {
        let source: Vec<u8> =
            "\u{feff}<x>Bến Tre</x>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(Tree::parse(&source).unwrap().root().text(), "Bến Tre");
    }

    #[test]
    fn what_is_no_tree_is_refused() {
        let deep = "<x>".repeat(10_000);
        let many = format!("<x>{}</x>", "<y/>".repeat(MOST));
        for (source, want) in
            [("<x><y></y>", Flaw::Cut), ("", Flaw::Cut), (&deep, Flaw::Deep), (&many, Flaw::Large)]
        {
            assert_eq!(Tree::parse(source.as_bytes()).unwrap_err(), want);
        }
        assert!(matches!(Tree::parse(b"<x></y>"), Err(Flaw::Broken(_))));
    }
}
