//! The first or last days of a month: `10 ngày đầu tháng 3`, `tuần đầu tháng 4`, `nửa cuối tháng 6/2020`.
//!
//! `nửa` is fifteen days, the rest of the month the other half; `10 ngày đầu tháng` are of that of publication. `10 ngày
//! đầu tiên` without a month is none.

use super::Sense;
use super::calendar::{Span, months};
use super::month;
use super::point::Point;
use crate::lexicon::CueClass;
use crate::mention::Scene;
use jiff::ToSpan;

/// The days that a half of a month has, and a week.
const HALF: i16 = 15;
pub(super) const WEEK: i16 = 7;

/// So many days whose unit ends before token `at`.
pub(super) fn days(scene: &Scene<'_>, at: usize, count: i16) -> Option<Point> {
    let (len, cue) = scene.cue(at, &[CueClass::PartFirst, CueClass::PartLast])?;
    let month = month::read(scene, at + len).or_else(|| this_month(scene, at + len))?;
    made(len, cue.class == CueClass::PartFirst, count, month)
}

/// `tháng` with nothing that says which: that of publication.
fn this_month(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, _) = scene.cue(at, &[CueClass::MonthWord])?;
    let span = scene.published.and_then(|day| months(day.year(), day.month(), day.month()));
    Some(Point::new(len, span, Sense::During, "time.month"))
}

/// `tuần đầu tháng 3`, `tuần cuối của tháng 6` at token `at`: seven days.
pub(super) fn week(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, _) = scene.unit(at).filter(|(_, unit)| unit.key == "week")?;
    let days = days(scene, at + len, WEEK)?;
    Some(Point { len: len + days.len, ..days })
}

/// `nửa đầu tháng 3` at token `at`.
pub(super) fn half(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, cue) = scene.cue(at, &[CueClass::HalfOf])?;
    let month = month::read(scene, at + len)?;
    let first = cue.value.as_deref() == Some("first");
    let days = month.span.end.map_or(HALF, |end| i16::from(end.day()) - HALF);
    made(len, first, if first { HALF } else { days }, month)
}

fn made(len: usize, first: bool, count: i16, month: Point) -> Option<Point> {
    let more = (i64::from(count) - 1).days();
    let (start, end) = (month.span.start, month.span.end);
    let span = match first {
        true => Span { start, end: start.and_then(|day| day.checked_add(more).ok()) },
        false => Span { start: end.and_then(|day| day.checked_sub(more).ok()), end },
    };
    (1..=31)
        .contains(&count)
        .then(|| Point::new(len + month.len, Some(span), Sense::During, "time.part_of_month"))
}
