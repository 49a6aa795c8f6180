//! # What it tests
//! The shares of a column add up to 100 % where those of a column beside it do.
//!
//! # Why
//! A structure is printed for several years; one share of one year is mistyped, and no total row shows it.
//!
//! # Example
//! Three fields of an economy with `33,1 | 40,8 | 26,1` in 2021 and `30,4 | 42,9 | 29,7` in 2022 give
//! `30,4 + 42,9 + 29,7 = 103 %, not 100 %`.
//!
//! # Limits
//! Every row has a share in each of the columns, and none is a total. A column alone says nothing: it may be no structure. A sum
//! may be off by 0,2 or by the rounding of its shares, and one far from 100 is that of other shares.

use super::Verdict;
use super::claim::Claim;
use super::entry::{Entry, claim, slack};
use super::facts::Facts;
use super::grid::{Grid, begins, grids};
use super::print::number;
use super::relation::{Relation, Sign, Term};
use super::units::is_percent;
use super::words::tables::TOTAL;
use crate::record::Role;
use rust_decimal::Decimal;

const KIND: &str = "shares";

/// The fewest shares of a structure.
const FEWEST: usize = 3;

/// How far a sum may be off, whatever its digits, and from where on it is that of other shares.
const SLACK: Decimal = Decimal::from_parts(2, 0, 0, false, 1);
const STRAY: Decimal = Decimal::from_parts(15, 0, 0, false, 0);

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    grids(facts).iter().flat_map(|grid| of_grid(facts, grid)).collect()
}

fn of_grid(facts: &Facts<'_>, grid: &Grid) -> Vec<Claim> {
    let has_total = grid.lines.iter().any(|line| begins(&line.label, TOTAL));
    if has_total || grid.lines.len() < FEWEST {
        return Vec::new();
    }
    let columns = grid.number_columns();
    let sums: Vec<Shares<'_>> =
        columns.into_iter().filter_map(|column| Shares::of(facts, grid, column)).collect();
    if !sums.iter().any(Shares::fit) {
        return Vec::new();
    }
    sums.iter().filter_map(|shares| shares.claim(facts)).collect()
}

/// The shares of a column, and what they come to.
struct Shares<'g> {
    parts: Vec<&'g Entry>,
    sum: Decimal,
    off: Decimal,
    rounding: Decimal,
}

impl<'g> Shares<'g> {
    fn of(facts: &Facts<'_>, grid: &'g Grid, column: usize) -> Option<Self> {
        let is_share = |entry: &&Entry| {
            let record = entry.record(facts).map(|record| &facts.records[record]);
            record.is_some_and(|r| is_percent(r) && matches!(r.role, Role::Actual | Role::Target))
        };
        let shares = grid.lines.iter().map(|line| line.entries[column].as_ref().filter(is_share));
        let parts: Vec<&Entry> = shares.collect::<Option<_>>()?;
        let add = |sum: Decimal, by: Decimal| sum.checked_add(by);
        let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| add(sum, part.value))?;
        let rounding =
            parts.iter().try_fold(Decimal::ZERO, |sum, part| add(sum, slack(part, true)))?;
        let off = sum.checked_sub(Decimal::ONE_HUNDRED)?.abs();
        Some(Self { parts, sum, off, rounding: rounding.max(SLACK) })
    }

    fn fit(&self) -> bool {
        self.off <= self.rounding
    }

    fn claim(&self, facts: &Facts<'_>) -> Option<Claim> {
        let terms: Vec<&str> = self.parts.iter().map(|part| part.text.as_str()).collect();
        let sides = format!("{} = {} %", terms.join(" + "), number(self.sum));
        let (verdict, detail) = match self.fit() {
            true => (Verdict::Holds, sides),
            false if self.off > STRAY => return None,
            false => (Verdict::DoesNotHold, format!("{sides}, not 100 %")),
        };
        let whole = (Sign::Minus, Term::fixed(Decimal::ONE_HUNDRED));
        let parts = self.parts.iter().map(|part| (Sign::Plus, part.term(facts, true)));
        let relation = Relation::Sum(parts.chain([whole]).collect());
        let claim = claim(facts, KIND, &self.parts, verdict, detail)?;
        Some(claim.with(relation))
    }
}
