//! # What it tests
//! Parts of a time that do not overlap have together no more than all of it.
//!
//! # Why
//! Each part is smaller than the whole, so that nobody adds them up.
//!
//! # Example
//! `Từ đầu năm đến hết tháng 8 xảy ra 46 vụ: quý II 29 vụ, tháng 7 có 14 vụ, tháng 8 là 11 vụ` gives
//! `29 + 14 + 11 = 54 > 46 vụ, of which it is a part`.
//!
//! # Limits
//! As in `months_within`: amounts of the same thing in one sentence or in two that follow each other, by the months
//! that their own words tell. Only an excess is told; parts that leave something are a choice.

use super::Verdict;
use super::bounds::Bounds;
use super::called::same_thing;
use super::claim::Claim;
use super::facts::Facts;
use super::months_within::{flow_of_part, is_near};
use super::print::Style;
use super::units::same_measure;
use super::when::When;
use crate::record::Modifier;
use rust_decimal::Decimal;

const KIND: &str = "part_of_time";

/// How many figures behind the whole are read.
const LIST: usize = 10;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|whole| one(facts, whole)).collect()
}

fn one(facts: &Facts<'_>, whole: usize) -> Option<Claim> {
    let time = flow_of_part(facts, whole).filter(|time| time.last > time.first)?;
    let all = &facts.records[whole];
    let mut parts: Vec<(usize, When)> = Vec::new();
    for r in whole + 1..facts.records.len().min(whole + LIST) {
        if !is_near(facts, whole, r) {
            break;
        }
        let span = flow_of_part(facts, r).filter(|span| span.is_within(time));
        let fits = |_: &When| {
            let record = &facts.records[r];
            record.modifier == Modifier::Exact
                && record.high.is_none()
                && same_measure(record, all)
                && same_thing(facts, whole, r)
        };
        let apart = |span: &When| {
            parts.iter().all(|(_, other)| span.first > other.last || span.last < other.first)
        };
        if let Some(span) = span.filter(fits).filter(apart) {
            parts.push((r, span));
        }
    }
    let mut sum = (Decimal::ZERO, Bounds::exactly(Decimal::ZERO));
    for (part, _) in &parts {
        let record = &facts.records[*part];
        sum = (sum.0.checked_add(record.value)?, sum.1.plus(Bounds::of(record)));
    }
    let alone = parts.iter().any(|(part, _)| facts.records[*part].value > all.value);
    let over = sum.1.exceeds(Bounds::of(all), false) == Verdict::Holds;
    if parts.len() < 2 || alone || !over {
        return None;
    }
    let values: Vec<Decimal> = parts.iter().map(|(part, _)| facts.records[*part].value).collect();
    let style = Style::of(all, &[sum.0, all.value]);
    let (terms, total) = (style.sum(&values), style.bare(sum.0));
    let detail = format!("{terms} = {total} > {}, of which it is a part", style.full(all.value));
    let ids: Vec<usize> = [whole].into_iter().chain(parts.iter().map(|(part, _)| *part)).collect();
    Some(facts.claim(KIND, &ids, Verdict::DoesNotHold, detail).impossible())
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn some_months_have_no_more_than_all() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Từ đầu năm đến hết tháng 8 xảy ra «46|vụ»: quý II có «29|vụ», tháng 7 có «14|vụ», tháng 8 là «11|vụ».",
                    "does not hold: 29 + 14 + 11 = 54 > 46 vụ, of which it is a part\nholds: 29 ≤ 46 vụ\nholds: 14 ≤ 46 vụ\nholds: 11 ≤ 46 vụ",
                ),
                (
                    "Cả năm xảy ra «46|vụ»: quý II có «29|vụ», tháng 6 có «14|vụ».",
                    "holds: 29 ≤ 46 vụ\nholds: 14 ≤ 29 vụ",
                ),
            ],
        );
    }
}
