//! The forms in which the days of a time phrase, or of the day of publication, can be meant.
//!
//! `quý II` (the second quarter) of a report may be the quarter as it stands, the year up to its end, the half year that
//! ends with it, or all time until then. Each form has a number, so that the network learns which is meant when. A form
//! that a phrase cannot have (what ends with the day of publication, where that is unknown) is left out.

use crate::judge::Sheet;
use crate::mention::Span;
use jiff::ToSpan;
use jiff::civil::Date;

/// How many forms a time phrase, or the day of publication, can offer.
pub(in crate::judge) const FORMS: usize = 20;

/// How many pieces may stand between two time phrases that are one span: `từ tháng 3` … `đến tháng 5`.
const REACH: usize = 8;

/// The days of a time phrase in every form that they can be meant in.
pub(super) fn of_time(sheet: &Sheet<'_>, t: usize, published: Option<Date>) -> Vec<(usize, Span)> {
    let Span { start, end } = span(sheet, t);
    let between = |start: Option<Date>, end: Option<Date>| {
        Some(Span { start: Some(start?), end: Some(end?) })
    };
    let whole = start.zip(end).is_some();
    let moved = |years: i32| {
        let start = start.map(|start| start.checked_add(years.years())).transpose().ok()?;
        Some(Span { start, end: end.and_then(|end| shift_end(end, years)) })
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
pub(super) fn of_day(day: Date) -> Vec<(usize, Span)> {
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
