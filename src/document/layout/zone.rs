//! Reading order: what stands side by side is read one after the other.
//!
//! Where white goes down through several lines with text on both of its sides, these are columns: the
//! left one is read first. That holds of a page in two columns, and of the head of an official paper
//! (the office to the left, the state to the right). Side by side with figures they are a table, which
//! `aligned` takes first.

use super::aligned;
use super::grid::Table;
use super::leaf::Unit;
use super::row::{self, Row};
use std::ops::Range;

/// A part of a page.
#[derive(Debug)]
pub(super) enum Part {
    /// Lines under each other.
    Rows(Vec<Row>),
    /// A table.
    Table(Table),
}

/// How many lines a page may have for its columns to be looked for, and how many lines on.
const MAX_ROWS: usize = 20_000;
const MAX_BAND: usize = 150;

/// The parts of some lines in reading order.
pub(super) fn order(mut rows: Vec<Row>, parts: &mut Vec<Part>) {
    if rows.len() > MAX_ROWS {
        parts.push(Part::Rows(rows));
        return;
    }
    let mut at = 0;
    let mut single = Vec::new();
    while at < rows.len() {
        let band = &rows[at..rows.len().min(at + MAX_BAND)];
        if let Some((table, count)) = aligned::table(band) {
            push(&mut single, parts);
            parts.push(Part::Table(table));
            at += count;
        } else if let Some((count, gutter)) = columns(band) {
            push(&mut single, parts);
            let (mut left, mut right) = (Vec::new(), Vec::new());
            for row in &band[..count] {
                let (before, behind): (Vec<_>, Vec<_>) =
                    row.runs.iter().cloned().partition(|run| run.x.0 < gutter);
                left.extend((!before.is_empty()).then(|| row::row(before)));
                right.extend((!behind.is_empty()).then(|| row::row(behind)));
            }
            order(left, parts);
            order(right, parts);
            at += count;
        } else {
            single
                .push(std::mem::replace(&mut rows[at], Row { runs: Vec::new(), base: 0, size: 0 }));
            at += 1;
        }
    }
    push(&mut single, parts);
}

fn push(single: &mut Vec<Row>, parts: &mut Vec<Part>) {
    if !single.is_empty() {
        parts.push(Part::Rows(std::mem::take(single)));
    }
}

/// White that goes down through lines.
pub(super) type White = Range<Unit>;

/// The white of a row: left of it, between its runs, right of it.
pub(super) fn white(row: &Row) -> Vec<White> {
    let mut white = Vec::with_capacity(row.runs.len() + 1);
    let mut from = Unit::MIN;
    for run in &row.runs {
        if run.x.0 > from {
            white.push(from..run.x.0);
        }
        from = from.max(run.x.1);
    }
    white.push(from..Unit::MAX);
    white
}

/// What is white in both.
pub(super) fn common(a: &[White], b: &[White], least: Unit) -> Vec<White> {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut all = Vec::new();
    while let (Some(one), Some(other)) = (a.peek(), b.peek()) {
        let both = one.start.max(other.start)..one.end.min(other.end);
        if both.end.saturating_sub(both.start) >= least {
            all.push(both);
        }
        // What ends first meets nothing behind.
        if one.end < other.end {
            a.next()
        } else {
            b.next()
        };
    }
    all
}

