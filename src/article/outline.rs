//! A page as boxes and lines: the block-level elements, and the text between their borders.
//!
//! `<div><p>Một <b>hai</b>.</p>Ba<br><br>bốn</div>` gives two boxes and three lines. White space is
//! folded; scripts, forms' fields and what is hidden have no lines. One walk over the tree, without
//! recursion, however deep it is.

use super::boxes::{Traits, traits_of};
use ego_tree::NodeRef;
use scraper::{Html, Node, node::Element};

/// A block-level element.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    pub(super) node: NodeRef<'a, Node>,
    pub(super) tag: &'a str,
    /// Index of the box around it; the first box is its own.
    pub(super) parent: usize,
    /// Index after the last box inside it.
    pub(super) end: usize,
    pub(super) traits: Traits,
    pub(super) has_picture: bool,
    /// Number of lines before it.
    pub(super) first_line: usize,
    /// Number of lines before its end.
    pub(super) last_line: usize,
}

/// Text between two borders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The innermost box around it.
    pub(super) frame: usize,
    /// Where its text stands in [`Outline::text`].
    start: usize,
    end: usize,
    /// How many bytes of it are inside links.
    pub(super) linked: usize,
    /// How many bytes of it are in italics.
    pub(super) slanted: usize,
    /// Whether a picture stands between it and the line before.
    pub(super) follows_picture: bool,
}

/// A moment that the page gives for machines: `<time datetime="2023-05-11">`.
#[derive(Debug)]
pub(super) struct Stamp<'a> {
    /// The innermost box around it.
    pub(super) frame: usize,
    /// Number of lines before it.
    pub(super) line: usize,
    pub(super) moment: &'a str,
}

/// The boxes of a page in document order, and its lines in reading order.
#[derive(Debug)]
pub(super) struct Outline<'a> {
    pub(super) frames: Vec<Frame<'a>>,
    pub(super) lines: Vec<Line>,
    pub(super) stamps: Vec<Stamp<'a>>,
    text: String,
}

impl<'a> Outline<'a> {
    pub(super) fn new(html: &'a Html) -> Self {
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
                    None => return walk.outline,
                }
            }
        }
    }

    /// The text of a line.
    pub(super) fn text(&self, line: &Line) -> &str {
        &self.text[line.start..line.end]
    }

    /// The lines inside a box.
    pub(super) fn lines_of(&self, frame: usize) -> &[Line] {
        &self.lines[self.frames[frame].first_line..self.frames[frame].last_line]
    }

    /// The box and those around it, from the inside out.
    pub(super) fn around(&self, frame: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(frame), |&f| (f > 0).then(|| self.frames[f].parent))
    }
}

