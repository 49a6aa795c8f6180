//! # What it tests
//! The total row of a table is the sum of its rows, the total column the sum of its columns.
//!
//! # Why
//! One cell is corrected, and the total stays.
//!
//! # Example
//! Under `Huyện | Số nhà`, `Đồng Văn | 214`, `Mèo Vạc | 187`, `Tổng cộng | 401` gives
//! `214 + 187 = 401`.
//!
//! # Limits
//! The total must be called so (`Tổng cộng`, `Toàn tỉnh`, `Quý III` over its months, `Cả năm` over its quarters). Rows and
//! columns that cut across each other (`nữ`, `trong đó`), rows with units or outlines of their own,
//! and means (`năng suất`, `%`) make no sum. A difference is reported where the other rows or columns
//! of the table do add up, where the total is called a sum (`Tổng cộng`) of things that are counted, or
//! where one slip or a tenth of the total explains it. Decimals, and amounts in money or tonnes, may be
//! rounded. A column of shares is a sum as well where its total says 100 %.

use super::Verdict;
use super::cell_sum::{Sum, Usual};
use super::claim::Claim;
use super::entry::Entry;
use super::facts::Facts;
use super::grid::{Grid, begins, grids, has};
use super::sections::sections;
use super::words::tables::{
    AMONG, EARLIER, HALF_YEAR, MEAN, MONTH, NUMBERED, OUTLINE, QUARTER, QUARTERLY, RISES, ROUNDED,
    SHARE, SUM, TOTAL, UNIT, UNIT_OR_OFFICE, VERSUS, YEAR,
};
use super::words::text::{OVERLAPPING, SEXES};
use crate::text::{Text, TokenKind};
use rust_decimal::Decimal;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for grid in grids(facts) {
        let rounded = facts.article.blocks[grid.block.saturating_sub(2)..=grid.block]
            .iter()
            .any(|block| has(&crate::text::Text::new(&block.text), ROUNDED));
        for sums in [columns(&grid, rounded), rows(&grid, rounded), sections(&grid, rounded)] {
            let holds = sums.iter().filter(|sum| sum.verdict() == Some(Verdict::Holds)).count();
            let usual = Usual { most: holds * 2 >= sums.len(), holds };
            claims.extend(sums.iter().filter_map(|sum| sum.claim(facts, usual)));
        }
    }
    claims
}

/// The sums of the columns down to the total row.
fn columns(grid: &Grid, rounded: bool) -> Vec<Sum<'_>> {
    let of_time = whole_time(grid.lines.iter().map(|line| &line.label));
    let is_total = |line: usize| begins(&grid.lines[line].label, TOTAL) || of_time == Some(line);
    let mut totals = (0..grid.lines.len()).filter(|line| is_total(*line));
    let Some(total) = totals.next().filter(|_| totals.next().is_none()) else {
        return Vec::new();
    };
    let parts: Vec<usize> = match total {
        0 => (1..grid.lines.len()).collect(),
        _ if grid.lines[total + 1..].iter().all(|line| is_beside(&line.label)) => {
            (0..total).collect()
        }
        _ => return Vec::new(),
    };
    let labels = || parts.iter().map(|line| &grid.lines[*line].label);
    let nested = labels().any(|label| {
        let mark = label.tokens.first().is_none_or(|token| token.kind == TokenKind::Mark);
        mark || begins(label, AMONG)
            || begins(label, OUTLINE)
            || has(label, OVERLAPPING)
            || label.raw.contains('(')
    });
    let empty = parts.iter().any(|line| grid.lines[*line].entries.iter().all(Option::is_none));
    if nested || empty || parts.len() < 2 || has_units(grid) {
        return Vec::new();
    }
    let is_called = begins(&grid.lines[total].label, SUM) || of_time == Some(total);
    let numbers = grid.number_columns().into_iter();
    let sums = numbers.filter_map(|column| {
        let total = grid.lines[total].entries[column].as_ref()?;
        let shares = grid.head_has(column, SHARE) && total.value == Decimal::ONE_HUNDRED;
        if grid.head_has(column, MEAN) && !shares {
            return None;
        }
        let parts = parts.iter().filter_map(|line| grid.lines[*line].entries[column].as_ref());
        let parts: Vec<&Entry> = parts.collect();
        let rounded = rounded || grid.head_has(column, ROUNDED);
        (parts.len() > 1).then_some(Sum { total, parts, rounded, is_called })
    });
    sums.collect()
}

