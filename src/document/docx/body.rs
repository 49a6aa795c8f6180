//! The paragraphs and tables one after another.

use super::super::markup::{close, open};
use super::super::xml::Element;
use super::inline::{Fields, Inline, Reader};
use super::paragraph::Paragraph;
use super::parts::Parts;
use super::styles::{Role, Styles};
use super::table::Table;
use std::collections::HashMap;

/// Writes the markup of a document.
pub(super) struct Writer<'t> {
    body: Element<'t>,
    styles: Styles,
    /// Notes that were not told yet, with where they stand.
    notes: HashMap<(&'static str, String), (String, Element<'t>)>,
    /// Notes of the block that is being written.
    pending: String,
    fields: Fields,
    /// A paragraph whose end was deleted.
    begun: Option<Inline<'t>>,
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
        Self {
            body: parts.document.root(),
            styles: Styles::new(parts.styles.as_ref()),
            notes,
            pending: String::new(),
            fields: Fields::new(),
            begun: None,
        }
    }

    pub(super) fn write(mut self) -> String {
        let root = self.body;
        let mut out = String::new();
        let place = format!("/{}", root.full_name());
        for (number, body) in root.numbered().filter(|(_, body)| body.name() == "body") {
            let _ = number;
            self.blocks(body, &format!("{place}/{}", body.full_name()), true, &mut out);
        }
        out
    }

    /// Writes the paragraphs and tables of a box. Notes are told behind those of the outermost one.
    pub(super) fn blocks(
        &mut self,
        parent: Element<'t>,
        place: &str,
        is_outermost: bool,
        out: &mut String,
    ) {
        for (number, child) in parent.numbered() {
            let place = format!("{place}/{}[{number}]", child.full_name());
            match child.name() {
                "p" => self.paragraph(child, &place, out),
                "tbl" => Table::new(child, &place).write(self, &place, out),
                "del" | "moveFrom" | "sdtPr" | "sdtEndPr" | "tcPr" | "sectPr" => continue,
                "AlternateContent" => {
                    let content = child.child("Choice").or(child.child("Fallback"));
                    let content = content.into_iter();
                    content.for_each(|content| {
                        let place = format!("{place}/{}[1]", content.full_name());
                        self.blocks(content, &place, is_outermost, out);
                    });
                }
                _ => self.blocks(child, &place, is_outermost, out),
            }
            if is_outermost {
                out.push_str(&std::mem::take(&mut self.pending));
            }
        }
    }

    fn paragraph(&mut self, element: Element<'t>, place: &str, out: &mut String) {
        let paragraph = Paragraph::new(element, &self.styles);
        let mut inline = self.begun.take().unwrap_or_default();
        let (styles, fields) = (&self.styles, &mut self.fields);
        Reader { styles, fields, hidden: paragraph.hidden }.read(element, &mut inline);
        if paragraph.goes_on {
            self.begun = Some(inline);
            return;
        }
        inline.set(None);
        let tag = match (paragraph.role, paragraph.heading) {
            (Role::Contents, _) => return,
            (Role::Title, _) => "h1",
            (Role::Caption, _) => "figcaption",
            (_, Some(0)) => "h2",
            (_, Some(1)) => "h3",
            (_, Some(2)) => "h4",
            (_, Some(3)) => "h5",
            (_, Some(_)) => "h6",
            (_, None) => "p",
        };
        open(out, tag, place);
        out.push_str(&inline.markup);
        close(out, tag);
        for note in inline.notes {
            self.note(note);
        }
        for (number, text) in inline.boxes.into_iter().enumerate() {
            self.blocks(text, &format!("{place}//w:txbxContent[{}]", number + 1), false, out);
        }
    }

    /// Tells a note, once.
    fn note(&mut self, key: (&'static str, String)) {
        let Some((place, note)) = self.notes.remove(&key) else { return };
        let mut told = String::new();
        self.blocks(note, &place, false, &mut told);
        self.pending.push_str(&told);
    }
}
