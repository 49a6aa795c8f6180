//! The sections of a table against its total: rows numbered `I`, `II`, `III` over rows of their own.
//!
//! `I. Chi thường xuyên 6.250`, `II. Chi đầu tư 3.130`, `Tổng chi (I + II) 9.480`. The Roman numbers must follow
//! each other from one, and one row be called the total; rows between the sections lie within them.

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
    let columns = grid.number_columns().into_iter().filter(|c| !grid.head_has(*c, MEAN));
    let sums = columns.filter_map(|column| {
        let total = total.entries[column].as_ref()?;
        let parts: Option<Vec<&Entry>> =
            sections.iter().map(|line| line.entries[column].as_ref()).collect();
        let rounded = rounded || grid.head_has(column, ROUNDED);
        Some(Sum { total, parts: parts?, rounded, is_called })
    });
    sums.collect()
}
