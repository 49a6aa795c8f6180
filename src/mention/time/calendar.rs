//! Spans of civil days: years, quarters, months, weeks, and what is nearest to a given day.
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

    /// One day.
    #[must_use]
    pub fn day(day: Date) -> Self {
        Self::between(day, day)
    }

    /// Up to and with a day.
    #[must_use]
    pub fn until(end: Option<Date>) -> Self {
        Self { start: None, end }
    }
}

/// Where a phrase without a year is resolved from, and which way it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vantage {
    /// The day of publication.
    pub day: Date,
    /// Whether what is spoken of is still to come.
    pub look: Look,
}

/// Which way a phrase looks from the day of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// What has been, as in a report.
    Back,
    /// What is still to come in the year may be meant as well, since its clause also tells of an aim: `tháng 9 dự
    /// kiến mở 5 lớp`.
    Around,
    /// What is to come, as in a plan.
    Ahead,
}

/// Up to which day of a month a report is of the month before.
const EARLY: i8 = 10;

/// How many days before the end of a quarter its reports begin.
const NEARLY_OVER: i32 = 15;

impl Vantage {
    /// The year of the nearest such months: the latest that have begun, or the next to end.
    #[must_use]
    pub fn year_of(self, first: i8, last: i8) -> i16 {
        let (year, month) = (self.day.year(), self.day.month());
        match self.look {
            Look::Ahead if last < month => year + 1,
            Look::Back if first > month => year - 1,
            _ => year,
        }
    }

    /// The year that a report of this day is of: in January the one before.
    #[must_use]
    pub(super) fn reported_year(self) -> i16 {
        let before = self.look == Look::Back && self.day.month() == 1;
        self.day.year() - i16::from(before)
    }

    /// How many months before that of this day the month, or the first of the quarter, lies that a report of this day
    /// is of: the one that is over, or nearly.
    #[must_use]
    pub(super) fn reported_months(self, by_quarter: bool) -> i32 {
        let into = if by_quarter { i32::from(self.day.month() - 1) % 3 } else { 0 };
        let left = i32::from(self.day.days_in_month() - self.day.day());
        let is_over = match by_quarter {
            true => into == 2 && left < NEARLY_OVER,
            false => self.day.day() > EARLY,
        };
        let size = if by_quarter { 3 } else { 1 };
        if is_over || self.look == Look::Ahead { -into } else { -into - size }
    }

    /// The nearest such day: the latest that lies no more than a month ahead, or the next.
    #[must_use]
    pub fn nearest(self, day: i8, month: i8) -> Option<Date> {
        let this_year = Date::new(self.day.year(), month, day).ok()?;
        let year = match self.look {
            Look::Ahead if this_year < self.day => self.day.year() + 1,
            Look::Back if this_year > self.day.checked_add(1.month()).ok()? => self.day.year() - 1,
            _ => return Some(this_year),
        };
        Date::new(year, month, day).ok()
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

/// So many whole months, the first of them `from` months behind that of `day`.
#[must_use]
pub(super) fn months_from(day: Date, from: i32, count: i32) -> Option<Span> {
    let start = day.first_of_month().checked_add(from.months()).ok()?;
    let end = start.checked_add(count.months()).ok()?.yesterday().ok()?;
    Some(Span::between(start, end))
}

/// The week from Monday to Sunday, so many weeks behind that of `day`.
#[must_use]
pub(super) fn week_from(day: Date, weeks: i32) -> Option<Span> {
    let into = i32::from(day.weekday().to_monday_zero_offset());
    let monday = day.checked_add((weeks * 7 - into).days()).ok()?;
    Some(Span::between(monday, monday.checked_add(6.days()).ok()?))
}

/// A school year: 1 September to 31 May.
#[must_use]
pub(super) fn school_year(first: i16, last: i16) -> Option<Span> {
    Some(Span::between(Date::new(first, 9, 1).ok()?, Date::new(last, 5, 31).ok()?))
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
    fn a_report_looks_back_and_a_plan_ahead() {
        let report = Vantage { day: date(2023, 3, 10), look: Look::Back };
        assert_eq!((report.year_of(3, 3), report.year_of(11, 11)), (2023, 2022));
        assert_eq!(report.nearest(30, 6), Some(date(2022, 6, 30)));
        assert_eq!(report.nearest(12, 3), Some(date(2023, 3, 12)));
        let plan = Vantage { look: Look::Ahead, ..report };
        assert_eq!((plan.year_of(3, 3), plan.year_of(1, 2)), (2023, 2024));
        assert_eq!(plan.nearest(30, 6), Some(date(2023, 6, 30)));
        assert_eq!(plan.nearest(9, 3), Some(date(2024, 3, 9)));
        let both = Vantage { look: Look::Around, ..report };
        assert_eq!((both.year_of(11, 11), both.year_of(1, 2)), (2023, 2023));
        assert_eq!(both.nearest(30, 6), Some(date(2023, 6, 30)));
    }

    #[test]
    fn a_report_is_of_what_is_over_or_nearly() {
        let at = |month, day| Vantage { day: date(2023, month, day), look: Look::Back };
        assert_eq!((at(8, 28).reported_months(false), at(9, 5).reported_months(false)), (0, -1));
        assert_eq!((at(3, 30).reported_months(true), at(4, 3).reported_months(true)), (-2, -3));
        assert_eq!(at(11, 22).reported_months(true), -4);
        assert_eq!((at(1, 20).reported_year(), at(12, 20).reported_year()), (2022, 2023));
    }

    #[test]
    fn spans_end_on_the_last_day() {
        assert_eq!(months(2024, 2, 2).unwrap().end, Some(date(2024, 2, 29)));
        assert_eq!(years(2021, 2022).unwrap().end, Some(date(2022, 12, 31)));
        assert_eq!(months(2024, 1, 13), None);
        let winter = months_from(date(2023, 11, 30), 1, 3);
        assert_eq!(winter, Some(Span::between(date(2023, 12, 1), date(2024, 2, 29))));
        let week = week_from(date(2023, 7, 15), -1);
        assert_eq!(week, Some(Span::between(date(2023, 7, 3), date(2023, 7, 9))));
    }
}
