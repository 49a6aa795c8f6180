//! The paragraphs and tables one after another.

use super::super::list::Lists;
use super::super::markup::{HEADINGS, close, open, whole};
use super::super::xml::Element;
use super::inline::{Fields, Inline, Reader, chosen, is_placeholder};
use super::numbering::Numbering;
use super::paragraph::Paragraph;
use super::parts::Parts;
use super::styles::{Role, Styles};
use super::table::Table;
use std::collections::HashMap;

/// Writes the markup of a document.
pub(super) struct Writer<'t> {
    body: Element<'t>,
    styles: Styles,
    /// The font that is not said of each paragraph.
    font: Option<String>,
    numbering: Numbering,
    /// Notes that were not told yet, with where they stand.
    notes: HashMap<(&'static str, String), (String, Element<'t>)>,
    /// Notes of the block that is being written.
    pending: String,
    fields: Fields,
    /// A paragraph whose end was deleted.
    begun: Option<(Inline<'t>, String)>,
    /// How many boxes are open: 1 in the body itself.
    depth: usize,
}

impl<'t> Writer<'t> {
    pub(super) fn new(parts: &'t Parts<'_>) -> Self {
        let mut notes = HashMap::new();
        let trees = [("footnote", &parts.footnotes), ("endnote", &parts.endnotes)];
        for (kind, tree) in trees {
            let Some(tree) = tree else { continue };
            let root = tree.root();
            for (number, note) in root.numbered() {
                let place = format!("/{}/{}[{number}]", root.full_name(), note.full_name());
                let id = note.attribute("id").unwrap_or_default().into_owned();
                notes.insert((kind, id), (place, note));
            }
        }
        let styles = Styles::new(parts.styles.as_ref());
        Self {
            body: parts.document.root(),
            font: styles.font(),
            styles,
            numbering: Numbering::new(parts.numbering.as_ref()),
            notes,
            pending: String::new(),
            fields: Fields::new(),
            begun: None,
            depth: 0,
        }
    }

    pub(super) fn write(mut self) -> String {
        let root = self.body;
        let mut out = String::new();
        if let Some(body) = root.child("body") {
            self.blocks(body, &format!("/{}/{}", root.full_name(), body.full_name()), &mut out);
        }
        whole(self.font.as_deref(), &out)
    }

    /// Writes the paragraphs and tables of the body, or of a cell, a note or a text box.
    pub(super) fn blocks(&mut self, parent: Element<'t>, place: &str, out: &mut String) {
        let mut lists = Lists::default();
        self.depth += 1;
        self.blocks_in(parent, place, &mut lists, out);
        self.depth -= 1;
        if let Some((begun, place)) = self.begun.take() {
            lists.end(out);
            self.finish(begun, "p", &place, out);
        }
        lists.end(out);
    }

    /// The same, where it may be a part of them.
    fn blocks_in(&mut self, parent: Element<'t>, place: &str, lists: &mut Lists, out: &mut String) {
        for (number, child) in parent.numbered() {
            let place = format!("{place}/{}[{number}]", child.full_name());
            match child.name() {
                "p" => self.paragraph(child, &place, lists, out),
                "tbl" => {
                    lists.end(out);
                    Table::new(child, &place, &self.styles).write(self, &place, out);
                }
                "del" | "moveFrom" | "sdtPr" | "sdtEndPr" | "tcPr" | "sectPr" => {}
                "sdt" if is_placeholder(child) || is_contents(child) => {}
                "AlternateContent" => {
                    if let Some(content) = chosen(child) {
                        let place = format!("{place}/{}[1]", content.full_name());
                        self.blocks_in(content, &place, lists, out);
                    }
                }
                _ => self.blocks_in(child, &place, lists, out),
            }
            if self.depth == 1 && !self.pending.is_empty() {
                lists.end(out);
                out.push_str(&std::mem::take(&mut self.pending));
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
        let paragraph = Paragraph::new(element, &self.styles, &self.numbering);
        let (mut inline, place) =
            self.begun.take().unwrap_or_else(|| (Inline::default(), place.to_owned()));
        let Paragraph { hidden, font, .. } = paragraph;
        let (styles, fields, usual) = (&self.styles, &mut self.fields, self.font.as_deref());
        Reader { styles, fields, usual, hidden, font }.read(element, &mut inline);
        if paragraph.goes_on {
            self.begun = Some((inline, place));
            return;
        }
        let tag = match (paragraph.role, paragraph.heading, &paragraph.item) {
            (Role::Contents, ..) => return,
            (Role::Title, ..) => "h1",
            (Role::Caption, ..) => "figcaption",
            (_, Some(level), _) => HEADINGS[usize::from(level).min(HEADINGS.len() - 1)],
            (_, None, Some(_)) => "li",
            (_, None, None) => "p",
        };
        let label = paragraph.item.map(|(list, level)| (self.numbering.next(&list, level), level));
        if let Some((label, _)) = &label
            && !inline.text.is_blank()
        {
            inline.text.put_before(&label.text);
        }
        match label {
            Some((_, level)) if tag == "li" && !inline.text.is_blank() => {
                lists.item(level, &place, out);
                out.push_str(&inline.text.take_markup());
            }
            _ => lists.end(out),
        }
        self.finish(inline, tag, &place, out);
    }

    /// Writes a paragraph, and what hangs on it.
    fn finish(&mut self, mut inline: Inline<'t>, tag: &str, place: &str, out: &mut String) {
        if !inline.text.is_blank() {
            open(out, tag, place);
            out.push_str(&inline.text.take_markup());
            close(out, tag);
        }
        for note in inline.notes {
            self.note(note);
        }
        for text in inline.boxes {
            self.blocks(text, &format!("{place}//{}", text.full_name()), out);
        }
    }

    /// Tells a note, once.
    fn note(&mut self, key: (&'static str, String)) {
        let Some((place, note)) = self.notes.remove(&key) else { return };
        let mut told = String::new();
        self.blocks(note, &place, &mut told);
        self.pending.push_str(&told);
    }
}

/// Whether a part of the document is its table of contents, which Word makes of its headings.
fn is_contents(part: Element<'_>) -> bool {
    let gallery =
        part.child("sdtPr").and_then(|own| own.child("docPartObj")?.child("docPartGallery"));
    let gallery = gallery.and_then(|gallery| gallery.attribute("val"));
    gallery.as_deref() == Some("Table of Contents")
}
