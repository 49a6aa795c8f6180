//! Points and lengths put together: `từ … đến …`, `tính đến …`, `đến nay`, `trong …`.

use super::calendar::Span;
use super::edge::{closes_year, inner, same_year, this_year};
use super::point::{self, Point};
use super::{Sense, Time, clock, dates, day, length, year};
use crate::lexicon::CueClass;
use crate::mention::{Scene, name};
use jiff::ToSpan;
use jiff::civil::Date;

/// The time phrase that begins at token `at`.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<Time> {
    let point = anniversary(scene, at)
        .or_else(|| baseline(scene, at))
        .or_else(|| from_to(scene, at))
        .or_else(|| open_end(scene, at))
        .or_else(|| now(scene, at))
        .or_else(|| length::read(scene, at))
        .or_else(|| point::read(scene, at, false))
        .or_else(|| dates::bare(scene, at))
        .or_else(|| point::month_of_year(scene, at))
        .or_else(|| year::alone(scene, at))
        .or_else(|| habitual(scene, at))
        .or_else(|| clock::read(scene, at))?;
    Some(point.time(at))
}

fn made(len: usize, span: Span, sense: Sense, rule: &'static str) -> Option<Point> {
    Some(Point { len, span, sense, rule })
}

/// How many numbers of years may be told in one row.
const MOST_JUBILEES: usize = 12;

/// `kỷ niệm 93 năm Ngày …`, `Huy hiệu 55, 50, 40 năm tuổi Đảng`, `133 năm Ngày sinh`.
fn anniversary(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let lead = scene.cue(at, &[CueClass::Anniversary]).map_or(0, |(len, _)| len);
    let mut end = at + lead;
    for _ in 0..MOST_JUBILEES {
        if !(scene.is_digits(end) && scene.joins(end + 1) && scene.is_digits(end + 2)) {
            break;
        }
        end += 2;
    }
    if !scene.is_digits(end) || !scene.is_year_unit(end + 1) {
        return None;
    }
    let named = scene.cue(end + 2, &[CueClass::AnniversaryAfter]).is_some_and(|(len, _)| {
        scene.text.tokens[end + 2].capital || scene.text.tokens[end + 1 + len].capital
    });
    if lead == 0 && !named {
        return None;
    }
    made(end + 2 - at, Span::OPEN, Sense::Occasion, "time.anniversary")
}

fn baseline(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, _) = scene.cue(at, &[CueClass::Baseline])?;
    let point = point::read(scene, at + len, true).or_else(|| length::read(scene, at + len));
    made(len + point.map_or(0, |p| p.len), Span::OPEN, Sense::Baseline, "time.baseline")
}

/// `từ năm 2016 đến năm 2020`, `từ nay đến năm 2025`, `từ đầu năm đến nay`, `từ đầu năm đến 20/6`,
/// `từ tháng 4 đến tháng 6/2020`, `từ 7 giờ ngày 3/5 đến 17 giờ ngày 4/5`.
fn from_to(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (mut by_day, mut fixed) = (false, false);
    let (mut len, start) = if let Some((len, _)) = scene.cue(at, &[CueClass::SinceNow]) {
        fixed = true;
        (len, scene.published)
    } else if let Some((len, first)) = since_start(scene, at) {
        by_day = true;
        (len, first)
    } else if let Some((len, _)) =
        scene.cue(at, &[CueClass::SinceYearStart]).filter(|(_, cue)| cue.value.is_none())
    {
        by_day = true;
        let (more, year) = point::bare_year(scene, at + len);
        let year = year.or_else(|| scene.published.map(|p| p.year()));
        (len + more, year.and_then(|year| jiff::civil::Date::new(year, 1, 1).ok()))
    } else {
        let (len, _) = scene.cue(at, &[CueClass::Since])?;
        let len = len + hour(scene, at + len);
        let worded = scene.cue_before(at + len, &[CueClass::DayWord]).is_some();
        let stretch =
            dates::behind_lead(scene, at + len).filter(|stretch| stretch.sense == Sense::During);
        if let Some(stretch) = stretch {
            return made(len + stretch.len, stretch.span, Sense::During, "time.from_to");
        }
        let point = point::read(scene, at + len, true)
            .or_else(|| inner(scene, at + len))
            .or_else(|| day_only(scene, at + len, worded))
            .or_else(|| day::with_month(scene, at + len).filter(|_| worded))
            .or_else(|| dates::behind_lead(scene, at + len))
            .or_else(|| point::month_of_year(scene, at + len))?;
        if point.covers_years() {
            return made(len + point.len, point.span, Sense::During, "time.from_to");
        }
        by_day = point.sense == Sense::Day;
        (len + point.len, point.span.start)
    };
    if let Some((more, cue)) = scene.cue(at + len, &[CueClass::Until, CueClass::Now]) {
        len += more;
        if cue.class == CueClass::Now {
            let start = match (start, scene.published) {
                (Some(start), Some(end)) if start > end => start.checked_sub(1.year()).ok(),
                _ => start,
            };
            return made(
                len,
                Span { start, end: scene.published },
                Sense::During,
                "time.from_to_now",
            );
        }
        len += hour(scene, at + len);
        let day = || day::with_month(scene, at + len).filter(|_| by_day);
        let bare = || dates::behind_lead(scene, at + len);
        let month = || point::month_of_year(scene, at + len);
        let year = || match fixed {
            true => this_year(scene, at + len),
            false => same_year(scene, at + len).filter(|_| more > 1),
        };
        let end = point::read(scene, at + len, true)
            .or_else(|| inner(scene, at + len))
            .or_else(day)
            .or_else(bare)
            .or_else(month)
            .or_else(year)?;
        let (start, last) = match start {
            Some(now) if fixed => (start, end.span.end.and_then(|end| ahead(end, now))),
            _ => (starts(scene, at, len, start, &end), end.span.end),
        };
        return made(len + end.len, Span { start, end: last }, Sense::During, "time.from_to");
    }
    made(len, Span { start, end: None }, Sense::Since, "time.since")
}

