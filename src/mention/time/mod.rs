//! Time phrases: which days the words speak of.
//!
//! `"trong 2 năm 2021-2022"` is 2021-01-01 to 2022-12-31, `"đến nay"` is open to the day of
//! publication, `"cùng kỳ"` is a baseline and dates nothing. What hangs on an unknown day of
//! publication stays open. Whether a phrase dates a figure is not decided here.
//!
//! * `calendar`: spans of days
//! * `day`: a day or a week
//! * `dates`: stretches from day to day, days that no word introduces
//! * `month`: a month, quarter or season
//! * `part`: the first or last days of a month
//! * `point`: any of these, or a year
//! * `year`: years that are not named by `năm` and a number
//! * `edge`: the middle and the end of a month or year
//! * `lunar`: days of the lunar new year
//! * `clock`: a time of day
//! * `counted_months`: so many months of a year
//! * `length`: so many months or years, before, after or up to now
//! * `lapse`: so much time that only goes by
//! * `phrase`: points and lengths put together

mod calendar;
mod clock;
mod counted_months;
mod dates;
mod day;
mod edge;
mod lapse;
mod length;
mod lunar;
mod month;
mod part;
mod phrase;
mod point;
mod year;

pub use calendar::Span;
pub(crate) use calendar::{Look, Vantage};
pub(crate) use year::is_reported;

use super::Scene;
use crate::text::Tokens;

/// A time phrase of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// Its words.
    pub words: Tokens,
    /// The days that it speaks of.
    pub span: Span,
    /// What it is to the figures around it.
    pub sense: Sense,
    /// The rule that read it.
    pub rule: &'static str,
}

/// What a time phrase is to the figures around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// A year, quarter, month, or so many of them.
    During,
    /// One day.
    Day,
    /// Up to a day: `tính đến ngày 30-6`, `đến năm 2025`.
    Until,
    /// From a day on.
    Since,
    /// As things stand: `hiện nay`, `đến nay`.
    Now,
    /// What something is compared with: `cùng kỳ năm trước`.
    Baseline,
    /// Again and again: `hằng năm`. Dates nothing.
    Habitual,
    /// An anniversary or a time of day. Dates nothing.
    Occasion,
}

/// The time phrase that begins at token `at`, if one does.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Time> {
    phrase::read(scene, at)
}

/// What is a day only where nothing else is asked for: `7/3`, `thứ hai`.
pub(crate) fn bare_day(scene: &Scene<'_>, at: usize) -> Option<Time> {
    let point = phrase::bare_day(scene, at).or_else(|| day::bare_weekday(scene, at))?;
    Some(point.time(at))
}
