//! A day, or a longer time.

use super::phrase;
use crate::mention::time::{self, Span};
use jiff::civil::Date;

/// Which way a day or month without a year lies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Looking {
    /// Behind the day of publication, as in a report.
    #[default]
    Back,
    /// Ahead of it, as in a plan.
    Ahead,
}

/// The days that a phrase names, if it names any and says nothing else; `published` is the day
/// that `hôm qua` or `quý III` is resolved against.
///
/// ```
/// use de_an_06::mention::{Looking, time_in};
/// let published = jiff::civil::date(2023, 7, 15);
/// let span = time_in("9 tháng đầu năm 2022", Some(published), Looking::Back).unwrap();
/// assert_eq!(span.end, Some(jiff::civil::date(2022, 9, 30)));
/// ```
#[must_use]
pub fn time_in(phrase: &str, published: Option<Date>, looking: Looking) -> Option<Span> {
    phrase::read(phrase, published, looking, |scene| {
        let time = time::read(scene, 0).or_else(|| time::bare_day(scene, 0))?;
        (time.words.end == phrase::end(scene)).then_some(time.span)
    })
}
