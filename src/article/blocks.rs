//! The lines of the body as blocks: which are kept, and what each of them is.
//!
//! Items of a list and rows of a table are put together again; a caption that stands twice is one
//! block; links to other articles, and the headline once more, are left out.

use super::body::{Body, is_heading, is_prose};
use super::boxes::Traits;
use super::outline::{Line, Outline};
use super::selector::Paths;
use super::{Block, BlockKind};
use scraper::Html;
use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Reads the blocks of the body.
pub(super) fn read(
    html: &Html,
    outline: &Outline<'_>,
    body: &Body,
    title: Option<&str>,
) -> Vec<Block> {
    let mut paths = Paths::new(html);
    let mut blocks: Vec<Block> = Vec::new();
    // The list item or table row that the last block is, while more of it may follow.
    let mut open = None;
    for (part, line) in lines(outline, body) {
        let (kind, owner) = kind(outline, line, part);
        let text = nfc(outline.text(line));
        if kind == BlockKind::Heading && title.is_some_and(|title| same(title, &text)) {
            continue;
        }
        let between = match kind {
            BlockKind::TableRow => Some(" | "),
            BlockKind::ListItem => Some(" "),
            _ => None,
        };
        let last = blocks.last_mut();
        match (between, last) {
            (Some(between), Some(last)) if open == Some(owner) => {
                last.text.push_str(between);
                last.text.push_str(&text);
            }
            (None, Some(last)) if last.text == text => {
                if kind == BlockKind::Caption {
                    last.kind = kind;
                }
            }
            _ => {
                open = between.map(|_| owner);
                blocks.push(Block {
                    kind,
                    text: text.into_owned(),
                    selector: paths.path(outline.frames[owner].node),
                });
            }
        }
    }
    blocks
}

/// The lines of the body, each with the part it stands in: without furniture, without what stands
/// over the first paragraph (day, byline, section) and under the last (headings of nothing).
fn lines<'a>(outline: &'a Outline<'_>, body: &Body) -> Vec<(usize, &'a Line)> {
    let mut lines: Vec<(usize, &Line)> = Vec::new();
    for &part in &body.parts {
        let kept = |line: &&Line| !body.furniture[line.frame] && !is_link(outline, line);
        lines.extend(
            outline
                .lines_of(part)
                .iter()
                .filter(kept)
                .map(|line| (part, line)),
        );
    }
    let is_text = |line: &Line| {
        let tag = outline.frames[line.frame].tag;
        !is_heading(tag) && (tag == "p" || is_prose(outline.text(line), line))
    };
    let first = lines
        .iter()
        .position(|(_, line)| is_text(line))
        .unwrap_or(0);
    let last = lines
        .iter()
        .rposition(|(_, line)| is_text(line))
        .unwrap_or(lines.len());
    let strays = is_mostly_paragraphs(outline, &lines);
    let mut at = 0..;
    lines.retain(|(_, line)| {
        let at = at.next().unwrap_or(0);
        let tag = outline.frames[line.frame].tag;
        (first..=last).contains(&at) && !(strays && is_stray(outline, line))
            || at < first && matches!(tag, "h2" | "h3" | "h4" | "figcaption")
            || at > last
                && outline
                    .around(line.frame)
                    .any(|f| is_list_or_table(outline.frames[f].tag))
    });
    lines
}

/// Whether most of the text stands in `<p>`.
fn is_mostly_paragraphs(outline: &Outline<'_>, lines: &[(usize, &Line)]) -> bool {
    let length = |in_p: bool| -> usize {
        let of_kind = lines.iter().filter(|(_, line)| {
            let tag = outline.frames[line.frame].tag;
            is_prose(outline.text(line), line) && (tag == "p") == in_p
        });
        of_kind.map(|(_, line)| outline.text(line).len()).sum()
    };
    length(true) > 4 * length(false)
}

/// Among paragraphs, a short line of a bare box: `Advertisement`, `3 comments`.
fn is_stray(outline: &Outline<'_>, line: &Line) -> bool {
    let frame = &outline.frames[line.frame];
    let bare = matches!(
        frame.tag,
        "div" | "section" | "article" | "center" | "form" | "header"
    );
    bare && !frame.has_picture
        && !frame.traits.has(Traits::CAPTION)
        && !frame.traits.has(Traits::LEAD)
        && outline.text(line).len() < 60
        && !is_prose(outline.text(line), line)
}

fn is_list_or_table(tag: &str) -> bool {
    matches!(tag, "li" | "dd" | "dt" | "tr" | "figcaption")
}

/// A line that is nothing but a link.
fn is_link(outline: &Outline<'_>, line: &Line) -> bool {
    line.linked * 10 > outline.text(line).len() * 8
}

/// What a line is, and the box that it is the text of.
fn kind(outline: &Outline<'_>, line: &Line, part: usize) -> (BlockKind, usize) {
    let inside = outline.around(line.frame).take_while(|&frame| frame > part);
    for frame in inside.chain([part]) {
        let traits = outline.frames[frame].traits;
        let kind = match outline.frames[frame].tag {
            tag if is_heading(tag) && !traits.has(Traits::LEAD) => BlockKind::Heading,
            "figcaption" | "caption" => BlockKind::Caption,
            "li" | "dd" | "dt" => BlockKind::ListItem,
            "tr" => BlockKind::TableRow,
            _ if traits.has(Traits::CAPTION) => BlockKind::Caption,
            _ if traits.has(Traits::LEAD) => BlockKind::Lead,
            _ => continue,
        };
        return (kind, frame);
    }
    match is_under_picture(outline, line) {
        true => (BlockKind::Caption, line.frame),
        false => (BlockKind::Paragraph, line.frame),
    }
}

/// Longest caption without a name of its own, in bytes.
const LONGEST_CAPTION: usize = 400;

/// A short line in italics or in the middle of the column, in the box of a picture or in the next.
fn is_under_picture(outline: &Outline<'_>, line: &Line) -> bool {
    let frame = &outline.frames[line.frame];
    let text = outline.text(line);
    if text.len() > LONGEST_CAPTION || outline.lines_of(line.frame).len() > 2 {
        return false;
    }
    if frame.has_picture && frame.tag != "p" {
        return text.len() < LONGEST_CAPTION / 2;
    }
    let letters = || text.len() - text.matches(' ').count();
    let set_apart =
        frame.traits.has(Traits::CENTRED) || line.slanted > 0 && line.slanted >= letters();
    let before = || {
        let before = &outline.frames[frame.parent + 1..line.frame];
        before
            .iter()
            .rfind(|before| before.end <= line.frame && before.parent == frame.parent)
    };
    set_apart && (frame.has_picture || before().is_some_and(|before| before.has_picture))
}

/// The text in NFC.
pub(super) fn nfc(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    }
}

/// Whether two texts have the same letters and digits.
pub(super) fn same(a: &str, b: &str) -> bool {
    let letters = |text: &str| -> String {
        let kept = text.nfc().filter(|c| c.is_alphanumeric());
        kept.flat_map(char::to_lowercase).collect()
    };
    letters(a) == letters(b)
}
