//! The walk over the tree that gives the [`Outline`]: what each node adds to it.
//!
//! Borders of block-level elements end a line, and so do two `<br>`s with nothing between them, one
//! behind a sentence, and one before an item: `Kết quả:<br>- Mở 3 lớp`.

use super::boxes::{Traits, traits_of};
use super::divide;
use super::element::{Role, hides, is_centred, is_link, is_never_read, is_of_author, role};
use super::model::{Frame, Outline, Piece};
use super::pen::{Borders, Pen};
use super::stamp::Stamp;
use ego_tree::NodeRef;
use scraper::{Html, Node, node::Element};
use std::collections::HashMap;

impl<'a> Outline<'a> {
    /// The outline of a page.
    pub(in super::super) fn new(html: &'a Html) -> Self {
        let mut walk = Walk::new(html.tree.root());
        let mut node = html.tree.root();
        loop {
            if walk.enter(node)
                && let Some(child) = node.first_child()
            {
                node = child;
                continue;
            }
            loop {
                walk.leave(node);
                if let Some(next) = node.next_sibling() {
                    node = next;
                    break;
                }
                match node.parent() {
                    Some(parent) => node = parent,
                    None => return walk.into_outline(),
                }
            }
        }
    }
}

/// The state of the walk.
struct Walk<'a> {
    outline: Outline<'a>,
    /// The innermost open box.
    open: usize,
    pen: Pen,
    /// What names say that were met before: a page has few, and each many times.
    traits: HashMap<&'a str, Traits>,
}

impl<'a> Walk<'a> {
    fn new(root: NodeRef<'a, Node>) -> Self {
        let page = Frame {
            node: root,
            tag: "",
            parent: 0,
            end: 1,
            traits: Traits::default(),
            has_picture: false,
            has_paragraph: false,
            first_line: 0,
            last_line: 0,
        };
        Self {
            outline: Outline {
                frames: vec![page],
                lines: Vec::new(),
                stamps: Vec::new(),
                named: Vec::new(),
                breaks: Vec::new(),
                seams: Vec::new(),
                all: String::new(),
            },
            open: 0,
            pen: Pen::default(),
            traits: HashMap::new(),
        }
    }

    fn into_outline(mut self) -> Outline<'a> {
        divide::at_days(&mut self.outline);
        self.outline
    }

    /// Takes in a node; whether its children are to be read.
    fn enter(&mut self, node: NodeRef<'a, Node>) -> bool {
        match node.value() {
            Node::Text(text) => {
                if self.pen.opens_item(text) {
                    self.end_line();
                }
                let Outline { all, breaks, seams, .. } = &mut self.outline;
                self.pen.write(all, Borders { breaks, seams }, text);
            }
            Node::Element(element) => return self.enter_element(node, element),
            _ => {}
        }
        true
    }

    fn enter_element(&mut self, node: NodeRef<'a, Node>, element: &'a Element) -> bool {
        self.pen.tagged = true;
        match role(element.name()) {
            Role::Skipped => return false,
            Role::Break => {
                if self.pen.breaks(&self.outline.all) {
                    self.end_line();
                }
            }
            Role::Picture => {
                self.outline.frames[self.open].has_picture = true;
                self.pen.picture = true;
            }
            Role::Link => {
                self.pen.link_depth += usize::from(is_link(element));
                for (key, value) in element.attrs() {
                    if matches!(key, "class" | "rel") || key == "href" && is_of_author(value) {
                        self.name_piece(value);
                    }
                }
            }
            Role::Slant => self.pen.slant_depth += 1,
            Role::Inline => {
                self.pen.raised |= matches!(element.name(), "sub" | "sup");
                let mut hidden = false;
                let mut is_dated = matches!(element.name(), "time" | "abbr");
                for (key, value) in element.attrs() {
                    hidden |= hides(key, value);
                    is_dated |= matches!(key, "itemprop" | "property");
                    if matches!(key, "class" | "itemprop" | "id") {
                        self.name_piece(value);
                    }
                }
                if is_dated {
                    let line = self.outline.lines.len();
                    self.outline.stamps.extend(Stamp::of(node, element, self.open, line));
                }
                return !hidden;
            }
            Role::Block => return self.open_frame(node, element),
        }
        true
    }

    /// Opens a box, unless it is hidden.
    fn open_frame(&mut self, node: NodeRef<'a, Node>, element: &'a Element) -> bool {
        let mut traits = Traits::default();
        let (mut hidden, mut streamed) = (false, false);
        for (key, value) in element.attrs() {
            hidden |= hides(key, value);
            streamed |= key == "id" && value.starts_with("S:");
            match key {
                "class" | "id" | "role" | "itemprop" | "data-role" => {
                    traits.add(*self.traits.entry(value).or_insert_with(|| traits_of(value)));
                }
                "align" if value == "center" => traits.add(Traits::CENTRED),
                "style" if is_centred(value) => traits.add(Traits::CENTRED),
                _ => {}
            }
        }
        // Pages that are streamed bring their text in hidden boxes `S:0`, `S:1`.
        if hidden && !streamed {
            return false;
        }
        self.end_line();
        if matches!(element.name(), "nav" | "aside" | "footer" | "menu" | "marquee") {
            traits.add(Traits::FURNITURE);
        }
        if is_never_read(element) {
            traits.add(Traits::NEVER);
        }
        let frames = &mut self.outline.frames;
        frames[self.open].has_paragraph |= element.name() == "p";
        frames.push(Frame {
            node,
            tag: element.name(),
            parent: self.open,
            end: frames.len() + 1,
            traits,
            has_picture: false,
            has_paragraph: false,
            first_line: self.outline.lines.len(),
            last_line: 0,
        });
        self.open = self.outline.frames.len() - 1;
        true
    }

    fn name_piece(&mut self, name: &'a str) {
        let (line, start) = (self.outline.lines.len(), self.outline.all.len());
        self.outline.named.push(Piece { line, start, name });
    }

    fn end_line(&mut self) {
        let line = self.pen.end(&self.outline.all, self.open);
        self.outline.lines.extend(line);
    }

    /// Undoes what [`Self::enter`] did.
    fn leave(&mut self, node: NodeRef<'a, Node>) {
        let is_open = self.outline.frames[self.open].node == node;
        if is_open {
            self.end_line();
            let end = self.outline.frames.len();
            let last_line = self.outline.lines.len();
            let frame = &mut self.outline.frames[self.open];
            (frame.end, frame.last_line) = (end, last_line);
            let (parent, picture) = (frame.parent, frame.has_picture);
            self.open = parent;
            self.outline.frames[parent].has_picture |= picture;
        } else if let Node::Element(element) = node.value() {
            self.pen.tagged = true;
            match role(element.name()) {
                Role::Link => self.pen.link_depth -= usize::from(is_link(element)),
                Role::Slant => self.pen.slant_depth -= 1,
                _ => {}
            }
        }
    }
}
