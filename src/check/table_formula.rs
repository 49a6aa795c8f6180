//! # What it tests
//! A row or column whose label is a formula of others is what the formula gives.
//!
//! # Why
//! Official tables say how a row is computed; the row is typed all the same.
//!
//! # Example
//! Under `A | Tổng nhu cầu | 1.860` and `B | Tổng nguồn | 1.530` the row `C | Thiếu nguồn (A - B) | 230` gives
//! `1.860 - 1.530 = 330, the table says 230`.
//!
//! # Limits
//! Every name of the formula must be that of one other row or column, told by a number beside it, in a bracket
//! or in a row of such numbers under the heads. A bracket with a difference behind `Tổng` may be a range. A
//! quotient or product may have another unit, so it is taken by the power of ten that fits most cells, and one
//! that is more than half off is of something else. Where most cells of a formula do not follow it, it was misread.

use super::claim::Claim;
use super::facts::Facts;
use super::formula::Formula;
use super::formula_cells::{Tested, told};
use super::formula_labels::{heads, label};
use super::formula_text::Said;
use super::grid::{Series, begins, grids, has};
use super::words::tables::{MEAN, ROUNDED, TOTAL};
use crate::text::Text;
use std::collections::HashMap;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for grid in grids(facts) {
        let labels: Vec<Said> = grid.lines.iter().map(|line| label(facts, line.block)).collect();
        let (heads, named) = heads(facts, &grid);
        if labels.iter().chain(&heads).all(|said| said.formula.is_none()) {
            continue;
        }
        let [rows, mut columns] = grid.series();
        let caption = &facts.article.blocks[grid.block.saturating_sub(2)..grid.block];
        let rounded = grid.heads.iter().any(|head| has(head, ROUNDED))
            || caption.iter().any(|block| has(&Text::new(&block.text), ROUNDED));
        let adds_up =
            |at: usize, formula: &Formula| formula.has(&['×', '/']) || !grid.head_has(at, MEAN);
        claims.extend(follow(facts, &labels, &rows, rounded, adds_up));
        if named {
            columns.iter_mut().for_each(|(_, entries)| entries[0] = None);
        }
        claims.extend(follow(facts, &heads, &columns, rounded, |_, _| true));
    }
    claims
}

/// The claims of the formulas of some rows or columns.
fn follow(
    facts: &Facts<'_>,
    said: &[Said],
    series: &[Series<'_>],
    rounded: bool,
    may: impl Fn(usize, &Formula) -> bool,
) -> Vec<Claim> {
    let mut places: HashMap<&str, Option<usize>> = HashMap::new();
    for (at, said) in said.iter().enumerate() {
        if let Some(name) = &said.name {
            places.entry(name).and_modify(|place| *place = None).or_insert(Some(at));
        }
    }
    let mut claims = Vec::new();
    for (at, said) in said.iter().enumerate() {
        let Some(formula) = &said.formula else { continue };
        let range = begins(series[at].0, TOTAL) && !formula.has(&['+', '×', '/']);
        let names = formula.names();
        let known = |name: &&str| places.get(name).copied().flatten().is_some_and(|p| p != at);
        if range || names.len() < 2 || !names.iter().all(known) {
            continue;
        }
        let of = |name: &str| places.get(name).copied().flatten();
        let tested: Vec<Tested<'_>> = (0..series[at].1.len())
            .filter(|cell| may(*cell, formula))
            .filter_map(|cell| {
                Tested::new(series[at].1[cell]?, formula, rounded, |name| series[of(name)?].1[cell])
            })
            .collect();
        claims.extend(told(facts, formula, &tested, rounded));
    }
    claims
}
