//! Periods in order, and their labels, which need no language: `2021`, `Q1/2022`, `05/2023`.

use super::Span;
use jiff::ToSpan;
use jiff::civil::Date;
use std::cmp::Ordering;

impl Span {
    /// The period from the first to the last day; either may be open.
    pub(super) fn new(start: Option<Date>, end: Option<Date>) -> Self {
        Self { start, end, label: label(start, end) }
    }

    /// Whether the other one is as long, and over before this one begins.
    pub(super) fn follows(&self, earlier: &Self) -> bool {
        let (Some(months), Some(theirs)) = (self.months(), earlier.months()) else {
            return false;
        };
        months == theirs && earlier.end < self.start
    }

    /// Its length in months, where these are whole.
    pub(super) fn months(&self) -> Option<i32> {
        let (start, end) = (self.start?, self.end?);
        whole_months(start, end)
    }
}

/// In the table: the earlier end first, then the earlier start; what has no days stands last.
pub(super) fn in_order(a: &Span, b: &Span) -> Ordering {
    let days = |span: &Span| {
        let last = span.end.or(span.start);
        (last.is_none(), last, span.start)
    };
    days(a).cmp(&days(b))
}

fn label(start: Option<Date>, end: Option<Date>) -> String {
    let day = |day: Date| format!("{:02}/{:02}/{}", day.day(), day.month(), day.year());
    match (start, end) {
        (None, None) => "?".to_owned(),
        (Some(start), None) => format!("{} – …", day(start)),
        (None, Some(end)) => format!("… – {}", day(end)),
        (Some(start), Some(end)) if start == end => day(start),
        (Some(start), Some(end)) => {
            named(start, end).unwrap_or_else(|| format!("{} – {}", day(start), day(end)))
        }
    }
}

/// The name of a period of whole months.
fn named(start: Date, end: Date) -> Option<String> {
    let months = whole_months(start, end)?;
    let (year, first) = (start.year(), start.month());
    Some(match (first, months) {
        (1, 12) => year.to_string(),
        (1, months) if months % 12 == 0 => format!("{year}–{}", end.year()),
        (_, 1) => format!("{first:02}/{year}"),
        (1 | 4 | 7 | 10, 3) => format!("Q{}/{year}", first / 3 + 1),
        (_, _) if end.year() == year => format!("{first:02}–{:02}/{year}", end.month()),
        (_, _) => format!("{first:02}/{year}–{:02}/{}", end.month(), end.year()),
    })
}

/// From the first day of a month to the last day of another one: how many months that is.
fn whole_months(start: Date, end: Date) -> Option<i32> {
    let next = end.checked_add(1.day()).ok()?;
    let count = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
    let whole = start.day() == 1 && next.day() == 1 && start < next;
    whole.then(|| count(next) - count(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(days: &str) -> Span {
        let (start, end) = days.split_once(' ').unwrap();
        Span::new(start.parse().ok(), end.parse().ok())
    }

    #[test]
    fn labels_are_short() {
        for (days, label) in [
            ("2021-01-01 2021-12-31", "2021"),
            ("2021-01-01 2022-12-31", "2021–2022"),
            ("2022-01-01 2022-03-31", "Q1/2022"),
            ("2022-10-01 2022-12-31", "Q4/2022"),
            ("2024-02-01 2024-02-29", "02/2024"),
            ("2023-01-01 2023-09-30", "01–09/2023"),
            ("2022-09-01 2023-05-31", "09/2022–05/2023"),
            ("2023-05-11 2023-05-11", "11/05/2023"),
            ("2023-05-11 2023-05-17", "11/05/2023 – 17/05/2023"),
            ("- 2023-05-11", "… – 11/05/2023"),
            ("2021-01-01 -", "01/01/2021 – …"),
            ("- -", "?"),
        ] {
            assert_eq!(span(days).label, label, "{days}");
        }
    }

    #[test]
    fn a_period_follows_one_of_its_own_length() {
        for (later, earlier, follows) in [
            ("2022-01-01 2022-12-31", "2021-01-01 2021-12-31", true),
            ("2024-02-01 2024-02-29", "2024-01-01 2024-01-31", true),
            ("2022-01-01 2022-06-30", "2021-01-01 2021-06-30", true),
            ("2022-01-01 2022-09-30", "2021-01-01 2021-06-30", false),
            ("2022-01-01 2022-12-31", "2022-01-01 2022-12-31", false),
            ("- 2022-12-31", "- 2021-12-31", false),
        ] {
            assert_eq!(span(later).follows(&span(earlier)), follows, "{later} after {earlier}");
        }
    }

    #[test]
    fn the_earlier_end_comes_first() {
        let mut spans =
            ["- -", "2022-01-01 2022-12-31", "2021-01-01 2022-12-31", "- 2021-05-11"].map(span);
        spans.sort_by(in_order);
        assert_eq!(spans.map(|s| s.label), ["… – 11/05/2021", "2021–2022", "2022", "?"]);
    }
}
