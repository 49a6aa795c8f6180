//! So many days, months or years that are a period: `6 tháng đầu năm`, `trong 3 năm qua`, `3 ngày
//! tới`, `sau 5 năm thực hiện`.
//!
//! Hours and less date nothing (`3 giờ tới`). A length that is measured (`thời gian học 3 tháng`, `tối đa 5 năm`) is none: without a word of
//! time before or behind it, it stays a figure.

use super::Sense;
use super::calendar::{Span, back_from, months, months_from, week_from, years};
use super::point::{self, Point};
use super::{counted_months, dates, day, lapse, part};
use crate::lexicon::CueClass;
use crate::mention::{Scene, number};
use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;

/// The length that begins at token `at` and is a period by the words around it.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<Point> {
    half_year(scene, at)
        .or_else(|| part::half(scene, at))
        .or_else(|| part::week(scene, at))
        .or_else(|| ago(scene, at))
        .or_else(|| counted(scene, at))
}

/// `cách đây 3 tháng`: the day, month or year that lies so far back.
fn ago(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, _) = scene.cue(at, &[CueClass::Ago])?;
    let (digits, count) = number::plain(scene, at + len)?;
    let count = count.to_i16().filter(|n| (1..=100).contains(n))?;
    let (grain, taken) = grain(scene, at + len + digits)?;
    let span = back(scene, grain, count);
    Some(Point::new(len + digits + taken, span, Sense::During, "time.ago"))
}

/// The day, week, month or year that lies so many of them before that of publication.
fn back(scene: &Scene<'_>, grain: Grain, count: i16) -> Option<Span> {
    let p = scene.published?;
    match grain {
        Grain::Hour => None,
        Grain::Day => p.checked_sub(i64::from(count).days()).ok().map(Span::day),
        Grain::Week => week_from(p, -i32::from(count)),
        Grain::Month => months_from(p, -i32::from(count), 1),
        Grain::Year => years(p.year() - count, p.year() - count),
    }
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
pub(super) fn year_at(scene: &Scene<'_>, at: usize) -> (usize, Option<i16>) {
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
pub(super) enum Grain {
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
        && let Some(point) = counted_months::of_year(scene, behind, count)
            .or_else(|| counted_months::listed(scene, behind, count))
    {
        return Some(Point { len: taken + point.len, ..point });
    }
    let in_days = match grain {
        Grain::Day => Some(count),
        Grain::Week => count.checked_mul(part::WEEK),
        _ => None,
    };
    if let Some(days) = in_days.and_then(|count| part::days(scene, behind, count)) {
        return Some(Point { len: taken + days.len, ..days });
    }
    let days = day::some_days(scene, behind)
        .or_else(|| dates::through(scene, behind))
        .or_else(|| dates::pair(scene, behind));
    if let Some(days) = days.filter(|_| grain == Grain::Day) {
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
    if grain == Grain::Year && lapse::is_before(scene, behind) {
        return Some(Point::new(taken + 1, back(scene, grain, count), Sense::During, "time.ago"));
    }
    if let Some(point) = lapse::read(scene, at, behind, (grain, count)) {
        return Some(Point { len: taken + point.len, ..point });
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

/// So many of them up to the day of publication, or from it on. Days, weeks and months ahead are
/// whole ones; years and months gone by end on the day of publication.
pub(super) fn adjoining(
    scene: &Scene<'_>,
    grain: Grain,
    count: i16,
    side: CueClass,
    len: usize,
) -> Point {
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
