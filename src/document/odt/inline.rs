//! The text of a paragraph.
//!
//! A note stands where its mark is; it is told of, and its mark left out. So is what stands in a frame.

use super::super::letters::{Letters, Look};
use super::super::xml::{Element, Inside};
use super::styles::{Style, Styles};

/// The text of a paragraph, and what hangs on it.
#[derive(Default)]
pub(super) struct Inline<'t> {
    pub(super) text: Letters,
    /// The bodies of notes.
    pub(super) notes: Vec<Element<'t>>,
    /// Frames and shapes with text in them.
    pub(super) boxes: Vec<Element<'t>>,
}

/// Longest run of spaces that is written.
const LONGEST: usize = 100;

impl<'t> Inline<'t> {
    /// Reads the text of an element whose letters are in a style; the usual font is not said.
    pub(super) fn read(
        &mut self,
        element: Element<'t>,
        style: &Style,
        (styles, usual): (&Styles, Option<&str>),
    ) {
        let is_hidden = style.hidden == Some(true);
        let font = style.font.clone().filter(|font| Some(&**font) != usual);
        let look = Look { script: style.script, font };
        for inside in element.inside() {
            let child = match inside {
                Inside::Text(_) if is_hidden => continue,
                Inside::Text(text) => {
                    self.text.push(&text, &look);
                    continue;
                }
                Inside::Element(child) => child,
            };
            match child.name() {
                "span" => {
                    let own = styles.of_letters(child.attribute("style-name").as_deref());
                    self.read(child, &own.over(style), (styles, usual));
                }
                "tab" | "s" if !is_hidden => {
                    let count = child.attribute("c").and_then(|count| count.parse().ok());
                    let count: usize = count.unwrap_or(1);
                    self.text.push(&" ".repeat(count.min(LONGEST)), &look);
                }
                "line-break" if !is_hidden => self.text.push_break(),
                "note" => self.notes.extend(child.child("note-body")),
                "frame" | "custom-shape" | "rect" | "g" | "text-box" => self.boxes.push(child),
                "tab" | "s" | "line-break" => {}
                // Remarks, numbers of pages, and what is shown above other letters.
                "annotation" | "page-number" | "page-count" | "page-continuation"
                | "hidden-text" | "hidden-paragraph" | "ruby-text" => {}
                _ => self.read(child, style, (styles, usual)),
            }
        }
    }
}
