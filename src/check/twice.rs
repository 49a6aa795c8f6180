//! # What it tests
//! The same fact told twice has the same number.
//!
//! # Why
//! The lead is written from a draft, and the body is corrected.
//!
//! # Example
//! `khai mạc Đại hội với 412 đại biểu chính thức` and, two paragraphs on, `421 đại biểu chính thức
//! dự đại hội` gives `412 and 421 đại biểu`.
//!
//! # Limits
//! Unit and the words behind it, or the words before, must be the same, at least two of them, or the
//! verb whose object it is must be (`kết nạp 127 đảng viên mới`, `172 đảng viên mới được kết nạp`);
//! the two stand in different paragraphs; and one number must be the other with one slip of the hand.
//! Unless two digits are swapped the two are of one size. Two numbers of different years or months,
//! or behind `riêng`, `tăng` and the like, are two facts; so are a plan and a result, and round numbers that one digit
//! tells apart (`360 triệu đồng` and `380 triệu đồng`).

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::met::{Met, keys};
use super::print::{Style, hedge, number};
use super::printed::last_digit;
use super::relation::{Relation, Term};
use super::slip::{Hand, hand, is_slip};
use super::units::is_percent;
use super::words::text::ALONE;
use crate::lexicon::CueClass;
use crate::record::{Modifier, Record};
use crate::text::TokenKind;
use rust_decimal::Decimal;
use std::collections::HashMap;

const KIND: &str = "told_twice";

/// How many figures before and behind a rounded one are searched for the exact one.
const AROUND: usize = 40;

/// How many digits before its zeros a number has at least of which one may have been changed.
const TELLING: usize = 3;

/// The least number of which a slip is told from another fact.
const LEAST: Decimal = Decimal::from_parts(100, 0, 0, false, 0);

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let about = (0..facts.records.len()).filter_map(|r| rounded(facts, r));
    let mut claims: Vec<Claim> = about.collect();
    let mut known: HashMap<String, Met> = HashMap::new();
    for figure in (0..facts.records.len()).filter(|r| is_fact(facts, *r)) {
        let mut met = Vec::new();
        for key in keys(facts, figure) {
            met.extend(known.entry(key).or_default().meets(figure, facts.records[figure].value));
        }
        met.sort_unstable();
        met.dedup();
        claims.extend(met.into_iter().filter_map(|other| compare(facts, other, figure)));
    }
    claims
}

fn is_fact(facts: &Facts<'_>, figure: usize) -> bool {
    let record = &facts.records[figure];
    let plain = record.of.or(record.high).is_none() && record.modifier == Modifier::Exact;
    let Some((lead, passage)) = facts.lead(figure) else { return false };
    let part = passage.has(lead, &[CueClass::Among, CueClass::Rest, CueClass::Aim, CueClass::Plan]);
    // `Xuồng tuần tra 6213.` ends with a name
    let counts = facts.place(figure).is_some_and(|(place, passage)| {
        let next = passage.text.tokens.get(place.number.end);
        place.end > place.number.end || next.is_some_and(|token| token.kind == TokenKind::Word)
    });
    plain
        && counts
        && !of_a_part(facts, figure)
        && record.unit.is_some()
        && record.per.is_none()
        && !is_percent(record)
        && record.value >= LEAST
        && facts.is_prose(record.source.block)
        && facts.is_level(figure)
        && !part
}

/// Whether the sentence of a figure opens with words that make all of it speak of a part, or of a comparison:
/// `Trong đó, cảng Bình Thắng có 431 lượt tàu`, `So với cùng kỳ giảm 24 vụ và 131 người`.
fn of_a_part(facts: &Facts<'_>, figure: usize) -> bool {
    facts.place(figure).is_some_and(|(place, passage)| {
        let start = passage.sentence(place.sentence).start;
        let opens = passage.cue_at(start, &[CueClass::Among, CueClass::Versus]).is_some();
        opens || passage.says(start, ALONE).is_some()
    })
}

