//! So many days, months or years that are a period: `6 tháng đầu năm`, `trong 3 năm qua`, `3 ngày
//! tới`, `sau 5 năm thực hiện`.
//!
//! Hours and less date nothing (`3 giờ tới`). A length that is measured (`thời gian học 3 tháng`, `tối đa 5 năm`) is none: without a word of
//! time before or behind it, it stays a figure.

use super::Sense;
use super::calendar::{Span, back_from, months, months_from, week_from, years};
use super::day;
use super::point::{self, Point};
use crate::lexicon::CueClass;
use crate::mention::{Scene, number};
use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;

/// The length that begins at token `at` and is a period by the words around it.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<Point> {
    half_year(scene, at).or_else(|| ago(scene, at)).or_else(|| counted(scene, at))
}

/// `cách đây 3 tháng`: the day, month or year that lies so far back.
fn ago(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, _) = scene.cue(at, &[CueClass::Ago])?;
    let (digits, count) = number::plain(scene, at + len)?;
    let count = count.to_i16().filter(|n| (1..=100).contains(n))?;
    let (grain, taken) = grain(scene, at + len + digits)?;
    let span = scene.published.and_then(|p| match grain {
        Grain::Hour => None,
        Grain::Day => p.checked_sub(i64::from(count).days()).ok().map(Span::day),
        Grain::Week => week_from(p, -i32::from(count)),
        Grain::Month => months_from(p, -i32::from(count), 1),
        Grain::Year => years(p.year() - count, p.year() - count),
    });
    Some(Point::new(len + digits + taken, span, Sense::During, "time.ago"))
}

fn half_year(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, cue) = scene.cue(at, &[CueClass::HalfFirst, CueClass::HalfLast])?;
    let (more, written) = year_at(scene, at + len);
    let (first, last) = if cue.class == CueClass::HalfFirst { (1, 6) } else { (7, 12) };
    let span = written
        .or_else(|| scene.published.map(|p| p.year()))
        .and_then(|year| months(year, first, last));
    Some(Point {
        len: len + more,
        span: span.unwrap_or(Span::OPEN),
        sense: Sense::During,
        rule: "time.half_year",
    })
}

