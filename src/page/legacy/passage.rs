//! The passages of a tree: what stands in one block in one font, and each attribute that is text.
//!
//! A block is what lies between two borders of elements that are not part of a line.

use super::font::{Font, named_by};
use super::sheet::Sheet;
use super::survey::strange_letters;
use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::{Html, Node, node::Element};

/// Where a piece of a passage stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    Text(NodeId),
    /// Node, and number of the attribute.
    Attribute(NodeId, usize),
}

/// Text that is in one encoding.
#[derive(Debug)]
pub(super) struct Passage {
    pub(super) font: Option<Font>,
    pub(super) text: String,
    pub(super) places: Vec<Place>,
}

impl Passage {
    fn new(font: Option<Font>, text: &str, place: Place) -> Self {
        Self { font, text: text.to_owned(), places: vec![place] }
    }
}

const TEXT_ATTRIBUTES: [&str; 3] = ["alt", "content", "title"];
const IN_LINES: [&str; 24] = [
    "a", "abbr", "acronym", "b", "basefont", "bdo", "big", "br", "cite", "code", "em", "font", "i",
    "img", "mark", "nobr", "s", "small", "span", "strong", "sub", "sup", "u", "wbr",
];

/// Fewer strange letters than these are no old encoding.
const FEW: usize = 2;

/// Whether a page can hold passages of old letters at all: it names such a font, or has letters that
/// neither proper Vietnamese nor English has.
pub(super) fn may_hold_any(html: &Html, sheet: &Sheet) -> bool {
    let mut strange = if sheet.has_old_font() { FEW } else { 0 };
    for node in html.tree.values() {
        match node {
            Node::Text(text) if !text.is_ascii() => strange += strange_letters(text),
            Node::Element(element) if matches!(named_by(element), Some(Some(_))) => return true,
            _ => {}
        }
        if strange >= FEW {
            return true;
        }
    }
    false
}

/// All passages, in the order in which they begin.
pub(super) fn passages(html: &Html, sheet: &Sheet) -> Vec<Passage> {
    let mut found: Vec<Passage> = Vec::new();
    let mut fonts: Vec<(NodeId, Option<Font>)> = Vec::new();
    let mut block = 0;
    for edge in html.tree.root().traverse() {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Element(element) => {
                if !IN_LINES.contains(&element.name()) {
                    block = found.len();
                }
                match (opens, fonts.last()) {
                    (true, _) => {
                        let font = named_by(element).or_else(|| sheet.font_of(element));
                        fonts.extend(font.map(|font| (node.id(), font)));
                        found.extend(attributes(node.id(), element));
                    }
                    (false, Some((named, _))) if *named == node.id() => {
                        fonts.pop();
                    }
                    (false, _) => {}
                }
            }
            Node::Text(text) if opens && is_read(node.parent().map(|parent| parent.value())) => {
                let font = fonts.last().and_then(|(_, font)| *font);
                let place = Place::Text(node.id());
                let is_open = |passage: &&mut Passage| {
                    passage.font == font && matches!(passage.places[..], [Place::Text(_), ..])
                };
                match found[block..].iter_mut().find(is_open) {
                    Some(passage) => {
                        passage.text.push_str(text);
                        passage.places.push(place);
                    }
                    None => {
                        found.push(Passage::new(font, text, place));
                    }
                }
            }
            _ => {}
        }
    }
    found
}

fn attributes(node: NodeId, element: &Element) -> impl Iterator<Item = Passage> {
    let texts = element.attrs.iter().enumerate().filter(|(_, (name, value))| {
        TEXT_ATTRIBUTES.contains(&&*name.local) && !value.trim_ascii().is_empty()
    });
    texts.map(move |(number, (_, value))| Passage::new(None, value, Place::Attribute(node, number)))
}

/// Of scripts only those that are data.
fn is_read(parent: Option<&Node>) -> bool {
    parent.and_then(Node::as_element).is_none_or(|element| match element.name() {
        "style" => false,
        "script" => element.attr("type").is_some_and(|kind| kind.contains("ld+json")),
        _ => true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_one_font_in_one_block() {
        let html = Html::parse_document(
            "<title>t</title><style>.k {font-family: .VnTime}</style><p>a <b>b</b> \
             <font face=.VnTime>c<i>d</i></font> e<p>f <img alt=g> h<div>i <i class=k>k</i></div>j",
        );
        let passages = passages(&html, &Sheet::of(&html));
        let texts: Vec<_> = passages.iter().map(|passage| &*passage.text).collect();
        assert_eq!(texts, ["t", "a b  e", "cd", "f  h", "g", "i ", "k", "j"]);
    }
}
