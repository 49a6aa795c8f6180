//! The lines of the article put together as blocks.
//!
//! An item of a list and a row of a table are one block each, whatever boxes are in them; a caption
//! that stands twice is one, and the headline is none. What is in JSON-LD only is read from there.

use super::body::Body;
use super::grid::{Grid, Seat};
use super::moment::is_day_alone;
use super::norm::{letters, nfc, same};
use super::outline::Outline;
use super::selector::Paths;
use super::words::furniture::{CLOSING, CLOSING_OPENERS};
use super::{Block, BlockKind, Cell, Row, kind, lines};
use crate::page::Page;
use std::sync::LazyLock;

/// Reads the blocks of the body.
pub(super) fn read(
    page: &Page,
    outline: &Outline<'_>,
    body: &Body,
    title: Option<&str>,
    is_vietnamese: bool,
) -> Vec<Block> {
    let mut paths = Paths::new(&page.html);
    let grid = Grid::new(outline);
    let data_rows = kind::data_rows(outline, &grid);
    let mut blocks: Vec<Block> = Vec::new();
    // The item or row that the last block is: more lines of it may follow.
    let mut open = None;
    for (part, line) in lines::of(outline, body, is_vietnamese) {
        let (kind, owner) = kind::of(outline, &data_rows, line, part);
        if open == Some(owner) {
            if let (BlockKind::ListItem, Some(item)) = (kind, blocks.last_mut()) {
                item.text = format!("{} {}", item.text, nfc(outline.text(line)));
            }
            continue;
        }
        let (text, row) = match kind {
            BlockKind::TableRow => row(outline, &grid, owner),
            _ => (nfc(outline.text(line)).into_owned(), None),
        };
        let is_title = || title.is_some_and(|title| same(title, &text));
        match blocks.last_mut() {
            None if is_title() || is_day_alone(&text) => continue,
            Some(_) if kind == BlockKind::Heading && is_title() => continue,
            Some(last) if last.text == text && !is_joined(kind) => {
                if kind == BlockKind::Caption {
                    last.kind = kind;
                }
                continue;
            }
            _ => {}
        }
        open = is_joined(kind).then_some(owner);
        let selector = paths.path(outline.frames[owner].node);
        blocks.push(Block { kind, text, selector, row });
    }
    let foot = blocks.len().saturating_sub(FOOT);
    let closes =
        |(at, block): (usize, &Block)| is_closing(block) || at >= foot && opens_foot(block);
    blocks.truncate(blocks.iter().enumerate().position(closes).unwrap_or(blocks.len()));
    match blocks.is_empty() {
        true => from_linked_data(page),
        false => blocks,
    }
}

/// Whether all lines of the box are one block.
fn is_joined(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::ListItem | BlockKind::TableRow)
}

/// The cells of a row, joined by ` | `; an empty one keeps its place.
fn row(outline: &Outline<'_>, grid: &Grid, row: usize) -> (String, Option<Row>) {
    let mut text = String::new();
    let mut cells = Vec::new();
    let mut table = None;
    for (i, cell) in kind::cells(outline, row).enumerate() {
        if i > 0 {
            text.push_str(if text.is_empty() { "|" } else { " |" });
        }
        let Some((_, seat)) = grid.seat(outline, cell) else { continue };
        let mut bytes = 0..0;
        for line in outline.lines_of(cell) {
            text.push_str(if text.is_empty() { "" } else { " " });
            bytes.start = if bytes.is_empty() { text.len() } else { bytes.start };
            text.push_str(&nfc(outline.text(line)));
            bytes.end = text.len();
        }
        let Seat { columns, rows, is_header, .. } = seat.clone();
        table = Some(seat.table);
        cells.push(Cell { columns, rows, is_header, bytes });
    }
    (text, table.map(|table| Row { table, cells }))
}

/// The paragraphs of `articleBody`.
fn from_linked_data(page: &Page) -> Vec<Block> {
    let body = page.metadata.linked_data.body.as_deref().unwrap_or("");
    let folded = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    body.lines()
        .map(folded)
        .filter(|text| !text.is_empty())
        .map(|text| Block {
            kind: BlockKind::Paragraph,
            text: nfc(&text).into_owned(),
            selector: "script[type=\"application/ld+json\"]".to_owned(),
            row: None,
        })
        .collect()
}

/// How many of the last blocks may be lines of the site that are known by their beginning only.
const FOOT: usize = 3;

/// Whether the article has ended before this block: `Chia sẻ bài viết`, `BÌNH LUẬN`.
fn is_closing(block: &Block) -> bool {
    let short = block.text.len() < 60 && !is_joined(block.kind);
    short && CLOSING_LETTERS.contains(&letters(&block.text))
}

/// Whether the article has ended before this one of the last blocks: `Từ khóa: …`, `© Báo …`.
fn opens_foot(block: &Block) -> bool {
    let lower = block.text.to_lowercase();
    block.kind == BlockKind::Paragraph && CLOSING_OPENERS.iter().any(|o| lower.starts_with(o))
}

static CLOSING_LETTERS: LazyLock<Vec<String>> =
    LazyLock::new(|| CLOSING.iter().map(|line| letters(line)).collect());
