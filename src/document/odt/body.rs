//! The paragraphs, lists and tables one after another.

use super::super::list::Lists;
use super::super::markup::{HEADINGS, close, open, whole};
use super::super::xml::{Element, Tree};
use super::inline::Inline;
use super::numbering::{Numbering, OUTLINE};
use super::styles::{Role, Styles};

/// Writes the markup of a text.
pub(super) struct Writer<'t> {
    root: Element<'t>,
    pub(super) styles: Styles,
    /// The font that is not said of each paragraph.
    font: Option<String>,
    numbering: Numbering,
    /// Notes of the block that is being written.
    pending: String,
    /// How many boxes are open: 1 in the body itself.
    depth: usize,
    /// What stands before the paragraph that begins the item.
    item: Option<(String, usize)>,
}

impl<'t> Writer<'t> {
    pub(super) fn new(content: &'t Tree<'_>, styles: Option<&Tree<'_>>) -> Self {
        let trees: Vec<&Tree<'_>> = styles.into_iter().chain([content]).collect();
        let styles = Styles::new(&trees);
        Self {
            root: content.root(),
            font: styles.font(),
            styles,
            numbering: Numbering::new(&trees),
            pending: String::new(),
            depth: 0,
            item: None,
        }
    }

    pub(super) fn write(mut self) -> String {
        let root = self.root;
        let mut out = String::new();
        if let Some(body) = root.child("body")
            && let Some(text) = body.child("text")
        {
            let steps = [root, body, text].map(|step| format!("/{}", step.full_name()));
            self.blocks(text, &steps.concat(), &mut out);
        }
        whole(self.font.as_deref(), &out)
    }

    /// Writes the paragraphs and tables of the body, or of a cell, a note or a frame.
    pub(super) fn blocks(&mut self, parent: Element<'t>, place: &str, out: &mut String) {
        let mut lists = Lists::default();
        self.depth += 1;
        self.blocks_in(parent, place, &mut lists, out);
        self.depth -= 1;
        lists.end(out);
    }

    /// The same, where it may be a part of them.
    fn blocks_in(&mut self, parent: Element<'t>, place: &str, lists: &mut Lists, out: &mut String) {
        for (number, child) in parent.numbered() {
            let place = format!("{place}/{}[{number}]", child.full_name());
            match child.name() {
                "p" | "h" => {
                    lists.end(out);
                    self.paragraph(child, &place, lists, out);
                }
                "list" => {
                    let style = child.attribute("style-name").unwrap_or_default().into_owned();
                    self.list(child, (&style, 0), &place, lists, out);
                }
                "table" => {
                    lists.end(out);
                    self.table(child, &place, out);
                }
                "section" if child.attribute("display").as_deref() == Some("none") => {}
                // What was deleted, what is made of the headings, and what asks to be filled in.
                "tracked-changes" | "table-of-content" | "illustration-index" | "table-index"
                | "alphabetical-index" | "user-index" | "object-index" | "forms" | "desc"
                | "title" | "image" | "object" => {}
                _ => self.blocks_in(child, &place, lists, out),
            }
            self.tell_notes(lists, out);
        }
    }

    /// Writes a list of a style, at a level.
    fn list(
        &mut self,
        list: Element<'t>,
        (style, level): (&str, usize),
        place: &str,
        lists: &mut Lists,
        out: &mut String,
    ) {
        let goes_on = list.attribute("continue-numbering").is_some_and(|own| own == "true")
            || list.attribute("continue-list").is_some();
        if level == 0 && !goes_on {
            self.numbering.begin(style);
        }
        for (number, item) in list.numbered() {
            let place = format!("{place}/{}[{number}]", item.full_name());
            let start = item.attribute("start-value").and_then(|start| start.parse().ok());
            let is_header = item.name() == "list-header";
            let mut is_first = !is_header;
            for (number, child) in item.numbered() {
                let place = format!("{place}/{}[{number}]", child.full_name());
                match child.name() {
                    "list" => {
                        let own = child.attribute("style-name");
                        let own = own.as_deref().unwrap_or(style);
                        self.list(child, (own, level + 1), &place, lists, out);
                    }
                    "p" | "h" => {
                        if std::mem::take(&mut is_first) {
                            let label = self.numbering.next(style, level, start);
                            self.item = Some((label, level));
                        }
                        self.paragraph(child, &place, lists, out);
                    }
                    _ => {}
                }
                self.tell_notes(lists, out);
            }
        }
    }

    fn paragraph(
        &mut self,
        element: Element<'t>,
        place: &str,
        lists: &mut Lists,
        out: &mut String,
    ) {
        let style = self.styles.of_paragraph(element.attribute("style-name").as_deref());
        let mut inline = Inline::default();
        inline.read(element, &style, (&self.styles, self.font.as_deref()));
        let item = self.item.take();
        let level = element.attribute("outline-level").and_then(|level| level.parse().ok());
        let level = match element.name() {
            "h" => level.or(style.outline).or(Some(1)),
            _ => style.outline.filter(|level| *level > 0),
        };
        let heading = level.map(|level| level.max(1) - 1);
        let label = match (&item, heading) {
            (Some((label, _)), _) => label.clone(),
            (None, Some(level)) => self.numbering.next(OUTLINE, level, None),
            (None, None) => String::new(),
        };
        if !inline.text.is_blank() {
            inline.text.put_before(&label);
            let tag = match (style.role, heading) {
                (Role::Title, _) => "h1",
                (Role::Caption, _) => "figcaption",
                (_, Some(level)) => HEADINGS[level.min(HEADINGS.len() - 1)],
                (_, None) => "p",
            };
            match item {
                Some((_, level)) if tag == "p" => {
                    lists.item(level, place, out);
                    out.push_str(&inline.text.take_markup());
                }
                _ => {
                    if tag != "p" {
                        lists.end(out);
                    }
                    open(out, tag, place);
                    out.push_str(&inline.text.take_markup());
                    close(out, tag);
                }
            }
        }
        for note in inline.notes {
            let mut told = String::new();
            self.blocks(note, &format!("{place}//{}", note.full_name()), &mut told);
            self.pending.push_str(&told);
        }
        for text in inline.boxes {
            self.blocks(text, &format!("{place}//{}", text.full_name()), out);
        }
    }

    /// Tells the notes of what was written, behind the list or table that they belong to.
    fn tell_notes(&mut self, lists: &mut Lists, out: &mut String) {
        if self.depth == 1 && !self.pending.is_empty() {
            lists.end(out);
            out.push_str(&std::mem::take(&mut self.pending));
        }
    }
}
