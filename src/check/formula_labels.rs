//! What the cells beside rows and over columns say of them: their names, and the formulas that they are.
//!
//! A name stands in a cell of its own (`STT`), before the label or in a bracket behind it; those of columns also in
//! a row of nothing but names and formulas under the heads.

use super::entry::number;
use super::facts::Facts;
use super::formula_text::{Said, said};
use super::grid::Grid;

/// How many cells a row of names has at least.
const NAMES: usize = 3;

/// The texts of the cells of a row, each with its first column and the one behind its last.
fn cells<'f>(facts: &'f Facts<'_>, block: usize) -> Vec<(usize, usize, &'f str)> {
    let block = &facts.article.blocks[block];
    let cells = block.row.as_ref().map_or(&[][..], |row| &row.cells[..]);
    let text = |cell: &crate::article::Cell| &block.text[cell.bytes.clone()];
    cells.iter().map(|cell| (cell.columns.start, cell.columns.end, text(cell))).collect()
}

/// What the cells before the first number of a row say of it.
pub(super) fn label(facts: &Facts<'_>, block: usize) -> Said {
    let mut out = Said::default();
    for (column, _, text) in cells(facts, block) {
        if column > 0 && number(text).is_some() {
            break;
        }
        let own = said(text);
        out.name = out.name.or(own.name);
        out.formula = out.formula.or(own.formula);
    }
    out
}

/// What the cells over each column say of it, and whether the first row of the body holds nothing but names.
pub(super) fn heads(facts: &Facts<'_>, grid: &Grid) -> (Vec<Said>, bool) {
    let mut out: Vec<Said> = grid.heads.iter().map(|_| Said::default()).collect();
    let Some(body) = grid.lines.first().map(|line| line.block) else { return (out, false) };
    let under: Vec<Said> = cells(facts, body).iter().map(|(_, _, text)| said(text)).collect();
    let named = under.len() >= NAMES
        && under.iter().all(|said| said.name.is_some() || said.formula.is_some())
        && under.iter().any(|said| said.formula.is_some());
    for block in grid.block..body + usize::from(named) {
        for (column, end, text) in cells(facts, block) {
            if end != column + 1 || column >= out.len() {
                continue;
            }
            let own = said(text);
            out[column].name = own.name.or(out[column].name.take());
            out[column].formula = own.formula.or(out[column].formula.take());
        }
    }
    (out, named)
}
