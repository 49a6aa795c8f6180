//! A point of the calendar: a month, quarter, season, year or two years; days are in `day`.
//!
//! `tháng 5/2016`, `tháng tư`, `quý II`, `tháng trước`, `mùa hè năm nay`, `năm 2021 - 2022`,
//! `năm học 2022-2023`. A number of a month in words is none where it counts what stands behind
//! it: `tháng ba lần`.

use super::calendar::{Span, Vantage, months, months_from, school_year, years};
use super::day;
use super::{Sense, Time};
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
    pub(super) fn new(len: usize, span: Option<Span>, sense: Sense, rule: &'static str) -> Self {
        Self { len, span: span.unwrap_or(Span::OPEN), sense, rule }
    }

    /// The same as a mention that begins at token `at`.
    pub(super) fn time(self, at: usize) -> Time {
        Time { words: at..at + self.len, span: self.span, sense: self.sense, rule: self.rule }
    }
}

/// The point that begins at token `at`. `bare` allows a year without `năm` before it.
pub(super) fn read(scene: &Scene<'_>, at: usize, bare: bool) -> Option<Point> {
    school(scene, at)
        .or_else(|| day::read(scene, at))
        .or_else(|| quarter(scene, at))
        .or_else(|| month(scene, at))
        .or_else(|| relative_months(scene, at))
        .or_else(|| season(scene, at))
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

/// `quý I/2023`, `quý ba`, `quý III năm 2020`, `quý I và quý II`.
fn quarter(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (mut len, first) = quarter_at(scene, at)?;
    let mut last = first;
    while let Some((more, next)) = next_named(scene, at + len, last, quarter_at) {
        (len, last) = (len + more, next);
    }
    Some(months_named(scene, at, len, first * 3 - 2, last * 3, "time.quarter"))
}

fn quarter_at(scene: &Scene<'_>, at: usize) -> Option<(usize, i8)> {
    let found = scene.cue_value(at, CueClass::QuarterName);
    found.filter(|(len, _)| !counts_behind(scene, at + len))
}

/// `tháng 5/2016`, `tháng tư năm nay`, `tháng 11`, `tháng 3 tới`, `tháng 4 - 6/2020`, `tháng 5 và
/// tháng 6`.
fn month(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (mut len, first) = month_at(scene, at)?;
    let mut last = first;
    if let Some(to) = scene.small(at + len + 1, 12).filter(|to| *to > first)
        && scene.key(at + len) == "-"
    {
        (len, last) = (len + 2, to);
    }
    while let Some((more, next)) = next_named(scene, at + len, last, month_at) {
        (len, last) = (len + more, next);
    }
    Some(months_named(scene, at, len, first, last, "time.month"))
}

/// `và quý II` behind `quý I`: the one that follows on it.
fn next_named(
    scene: &Scene<'_>,
    at: usize,
    last: i8,
    named: fn(&Scene<'_>, usize) -> Option<(usize, i8)>,
) -> Option<(usize, i8)> {
    let (len, next) = named(scene, at + 1).filter(|_| scene.joins(at))?;
    (next == last + 1).then_some((len + 1, next))
}

/// `tháng 5`, `tháng tư`, `tháng giêng`, and its tokens.
pub(super) fn month_at(scene: &Scene<'_>, at: usize) -> Option<(usize, i8)> {
    if let Some((len, _)) = scene.cue(at, &[CueClass::MonthWord])
        && let Some(month) = scene.small(at + len, 12)
    {
        return Some((len + 1, month));
    }
    let (len, month) = scene.cue_value(at, CueClass::MonthName)?;
    (!counts_behind(scene, at + len)).then_some((len, month))
}

/// Whether something that is counted stands at token `at`: the word before it is a number.
fn counts_behind(scene: &Scene<'_>, at: usize) -> bool {
    scene.unit(at).is_some() && !scene.is_year_unit(at)
}

/// Months with the year that stands behind them, or the nearest.
fn months_named(
    scene: &Scene<'_>,
    at: usize,
    len: usize,
    first: i8,
    last: i8,
    rule: &'static str,
) -> Point {
    let behind = at + len;
    let (more, year) = match (year_behind(scene, behind), scene.cue(behind, &[CueClass::Next])) {
        ((0, _), Some((more, _))) => {
            let next = scene.published.map(|day| Vantage { day, ahead: true });
            (more, next.map(|v| v.year_of(first, last)))
        }
        ((more, year), _) => {
            (more, year.or_else(|| scene.vantage(at).map(|v| v.year_of(first, last))))
        }
    };
    let span = year.and_then(|y| months(y, first, last));
    Point::new(len + more, span, Sense::During, rule)
}

/// `tháng trước`, `quý này`, `quý tới`.
fn relative_months(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, from, count, from_quarter) =
        if let Some((len, months)) = scene.cue_value::<i32>(at, CueClass::RelativeMonth) {
            (len, months, 1, false)
        } else {
            let (len, quarters) = scene.cue_value::<i32>(at, CueClass::RelativeQuarter)?;
            (len, quarters * 3, 3, true)
        };
    let span = scene.published.and_then(|p| {
        let into_quarter = if from_quarter { i32::from(p.month() - 1) % 3 } else { 0 };
        months_from(p, from - into_quarter, count)
    });
    Some(Point::new(len, span, Sense::During, "time.relative_months"))
}

/// `mùa hè này`, `mùa đông năm 2022`: a winter is that of the year in which it ends.
fn season(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, days) = scene.cue_value::<String>(at, CueClass::Season)?;
    let (first, last) = days.split_once('/')?;
    let (more, year) =
        match (year_behind(scene, at + len), scene.cue(at + len, &[CueClass::ThisSeason])) {
            ((0, _), Some((more, _))) => (more, scene.published.map(Date::year)),
            (found, _) if found.0 > 0 => found,
            _ => return None,
        };
    let day = |year: i16, day: &str| format!("{year:04}-{day}").parse::<Date>().ok();
    let span = year.and_then(|year| {
        let begins = if first > last { year - 1 } else { year };
        Some(Span::between(day(begins, first)?, day(year, last)?))
    });
    Some(Point::new(len + more, span, Sense::During, "time.season"))
}

/// A year behind a month or quarter: `/2016`, `-2016`, `năm 2016`, `của năm 2016`, `năm nay`.
pub(super) fn year_behind(scene: &Scene<'_>, at: usize) -> (usize, Option<i16>) {
    if matches!(scene.key(at), "/" | "-" | ".")
        && let Some(year) = scene.year(at + 1)
    {
        return (2, Some(year));
    }
    let of = usize::from(scene.cue(at, &[CueClass::OfWord]).is_some());
    if let Some((len, _)) = scene.cue(at + of, &[CueClass::YearWord])
        && let Some(year) = scene.year(at + of + len)
    {
        return (of + len + 1, Some(year));
    }
    let relative = [(CueClass::ThisYear, 0), (CueClass::LastYear, -1), (CueClass::NextYear, 1)];
    relative
        .iter()
        .find_map(|(class, years)| {
            let (len, _) = scene.cue(at, &[*class])?;
            Some((len, Some(scene.published?.year() + years)))
        })
        .unwrap_or((0, None))
}
