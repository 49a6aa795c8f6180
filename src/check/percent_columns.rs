//! The two columns that a column of percentages speaks of.
//!
//! By heads: a plan and a result (`Kế hoạch | Thực hiện`), two years. By the figures: the column that
//! those of the percentages are held against, and the one other result that is. Else a whole and a
//! kind of it (`Số hộ | Số hộ có nước sạch | Tỷ lệ (%)`), where there are no other levels. It refuses
//! to choose among several.

use super::average::only;
use super::facts::Facts;
use super::grid::Grid;
use super::words::tables::{EARLIER, PERCENT, PLAN, RESULT, RISES, VERSUS};
use crate::record::Role;
use crate::text::Text;

/// How many tokens the head of a column of shares has that says nothing of its columns: `Tỷ lệ (%)`.
const BARE: usize = 5;

/// The column of the part and the one of its base.
pub(super) fn two_columns(
    facts: &Facts<'_>,
    grid: &Grid,
    column: usize,
    levels: &[usize],
) -> Option<(usize, usize)> {
    of_plan(grid, column, levels)
        .or_else(|| of_years(grid, column, levels))
        .or_else(|| by_links(facts, grid, column, levels))
        .or_else(|| of_kind(grid, column, levels))
}

/// Result and plan.
pub(super) fn of_plan(grid: &Grid, column: usize, levels: &[usize]) -> Option<(usize, usize)> {
    let other = grid.head_has(column, EARLIER);
    let plan = only(levels.iter().copied().filter(|c| grid.head_begins(*c, PLAN)))?;
    let result =
        only(levels.iter().copied().filter(|c| *c != plan && grid.head_begins(*c, RESULT)))?;
    (!other).then_some((result, plan))
}

/// The later and the earlier of two years.
pub(super) fn of_years(grid: &Grid, column: usize, levels: &[usize]) -> Option<(usize, usize)> {
    let versus = grid.head_has(column, VERSUS) || grid.head_has(column, RISES);
    let years: Vec<(u32, usize)> =
        levels.iter().filter_map(|c| Some((year(&grid.heads[*c])?, *c))).collect();
    match years[..] {
        [(a, x), (b, y)] if versus && a < b => Some((y, x)),
        [(a, x), (b, y)] if versus && b < a => Some((x, y)),
        _ => None,
    }
}

/// The only year that a head names.
fn year(head: &Text) -> Option<u32> {
    let mut years = (0..head.tokens.len())
        .filter_map(|at| head.key(at).rsplit(['/', '.']).next()?.parse().ok())
        .filter(|year| (1990..=2100).contains(year));
    years.next().filter(|_| years.next().is_none())
}

/// The column that the percentages are held against, and the other one.
fn by_links(
    facts: &Facts<'_>,
    grid: &Grid,
    column: usize,
    levels: &[usize],
) -> Option<(usize, usize)> {
    let record = |line: usize, column: usize| {
        let entry = grid.lines[line].entries[column].as_ref()?;
        Some(&facts.records[entry.record(facts)?])
    };
    let lines: Vec<usize> =
        (0..grid.lines.len()).filter(|line| record(*line, column).is_some()).collect();
    let is_plan = |plan: &usize| {
        let held = |line: &&usize| {
            let said = record(**line, column).filter(|said| said.role == Role::Attainment);
            let goal = record(**line, *plan).map(|goal| &goal.id);
            said.is_some_and(|said| goal.is_some() && said.target.as_ref() == goal)
        };
        let count = lines.iter().filter(held).count();
        count > 1 && count * 2 > lines.len()
    };
    let plan = only(levels.iter().copied().filter(is_plan))?;
    let other = grid.head_has(column, EARLIER);
    let is_result = |result: &usize| {
        let actual = |line: &&usize| {
            record(**line, *result).is_some_and(|record| record.role == Role::Actual)
        };
        *result != plan && lines.iter().filter(actual).count() * 2 > lines.len()
    };
    let result = only(levels.iter().copied().filter(is_result))?;
    (!other).then_some((result, plan))
}

/// A whole and a kind of it, by their heads.
fn of_kind(grid: &Grid, column: usize, levels: &[usize]) -> Option<(usize, usize)> {
    let [first, second] = levels else { return None };
    let bare = grid.head_begins(column, PERCENT) && grid.heads[column].tokens.len() <= BARE;
    let extends = |long: usize, short: usize| {
        let (long, short) = (&grid.heads[long], &grid.heads[short]);
        let words = short.tokens.len();
        words > 0 && words < long.tokens.len() && (0..words).all(|at| long.key(at) == short.key(at))
    };
    match (extends(*second, *first), extends(*first, *second)) {
        (true, _) if bare => Some((*second, *first)),
        (_, true) if bare => Some((*first, *second)),
        _ => None,
    }
}
