//! # What it tests
//! What begins before it ends: `nhiệm kỳ 2024 - 2029`, `từ ngày 05/8/2023 đến ngày 20/9/2023`; and
//! a length of time beside its first and last month or day is as long as it says.
//!
//! # Why
//! Two dates are swapped, or one of them is left from last year.
//!
//! # Example
//! `kéo dài 6 tháng, từ tháng 2 đến hết tháng 5/2023` gives `tháng 2 - tháng 5 is 4 tháng, the text
//! says 6 tháng`.
//!
//! # Limits
//! Years count behind words for a span (`nhiệm kỳ`, `giai đoạn`), days where both have a year.
//! Months of two years are not read, so `từ tháng 11 đến tháng 4 năm sau` is believed. A length of
//! days may count both ends or one.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::words::text::{SPAN_OF_YEARS, WORKING};
use crate::lexicon::CueClass;
use jiff::civil::Date;

const ORDER: &str = "date_order";
const LENGTH: &str = "period_length";

/// How many tokens may stand between the word for a span and its first year.
const NEAR: usize = 2;

/// How many tokens may stand between a length of time and its first day.
const HEAD: usize = 6;

/// How many tokens a span of days takes at most.
const SPAN: usize = 18;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for block in 0..facts.blocks() {
        let Some(passage) = facts.passage(block) else { continue };
        for at in 0..passage.text.tokens.len() {
            let found = years(passage, at).or_else(|| days(passage, at));
            claims.extend(found.map(|(verdict, detail)| {
                facts.words_claim(ORDER, (block, at), verdict, detail).impossible()
            }));
            let found = length(passage, at).or_else(|| length_behind(passage, at));
            claims.extend(
                found.map(|(verdict, detail)| {
                    facts.words_claim(LENGTH, (block, at), verdict, detail)
                }),
            );
        }
    }
    claims
}

/// `nhiệm kỳ 2029 - 2024`
fn years(passage: &Passage<'_>, at: usize) -> Option<(Verdict, String)> {
    let len = passage.says(at, SPAN_OF_YEARS)?;
    let start = (at + len..at + len + NEAR).find(|at| year(passage, *at).is_some())?;
    let first = year(passage, start)?;
    let joins = matches!(passage.text.key(start + 1), "-" | "–" | "đến");
    let last = year(passage, start + 2).filter(|_| joins)?;
    (last < first)
        .then(|| (Verdict::DoesNotHold, format!("{first} - {last} ends before it begins")))
}

fn year(passage: &Passage<'_>, at: usize) -> Option<u32> {
    passage.whole(at).map(|(year, _)| year).filter(|year| (1900..=2100).contains(year))
}

/// `từ ngày 20/9/2023 đến hết ngày 05/8/2023`
fn days(passage: &Passage<'_>, at: usize) -> Option<(Verdict, String)> {
    let (first, last, shown) = span_of_days(passage, at)?;
    match last < first {
        true => Some((Verdict::DoesNotHold, format!("{shown} ends before it begins"))),
        false => Some((Verdict::Holds, shown)),
    }
}

/// `6 tháng, từ tháng 2 đến hết tháng 5`, `45 ngày đêm, từ ngày 15/12/2023 đến ngày 28/01/2024`
fn length(passage: &Passage<'_>, at: usize) -> Option<(Verdict, String)> {
    let (count, len) = passage.whole(at)?;
    let unit = passage.text.key(at + len);
    if unit == "năm" && passage.text.key(at + len + 1) == "học" {
        return school_years(passage, at + len + 2, count);
    }
    let end = passage.sentence(passage.sentence_of(at)).end;
    let from = (at + len + 1..(at + len + HEAD).min(end)).find(|t| passage.text.key(*t) == "từ")?;
    let between = at + len + 1..from;
    if !passage.has_mark(between, &[",", "("]) && from != at + len + 1 {
        return None;
    }
    let said = format!("the text says {count} {unit}");
    match unit {
        "tháng" => {
            let (first, last) = span_of_months(passage, from)?;
            let months = last.checked_sub(first)? + 1;
            let verdict = if months == count { Verdict::Holds } else { Verdict::DoesNotHold };
            Some((verdict, format!("tháng {first} - tháng {last} is {months} tháng, {said}")))
        }
        "ngày" if passage.says(at + len + 1, WORKING).is_none() => {
            let (first, last, shown) = span_of_days(passage, from)?;
            let days = u32::try_from(first.until(last).ok()?.get_days()).ok()?;
            let fits = count == days || count == days + 1;
            let verdict = if fits { Verdict::Holds } else { Verdict::DoesNotHold };
            Some((verdict, format!("{shown} is {} ngày, {said}", days + 1)))
        }
        _ => None,
    }
}

