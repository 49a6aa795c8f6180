//! Tables of two halves: rows that stand beside each other in one.
//!
//! Behind `Phần thu | Dự toán | Quyết toán` the same heads follow `Phần chi` once more, so that begins rows of its own; one head
//! that comes twice (`Điểm | Xếp loại | Điểm`) divides nothing.

use super::column::Column;
use super::heading::Heading;
use super::unit::Unit;
use std::ops::Range;

/// The columns of rows that stand beside each other.
pub(super) fn sides(columns: &[Column]) -> Vec<Range<usize>> {
    let opening = (1..columns.len()).filter(|c| columns[*c].opens);
    let starts: Vec<usize> = std::iter::once(0).chain(opening).collect();
    let ends = starts.iter().skip(1).copied().chain([columns.len()]);
    starts.iter().zip(ends).map(|(start, end)| *start..end).collect()
}

/// Whether the heads behind a column are those `beside` the labels, once more, and the whole table is so divided: `Phần thu |
/// Dự toán | Quyết toán | Phần chi | Dự toán | Quyết toán`.
pub(super) fn repeats(headings: &[Heading], beside: &Range<usize>, column: usize) -> bool {
    let (start, width) = (beside.start.saturating_sub(1), beside.len() + 1);
    let divides = (headings.len() - start).is_multiple_of(width);
    let Some(again) = headings.get(column + 1..column + width).filter(|again| !again.is_empty())
    else {
        return false;
    };
    let is_like = |(one, other): (&Heading, &Heading)| {
        let unit = |heading: &Heading| heading.unit.as_ref().map(Unit::name);
        one.says == other.says && one.words == other.words && unit(one) == unit(other)
    };
    let stands = column > start && (column - start).is_multiple_of(width);
    divides && stands && headings[beside.clone()].iter().zip(again).all(is_like)
}
