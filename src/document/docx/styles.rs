//! What the style of a paragraph or of letters says, with what it takes over from the style below it.
//!
//! A style is a heading by its level in the outline, whatever it is called: Word calls it `Heading 1`
//! or `u1`, and a style of one's own takes the level of the one that it is based on.

use super::super::xml::{Element, Tree};
use std::collections::HashMap;

/// Longest chain of styles that are based on each other.
const LONGEST: usize = 16;

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The one of paragraphs that name none.
    default: Option<String>,
}

/// What a style says, or takes over.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    pub(super) kind: Role,
    /// Level in the outline, from 0; 9 for running text.
    pub(super) outline: Option<u8>,
    /// Whether its letters are hidden.
    pub(super) hidden: Option<bool>,
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
        Self { styles: resolved, default }
    }

    /// The style of this name; without one, that of all paragraphs.
    pub(super) fn of_paragraph(&self, id: Option<&str>) -> Style {
        let id = id.or(self.default.as_deref());
        id.and_then(|id| self.styles.get(id)).cloned().unwrap_or_default()
    }

    /// Whether a style hides the letters, or shows them.
    pub(super) fn hides(&self, id: &str) -> Option<bool> {
        self.styles.get(id).and_then(|style| style.hidden)
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
        style.hidden = style.hidden.or(own.hidden);
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
    Style { kind, outline, hidden: style.child("rPr").and_then(|letters| on(letters, "vanish")) }
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
