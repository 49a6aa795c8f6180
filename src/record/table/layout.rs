//! Which rows of a table are its title, its heading and its body.
//!
//! A heading has no figures and at least two cells; a cell that spans rows or columns draws the
//! rows under it into the heading. A line that numbers the columns (`A | B | 1 | 2 | 3=2/1`)
//! belongs to it too. A table may have no heading at all.

use super::rows::{Cell, Row};
use super::{cell, time, unit};
use crate::lexicon::CueClass;
use crate::record::Block;
use std::ops::Range;

/// Most rows of a heading.
const DEEPEST: usize = 6;

/// The parts of a table as ranges of rows.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub titles: Range<usize>,
    pub header: Range<usize>,
    pub body: Range<usize>,
}

pub(super) fn of(blocks: &[Block<'_>], rows: &[Row]) -> Layout {
    let has_figures = |row: &Row| row.cells.iter().any(|c| cell::is_figure(&blocks[row.block], c));
    let is_title = |row: &&Row| {
        (row.cells.len() == 1 || notes_unit(&blocks[row.block], row)) && !has_figures(row)
    };
    let start = match rows.iter().take_while(is_title).count() {
        all if all == rows.len() => 0,
        titles => titles,
    };
    let tells = |row: &Row| {
        let own = |cell: &&Cell| cell::is_figure(&blocks[row.block], cell);
        let told = || row.cells.iter().filter(own);
        let block = &blocks[row.block];
        let names = told().all(|cell| is_months(block, cell)) || are_days(block, row);
        told().next().is_some() && !(names && row.cells.len() > 2)
    };
    let mut end = start;
    while end < rows.len().min(start + DEEPEST) {
        let draws = (start..end).any(|i| rows[i].cells.iter().any(|c| i + c.rows > end));
        let splits = end > start && spans_columns(&rows[end - 1]);
        let marked = rows[end].cells.iter().all(|c| c.is_header);
        let first = end == start && rows[end].cells.len() > 1;
        let numbers = end > start
            && (numbers_columns(&blocks[rows[end].block], &rows[end])
                || gives_units(&blocks[rows[end].block], &rows[end])
                || is_under(&rows[start..end], &rows[end]));
        if !numbers && (tells(&rows[end]) || !(first || draws || splits || marked)) {
            break;
        }
        end += 1;
    }
    Layout { titles: 0..start, header: start..end, body: end..rows.len() }
}

/// Whether a cell of the row, not the whole of it, has columns of its own under it.
fn spans_columns(row: &Row) -> bool {
    row.cells.len() > 1 && row.cells.iter().any(|cell| cell.columns.len() > 1)
}

/// `5 tháng (tấn)`: the months of a year, as a heading names them.
fn is_months(block: &Block<'_>, cell: &Cell) -> bool {
    let scene = &block.scene;
    let at = cell.words.start;
    let months = scene.cue(at + 1, &[CueClass::MonthWord]).map(|(len, _)| at + 1 + len);
    let closed = months.is_some_and(|end| end >= cell.words.end || scene.key(end) == "(");
    closed && scene.small(at, 12).is_some()
}

/// `27/4 | 28/4 | 01/5`: days in their order, and no fractions.
fn are_days(block: &Block<'_>, row: &Row) -> bool {
    let day = |cell: &Cell| time::day_of(&block.scene, &cell.words);
    let days: Vec<(i8, i8)> = row.cells.iter().filter_map(day).collect();
    let told = row.cells.iter().filter(|cell| cell::is_figure(block, cell));
    days.len() > 1 && days.is_sorted_by(|a, b| a < b) && told.into_iter().all(|c| day(c).is_some())
}

/// `(người) | (ha) | %`: nothing but units.
fn gives_units(block: &Block<'_>, row: &Row) -> bool {
    let is_unit = |cell: &Cell| {
        unit::named(&block.scene, cell.words.clone()).is_some_and(|(words, _)| words == cell.words)
    };
    // one for several columns, not for all of them: an empty cell, and `Ha` over two columns
    let several = |cell: &Cell| cell.columns.start > 0 && cell.columns.len() > 1;
    (row.cells.len() > 1 || row.cells.iter().all(several)) && row.cells.iter().all(is_unit)
}

/// `(Đến ngày 30/11) | Đơn vị tính: người`, both over several columns.
fn notes_unit(block: &Block<'_>, row: &Row) -> bool {
    let is_note = |cell: &Cell| {
        let mut begins = cell.words.clone().take(2);
        begins.any(|i| block.scene.cue(i, &[CueClass::TableUnit]).is_some())
    };
    row.cells.len() == 2
        && row.cells.iter().all(|cell| cell.columns.len() > 1)
        && row.cells.iter().any(is_note)
}

/// Whether the first row of a heading reaches down to a row, and every cell of that one stands under a wider one:
/// `3 sao | 4 sao` under `Sản phẩm` beside `Huyện`.
fn is_under(heading: &[Row], row: &Row) -> bool {
    let [first, .., over] = heading else {
        return matches!(heading, [first] if reaches(first, 1) && is_split(first, row));
    };
    reaches(first, heading.len()) && is_split(over, row)
}

fn reaches(row: &Row, rows: usize) -> bool {
    row.cells.iter().any(|cell| cell.rows > rows)
}

fn is_split(over: &Row, row: &Row) -> bool {
    let wide = |column: usize| over.cell(column).is_some_and(|cell| cell.columns.len() > 1);
    row.cells.iter().all(|cell| cell.columns.len() == 1 && wide(cell.columns.start))
}

/// `A | B | 1 | 2 | 3=2/1`
fn numbers_columns(block: &Block<'_>, row: &Row) -> bool {
    let scene = &block.scene;
    let key = |words: &Range<usize>| {
        let bare = words.clone().find(|i| scene.key(*i) != "(");
        bare.map_or("", |i| scene.key(i))
    };
    let mut next = 1;
    let all = row.cells.iter().all(|cell| {
        let key = key(&cell.words);
        let counts = key.parse() == Ok(next);
        next += usize::from(counts);
        counts || cell.words.len() == 1 && key.len() == 1 && scene.is_word(cell.words.start)
    });
    all && next > 2
}

#[cfg(test)]
mod tests {
    use super::super::sample::with_rows;
    use super::*;

    #[test]
    fn headings_end_where_figures_begin() {
        for (lines, titles, header) in [
            (&["Chỉ tiêu | ĐVT | KH", "Số lớp | lớp | 12"][..], 0..0, 0..1),
            (&["Nội dung | 2021 | 2022", "Số lớp | 11 | 12"], 0..0, 0..1),
            (&["Số lớp | lớp | 12", "Số hộ | hộ | 300"], 0..0, 0..0),
            (&["Nội dung | KH | TH", "A | 1 | 2", "Số lớp | 11 | 12"], 0..0, 0..2),
            (&["Nội dung | ĐVT | KH", "I | Xã hội | –", "Số lớp | lớp | 12"], 0..0, 0..1),
        ] {
            let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            let body = header.end..lines.len();
            let layout = with_rows(&lines, of);
            assert_eq!(layout, Layout { titles, header, body }, "{lines:?}");
        }
    }
}
