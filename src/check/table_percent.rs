//! # What it tests
//! A column of percentages follows from the two columns that its head speaks of: result and plan,
//! a year and the one before; or a share from its row and the total row.
//!
//! # Why
//! The column is computed once, and a cell is typed over.
//!
//! # Example
//! Under `Kế hoạch | Thực hiện | Tỷ lệ (%)`, `1.250 | 1.150 | 89,0` gives
//! `1.150/1.250 = 92 %, the table says 89,0`.
//!
//! # Limits
//! There must be one column of each kind. A difference is reported where the percentages of at
//! least half of the rows do follow in that way, so a head that was misread accuses nobody; of a
//! table with one row nothing is reported.

use super::Verdict;
use super::claim::Claim;
use super::entry::{Entry, claim, slack};
use super::facts::Facts;
use super::grid::{Grid, begins, grids};
use super::percent::share;
use super::print::number;
use super::relation::Relation;
use super::words::tables::{PERCENT, PLAN, RESULT, RISES, SHARE, TOTAL, VERSUS};
use crate::text::Text;
use rust_decimal::Decimal;

const KIND: &str = "table_percent";

/// A percentage of a table, and the cells that it follows from.
struct Percent<'a> {
    said: &'a Entry,
    part: &'a Entry,
    base: &'a Entry,
    /// Whether the column gives what it is above or below the base.
    growth: bool,
}

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for grid in grids(facts) {
        let numbers = grid.number_columns();
        let percents: Vec<usize> =
            numbers.iter().copied().filter(|column| is_percent(&grid, *column)).collect();
        let levels: Vec<usize> =
            numbers.iter().copied().filter(|column| !percents.contains(column)).collect();
        for column in percents {
            let found =
                ratios(&grid, column, &levels).unwrap_or_else(|| shares(&grid, column, &levels));
            let holds = found.iter().filter(|p| p.verdict() == Some(Verdict::Holds)).count();
            let usual = holds > 0 && holds * 2 >= found.len();
            claims.extend(found.iter().filter_map(|percent| percent.claim(facts, usual)));
        }
    }
    claims
}

fn is_percent(grid: &Grid, column: usize) -> bool {
    grid.head_has(column, &["%"]) || grid.head_has(column, VERSUS) && grid.head_has(column, PERCENT)
}

/// The column in percent of two others; none where its head speaks of no two columns.
fn ratios<'a>(grid: &'a Grid, column: usize, levels: &[usize]) -> Option<Vec<Percent<'a>>> {
    let (part, base) = of_plan(grid, column, levels).or_else(|| of_years(grid, column, levels))?;
    let growth = grid.head_has(column, RISES) && !grid.head_has(column, &["so sánh"]);
    let cells = grid.lines.iter().filter_map(|line| {
        let [said, part, base] = [column, part, base].map(|c| line.entries[c].as_ref());
        Some(Percent { said: said?, part: part?, base: base?, growth })
    });
    Some(cells.collect())
}

/// Result and plan.
fn of_plan(grid: &Grid, column: usize, levels: &[usize]) -> Option<(usize, usize)> {
    let other = grid.head_has(column, &["cùng kỳ", "năm trước"]);
    let plan = only(levels.iter().copied().filter(|c| grid.head_begins(*c, PLAN)))?;
    let result =
        only(levels.iter().copied().filter(|c| *c != plan && grid.head_begins(*c, RESULT)))?;
    (!other).then_some((result, plan))
}

/// The later and the earlier of two years.
fn of_years(grid: &Grid, column: usize, levels: &[usize]) -> Option<(usize, usize)> {
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

/// The column as shares of the total row.
fn shares<'a>(grid: &'a Grid, column: usize, levels: &[usize]) -> Vec<Percent<'a>> {
    let total = only((0..grid.lines.len()).filter(|line| begins(&grid.lines[*line].label, TOTAL)));
    let (Some(total), [level]) = (total, levels) else { return Vec::new() };
    let Some(base) = grid.lines[total].entries[*level].as_ref() else { return Vec::new() };
    if !grid.head_has(column, SHARE) {
        return Vec::new();
    }
    let cells = grid.lines.iter().filter_map(|line| {
        let [said, part] = [column, *level].map(|c| line.entries[c].as_ref());
        Some(Percent { said: said?, part: part?, base, growth: false })
    });
    cells.collect()
}

impl Percent<'_> {
    fn value(&self) -> Option<Decimal> {
        let value = share(self.part.value, self.base.value)?;
        if self.growth { value.checked_sub(Decimal::ONE_HUNDRED) } else { Some(value) }
    }

    fn verdict(&self) -> Option<Verdict> {
        let points = self.part.value.checked_sub(self.base.value)?;
        if self.growth && points == self.said.value {
            return Some(Verdict::Holds);
        }
        let off = self.value()?.checked_sub(self.said.value)?;
        let step = slack(self.said, true).checked_mul(Decimal::TWO)?;
        let wide = share(slack(self.part, true), self.base.value)?.abs();
        let inputs = if self.part.decimals + self.base.decimals > 0 {
            wide.checked_mul(Decimal::TWO)?
        } else {
            Decimal::ZERO
        };
        let fits = off.abs() <= step.checked_add(inputs)?;
        Some(if fits { Verdict::Holds } else { Verdict::DoesNotHold })
    }

    fn claim(&self, facts: &Facts<'_>, usual: bool) -> Option<Claim> {
        let verdict = self.verdict()?;
        if verdict == Verdict::DoesNotHold && !usual {
            return None;
        }
        let points = self.part.value.checked_sub(self.base.value)?;
        if self.growth && points == self.said.value {
            let detail = format!("{} - {} = {}", self.part.text, self.base.text, self.said.text);
            return claim(facts, KIND, &[self.said, self.part, self.base], verdict, detail);
        }
        let less = if self.growth { " - 100 %" } else { "" };
        let detail = format!(
            "{}/{}{less} = {} %, the table says {}",
            self.part.text,
            self.base.text,
            number(self.value()?.round_dp(2)),
            self.said.text
        );
        let [a, b, c] = [self.said, self.part, self.base].map(|cell| cell.term(facts, false));
        let relation = match self.growth {
            true => Relation::growth(a, b, c, true),
            false => Relation::percent(a, b, c),
        };
        let cells = [self.said, self.part, self.base];
        claim(facts, KIND, &cells, verdict, detail).map(|claim| claim.with(relation))
    }
}

fn only(mut items: impl Iterator<Item = usize>) -> Option<usize> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}
