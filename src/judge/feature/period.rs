//! The periods that a figure may have, and what speaks for each.
//!
//! A time phrase seldom is the period as it stands: `quý II` of a report on the first half of the year is, but
//! `đến ngày 30-6` counts from the beginning of the year or from the beginning of all time, and `năm 2022` ends with the day of
//! publication where the text was written in it. So each time phrase offers its days in several forms, the day of
//! publication offers some as well, and no period is always offered.

use super::form;
use super::pair::{Between, Counts, TimePair, laid};
use super::time::lies;
use crate::judge::{Sheet, Spot};
use crate::mention::Span;
use jiff::civil::Date;
use std::collections::HashMap;

/// How many time phrases before a figure, and behind it in its row, are weighed.
const BEFORE: usize = 24;
const AFTER: usize = 6;
/// How many time phrases at the beginning of the article are always weighed.
const FIRST: usize = 4;

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

/// How many things are known of how the days of a period lie.
pub(in crate::judge) const PERIOD_SIGNS: usize = 16;

/// The periods of all figures.
pub(super) fn all(sheet: &Sheet<'_>) -> Periods {
    let counts = Counts::of(sheet);
    let published = sheet.rows.first().and_then(|row| row.scene.published);
    let mut spans = Spans::new();
    let mut of_time: Vec<Vec<(usize, usize)>> = Vec::with_capacity(sheet.times.len());
    for t in 0..sheet.times.len() {
        let forms = form::of_time(sheet, t, published);
        of_time.push(forms.into_iter().map(|(form, span)| (form, spans.index(span))).collect());
    }
    let of_day: Vec<(usize, usize)> = published
        .map(form::of_day)
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
