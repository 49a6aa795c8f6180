//! What is computed of a cell: attainment, change and conflict.
//!
//! Where a cell has several values, or one that is not exact, nothing is computed of it: which of
//! them counts is for a reader to say. A fraction (`25/28 xã`) is no level. Two articles are in
//! conflict where their figures cannot be the same one: `hơn 4.600` and 4.638 agree, 4.600 may be
//! 4.638 rounded, 1.297 and 1.279 are two. Without a period or a place figures of two articles are
//! never in conflict, since they may be of two times or two companies; nor are fractions of two wholes.

use super::row::{Row, Rows};
use super::{Cell, Change, Figure, Span};
use crate::check::{Verdict, is_rounded_form};
use crate::mention::Modifier;
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::BTreeMap;

/// What is told for one period.
pub(super) struct Told<'a> {
    pub(super) period: usize,
    pub(super) rows: Rows,
    pub(super) attainments: &'a [Figure],
}

/// The cells of a line; what is told comes in the order of the periods.
pub(super) fn cells(told: Vec<Told<'_>>, periods: &[Span], has_place: bool) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::with_capacity(told.len());
    let mut last_of_length: BTreeMap<Option<i32>, (usize, Option<Decimal>)> = BTreeMap::new();
    for Told { period, rows, attainments } in told {
        let result = one_value(&rows.results);
        let span = &periods[period];
        let earlier = if rows.results.is_empty() {
            None
        } else {
            last_of_length.insert(span.months(), (period, result))
        };
        let change = earlier.filter(|(from, _)| span.follows(&periods[*from]));
        cells.push(Cell {
            period,
            attainment: attainment(attainments, &rows, result),
            change: change.and_then(|(from, earlier)| change_of(from, earlier?, result?)),
            conflict: has_place && span.end.or(span.start).is_some() && in_conflict(&rows.results),
            results: figures(rows.results),
            targets: figures(rows.targets),
        });
    }
    cells
}

fn figures(rows: Vec<Row>) -> Vec<Figure> {
    rows.into_iter().map(|row| row.figure).collect()
}

/// The value that all figures have, where it is one, exact and no range.
fn one_value(rows: &[Row]) -> Option<Decimal> {
    let value = rows.first()?.figure.value;
    let says = |figure: &Figure| {
        let plain = figure.high.or(figure.of).is_none();
        figure.value == value && plain && figure.modifier == Modifier::Exact
    };
    rows.iter().all(|row| says(&row.figure)).then_some(value)
}

/// As the text has it, else computed.
fn attainment(told: &[Figure], rows: &Rows, result: Option<Decimal>) -> Option<Decimal> {
    if let [first, others @ ..] = told {
        return others.iter().all(|other| other.value == first.value).then_some(first.value);
    }
    percent(result?, one_value(&rows.targets)?)
}

fn change_of(from: usize, earlier: Decimal, value: Decimal) -> Option<Change> {
    let by = value.checked_sub(earlier)?;
    Some(Change { from, by, percent: percent(by, earlier) })
}

/// In percent of a positive base, to one decimal.
fn percent(part: Decimal, base: Decimal) -> Option<Decimal> {
    let share = (base > Decimal::ZERO).then(|| part.checked_div(base))??;
    let percent = share.checked_mul(Decimal::ONE_HUNDRED)?;
    Some(percent.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero).normalize())
}

/// Whether two articles that give one value each cannot mean the same figure.
fn in_conflict(rows: &[Row]) -> bool {
    let articles = rows.chunk_by(|a, b| a.figure.article == b.figure.article);
    let mut single = articles.filter(|rows| rows.len() == 1).map(|rows| &rows[0]);
    single.next().is_some_and(|first| single.any(|other| differ(first, other)))
}

pub(super) fn differ(a: &Row, b: &Row) -> bool {
    let same_whole = a.figure.of.zip(b.figure.of).is_none_or(|(a, b)| a == b);
    let [x, y] = [a, b].map(|row| row.figure.value);
    let rounded = is_rounded_form(x, y) || is_rounded_form(y, x);
    same_whole && !rounded && a.bounds.agrees(b.bounds) == Verdict::DoesNotHold
}
