//! The lines of the article put together as blocks.
//!
//! An item of a list and a row of a table are one block each, whatever boxes are in them; a caption
//! that stands twice is one, and the headline is none. What is in JSON-LD only is read from there.

use super::super::day::line::{is_day_alone, is_labelled};
use super::super::norm::{letters, nfc};
use super::super::outline::Outline;
use super::super::outline::element::attribute;
use super::super::outline::grid::{Grid, Seat};
use super::super::outline::selector::Paths;
use super::super::{Block, BlockKind, Cell, Row};
use super::find::Body;
use super::room::LONGEST_ROW;
use super::{Room, foot, kind, lines};
use crate::document::PLACE;
use crate::page::Page;

/// Reads the blocks of the body, and tells what they had room for.
pub(in super::super) fn read(
    page: &Page,
    outline: &Outline<'_>,
    body: &Body,
    (title, headline): (Option<&str>, Option<usize>),
    is_vietnamese: bool,
) -> (Vec<Block>, Room) {
    let mut room = Room::default();
    let title = title.map(letters);
    let is_title = |text: &str| title.as_ref().is_some_and(|title| *title == letters(text));
    let own_headline = headline.filter(|at| is_title(outline.text(&outline.lines[*at])));
    let mut paths = Paths::new(&page.html);
    let grid = Grid::new(outline);
    let data_rows = kind::data_rows(outline, &grid);
    let mut blocks: Vec<Block> = Vec::new();
    // A lead over nothing is the description of a list.
    let mut has_body = false;
    // The item or row that the last block is: more lines of it may follow.
    let mut open = None;
    let lines = match page.is_document {
        true => lines::all(outline, body),
        false => lines::of(outline, body, &data_rows, own_headline, is_vietnamese),
    };
    for (part, line) in lines {
        let (kind, owner) = kind::of(outline, &data_rows, line, part);
        if open == Some(owner) {
            if let (BlockKind::ListItem, Some(item)) = (kind, blocks.last_mut()) {
                let more = nfc(outline.text(line));
                let Some(more) = room.take(&more, None) else { break };
                item.text.push(' ');
                item.text.push_str(more);
            }
            continue;
        }
        let (text, row) = match kind {
            BlockKind::TableRow => row(outline, &grid, owner, &mut room),
            _ => (nfc(outline.text(line)).into_owned(), None),
        };
        match blocks.last_mut() {
            None if is_title(&text) || is_day_alone(&text) || is_labelled(&text) => continue,
            Some(_) if kind == BlockKind::Heading && is_title(&text) => continue,
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
        let text = match room.take(&text, Some(&selector)) {
            Some(fitting) if fitting.len() == text.len() => text,
            // The cells of a row would end behind its text.
            Some(fitting) if row.is_none() => fitting.to_owned(),
            _ => break,
        };
        has_body |= Some(part) != body.lead;
        blocks.push(Block { kind, text, selector, row });
    }
    if !has_body {
        blocks.clear();
    }
    if !page.is_document {
        foot::cut(&mut blocks);
    }
    if blocks.is_empty() {
        blocks = from_linked_data(page, &mut room);
    }
    room.divide(&mut blocks);
    (blocks, room)
}

/// Whether all lines of the box are one block.
fn is_joined(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::ListItem | BlockKind::TableRow)
}

/// The cells of a row, joined by ` | `; an empty one keeps its place. Cells that no block has room for are left
/// out.
fn row(outline: &Outline<'_>, grid: &Grid, row: usize, room: &mut Room) -> (String, Option<Row>) {
    let mut text = String::new();
    let mut cells = Vec::new();
    let mut table = None;
    for (i, cell) in kind::cells(outline, row).enumerate() {
        if text.len() > LONGEST_ROW {
            room.is_cut = true;
            break;
        }
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
    // Office programs write empty cells behind the last one that is filled.
    text.truncate(cells.iter().map(|cell| cell.bytes.end).max().unwrap_or(0));
    (text, table.map(|table| Row { table, cells }))
}

/// The paragraphs of `articleBody`.
fn from_linked_data(page: &Page, room: &mut Room) -> Vec<Block> {
    let body = page.metadata.linked_data.body.as_deref().unwrap_or("");
    let folded = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    body.lines()
        .map(folded)
        .filter(|text| !text.is_empty())
        .map_while(|text| room.take(&nfc(&text), Some("")).map(str::to_owned))
        .map(|text| Block {
            kind: BlockKind::Paragraph,
            text,
            selector: "script[type=\"application/ld+json\"]".to_owned(),
            row: None,
        })
        .collect()
}
