//! What is known of a time phrase: its sense, and how its days lie to the day of publication.

use super::period::PERIOD_SIGNS;
use super::sign::Family;
use crate::mention::{Sense, Span, Time};
use jiff::civil::Date;

/// The rows of a time phrase.
pub(super) fn signs(time: &Time, published: Option<Date>, out: &mut Vec<u16>) {
    out.push(Family::TimeSense.row(sense(time.sense)));
    let says = lies(time.span, published);
    out.extend(
        says.iter().enumerate().filter(|(_, is)| **is).map(|(i, _)| Family::TimeSpan.row(i)),
    );
}

fn sense(sense: Sense) -> usize {
    match sense {
        Sense::During => 0,
        Sense::Day => 1,
        Sense::Until => 2,
        Sense::Since => 3,
        Sense::Now => 4,
        Sense::Baseline => 5,
        Sense::Habitual => 6,
        Sense::Occasion => 7,
    }
}

/// How the days of a span lie: its open ends, its length, and where it ends against the day of publication.
pub(super) fn lies(span: Span, published: Option<Date>) -> [bool; PERIOD_SIGNS] {
    let Span { start, end } = span;
    let months = start.zip(end).map(|(start, end)| months(end) - months(start) + 1);
    let to = published.zip(end);
    [
        span == Span::OPEN,
        start.is_none() && end.is_some(),
        start.is_some() && end.is_none(),
        months.is_some() && start == end,
        months == Some(1) && start != end,
        months == Some(3),
        months.is_some_and(|m| (2..12).contains(&m)),
        months == Some(12),
        months.is_some_and(|m| m > 12),
        to.is_some_and(|(day, end)| end > day),
        to.is_some_and(|(day, end)| end == day),
        to.is_some_and(|(day, end)| end < day),
        to.is_some_and(|(day, end)| end.year() == day.year()),
        to.is_some_and(|(day, end)| end.year() < day.year()),
        to.is_some_and(|(day, end)| end.year() == day.year() && end.month() == day.month()),
        published.is_none(),
    ]
}

fn months(day: Date) -> i32 {
    i32::from(day.year()) * 12 + i32::from(day.month())
}
