//! # What it tests
//! Two dates are as many days apart as the days of the week that they are said to be.
//!
//! # Why
//! A date is moved, and its day of the week stays.
//!
//! # Example
//! `khai mạc vào thứ Hai (12/6) và bế mạc vào thứ Tư (15/6)` gives
//! `thứ Hai 12/6, 15/6 = thứ năm, the text says thứ Tư`.
//!
//! # Limits
//! Both stand in one sentence, each right beside its day of the week, and both with their year or both without: the
//! year itself does not matter, unless an end of February lies between them. A second date before the first is of
//! the next year.

use super::Verdict;
use super::claim::Claim;
use super::day_span::{day, day_of_month};
use super::facts::Facts;
use super::passage::Passage;
use super::words::text::{BEFORE_WEEKDAY, WEEKDAYS};
use crate::text::TokenKind;
use jiff::ToSpan;
use jiff::civil::Date;

const KIND: &str = "period_length";

/// A year for dates that have none.
const SOME_YEAR: i16 = 2023;

/// How many marks and words stand between a day of the week and its date at most.
const BESIDE: usize = 2;

/// How many numbers a date has, and the marks between them.
const DATE: usize = 6;

/// A date with its day of the week.
struct Named {
    at: usize,
    date: Date,
    has_year: bool,
    /// Its day of the week, counted from Monday.
    weekday: usize,
    shown: String,
    called: String,
}

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for block in 0..facts.blocks() {
        let Some(passage) = facts.passage(block).filter(|_| facts.is_prose(block)) else {
            continue;
        };
        let named = all(passage);
        claims.extend(named.windows(2).filter_map(|pair| {
            let [first, second] = pair else { return None };
            let (verdict, detail) = compare(passage, first, second)?;
            Some(facts.words_claim(KIND, (block, second.at), verdict, detail))
        }));
    }
    claims
}

fn compare(passage: &Passage<'_>, first: &Named, second: &Named) -> Option<(Verdict, String)> {
    let here = passage.sentence_of(first.at) == passage.sentence_of(second.at);
    let next = !first.has_year && second.date < first.date;
    let last = if next { second.date.checked_add(1.year()).ok()? } else { second.date };
    let leap = !first.has_year && (first.date.month() <= 2) != (second.date.month() <= 2);
    if !here || first.has_year != second.has_year || leap {
        return None;
    }
    let days = usize::try_from((last - first.date).get_days().rem_euclid(7)).ok()?;
    let meant = (first.weekday + days) % 7;
    let name = WEEKDAYS.get(meant)?;
    let verdict = if meant == second.weekday { Verdict::Holds } else { Verdict::DoesNotHold };
    let detail = format!(
        "{} {}, {} = {name}, the text says {}",
        first.called, first.shown, second.shown, second.called
    );
    Some((verdict, detail))
}

/// Every date of a block that stands beside a day of the week.
fn all(passage: &Passage<'_>) -> Vec<Named> {
    let mut named: Vec<Named> = Vec::new();
    let mut at = 0;
    while at < passage.text.tokens.len() {
        let Some((weekday, len)) = weekday(passage, at) else {
            at += 1;
            continue;
        };
        let end = at + len;
        let behind = (end..=end + BESIDE)
            .take_while(|t| *t == end || is_joint(passage.text.key(t - 1)))
            .find_map(|t| Some((t, date(passage, t)?)));
        let free = named.last().map_or(0, |last| last.at + 1);
        let before = || {
            let close = at.checked_sub(1).filter(|mark| is_joint(passage.text.key(*mark)))?;
            (free.max(close.saturating_sub(DATE))..close)
                .filter_map(|t| Some((t, date(passage, t)?)))
                .find(|(_, (.., end))| *end == close)
        };
        if let Some((start, (date, has_year, close))) = behind.or_else(before) {
            let worded = usize::from(passage.text.key(start) == "ngày");
            let shown = passage.text.slice(start + worded..close).to_owned();
            let called = passage.text.slice(at..end).to_owned();
            named.push(Named { at: at.max(start), date, has_year, weekday, shown, called });
            at = end.max(close);
        } else {
            at = end;
        }
    }
    named
}

/// A day of the week, counted from Monday, and how many tokens it takes; `lần thứ hai` (the second time) is none, but
/// what is written as a name is: `xã Nà Khoa thứ Ba`.
fn weekday(passage: &Passage<'_>, at: usize) -> Option<(usize, usize)> {
    let counts = at.checked_sub(1).is_some_and(|before| {
        let is_name = passage.text.tokens.get(at + 1).is_some_and(|token| token.capital);
        passage.text.tokens[before].kind == TokenKind::Word
            && !is_name
            && passage.says(before, BEFORE_WEEKDAY).is_none()
    });
    if counts {
        return None;
    }
    let index = WEEKDAYS.iter().position(|name| passage.says(at, &[name]).is_some());
    let written = index.or_else(|| {
        let digit: usize = passage.text.key(at + 1).parse().ok()?;
        (passage.text.key(at) == "thứ" && (2..=7).contains(&digit)).then(|| digit - 2)
    })?;
    Some((written, 2))
}

fn is_joint(key: &str) -> bool {
    matches!(key, "(" | "," | "ngày" | "-")
}

fn date(passage: &Passage<'_>, at: usize) -> Option<(Date, bool, usize)> {
    if let Some((date, end)) = day(passage, at) {
        return Some((date, true, end));
    }
    let (day, month, end) = day_of_month(passage, at)?;
    Some((Date::new(SOME_YEAR, month, day).ok()?, false, end))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn weekdays_follow_each_other() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Hội thi diễn ra từ thứ Ba, ngày 4/7 đến thứ Sáu, ngày 8/7 với «40|thí sinh».",
                    "does not hold: thứ Ba 4/7, 8/7 = thứ bảy, the text says thứ Sáu",
                ),
                (
                    "Thi ngày 4/7/2023 (thứ Ba) và ngày 10/7/2023 (thứ Hai), có «40|thí sinh».",
                    "holds: thứ Ba 4/7/2023, 10/7/2023 = thứ hai, the text says thứ Hai",
                ),
                ("Lần thứ hai, ngày 4/7, và lần thứ ba, ngày 8/7, có «40|thí sinh».", ""),
            ],
        );
    }
}
