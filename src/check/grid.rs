//! A table as the checks read it: its head, the labels of its rows, and the numbers of its cells.
//!
//! It reads the cells of the article's rows, not the records, so that a cell of which no record was
//! made still counts. It decides which rows are the head and where a number stands; what a column
//! holds is for the checks to ask. A cell with anything but one number in it has no number.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::relation::Term;
use crate::article::Cell;
use crate::text::Text;
use rust_decimal::Decimal;
use std::ops::Range;

/// How many columns a table may have to be read here.
const COLUMNS: usize = 60;

/// A number in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) value: Decimal,
    /// How it is printed.
    pub(super) text: String,
    /// How many decimals are printed.
    pub(super) decimals: u32,
    /// Its block, and its first and last code point there.
    block: usize,
    chars: Range<usize>,
}

/// A row of the body.
pub(super) struct Line {
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
            None if !first_number => {
                label.push_str(words);
                label.push(' ');
            }
            _ => {}
        }
    }
    Line { label: Text::new(label.trim()), entries }
}

impl Grid {
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

/// A claim about some cells, with their records where each of them has one.
pub(super) fn claim(
    facts: &Facts<'_>,
    kind: &'static str,
    entries: &[&Entry],
    holds: Verdict,
    detail: String,
) -> Option<Claim> {
    let first = entries.first()?;
    let records: Option<Vec<String>> =
        entries.iter().map(|entry| Some(facts.records[entry.record(facts)?].id.clone())).collect();
    let at = (first.block, first.chars.start);
    Some(Claim::new(kind, at, records.unwrap_or_default(), holds, detail))
}

impl Entry {
    /// The record that was made of the cell.
    fn record(&self, facts: &Facts<'_>) -> Option<usize> {
        let end = facts.passage(self.block)?.text.tokens.len();
        let inside = |r: &usize| self.chars.contains(&facts.records[*r].source.start);
        facts.figures(self.block, 0..end).find(inside)
    }

    /// The number in an equation; whole numbers may have been rounded as well.
    pub(super) fn term(&self, facts: &Facts<'_>, rounded: bool) -> Term {
        Term {
            step: Decimal::new(1, self.decimals),
            slack: slack(self, rounded),
            record: self.record(facts),
            ..Term::fixed(self.value)
        }
    }
}

/// A claim about a record of the text and a cell.
pub(super) fn claim_with(
    facts: &Facts<'_>,
    kind: &'static str,
    record: usize,
    entry: &Entry,
    holds: Verdict,
    detail: String,
) -> Option<Claim> {
    let mut claim = claim(facts, kind, &[entry], holds, detail)?;
    let source = &facts.records[record].source;
    claim.at = (source.block, source.start);
    claim.finding.records.insert(0, facts.records[record].id.clone());
    Some(claim)
}

/// How far a printed number may be from the meant one: half a unit of its last decimal, and where
/// whole numbers may have been rounded as well, half of one.
pub(super) fn slack(entry: &Entry, rounded: bool) -> Decimal {
    match entry.decimals {
        0 if !rounded => Decimal::ZERO,
        decimals => Decimal::new(5, decimals + 1),
    }
}

/// The value of a cell that holds one number, with its decimals: `1.250`, `92,0`, `-3,5%`.
fn number(cell: &str) -> Option<(Decimal, u32)> {
    let cell = cell.trim();
    let cell = cell.strip_suffix('%').unwrap_or(cell).trim_end();
    let inner = cell.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let (sign, digits) = match (inner, cell.strip_prefix(['-', '−', '–'])) {
        (Some(inner), _) => (-Decimal::ONE, inner),
        (None, Some(rest)) => (-Decimal::ONE, rest.trim_start()),
        (None, None) => (Decimal::ONE, cell.strip_prefix('+').unwrap_or(cell)),
    };
    let (whole, decimals) = digits.split_once(',').unwrap_or((digits, ""));
    let mut groups = whole.split('.');
    let first = groups.next()?;
    let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let grouped = groups.all(|group| group.len() == 3 && is_digits(group));
    let long = whole.contains('.') && first.len() > 3;
    if first.is_empty() || long || !is_digits(first) || !grouped || !is_digits(decimals) {
        return None;
    }
    let plain = format!("{}.{decimals}", whole.replace('.', ""));
    let value: Decimal = plain.trim_end_matches('.').parse().ok()?;
    Some((value.checked_mul(sign)?, decimals.len() as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_one_number_or_none() {
        for (cell, want) in [
            ("1.250", Some(("1250", 0))),
            ("92,0", Some(("92.0", 1))),
            ("-3,5%", Some(("-3.5", 1))),
            ("(12,4)", Some(("-12.4", 1))),
            ("1.234.567,8", Some(("1234567.8", 1))),
            ("31/12", None),
            ("12.5.2023", None),
            ("4 lớp", None),
            ("-", None),
            ("", None),
        ] {
            let want = want.map(|(value, decimals)| (value.parse().unwrap(), decimals));
            assert_eq!(number(cell), want, "{cell}");
        }
    }
}
