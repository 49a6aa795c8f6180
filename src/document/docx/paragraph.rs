//! What a paragraph is: heading, caption, item of a list, or running text.

use super::super::xml::Element;
use super::styles::{self, Role, Styles};

/// What a paragraph is, before its text is read.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    pub(super) role: Role,
    /// Level of a heading in the outline, from 0.
    pub(super) heading: Option<u8>,
    /// Whether its letters are hidden, unless they say otherwise.
    pub(super) hidden: bool,
    /// Whether its end was deleted: the next one goes on in it.
    pub(super) goes_on: bool,
}

impl Paragraph {
    pub(super) fn new(element: Element<'_>, styles: &Styles) -> Self {
        let properties = element.child("pPr");
        let style = properties.and_then(|own| own.child("pStyle")?.attribute("val"));
        let style = styles.of_paragraph(style.as_deref());
        let outline = properties.and_then(styles::outline).or(style.outline);
        let mark = properties.and_then(|own| own.child("rPr"));
        Self {
            role: style.kind,
            heading: outline.filter(|level| *level < 9),
            hidden: style.hidden.unwrap_or(false),
            goes_on: mark.is_some_and(|mark| {
                let has = |name| mark.child(name).is_some();
                has("del") || has("moveFrom") || has("specVanish")
            }),
        }
    }
}
