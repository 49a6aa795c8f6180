//! # What it tests
//! What was taken in less what was spent is what is kept.
//!
//! # Why
//! Accounts of a feast or a fund are put up as three lines, and only one of them is corrected.
//!
//! # Example
//! `Tổng thu: 46,2 triệu đồng`, `Tổng chi: 39,7 triệu đồng`, `Kết dư: 7,5 triệu đồng` give
//! `46,2 - 39,7 = 6,5, the text says 7,5 triệu đồng`.
//!
//! # Limits
//! Each of the three is called so before its figure, outside of brackets, in this order, and is the last one called so. Where
//! something was there at the start or is carried over, `stock` asks.

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::print::Style;
use super::relation::{Relation, Sign, Term};
use super::units::same_measure;
use super::words::text::{AT_START, IN_ALL_SPENT, IN_ALL_TAKEN, KEPT};

const KIND: &str = "complement";

/// How many figures before what is kept may tell the accounts.
const NEAR: usize = 12;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (2..facts.records.len()).filter_map(|kept| one(facts, kept)).collect()
}

fn one(facts: &Facts<'_>, kept: usize) -> Option<Claim> {
    let called = |figure: usize, words: &[&str]| {
        facts.lead(figure).is_some_and(|(lead, passage)| passage.find(lead, words).is_some())
    };
    if !called(kept, KEPT) || !facts.is_level(kept) {
        return None;
    }
    let near = kept.saturating_sub(NEAR)..kept;
    if near.clone().chain([kept]).any(|figure| called(figure, AT_START)) {
        return None;
    }
    let told = |words: &[&str]| {
        near.clone().rev().find(|figure| {
            let plain = facts.is_level(*figure) && facts.bracket(*figure).is_none();
            let alike = same_measure(&facts.records[*figure], &facts.records[kept]);
            plain && alike && called(*figure, words)
        })
    };
    let (taken, spent) = told(IN_ALL_TAKEN).zip(told(IN_ALL_SPENT)).filter(|(a, b)| a < b)?;
    let [all, out, rest] = [taken, spent, kept].map(|figure| &facts.records[figure]);
    let value = all.value.checked_sub(out.value)?;
    let verdict = Bounds::of(all).minus(Bounds::of(out)).agrees(Bounds::of(rest));
    let style = Style::of(all, &[all.value, out.value, value, rest.value]);
    let sides = format!("{} - {}", style.bare(all.value), style.bare(out.value));
    let detail = match verdict {
        Verdict::Holds => format!("{sides} = {}", style.full(rest.value)),
        _ => format!("{sides} = {}, the text says {}", style.bare(value), style.full(rest.value)),
    };
    let term = |sign, figure| (sign, Term::of(facts, figure));
    let sum = [(Sign::Plus, taken), (Sign::Minus, spent), (Sign::Minus, kept)];
    let relation = Relation::Sum(sum.map(|(sign, figure)| term(sign, figure)).to_vec());
    Some(facts.claim(KIND, &[taken, spent, kept], verdict, detail).with(relation))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn what_is_kept_was_not_spent() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Tổng thu: «46,2 triệu|đồng».\nTổng chi: «39,7 triệu|đồng».\nKết dư: «7,5 triệu|đồng».",
                    "does not hold: 46,2 - 39,7 = 6,5, the text says 7,5 triệu đồng",
                ),
                (
                    "Tổng thu: «46,2 triệu|đồng».\nTổng chi: «39,7 triệu|đồng».\nKết dư: «6,5 triệu|đồng».",
                    "holds: 46,2 - 39,7 = 6,5 triệu đồng",
                ),
                (
                    "Năm trước chuyển sang «1 triệu|đồng».\nTổng thu: «46,2 triệu|đồng».\nTổng chi: «39,7 triệu|đồng».\nKết dư: «7,5 triệu|đồng».",
                    "",
                ),
            ],
        );
    }
}
