//! A month, a quarter, a season, or some of them in a row.
//!
//! `tháng 5/2016`, `tháng tư`, `quý I và quý II`, `tháng trước`, `mùa hè năm nay`. A number in words
//! is none of a month where it counts what stands behind it: `tháng ba lần`.

use super::Sense;
use super::calendar::{Look, Span, Vantage, months, months_from};
use super::point::{Point, year_behind};
use super::year::{is_reported, says_more};
use crate::lexicon::CueClass;
use crate::mention::Scene;
use jiff::civil::Date;

/// The months that begin at token `at`.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<Point> {
    quarter(scene, at)
        .or_else(|| month(scene, at))
        .or_else(|| relative(scene, at))
        .or_else(|| season(scene, at))
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
    if let Some(point) = dotted(scene, at) {
        return Some(point);
    }
    let (mut len, first) = month_at(scene, at)?;
    let mut last = first;
    if let Some(to) = scene.small(at + len + 1, 12).filter(|to| *to > first)
        && scene.key(at + len) == "-"
    {
        (len, last) = (len + 2, to);
    }
    while let Some((more, next)) =
        next_named(scene, at + len, last, month_at).or_else(|| next_numbered(scene, at + len, last))
    {
        (len, last) = (len + more, next);
    }
    Some(months_named(scene, at, len, first, last, "time.month"))
}

/// `tháng 10.2024`: one token of digits.
fn dotted(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, _) = scene.cue(at, &[CueClass::MonthWord])?;
    let (month, year) = scene.key(at + len).split_once('.')?;
    let year: i16 = year.parse().ok().filter(|_| year.len() == 4)?;
    let span = months(year, month.parse().ok()?, month.parse().ok()?)?;
    Some(Point::new(len + 1, Some(span), Sense::During, "time.month"))
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

/// `và 12` behind `tháng 11`: the month that follows on it, with nothing counted behind.
fn next_numbered(scene: &Scene<'_>, at: usize, last: i8) -> Option<(usize, i8)> {
    let next = scene.small(at + 1, 12).filter(|next| scene.joins(at) && *next == last + 1)?;
    let counted = counts_behind(scene, at + 2) && !scene.is_digits(at + 2);
    (!counted && scene.key(at + 2) != "%").then_some((2, next))
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
    // `từ tháng 3 tới nay` names no month ahead
    let points = scene.cue(behind, &[CueClass::Next, CueClass::ThisSeason, CueClass::Now]);
    let points = points.filter(|(_, cue)| cue.class != CueClass::Now);
    let (more, year) = match (year_behind(scene, behind), points) {
        ((0, _), Some((more, cue))) => {
            let look = if cue.class == CueClass::Next { Look::Ahead } else { Look::Around };
            let near = scene.published.map(|day| Vantage { day, look });
            (more, near.map(|v| v.year_of(first, last)))
        }
        ((more, year), _) => {
            (more, year.or_else(|| scene.vantage(at).map(|v| v.year_of(first, last))))
        }
    };
    let span = year.and_then(|y| months(y, first, last));
    Point::new(len + more, span, Sense::During, rule)
}

/// `tháng trước`, `quý này`, `quý tới`, `trong tháng`.
fn relative(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, cue) = scene.cue(at, &[CueClass::RelativeMonth, CueClass::RelativeQuarter])?;
    let by_quarter = cue.class == CueClass::RelativeQuarter;
    let size = if by_quarter { 3 } else { 1 };
    let span = if is_reported(cue) {
        if says_more(scene, at + len) {
            return None;
        }
        scene.vantage(at).and_then(|v| months_from(v.day, v.reported_months(by_quarter), size))
    } else {
        let so_many: i32 = cue.value.as_deref()?.parse().ok()?;
        scene.published.and_then(|p| {
            let into = if by_quarter { i32::from(p.month() - 1) % 3 } else { 0 };
            months_from(p, so_many * size - into, size)
        })
    };
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
            _ if scene.year(at + len).is_some() => (1, scene.year(at + len)),
            _ => return None,
        };
    let day = |year: i16, day: &str| format!("{year:04}-{day}").parse::<Date>().ok();
    let span = year.and_then(|year| {
        let begins = if first > last { year - 1 } else { year };
        Some(Span::between(day(begins, first)?, day(year, last)?))
    });
    Some(Point::new(len + more, span, Sense::During, "time.season"))
}
