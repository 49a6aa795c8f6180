//! # What it tests
//! A column of differences follows from the columns of the two years before it.
//!
//! # Why
//! The column is computed once, and a cell is typed over.
//!
//! # Example
//! Under `Năm 2022 | Năm 2023 | Tăng (+), giảm (-)`, `231 | 268 | +27` gives
//! `268 - 231 = 37, the table says +27`.
//!
//! # Limits
//! The head says that it is a difference and has no `%`; two other columns name two years, or a plan and a
//! result. The sign may be left out. A difference is reported where at least half of the rows, and two of
//! them, do follow.

use super::Verdict;
use super::claim::Claim;
use super::entry::{Entry, claim, slack};
use super::facts::Facts;
use super::grid::{Grid, grids};
use super::percent_columns::{of_plan, of_years};
use super::print::number;
use super::relation::{Relation, Sign};
use super::words::tables::{DIFFERENCE, NUMBERED};
use rust_decimal::Decimal;

const KIND: &str = "change";

/// How many rows must follow before one that does not is reported.
const FOLLOW: usize = 2;

struct Difference<'a> {
    said: &'a Entry,
    later: &'a Entry,
    earlier: &'a Entry,
}

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for grid in grids(facts) {
        let numbers = grid.number_columns();
        let is_difference =
            |column: &usize| grid.head_has(*column, DIFFERENCE) && !grid.head_has(*column, &["%"]);
        for column in numbers.iter().copied().filter(is_difference) {
            let found = differences(&grid, column, &numbers);
            let holds = found.iter().filter(|one| one.verdict() == Some(Verdict::Holds)).count();
            let usual = holds >= FOLLOW && holds * 2 >= found.len();
            claims.extend(found.iter().filter_map(|one| one.claim(facts, usual)));
        }
    }
    claims
}

fn differences<'a>(grid: &'a Grid, column: usize, numbers: &[usize]) -> Vec<Difference<'a>> {
    let levels: Vec<usize> = numbers
        .iter()
        .copied()
        .filter(|c| *c != column && !grid.head_has(*c, &["%"]) && !grid.head_begins(*c, NUMBERED))
        .collect();
    let pair = of_years(grid, column, &levels).or_else(|| of_plan(grid, column, &levels));
    let Some((later, earlier)) = pair else { return Vec::new() };
    let cells = grid.lines.iter().filter_map(|line| {
        let [said, later, earlier] = [column, later, earlier].map(|c| line.entries[c].as_ref());
        Some(Difference { said: said?, later: later?, earlier: earlier? })
    });
    cells.collect()
}

impl Difference<'_> {
    fn value(&self) -> Option<Decimal> {
        self.later.value.checked_sub(self.earlier.value)
    }

    fn verdict(&self) -> Option<Verdict> {
        let value = self.value()?;
        let signed = self.said.text.starts_with(['+', '-', '−', '–', '(']);
        let value = if signed { value } else { value.abs() };
        let off = value.checked_sub(self.said.value)?.abs();
        let cells = [self.said, self.later, self.earlier];
        let most: Decimal = cells.into_iter().map(|cell| slack(cell, false)).sum();
        Some(if off <= most { Verdict::Holds } else { Verdict::DoesNotHold })
    }

    fn claim(&self, facts: &Facts<'_>, usual: bool) -> Option<Claim> {
        let verdict = self.verdict().filter(|verdict| *verdict == Verdict::Holds || usual)?;
        let (later, earlier) = (&self.later.text, &self.earlier.text);
        let value = number(self.value()?);
        let detail = format!("{later} - {earlier} = {value}, the table says {}", self.said.text);
        let [a, b, c] = [self.later, self.earlier, self.said].map(|cell| cell.term(facts, false));
        let relation = Relation::Sum(vec![(Sign::Plus, a), (Sign::Minus, b), (Sign::Minus, c)]);
        let cells = [self.said, self.later, self.earlier];
        claim(facts, KIND, &cells, verdict, detail).map(|claim| claim.with(relation))
    }
}
