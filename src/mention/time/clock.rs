//! A time of day. It dates nothing, and its numbers count nothing.
//!
//! `13:41`, `15:23:24`, `7h30`, `9-11h`, `10g45`, `14 giờ 30`, `lúc ba giờ rưỡi chiều`, `11 giờ kém 15`,
//! `8 giờ ngày …`. So many hours (`học 3 giờ`) are a figure: without minutes, a word before or
//! the part of the day behind it, an hour is no time of day.

use super::Sense;
use super::calendar::Span;
use super::point::Point;
use crate::lexicon::{CueClass, NumberKind};
use crate::mention::{Scene, number};
use rust_decimal::Decimal;

/// The time of day that begins at token `at`, or two of them: `9-11h`, `7h30 - 9h`.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<Point> {
    if scene.small(at, 24).is_some() && scene.key(at + 1) == "-" {
        return one(scene, at + 2).map(|(len, part)| made(2 + len + part));
    }
    let (len, part) = one(scene, at)?;
    let until = one(scene, at + len + 1).filter(|_| scene.key(at + len) == "-");
    Some(made(until.map_or(len + part, |(until, part)| len + 1 + until + part)))
}

/// The length of one time of day, and that of the part of the day behind it.
fn one(scene: &Scene<'_>, at: usize) -> Option<(usize, usize)> {
    let len = marked(scene, at).or_else(|| worded(scene, at))?;
    let part = scene.cue(at + len, &[CueClass::DayPart]).filter(|_| !begins_date(scene, at + len));
    Some((len, part.map_or(0, |(more, _)| more)))
}

fn made(len: usize) -> Point {
    Point::new(len, Some(Span::OPEN), Sense::Occasion, "time.clock")
}

/// `13:41`, `15:23:24`, `7h30`, `10g45`.
fn marked(scene: &Scene<'_>, at: usize) -> Option<usize> {
    scene.small(at, 24).or_else(|| (scene.key(at) == "00").then_some(0))?;
    let glued = |i: usize| scene.is_glued(i);
    let next = scene.key(at + 1);
    if next == ":" && glued(at + 1) && scene.minutes(at + 2) {
        let seconds = scene.key(at + 3) == ":" && glued(at + 3) && scene.minutes(at + 4);
        return Some(if seconds { 5 } else { 3 });
    }
    let minutes = next.strip_prefix(['h', 'g']).filter(|_| glued(at + 1))?;
    let written = minutes.len() == 2 && minutes.bytes().all(|b| b.is_ascii_digit());
    (written || minutes.is_empty() && next == "h").then_some(2)
}

/// `14 giờ 30`, `10 giờ 45 phút`, `hai giờ rưỡi`, `11 giờ kém 15`, `2 giờ sáng`.
fn worded(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let (digits, hour) = number::plain(scene, at).filter(|(_, h)| *h <= Decimal::from(24))?;
    let (word, _) = scene.cue(at + digits, &[CueClass::HourWord])?;
    let behind = at + digits + word;
    let minutes = minutes(scene, behind);
    let close = behind + minutes.map_or(0, |m| m.len);
    let announced = scene.cue_before(at, &[CueClass::ClockBefore]).is_some()
        && scene.cue(behind, &[CueClass::Next, CueClass::Past]).is_none();
    let measured = !announced
        && minutes.is_some_and(|m| m.worded)
        && scene.cue_before(at, &[CueClass::MeasuredBefore]).is_some();
    let shown = !measured
        && (minutes.is_some_and(|m| m.exact)
            || scene.cue(behind, &[CueClass::DayPart, CueClass::DayWord]).is_some()
            || announced
            || scene.begins_clause(at) && (scene.is_digits(at) || scene.key(close) == ","));
    (shown && hour >= Decimal::ZERO).then(|| digits + word + minutes.map_or(0, |m| m.len))
}

/// What stands behind the hour; half hours are also lengths.
#[derive(Clone, Copy)]
struct Minutes {
    len: usize,
    exact: bool,
    /// Whether they are called minutes.
    worded: bool,
}

fn minutes(scene: &Scene<'_>, at: usize) -> Option<Minutes> {
    let half = scene.number_of(at, NumberKind::Half);
    if let Some((len, _)) = half {
        return Some(Minutes {
            len,
            worded: false,
            exact: scene.cue(at + len, &[CueClass::DayPart]).is_some(),
        });
    }
    let less = scene.cue(at, &[CueClass::PastHour]).map_or(0, |(len, _)| len);
    scene.minutes(at + less).then(|| {
        let word = scene.unit(at + less + 1).filter(|(_, unit)| unit.key == "minute");
        let worded = word.is_some();
        Minutes { len: less + 1 + word.map_or(0, |(len, _)| len), exact: true, worded }
    })
}

/// Whether the part of the day belongs to a date: `8 giờ sáng 16/7`.
fn begins_date(scene: &Scene<'_>, at: usize) -> bool {
    scene.cue(at, &[CueClass::RelativeDay]).is_some() || super::day::read(scene, at).is_some()
}
