//! A point of the calendar: a day, month, quarter, year or two years.
//!
//! `11-5-2023`, `ngày 5 tháng 3 năm 2023`, `tháng 5/2016`, `quý II`, `năm 2021 - 2022`,
//! `năm học 2022-2023`. A day and month without a year need a word before them (`ngày 30-6`),
//! or `3,5` and `2-3` would be dates.

use super::Sense;
use super::calendar::{Span, latest_day, latest_year_of_month, months, school_year, years};
use crate::lexicon::CueClass;
use crate::mention::Scene;
use jiff::civil::Date;

/// A point, how many tokens it takes, and the rule.
pub(super) struct Point {
    pub len: usize,
    pub span: Span,
    pub sense: Sense,
    pub rule: &'static str,
}

impl Point {
    fn new(len: usize, span: Option<Span>, sense: Sense, rule: &'static str) -> Self {
        Self { len, span: span.unwrap_or(Span::OPEN), sense, rule }
    }
}

/// The point that begins at token `at`. `bare` allows a year without `năm` before it.
pub(super) fn read(scene: &Scene<'_>, at: usize, bare: bool) -> Option<Point> {
    school(scene, at)
        .or_else(|| worded_day(scene, at))
        .or_else(|| full_date(scene, at))
        .or_else(|| quarter(scene, at))
        .or_else(|| month(scene, at))
        .or_else(|| worded_years(scene, at))
        .or_else(|| {
            year_pair(scene, at)
                .map(|(len, a, b)| Point::new(len, years(a, b), Sense::During, "time.years"))
        })
        .or_else(|| relative_year(scene, at))
        .or_else(|| {
            let year = scene.year(at).filter(|_| bare)?;
            Some(Point::new(1, years(year, year), Sense::During, "time.year"))
        })
}

fn school(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, _) = scene.cue(at, &[CueClass::SchoolYear])?;
    let (pair, first, last) = year_pair(scene, at + len)?;
    Some(Point::new(len + pair, school_year(first, last), Sense::During, "time.school_year"))
}

/// `2021-2022`, `2020 - 2025`, `2021 và 2022`, `2016 đến 2020`, `2019, 2020`.
fn year_pair(scene: &Scene<'_>, at: usize) -> Option<(usize, i16, i16)> {
    let first = scene.year(at)?;
    let joined = matches!(scene.key(at + 1), "-" | "/")
        || scene.joins(at + 1)
        || scene.cue(at + 1, &[CueClass::Until]).is_some_and(|(len, _)| len == 1);
    let skip = 2 + usize::from(scene.cue(at + 2, &[CueClass::YearWord]).is_some());
    let last = scene.year(at + skip)?;
    (joined && last > first && last - first <= 60).then_some((skip + 1, first, last))
}

fn worded_years(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (mut len, _) = scene.cue(at, &[CueClass::YearWord])?;
    if let Some((more, _)) = scene.cue(at + len, &[CueClass::YearWord]) {
        len += more;
    }
    if let Some((pair, first, last)) = year_pair(scene, at + len) {
        return Some(Point::new(len + pair, years(first, last), Sense::During, "time.years"));
    }
    let year = scene.year(at + len)?;
    Some(Point::new(len + 1, years(year, year), Sense::During, "time.year"))
}

fn relative_year(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let classes = [CueClass::ThisYear, CueClass::LastYear, CueClass::PastYear, CueClass::NextYear];
    let (len, cue) = scene.cue(at, &classes)?;
    let span = scene.published.and_then(|p| match cue.class {
        CueClass::ThisYear => years(p.year(), p.year()),
        CueClass::NextYear => years(p.year() + 1, p.year() + 1),
        CueClass::PastYear if p.month() > 3 => super::calendar::back_from(p, 1, 0),
        _ => years(p.year() - 1, p.year() - 1),
    });
    Some(Point::new(len, span, Sense::During, "time.relative_year"))
}

/// `quý I/2023`, `quý 2`, `quý III năm 2020`.
fn quarter(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, _) = scene.cue(at, &[CueClass::QuarterWord])?;
    let quarter = match scene.key(at + len) {
        "i" | "1" => 1,
        "ii" | "2" => 2,
        "iii" | "3" => 3,
        "iv" | "4" => 4,
        _ => return None,
    };
    let (more, written) = year_behind(scene, at + len + 1);
    let year =
        written.or_else(|| scene.published.map(|p| latest_year_of_month(quarter * 3 - 2, p)));
    let span = year.and_then(|y| months(y, quarter * 3 - 2, quarter * 3));
    Some(Point::new(len + 1 + more, span, Sense::During, "time.quarter"))
}

