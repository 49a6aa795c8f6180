//! The lines of the article put together as blocks.
//!
//! An item of a list and a row of a table are one block each, whatever boxes are in them; a caption
//! that stands twice is one, and the headline is none. What is in JSON-LD only is read from there.

use super::super::day::line::{is_day_alone, is_labelled};
use super::super::norm::{nfc, same};
use super::super::outline::Outline;
use super::super::outline::element::attribute;
use super::super::outline::grid::{Grid, Seat};
use super::super::outline::selector::Paths;
use super::super::{Block, BlockKind, Cell, Row};
use super::find::Body;
use super::{foot, kind, lines};
use crate::document::PLACE;
use crate::page::Page;

/// Reads the blocks of the body.
pub(in super::super) fn read(
    page: &Page,
    outline: &Outline<'_>,
    body: &Body,
    (title, headline): (Option<&str>, Option<usize>),
    is_vietnamese: bool,
) -> Vec<Block> {
    let is_title =
        |at: &usize| title.is_some_and(|title| same(title, outline.text(&outline.lines[*at])));
    let own_headline = headline.filter(is_title);
    let mut paths = Paths::new(&page.html);
    let grid = Grid::new(outline);
    let data_rows = kind::data_rows(outline, &grid);
    let mut blocks: Vec<Block> = Vec::new();
    // The item or row that the last block is: more lines of it may follow.
    let mut open = None;
    let lines = match page.is_document {
        true => lines::all(outline, body),
        false => lines::of(outline, body, own_headline, is_vietnamese),
    };
    for (part, line) in lines {
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
            None if is_title() || is_day_alone(&text) || is_labelled(&text) => continue,
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
        let node = outline.frames[owner].node;
        let place = node.value().as_element().filter(|_| page.is_document);
        let place = place.and_then(|element| attribute(element, PLACE)).map(str::to_owned);
        let selector = place.unwrap_or_else(|| paths.path(node));
        blocks.push(Block { kind, text, selector, row });
    }
    if !page.is_document {
        foot::cut(&mut blocks);
    }
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
