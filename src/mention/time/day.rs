//! A day of the calendar, or a week.
//!
//! `11-5-2023`, `3/9/91`, `ngày 5 tháng 3 năm 2023`, `mồng 3 tháng ba`, `thứ hai ngày 6 tháng 2`,
//! `thứ hai, 9/3`, `hôm qua`, `tuần này`, `tuần 34`. A day and month without a year need a word before them (`ngày 30-6`),
//! or `3,5` and `2-3` would be dates; a day of the week needs a date or a week.

use super::calendar::{Look, Span, Vantage, week_from};
use super::month::month_at;
use super::point::{self, Point};
use super::{Sense, dates, lunar};
use crate::lexicon::CueClass;
use crate::mention::{Scene, name};
use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// The day or week that begins at token `at`.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<Point> {
    weekday(scene, at)
        .or_else(|| edge(scene, at))
        .or_else(|| lunar::read(scene, at))
        .or_else(|| worded(scene, at))
        .or_else(|| dates::through(scene, at).filter(|_| full_date(scene, at).is_some()))
        .or_else(|| full_date(scene, at))
        .or_else(|| of_month(scene, at).filter(|(_, dated)| *dated).map(|(point, _)| point))
        .or_else(|| relative(scene, at))
        .or_else(|| week(scene, at))
}

fn made(len: usize, date: Option<Date>, rule: &'static str) -> Point {
    Point::new(len, date.map(Span::day), Sense::Day, rule)
}

/// `thứ hai ngày 6 tháng 2`, `Thứ Năm, 11/05/2023`, `thứ sáu tuần này`, `thứ ba tới`.
fn weekday(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, number) = scene.cue_value::<i8>(at, CueClass::Weekday)?;
    let behind = at + len;
    let comma = usize::from(scene.key(behind) == ",");
    let open = usize::from(scene.key(behind) == "(");
    let from = behind + comma + open;
    let dated = worded(scene, from).or_else(|| full_date(scene, from));
    if let Some(day) = dated.or_else(|| named_day(scene, from)) {
        return Some(Point { len: len + comma + open + day.len, ..day });
    }
    let of = usize::from(scene.cue(behind, &[CueClass::OfWord]).is_some());
    if let Some(week) = week(scene, behind + of) {
        let day = week.span.start.and_then(|d| d.checked_add(i64::from(number - 1).days()).ok());
        return Some(made(len + of + week.len, day, "time.weekday"));
    }
    let (more, cue) = scene.cue(behind, &[CueClass::Next, CueClass::Past])?;
    let near = |p| nearest_weekday(p, number, cue.class == CueClass::Next);
    Some(made(len + more, scene.published.and_then(near), "time.weekday"))
}

/// `9/3` behind a day of the week, where nothing is counted by it: `thứ hai, 9/3`, but `thứ hai, 9/12 xã`.
fn named_day(scene: &Scene<'_>, at: usize) -> Option<Point> {
    day_month(scene, at).filter(|(len, ..)| *len == 3 && !name::is_counted(scene, at))?;
    with_month(scene, at)
}

/// `thứ hai`: the next one, or the last.
pub(super) fn bare_weekday(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, number) = scene.cue_value(at, CueClass::Weekday)?;
    let near =
        scene.vantage(at).and_then(|v| nearest_weekday(v.day, number, v.look == Look::Ahead));
    Some(made(len, near, "time.weekday"))
}

fn nearest_weekday(day: Date, number: i8, ahead: bool) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(number).ok()?;
    day.nth_weekday(if ahead { 1 } else { -1 }, weekday).ok()
}

/// `ngày đầu tiên của tháng 3`, `ngày cuối cùng của quý II`.
fn edge(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, cue) = scene.cue(at, &[CueClass::FirstDay, CueClass::LastDay])?;
    let of = point::read(scene, at + len, false)?;
    let day = if cue.class == CueClass::FirstDay { of.span.start } else { of.span.end };
    Some(made(len + of.len, day, "time.edge_day"))
}

/// `ngày 11-5-2023`, `sáng 16.7`, `ngày 5 tháng 3 năm 2023`, `ngày 30-6`.
fn worded(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, _) = scene.cue(at, &[CueClass::DayWord])?;
    let open = usize::from(scene.key(at + len) == "(");
    let from = at + len + open;
    let point = some_days(scene, from)
        .or_else(|| dates::through(scene, from))
        .or_else(|| dates::pair(scene, from))
        .or_else(|| with_month(scene, from))?;
    Some(Point { len: len + open + point.len, ..point })
}

/// A day with its month: `11-5-2023`, `5 tháng 3`, `30-6`.
pub(super) fn with_month(scene: &Scene<'_>, at: usize) -> Option<Point> {
    full_date(scene, at).or_else(|| Some(of_month(scene, at)?.0)).or_else(|| {
        let (len, day, month) = day_month(scene, at)?;
        let (more, year) = point::year_behind(scene, at + len);
        let near = |look| Vantage { day: scene.published?, look }.nearest(day, month);
        let (next, date) = match year {
            Some(year) => (0, Date::new(year, month, day).ok()),
            None => match next_behind(scene, at + len) {
                0 => (0, scene.vantage(at).and_then(|v| v.nearest(day, month))),
                next => (next, near(Look::Ahead)),
            },
        };
        Some(made(len + more + next, date, "time.day"))
    })
}