/// `tháng 5/2016`, `tháng 5 năm 2016`, `tháng 11`, `tháng 4 - 6/2020`.
fn month(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, _) = scene.cue(at, &[CueClass::MonthWord])?;
    let month = scene.small(at + len, 12)?;
    let last = scene
        .small(at + len + 2, 12)
        .filter(|last| scene.key(at + len + 1) == "-" && *last > month);
    let len = len + if last.is_some() { 2 } else { 0 };
    let last = last.unwrap_or(month);
    let (more, written) = year_behind(scene, at + len + 1);
    let year = written.or_else(|| scene.published.map(|p| latest_year_of_month(last, p)));
    let span = year.and_then(|y| months(y, month, last));
    Some(Point::new(len + 1 + more, span, Sense::During, "time.month"))
}

/// A year behind a month or quarter: `/2016`, `-2016`, `năm 2016`, `năm nay`.
pub(super) fn year_behind(scene: &Scene<'_>, at: usize) -> (usize, Option<i16>) {
    if matches!(scene.key(at), "/" | "-" | ".")
        && let Some(year) = scene.year(at + 1)
    {
        return (2, Some(year));
    }
    if let Some((len, _)) = scene.cue(at, &[CueClass::YearWord])
        && let Some(year) = scene.year(at + len)
    {
        return (len + 1, Some(year));
    }
    if let (Some((len, _)), Some(p)) = (scene.cue(at, &[CueClass::ThisYear]), scene.published) {
        return (len, Some(p.year()));
    }
    (0, None)
}

/// `ngày 11-5-2023`, `sáng 16.7`, `ngày 5 tháng 3 năm 2023`, `ngày 30-6`.
fn worded_day(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, _) = scene.cue(at, &[CueClass::DayWord])?;
    let open = usize::from(scene.key(at + len) == "(");
    let from = at + len + open;
    if let Some(point) = full_date(scene, from).or_else(|| day_of_month(scene, from)) {
        return Some(Point { len: len + open + point.len, ..point });
    }
    let (more, day, month) = day_month(scene, from)?;
    let date = scene.published.and_then(|p| latest_day(day, month, p));
    let span = date.map(|d| Span::between(d, d));
    Some(Point::new(len + open + more, span, Sense::Day, "time.day"))
}

/// `5 tháng 3 năm 2023`, `19 tháng 6`.
fn day_of_month(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let day = scene.small(at, 31)?;
    let (len, _) = scene.cue(at + 1, &[CueClass::MonthWord])?;
    let month = scene.small(at + 1 + len, 12)?;
    let (more, year) = year_behind(scene, at + 2 + len);
    let date = match year {
        Some(year) => Date::new(year, month, day).ok(),
        None => scene.published.and_then(|p| latest_day(day, month, p)),
    };
    Some(Point::new(2 + len + more, date.map(|d| Span::between(d, d)), Sense::Day, "time.day"))
}

/// `11-5-2023`, `11/05/2023`, `16.7.2013`: a year makes a date of it without a word before.
pub(super) fn full_date(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, date) = if let Some((len, day, month)) =
        day_month(scene, at).filter(|(len, ..)| *len == 3)
    {
        let year =
            scene.year(at + len + 1).filter(|_| matches!(scene.key(at + len), "/" | "-" | "."))?;
        (len + 2, Date::new(year, month, day).ok()?)
    } else {
        (1, dotted_date(scene.key(at))?)
    };
    Some(Point::new(len, Some(Span::between(date, date)), Sense::Day, "time.date"))
}

fn dotted_date(key: &str) -> Option<Date> {
    let mut parts = key.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// `30-6`, `27/7` (three tokens) or `16.7` (one).
fn day_month(scene: &Scene<'_>, at: usize) -> Option<(usize, i8, i8)> {
    if let Some((day, month)) = scene.key(at).split_once('.') {
        let (day, month) = (day.parse().ok()?, month.parse().ok()?);
        return ((1..=31).contains(&day) && (1..=12).contains(&month)).then_some((1, day, month));
    }
    let day = scene.small(at, 31)?;
    let month = scene.small(at + 2, 12)?;
    matches!(scene.key(at + 1), "/" | "-").then_some((3, day, month))
}
