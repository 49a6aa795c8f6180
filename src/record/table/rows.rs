//! The rows of a table with their cells, out of the blocks of the article.
//!
//! Rows of one `<table>` belong together, and so do paragraphs that follow each other and are
//! written as rows: `Lao động qua đào tạo | % | 62 | 63,1`.

use crate::article::BlockKind;
use crate::record::Block;
use crate::text::{Text, Tokens};
use std::ops::Range;

/// How many cells a paragraph has that is written as a row.
const WRITTEN_CELLS: Range<usize> = 3..200;

/// A row.
#[derive(Debug)]
pub(super) struct Row {
    /// Index into the article's blocks.
    pub block: usize,
    /// Its cells that hold words, in order.
    pub cells: Vec<Cell>,
}

/// A cell of a row.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub columns: Range<usize>,
    pub rows: usize,
    pub is_header: bool,
    pub words: Tokens,
}

impl Row {
    /// The cell that stands in a column.
    pub(super) fn cell(&self, column: usize) -> Option<&Cell> {
        let at = self.cells.partition_point(|cell| cell.columns.end <= column);
        self.cells.get(at).filter(|cell| cell.columns.start <= column)
    }
}

/// The rows of the table that begins at a block; none where no row stands there.
pub(super) fn at(blocks: &[Block<'_>], first: usize) -> Vec<Row> {
    let table = |block: &Block<'_>| block.source.row.as_ref().map(|row| row.table);
    let wanted = table(&blocks[first]);
    let rows = blocks[first..].iter().enumerate().map_while(|(i, block)| {
        let cells = match &block.source.row {
            Some(_) => seated(block),
            None => written(block),
        };
        let fits = table(block) == wanted && !cells.is_empty();
        fits.then_some(Row { block: first + i, cells })
    });
    rows.collect()
}

/// The cells of a row of a table.
fn seated(block: &Block<'_>) -> Vec<Cell> {
    let text = block.scene.text;
    let row = block.source.row.iter().flat_map(|row| &row.cells);
    let cells = row.filter(|cell| !cell.columns.is_empty()).map(|cell| Cell {
        columns: cell.columns.clone(),
        rows: cell.rows,
        is_header: cell.is_header,
        words: tokens(text, cell.bytes.clone()),
    });
    cells.filter(|cell| !cell.words.is_empty()).collect()
}

fn tokens(text: &Text, bytes: Range<usize>) -> Tokens {
    let start = text.tokens.partition_point(|token| token.byte < bytes.start);
    let end = text.tokens.partition_point(|token| token.byte < bytes.end);
    start..end
}

/// The cells of a paragraph with strokes between them.
fn written(block: &Block<'_>) -> Vec<Cell> {
    let text = block.scene.text;
    let prose = matches!(block.source.kind, BlockKind::Paragraph | BlockKind::ListItem);
    if !prose || !block.source.text.contains('|') {
        return Vec::new();
    }
    let strokes = (0..text.tokens.len()).filter(|i| text.key(*i) == "|");
    let mut ends: Vec<usize> = strokes.collect();
    let edged = ends.first() == Some(&0);
    ends.push(text.tokens.len());
    let mut start = 0;
    let mut cells = Vec::with_capacity(ends.len());
    for (column, end) in ends.into_iter().enumerate() {
        let column = column.saturating_sub(usize::from(edged));
        if end > start {
            let columns = column..column + 1;
            cells.push(Cell { columns, rows: 1, is_header: false, words: start..end });
        }
        start = end + 1;
    }
    if WRITTEN_CELLS.contains(&cells.len()) { cells } else { Vec::new() }
}
