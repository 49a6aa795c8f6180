//! The periods that a figure may have, and what speaks for each.
//!
//! A time phrase seldom is the period as it stands: `quý II` of a report on the first half of the year is, but
//! `đến ngày 30-6` counts from the beginning of the year or from the beginning of all time, and `năm 2022` ends with the day of
//! publication where the text was written in it. So each time phrase offers its days in several forms, the day of
//! publication offers some as well, and no period is always offered.

use super::pair::{Between, Counts, TimePair, laid};
use super::time::lies;
use crate::judge::{Sheet, Spot};
use crate::mention::Span;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::HashMap;

/// How many time phrases before a figure, and behind it in its row, are weighed.
const BEFORE: usize = 24;
const AFTER: usize = 6;
/// How many time phrases at the beginning of the article are always weighed.
const FIRST: usize = 4;
/// How many pieces may stand between two time phrases that are one span: `từ tháng 3` … `đến tháng 5`.
const REACH: usize = 8;

/// The periods that the figures of a sheet may have.
#[derive(Debug, Clone)]
pub struct Periods {
    /// All of them; the first is none at all.
    pub spans: Vec<Span>,
    /// For each figure where its periods come from.
    pub sources: Vec<Vec<PeriodSource>>,
    /// For each figure the time phrases that are weighed, each with the rows of the pair.
    pub times: Vec<Vec<(usize, Vec<u16>)>>,
    /// How the days of each span lie.
    pub lies: Vec<[bool; PERIOD_SIGNS]>,
}

/// Where a period comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PeriodSource {
    /// Index into the spans.
    pub span: usize,
    /// The time phrase, as an index into the time phrases of the sheet; none for the day of publication.
    pub time: Option<usize>,
    /// In which form: 0 to 19.
    pub form: usize,
}

/// How many forms a time phrase, or the day of publication, can offer.
pub(in crate::judge) const FORMS: usize = 20;

/// How many things are known of how the days of a period lie.
pub(in crate::judge) const PERIOD_SIGNS: usize = 16;

/// The periods of all figures.
pub(super) fn all(sheet: &Sheet<'_>) -> Periods {
    let counts = Counts::of(sheet);
    let published = sheet.rows.first().and_then(|row| row.scene.published);
    let mut spans = Spans::new();
    let mut of_time: Vec<Vec<(usize, usize)>> = Vec::with_capacity(sheet.times.len());
    for t in 0..sheet.times.len() {
        let forms = forms(sheet, t, published);
        of_time.push(forms.into_iter().map(|(form, span)| (form, spans.index(span))).collect());
    }
    let of_day: Vec<(usize, usize)> = published
        .map(day_forms)
        .unwrap_or_default()
        .into_iter()
        .map(|(form, span)| (form, spans.index(span)))
        .collect();
    let mut periods =
        Periods { spans: Vec::new(), sources: Vec::new(), times: Vec::new(), lies: Vec::new() };
    for figure in &sheet.figures {
        let times = weighed(sheet, *figure);
        let of_figure = times.iter().flat_map(|t| {
            of_time[*t].iter().map(|(form, span)| PeriodSource {
                span: *span,
                time: Some(*t),
                form: *form,
            })
        });
        let of_day =
            of_day.iter().map(|(form, span)| PeriodSource { span: *span, time: None, form: *form });
        periods.sources.push(of_figure.chain(of_day).collect());
        periods
            .times
            .push(times.into_iter().map(|t| (t, rows(sheet, &counts, *figure, t))).collect());
    }
    periods.lies = spans.list.iter().map(|span| lies(*span, published)).collect();
    periods.spans = spans.list;
    periods
}

/// The time phrases that are weighed for a figure, in reading order.
fn weighed(sheet: &Sheet<'_>, figure: Spot) -> Vec<usize> {
    let next = sheet.times.partition_point(|time| time.at < figure.at);
    let behind =
        sheet.times[next..].iter().take(AFTER).take_while(|time| time.row == figure.row).count();
    let from = next.saturating_sub(BEFORE);
    (0..from.min(FIRST)).chain(from..next + behind).collect()
}

/// The rows of a figure and a time phrase.
fn rows(sheet: &Sheet<'_>, counts: &Counts, figure: Spot, t: usize) -> Vec<u16> {
    let time = sheet.times[t];
    let next = sheet.times.partition_point(|time| time.at < figure.at);
    let mut rows = Vec::with_capacity(10);
    laid!(TimePair, Between::of(sheet, counts, figure, time), rows);
    match t < next {
        true => rows.push(TimePair::RankBefore.row(next - 1 - t)),
        false => rows.push(TimePair::RankAfter.row(t - next)),
    }
    rows.push(TimePair::InTitle.row(usize::from(time.row == 0)));
    rows
}

/// Different spans, numbered in the order in which they were met.
struct Spans {
    list: Vec<Span>,
    index: HashMap<(Option<Date>, Option<Date>), usize>,
}

