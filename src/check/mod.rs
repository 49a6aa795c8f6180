//! The article's own arithmetic: sums, shares, targets, changes.
//!
//! A check reads records and never changes one. A finding names its records and shows the
//! arithmetic in words that a person can follow. A check never guesses: where the records do not
//! clearly form a claim there is no finding. One check is one file and one line in [`CHECKS`].
//!
//! * `facts`, `passage`: the records and their text, indexed
//! * `bounds`: how far a printed figure can be from the meant one
//! * `parts`: the breakdowns of a total
//! * `units`: whether two figures count the same thing
//! * `print`: numbers as a Vietnamese reader writes them

mod attainment;
mod bounds;
mod change;
mod complement;
mod enumeration;
mod facts;
mod fraction_percent;
mod model;
mod parts;
mod passage;
mod percent;
mod period_length;
mod print;
mod rate_time;
mod rounded_duplicate;
#[cfg(test)]
mod sample;
mod shares;
mod status;
mod sum_of_parts;
mod target;
mod target_unit;
mod units;

pub use model::{Finding, Verdict};

use crate::article::Article;
use crate::record::Record;
use facts::{Claim, Facts};

/// Every check, in the order in which findings about the same record are given.
const CHECKS: &[fn(&Facts<'_>) -> Vec<Claim>] = &[
    sum_of_parts::check,
    complement::check,
    fraction_percent::check,
    status::check,
    target_unit::check,
    attainment::check,
    change::check,
    rate_time::check,
    enumeration::check,
    period_length::check,
    shares::check,
    rounded_duplicate::check,
];

/// Tests every claim that the records form, in reading order of the claim.
#[must_use]
pub fn run(records: &[Record], article: &Article) -> Vec<Finding> {
    let facts = Facts::new(records, article);
    let mut claims: Vec<Claim> = CHECKS.iter().flat_map(|check| check(&facts)).collect();
    claims.sort_by_key(|claim| claim.at);
    claims.into_iter().map(|claim| claim.finding).collect()
}
