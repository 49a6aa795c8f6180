//! # What it tests
//! The interest of a year or a month is what the rate makes of the sum that is lent or saved.
//!
//! # Why
//! The rate is written for the interest, or that of a year for that of a month.
//!
//! # Example
//! `vay 80 triệu đồng, lãi suất 6%/năm. Mỗi năm ông trả 6 triệu đồng tiền lãi` gives
//! `80 × 6 % = 4,8, the text says 6 triệu đồng`.
//!
//! # Limits
//! The interest is called so without the sum itself (`cả gốc lẫn lãi`), with the time that it is for. The sentences
//! before, or its own, have one rate of interest, by the year or the month, and one other amount of that money, which
//! is lent, owed or saved. What is paid back bit by bit (`trả dần`, `dư nợ giảm dần`) bears less.

use super::average::only;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::print::{Style, number};
use super::relation::{Relation, Term};
use super::units::is_percent;
use super::words::text::{BIT_BY_BIT, EVERY_MONTH, EVERY_YEAR, INTEREST, LENT, RATE_OF_INTEREST};
use crate::text::Tokens;
use rust_decimal::Decimal;
use std::cmp::Ordering;

const KIND: &str = "fraction_percent";

/// How many figures before the interest, and sentences before its own, are read.
const LOOK_BACK: usize = 6;
const SENTENCES: usize = 2;

/// How many tokens beside a figure are read.
const NEAR: usize = 14;

/// How many tokens before the interest may say how the sum is paid back.
const TOLD: usize = 120;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (2..facts.records.len()).filter_map(|interest| one(facts, interest)).collect()
}

fn one(facts: &Facts<'_>, interest: usize) -> Option<Claim> {
    let said = &facts.records[interest];
    let (place, passage) = facts.place(interest).filter(|(p, _)| facts.is_prose(p.block))?;
    let (lead, beside) = beside(facts, interest)?;
    let is_interest = passage.find(beside.clone(), INTEREST).is_some()
        && passage.find(beside.clone(), RATE_OF_INTEREST).is_none();
    let by = |words: &[&str]| passage.find(lead.clone(), words).is_some();
    let months = match said.per.as_deref() {
        Some("năm") => 12,
        Some("tháng") => 1,
        None if by(EVERY_YEAR) => 12,
        None if by(EVERY_MONTH) => 1,
        _ => return None,
    };
    if !is_interest || is_percent(said) || said.of.or(said.high).is_some() {
        return None;
    }
    let first = place.sentence.saturating_sub(SENTENCES);
    let told = passage.sentence(first).start.max(place.end.saturating_sub(TOLD))..place.end;
    let before: Vec<usize> = facts
        .back(interest, LOOK_BACK)
        .filter(|r| facts.place(*r).is_some_and(|(p, _)| p.sentence >= first))
        .filter(|r| facts.records[*r].of.or(facts.records[*r].high).is_none())
        .collect();
    let rate = only(before.iter().copied().filter(|r| is_percent(&facts.records[*r])))?;
    let sum = only(before.iter().copied().filter(|r| {
        let record = &facts.records[*r];
        record.per.is_none() && !is_percent(record) && record.unit == said.unit
    }))?;
    let of_rate = match facts.records[rate].per.as_deref() {
        Some("năm") => 12,
        Some("tháng") => 1,
        _ => return None,
    };
    let named = |r: usize, words: &[&str]| {
        facts.lead(r).is_some_and(|(lead, own)| own.find(lead, words).is_some())
    };
    let slowly = told.clone().any(|at| passage.says(at, BIT_BY_BIT).is_some());
    if slowly || !named(rate, RATE_OF_INTEREST) || !named(sum, LENT) || !facts.is_level(sum) {
        return None;
    }
    let [lent, percent] = [sum, rate].map(|r| &facts.records[r]);
    let [months_said, months_of_rate] = [months, of_rate].map(Decimal::from);
    let scale = months_of_rate.checked_mul(Decimal::ONE_HUNDRED)?;
    let times = percent.value.checked_mul(months_said)?;
    let value = lent.value.checked_mul(times)?.checked_div(scale)?.round_dp(2).normalize();
    let verdict = Bounds::of(lent).times(times).agrees(Bounds::of(said).times(scale));
    let style = Style::of(said, &[lent.value, value, said.value]);
    let years = match months.cmp(&of_rate) {
        Ordering::Equal => "",
        Ordering::Less => "/12",
        Ordering::Greater => " × 12",
    };
    let detail = format!(
        "{} × {} %{years} = {}, the text says {}",
        style.bare(lent.value),
        number(percent.value),
        style.bare(value),
        style.full(said.value)
    );
    let terms = [rate, interest, sum].map(|figure| Term::of(facts, figure));
    let relation = Relation::ratio(terms, scale.checked_div(months_said)?, Decimal::ZERO);
    Some(facts.claim(KIND, &[interest, sum, rate], verdict, detail).with(relation))
}

/// The words of a sentence before a figure, and those with the ones right behind it.
fn beside(facts: &Facts<'_>, figure: usize) -> Option<(Tokens, Tokens)> {
    let (lead, _) = facts.lead(figure)?;
    let (tail, _) = facts.tail(figure)?;
    let near = lead.start.max(lead.end.saturating_sub(NEAR));
    Some((lead.clone(), near..tail.end.min(tail.start + NEAR / 2).max(lead.end)))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_rate_makes_the_interest() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Ông vay «80 triệu|đồng», lãi suất «6|%/năm». Mỗi năm ông trả «6 triệu|đồng» tiền lãi.",
                    "does not hold: 80 × 6 % = 4,8, the text says 6 triệu đồng",
                ),
                (
                    "Bà gửi tiết kiệm «120 triệu|đồng», lãi suất «6|%/năm»; tiền lãi mỗi tháng «0,6 triệu|đồng».",
                    "holds: 120 × 6 %/12 = 0,6, the text says 0,6 triệu đồng",
                ),
                (
                    "Ông vay «80 triệu|đồng», lãi suất «6|%/năm». Mỗi năm ông trả «24 triệu|đồng» cả gốc lẫn lãi.",
                    "",
                ),
            ],
        );
    }
}