/// How many tokens `tới` takes where it says that the day before it is the next one (`từ 1/7 tới`), and leads to no other.
fn next_behind(scene: &Scene<'_>, at: usize) -> usize {
    let leads = |behind: usize| {
        scene.is_digits(behind) || scene.cue(behind, &[CueClass::DayWord]).is_some()
    };
    let next = scene.cue(at, &[CueClass::Next]).filter(|(len, _)| !leads(at + len));
    next.map_or(0, |(len, _)| len)
}

/// `28 và 29-6`, `3, 4 và 5 tháng 7`: days that share the month of the last.
pub(super) fn some_days(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let first = scene.small(at, 31).filter(|_| scene.joins(at + 1))?;
    let last = some_days(scene, at + 2).or_else(|| with_month(scene, at + 2))?;
    let end = last.span.end.filter(|end| end.day() > first);
    let start = end.and_then(|end| Date::new(end.year(), end.month(), first).ok());
    Some(Point::new(2 + last.len, Some(Span { start, end }), Sense::During, "time.days"))
}

/// `5 tháng 3 năm 2023`, `19 tháng sáu`; whether a year stands in it.
fn of_month(scene: &Scene<'_>, at: usize) -> Option<(Point, bool)> {
    let day = scene.small(at, 31)?;
    let (len, month) = month_at(scene, at + 1)?;
    let (more, year) = point::year_behind(scene, at + 1 + len);
    let date = match year {
        Some(year) => Date::new(year, month, day).ok(),
        None => scene.vantage(at).and_then(|v| v.nearest(day, month)),
    };
    Some((made(1 + len + more, date, "time.day"), more > 0))
}

/// `11-5-2023`, `11/05/2023`, `16.7.2013`, `3/9/91`: a year makes a date of it without a word
/// before.
pub(super) fn full_date(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, date) = match day_month(scene, at) {
        Some((3, day, month)) => {
            let mark = scene.key(at + 3);
            let year = scene
                .year(at + 4)
                .filter(|_| matches!(mark, "/" | "-" | "."))
                .or_else(|| short_year(scene, at + 4).filter(|_| mark == "/"))?;
            (5, Date::new(year, month, day).ok()?)
        }
        _ => (1, dotted_date(scene.key(at))?),
    };
    Some(made(len, Some(date), "time.date"))
}

/// `17` in `3/3/17`: of the fifty years around the turn of the century.
fn short_year(scene: &Scene<'_>, at: usize) -> Option<i16> {
    let key = scene.key(at);
    let year: i16 = key.parse().ok().filter(|_| key.len() == 2 && scene.is_glued(at))?;
    Some(if year < 50 { 2000 + year } else { 1900 + year })
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
pub(super) fn day_month(scene: &Scene<'_>, at: usize) -> Option<(usize, i8, i8)> {
    if let Some((day, month)) = scene.key(at).split_once('.') {
        let (day, month) = (day.parse().ok()?, month.parse().ok()?);
        return ((1..=31).contains(&day) && (1..=12).contains(&month)).then_some((1, day, month));
    }
    let day = scene.small(at, 31)?;
    let month = scene.small(at + 2, 12)?;
    matches!(scene.key(at + 1), "/" | "-").then_some((3, day, month))
}

/// `hôm qua`, `sáng nay`, `ngày mai`.
fn relative(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, days) = scene.cue_value::<i64>(at, CueClass::RelativeDay)?;
    let date = scene.published.and_then(|p| p.checked_add(days.days()).ok());
    // `ngày mai, 7-11`: the same day in digits
    let comma = usize::from(scene.key(at + len) == ",");
    let again = day_month(scene, at + len + comma).filter(|(tokens, ..)| *tokens == 3);
    let more =
        again.filter(|_| !name::is_counted(scene, at + len + comma)).map_or(0, |_| comma + 3);
    Some(made(len + more, date, "time.relative_day"))
}

/// `tuần này`, `tuần trước`, `tuần 34`: Monday to Sunday.
fn week(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let Some((len, weeks)) = scene.cue_value(at, CueClass::RelativeWeek) else {
        return numbered_week(scene, at);
    };
    let span = scene.published.and_then(|p| week_from(p, weeks));
    Some(Point::new(len, span, Sense::During, "time.week"))
}

/// `tuần 34`, `tuần 34/2019`: by the count of ISO 8601, in the year of the nearest such week. `tuần 3 buổi` counts.
fn numbered_week(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, _) = scene.unit(at).filter(|(_, unit)| unit.key == "week")?;
    let week = scene.small(at + len, 53)?;
    let behind = at + len + 1;
    let named = scene.year(behind + 1).filter(|_| scene.key(behind) == "/");
    let counts = scene.unit(behind).is_some() || matches!(scene.key(behind), "-" | "/" | "%");
    if counts && named.is_none() || at > 0 && scene.is_digits(at - 1) {
        return None;
    }
    let day = |year| ISOWeekDate::new(year, week, Weekday::Monday).ok().map(ISOWeekDate::date);
    let near = || {
        let today = scene.published?;
        day(today.year()).filter(|day| *day <= today).or_else(|| day(today.year() - 1))
    };
    let span = named.map_or_else(near, day).and_then(|day| week_from(day, 0));
    let more = if named.is_some() { 2 } else { 0 };
    Some(Point::new(len + 1 + more, span, Sense::During, "time.week"))
}