fn compare(facts: &Facts<'_>, a: usize, b: usize) -> Option<Claim> {
    let [first, second] = [a, b].map(|r| &facts.records[r]);
    let apart = first.source.block != second.source.block;
    let same_time = |a: &Record, b: &Record| match (&a.period, &b.period) {
        (Some(a), Some(b)) => {
            (a.start, a.end) == (b.start, b.end) || a.text.is_empty() || b.text.is_empty()
        }
        _ => true,
    };
    let same_place = first.place.is_none() || second.place.is_none() || first.place == second.place;
    if !apart || !same_place || first.role != second.role {
        return None;
    }
    let style = Style::of(first, &[first.value, second.value]);
    let detail = format!("{} and {}", style.bare(first.value), style.full(second.value));
    let claim = |verdict| {
        let [x, y] = [a, b].map(|figure| Term::of(facts, figure));
        facts.claim(KIND, &[a, b], verdict, detail).with(Relation::same(x, y))
    };
    if first.value == second.value {
        return Some(claim(Verdict::Holds));
    }
    let slip = is_slip(first.value, second.value) && same_time(first, second);
    let shown = number(first.value).len() == number(second.value).len();
    let days = |r: &Record| r.period.as_ref().map(|period| (period.start, period.end));
    let told_time = first.period.is_some() && days(first) == days(second);
    let swapped = told_time && hand(first.value, second.value) == Some(Hand::Swapped);
    let close = swapped || near(first.value, second.value) && !is_round(first, second);
    (slip && shown && close).then(|| claim(Verdict::DoesNotHold))
}

/// A rounded figure and the one exact figure of another paragraph that it stands for: `gần 1.300
/// triệu USD` and `1.287 triệu USD`.
fn rounded(facts: &Facts<'_>, about: usize) -> Option<Claim> {
    let record = &facts.records[about];
    let vague = matches!(record.modifier, Modifier::Over | Modifier::Nearly | Modifier::About);
    let plain = vague && record.unit.is_some() && record.value >= LEAST && record.per.is_none();
    if !plain || is_percent(record) || !facts.is_prose(record.source.block) {
        return None;
    }
    let around = about.saturating_sub(AROUND)..facts.records.len().min(about + AROUND);
    let fits = |r: &usize| {
        let exact = &facts.records[*r];
        let near = exact
            .value
            .checked_sub(record.value)
            .is_some_and(|off| off.abs() <= last_digit(record.value));
        exact.source.block != record.source.block
            && exact.modifier == Modifier::Exact
            && near
            && exact.unit.is_some()
            && exact.per.is_none()
            && exact.unit == record.unit
            && facts.is_level(*r)
            && Bounds::of(record).agrees(Bounds::of(exact)) == Verdict::Holds
    };
    let mut exact = around.filter(fits);
    let found = exact.next().filter(|_| exact.next().is_none())?;
    let style = Style::of(record, &[record.value, facts.records[found].value]);
    let said = format!("{}{}", hedge(record), style.bare(record.value));
    let detail = format!("{said}: {}", style.full(facts.records[found].value));
    Some(facts.claim(KIND, &[about, found], Verdict::Holds, detail))
}

/// Whether one of two numbers has so few digits that many figures are one digit off: `360 triệu` and `380 triệu`.
fn is_round(a: &Record, b: &Record) -> bool {
    let digits = |record: &Record| record.value.normalize().mantissa().unsigned_abs().to_string();
    [a, b].into_iter().any(|record| digits(record).trim_end_matches('0').len() < TELLING)
}

/// Whether two numbers are of the same size; a first digit that differs makes them two facts.
fn near(a: Decimal, b: Decimal) -> bool {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    low.checked_mul(Decimal::from(5)).is_some_and(|low| low >= high * Decimal::from(4))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn one_fact_has_one_number() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Năm 2021, hội bồi dưỡng «138|hội viên|years=2021» mới.\nVới «183|hội viên|years=2021» mới được bồi dưỡng, hội dẫn đầu.",
                    "does not hold: 138 and 183 hội viên",
                ),
                (
                    "Năm 2021, hội bồi dưỡng «138|hội viên|years=2021» mới.\nVới «183|hội viên|years=2020» mới được bồi dưỡng, hội dẫn đầu.",
                    "",
                ),
                (
                    "Năm 2021, hội bồi dưỡng «138|hội viên|years=2021» mới.\nVới «183|hội viên|years=2021» cũ được bồi dưỡng, hội dẫn đầu.",
                    "",
                ),
            ],
        );
    }
}