/// `từ ngày 1/3 đến ngày 10/3/2022 (10 ngày)`
fn length_behind(passage: &Passage<'_>, at: usize) -> Option<(Verdict, String)> {
    let (first, last, shown) = span_of_days(passage, at)?;
    let end = passage.sentence(passage.sentence_of(at)).end.min(at + SPAN);
    let open = (at..end).find(|t| passage.text.key(*t) == "(")?;
    let (count, len) = passage.whole(open + 1)?;
    let unit = [open + 1 + len, open + 2 + len].map(|t| passage.text.key(t));
    let right_behind = passage.text.slice(at + 1..open) == shown;
    let days = u32::try_from(first.until(last).ok()?.get_days()).ok()?;
    let verdict = match count {
        n if n == days || n == days + 1 => Verdict::Holds,
        _ => Verdict::DoesNotHold,
    };
    let detail = format!("{shown} is {} ngày, the text says {count} ngày", days + 1);
    (unit == ["ngày", ")"] && right_behind).then_some((verdict, detail))
}

/// `2 năm học 2021-2022 và 2022-2023`
fn school_years(passage: &Passage<'_>, start: usize, count: u32) -> Option<(Verdict, String)> {
    let mut named = 0;
    let mut at = start;
    while let (Some(first), "-", Some(last)) =
        (year(passage, at), passage.text.key(at + 1), year(passage, at + 2))
    {
        named += u32::from(last == first + 1);
        at += 3;
        at += usize::from(matches!(passage.text.key(at), "," | "và"));
    }
    let fits = named == count && named > 1;
    fits.then(|| (Verdict::Holds, format!("{named} named, the text says {count} năm học")))
}

/// `từ tháng 2 đến hết tháng 5/2023`: the months of one year.
fn span_of_months(passage: &Passage<'_>, from: usize) -> Option<(u32, u32)> {
    let month = |at: usize| {
        let key = passage.text.key(at + 1);
        let number = key.split(['/', '-', '.']).next()?.parse().ok();
        number.filter(|n| (passage.text.key(at) == "tháng") && (1..=12).contains(n))
    };
    let first = month(from + 1)?;
    let (_, until) = (from + 3..from + 5).find_map(|at| passage.cue_at(at, &[CueClass::Until]))?;
    let last = month(until.end)?;
    Some((first, last)).filter(|(first, last)| first < last)
}

/// Two days with their years behind `từ`, and how they are printed.
fn span_of_days(passage: &Passage<'_>, from: usize) -> Option<(Date, Date, String)> {
    if passage.text.key(from) != "từ" {
        return None;
    }
    let full = day(passage, from + 1);
    let end =
        full.map_or_else(|| day_of_month(passage, from + 1).map(|(.., end)| end), |d| Some(d.1))?;
    let (_, until) = passage.cue_at(end, &[CueClass::Until])?;
    let (last, close) = day(passage, until.end)?;
    let in_year = || {
        let (day, month, _) = day_of_month(passage, from + 1)?;
        Date::new(last.year(), month, day).ok().filter(|first| *first <= last)
    };
    let first = full.map(|(first, _)| first).or_else(in_year)?;
    Some((first, last, passage.text.slice(from + 1..close).to_owned()))
}

/// `ngày 15/7`, whose year is told behind.
fn day_of_month(passage: &Passage<'_>, at: usize) -> Option<(i8, i8, usize)> {
    let at = at + usize::from(passage.text.key(at) == "ngày");
    let key = passage.text.key(at);
    if let Some((day, month)) = key.split_once('/') {
        return Some((day.parse().ok()?, month.parse().ok()?, at + 1));
    }
    let slash = passage.text.key(at + 1) == "/" && passage.text.key(at + 3) != "/";
    slash.then(|| Some((key.parse().ok()?, passage.text.key(at + 2).parse().ok()?, at + 3)))?
}

/// `ngày 20/9/2023`, in one token or in five, and the token behind it.
fn day(passage: &Passage<'_>, at: usize) -> Option<(Date, usize)> {
    let start = at + usize::from(passage.text.key(at) == "ngày");
    let mut end = start;
    let mut written = String::new();
    while end < start + 5 && (end == start || !passage.text.tokens.get(end)?.spaced) {
        written.push_str(passage.text.key(end));
        end += 1;
        if let Some(date) = parse(&written) {
            return Some((date, end));
        }
        if end >= passage.text.tokens.len() {
            break;
        }
    }
    None
}

fn parse(written: &str) -> Option<Date> {
    let mut parts = written.split(['/', '-', '.']).map(|part| part.parse::<i16>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    let whole = parts.next().is_none() && (1900..=2100).contains(&year);
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    date.ok().filter(|_| whole)
}
