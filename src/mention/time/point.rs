//! A point of the calendar: a year, two years, or what `day` and `month` read.
//!
//! `năm 2021 - 2022`, `năm học 2022-2023`, `2021 và 2022`, `năm ngoái`. Years of a list that a word pairs with figures
//! (`2021 và 2022 lần lượt đạt 5 và 7 ha`) are a point each.

use super::calendar::{Span, months, school_year, years};
use super::year::{self, is_reported};
use super::{Sense, Time, day, month};
use crate::lexicon::CueClass;
use crate::mention::Scene;

/// How many tokens from a year the word is looked for that pairs a list of years with figures.
const FARTHEST_PAIRING: usize = 40;

/// A point, how many tokens it takes, and the rule.
pub(super) struct Point {
    pub len: usize,
    pub span: Span,
    pub sense: Sense,
    pub rule: &'static str,
}

impl Point {
    pub(super) fn new(len: usize, span: Option<Span>, sense: Sense, rule: &'static str) -> Self {
        Self { len, span: span.unwrap_or(Span::OPEN), sense, rule }
    }

    /// Whether it goes from one year to another: `2016 đến 2018`.
    pub(super) fn covers_years(&self) -> bool {
        let years =
            self.span.start.zip(self.span.end).map(|(start, end)| end.year() - start.year());
        self.sense == Sense::During && years.is_some_and(|years| years > 0)
    }

    /// The same as a mention that begins at token `at`.
    pub(super) fn time(self, at: usize) -> Time {
        Time { words: at..at + self.len, span: self.span, sense: self.sense, rule: self.rule }
    }
}

/// The point that begins at token `at`. `bare` allows a year without `năm` before it.
pub(super) fn read(scene: &Scene<'_>, at: usize, bare: bool) -> Option<Point> {
    school(scene, at)
        .or_else(|| day::read(scene, at))
        .or_else(|| month::read(scene, at))
        .or_else(|| worded_years(scene, at))
        .or_else(|| {
            year_pair(scene, at)
                .map(|(len, a, b)| Point::new(len, years(a, b), Sense::During, "time.years"))
        })
        .or_else(|| year::relative(scene, at))
        .or_else(|| {
            let year = scene.year(at).filter(|_| bare || is_listed(scene, at))?;
            Some(Point::new(1, years(year, year), Sense::During, "time.year"))
        })
}

fn school(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (len, _) = scene.cue(at, &[CueClass::SchoolYear])?;
    let Some((pair, first, last)) = year_pair(scene, at + len) else {
        return relative_school(scene, at + len)
            .map(|point| Point { len: len + point.len, ..point });
    };
    Some(Point::new(len + pair, school_year(first, last), Sense::During, "time.school_year"))
}

/// `trước`, `này`, `tới` behind `năm học`: the one that ends in the summer of the year of publication, or
/// begins in its autumn, and its neighbours.
fn relative_school(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let classes = [CueClass::UntilBefore, CueClass::ThisSeason, CueClass::Next];
    let (len, cue) = scene.cue(at, &classes)?;
    let span = scene.published.and_then(|day| {
        let this = if day.month() > 7 { day.year() } else { day.year() - 1 };
        let first = match cue.class {
            CueClass::UntilBefore => this - 1,
            CueClass::Next => this + 1,
            _ => this,
        };
        school_year(first, first + 1)
    });
    Some(Point::new(len, span, Sense::During, "time.school_year"))
}

/// `10/2002`, `9/2012 - 3/2013`: months with their years.
pub(super) fn month_of_year(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let one = |at: usize| {
        let month = scene.small(at, 12).filter(|_| scene.key(at + 1) == "/")?;
        months(scene.year(at + 2)?, month, month)
    };
    let first = one(at)?;
    let last = one(at + 4).filter(|_| scene.key(at + 3) == "-");
    let (len, span) = match last {
        Some(last) => (7, Span { end: last.end, ..first }),
        None => (3, first),
    };
    Some(Point::new(len, Some(span), Sense::During, "time.month"))
}

