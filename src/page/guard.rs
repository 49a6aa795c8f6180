//! What the parser is given: markup without the code in it, and flat where it would take hours.
//!
//! Building the tree costs depth times tags, and unclosed formatting (`<b>`, `<font>`) is opened
//! anew in every paragraph: 80 KB of nested `<b><i>` take half a minute. One pass over the tags
//! finds such pages; they lose their formatting tags and what is nested too deep, never their
//! text. An ordinary page passes untouched: its deepest node lies about 50 deep.

use super::nesting::Kind;
use super::tags::Tags;
use super::unread;
use std::borrow::Cow;

/// Deepest nesting that is kept, as browsers have it.
const MAX_DEPTH: usize = 400;
/// Most formatting elements open at once.
const MAX_FORMATTING: usize = 60;
/// Most attributes of one tag: the parser compares each with all before it.
const MAX_ATTRIBUTES: usize = 300;

/// The markup without what nobody reads, or a flat copy of it and `true`.
pub(super) fn tame(markup: &str) -> (Cow<'_, str>, bool) {
    let (mut depth, mut formatting) = (0_usize, 0_usize);
    let mut unread = Vec::new();
    for tag in Tags::new(markup) {
        let open = match tag.kind {
            Kind::Formatting => Some(&mut formatting),
            Kind::Container => Some(&mut depth),
            Kind::Flat | Kind::Raw => None,
        };
        if let Some(open) = open {
            *open = if tag.closes { open.saturating_sub(1) } else { *open + 1 };
        }
        if depth > MAX_DEPTH || formatting > MAX_FORMATTING || tag.attributes > MAX_ATTRIBUTES {
            return (Cow::Owned(flatten(markup)), true);
        }
        unread.extend(unread::inside(markup, &tag));
    }
    (unread::without(markup, &unread), false)
}

/// The markup without formatting tags, without containers nested too deep, and without the
/// attributes of tags that have hundreds.
fn flatten(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len());
    let (mut depth, mut copied) = (0_usize, 0);
    for tag in Tags::new(markup) {
        let keep = match (tag.kind, tag.closes) {
            (Kind::Formatting, _) => false,
            (Kind::Flat | Kind::Raw, _) => true,
            (Kind::Container, false) => {
                depth += 1;
                depth <= MAX_DEPTH
            }
            (Kind::Container, true) => {
                depth = depth.saturating_sub(1);
                depth < MAX_DEPTH
            }
        };
        if keep && tag.attributes <= MAX_ATTRIBUTES {
            continue;
        }
        out.push_str(&markup[copied..tag.start]);
        match (keep, tag.kind) {
            (true, _) => {
                out.push('<');
                out.push_str(tag.name);
                out.push('>');
            }
            (false, Kind::Container) if !tag.name.eq_ignore_ascii_case("span") => {
                out.push_str("<br><br>");
            }
            (false, _) => {}
        }
        copied = tag.end;
    }
    out.push_str(&markup[copied..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_pages_pass_untouched() {
        let paragraphs = "<p>một <b>hai</b> <i>ba</i><br>".repeat(5000);
        let rows = "<tr><td>1<td>2".repeat(5000);
        let script = format!("<script>{}</script>", "'<div><b>';".repeat(5000));
        let drawing = format!("<svg>{}</svg>", "<path d='M0'/>".repeat(5000));
        let links = "<li><a href=x>một".repeat(5000);
        let comment = format!("<!-- {} -->", "<div>".repeat(5000));
        for page in [paragraphs, rows, script, drawing, links, comment] {
            assert!(!tame(&page).1, "{}", &page[..40]);
        }
    }

    #[test]
    fn hostile_pages_keep_their_text() {
        let fonts: String = (0..9000).map(|n| format!("<font a{n}><p>")).collect();
        let attributes: String = (0..9000).map(|n| format!(" a{n}=\"x\"")).collect();
        for page in [
            "<div>".repeat(50_000) + "chữ",
            "<ul><li>".repeat(50_000) + "chữ",
            "<div/>".repeat(50_000) + "chữ",
            "<b><i>".repeat(50_000) + "chữ</b>",
            fonts + "chữ",
            format!("<p{attributes}>chữ</p>"),
        ] {
            let (flat, hostile) = tame(&page);
            assert!(hostile && flat.contains("chữ"), "{}", &page[..40]);
            assert!(!tame(&flat).1, "{}", &page[..40]);
        }
    }
}
