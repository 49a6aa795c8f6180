//! A table of the article as a table: cells keep their columns and reach over as many rows and
//! columns as on their page.

use super::marked::Marked;
use crate::article::Row;
use maud::{Markup, html};

/// The rows of one table.
pub(super) fn grid(rows: &[Marked<'_>]) -> Markup {
    // Columns that a cell of a row above reaches into, with the number of rows that are left.
    let mut taken: Vec<usize> = Vec::new();
    html! {
        div.wide tabindex="0" role="group" aria-label=(rows[0].part.words.page.read) {
            table {
                @for (i, row) in rows.iter().enumerate() {
                    @if let Some(cells) = &row.block.row {
                        tr data-block=(row.index) { (cells_of(row, cells, rows.len() - i, &mut taken)) }
                    }
                }
            }
        }
    }
}

/// The cells of a row, with empty ones where the page has cells without text.
fn cells_of(marked: &Marked<'_>, row: &Row, rows_left: usize, taken: &mut Vec<usize>) -> Markup {
    let mut at = 0;
    let mut cells = Vec::new();
    for cell in &row.cells {
        cells.extend(
            (at..cell.columns.start).filter(|c| !is_taken(taken, *c)).map(|_| html! { td {} }),
        );
        at = at.max(cell.columns.end);
        let (columns, rows) = (cell.columns.len().max(1), cell.rows.clamp(1, rows_left));
        if taken.len() < cell.columns.end {
            taken.resize(cell.columns.end, 0);
        }
        taken[cell.columns.clone()].fill(rows);
        let (columns, rows) = ((columns > 1).then_some(columns), (rows > 1).then_some(rows));
        let words = marked.within(cell.bytes.clone());
        cells.push(if cell.is_header {
            html! { th colspan=[columns] rowspan=[rows] { (words) } }
        } else {
            html! { td colspan=[columns] rowspan=[rows] { (words) } }
        });
    }
    taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    html! { @for cell in &cells { (cell) } }
}

fn is_taken(taken: &[usize], column: usize) -> bool {
    taken.get(column).is_some_and(|rows| *rows > 0)
}
