//! What an element does to the text around it, by its name and attributes.

use scraper::node::Element;

/// What an element does to the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Ends a line before and behind it.
    Block,
    /// Adds its text to the line.
    Inline,
    /// `<a>`
    Link,
    /// Italics.
    Slant,
    /// `<br>`
    Break,
    /// A picture; it has no text.
    Picture,
    /// Nothing in it is text of the page.
    Skipped,
}

/// The role of an element, by its name; the names that pages are made of come first.
pub(super) fn role(tag: &str) -> Role {
    match tag {
        "div" | "p" | "li" | "ul" | "td" | "tr" | "section" | "article" => Role::Block,
        "a" => Role::Link,
        "span" | "strong" => Role::Inline,
        "script" | "style" | "svg" | "meta" | "link" => Role::Skipped,
        "em" | "i" => Role::Slant,
        "br" => Role::Break,
        "img" | "picture" | "amp-img" => Role::Picture,
        "abbr" | "acronym" | "b" | "bdi" | "bdo" | "big" | "cite" | "code" | "data" | "del"
        | "dfn" | "font" | "ins" | "kbd" | "label" | "mark" | "nobr" | "q" | "s" | "samp"
        | "small" | "strike" | "sub" | "sup" | "time" | "tt" | "u" | "var" | "wbr" => Role::Inline,
        "audio" | "button" | "canvas" | "datalist" | "dialog" | "embed" | "head" | "iframe"
        | "input" | "map" | "math" | "noscript" | "object" | "select" | "template" | "textarea"
        | "title" | "video" => Role::Skipped,
        _ if tag.starts_with("amp-") => Role::Skipped,
        _ => Role::Block,
    }
}

/// The value of an attribute. Compares names as they are, where `Element::attr` makes an atom first.
pub(in super::super) fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attrs().find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// Whether an `<a>` leads anywhere: `<a name=top>` does not.
pub(in super::super) fn is_link(element: &Element) -> bool {
    let has = |name| attribute(element, name).is_some();
    has("href") || !has("name") && !has("id")
}

/// Whether an element is made for what is no article: the foot of a page, a dialog over it.
pub(super) fn is_never_read(element: &Element) -> bool {
    let roles = ["dialog", "alertdialog", "contentinfo"];
    element.name() == "footer"
        || attribute(element, "role").is_some_and(|role| roles.contains(&role))
        || attribute(element, "aria-modal") == Some("true")
}

/// Whether an address is that of an author's page: the text of such a link is his name.
pub(super) fn is_of_author(address: &str) -> bool {
    ["/author/", "/authors/", "/tac-gia/"].iter().any(|folder| address.contains(folder))
}

/// `text-align: center`
pub(super) fn is_centred(style: &str) -> bool {
    let value = style.split_once("text-align").map(|(_, rest)| rest);
    value.is_some_and(|value| value.trim_start_matches([':', ' ']).starts_with("center"))
}

/// Whether an attribute hides its element.
pub(super) fn hides(key: &str, value: &str) -> bool {
    match key {
        "hidden" => value != "until-found",
        "style" => value.contains("display:none") || value.contains("display: none"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_hide_and_centre() {
        assert!(hides("style", "color: red; display:none") && hides("hidden", ""));
        assert!(!hides("style", "display: block") && !hides("hidden", "until-found"));
        assert!(is_centred("text-align: center;") && is_centred("margin:0;text-align:center"));
        assert!(!is_centred("text-align: left") && !is_centred("align-items: center"));
    }
}
