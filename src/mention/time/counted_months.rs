//! So many months that a year begins or ends with, or that are named: `6 tháng đầu năm`, `9 tháng năm 2023`,
//! `9 tháng qua`, `3 tháng 7, 8, 9-2022`.
//!
//! Without a word of the year they begin with it where so many have just ended, and nothing says that they
//! are measured: `trong 6 tháng` in a report of July, but `vay 6 tháng`.

use super::Sense;
use super::calendar::{Span, back_from, months};
use super::lapse;
use super::length::year_at;
use super::point::{self, Point};
use crate::lexicon::CueClass;
use crate::mention::Scene;

/// `6 tháng đầu năm [2023]`, `6 tháng cuối năm`, `2 tháng còn lại`, `9 tháng năm 2023`; `9 tháng qua` where so many of the
/// year are over, else the last ones up to the day of publication.
pub(super) fn of_year(scene: &Scene<'_>, at: usize, count: i16) -> Option<Point> {
    let count = i8::try_from(count).ok().filter(|n| *n <= 12)?;
    let (len, first, last) = if let Some((len, _)) = scene.cue(at, &[CueClass::OfYearStart]) {
        (len, 1, count)
    } else if let Some((len, _)) = scene.cue(at, &[CueClass::OfYearEnd]) {
        (len, 13 - count, 12)
    } else if scene.year(at).is_some()
        || point::year_behind(scene, at).1.is_some() && count > 1
        || count > 1 && point::year_behind(scene, at).1.is_some()
    {
        (0, 1, count)
    } else if let Some((len, _)) = scene.cue(at, &[CueClass::Past]) {
        let span = scene.published.and_then(|day| match day.month() - count {
            0 | 1 => months(day.year(), 1, count),
            _ => back_from(day, 0, count.into()),
        });
        return Some(Point::new(len, span, Sense::During, "time.months_past"));
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
    let just_ended = scene.published.is_some_and(|day| {
        count > 1 && (count + 1 == day.month() || count == day.month() && day.day() > 14)
    });
    just_ended && count < 12 && !lapse::is_measured(scene, begin, at)
}

/// `3 tháng 7, 8, 9-2022`: the months are named.
pub(super) fn listed(scene: &Scene<'_>, at: usize, count: i16) -> Option<Point> {
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
