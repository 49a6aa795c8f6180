//! The walk over the tree that gives the [`Outline`]: what each node adds to it.
//!
//! Borders of block-level elements end a line, and so do two `<br>`s with nothing between them; one
//! `<br>` is a space.

use super::boxes::{Traits, traits_of};
use super::element::{Role, hides, is_centred, role};
use super::outline::{Frame, Line, Outline, Stamp};
use ego_tree::NodeRef;
use scraper::{Node, node::Element};

/// The state of the walk.
pub(super) struct Walk<'a> {
    outline: Outline<'a>,
    /// The innermost open box.
    open: usize,
    /// Where the line being written starts.
    start: usize,
    /// Bytes of it inside links, and in italics.
    linked: usize,
    slanted: usize,
    /// Links and italics that are open.
    link_depth: usize,
    slant_depth: usize,
    /// Whether white space stands before the next word.
    space: bool,
    /// `<br>`s since the last word.
    breaks: usize,
    /// Whether a picture stood since the last line.
    picture: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn new(root: NodeRef<'a, Node>) -> Self {
        let page = Frame {
            node: root,
            tag: "",
            parent: 0,
            end: 1,
            traits: Traits::default(),
            has_picture: false,
            first_line: 0,
            last_line: 0,
        };
        Self {
            outline: Outline {
                frames: vec![page],
                lines: Vec::new(),
                stamps: Vec::new(),
                all: String::new(),
            },
            open: 0,
            start: 0,
            linked: 0,
            slanted: 0,
            link_depth: 0,
            slant_depth: 0,
            space: false,
            breaks: 0,
            picture: false,
        }
    }

    pub(super) fn into_outline(self) -> Outline<'a> {
        self.outline
    }

    /// Takes in a node; whether its children are to be read.
    pub(super) fn enter(&mut self, node: NodeRef<'a, Node>) -> bool {
        match node.value() {
            Node::Text(text) => self.write(text),
            Node::Element(element) => return self.enter_element(node, element),
            _ => {}
        }
        true
    }

    fn enter_element(&mut self, node: NodeRef<'a, Node>, element: &'a Element) -> bool {
        match role(element.name()) {
            Role::Skipped => return false,
            Role::Break => {
                self.space = true;
                self.breaks += 1;
                if self.breaks > 1 {
                    self.end_line();
                }
            }
            Role::Picture => {
                self.outline.frames[self.open].has_picture = true;
                self.picture = true;
            }
            Role::Link => self.link_depth += 1,
            Role::Slant => self.slant_depth += 1,
            Role::Inline => {
                self.stamp(element);
                return !element.attrs().any(|(key, value)| hides(key, value));
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
                "class" | "id" | "role" | "itemprop" | "data-role" => traits.add(traits_of(value)),
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
        if matches!(element.name(), "nav" | "aside" | "footer" | "menu") {
            traits.add(Traits::FURNITURE);
        }
        let frames = &mut self.outline.frames;
        frames.push(Frame {
            node,
            tag: element.name(),
            parent: self.open,
            end: frames.len() + 1,
            traits,
            has_picture: false,
            first_line: self.outline.lines.len(),
            last_line: 0,
        });
        self.open = self.outline.frames.len() - 1;
        true
    }

    fn stamp(&mut self, element: &'a Element) {
        if element.name() != "time" {
            return;
        }
        if let Some((_, moment)) = element.attrs().find(|(key, _)| *key == "datetime") {
            self.outline.stamps.push(Stamp {
                frame: self.open,
                line: self.outline.lines.len(),
                moment,
            });
        }
    }

    /// Undoes what [`Self::enter`] did.
    pub(super) fn leave(&mut self, node: NodeRef<'a, Node>) {
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
            match role(element.name()) {
                Role::Link => self.link_depth -= 1,
                Role::Slant => self.slant_depth -= 1,
                _ => {}
            }
        }
    }

    /// Adds text to the open line. The space before a word is counted with the word.
    fn write(&mut self, text: &str) {
        if text.trim_ascii().is_empty() {
            self.space |= !text.is_empty();
            return;
        }
        let out = &mut self.outline.all;
        self.space |= text.starts_with(char::is_whitespace);
        for word in text.split_whitespace() {
            let before = out.len();
            if self.space && before > self.start {
                out.push(' ');
            }
            out.push_str(word);
            if self.link_depth > 0 {
                self.linked += out.len() - before;
            }
            if self.slant_depth > 0 {
                self.slanted += out.len() - before;
            }
            self.space = true;
            self.breaks = 0;
        }
        if self.breaks == 0 {
            self.space = text.ends_with(char::is_whitespace);
        }
    }

    fn end_line(&mut self) {
        let end = self.outline.all.len();
        if end > self.start {
            self.outline.lines.push(Line {
                frame: self.open,
                start: self.start,
                end,
                linked: self.linked,
                slanted: self.slanted,
                follows_picture: std::mem::take(&mut self.picture),
            });
        }
        (self.start, self.linked, self.slanted) = (end, 0, 0);
        (self.space, self.breaks) = (false, 0);
    }
}