/// How many of the first lines stand in two columns, and where the right one begins at the earliest.
fn columns(rows: &[Row]) -> Option<(usize, Unit)> {
    let first = rows.first()?;
    let is_split =
        |row: &Row| row.runs.windows(2).any(|pair| is_apart(pair[0].x.1, pair[1].x.0, row));
    let beside = rows.get(1).is_some_and(|next| next.base - first.base < first.size * 4 / 5);
    if !is_split(first) && !beside {
        return None;
    }
    let mut shared = white(first);
    let mut best = None;
    for (index, row) in rows.iter().enumerate() {
        shared = common(&shared, &white(row), row.size * 6 / 5);
        let band = &rows[..=index];
        let inner = shared.iter().filter_map(|gutter| {
            let left = |row: &Row| row.runs.iter().any(|run| run.x.1 <= gutter.start);
            let right = |row: &Row| row.runs.iter().any(|run| run.x.0 >= gutter.end);
            let last = band.iter().rposition(left)?.min(band.iter().rposition(right)?);
            Some((last + 1, gutter.end))
        });
        match inner.max_by_key(|&(count, _)| count) {
            Some(found) if best.is_none_or(|(count, _)| found.0 > count) => best = Some(found),
            Some(_) => {}
            None if index > 1 => break,
            None => {}
        }
    }
    let (count, gutter) = best?;
    let right = || rows[..count].iter().flat_map(|row| &row.runs).filter(|run| run.x.0 >= gutter);
    let figures = right().filter(|run| aligned::is_figure(run)).count();
    if figures * 5 >= right().count() * 2 {
        return None;
    }
    Some((count + rest(rows, count, gutter), gutter))
}

/// How many lines below go on in one of the columns, at its pace.
fn rest(rows: &[Row], count: usize, gutter: Unit) -> usize {
    let side = |row: &Row| match row.x() {
        (_, right) if right <= gutter => Some(0),
        (left, _) if left >= gutter => Some(1),
        _ => None,
    };
    let Some(which) = rows.get(count).and_then(side) else { return 0 };
    let is_there = |row: &&Row| {
        row.runs.iter().any(|run| if which == 0 { run.x.1 <= gutter } else { run.x.0 >= gutter })
    };
    let mut above = rows[..count].iter().rev().filter(is_there).map(|row| row.base);
    let (Some(last), Some(before)) = (above.next(), above.next()) else { return 0 };
    let pace = (last - before) * 6 / 5;
    let mut base = last;
    let goes_on = |row: &&Row| {
        let is_near = side(row) == Some(which) && row.base - base <= pace;
        base = row.base;
        is_near
    };
    rows[count..].iter().take_while(goes_on).count()
}

/// Whether the gap between two runs is more than the space behind a number or a tab.
fn is_apart(end: Unit, start: Unit, row: &Row) -> bool {
    start - end >= row.size * 6 / 5
}

#[cfg(test)]
mod tests {
    use super::super::leaf::set;
    use super::super::row::rows;
    use super::*;

    fn read(lines: &[&[(&str, Unit)]]) -> Vec<Vec<String>> {
        let mut parts = Vec::new();
        order(rows(set(lines)), &mut parts);
        let told = |part: &Part| match part {
            Part::Rows(rows) => rows.iter().map(Row::text).collect(),
            Part::Table(_) => vec!["table".to_owned()],
        };
        parts.iter().map(told).collect()
    }

    #[test]
    fn the_left_column_is_read_first() {
        let parts = read(&[
            &[("Tin hoạt động của các xã", 5000)],
            &[("Xã Tân Lập đã mở", 0), ("Xã An Hòa trồng", 15_000)],
            &[("14 lớp dạy nghề", 0), ("mới 25 ha dừa", 15_000)],
            &[("cho 230 người.", 0), ("xen canh.", 15_000)],
        ]);
        assert_eq!(
            parts.concat(),
            [
                "Tin hoạt động của các xã",
                "Xã Tân Lập đã mở",
                "14 lớp dạy nghề",
                "cho 230 người.",
                "Xã An Hòa trồng",
                "mới 25 ha dừa",
                "xen canh.",
            ]
        );
    }

    #[test]
    fn the_office_is_read_before_the_state() {
        let parts = read(&[
            &[("UBND XÃ TÂN LẬP", 0), ("CỘNG HÒA XÃ HỘI", 12_000)],
            &[("Số: 12/BC-UBND", 500), ("Tân Lập, ngày 5", 12_500)],
        ]);
        assert_eq!(parts[0], ["UBND XÃ TÂN LẬP", "Số: 12/BC-UBND"]);
    }

    #[test]
    fn lines_with_one_run_are_one_part() {
        let parts = read(&[&[("Xã Tân Lập", 0)], &[("mở 14 lớp", 0)], &[("cho 230 hộ", 900)]]);
        assert_eq!(parts.len(), 1);
    }
}
