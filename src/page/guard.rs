//! Markup that would take the parser hours is made flat before it is parsed.
//!
//! Building the tree costs depth times tags, and unclosed formatting (`<b>`, `<font>`) is opened
//! anew in every paragraph: 80 KB of nested `<b><i>` take half a minute. One pass over the tags
//! finds such pages; they lose their formatting tags and what is nested too deep, never their
//! text. An ordinary page passes untouched: its deepest node lies about 50 deep.

use std::borrow::Cow;

/// Deepest nesting that is kept, as browsers have it.
const MAX_DEPTH: usize = 400;
/// Most formatting elements open at once.
const MAX_FORMATTING: usize = 60;
/// Most attributes of one tag.
const MAX_ATTRIBUTES: usize = 300;

/// The markup, or a flat copy of it and `true`.
pub(super) fn tame(markup: &str) -> (Cow<'_, str>, bool) {
    match is_hostile(markup) {
        false => (Cow::Borrowed(markup), false),
        true => (Cow::Owned(flatten(markup)), true),
    }
}

fn is_hostile(markup: &str) -> bool {
    let (mut depth, mut formatting) = (0_usize, 0_usize);
    for tag in Tags::new(markup) {
        if tag.attributes > MAX_ATTRIBUTES {
            return true;
        }
        let open = match tag.kind {
            Kind::Formatting => &mut formatting,
            Kind::Container => &mut depth,
            Kind::Flat | Kind::Raw => continue,
        };
        *open = match tag.closes {
            true => open.saturating_sub(1),
            false => *open + 1,
        };
        if depth > MAX_DEPTH || formatting > MAX_FORMATTING {
            return true;
        }
    }
    false
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

/// How the tree builder treats an element.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Opened anew in every block until it is closed.
    Formatting,
    /// Nests.
    Container,
    /// Void, or closed by its next of kin.
    Flat,
    /// Its inside is no markup.
    Raw,
}

fn kind(name: &str) -> Kind {
    let mut lower = [0; 10];
    let Some(lower) = lower.get_mut(..name.len()) else {
        return Kind::Container;
    };
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    match &*lower {
        b"b" | b"big" | b"code" | b"em" | b"font" | b"i" | b"nobr" | b"s" | b"small"
        | b"strike" | b"strong" | b"tt" | b"u" => Kind::Formatting,
        b"a" | b"area" | b"base" | b"body" | b"br" | b"col" | b"colgroup" | b"dd" | b"dt"
        | b"embed" | b"head" | b"hr" | b"html" | b"img" | b"input" | b"li" | b"link" | b"meta"
        | b"option" | b"optgroup" | b"p" | b"param" | b"source" | b"tbody" | b"td" | b"tfoot"
        | b"th" | b"thead" | b"tr" | b"track" | b"wbr" => Kind::Flat,
        b"iframe" | b"noscript" | b"script" | b"style" | b"textarea" | b"title" => Kind::Raw,
        _ => Kind::Container,
    }
}

/// One tag of the markup.
struct Tag<'a> {
    name: &'a str,
    kind: Kind,
    closes: bool,
    attributes: usize,
    start: usize,
    end: usize,
}

/// The tags of the markup in order; comments and the insides of scripts are passed over.
struct Tags<'a> {
    markup: &'a str,
    at: usize,
    /// Only in a drawing does `/>` close an element.
    in_svg: bool,
}

impl<'a> Tags<'a> {
    fn new(markup: &'a str) -> Self {
        Self { markup, at: 0, in_svg: false }
    }

    /// The end of the tag whose name ends at `from`, and roughly how many attributes it has. A
    /// short tag, with its quotes in pairs, has few enough not to be counted.
    fn tag_end(&self, from: usize) -> (usize, usize) {
        let rest = &self.markup[from..];
        let short = rest.find('>').unwrap_or(rest.len());
        let quotes = rest.bytes().take(short).filter(|b| matches!(b, b'"' | b'\'')).count();
        match short < MAX_ATTRIBUTES && quotes % 2 == 0 {
            true => (from + (short + 1).min(rest.len()), 0),
            false => self.count_attributes(from),
        }
    }

    fn count_attributes(&self, from: usize) -> (usize, usize) {
        let bytes = self.markup.as_bytes();
        let (mut at, mut attributes, mut quote) = (from, 0, None);
        while let Some(&byte) = bytes.get(at) {
            at += 1;
            match (quote, byte) {
                (None, b'>') => break,
                (None, b'"' | b'\'') if bytes[at - 2] == b'=' => quote = Some(byte),
                (None, b' ' | b'\n' | b'\t' | b'\r' | b'/') => attributes += 1,
                (Some(q), b) if q == b => quote = None,
                _ => {}
            }
        }
        (at, attributes)
    }

    /// Where the element ends whose inside is no markup.
    fn skip_raw(&self, name: &str, from: usize) -> usize {
        let bytes = self.markup.as_bytes();
        let mut at = from;
        while let Some(found) = self.markup[at..].find("</") {
            at += found + 2;
            let end = at + name.len();
            if bytes.get(at..end).is_some_and(|b| b.eq_ignore_ascii_case(name.as_bytes())) {
                return at - 2;
            }
        }
        self.markup.len()
    }
}

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        let bytes = self.markup.as_bytes();
        loop {
            let start = self.at + self.markup[self.at..].find('<')?;
            if self.markup[start..].starts_with("<!--") {
                let end = self.markup[start + 4..].find("-->")?;
                self.at = start + 4 + end;
                continue;
            }
            let closes = bytes.get(start + 1) == Some(&b'/');
            let name_start = start + 1 + usize::from(closes);
            if !bytes.get(name_start).is_some_and(u8::is_ascii_alphabetic) {
                self.at = start + 1;
                continue;
            }
            let name_len = bytes[name_start..]
                .iter()
                .position(|b| b.is_ascii_whitespace() || matches!(b, b'>' | b'/'))
                .unwrap_or(bytes.len() - name_start);
            let name_end = name_start + name_len;
            let name = &self.markup[name_start..name_end];
            let (end, attributes) = self.tag_end(name_end);
            let kind = kind(name);
            self.at = match kind {
                Kind::Raw if !closes => self.skip_raw(name, end),
                _ => end,
            };
            if name.eq_ignore_ascii_case("svg") {
                self.in_svg = !closes;
            }
            let void = self.in_svg && bytes[..end].ends_with(b"/>");
            return Some(Tag {
                name,
                kind: if void { Kind::Flat } else { kind },
                closes,
                attributes,
                start,
                end,
            });
        }
    }
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
            assert!(!is_hostile(&flat), "{}", &page[..40]);
        }
    }
}
