//! Stretches from one day to another, and days that no word introduces.
//!
//! `28/6 - 2/7/2023`, `15-16/6`, `từ 6 đến 12/2`, `(27-1)`, `(1 và 2/7)`, `31/8 và 01/9`. What the first day
//! leaves out, month or year, it has from the last, and it never lies behind it. Digits that something
//! is counted by (`từ 2-3 người`) are no day, nor are such that look like decimals (`từ 5.5 đến 6.5`).

use super::Sense;
use super::calendar::Span;
use super::day::{day_month, full_date, with_month};
use super::point::Point;
use crate::lexicon::CueClass;
use crate::mention::{Scene, name};
use jiff::ToSpan;
use jiff::civil::Date;

/// A day as it is written: without a month, or without a year.
struct Written {
    len: usize,
    day: i8,
    month: Option<i8>,
    date: Option<Date>,
    dated: bool,
}

fn written(scene: &Scene<'_>, at: usize) -> Option<Written> {
    if let Some(point) = full_date(scene, at) {
        let date = point.span.start?;
        let (day, month) = (date.day(), Some(date.month()));
        return Some(Written { len: point.len, day, month, date: Some(date), dated: true });
    }
    // `2-5/6` is from the second to the fifth of June
    let of_last = scene.key(at + 1) == "-" && scene.key(at + 3) == "/";
    if let Some((len, day, month)) = day_month(scene, at).filter(|_| !of_last) {
        let date = with_month(scene, at).and_then(|point| point.span.start);
        return Some(Written { len, day, month: Some(month), date, dated: false });
    }
    let day = scene.small(at, 31)?;
    Some(Written { len: 1, day, month: None, date: None, dated: false })
}

/// From one day to another, whatever stands around them.
pub(super) fn through(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let first = written(scene, at)?;
    let joint = at + first.len;
    let to = match scene.cue(joint, &[CueClass::RangeTo]) {
        Some((len, _)) => len,
        None => usize::from(scene.key(joint) == "-"),
    };
    let word = scene.cue(joint + to, &[CueClass::DayWord]).map_or(0, |(len, _)| len);
    let begin = joint + to + word;
    let last = written(scene, begin).filter(|last| to > 0 && last.month.is_some())?;
    // `6-7/2` is two days of February, `30-6 - 11-7` two days with their months
    if first.month.is_none() && first.day >= last.day {
        return None;
    }
    let start = last.date.and_then(|end| match first.dated {
        true => first.date,
        false => before(end, first.day, first.month.unwrap_or(end.month())),
    });
    let span = Span { start, end: last.date };
    Some(Point::new(begin + last.len - at, Some(span), Sense::During, "time.days"))
}

/// The last such day that is no later than another.
fn before(end: Date, day: i8, month: i8) -> Option<Date> {
    let same = Date::new(end.year(), month, day).ok()?;
    if same > end { same.checked_sub(1.year()).ok() } else { Some(same) }
}

/// `31/8 và 01/9`, `2 và 3/2`: two days.
pub(super) fn pair(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let first = written(scene, at).filter(|first| scene.joins(at + first.len))?;
    let begin = at + first.len + 1;
    let last = written(scene, begin).filter(|last| last.month.is_some())?;
    let start =
        last.date.and_then(|end| before(end, first.day, first.month.unwrap_or(end.month())));
    let span = Span { start, end: last.date };
    Some(Point::new(begin + last.len - at, Some(span), Sense::During, "time.days"))
}

/// Days behind `từ` or `đến` without `ngày`.
pub(super) fn behind_lead(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let first = written(scene, at)?;
    let day = || with_month(scene, at).filter(|_| first.month.is_some());
    let point = through(scene, at).or_else(day)?;
    // nothing is counted from one fraction to another
    let slashes = (at..at + point.len).filter(|i| scene.key(*i) == "/").count();
    if slashes > 1 && point.sense == Sense::During {
        return Some(point);
    }
    (is_free(scene, at, point.len) && !looks_decimal(scene, at, point.len)).then_some(point)
}

