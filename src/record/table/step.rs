//! How far before a time another lies that a heading names by it: `Năm trước`, `Tháng trước`, `Tuần trước`.

use crate::lexicon::CueClass;
use crate::mention::Scene;
use crate::record::Period;
use crate::text::Tokens;
use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// How far back something lies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Step {
    Week,
    Month,
    Quarter,
    #[default]
    Year,
}

impl Step {
    /// That of the first words that name an earlier time: the week of `Số ca tuần trước`, else a year.
    pub(super) fn named(scene: &Scene<'_>, mut words: Tokens) -> Option<Self> {
        let (_, cue) = words.find_map(|i| scene.cue(i, &[CueClass::TablePrevious]))?;
        Some(match cue.value.as_deref() {
            Some("week") => Self::Week,
            Some("month") => Self::Month,
            Some("quarter") => Self::Quarter,
            _ => Self::Year,
        })
    }

    /// Whether a span is no longer than so much; any is no longer than a year or more.
    pub(super) fn holds(self, period: &Period) -> bool {
        let most = match self {
            Self::Week => 7,
            Self::Month => 31,
            Self::Quarter => 92,
            Self::Year => return true,
        };
        let span = period.start.zip(period.end);
        span.is_some_and(|(start, end)| (end - start).get_days() < most)
    }

    /// The same span so much earlier; a month ends with its last day, however long it is.
    pub(super) fn before(self, period: &Period) -> Option<Period> {
        let span: Span = match self {
            Self::Week => 1.week(),
            Self::Month => 1.month(),
            Self::Quarter => 3.months(),
            Self::Year => 1.year(),
        };
        let back = |day: Date| {
            let earlier = day.checked_sub(span).ok()?;
            let whole = day == day.last_of_month() && matches!(self, Self::Month | Self::Quarter);
            Some(if whole { earlier.last_of_month() } else { earlier })
        };
        let moved = |day: Option<Date>| match day {
            Some(day) => back(day).map(Some),
            None => Some(None),
        };
        let (start, end) = (moved(period.start)?, moved(period.end)?);
        Some(Period { start, end, text: period.text.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn months_end_with_their_last_day() {
        for (step, from, to) in [
            (Step::Week, date(2024, 3, 4), date(2024, 2, 26)),
            (Step::Month, date(2024, 3, 31), date(2024, 2, 29)),
            (Step::Month, date(2024, 2, 29), date(2024, 1, 31)),
            (Step::Quarter, date(2024, 6, 30), date(2024, 3, 31)),
            (Step::Year, date(2024, 6, 30), date(2023, 6, 30)),
        ] {
            let period = Period { start: None, end: Some(from), text: String::new() };
            assert_eq!(step.before(&period).and_then(|period| period.end), Some(to), "{step:?}");
        }
    }
}