/// A year, with or without `năm`, or `nay`.
fn year_at(scene: &Scene<'_>, at: usize) -> (usize, Option<i16>) {
    match scene.year(at) {
        Some(year) => (1, Some(year)),
        None => match point::year_behind(scene, at) {
            (0, _) if scene.cue(at, &[CueClass::ThisTime]).is_some() => {
                (1, scene.published.map(|p| p.year()))
            }
            found => found,
        },
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Grain {
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// The unit of time at token `at`, and its length.
fn grain(scene: &Scene<'_>, at: usize) -> Option<(Grain, usize)> {
    if scene.is_year_unit(at) {
        return Some((Grain::Year, 1));
    }
    let (len, unit) = scene.unit(at)?;
    let grain = match unit.key.as_str() {
        "hour" | "minute" | "second" => Grain::Hour,
        "day" => Grain::Day,
        "week" => Grain::Week,
        "month" => Grain::Month,
        _ => return None,
    };
    Some((grain, len))
}

fn counted(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (digits, count) = number::plain(scene, at)?;
    let count = count.to_i16().filter(|n| (1..=100).contains(n))?;
    let (grain, len) = grain(scene, at + digits)?;
    let behind = at + digits + len;
    let taken = digits + len;
    if grain == Grain::Month
        && let Some(point) =
            months_of_year(scene, behind, count).or_else(|| listed_months(scene, behind, count))
    {
        return Some(Point { len: taken + point.len, ..point });
    }
    if let Some(days) = day::some_days(scene, behind).filter(|_| grain == Grain::Day) {
        return Some(Point { len: taken + days.len, ..days });
    }
    if grain == Grain::Year {
        let open = usize::from(scene.key(behind) == "(");
        if let Some(point) =
            scene.year(behind + open).and_then(|_| point::read(scene, behind + open, false))
        {
            return Some(Point {
                len: taken + open + point.len,
                rule: "time.years_counted",
                ..point
            });
        }
    }
    if let Some((more, cue)) = scene.cue(behind, &[CueClass::Past, CueClass::Next]) {
        return Some(adjoining(scene, grain, count, cue.class, taken + more));
    }
    if !matches!(grain, Grain::Month | Grain::Year) {
        return None;
    }
    let before = scene.cue_before(at, &[CueClass::DurationBefore]).is_some();
    let follows = scene.cue(behind, &[CueClass::DurationAfter]).is_some();
    let closed = matches!(scene.key(behind), "," | "." | ";" | "");
    let opening = scene
        .cue_before(at, &[CueClass::DurationBefore])
        .is_some_and(|(len, _)| scene.begins_clause(at - len));
    if follows && before || before && closed && opening {
        return Some(adjoining(scene, grain, count, CueClass::Past, taken));
    }
    None
}

/// `6 tháng đầu năm [2023]`, `6 tháng cuối năm`, `9 tháng năm 2023`, `9 tháng qua`.
fn months_of_year(scene: &Scene<'_>, at: usize, count: i16) -> Option<Point> {
    let count = i8::try_from(count).ok().filter(|n| *n <= 12)?;
    let (len, first, last) = if let Some((len, _)) = scene.cue(at, &[CueClass::OfYearStart]) {
        (len, 1, count)
    } else if let Some((len, _)) = scene.cue(at, &[CueClass::OfYearEnd]) {
        (len, 13 - count, 12)
    } else if scene
        .cue(at, &[CueClass::YearWord])
        .is_some_and(|(len, _)| scene.year(at + len).is_some())
    {
        (0, 1, count)
    } else if let Some((len, _)) = scene.cue(at, &[CueClass::Past]) {
        let year = scene.published.map(|p| p.year());
        let span = year.and_then(|y| months(y, 1, count));
        return Some(Point {
            len,
            span: span.unwrap_or(Span::OPEN),
            sense: Sense::During,
            rule: "time.months_past",
        });
    } else if count > 2
        && scene
            .cue(at, &[CueClass::Level, CueClass::Rise, CueClass::Fall, CueClass::Estimate])
            .is_some()
        || count > 1 && from_new_year(scene, at, count)
    {
        (0, 1, count)
    } else {
        return None;
    };
    let (more, written) = year_at(scene, at + len);
    let span = written
        .or_else(|| {
            scene
                .published
                .map(|p| if p.month() < 3 && last > p.month() { p.year() - 1 } else { p.year() })
        })
        .and_then(|year| months(year, first, last));
    Some(Point {
        len: len + more,
        span: span.unwrap_or(Span::OPEN),
        sense: Sense::During,
        rule: "time.months_of_year",
    })
}

/// Whether the months before token `at` began with the year: `tính chung 6 tháng`, `lũy kế 9 tháng`,
/// and `trong 6 tháng,` in a report of July, when so many of them have just ended.
fn from_new_year(scene: &Scene<'_>, at: usize, count: i8) -> bool {
    let begin = at.saturating_sub(2);
    if scene.cue_before(begin, &[CueClass::Cumulative]).is_some() {
        return true;
    }
    let just_ended = scene
        .published
        .is_some_and(|day| count > 2 && (count == day.month() || count + 1 == day.month()));
    let closed = matches!(scene.key(at), "," | ":");
    just_ended && closed && scene.cue_before(begin, &[CueClass::DurationBefore]).is_some()
}

/// `3 tháng 7, 8, 9-2022`: the months are named.
fn listed_months(scene: &Scene<'_>, at: usize, count: i16) -> Option<Point> {
    let first = scene.small(at, 12)?;
    let (mut len, mut last, mut found) = (1, first, 1);
    while scene.joins(at + len) {
        let Some(next) = scene.small(at + len + 1, 12) else { break };
        last = next;
        len += 2;
        found += 1;
    }
    let (more, year) = point::year_behind(scene, at + len);
    let year = year.or_else(|| scene.published.map(|p| p.year()));
    let span = year.and_then(|y| months(y, first, last));
    (found == count).then_some(Point {
        len: len + more,
        span: span.unwrap_or(Span::OPEN),
        sense: Sense::During,
        rule: "time.months_listed",
    })
}

/// So many of them up to the day of publication, or from it on. Days, weeks and months ahead are
/// whole ones; years and months gone by end on the day of publication.
fn adjoining(scene: &Scene<'_>, grain: Grain, count: i16, side: CueClass, len: usize) -> Point {
    let days = |p: Date, from: i16, to: i16| {
        let day = |n: i16| p.checked_add(i64::from(n).days()).ok();
        Some(Span { start: Some(day(from)?), end: Some(day(to)?) })
    };
    let weeks = |p: Date, from: i16, to: i16| {
        let week = |n: i16| week_from(p, n.into());
        Some(Span { start: week(from)?.start, end: week(to)?.end })
    };
    let span = scene.published.and_then(|p| match (grain, side) {
        (Grain::Hour, _) => None,
        (Grain::Day, CueClass::Next) => days(p, 1, count),
        (Grain::Day, _) => days(p, -count, -1),
        (Grain::Week, CueClass::Next) => weeks(p, 1, count),
        (Grain::Week, _) => weeks(p, -count, -1),
        (Grain::Month, CueClass::Next) => months_from(p, 1, count.into()),
        (Grain::Month, _) => back_from(p, 0, count),
        (Grain::Year, CueClass::Next) => years(p.year() + 1, p.year() + count),
        (Grain::Year, _) => back_from(p, count, 0),
    });
    let sense = if grain == Grain::Hour { Sense::Occasion } else { Sense::During };
    let rule = if side == CueClass::Next { "time.ahead" } else { "time.past" };
    Point::new(len, span, sense, rule)
}
