//! What the parser is given: markup without the code in it, and flat where it would take hours.
//!
//! Building the tree costs depth times tags, and unclosed formatting (`<b>`, `<font>`) is opened
//! anew in every paragraph: 80 KB of nested `<b><i>` take half a minute. One pass over the tags
//! finds such pages; they lose their formatting tags and what is nested too deep, never their
//! text. So do pages with more tags than letters, tags with hundreds of attributes, and hundreds of `<html a=1>` and `<body b=2>`, which all
//! give theirs to one element. An ordinary page passes untouched: its deepest node lies about 50 deep.

use super::nesting::Kind;
use super::tags::{Tag, Tags};
use super::unread;
use std::borrow::Cow;

/// Deepest nesting that is kept, as browsers have it.
const MAX_DEPTH: usize = 400;
/// Most formatting elements open at once.
const MAX_FORMATTING: usize = 60;
/// Most tags of a page, or one in so many bytes of it: each costs two hundred bytes.
const MAX_TAGS: usize = 200_000;
const BYTES_FOR_A_TAG: usize = 10;
/// Most attributes of one tag: the parser compares each with all before it.
const MAX_ATTRIBUTES: usize = 300;

/// The attributes that elements have: the parser compares each with all that its element has already.
#[derive(Default)]
struct Attributes {
    /// Those of all tags of `<html>` and `<body>`.
    of_page: usize,
}

impl Attributes {
    /// Takes in a tag; whether it is one too many for its element.
    fn are_too_many(&mut self, tag: &Tag<'_>) -> bool {
        let is_page = || ["html", "body"].iter().any(|name| tag.name.eq_ignore_ascii_case(name));
        match tag.attributes {
            0 => false,
            more if !tag.closes && is_page() => {
                self.of_page += more;
                self.of_page > MAX_ATTRIBUTES
            }
            more => more > MAX_ATTRIBUTES,
        }
    }
}

/// The markup without what nobody reads, or a flat copy of it and `true`.
pub(super) fn tame(markup: &str) -> (Cow<'_, str>, bool) {
    let (mut depth, mut formatting) = (0_usize, 0_usize);
    let mut attributes = Attributes::default();
    let mut unread = Vec::new();
    let most = most_tags(markup);
    for (at, tag) in Tags::new(markup).enumerate() {
        let open = match tag.kind {
            Kind::Formatting => Some(&mut formatting),
            Kind::Container => Some(&mut depth),
            Kind::Flat | Kind::Raw => None,
        };
        if let Some(open) = open {
            *open = if tag.closes { open.saturating_sub(1) } else { *open + 1 };
        }
        let is_overladen = attributes.are_too_many(&tag);
        if depth > MAX_DEPTH || formatting > MAX_FORMATTING || is_overladen || at >= most {
            return (Cow::Owned(flatten(markup)), true);
        }
        unread.extend(unread::inside(markup, &tag));
    }
    (unread::without(markup, &unread), false)
}

fn most_tags(markup: &str) -> usize {
    MAX_TAGS.max(markup.len() / BYTES_FOR_A_TAG)
}

/// The markup without formatting tags, without containers nested too deep, without the attributes of
/// tags that have hundreds, and without the tags that are too many.
fn flatten(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len());
    let (mut depth, mut copied) = (0_usize, 0);
    let mut attributes = Attributes::default();
    let mut left = most_tags(markup);
    for tag in Tags::new(markup) {
        let is_overladen = attributes.are_too_many(&tag);
        let keep = match (tag.kind, tag.closes) {
            (Kind::Formatting, _) => false,
            (Kind::Raw, _) => true,
            _ if left == 0 => false,
            (Kind::Flat, _) => true,
            (Kind::Container, false) => {
                depth += 1;
                depth <= MAX_DEPTH
            }
            (Kind::Container, true) => {
                depth = depth.saturating_sub(1);
                depth < MAX_DEPTH
            }
        };
        left = left.saturating_sub(usize::from(keep));
        if keep && !is_overladen {
            continue;
        }
        out.push_str(&markup[copied..tag.start]);
        match (keep, tag.kind) {
            (true, _) => {
                out.push_str(if tag.closes { "</" } else { "<" });
                out.push_str(tag.name);
                out.push('>');
            }
            (false, Kind::Formatting) => {}
            (false, _) if left == 0 => out.push(' '),
            (false, _) if tag.name.eq_ignore_ascii_case("span") => {}
            (false, _) => {
                out.push_str("<br><br>");
                left = left.saturating_sub(2);
            }
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
        let many = "<p>".repeat(MAX_TAGS + 10);
        let bodies: String = (0..9000).map(|n| format!("<Body a{n}=x>")).collect();
        for page in [
            bodies + "chữ",
            many.clone() + "chữ" + &many,
            "<div>".repeat(MAX_TAGS) + "chữ",
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