impl Spans {
    fn new() -> Self {
        Self { list: vec![Span::OPEN], index: HashMap::from([((None, None), 0)]) }
    }

    fn index(&mut self, span: Span) -> usize {
        *self.index.entry((span.start, span.end)).or_insert_with(|| {
            self.list.push(span);
            self.list.len() - 1
        })
    }
}

/// The days of a time phrase in every form that they can be meant in.
fn forms(sheet: &Sheet<'_>, t: usize, published: Option<Date>) -> Vec<(usize, Span)> {
    let Span { start, end } = span(sheet, t);
    let between = |start: Option<Date>, end: Option<Date>| {
        Some(Span { start: Some(start?), end: Some(end?) })
    };
    let whole = start.zip(end).is_some();
    let moved = |years: i32| {
        between(start?.checked_add(years.years()).ok(), end.and_then(|end| shift_end(end, years)))
    };
    let joined = || {
        let next = sheet.times.get(t + 1).filter(|next| next.row == sheet.times[t].row)?;
        let near = next.at - sheet.times[t].at <= REACH;
        let span = between(start.or(end), span(sheet, t + 1).end)?;
        (near && span.start < span.end).then_some(span)
    };
    let year =
        |end: Date| between(Date::new(end.year(), 1, 1).ok(), Date::new(end.year(), 12, 31).ok());
    let past = |day: &Date| published.is_some_and(|published| *day <= published);
    let forms = [
        Some(Span { start, end }),
        end.map(|end| Span::until(Some(end))),
        start.map(|start| Span { start: Some(start), end: None }),
        between(start.filter(past), published),
        between(end.and_then(|end| Date::new(end.year(), 1, 1).ok()), end),
        start.map(|start| Span::until(Some(start))),
        end.and_then(year),
        start.filter(|_| whole).map(Span::day),
        end.filter(|_| whole).map(Span::day),
        moved(-1),
        moved(1),
        end.map(|end| Span::until(Date::new(end.year(), 12, 31).ok())),
        between(end.filter(past), published),
        end.and_then(|end| between(Some(end.first_of_month()), Some(end.last_of_month()))),
        end.and_then(|end| months(end.year(), (end.month() - 1) / 3 * 3 + 1, 3)),
        end.and_then(|end| months(end.year(), (end.month() - 1) / 6 * 6 + 1, 6)),
        joined(),
        end.map(|end| Span { start: Some(end), end: None }),
        start.and_then(|start| Some(Span::until(Some(start.yesterday().ok()?)))),
        start.filter(|_| end.is_none()).and_then(year),
    ];
    offered(forms)
}

/// The forms of the day of publication.
fn day_forms(day: Date) -> Vec<(usize, Span)> {
    let between = |start: Option<Date>, end: Option<Date>| {
        Some(Span { start: Some(start?), end: Some(end?) })
    };
    let year = |year: i16| between(Date::new(year, 1, 1).ok(), Date::new(year, 12, 31).ok());
    let month = |back: i32| {
        let day = day.first_of_month().checked_sub(back.months()).ok()?;
        between(Some(day), Some(day.last_of_month()))
    };
    let quarter = |back: i32| {
        let day = day.first_of_month().checked_sub((back * 3).months()).ok()?;
        months(day.year(), (day.month() - 1) / 3 * 3 + 1, 3)
    };
    let forms = [
        Some(Span::until(Some(day))),
        Some(Span::day(day)),
        between(Date::new(day.year(), 1, 1).ok(), Some(day)),
        year(day.year()),
        year(day.year() - 1),
        year(day.year() + 1),
        Some(Span::until(Date::new(day.year(), 12, 31).ok())),
        Some(Span::until(Date::new(day.year() - 1, 12, 31).ok())),
        month(0),
        month(1),
        quarter(0),
        quarter(1),
        months(day.year(), 1, 6),
        months(day.year(), 1, 9),
        day.yesterday().ok().map(Span::day),
        Some(Span { start: Some(day), end: None }),
        None,
        None,
        None,
        None,
    ];
    offered(forms)
}

fn offered(forms: [Option<Span>; FORMS]) -> Vec<(usize, Span)> {
    let spans = forms.into_iter().enumerate().filter_map(|(form, span)| Some((form, span?)));
    spans.filter(|(_, span)| *span != Span::OPEN).collect()
}

fn span(sheet: &Sheet<'_>, t: usize) -> Span {
    let spot = sheet.times[t];
    sheet.rows[spot.row].mentions.times[spot.index.unwrap_or(0)].span
}

fn months(year: i16, first: i8, count: i8) -> Option<Span> {
    let start = Date::new(year, first, 1).ok()?;
    Some(Span::between(start, Date::new(year, first + count - 1, 1).ok()?.last_of_month()))
}

/// A last day some years on; the last of February stays the last.
fn shift_end(end: Date, years: i32) -> Option<Date> {
    let moved = end.checked_add(years.years()).ok()?;
    Some(if end == end.last_of_month() { moved.last_of_month() } else { moved })
}
