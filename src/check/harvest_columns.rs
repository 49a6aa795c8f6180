//! # What it tests
//! In a table of areas, yields and harvests each harvest is area times yield.
//!
//! # Why
//! A cell is typed over, and the other two of its row are not.
//!
//! # Example
//! Under `Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng (tấn)`, `320 | 54 | 1.928` gives
//! `320 × 54 = 1.728, the table says 1.928`.
//!
//! # Limits
//! One column of each, with its unit in its head. A difference is reported where at least half of the
//! rows, and two of them, do follow; yields and areas may be rounded.

use super::Verdict;
use super::average::only;
use super::claim::Claim;
use super::entry::{Entry, claim, slack};
use super::facts::Facts;
use super::grid::{Grid, grids};
use super::print::number;
use super::words::tables::{AREA, HARVEST, MASSES, YIELD};
use rust_decimal::Decimal;

const KIND: &str = "average";

/// How many rows must follow before one that does not is reported.
const FOLLOW: usize = 2;

/// The cells of one row, and how many tonnes one unit of the yield is, or whatever the harvest has.
struct Row<'a> {
    land: &'a Entry,
    yields: &'a Entry,
    crop: &'a Entry,
    scale: Decimal,
}

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for grid in grids(facts) {
        let rows = rows(&grid);
        let holds = rows.iter().filter(|row| row.verdict() == Some(Verdict::Holds)).count();
        let usual = holds >= FOLLOW && holds * 2 >= rows.len();
        claims.extend(rows.iter().filter_map(|row| row.claim(facts, usual)));
    }
    claims
}

fn rows(grid: &Grid) -> Vec<Row<'_>> {
    let columns = grid.number_columns();
    let one = |words: &[&str]| only(columns.iter().copied().filter(|c| grid.head_has(*c, words)));
    let mass = |column: usize| {
        let (kilograms, _) = MASSES.iter().find(|(_, unit)| grid.head_has(column, &[unit]))?;
        kilograms.parse::<Decimal>().ok()
    };
    let found = || {
        let (area, yields, crop) = (one(AREA)?, one(YIELD)?, one(HARVEST)?);
        let apart = area != yields && yields != crop && area != crop;
        let hectares = grid.head_has(area, &["ha"]) && grid.head_has(yields, &["ha"]);
        let scale = mass(yields)?.checked_div(mass(crop)?)?;
        (apart && hectares).then_some((area, yields, crop, scale))
    };
    let Some((area, yields, crop, scale)) = found() else { return Vec::new() };
    let cells = grid.lines.iter().filter_map(|line| {
        let [land, yields, crop] = [area, yields, crop].map(|c| line.entries[c].as_ref());
        Some(Row { land: land?, yields: yields?, crop: crop?, scale })
    });
    cells.collect()
}

impl Row<'_> {
    fn value(&self) -> Option<Decimal> {
        self.land.value.checked_mul(self.yields.value)?.checked_mul(self.scale)
    }

    fn verdict(&self) -> Option<Verdict> {
        let off = self.value()?.checked_sub(self.crop.value)?.abs();
        let of_yield = slack(self.yields, true).checked_mul(self.land.value)?;
        let of_land = slack(self.land, true).checked_mul(self.yields.value)?;
        let inputs = of_yield.checked_add(of_land)?.checked_mul(self.scale)?;
        let most = inputs.checked_add(slack(self.crop, true))?;
        Some(if off <= most { Verdict::Holds } else { Verdict::DoesNotHold })
    }

    fn claim(&self, facts: &Facts<'_>, usual: bool) -> Option<Claim> {
        let verdict = self.verdict().filter(|verdict| *verdict == Verdict::Holds || usual)?;
        let detail = format!(
            "{} × {} = {}, the table says {}",
            self.land.text,
            self.yields.text,
            number(self.value()?.round_dp(1)),
            self.crop.text
        );
        claim(facts, KIND, &[self.crop, self.land, self.yields], verdict, detail)
    }
}
