//! # What it tests
//! A yearly or monthly amount, times the years or months told, is the total told beside it.
//!
//! # Why
//! The average is worked out by hand, and often over the wrong number of years.
//!
//! # Example
//! `Trong 5 năm 2018-2022 trồng mới 14.250 ha, bình quân mỗi năm 2.850 ha` gives
//! `14.250/5 = 2.850, the text says 2.850 ha/năm`.
//!
//! # Limits
//! The length of time is the last one before the total in its sentence; one between the total and
//! the amount is that of other years. Yearly growth in percent is no average of sums. The total stands
//! before the amount in its sentence, or behind it in the same or the next one.

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::print::Style;
use super::relation::{Relation, Term};
use super::units::{alike, is_percent};
use super::words::text::ALONE;
use crate::lexicon::CueClass;
use crate::record::Record;
use crate::text::Tokens;
use rust_decimal::Decimal;

const KIND: &str = "rate_time";

/// How many figures before an amount are searched for its total.
const LOOK_BACK: usize = 4;

/// How many tokens before a total or a rate may tell the length of time.
const LENGTH: usize = 60;

/// How many tokens before an amount may say that it is one of each year.
const NEAR: usize = 20;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let all = 0..facts.records.len();
    let totals = all.clone().filter_map(|rate| one(facts, rate));
    totals.chain(all.skip(1).filter_map(|yearly| of_month(facts, yearly))).collect()
}

/// `4,2 triệu đồng/người/tháng, tương đương 50,4 triệu đồng/người/năm`
fn of_month(facts: &Facts<'_>, yearly: usize) -> Option<Claim> {
    let monthly = facts.before(yearly)?;
    let [month, year] = [monthly, yearly].map(|r| &facts.records[r]);
    let (place, passage) = facts.place(yearly)?;
    passage.cue_before(place.number.start, &[CueClass::Equal])?;
    let thing = month.per.as_deref()?.strip_suffix("tháng")?;
    let same = year.per.as_deref()?.strip_suffix("năm")? == thing;
    let alike = month.unit.is_some() && alike(month, year) && same;
    alike.then(|| twelve_months(facts, monthly, yearly))?
}

/// The claim that an amount of each month makes twelve of them in a year.
pub(super) fn twelve_months(facts: &Facts<'_>, monthly: usize, yearly: usize) -> Option<Claim> {
    let [month, year] = [monthly, yearly].map(|r| &facts.records[r]);
    let months = Decimal::from(12);
    let value = month.value.checked_mul(months)?;
    let verdict = Bounds::of(month).times(months).agrees(Bounds::of(year));
    let style = Style::of(year, &[month.value, value, year.value]);
    let detail = format!(
        "{} × 12 = {}, the text says {}",
        style.bare(month.value),
        style.bare(value),
        style.full(year.value)
    );
    let [said, part] = [monthly, yearly].map(|figure| Term::of(facts, figure));
    let relation = Relation::mean(said, part, Term::fixed(months));
    Some(facts.claim(KIND, &[yearly, monthly], verdict, detail).with(relation))
}

fn one(facts: &Facts<'_>, rate: usize) -> Option<Claim> {
    let said = &facts.records[rate];
    let (place, _) = facts.place(rate).filter(|(p, _)| facts.is_prose(p.block))?;
    if is_percent(said) || said.unit.is_none() || said.high.is_some() {
        return None;
    }
    let time = time_of(facts, rate)?;
    let is_apart =
        |r: usize| facts.lead(r).is_some_and(|(lead, passage)| passage.find(lead, ALONE).is_some());
    let fits = |r: &usize| {
        let total = &facts.records[*r];
        facts.place(*r).is_some_and(|(p, _)| p.sentence.abs_diff(place.sentence) <= 1)
            && total.per.is_none()
            && total.high.or(total.of).is_none()
            && total.unit.is_some()
            && alike(total, said)
            && time_of(facts, *r).is_none()
            && !is_apart(*r)
    };
    let (lead, passage) = facts.lead(rate)?;
    if passage.has(lead.clone(), &[CueClass::Rest])
        || last_length(passage, lead, time).is_some() && facts.before(rate).is_some()
    {
        return None;
    }
    let before = facts.back(rate, LOOK_BACK).find(|r| facts.same_sentence(*r, rate) && fits(r));
    let behind = || {
        Some(rate + 1).filter(|r| *r < facts.records.len() && is_behind(facts, rate, *r) && fits(r))
    };
    let mut totals = before.into_iter().chain(behind());
    let (total, length) = totals.find_map(|total| Some((total, length(facts, total, time)?)))?;
    let whole = &facts.records[total];
    let n = Decimal::from(length);
    let value = whole.value.checked_div(n)?;
    let near = value.checked_sub(said.value)?.abs() < Decimal::ONE && said.value.is_integer();
    let verdict = match Bounds::of(said).times(n).agrees(Bounds::of(whole)) {
        Verdict::DoesNotHold if near || rounds(whole, n, said) => Verdict::Holds,
        verdict => verdict,
    };
    let style = Style::of(whole, &[whole.value, said.value]);
    let detail = format!(
        "{}/{length} = {}, the text says {}/{time}",
        style.bare(whole.value),
        style.bare(value.round_dp(2)),
        style.full(said.value),
    );
    let [a, b] = [rate, total].map(|figure| Term::of(facts, figure));
    let relation = Relation::mean(a, b, Term::fixed(n));
    Some(facts.claim(KIND, &[rate, total], verdict, detail).with(relation))
}

