//! The time that some words of a table name, and the year that a time without one has.
//!
//! `Quý I` under `Năm 2023` is the first quarter of 2023, `1` under `Tháng` is January, `Tồn đầu năm` in a
//! table of 2022 is 1 January 2022. What a figure is held against (`cùng kỳ`) is no time of it.

use super::{mark, shorthand};
use crate::lexicon::{CueClass, Marks};
use crate::mention::{self, Scene, Sense, Spans, is_reported};
use crate::record::{Block, Period};
use crate::text::{Text, Tokens};
use jiff::ToSpan;
use jiff::civil::Date;

/// A time that words of a table name.
#[derive(Debug, Clone)]
pub(super) struct Time {
    pub words: Tokens,
    pub period: Period,
    /// Whether it is the day on which the table was made, whichever that is: `hiện tại`.
    pub is_now: bool,
    year: Year,
}

/// Where the year of a time comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Year {
    /// Its words name it.
    Named,
    /// It was taken from the day of publication; what stands around goes before it.
    Assumed,
    /// Only what stands around can tell it.
    Open,
}

impl Time {
    /// The months of a year, which `words` name or leave open.
    pub(super) fn of_months(
        scene: &Scene<'_>,
        words: Tokens,
        (first, last): (i8, i8),
        named: Option<i16>,
    ) -> Option<Self> {
        let (number, year) = match (named, scene.published) {
            (Some(number), _) => (number, Year::Named),
            (None, Some(day)) => (day.year(), Year::Assumed),
            (None, None) => (2000, Year::Open),
        };
        let start = Date::new(number, first, 1).ok()?;
        let end = Date::new(number, last, 1).ok()?.last_of_month();
        let text = scene.text.slice(words.clone()).to_owned();
        let period = Period { start: Some(start), end: Some(end), text };
        Some(Self { words, period, is_now: false, year })
    }

    /// Its days, in the year of what stands around.
    pub(super) fn within(&self, around: Option<&Period>) -> Option<Period> {
        let own = || Some(self.period.clone()).filter(|_| self.year != Year::Open);
        let told = around.filter(|_| self.year != Year::Named);
        let Some((year, around)) = told.and_then(|around| Some((year_of(around)?, around))) else {
            return own();
        };
        let Period { start, end, text } = self.period.clone();
        let (Some(first), Some(from)) = (start.or(end), end.or(start)) else { return own() };
        let years = i32::from(year) - i32::from(from.year());
        let moved = |day: Date| day.checked_add(years.years()).ok();
        let ahead = moved(first).zip(around.end).is_none_or(|(first, end)| first > end);
        if ahead && self.year == Year::Assumed {
            return own();
        }
        let (start, end) = match (start, end) {
            (Some(start), None) => (moved(start), around.end),
            (start, end) => (start.and_then(moved), end.and_then(moved)),
        };
        Some(Period { start, end, text })
    }

    /// The same time with the year of what stands around.
    pub(super) fn settled(self, around: Option<&Period>) -> Self {
        let named = around.and_then(year_of).is_some();
        match self.within(around).filter(|_| named) {
            Some(period) => Self { period, year: Year::Named, ..self },
            None => self,
        }
    }

    /// Whether its words are nothing but a time: `đầu năm` also says what is measured.
    pub(super) fn is_dated(&self) -> bool {
        self.year != Year::Open
    }

    /// Whether something can have changed in it: not in `đầu năm`.
    pub(super) fn is_stretch(&self) -> bool {
        self.is_dated() || self.period.start.is_some_and(|start| self.period.end > Some(start))
    }

    /// Whether its words say which year it is.
    pub(super) fn names_year(&self) -> bool {
        self.year == Year::Named
    }
}

/// The year that a time lies in, where it lies in one.
fn year_of(period: &Period) -> Option<i16> {
    let end = period.end?.year();
    period.start.is_none_or(|start| start.year() == end).then_some(end)
}

/// The time that some words of a block name: a phrase, else a bare year, else an end of the year or all of it.
pub(super) fn read(block: &Block<'_>, words: Tokens) -> Option<Time> {
    shorthand::read(&block.scene, words.clone())
        .or_else(|| phrases(block, words.clone()).next())
        .or_else(|| bare_year(block, words.clone()))
        .or_else(|| of_year(block, words.clone()))
        .or_else(|| months(&block.scene, words.clone()))
        .or_else(|| day_alone(&block.scene, words))
}

