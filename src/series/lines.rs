//! From rows to lines and cells.

use super::gathering::{Key, Row, Shown};
use super::name::Name;
use super::span::in_order;
use super::{Figure, Line, Series, Span, Told, cell};
use crate::record::Role;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The first and last day of a cell.
type Days = [Option<Date>; 2];

/// The rows of one cell, in the order in which they were told.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) results: Vec<Row>,
    pub(super) targets: Vec<Row>,
    pub(super) attainments: Vec<Figure>,
}

/// The rows of one line, and its heading.
struct Group {
    key: Key,
    shown: Shown,
    cells: BTreeMap<Days, Rows>,
}

/// Lines up rows, which stand in the order in which they were told.
pub(super) fn line_up(articles: Vec<Told>, rows: Vec<Row>) -> Series {
    let (attained, levels): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| row.role == Role::Attainment);
    let mut groups = grouped(levels);
    hand_out(attained, &mut groups);
    let periods = periods(&groups);
    let numbers: BTreeMap<Days, usize> =
        periods.iter().enumerate().map(|(i, period)| ([period.start, period.end], i)).collect();
    let mut lines: Vec<Line> =
        groups.into_iter().map(|group| line(group, &numbers, &periods)).collect();
    by_category(&mut lines);
    Series { articles, periods, lines }
}

/// The rows by line and period, the lines in the order of their first row. A value that an article
/// repeats is one figure.
fn grouped(rows: Vec<Row>) -> Vec<Group> {
    let mut index: BTreeMap<Key, usize> = BTreeMap::new();
    let mut groups: Vec<Group> = Vec::new();
    let mut seen = HashSet::new();
    for row in rows {
        let at = *index.entry(row.key.clone()).or_insert_with(|| {
            let (key, shown) = (row.key.clone(), row.shown.clone());
            groups.push(Group { key, shown, cells: BTreeMap::new() });
            groups.len() - 1
        });
        let group = &mut groups[at];
        if group.shown.category.is_none() {
            group.shown.category.clone_from(&row.shown.category);
        }
        let (figure, is_result) = (&row.figure, row.role == Role::Actual);
        if seen.insert((at, row.days, is_result, figure.article, figure.value, figure.high)) {
            let cell = group.cells.entry(row.days).or_default();
            let told = if is_result { &mut cell.results } else { &mut cell.targets };
            told.push(row);
        }
    }
    groups
}

/// Gives an attainment to the cells of its name, place and period.
fn hand_out(attained: Vec<Row>, groups: &mut [Group]) {
    let mut told: BTreeMap<(Name, Option<String>, Days), Vec<Figure>> = BTreeMap::new();
    for row in attained {
        told.entry((row.key.name, row.key.place, row.days)).or_default().push(row.figure);
    }
    if told.is_empty() {
        return;
    }
    for group in groups {
        for (days, rows) in &mut group.cells {
            let of = (group.key.name.clone(), group.key.place.clone(), *days);
            rows.attainments = told.get(&of).cloned().unwrap_or_default();
        }
    }
}

/// Every period of a cell once, in order.
fn periods(groups: &[Group]) -> Vec<Span> {
    let days: BTreeSet<Days> =
        groups.iter().flat_map(|group| group.cells.keys()).copied().collect();
    let mut periods: Vec<Span> =
        days.into_iter().map(|[start, end]| Span::new(start, end)).collect();
    periods.sort_by(in_order);
    periods
}

fn line(group: Group, numbers: &BTreeMap<Days, usize>, periods: &[Span]) -> Line {
    let Group { shown, cells, .. } = group;
    let mut cells: Vec<(usize, Rows)> =
        cells.into_iter().map(|(days, rows)| (numbers[&days], rows)).collect();
    cells.sort_by_key(|(period, _)| *period);
    Line {
        category: shown.category,
        indicator: shown.indicator,
        scope: shown.scope,
        unit: shown.unit,
        per: shown.per,
        place: shown.place,
        cells: cell::cells(cells, periods),
    }
}

/// Lines of one category stand together, where the first of them stood.
fn by_category(lines: &mut [Line]) {
    let mut order: BTreeMap<Option<String>, usize> = BTreeMap::new();
    for line in lines.iter() {
        let next = order.len();
        order.entry(line.category.clone()).or_insert(next);
    }
    lines.sort_by_key(|line| order[&line.category]);
}
