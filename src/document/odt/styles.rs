//! What the style of a paragraph or of letters says, with what it takes over from the style above it.

use super::super::xml::{Element, Tree};
use std::borrow::Cow;
use std::collections::HashMap;

/// Longest chain of styles that are based on each other.
const LONGEST: usize = 16;

/// The styles of a text.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// By their family, `paragraph` or `text`, and their name.
    styles: HashMap<(String, String), Style>,
}

/// What a style says, or takes over.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    pub(super) role: Role,
    /// Level in the outline, from 1.
    pub(super) outline: Option<usize>,
    pub(super) hidden: Option<bool>,
    pub(super) font: Option<String>,
    /// `sup` or `sub`.
    pub(super) script: Option<&'static str>,
    parent: Option<String>,
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
}

impl Style {
    /// The style of letters in a paragraph, or in letters, of another one.
    pub(super) fn over(&self, below: &Self) -> Self {
        Self {
            hidden: self.hidden.or(below.hidden),
            font: self.font.clone().or_else(|| below.font.clone()),
            script: self.script.or(below.script),
            ..below.clone()
        }
    }
}

impl Styles {
    pub(super) fn new(trees: &[&Tree<'_>]) -> Self {
        let all = || trees.iter().flat_map(|tree| tree.root().descendants());
        let faces = all().filter(|element| element.name() == "font-face");
        let fonts: HashMap<_, _> = faces
            .filter_map(|face| Some((face.attribute("name")?, face.attribute("font-family")?)))
            .collect();
        let styles = all().filter(|element| matches!(element.name(), "style" | "default-style"));
        let own: HashMap<_, _> = styles
            .map(|style| {
                let family = style.attribute("family").unwrap_or_default().into_owned();
                let name = style.attribute("name").unwrap_or_default().into_owned();
                ((family, name), own(style, &fonts))
            })
            .collect();
        let styles = own.keys().map(|key| (key.clone(), resolve(key, &own)));
        Self { styles: styles.collect() }
    }

    /// The style of a paragraph.
    pub(super) fn of_paragraph(&self, name: Option<&str>) -> Style {
        self.get("paragraph", name.unwrap_or_default())
    }

    /// The style of letters.
    pub(super) fn of_letters(&self, name: Option<&str>) -> Style {
        name.map(|name| self.get("text", name)).unwrap_or_default()
    }

    /// The font of letters in a paragraph that names no style.
    pub(super) fn font(&self) -> Option<String> {
        self.of_paragraph(None).font
    }

    fn get(&self, family: &str, name: &str) -> Style {
        self.styles.get(&(family.to_owned(), name.to_owned())).cloned().unwrap_or_default()
    }
}

/// A style with what it takes over; the last to ask is the one of all paragraphs, which has no name.
fn resolve(key: &(String, String), styles: &HashMap<(String, String), Style>) -> Style {
    let mut style = Style::default();
    let mut next = styles.get(key);
    for _ in 0..LONGEST {
        let Some(own) = next else { break };
        style.outline = style.outline.or(own.outline);
        style.hidden = style.hidden.or(own.hidden);
        style.font = style.font.or_else(|| own.font.clone());
        style.script = style.script.or(own.script);
        if style.role == Role::Text {
            style.role = own.role;
        }
        next = own.parent.as_ref().and_then(|parent| styles.get(&(key.0.clone(), parent.clone())));
    }
    style
}

/// What a style says itself.
fn own(style: Element<'_>, fonts: &HashMap<Cow<'_, str>, Cow<'_, str>>) -> Style {
    let is_default = style.name() == "default-style";
    let name = style.attribute("display-name").or(style.attribute("name")).unwrap_or_default();
    let name = name.replace("_20_", " ").to_ascii_lowercase();
    let role = match &*name {
        "title" => Role::Title,
        "caption" => Role::Caption,
        "table heading" => Role::TableHeading,
        _ => Role::Text,
    };
    let letters = style.child("text-properties");
    let of = |name: &str| letters.and_then(|letters| letters.attribute(name));
    let font = of("font-name").map(|name| fonts.get(&name).cloned().unwrap_or(name));
    let font = font.or(of("font-family"));
    let position = of("text-position");
    let position = position.as_deref().and_then(|position| position.split_whitespace().next());
    let parent = style.attribute("parent-style-name").map(Cow::into_owned);
    let outline = style.attribute("default-outline-level");
    let outline = outline.as_deref().or_else(|| name.strip_prefix("heading "));
    let outline = outline.and_then(|level| level.parse().ok());
    Style {
        role,
        outline,
        hidden: of("display").map(|display| display == "none"),
        font: font.map(|font| font.trim_matches(['\'', '"']).to_owned()),
        script: position.and_then(script),
        parent: parent.or_else(|| (!is_default).then(String::new)),
    }
}

/// `super`, `sub`, or how far letters stand above the line, in percent.
fn script(position: &str) -> Option<&'static str> {
    match position {
        "super" => Some("sup"),
        "sub" => Some("sub"),
        share if share.starts_with('0') => None,
        share if share.starts_with('-') => Some("sub"),
        _ => Some("sup"),
    }
}
