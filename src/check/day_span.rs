//! Two days with their years: `từ ngày 20/9/2023 đến hết ngày 05/10/2023`.
//!
//! A first day without a year has that of the last (`từ 15/7 đến 20/7/2023`) where it is not behind it, and one
//! without a month its month (`từ ngày 8 đến ngày 12/5`).
//! Two days without one (`từ ngày 3/7 đến ngày 12/7`) are of one year where they follow each other and no
//! end of February lies between them.

use super::passage::Passage;
use crate::lexicon::CueClass;
use jiff::civil::Date;

/// A year for two days that have none.
const SOME_YEAR: i16 = 2023;

/// Two days with their years behind `từ`, and how they are printed.
pub(super) fn span_of_days(passage: &Passage<'_>, from: usize) -> Option<(Date, Date, String)> {
    if passage.text.key(from) != "từ" {
        return None;
    }
    let full = day(passage, from + 1);
    let part = || first_day(passage, from + 1);
    let end = full.map_or_else(|| part().map(|(.., end)| end), |d| Some(d.1))?;
    let (last, close) = day(passage, until(passage, end)?)?;
    let in_year = || {
        let (day, month, _) = part()?;
        let first = Date::new(last.year(), month.unwrap_or(last.month()), day).ok();
        first.filter(|first| *first <= last)
    };
    let first = full.map(|(first, _)| first).or_else(in_year)?;
    Some((first, last, passage.text.slice(from + 1..close).to_owned()))
}

/// Two days of one year that is not told.
pub(super) fn span_in_a_year(passage: &Passage<'_>, from: usize) -> Option<(Date, Date, String)> {
    if passage.text.key(from) != "từ" {
        return None;
    }
    let (first_day, first_month, end) = first_day(passage, from + 1)?;
    let (last_day, last_month, close) = day_of_month(passage, until(passage, end)?)?;
    let told = passage.year(close + usize::from(passage.text.key(close) == "năm")).is_some()
        || passage.text.key(close) == "/";
    let first_month = first_month.unwrap_or(last_month);
    let [first, last] = [(first_month, first_day), (last_month, last_day)]
        .map(|(month, day)| Date::new(SOME_YEAR, month, day).ok());
    let (first, last) = first.zip(last).filter(|(first, last)| first <= last)?;
    let whole = first.month() > 2 || last.month() <= 2;
    (whole && !told).then(|| (first, last, passage.text.slice(from + 1..close).to_owned()))
}

/// The token behind `đến` or a stroke between two days.
fn until(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let word = passage.cue_at(at, &[CueClass::Until]).map(|(_, until)| until.end);
    word.or_else(|| matches!(passage.text.key(at), "-" | "–").then_some(at + 1))
}

/// A first day whose year, and where it has none its month, is told behind: `ngày 15/7`, `ngày 8`.
fn first_day(passage: &Passage<'_>, at: usize) -> Option<(i8, Option<i8>, usize)> {
    let alone = || {
        let start = at + usize::from(passage.text.key(at) == "ngày");
        let day = passage.text.key(start).parse().ok().filter(|day| (1..=31).contains(day))?;
        Some((day, None, start + 1))
    };
    day_of_month(passage, at).map(|(day, month, end)| (day, Some(month), end)).or_else(alone)
}

/// `ngày 15/7`, whose year is told behind.
pub(super) fn day_of_month(passage: &Passage<'_>, at: usize) -> Option<(i8, i8, usize)> {
    let at = at + usize::from(passage.text.key(at) == "ngày");
    let key = passage.text.key(at);
    if let Some((day, month)) = key.split_once('/') {
        return Some((day.parse().ok()?, month.parse().ok()?, at + 1));
    }
    let slash = passage.text.key(at + 1) == "/" && passage.text.key(at + 3) != "/";
    slash.then(|| Some((key.parse().ok()?, passage.text.key(at + 2).parse().ok()?, at + 3)))?
}

/// `ngày 20/9/2023`, in one token or in five, and the token behind it.
pub(super) fn day(passage: &Passage<'_>, at: usize) -> Option<(Date, usize)> {
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