/// The days that some words of a block name by themselves.
pub(super) fn period(block: &Block<'_>, words: Tokens) -> Option<Period> {
    read(block, words)?.within(None)
}

/// The phrases among some words that name days, in order, with what each is.
pub(super) fn phrases(block: &Block<'_>, words: Tokens) -> impl Iterator<Item = Time> {
    sensed(block, words).map(|(_, time)| time)
}

/// The same with their senses.
pub(super) fn sensed(block: &Block<'_>, words: Tokens) -> impl Iterator<Item = (Sense, Time)> {
    let times = &block.mentions.times;
    let from = times.partition_point(|time| time.words.start < words.start);
    let inside = times[from..].iter().take_while(move |time| time.words.end <= words.end);
    inside.filter_map(|time| Some((time.sense, made(&block.scene, time)?)))
}

fn made(scene: &Scene<'_>, time: &mention::Time) -> Option<Time> {
    let mention::Time { words, span, sense, .. } = time;
    let dated = span.start.is_some() || span.end.is_some();
    if is_incomplete(scene, words) {
        return None;
    }
    if !dated || matches!(sense, Sense::Baseline | Sense::Habitual | Sense::Occasion) {
        return None;
    }
    let year = if names_year(scene, words) { Year::Named } else { Year::Assumed };
    let text = scene.text.slice(words.clone()).to_owned();
    let period = Period { start: span.start, end: span.end, text };
    Some(Time { words: words.clone(), period, is_now: *sense == Sense::Now, year })
}

/// Whether words name no more than the kind of a time (which `năm` is meant by `trong năm` and `cuối năm` say other heads
/// and the caption, before the day of publication does), or a year without its kind: `ƯTH 2025/TH 2024` has two, and is of
/// the first.
fn is_incomplete(scene: &Scene<'_>, words: &Tokens) -> bool {
    const KINDS: &[CueClass] =
        &[CueClass::ThisYear, CueClass::RelativeMonth, CueClass::RelativeQuarter];
    let reported = scene.cue(words.start, KINDS).is_some_and(|(_, cue)| is_reported(cue));
    let lone = words.len() == 1 && scene.year(words.start).is_some();
    // `09-2:2021` is the number of a standard.
    let goes_on = scene.key(words.end) == ":" && scene.year(words.end + 1).is_some();
    let numbers = goes_on && scene.is_glued(words.end) && scene.is_glued(words.end + 1);
    numbers || reported || lone || words.len() == 2 && scene.is_year_unit(words.end - 1)
}

/// Whether words say which year they speak of: by its number, or as `năm nay`.
fn names_year(scene: &Scene<'_>, words: &Tokens) -> bool {
    const ANCHORED: &[CueClass] = &[
        CueClass::ThisYear,
        CueClass::LastYear,
        CueClass::NextYear,
        CueClass::PastYear,
        CueClass::Now,
        CueClass::RelativeDay,
        CueClass::RelativeMonth,
        CueClass::RelativeQuarter,
    ];
    words.clone().any(|i| {
        scene.year(i).is_some()
            || scene.key(i).matches('.').count() == 2
            || scene.cue(i, ANCHORED).is_some()
    })
}

/// The rules by which the reader of sentences finds papers with a year in their number: `QCVN 08:2023/BTNMT`.
const PAPERS: &[&str] = &["name.document", "name.standard"];

fn bare_year(block: &Block<'_>, mut words: Tokens) -> Option<Time> {
    let scene = &block.scene;
    let papers = block.mentions.names.iter().filter(|name| PAPERS.contains(&name.rule));
    // `QCVN 01-1:2018/BYT`, whichever way its number is written.
    let numbers = |i: usize| {
        let glued = |at: usize| at > 0 && scene.is_glued(at);
        glued(i) && glued(i - 1) && scene.key(i - 1) == ":" && scene.is_digits(i - 2)
    };
    let in_paper = |i: usize| numbers(i) || papers.clone().any(|name| name.words.contains(&i));
    let (at, year) = words.find_map(|i| Some((i, scene.year(i).filter(|_| !in_paper(i))?)))?;
    let (first, last) = (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?);
    let text = scene.text.slice(at..at + 1).to_owned();
    let period = Period { start: Some(first), end: Some(last), text };
    Some(Time { words: at..at + 1, period, is_now: false, year: Year::Named })
}