/// Whether the total, divided, rounds to what was said.
fn rounds(whole: &Record, n: Decimal, said: &Record) -> bool {
    let part = |bounds: Bounds| bounds.percent_of(Bounds::exactly(n));
    part(Bounds::of(whole)).agrees(Bounds::of(said).times(Decimal::ONE_HUNDRED)) == Verdict::Holds
}

fn is_behind(facts: &Facts<'_>, rate: usize, total: usize) -> bool {
    let blocks = [rate, total].map(|r| facts.records[r].source.block);
    blocks[0] == blocks[1]
        && facts.lead(total).is_some_and(|(lead, passage)| {
            passage.has(
                lead.clone(),
                &[CueClass::Cumulative, CueClass::CountOf, CueClass::MeasureNoun],
            )
        })
}

/// The time that an amount is one of each: of its rate, or of the words before it.
fn time_of(facts: &Facts<'_>, rate: usize) -> Option<&'static str> {
    let unit = |word: &str| ["năm", "tháng"].into_iter().find(|unit| *unit == word);
    let (lead, passage) = facts.lead(rate)?;
    let start = lead.start.max(lead.end.saturating_sub(NEAR));
    let first = facts.before(rate).is_none();
    let marks = if first { start..start } else { start..lead.end };
    let mark = marks.rev().find(|at| matches!(passage.text.key(*at), "," | ";" | ":"));
    let near = mark.map_or(start, |mark| mark + 1)..lead.end;
    if let Some(per) = &facts.records[rate].per {
        let average = passage.has(near, &[CueClass::Average, CueClass::Habitual]);
        return unit(per).filter(|_| average);
    }
    let (_, cue) = passage.last_cue(near, &[CueClass::Habitual])?;
    unit(passage.text.key(cue.end - 1))
}

/// How many years or months a total is for.
fn length(facts: &Facts<'_>, total: usize, time: &str) -> Option<u32> {
    let (place, passage) = facts.place(total)?;
    let sentence = passage.sentence(place.sentence);
    let start = sentence.start.max(place.number.start.saturating_sub(40));
    let before = start..place.number.start;
    let years = || (time == "năm").then(|| span_of_years(passage, before.clone())).flatten();
    last_length(passage, before.clone(), time).or_else(years)
}

/// How many years the last span of a range has: `giai đoạn 2016 - 2020`.
fn span_of_years(passage: &Passage<'_>, within: Tokens) -> Option<u32> {
    let year = |at: usize| passage.whole(at).map(|(y, _)| y).filter(|y| (1900..=2100).contains(y));
    within.rev().find_map(|at| {
        let (first, last) = (year(at)?, year(at + 2)?);
        (passage.text.key(at + 1) == "-" && first < last).then(|| last - first + 1)
    })
}

/// The last `5 năm`, `hai năm` of a range; `tháng 9 năm 2022` is none.
pub(super) fn last_length(passage: &Passage<'_>, within: Tokens, time: &str) -> Option<u32> {
    let within = within.start.max(within.end.saturating_sub(LENGTH))..within.end;
    within.clone().rev().find_map(|at| {
        let (count, len) = passage.whole(at).filter(|(count, _)| (2..=60).contains(count))?;
        let key = passage.text.key(at.wrapping_sub(1));
        let dated = matches!(key, "tháng" | "quý" | "ngày" | "/" | "-" | "năm" | "thứ");
        (passage.text.key(at + len) == time && !dated && at + len < within.end).then_some(count)
    })
}
