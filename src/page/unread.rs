//! What nobody reads: the insides of scripts and style sheets, which are half of a page.
//!
//! They are left out before the page is parsed; their elements stay, so that the path of every node is
//! that of the page. `<script>a()</script>` becomes `<script></script>`. JSON-LD is kept, and so are the
//! fonts of pages from before Unicode.

use super::legacy::names_old_font;
use super::tags::Tag;
use std::borrow::Cow;
use std::ops::Range;

/// The inside of a tag's element, if nobody reads it.
pub(super) fn inside(markup: &str, tag: &Tag<'_>) -> Option<Range<usize>> {
    let inside = &markup[tag.inside.clone()];
    let is_unread = match tag.name {
        _ if inside.is_empty() => false,
        name if name.eq_ignore_ascii_case("style") => !names_old_font(inside),
        name if name.eq_ignore_ascii_case("script") => {
            !markup[tag.start..tag.end].contains("ld+json")
        }
        _ => false,
    };
    is_unread.then(|| tag.inside.clone())
}

/// The markup without these parts of it, which stand in order.
pub(super) fn without<'a>(markup: &'a str, parts: &[Range<usize>]) -> Cow<'a, str> {
    if parts.is_empty() {
        return Cow::Borrowed(markup);
    }
    let left_out: usize = parts.iter().map(Range::len).sum();
    let mut kept = String::with_capacity(markup.len() - left_out);
    let mut copied = 0;
    for part in parts {
        kept.push_str(&markup[copied..part.start]);
        copied = part.end;
    }
    kept.push_str(&markup[copied..]);
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::super::guard::tame;
    use proptest::prelude::*;
    use scraper::{Html, Node};

    /// Every node of a tree but the insides of scripts and style sheets.
    fn nodes(markup: &str) -> Vec<String> {
        let html = Html::parse_document(markup);
        let is_code = |node: &Node| {
            node.as_element().is_some_and(|element| match element.name() {
                "script" => element.attr("type") != Some("application/ld+json"),
                name => name == "style",
            })
        };
        let nodes = html.tree.root().descendants();
        let read =
            nodes.filter(|node| !node.parent().is_some_and(|parent| is_code(parent.value())));
        read.map(|node| format!("{} {:?}", node.ancestors().count(), node.value())).collect()
    }

    const PIECES: &str = "chữ |Xã|<p>|</p>|<div a=\"|<div a='|<a b=|<b c|\"|'|=|>| |<|</|/>|<script>|\
        <script a='x'>|<script type=\"application/ld+json\">|</script>|</SCRIPT >|</scripts>|<style>|\
        </style>|<Style b>|<!--|-->|<!|<?|</ |<textarea>|</textarea>|<svg>|</svg>|<svg a/>|<g/>|\
        <![CDATA[|]]>|<table>|<td>|<xmp>|</xmp>";

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn the_tree_lacks_the_code_and_nothing_else(
            pieces in prop::collection::vec(prop::sample::select(Vec::from_iter(PIECES.split('|'))), 0..24)
        ) {
            let markup = pieces.concat();
            prop_assert_eq!(nodes(&tame(&markup).0), nodes(&markup), "{}", markup);
        }
    }

    #[test]
    fn code_is_left_out_and_data_is_not() {
        for (markup, want) in [
            ("<script>a</script>b<style>c</style>", "<script></script>b<style></style>"),
            ("<script type=application/ld+json>{}</script>", ""),
            ("<script><!-- <script>a</script> --></script>", "<script></script>"),
            ("<title>a</title><textarea>b</textarea>", ""),
            ("<style>p {font-family: .VnTime}</style>", ""),
            ("<script>a", ""),
        ] {
            let kept = tame(markup).0;
            assert_eq!(kept, if want.is_empty() { markup } else { want });
        }
    }
}
