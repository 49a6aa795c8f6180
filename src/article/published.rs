//! When the article was published.
//!
//! Strongest first: JSON-LD, `<meta>`, `<time>` beside the article, a printed date line beside the
//! headline, the day in the address. The clock in the site's header, the days of other news, of
//! comments and of the press licence stand elsewhere and are not looked at; a day inside a sentence
//! dates what is told, not the article.

use super::body::Body;
use super::boxes::Traits;
use super::date::{self, Moment, Order};
use super::outline::{Line, Outline};
use crate::page::Metadata;
use std::ops::Range;

/// Where and how to look.
pub(super) struct Place<'a> {
    pub(super) outline: &'a Outline<'a>,
    pub(super) body: &'a Body,
    pub(super) url: Option<&'a str>,
    pub(super) is_vietnamese: bool,
    pub(super) is_plain_text: bool,
}

/// Names under which the day of publication stands in `<meta>`.
const METAS: [&str; 20] = [
    "article:published_time",
    "article:published",
    "pubdate",
    "datepublished",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "og:published_time",
    "citation_online_date",
    "citation_publication_date",
    "article.published",
    "datecreated",
    "date",
];
/// A longer line with a day in it is a sentence.
const DATE_LINE: usize = 110;
/// How many lines behind the headline a date line may stand.
const REACH: usize = 12;

/// The day or moment of publication, ISO 8601.
pub(super) fn find(data: &Metadata, place: &Place<'_>) -> Option<String> {
    let offset = place.is_vietnamese.then_some("+07:00");
    let declared = declared(data, place);
    let moment = match declared {
        Some(moment) if moment.time.is_some() => moment,
        Some(moment) => printed(place)
            .filter(|printed| printed.day == moment.day)
            .unwrap_or(moment),
        None => printed(place).or_else(|| in_address(place))?,
    };
    Some(moment.iso(offset))
}

fn declared(data: &Metadata, place: &Place<'_>) -> Option<Moment> {
    let order = order(place);
    let linked = data.linked_data.published.as_deref();
    let metas = METAS.iter().filter_map(|name| data.first(&[name]));
    linked
        .into_iter()
        .chain(metas)
        .find_map(|text| date::find(text, order))
}

fn order(place: &Place<'_>) -> Order {
    match place.is_vietnamese {
        true => Order::DayFirst,
        false => Order::MonthFirst,
    }
}

/// The stamp or date line nearest to the headline.
fn printed(place: &Place<'_>) -> Option<Moment> {
    let outline = place.outline;
    let near = near_headline(place);
    let stamp = outline
        .stamps
        .iter()
        .filter(|stamp| near.contains(&stamp.line) && !is_elsewhere(place, stamp.frame))
        .find_map(|stamp| date::find(stamp.moment, order(place)));
    let lines = || outline.lines[near.clone()].iter();
    let line = |want_name: bool| {
        lines()
            .filter(|line| !want_name || has_date_name(outline, line))
            .find_map(|line| in_line(place, line))
    };
    stamp.or_else(|| line(true)).or_else(|| line(false))
}

fn has_date_name(outline: &Outline<'_>, line: &Line) -> bool {
    let named = |frame: usize| outline.frames[frame].traits.has(Traits::DATE);
    outline.around(line.frame).take(3).any(named)
}

fn in_line(place: &Place<'_>, line: &Line) -> Option<Moment> {
    let text = place.outline.text(line);
    let short = text.len() <= DATE_LINE && line.linked * 2 <= text.len();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if !short || digits < 5 || is_elsewhere(place, line.frame) {
        return None;
    }
    date::find(text, order(place))
}

/// Whether a box is furniture that is no head of an article.
fn is_elsewhere(place: &Place<'_>, frame: usize) -> bool {
    let named = |frame: usize| place.outline.frames[frame].traits.has(Traits::DATE);
    place.body.furniture[frame] && !place.outline.around(frame).take(2).any(named)
}

/// From the headline to a little into the body; the whole head of the body where there is no
/// headline.
fn near_headline(place: &Place<'_>) -> Range<usize> {
    let outline = place.outline;
    let Some(&body) = place.body.parts.first() else {
        return 0..0;
    };
    let body = outline.frames[body].first_line;
    let headline = outline.lines[..outline.lines.len().min(body + REACH)]
        .iter()
        .rposition(|line| outline.frames[line.frame].tag == "h1");
    let start = match headline {
        Some(line) => line.saturating_sub(3).max(body.min(line)),
        None if place.is_plain_text => 0,
        None => body.saturating_sub(REACH / 2),
    };
    start..outline.lines.len().min(body.max(start) + REACH)
}

/// The day in the address: `/2023/05/11/`, `-11052023-`, `20230511`.
fn in_address(place: &Place<'_>) -> Option<Moment> {
    let path = place.url?.split(['?', '#']).next()?;
    let day_first = path
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| run.len() == 8 && (run[4..].starts_with("19") || run[4..].starts_with("20")))
        .find_map(|run| {
            date::find(
                &format!("{}/{}/{}", &run[..2], &run[2..4], &run[4..]),
                Order::DayFirst,
            )
        });
    day_first.or_else(|| {
        date::find(
            &path.replace(|c: char| c.is_alphabetic(), " x "),
            order(place),
        )
    })
}
