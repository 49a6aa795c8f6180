//! Spans of civil days: years, quarters, months, the months of a year so far.
//!
//! Pure arithmetic of the calendar; no words. A span's ends are inclusive and either may be open.

use jiff::ToSpan;
use jiff::civil::Date;

/// A span of days; `None` is an open end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
}

impl Span {
    /// Dates nothing.
    pub const OPEN: Self = Self { start: None, end: None };

    /// From one day to another.
    #[must_use]
    pub fn between(start: Date, end: Date) -> Self {
        Self { start: Some(start), end: Some(end) }
    }

    /// Up to and with a day.
    #[must_use]
    pub fn until(end: Option<Date>) -> Self {
        Self { start: None, end }
    }
}

/// 1 January to 31 December.
#[must_use]
pub(super) fn years(first: i16, last: i16) -> Option<Span> {
    Some(Span::between(Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?))
}

/// The first day of one month to the last day of another in a year.
#[must_use]
pub(super) fn months(year: i16, first: i8, last: i8) -> Option<Span> {
    let start = Date::new(year, first, 1).ok()?;
    Some(Span::between(start, Date::new(year, last, 1).ok()?.last_of_month()))
}

/// A school year: 1 September to 31 May.
#[must_use]
pub(super) fn school_year(first: i16, last: i16) -> Option<Span> {
    Some(Span::between(Date::new(first, 9, 1).ok()?, Date::new(last, 5, 31).ok()?))
}

/// The year whose month is the latest that does not lie behind the day of publication.
#[must_use]
pub(super) fn latest_year_of_month(month: i8, published: Date) -> i16 {
    if month > published.month() { published.year() - 1 } else { published.year() }
}

/// The latest day and month that do not lie behind the day of publication by more than a month.
#[must_use]
pub(super) fn latest_day(day: i8, month: i8, published: Date) -> Option<Date> {
    let this_year = Date::new(published.year(), month, day).ok()?;
    let soon = published.checked_add(1.month()).ok()?;
    if this_year > soon {
        Date::new(published.year() - 1, month, day).ok()
    } else {
        Some(this_year)
    }
}

/// The given number of years, or months, that end on the day of publication.
#[must_use]
pub(super) fn back_from(published: Date, years: i16, months: i16) -> Option<Span> {
    let start = published.checked_sub(i64::from(years).years().months(i64::from(months))).ok()?;
    Some(Span::between(start, published))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_ahead_of_publication_is_last_years() {
        let published = date(2023, 3, 10);
        assert_eq!(latest_year_of_month(3, published), 2023);
        assert_eq!(latest_year_of_month(11, published), 2022);
        assert_eq!(latest_day(30, 6, published), Some(date(2022, 6, 30)));
        assert_eq!(latest_day(12, 3, published), Some(date(2023, 3, 12)));
    }

    #[test]
    fn spans_end_on_the_last_day() {
        assert_eq!(months(2024, 2, 2).unwrap().end, Some(date(2024, 2, 29)));
        assert_eq!(years(2021, 2022).unwrap().end, Some(date(2022, 12, 31)));
        assert_eq!(months(2024, 1, 13), None);
    }
}
