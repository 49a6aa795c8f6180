//! What one cell holds, by itself: a figure, a year, a unit, a numbering.

use super::rows::{Cell, Row};
use super::unit;
use crate::lexicon::CueClass;
use crate::mention::{CellUnit, Decimals, Quantity, Scene, cell_figure, cell_sign, cell_unit};
use crate::record::{Block, Direction};
use crate::text::{TokenKind, Tokens};

/// The figure that a cell is: one that fills it, else one with words of its own behind it
/// (`12 lớp`, `25/28`) or with a word of rise or fall before it (`Tăng 9,4%`), which the reader of sentences
/// has found.
pub(super) fn figure(
    block: &Block<'_>,
    cell: &Cell,
    decimals: Decimals,
    counted: bool,
) -> Option<Quantity> {
    let filling = cell_figure(&block.scene, cell.words.clone(), decimals, counted);
    filling.or_else(|| {
        let quantities = &block.mentions.quantities;
        let at = quantities.partition_point(|q| q.words.start < cell.words.start);
        let first = quantities.get(at).filter(|q| q.words.end <= cell.words.end)?;
        let leads = |i: usize| block.scene.cue(i, LEADING).map_or(0, |(len, _)| len);
        let start = cell.words.start;
        let from = usize::from(first.from);
        let lead = first.words.start - start;
        // `+850 triệu đồng`; a dash apart from its number opens a line.
        let glued = lead == 1 && (block.scene.is_glued(start + 1) || block.scene.key(start) != "-");
        let sign = cell_sign(&block.scene, start).filter(|_| glued);
        let led = lead == 0 || lead == leads(start) || lead == from || sign.is_some();
        let negative = first.negative || sign == Some(false);
        (led && !is_numbering(block, first)).then(|| Quantity { negative, ..first.clone() })
    })
}

/// Which way an arrow says that a figure went: `▼ 500`. `-500` may be a level below zero.
pub(super) fn points(scene: &Scene<'_>, cell: &Cell) -> Option<Direction> {
    let at = cell.words.start;
    let rises = cell_sign(scene, at).filter(|_| !matches!(scene.key(at), "+" | "-"))?;
    Some(if rises { Direction::Up } else { Direction::Down })
}

/// `1.` before words: `1. Chi lương`.
fn is_numbering(block: &Block<'_>, quantity: &Quantity) -> bool {
    let (scene, end) = (&block.scene, quantity.number.end);
    let closed = matches!(scene.key(end), "." | ")") && scene.is_glued(end);
    let short = quantity.number.len() == 1 && scene.small(quantity.number.start, 99).is_some();
    short && closed && quantity.words == quantity.number && scene.is_word(end + 1)
}

/// Words before a figure that still fills its cell: `Tăng 9,4%`, `đạt 98%`.
const LEADING: &[CueClass] = &[CueClass::Rise, CueClass::Fall, CueClass::Level];

/// The figures of a cell behind token `from`, each with the words that lead to it: in `Mở 12 lớp cho 486 học
/// viên` `Mở` and `cho`.
pub(super) fn further(block: &Block<'_>, cell: &Cell, from: usize) -> Vec<(Tokens, Quantity)> {
    let quantities = &block.mentions.quantities;
    let at = quantities.partition_point(|q| q.words.start < from);
    let inside = quantities[at..].iter().take_while(|q| q.words.end <= cell.words.end);
    let mut behind = from;
    let mut found = Vec::new();
    for quantity in inside {
        if is_footnote(block, quantity) || found.is_empty() && is_numbering(block, quantity) {
            continue;
        }
        let breaks =
            |i: &usize| matches!(block.scene.key(*i), ";" | "," | "(" | ")" | "/" | ":" | ".");
        let last = (behind..quantity.words.start).rev().find(breaks);
        found.push((last.map_or(behind, |i| i + 1)..quantity.words.start, quantity.clone()));
        behind = quantity.words.end;
    }
    found
}

/// Whether a cell is a figure in any table: `63,1`, not the year `2021`.
pub(super) fn is_figure(block: &Block<'_>, cell: &Cell) -> bool {
    year(&block.scene, cell).is_none() && figure(block, cell, Decimals::Untold, true).is_some()
}

/// The year that a cell is.
pub(super) fn year(scene: &Scene<'_>, cell: &Cell) -> Option<i16> {
    (cell.words.len() == 1).then(|| scene.year(cell.words.start)).flatten()
}

/// `(1)` behind a figure.
fn is_footnote(block: &Block<'_>, quantity: &Quantity) -> bool {
    let number = &quantity.number;
    let scene = &block.scene;
    let bracketed =
        number.start > 0 && scene.key(number.start - 1) == "(" && scene.key(number.end) == ")";
    bracketed && number.len() == 1 && scene.small(number.start, 99).is_some()
}

/// Whether figures stand among the words of a cell: `Mở 12 lớp`.
pub(super) fn tells_figures(block: &Block<'_>, cell: &Cell) -> bool {
    let quantities = &block.mentions.quantities;
    let at = quantities.partition_point(|q| q.words.start < cell.words.start);
    let mut inside = quantities[at..].iter().take_while(|q| q.words.end <= cell.words.end);
    inside.any(|quantity| !is_numbering(block, quantity))
}

/// The unit that fills a cell.
pub(super) fn unit(scene: &Scene<'_>, cell: &Cell) -> Option<CellUnit> {
    cell_unit(scene, cell.words.start).filter(|unit| unit.end == cell.words.end)
}

/// Whether a cell is written as a rate, of whatever: `µg/m3`, `CFU/100 ml`.
pub(super) fn is_rate(scene: &Scene<'_>, cell: &Cell) -> bool {
    let stroke = cell.words.clone().skip(1).find(|i| scene.key(*i) == "/");
    stroke.is_some_and(|stroke| unit::divides(scene, stroke + 1..cell.words.end))
}

/// Whether a cell repeats the one above it: `nt`, `"`.
pub(super) fn is_ditto(scene: &Scene<'_>, cell: &Cell) -> bool {
    let cue = scene.cue(cell.words.start, &[CueClass::TableDitto]);
    cue.is_some_and(|(len, _)| len == cell.words.len())
}

/// Which decimal mark the figures of a table have.
pub(super) fn decimals(blocks: &[Block<'_>], rows: &[Row]) -> Decimals {
    let mut told = Decimals::Untold;
    for row in rows {
        let text = blocks[row.block].scene.text;
        let digits = row.cells.iter().flat_map(|cell| {
            let digits = cell.words.clone().filter(|i| text.tokens[*i].kind == TokenKind::Digits);
            digits.filter(|_| cell.words.len() <= 3).map(|i| text.key(i))
        });
        for run in digits {
            match (told, Decimals::told_by(run)) {
                (_, Decimals::Untold) => {}
                (Decimals::Untold, mark) => told = mark,
                (one, other) if one != other => return Decimals::Untold,
                _ => {}
            }
        }
    }
    told
}