/// The state of the walk.
struct Walk<'a> {
    outline: Outline<'a>,
    /// The innermost open box.
    open: usize,
    /// Where the line being written starts.
    start: usize,
    linked: usize,
    slanted: usize,
    link_depth: usize,
    slant_depth: usize,
    space: bool,
    breaks: usize,
    /// Whether a picture stood since the last line.
    picture: bool,
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
            first_line: 0,
            last_line: 0,
        };
        Self {
            outline: Outline {
                frames: vec![page],
                lines: Vec::new(),
                stamps: Vec::new(),
                text: String::new(),
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

    /// Takes in a node; whether its children are to be read.
    fn enter(&mut self, node: NodeRef<'a, Node>) -> bool {
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
            match role(element.name()) {
                Role::Link => self.link_depth -= 1,
                Role::Slant => self.slant_depth -= 1,
                _ => {}
            }
        }
    }

    fn write(&mut self, text: &str) {
        let out = &mut self.outline.text;
        self.space |= text.starts_with(char::is_whitespace);
        for word in text.split_whitespace() {
            if self.space && out.len() > self.start {
                out.push(' ');
            }
            let from = out.len();
            out.push_str(word);
            if self.link_depth > 0 {
                self.linked += out.len() - from;
            }
            if self.slant_depth > 0 {
                self.slanted += out.len() - from;
            }
            self.space = true;
            self.breaks = 0;
        }
        if self.breaks == 0 && !text.is_empty() {
            self.space = text.ends_with(char::is_whitespace);
        }
    }

    fn end_line(&mut self) {
        let end = self.outline.text.len();
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

/// What an element does to the lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Block,
    Inline,
    Link,
    Slant,
    Break,
    Picture,
    Skipped,
}

fn role(tag: &str) -> Role {
    match tag {
        "a" => Role::Link,
        "em" | "i" => Role::Slant,
        "br" => Role::Break,
        "img" | "picture" | "amp-img" => Role::Picture,
        "abbr" | "acronym" | "b" | "bdi" | "bdo" | "big" | "cite" | "code" | "data" | "del"
        | "dfn" | "font" | "ins" | "kbd" | "label" | "mark" | "nobr" | "q" | "s" | "samp"
        | "small" | "span" | "strike" | "strong" | "sub" | "sup" | "time" | "tt" | "u" | "var"
        | "wbr" => Role::Inline,
        "audio" | "button" | "canvas" | "datalist" | "dialog" | "embed" | "head" | "iframe"
        | "input" | "map" | "math" | "noscript" | "object" | "script" | "select" | "style"
        | "svg" | "template" | "textarea" | "title" | "video" => Role::Skipped,
        _ if tag.starts_with("amp-") => Role::Skipped,
        _ => Role::Block,
    }
}

/// `text-align: center`
fn is_centred(style: &str) -> bool {
    let value = style.split_once("text-align").map(|(_, rest)| rest);
    value.is_some_and(|value| value.trim_start_matches([':', ' ']).starts_with("center"))
}

/// Whether an attribute hides its element.
fn hides(key: &str, value: &str) -> bool {
    match key {
        "hidden" => value != "until-found",
        "style" => value.contains("display:none") || value.contains("display: none"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(markup: &str) -> Vec<String> {
        let html = Html::parse_document(markup);
        let outline = Outline::new(&html);
        let texts = outline.lines.iter().map(|l| outline.text(l).to_owned());
        texts.collect()
    }

    #[test]
    fn lines_end_at_borders_and_double_breaks() {
        for (markup, want) in [
            ("<p>Một <b>hai</b>.</p><p>Ba</p>", vec!["Một hai.", "Ba"]),
            ("Một<br>hai", vec!["Một hai"]),
            ("Một<br>\n&nbsp;<br/>hai", vec!["Một", "hai"]),
            ("<b>M</b>ột  \n hai&nbsp;ba", vec!["Một hai ba"]),
            ("<div>Một<p>hai</p>ba</div>", vec!["Một", "hai", "ba"]),
            ("<p>Một<script>x</script></p><style>y</style>", vec!["Một"]),
            ("<div hidden id='S:0'>Một</div>", vec!["Một"]),
            ("<p style='display: none'>Một</p><p hidden>Hai</p>", vec![]),
        ] {
            assert_eq!(lines(markup), want, "{markup}");
        }
    }

    #[test]
    fn links_are_counted_and_boxes_nest() {
        let html = Html::parse_document("<div><p>Xem <a>tin khác</a></p></div><p>Hết</p>");
        let outline = Outline::new(&html);
        assert_eq!(outline.lines[0].linked, "tinkhác".len());
        let frame = outline.lines[0].frame;
        assert_eq!(outline.frames[frame].tag, "p");
        assert_eq!(outline.frames[outline.frames[frame].parent].tag, "div");
        assert_eq!(outline.lines_of(frame).len(), 1);
        assert_eq!(outline.around(frame).last(), Some(0));
    }

    #[test]
    fn depth_costs_no_stack() {
        let html = Html::parse_document(&("<b><i>".repeat(200) + &"<div>".repeat(300) + "chữ"));
        assert_eq!(Outline::new(&html).lines.len(), 1);
    }
}
