//! The lines of the body as blocks: which are kept, and what each of them is.
//!
//! Items of a list and rows of a table are put together again; a caption that stands twice is one
//! block; links to other articles, and the headline once more, are left out.

use super::body::{Body, is_heading};
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
    let Some(frame) = body.frame else {
        return Vec::new();
    };
    let mut paths = Paths::new(html);
    let mut blocks: Vec<Block> = Vec::new();
    let mut last_row = None;
    for line in outline.lines_of(frame) {
        if body.furniture[line.frame] || is_link(outline, line) {
            continue;
        }
        let (kind, owner) = kind(outline, line, frame);
        let text = nfc(outline.text(line));
        if kind == BlockKind::Heading && title.is_some_and(|title| same(title, &text)) {
            continue;
        }
        let joined = matches!(kind, BlockKind::TableRow | BlockKind::ListItem);
        if let Some(block) = blocks
            .last_mut()
            .filter(|_| joined && last_row == Some(owner))
        {
            let between = if kind == BlockKind::TableRow {
                " | "
            } else {
                " "
            };
            block.text.push_str(between);
            block.text.push_str(&text);
            continue;
        }
        last_row = joined.then_some(owner);
        if blocks.last().is_some_and(|last| last.text == text) {
            continue;
        }
        blocks.push(Block {
            kind,
            text: text.into_owned(),
            selector: paths.path(outline.frames[owner].node),
        });
    }
    blocks
}

/// A line that is nothing but a link.
fn is_link(outline: &Outline<'_>, line: &Line) -> bool {
    line.linked * 10 > outline.text(line).len() * 8
}

/// What a line is, and the box that it is the text of.
fn kind(outline: &Outline<'_>, line: &Line, body: usize) -> (BlockKind, usize) {
    for frame in outline
        .around(line.frame)
        .take_while(|&frame| frame != body)
    {
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
    (BlockKind::Paragraph, line.frame)
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
