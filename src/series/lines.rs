//! From groups of rows to lines and cells.

use super::row::{Attained, Days, Group, Shown};
use super::span::in_order;
use super::{Line, Repeated, Series, Span, Told, cell};
use std::collections::{BTreeMap, BTreeSet};

/// Makes lines of groups, which stand in the order of their first row.
pub(super) fn line_up(
    articles: Vec<Told>,
    repeated: Vec<Repeated>,
    groups: Vec<Group>,
    attained: &Attained,
) -> Series {
    let periods = periods(&groups);
    let numbers: BTreeMap<Days, usize> =
        periods.iter().enumerate().map(|(i, period)| ([period.start, period.end], i)).collect();
    let line = |group| line(group, attained, &numbers, &periods);
    let mut lines: Vec<Line> = groups.into_iter().map(line).collect();
    by_category(&mut lines);
    Series { articles, periods, lines, repeated }
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

fn line(
    group: Group,
    attained: &Attained,
    numbers: &BTreeMap<Days, usize>,
    periods: &[Span],
) -> Line {
    let Group { mut what, shown, cells } = group;
    let mut told: Vec<cell::Told<'_>> = Vec::with_capacity(cells.len());
    for (days, rows) in cells {
        let of = (what, days);
        let attainments = attained.get(&of).map_or(&[][..], Vec::as_slice);
        told.push(cell::Told { period: numbers[&days], rows, attainments });
        what = of.0;
    }
    told.sort_by_key(|told| told.period);
    let Shown { category, indicator, scope, unit, per, place } = shown;
    let cells = cell::cells(told, periods, place.is_some());
    Line { category, indicator, scope, unit, per, place, cells }
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
