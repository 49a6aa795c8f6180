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
//! Which two columns a column speaks of is told by its head, else by what its figures are held
//! against (`percent_columns`); there must be one column of each kind. A difference is reported where
//! the percentages of at least half of the rows do follow in that way, so a head that was misread
//! accuses nobody; of a table with one row nothing is reported.

use super::Verdict;
use super::average::only;
use super::claim::Claim;
use super::entry::{Entry, claim, slack};
use super::facts::Facts;
use super::grid::{Grid, begins, grids};
use super::percent::share;
use super::percent_columns::two_columns;
use super::print::number;
use super::relation::Relation;
use super::words::tables::{PERCENT, RISES, SHARE, TOTAL, VERSUS};
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
            let found = ratios(facts, &grid, column, &levels)
                .unwrap_or_else(|| shares(&grid, column, &levels));
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
fn ratios<'a>(
    facts: &Facts<'_>,
    grid: &'a Grid,
    column: usize,
    levels: &[usize],
) -> Option<Vec<Percent<'a>>> {
    let (part, base) = two_columns(facts, grid, column, levels)?;
    let growth = grid.head_has(column, RISES) && !grid.head_has(column, &["so sánh"]);
    let cells = grid.lines.iter().filter_map(|line| {
        let [said, part, base] = [column, part, base].map(|c| line.entries[c].as_ref());
        Some(Percent { said: said?, part: part?, base: base?, growth })
    });
    Some(cells.collect())
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