/// Days that nothing introduces: from slash to slash, or alone in brackets.
pub(super) fn bare(scene: &Scene<'_>, at: usize) -> Option<Point> {
    if !scene.is_digits(at) {
        return None;
    }
    let bracketed = at > 0 && scene.key(at - 1) == "(";
    let closes = |point: &Point| matches!(scene.key(at + point.len), ")" | "," | ";");
    if bracketed {
        let single = || {
            let day = with_month(scene, at).filter(|_| day_month(scene, at).is_some())?;
            (!name::is_counted(scene, at)).then_some(day)
        };
        let found = through(scene, at).or_else(|| pair(scene, at)).or_else(single);
        if let Some(point) = found.filter(closes).filter(|p| !looks_decimal(scene, at, p.len)) {
            return Some(point);
        }
    }
    if let Some(point) = falling(scene, at).or_else(|| above_one(scene, at)) {
        return Some(point);
    }
    let slashes = (at..at + 6).filter(|i| scene.key(*i) == "/").count();
    let point = through(scene, at).filter(|_| slashes > 0)?;
    let written_so = (at..at + point.len).any(|i| scene.key(i) == "/");
    (written_so && is_free(scene, at, point.len)).then_some(point)
}

/// `22/11`: more than all of them is no fraction.
fn above_one(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, day, month) = day_month(scene, at).filter(|_| scene.key(at + 1) == "/")?;
    let before = at.checked_sub(1).map_or("", |before| scene.key(before));
    let named = scene.cue(at, &[CueClass::SetPhrase]).is_some()
        || scene.cue_before(at, &[CueClass::NumberSign, CueClass::ScoreWord]).is_some();
    let joined =
        matches!(before, "-" | "/" | "." | ",") || matches!(scene.key(at + len), "/" | "-" | "%");
    let point = with_month(scene, at).filter(|_| day > month && !named && !joined)?;
    is_free(scene, at, len).then_some(point)
}

/// `30-4`, `31-8 và 2-9`: a glued pair that falls is no range.
fn falling(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let glued = scene.key(at + 1) == "-" && scene.is_glued(at + 1) && scene.is_glued(at + 2);
    let (_, day, month) = day_month(scene, at).filter(|_| glued)?;
    let score = scene.cue_before(at, &[CueClass::ScoreWord]).is_some();
    let joined = at > 0 && matches!(scene.key(at - 1), "-" | "/" | ".");
    let next = at + 3;
    let both = || {
        let last = with_month(scene, next + 1).filter(|_| scene.joins(next) && !score)?;
        let rises = day_month(scene, next + 1)?;
        (scene.key(next + 2) == "-" && rises.0 == 3).then_some(last)
    };
    let fits = day > month && !score && !joined && scene.key(next) != "-";
    let Some(last) = both().filter(|_| fits && is_free(scene, next + 1, 3)) else {
        let free = fits && is_free(scene, at, 3);
        return with_month(scene, at).filter(|_| free);
    };
    let start = last.span.end.and_then(|end| before(end, day, month));
    let span = Span { start, ..last.span };
    Some(Point::new(4 + last.len, Some(span), Sense::During, "time.days"))
}

/// Whether nothing is counted by the digits, and they rise or fall to nothing (`từ 1/10 lên 6/10`).
fn is_free(scene: &Scene<'_>, at: usize, len: usize) -> bool {
    let end = at + len;
    let level = scene.cue(end, &[CueClass::LevelReached]).is_some();
    let until = scene.cue(end, &[CueClass::Until]).is_some();
    let counted = scene.key(end) != ")" && name::is_counted(scene, end - 1);
    !counted && scene.key(end) != "/" && (!level || until)
}

/// Whether the digits are as well decimals: `5.5 đến 6.5`; a day past the twelfth, or a zero in front of
/// a month, tells the two apart.
fn looks_decimal(scene: &Scene<'_>, at: usize, len: usize) -> bool {
    let mut dotted =
        (at..at + len).map(|i| scene.key(i)).filter(|key| key.contains('.')).peekable();
    let day_like = |key: &str| {
        let mut parts = key.split('.');
        let day = parts.next().and_then(|day| day.parse::<u8>().ok());
        let month = parts.next().is_some_and(|month| month.starts_with('0'));
        day.is_some_and(|day| day > 12) || month || parts.next().is_some()
    };
    dotted.peek().is_some() && !dotted.any(day_like)
}