/// Which of some labels is the time that all others make up: `Cả năm` of four quarters or twelve months, `6 tháng`
/// of two or six.
fn whole_time<'l>(labels: impl Iterator<Item = &'l Text> + Clone) -> Option<usize> {
    let count = |words: &[&str]| labels.clone().filter(|label| begins(label, words)).count();
    let parts = (count(QUARTERLY), count(MONTH));
    let whole = match parts {
        (4, 0) | (0, 12) => YEAR,
        (2, 0) | (0, 6) => HALF_YEAR,
        _ => return None,
    };
    let is_whole = |label: &Text| begins(label, whole) && !begins(label, QUARTERLY);
    let alone = labels.clone().count() == parts.0 + parts.1 + 1;
    labels.clone().position(is_whole).filter(|_| alone)
}

/// Whether a row under the total is none of its parts: a choice of it, or what it is compared with.
fn is_beside(label: &Text) -> bool {
    [AMONG, RISES, VERSUS, EARLIER].iter().any(|words| begins(label, words))
}

/// Whether the table gives its rows units of their own. `Đơn vị` over the labels themselves is an
/// office.
pub(super) fn has_units(grid: &Grid) -> bool {
    let numbers = grid.number_columns();
    let columns = 0..grid.heads.len();
    let labels = columns
        .clone()
        .find(|column| !numbers.contains(column) && !grid.head_begins(*column, NUMBERED));
    let is_unit = |column: usize| {
        grid.head_has(column, UNIT)
            || Some(column) != labels && grid.head_has(column, UNIT_OR_OFFICE)
    };
    columns.into_iter().any(is_unit)
}

/// The sums of the rows, where one column is the total of all others.
fn rows(grid: &Grid, rounded: bool) -> Vec<Sum<'_>> {
    let numbers = grid.number_columns();
    let is_total = |column: &usize| grid.head_begins(*column, TOTAL);
    let is_quarter = |column: &usize| grid.head_begins(*column, QUARTER);
    let months = numbers.iter().filter(|c| grid.head_begins(**c, MONTH)).count();
    let of_months = || numbers.iter().copied().find(is_quarter).filter(|_| months == 3);
    let of_time = whole_time(numbers.iter().map(|c| &grid.heads[*c])).map(|at| numbers[at]);
    let total = numbers.iter().copied().find(is_total).or(of_time).or_else(of_months);
    let Some(total) = total else { return Vec::new() };
    let parts: Vec<usize> = numbers
        .iter()
        .copied()
        .filter(|column| *column != total && !grid.head_has(*column, MEAN))
        .collect();
    let overlaps = parts.iter().any(|c| grid.head_has(*c, OVERLAPPING) || grid.head_has(*c, AMONG));
    let is_of = |sex: &&str| parts.iter().any(|column| grid.head_has(*column, &[sex]));
    let sexes = parts.len() == 2 && SEXES.iter().all(is_of);
    if parts.len() < 2 || overlaps && !sexes {
        return Vec::new();
    }
    // Other columns beside a total are often a choice of it; the quarters of a year are all of it.
    let is_called = sexes || of_time == Some(total);
    let sums = grid.lines.iter().filter_map(|line| {
        let total = line.entries[total].as_ref()?;
        let parts: Vec<&Entry> = parts.iter().filter_map(|c| line.entries[*c].as_ref()).collect();
        let rounded = rounded || has(&grid.heads[0], ROUNDED);
        (parts.len() > 1).then_some(Sum { total, parts, rounded, is_called })
    });
    sums.collect()
}