/// `2021-2022`, `2020 - 2025`, `2021 và 2022`, `2016 đến 2020`, `2019, 2020`.
fn year_pair(scene: &Scene<'_>, at: usize) -> Option<(usize, i16, i16)> {
    let first = scene.year(at)?;
    let joined = matches!(scene.key(at + 1), "-" | "/")
        || (scene.joins(at + 1) && !is_paired(scene, at))
        || scene.cue(at + 1, &[CueClass::Until]).is_some_and(|(len, _)| len == 1);
    let skip = 2 + usize::from(scene.cue(at + 2, &[CueClass::YearWord]).is_some());
    let short = || {
        let glued = scene.key(at + 1) == "-" && scene.key(at + 2).len() == 2;
        let last: i16 = scene.key(at + 2).parse().ok()?;
        (glued && last == (first + 1) % 100).then_some(first + 1)
    };
    let last = scene.year(at + skip).or_else(short)?;
    (joined && last > first && last - first <= 60).then_some((skip + 1, first, last))
}

/// Whether a year goes on a list of years that is paired with figures.
fn is_listed(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.checked_sub(2).and_then(|before| scene.year(before));
    before.is_some() && scene.joins(at - 1) && is_paired(scene, at)
}

/// Whether a word that pairs lists in order stands around the year at token `at`, in its sentence. Years with their count
/// (`2 năm 2021 và 2022`) are one stretch all the same.
fn is_paired(scene: &Scene<'_>, at: usize) -> bool {
    if at > 1
        && scene.is_year_unit(at - 1)
        && (scene.is_digits(at - 2) || scene.number(at - 2).is_some())
    {
        return false;
    }
    let ends = |token: &usize| matches!(scene.key(*token), "." | ";" | "");
    let pairs = |token: usize| scene.cue(token, &[CueClass::Respectively]).is_some();
    (at..at + FARTHEST_PAIRING).take_while(|token| !ends(token)).any(pairs)
        || (at.saturating_sub(FARTHEST_PAIRING)..at)
            .rev()
            .take_while(|token| !ends(token))
            .any(pairs)
}

fn worded_years(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let (mut len, cue) = scene.cue(at, &[CueClass::YearWord])?;
    if let Some((more, _)) = scene.cue(at + len, &[CueClass::YearWord]) {
        len += more;
    }
    if let Some((pair, first, last)) = year_pair(scene, at + len) {
        return Some(Point::new(len + pair, years(first, last), Sense::During, "time.years"));
    }
    if let Some(decade) = year::decade(scene, at + len).filter(|_| cue.value.is_some()) {
        return Some(Point { len: len + decade.len, ..decade });
    }
    let year = scene.year(at + len)?;
    Some(Point::new(len + 1, years(year, year), Sense::During, "time.year"))
}

/// A year right behind `đầu năm`, with its length.
pub(super) fn bare_year(scene: &Scene<'_>, at: usize) -> (usize, Option<i16>) {
    scene.year(at).map_or((0, None), |year| (1, Some(year)))
}

/// A year behind a month or quarter: `/2016`, `-2016`, `năm 2016`, `của năm 2016`, `năm nay`.
pub(super) fn year_behind(scene: &Scene<'_>, at: usize) -> (usize, Option<i16>) {
    if matches!(scene.key(at), "/" | "-" | ".")
        && let Some(year) = scene.year(at + 1)
    {
        return (2, Some(year));
    }
    let of = usize::from(scene.cue(at, &[CueClass::OfWord]).is_some());
    if let Some((len, _)) = scene.cue(at + of, &[CueClass::YearWord])
        && let Some(year) = scene.year(at + of + len)
    {
        return (of + len + 1, Some(year));
    }
    let relative = [(CueClass::ThisYear, 0), (CueClass::LastYear, -1), (CueClass::NextYear, 1)];
    relative
        .iter()
        .find_map(|(class, years)| {
            let (len, cue) = scene.cue(at, &[*class])?;
            let year = scene.published?.year() + years;
            (!is_reported(cue)).then_some((len, Some(year)))
        })
        .unwrap_or((0, None))
}
