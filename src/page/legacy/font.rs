//! What the name of a font says of the letters: `.VnTime` is TCVN3, `.VnTimeH` shows it in capitals,
//! `VNI-Times` is VNI, `Arial` is none of them.
//!
//! The first family that is named counts; what comes behind it is for machines that lack it.

use super::Legacy;
use scraper::node::Element;

/// An old font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Font {
    pub(super) legacy: Legacy,
    /// Whether it shows small letters as capitals.
    pub(super) capitals: bool,
}

/// What an element itself says of its font: nothing, an ordinary one, or an old one.
pub(super) fn named_by(element: &Element) -> Option<Option<Font>> {
    let mut named = None;
    for (key, value) in element.attrs() {
        match key {
            "face" => named = named.or(Some(font(first_family(value)))),
            "style" => named = in_style(value).or(named),
            _ => {}
        }
    }
    named
}

/// The font of a family.
fn font(family: &str) -> Option<Font> {
    let family = family.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
    let family = family.to_ascii_lowercase();
    let legacy = Legacy::ALL
        .into_iter()
        .find(|legacy| legacy.fonts().iter().any(|prefix| family.starts_with(prefix)))?;
    let capitals = legacy.capitals().iter().any(|end| family.ends_with(end));
    Some(Font { legacy, capitals })
}

fn first_family(families: &str) -> &str {
    families.split(',').next().unwrap_or_default()
}

/// The font of the last declaration of one: `font-family: …` or the family in `font: 12pt …`.
pub(super) fn in_style(style: &str) -> Option<Option<Font>> {
    let declared = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    let mut fonts = declared.filter_map(|(name, value)| match name.trim() {
        name if name.eq_ignore_ascii_case("font-family") => Some(font(first_family(value))),
        name if name.eq_ignore_ascii_case("font") => {
            Some(first_family(value).split_whitespace().find_map(font))
        }
        _ => None,
    });
    fonts.next_back()
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::{Html, Node};

    #[test]
    fn fonts_are_told_by_the_first_name() {
        let old = |legacy, capitals| Some(Some(Font { legacy, capitals }));
        for (tag, want) in [
            ("<font face='.VnTime'>", old(Legacy::Tcvn3, false)),
            ("<font face='.VnArialH, Arial'>", old(Legacy::Tcvn3, true)),
            ("<font face=VNI-Times>", old(Legacy::Vni, false)),
            ("<span style='font-size: 12pt; FONT-FAMILY: \".VnTime\"'>", old(Legacy::Tcvn3, false)),
            ("<p style=\"font: bold 12pt '.VnTimeH'\">", old(Legacy::Tcvn3, true)),
            ("<font face='Arial, .VnTime'>", Some(None)),
            ("<p style='color: red'>", None),
        ] {
            let html = Html::parse_fragment(tag);
            let elements = html.tree.values().filter_map(Node::as_element);
            assert_eq!(elements.filter_map(named_by).next(), want, "{tag}");
        }
    }
}
