//! The sections of a table against its total: rows numbered `I`, `II`, `III` over rows of their own.
//!
//! `I. Chi thường xuyên 6.250`, `II. Chi đầu tư 3.130`, `Tổng chi (I + II) 9.480`. The Roman numbers must follow
//! each other from one, and one row be called the total; rows between the sections lie within them, and make them
//! where they are numbered from one on and nothing else stands between.

use super::cell_sum::Sum;
use super::entry::Entry;
use super::grid::{Grid, Line, begins};
use super::table_sums::has_units;
use super::words::tables::{MEAN, ROMAN, ROUNDED, SUM, TOTAL};

/// The sums of the sections, by columns.
pub(super) fn sections(grid: &Grid, rounded: bool) -> Vec<Sum<'_>> {
    let mut totals = grid.lines.iter().filter(|line| begins(&line.label, TOTAL));
    let Some(total) = totals.next().filter(|_| totals.next().is_none()) else { return Vec::new() };
    let numbered = |line: &&Line| ROMAN.contains(&line.label.key(0));
    let sections: Vec<&Line> = grid.lines.iter().filter(numbered).collect();
    let follow = sections.iter().zip(ROMAN).all(|(line, number)| line.label.key(0) == *number);
    if sections.len() < 2 || sections.len() > ROMAN.len() || !follow || has_units(grid) {
        return Vec::new();
    }
    let is_called = begins(&total.label, SUM);
    let columns: Vec<usize> =
        grid.number_columns().into_iter().filter(|c| !grid.head_has(*c, MEAN)).collect();
    let within = (0..grid.lines.len())
        .filter(|at| numbered(&&grid.lines[*at]))
        .filter_map(|at| Some((&grid.lines[at], rows_of(grid, at)?, false)));
    let within: Vec<(&Line, Vec<&Line>, bool)> = within.collect();
    let mut sums = Vec::new();
    for (total, parts, is_called) in [(total, sections, is_called)].into_iter().chain(within) {
        sums.extend(columns.iter().filter_map(|column| {
            let total = total.entries[*column].as_ref()?;
            let parts: Option<Vec<&Entry>> =
                parts.iter().map(|line| line.entries[*column].as_ref()).collect();
            let rounded = rounded || grid.head_has(*column, ROUNDED);
            Some(Sum { total, parts: parts?, rounded, is_called })
        }));
    }
    sums
}

/// The rows under a section, numbered from one on up to the next section, the total or the end.
fn rows_of(grid: &Grid, section: usize) -> Option<Vec<&Line>> {
    let behind = &grid.lines[section + 1..];
    let ends = |line: &Line| ROMAN.contains(&line.label.key(0)) || begins(&line.label, TOTAL);
    let end = behind.iter().position(ends).unwrap_or(behind.len());
    let rows: Vec<&Line> = behind[..end].iter().collect();
    let numbered = rows.iter().zip(1_u32..).all(|(row, number)| row.ordinal == Some(number.into()));
    (rows.len() > 1 && numbered).then_some(rows)
}
