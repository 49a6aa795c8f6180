//! # What it tests
//! The ranks of a table go down with its scores.
//!
//! # Why
//! Two rows are swapped, or a score is corrected and the ranks are not.
//!
//! # Example
//! Under `Đơn vị | Điểm | Xếp thứ`, `88,4 | 2` over `91,2 | 3` gives
//! `88,4 < 91,2, the table says 2 and 3`.
//!
//! # Limits
//! One column of ranks and one other column of numbers, called a score (`điểm`, `chỉ số`). Most pairs of
//! neighbouring ranks, and two of them, must go the same way; equal scores may share or divide ranks.

use super::Verdict;
use super::average::only;
use super::claim::Claim;
use super::entry::{Entry, claim};
use super::facts::Facts;
use super::grid::{Grid, grids};
use super::words::tables::{NUMBERED, RANKED, SCORE};

const KIND: &str = "rank";

/// How many neighbours must be in order before two that are not are reported.
const ORDERED: usize = 2;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    grids(facts).iter().filter_map(|grid| one(facts, grid)).collect()
}

fn one(facts: &Facts<'_>, grid: &Grid) -> Option<Claim> {
    let columns = grid.number_columns();
    let is_rank = |column: &usize| grid.head_begins(*column, RANKED);
    let rank = only(columns.iter().copied().filter(is_rank))?;
    let others = columns.iter().copied().filter(|column| *column != rank);
    let score = only(others.filter(|column| !grid.head_begins(*column, NUMBERED)))?;
    if !grid.head_has(score, SCORE) || grid.head_has(score, RANKED) {
        return None;
    }
    let rows = grid
        .lines
        .iter()
        .filter_map(|line| Some((line.entries[rank].as_ref()?, line.entries[score].as_ref()?)));
    let mut rows: Vec<(&Entry, &Entry)> = rows.collect();
    rows.sort_by_key(|(rank, _)| rank.value);
    let neighbours = || rows.windows(2).filter(|pair| pair[0].0.value < pair[1].0.value);
    let is_wrong = |pair: &&[(&Entry, &Entry)]| pair[0].1.value < pair[1].1.value;
    let wrong = only(neighbours().filter(is_wrong))?;
    let right = neighbours().count() - 1;
    let [(first, low), (second, high)] = [wrong[0], wrong[1]];
    let detail =
        format!("{} < {}, the table says {} and {}", low.text, high.text, first.text, second.text);
    let cells = [low, high, first, second];
    let claim = claim(facts, KIND, &cells, Verdict::DoesNotHold, detail)?;
    (right >= ORDERED).then(|| claim.impossible())
}
