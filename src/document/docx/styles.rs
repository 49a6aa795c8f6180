//! What the style of a paragraph or of letters says, with what it takes over from the style below it.
//!
//! A style is a heading by its level in the outline, whatever it is called: Word calls it `Heading 1`
//! or `u1`, and a style of one's own takes the level of the one that it is based on.

use super::super::xml::{Element, Tree};
use std::borrow::Cow;
use std::collections::HashMap;

/// Longest chain of styles that are based on each other.
const LONGEST: usize = 16;

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The one of paragraphs that name none.
    default: Option<String>,
    /// The font of letters that name none.
    font: Option<String>,
}

/// What a style says, or takes over.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    pub(super) kind: Role,
    /// Level in the outline, from 0; 9 for running text.
    pub(super) outline: Option<u8>,
    /// The list whose item it makes a paragraph, and the level.
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
    /// Whether its letters are hidden.
    pub(super) hidden: Option<bool>,
    pub(super) font: Option<String>,
}

/// What a style is for, by its name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    Text,
    Title,
    Caption,
    /// Heading of a column or row.
    TableHeading,
    /// A line of a table of contents.
    Contents,
}

impl Styles {
    pub(super) fn new(tree: Option<&Tree<'_>>) -> Self {
        let Some(tree) = tree else { return Self::default() };
        let styles: HashMap<String, Element<'_>> = tree
            .root()
            .elements()
            .filter(|element| element.name() == "style")
            .filter_map(|style| Some((style.attribute("styleId")?.into_owned(), style)))
            .collect();
        let is_default = |style: &Element<'_>| {
            style.attribute("default").is_some_and(|value| value == "1" || value == "true")
                && style.attribute("type").as_deref() == Some("paragraph")
        };
        let default = styles.iter().find(|(_, style)| is_default(style));
        let default = default.map(|(id, _)| id.clone());
        let resolved = styles.keys().map(|id| (id.clone(), resolve(id, &styles))).collect();
        let letters = tree.root().descendants().find(|inner| inner.name() == "rPrDefault");
        let font = letters.and_then(|letters| font(letters.child("rPr")?));
        Self { styles: resolved, default, font }
    }

    /// The style of a paragraph; without a name, that of all of them.
    pub(super) fn of_paragraph(&self, id: Option<&str>) -> Style {
        let id = id.or(self.default.as_deref());
        let style = id.and_then(|id| self.styles.get(id)).cloned().unwrap_or_default();
        Style { font: style.font.or_else(|| self.font.clone()), ..style }
    }

    /// The font of letters in a paragraph that names no style.
    pub(super) fn font(&self) -> Option<String> {
        self.of_paragraph(None).font
    }

    /// The style of letters.
    pub(super) fn of_letters(&self, id: &str) -> Option<&Style> {
        self.styles.get(id)
    }
}

/// A style with what it takes over.
fn resolve(id: &str, styles: &HashMap<String, Element<'_>>) -> Style {
    let mut style = Style::default();
    let mut next = styles.get(id).copied();
    for _ in 0..LONGEST {
        let Some(element) = next else { break };
        let own = own(element);
        style.outline = style.outline.or(own.outline);
        style.list = style.list.or(own.list);
        style.level = style.level.or(own.level);
        style.hidden = style.hidden.or(own.hidden);
        style.font = style.font.or(own.font);
        if style.kind == Role::Text {
            style.kind = own.kind;
        }
        let base = element.child("basedOn").and_then(|base| base.attribute("val"));
        next = base.and_then(|base| styles.get(&*base).copied());
    }
    style
}

/// What a style says itself.
fn own(style: Element<'_>) -> Style {
    let name = style.child("name").and_then(|name| name.attribute("val"));
    let name = name.unwrap_or_default().to_ascii_lowercase();
    let paragraph = style.child("pPr");
    let outline = paragraph.and_then(outline).or_else(|| {
        let level: u8 = name.strip_prefix("heading ")?.parse().ok()?;
        level.checked_sub(1)
    });
    let kind = match &*name {
        "title" => Role::Title,
        "caption" => Role::Caption,
        "table heading" => Role::TableHeading,
        "table of figures" => Role::Contents,
        _ if name.strip_prefix("toc ").is_some_and(|level| level.parse::<u8>().is_ok()) => {
            Role::Contents
        }
        _ => Role::Text,
    };
    let (list, level) = paragraph.map(list).unwrap_or_default();
    let letters = style.child("rPr");
    let hidden = letters.and_then(|letters| on(letters, "vanish"));
    Style { kind, outline, list, level, hidden, font: letters.and_then(font) }
}

/// The list and the level that properties give.
pub(super) fn list(properties: Element<'_>) -> (Option<String>, Option<usize>) {
    let own = properties.child("numPr");
    let value = |name: &str| own.and_then(|own| own.child(name)?.attribute("val"));
    let level = value("ilvl").and_then(|level| level.parse().ok());
    (value("numId").map(Cow::into_owned), level)
}

/// The font that properties name.
pub(super) fn font(properties: Element<'_>) -> Option<String> {
    let fonts = properties.child("rFonts")?;
    let font = fonts.attribute("ascii").or(fonts.attribute("hAnsi"))?;
    Some(font.into_owned())
}

/// The level in the outline that properties give.
pub(super) fn outline(properties: Element<'_>) -> Option<u8> {
    properties.child("outlineLvl")?.attribute("val")?.parse().ok()
}

/// Whether a property is set: on, off, or not at all.
pub(super) fn on(properties: Element<'_>, name: &str) -> Option<bool> {
    let value = properties.child(name)?.attribute("val");
    Some(!matches!(value.as_deref(), Some("0" | "false" | "off" | "none")))
}