/// `Tồn đầu năm` is the first day of the year, `Số dư cuối năm` everything up to its last, `Ước cả năm` all of it.
fn of_year(block: &Block<'_>, words: Tokens) -> Option<Time> {
    const PARTS: &[CueClass] = &[CueClass::OfYearStart, CueClass::OfYearEnd, CueClass::TablePeriod];
    let scene = &block.scene;
    let (words, class) = words.clone().find_map(|i| {
        let (len, cue) = scene.cue(i, PARTS)?;
        let told = cue.class != CueClass::TablePeriod || cue.value.is_some();
        let whole = i + len <= words.end && scene.is_year_unit(i + len - 1);
        (told && whole).then_some((i..i + len, cue.class))
    })?;
    let (first, last) = (Date::new(2000, 1, 1).ok()?, Date::new(2000, 12, 31).ok()?);
    let (start, end) = match class {
        CueClass::OfYearStart => (Some(first), first),
        CueClass::OfYearEnd => (None, last),
        _ => (Some(first), last),
    };
    let text = scene.text.slice(words.clone()).to_owned();
    let period = Period { start, end: Some(end), text };
    Some(Time { words, period, is_now: false, year: Year::Open })
}

/// `Cộng 5 tháng`, `Ước 4 tháng so với`: so many months from the beginning of the year.
fn months(scene: &Scene<'_>, words: Tokens) -> Option<Time> {
    const BEHIND: &[CueClass] = &[CueClass::TableVersus, CueClass::TableAttainment];
    let (at, count) = words.clone().find_map(|i| {
        let (len, _) = scene.cue(i + 1, &[CueClass::MonthWord])?;
        let behind = i + 1 + len;
        let ends = behind >= words.end || !scene.is_word(behind) && !scene.is_digits(behind);
        let held = || scene.cue(behind, BEHIND).is_some();
        Some((i, scene.small(i, 12).filter(|_| ends || held())?))
    })?;
    Time::of_months(scene, at..at + 2, (1, count), None)
}

/// The month and the day that some words are, and nothing else: `27/4`.
pub(super) fn day_of(scene: &Scene<'_>, words: &Tokens) -> Option<(i8, i8)> {
    let stroke = words.start + 1;
    let month = scene.small(stroke + 1, 12).filter(|_| scene.key(stroke) == "/")?;
    let day = scene.small(words.start, 31).filter(|_| words.len() == 3)?;
    Some((month, day))
}

/// A heading or label that is nothing but a day.
fn day_alone(scene: &Scene<'_>, words: Tokens) -> Option<Time> {
    let (month, day) = day_of(scene, &words)?;
    let Time { words, is_now, year, period } = Time::of_months(scene, words, (month, month), None)?;
    let day = Date::new(period.start?.year(), month, day).ok()?;
    let period = Period { start: Some(day), end: Some(day), ..period };
    Some(Time { words, period, is_now, year })
}

/// Longest cell that names a time together with the one over it, in tokens.
const LONGEST: usize = 6;

/// `1` under `Tháng`, `2020-2021` under `Năm học`: a time that two cells name together.
pub(super) fn under(over: &str, block: &Block<'_>, words: &Tokens) -> Option<Time> {
    if words.len() > LONGEST {
        return None;
    }
    let number = match mark::roman(block.scene.key(words.start)) {
        Some(number) if words.len() == 1 => number.to_string(),
        _ => block.scene.text.slice(words.clone()).to_owned(),
    };
    let kind = Text::new(over);
    if block.scene.lexicon.cue(&kind, 0, &[CueClass::MonthWord]).is_some()
        && let Some(month) = shorthand::month(&block.scene, words.clone())
    {
        return Some(month);
    }
    let text = Text::new(&format!("{over} {number}"));
    let marks = Marks::new(&text, block.scene.lexicon);
    let scene = Scene::new(&marks, block.scene.published);
    let mut times = mention::read(&scene, &Spans::default()).times;
    let time = times.pop().filter(|time| time.words == (0..text.tokens.len()))?;
    Some(Time { words: words.clone(), ..made(&scene, &time)? })
}