/// `từ đầu tháng`, `từ đầu quý` where nothing says which: the first day of that of publication.
fn since_start(scene: &Scene<'_>, at: usize) -> Option<(usize, Option<Date>)> {
    let (len, size) = scene.cue_value::<i8>(at, CueClass::SinceYearStart)?;
    let named = point::read(scene, at + len - 1, false).is_some();
    let first = scene.published.and_then(|day| {
        let month = day.month() - (day.month() - 1) % size;
        Date::new(day.year(), month, 1).ok()
    });
    (!named).then_some((len, first))
}

/// The same day in the first year in which it does not lie before another.
fn ahead(end: Date, from: Date) -> Option<Date> {
    if end < from && end.year() == from.year() - 1 {
        end.checked_add(1.year()).ok()
    } else {
        Some(end)
    }
}

/// Where a stretch begins whose first words stand before token `len` behind token `at`: what names no
/// year has that of the end, and none begins after its end.
fn starts(
    scene: &Scene<'_>,
    at: usize,
    len: usize,
    start: Option<Date>,
    end: &Point,
) -> Option<Date> {
    let (start, last) = (start?, end.span.end);
    let dated = (at..at + len).any(|i| names_year(scene, i));
    let Some(last) = last.filter(|_| !dated) else { return Some(start) };
    let told = (at + len..at + len + end.len).any(|i| names_year(scene, i));
    let years = match told {
        true => i32::from(last.year() - start.year()),
        false => 0,
    };
    let moved = start.checked_add(years.years()).ok()?;
    if moved > end.span.start.unwrap_or(last) {
        moved.checked_sub(1.year()).ok()
    } else {
        Some(moved)
    }
}

/// Whether a year stands at token `at`, also as part of a date with dots.
fn names_year(scene: &Scene<'_>, at: usize) -> bool {
    scene.year(at).is_some() || scene.key(at).matches('.').count() == 2
}

/// `từ 11 đến 12/7/2012`, `từ ngày 1 đến ngày 4/7`: the first day borrows its month from the second.
fn day_only(scene: &Scene<'_>, at: usize, worded: bool) -> Option<Point> {
    scene.small(at, 31)?;
    let (more, _) = scene.cue(at + 1, &[CueClass::Until])?;
    let day = || day::with_month(scene, at + 1 + more).filter(|_| worded);
    let end = day::full_date(scene, at + 1 + more).or_else(day)?;
    let day = scene.small(at, 31)?;
    let start = end.span.end.and_then(|d| jiff::civil::Date::new(d.year(), d.month(), day).ok())?;
    made(1, Span { start: Some(start), end: Some(start) }, Sense::Day, "time.day")
}

/// `tính đến ngày 30-6`, `tính đến 17h ngày 9/7`, `đến năm 2025`, `hết tháng 11`, `trước năm 2030`.
fn open_end(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, cue) = scene.cue(at, &[CueClass::Until, CueClass::UntilBefore])?;
    let len = len + hour(scene, at + len);
    let begin = at + len;
    let point = point::read(scene, begin, true)
        .or_else(|| inner(scene, begin))
        .or_else(|| length::read(scene, begin))
        .or_else(|| bare_day(scene, begin))
        .or_else(|| dates::behind_lead(scene, begin))
        .or_else(|| point::month_of_year(scene, begin))
        .or_else(|| same_year(scene, begin).filter(|_| len > 1 || closes_year(scene, at)))?;
    // `trước 30/9` names the last day itself, `trước năm 2025` what comes behind it
    let end = match cue.class {
        CueClass::UntilBefore if point.sense != Sense::Day => {
            point.span.start.and_then(|d| d.yesterday().ok())
        }
        _ => point.span.end,
    };
    made(len + point.len, Span::until(end), Sense::Until, "time.until")
}

/// How many tokens the time of day takes that stands before a day: `17 giờ` in `đến 17 giờ ngày 4/5`.
fn hour(scene: &Scene<'_>, at: usize) -> usize {
    clock::read(scene, at).map_or(0, |hour| hour.len)
}

/// `đến 31/8` without `ngày`.
pub(super) fn bare_day(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, day, month) = day::day_month(scene, at).filter(|_| scene.key(at + 1) == "/")?;
    if day <= month && name::is_counted(scene, at)
        || scene.cue_before(at, &[CueClass::Share]).is_some()
    {
        return None;
    }
    let date = scene.vantage(at).and_then(|v| v.nearest(day, month));
    Some(Point::new(len, date.map(Span::day), Sense::Day, "time.day"))
}

fn now(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, _) = scene.cue(at, &[CueClass::Now])?;
    made(len, Span::until(scene.published), Sense::Now, "time.now")
}

fn habitual(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, _) = scene.cue(at, &[CueClass::Habitual])?;
    made(len, Span::OPEN, Sense::Habitual, "time.habitual")
}
