//! The text of a paragraph.
//!
//! Kept is what stands after all tracked changes were accepted, and of a field its result. A mark of a
//! note is left out, and the note is told of; so is a text box, which stands beside the text.

use super::super::markup::push_text;
use super::super::xml::Element;
use super::styles::{Styles, on};

/// The text of a paragraph, and what hangs on it.
#[derive(Default)]
pub(super) struct Inline<'t> {
    pub(super) markup: String,
    script: Option<&'static str>,
    /// The notes whose marks stand in it: `footnote` or `endnote`, and its id.
    pub(super) notes: Vec<(&'static str, String)>,
    /// What text boxes hold.
    pub(super) boxes: Vec<Element<'t>>,
}

/// The fields that are open, from one paragraph to the next; of each whether its result has begun.
pub(super) type Fields = Vec<bool>;

/// Reads the text of paragraphs.
pub(super) struct Reader<'r> {
    pub(super) styles: &'r Styles,
    pub(super) fields: &'r mut Fields,
    /// Whether letters are hidden that do not say otherwise.
    pub(super) hidden: bool,
}

impl Reader<'_> {
    /// Reads what a paragraph, or a part of one, holds.
    pub(super) fn read<'t>(&mut self, element: Element<'t>, into: &mut Inline<'t>) {
        for child in element.elements() {
            match child.name() {
                "r" => self.run(child, into),
                // Deleted, moved away, or about the text.
                "del" | "moveFrom" | "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "rt" => {}
                "AlternateContent" => {
                    let content = child.child("Choice").or(child.child("Fallback"));
                    content.into_iter().for_each(|content| self.read(content, into));
                }
                "drawing" | "pict" | "object" => boxes(child, into),
                "t" if self.is_shown() => into.push(&child.text(), None),
                _ => self.read(child, into),
            }
        }
    }

    /// Reads letters of one look.
    fn run<'t>(&mut self, run: Element<'t>, into: &mut Inline<'t>) {
        let properties = run.child("rPr");
        let style = properties.and_then(|own| own.child("rStyle")?.attribute("val"));
        let by_style = style.and_then(|style| self.styles.hides(&style));
        let own = properties.and_then(|own| on(own, "vanish"));
        if own.or(by_style).unwrap_or(self.hidden) {
            return;
        }
        let script = properties.and_then(|own| own.child("vertAlign")?.attribute("val"));
        let script = match script.as_deref() {
            Some("superscript") => Some("sup"),
            Some("subscript") => Some("sub"),
            _ => None,
        };
        for child in run.elements() {
            self.piece(child, script, into);
        }
    }

    fn piece<'t>(
        &mut self,
        piece: Element<'t>,
        script: Option<&'static str>,
        into: &mut Inline<'t>,
    ) {
        match piece.name() {
            "fldChar" => match piece.attribute("fldCharType").as_deref() {
                Some("begin") => self.fields.push(false),
                Some("separate") => {
                    if let Some(has_result) = self.fields.last_mut() {
                        *has_result = true;
                    }
                }
                Some("end") => {
                    self.fields.pop();
                }
                _ => {}
            },
            "AlternateContent" => {
                let content = piece.child("Choice").or(piece.child("Fallback"));
                let pieces = content.into_iter().flat_map(Element::elements);
                pieces.for_each(|piece| self.piece(piece, script, into));
            }
            "drawing" | "pict" | "object" => boxes(piece, into),
            _ if !self.is_shown() => {}
            "t" => into.push(&piece.text(), script),
            "tab" | "ptab" => into.push(" ", script),
            "br" | "cr" => into.push_tag("<br>"),
            "noBreakHyphen" => into.push("-", script),
            "footnoteReference" => into.note("footnote", piece),
            "endnoteReference" => into.note("endnote", piece),
            _ => {}
        }
    }

    /// Whether text here is seen: no part of the instruction of a field.
    fn is_shown(&self) -> bool {
        self.fields.iter().all(|has_result| *has_result)
    }
}

impl Inline<'_> {
    fn push(&mut self, text: &str, script: Option<&'static str>) {
        self.set(script);
        let printed: String = text.chars().filter(|c| *c != '\u{ad}').collect();
        push_text(&mut self.markup, &printed);
    }

    fn push_tag(&mut self, tag: &str) {
        self.set(None);
        self.markup.push_str(tag);
    }

    fn note(&mut self, kind: &'static str, mark: Element<'_>) {
        self.notes.extend(mark.attribute("id").map(|id| (kind, id.into_owned())));
    }

    /// Ends what was raised or lowered before, and begins what is.
    pub(super) fn set(&mut self, script: Option<&'static str>) {
        if self.script != script {
            self.script.into_iter().for_each(|tag| self.markup.push_str(&format!("</{tag}>")));
            script.into_iter().for_each(|tag| self.markup.push_str(&format!("<{tag}>")));
            self.script = script;
        }
    }
}

/// The text boxes of a drawing.
fn boxes<'t>(drawing: Element<'t>, into: &mut Inline<'t>) {
    into.boxes.extend(drawing.descendants().filter(|inner| inner.name() == "txbxContent"));
}
