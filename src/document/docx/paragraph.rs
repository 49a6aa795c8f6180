//! What a paragraph is: heading, caption, item of a list, or running text.

use super::super::xml::Element;
use super::numbering::Numbering;
use super::styles::{self, Role, Styles};

/// What a paragraph is, before its text is read.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    pub(super) role: Role,
    /// Level of a heading in the outline, from 0.
    pub(super) heading: Option<u8>,
    /// The list whose item it is, and the level in it.
    pub(super) item: Option<(String, usize)>,
    /// Whether its letters are hidden, and in which font they are, unless they say otherwise.
    pub(super) hidden: bool,
    pub(super) font: Option<String>,
    /// Whether its end was deleted: the next one goes on in it.
    pub(super) goes_on: bool,
}

impl Paragraph {
    pub(super) fn new(element: Element<'_>, styles: &Styles, numbering: &Numbering) -> Self {
        let properties = element.child("pPr");
        let id = properties.and_then(|own| own.child("pStyle")?.attribute("val"));
        let style = styles.of_paragraph(id.as_deref());
        let outline = properties.and_then(styles::outline).or(style.outline);
        let (list, level) = properties.map(styles::list).unwrap_or_default();
        let item = list.or(style.list).filter(|list| list != "0").map(|list| {
            let by_style = || numbering.level_of(&list, id.as_deref()?);
            let level = level.or(style.level).or_else(by_style);
            (list, level.unwrap_or(0))
        });
        let mark = properties.and_then(|own| own.child("rPr"));
        Self {
            role: style.kind,
            heading: outline.filter(|level| *level < 9),
            item,
            hidden: style.hidden.unwrap_or(false),
            font: style.font,
            goes_on: mark.is_some_and(|mark| {
                let has = |name| mark.child(name).is_some();
                has("del") || has("moveFrom") || has("specVanish")
            }),
        }
    }
}
