//! Which fonts the style sheets of a page give to its elements: `p.MsoNormal {font-family: ".VnTime"}`.
//!
//! Word saves its documents so. Rules for a name, a class or an id alone are read, and the last of a kind
//! wins; what hangs on the elements around (`td p`) is not, and the letters have to tell.

use super::Legacy;
use super::font::{Font, in_style};
use aho_corasick::AhoCorasick;
use ego_tree::NodeRef;
use scraper::{Html, Node, node::Element};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The fonts that rules name, by their selector: `p`, `.t`, `p.t`, `#x`.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    fonts: HashMap<String, Option<Font>>,
}

impl Sheet {
    /// Reads all style sheets of a page, in order.
    pub(super) fn of(html: &Html) -> Self {
        let mut fonts = HashMap::new();
        let is_style = |node: &NodeRef<'_, Node>| {
            node.value().as_element().is_some_and(|element| element.name() == "style")
        };
        for style in html.tree.nodes().filter(is_style) {
            for css in style.children().filter_map(|child| child.value().as_text()) {
                for (selectors, font) in rules(css) {
                    fonts.extend(selectors.split(',').filter_map(simple).map(|own| (own, font)));
                }
            }
        }
        Self { fonts }
    }

    /// Whether any rule names an old font.
    pub(super) fn has_old_font(&self) -> bool {
        self.fonts.values().any(Option::is_some)
    }

    /// What the rules say of an element's font, the strongest first: nothing, an ordinary one, or an old
    /// one.
    pub(super) fn font_of(&self, element: &Element) -> Option<Option<Font>> {
        if self.fonts.is_empty() {
            return None;
        }
        let name = element.name();
        let ids = element.id().into_iter().map(|id| format!("#{id}"));
        let marks: Vec<_> = ids.chain(element.classes().map(|own| format!(".{own}"))).collect();
        let with_name = marks.iter().map(|mark| format!("{name}{mark}"));
        let mut selectors = with_name.chain(marks.iter().cloned()).chain([name.to_owned()]);
        selectors.find_map(|selector| self.fonts.get(&selector).copied())
    }
}

/// Whether a style sheet gives an old font to anything.
pub(in super::super) fn names_old_font(css: &str) -> bool {
    NAMES.is_match(css) && rules(css).any(|(_, font)| font.is_some())
}

/// The names of old fonts, which may stand for something else: `url(//bao.vn)`.
static NAMES: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let names = Legacy::ALL.iter().flat_map(|legacy| legacy.fonts());
    let builder = AhoCorasick::builder().ascii_case_insensitive(true).build(names);
    builder.expect("a few names of fonts are not too many for an automaton")
});

/// The rules that name a font, in order: selectors, and the font.
fn rules(css: &str) -> impl Iterator<Item = (&str, Option<Font>)> {
    css.split('}').filter_map(|rule| {
        let (before, declarations) = rule.rsplit_once('{')?;
        let selectors = before.rsplit(['{', ';']).next()?;
        let selectors = selectors.rsplit("*/").next()?.rsplit("-->").next()?;
        let selectors = selectors.rsplit("<!--").next()?.trim();
        (!selectors.starts_with('@')).then_some((selectors, in_style(declarations)?))
    })
}

/// A selector of a name, a class or an id alone, as it is looked up.
fn simple(selector: &str) -> Option<String> {
    let selector = selector.trim();
    let (name, rest) = selector.split_at(selector.find(['.', '#']).unwrap_or(selector.len()));
    let is_word =
        |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    let own = rest.get(1..).unwrap_or_default();
    let is_simple = !selector.is_empty() && is_word(name) && is_word(own) && rest.len() != 1;
    is_simple.then(|| name.to_ascii_lowercase() + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn font_of(css: &str, tag: &str) -> Option<Option<Legacy>> {
        let html = Html::parse_document(&format!("<style>{css}</style><body>{tag}"));
        let element = html.tree.values().filter_map(Node::as_element).last()?;
        Sheet::of(&html).font_of(element).map(|font| font.map(|font| font.legacy))
    }

    #[test]
    fn rules_give_fonts_to_names_classes_and_ids() {
        let old = Some(Some(Legacy::Tcvn3));
        for (css, tag, want) in [
            ("p.MsoNormal, li.MsoNormal {font-family: \".VnTime\"}", "<li class=MsoNormal>", old),
            ("p.MsoNormal {font-family: \".VnTime\"}", "<p class=MsoHeader>", None),
            ("P {font: 12pt .VnTime}", "<p>", old),
            (".a {font-family: VNI-Times}", "<i class='b a'>", Some(Some(Legacy::Vni))),
            ("#x {font-family: Arial} .a {font-family: .VnTime}", "<p id=x class=a>", Some(None)),
            (".a {font-family: .VnTime} .a {font-family: Arial}", "<p class=a>", Some(None)),
            ("<!-- /* Word */ p {font-family: .VnTime} -->", "<p>", old),
            ("@media print { p {font-family: .VnTime} }", "<p>", old),
            ("@import 'x'; p {font-family: .VnTime}", "<p>", old),
            ("td p {font-family: .VnTime}", "<p>", None),
            ("@font-face {font-family: .VnTime}", "<p>", None),
        ] {
            assert_eq!(font_of(css, tag), want, "{css} {tag}");
        }
    }

    #[test]
    fn a_sheet_without_old_fonts_is_known() {
        assert!(names_old_font("p {color: red} td p {FONT-FAMILY: '.VNTIME'}"));
        for css in
            ["p {background: url(https://bao.vn/a.png)}", "p {font-family: Arial}", ".vni {}"]
        {
            assert!(!names_old_font(css), "{css}");
        }
    }
}
