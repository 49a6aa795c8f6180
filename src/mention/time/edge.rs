//! The middle and the end of a month or year, where a stretch begins or ends with it.
//!
//! `đến giữa tháng 3` is up to the fifteenth, `từ cuối tháng 7` from the last day on, `hết năm` up to the end of the year that the block has named last, or of that
//! of publication, `đến cuối tháng` of the month of publication. `6 tháng cuối năm` ends no stretch, nor does `kiểm tra cuối
//! năm học`.

use super::calendar::{Span, years};
use super::point::{self, Point};
use super::{Sense, month};
use crate::lexicon::CueClass;
use crate::mention::Scene;
use jiff::civil::Date;

/// The day that the middle of a month is.
const MIDDLE: i8 = 15;

/// How many tokens before `cuối năm` its year may be named.
const NAMED: usize = 400;

/// `giữa tháng 3` where a stretch begins or ends: the fifteenth. `đầu tháng 7`, `cuối năm 2023`: the first day, the last.
pub(super) fn inner(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, cue) =
        scene.cue(at, &[CueClass::Between, CueClass::PartFirst, CueClass::PartLast])?;
    if cue.class != CueClass::Between {
        let whole = point::read(scene, at + len, false)?;
        let first = cue.class == CueClass::PartFirst;
        let day = if first { whole.span.start } else { whole.span.end };
        return Some(Point::new(len + whole.len, day.map(Span::day), Sense::Day, "time.edge"));
    }
    let month = month::read(scene, at + len)?;
    let one = |first: Date| month.span.end == Some(first.last_of_month());
    let first = month.span.start.filter(|first| one(*first))?;
    let day = Date::new(first.year(), first.month(), MIDDLE).ok()?;
    Some(Point::new(len + month.len, Some(Span::day(day)), Sense::Day, "time.middle"))
}

/// `năm` in `đến cuối năm`: the last year that the block has named, else that of publication. `tháng` in `đến cuối
/// tháng`: the month of publication.
pub(super) fn same_year(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let ends = scene.unit(at + 1).is_none() && !scene.is_digits(at + 1);
    if scene.cue(at, &[CueClass::MonthWord]).is_some() && month::read(scene, at).is_none() {
        let span = scene.published.map(|day| Span::until(Some(day.last_of_month())));
        return ends.then(|| Point::new(1, span, Sense::During, "time.same_month"));
    }
    let named = || (at.saturating_sub(NAMED)..at).rev().find_map(|i| scene.year(i));
    let year = named().or_else(|| scene.published.map(|day| day.year()));
    let span = year.and_then(|year| Some(Span::until(years(year, year)?.end)));
    (scene.is_year_unit(at) && ends).then(|| Point::new(1, span, Sense::During, "time.same_year"))
}

/// `năm` in `từ nay đến hết năm`: that of publication.
pub(super) fn this_year(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let span = scene.published.and_then(|day| years(day.year(), day.year()));
    (scene.is_year_unit(at) && !scene.is_digits(at + 1))
        .then(|| Point::new(1, span, Sense::During, "time.same_year"))
}

/// Whether `hết năm` or `cuối năm` at token `at` is the end of a year, and not that of some months or of a year of school:
/// `6 tháng cuối năm`, `kiểm tra cuối năm học`. `cuối tháng` alone may be that of any month.
pub(super) fn closes_year(scene: &Scene<'_>, at: usize) -> bool {
    let school = scene.cue(at + 1, &[CueClass::SchoolYear]).is_some();
    let months = at > 0 && scene.cue(at - 1, &[CueClass::MonthWord]).is_some();
    scene.is_year_unit(at + 1) && !school && !months
}
