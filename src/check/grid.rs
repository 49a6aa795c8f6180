//! A table as the checks read it: its head, the labels of its rows, and the numbers of its cells.
//!
//! It reads the cells of the article's rows, not the records, so that a cell of which no record was
//! made still counts. It decides which rows are the head and where a number stands; what a column
//! holds is for the checks to ask. A cell with anything but one number in it has no number.

use super::entry::{Entry, number};
use super::facts::Facts;
use crate::article::Cell;
use crate::text::Text;
use rust_decimal::Decimal;

/// How many columns a table may have to be read here.
const COLUMNS: usize = 60;

/// A row of the body.
pub(super) struct Line {
    /// Its block.
    pub(super) block: usize,
    /// The number that it has in the first column, or in front of its label.
    pub(super) ordinal: Option<Decimal>,
    /// The words before its first number.
    pub(super) label: Text,
    /// Its numbers by column.
    pub(super) entries: Vec<Option<Entry>>,
}

/// A table.
pub(super) struct Grid {
    /// The first block of the table.
    pub(super) block: usize,
    /// What stands over each column.
    pub(super) heads: Vec<Text>,
    pub(super) lines: Vec<Line>,
}

/// All tables of an article that have a head and numbers under it.
pub(super) fn grids(facts: &Facts<'_>) -> Vec<Grid> {
    let blocks = &facts.article.blocks;
    let table = |block: usize| blocks[block].row.as_ref().map(|row| row.table);
    let rows: Vec<usize> = (0..blocks.len()).filter(|block| table(*block).is_some()).collect();
    rows.chunk_by(|a, b| table(*a) == table(*b)).filter_map(|rows| grid(facts, rows)).collect()
}

fn grid(facts: &Facts<'_>, rows: &[usize]) -> Option<Grid> {
    let cells = |block: usize| {
        let block = &facts.article.blocks[block];
        let cells = block.row.as_ref().map_or(&[][..], |row| &row.cells[..]);
        cells.iter().map(|cell| (cell, &block.text[cell.bytes.clone()]))
    };
    let is_head = |block: usize| {
        cells(block).all(|(cell, text)| cell.is_header || number(text).is_none())
            && cells(block).next().is_some()
    };
    let head = rows.iter().take_while(|block| is_head(**block)).count();
    let width = rows.iter().flat_map(|block| cells(*block)).map(|(cell, _)| cell.columns.end);
    let width = width.max().filter(|width| (2..=COLUMNS).contains(width))?;
    let (heads, body) = rows.split_at(head);
    if heads.is_empty() || body.is_empty() {
        return None;
    }
    let over = |column: usize| {
        let words = heads.iter().flat_map(|block| cells(*block));
        let own = words.filter(|(cell, _)| cell.columns.contains(&column));
        Text::new(&own.map(|(_, text)| text).collect::<Vec<_>>().join(" "))
    };
    let lines = body.iter().map(|block| line(*block, cells(*block).collect(), width, facts));
    let heads = (0..width).map(over).collect();
    Some(Grid { block: rows[0], heads, lines: lines.collect() })
}

fn line(block: usize, cells: Vec<(&Cell, &str)>, width: usize, facts: &Facts<'_>) -> Line {
    let mut entries: Vec<Option<Entry>> = vec![None; width];
    let mut label = String::new();
    let mut ordinal = None;
    let text = &facts.article.blocks[block].text;
    for (cell, words) in cells {
        let first_number = entries.iter().any(Option::is_some);
        match number(words).filter(|_| cell.columns.len() == 1) {
            Some((value, decimals)) if cell.columns.start > 0 => {
                let start = text[..cell.bytes.start].chars().count();
                entries[cell.columns.start] = Some(Entry {
                    value,
                    text: words.trim().to_owned(),
                    decimals,
                    block,
                    chars: start..start + words.chars().count(),
                });
            }
            Some((value, _)) if cell.columns.start == 0 => ordinal = Some(value),
            None if !first_number => {
                label.push_str(words);
                label.push(' ');
            }
            _ => {}
        }
    }
    let label = Text::new(label.trim());
    let ordinal = ordinal.or_else(|| label.key(0).parse().ok());
    Line { block, ordinal, label, entries }
}

/// A row or a column: what it is called, and its numbers.
pub(super) type Series<'g> = (&'g Text, Vec<Option<&'g Entry>>);

impl Grid {
    /// The table by its rows, and by its columns.
    pub(super) fn series(&self) -> [Vec<Series<'_>>; 2] {
        let rows = self.lines.iter();
        let rows =
            rows.map(|line| (&line.label, line.entries.iter().map(Option::as_ref).collect()));
        let column =
            |at: usize| self.lines.iter().map(move |line| line.entries[at].as_ref()).collect();
        let columns = self.heads.iter().enumerate().map(|(at, head)| (head, column(at)));
        [rows.collect(), columns.collect()]
    }

    /// The columns in which most rows have a number.
    pub(super) fn number_columns(&self) -> Vec<usize> {
        let filled = |column: &usize| {
            let count = self.lines.iter().filter(|line| line.entries[*column].is_some()).count();
            count * 2 > self.lines.len()
        };
        (0..self.heads.len()).filter(filled).collect()
    }

    /// Whether one of these words stands in the head of a column.
    pub(super) fn head_has(&self, column: usize, words: &[&str]) -> bool {
        has(&self.heads[column], words)
    }

    /// Whether the head of a column begins with one of these words.
    pub(super) fn head_begins(&self, column: usize, words: &[&str]) -> bool {
        begins(&self.heads[column], words)
    }
}

/// Whether one of these words stands in a text.
pub(super) fn has(text: &Text, words: &[&str]) -> bool {
    (0..text.tokens.len()).any(|at| stands_at(text, at, words))
}

/// Whether a text begins with one of these words.
pub(super) fn begins(text: &Text, words: &[&str]) -> bool {
    stands_at(text, 0, words)
}

fn stands_at(text: &Text, at: usize, words: &[&str]) -> bool {
    let fits = |word: &str| word.split(' ').zip(at..).all(|(part, at)| text.key(at) == part);
    words.iter().any(|word| fits(word))
}
