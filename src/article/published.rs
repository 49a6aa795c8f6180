//! When the article was published.
//!
//! Strongest first: JSON-LD, `<meta>`, `<time>` beside the article, a printed date line beside the
//! headline, the day in the address. The clock in the site's header, the days of other news, of
//! comments and of the press licence stand elsewhere and are not looked at; a day inside a sentence
//! dates what is told, not the article.

use super::boxes::Traits;
use super::date::{self, Moment, Order};
use super::outline::{Line, Outline};
use super::place::{Place, REACH};
use crate::page::Metadata;

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
/// The day or moment of publication, ISO 8601.
pub(super) fn find(data: &Metadata, place: &Place<'_>) -> Option<String> {
    let printed = printed(place);
    let moment = match (declared(data, place), printed) {
        (Some(declared), Some(printed)) => {
            let same = declared.day == printed.day && declared.time.is_none();
            let stamped = printed.day < declared.day && is_build_stamp(data, &declared, place);
            if same || stamped { printed } else { declared }
        }
        (declared, printed) => declared.or(printed).or_else(|| in_address(place))?,
    };
    Some(moment.iso(place.is_vietnamese.then_some("+07:00")))
}

/// Whether the page was published no earlier than it was last changed: then a program wrote both
/// when it last built the site, and an earlier day in print is the true one.
fn is_build_stamp(data: &Metadata, declared: &Moment, place: &Place<'_>) -> bool {
    let modified = data.linked_data.modified.as_deref();
    let modified = modified.and_then(|text| date::find(text, order(place)));
    modified.is_some_and(|modified| modified.day <= declared.day)
}

fn declared(data: &Metadata, place: &Place<'_>) -> Option<Moment> {
    let order = order(place);
    let linked = data.linked_data.published.as_deref();
    let metas = METAS.iter().filter_map(|name| data.first(&[name]));
    linked.into_iter().chain(metas).find_map(|text| date::find(text, order))
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
    let near = place.head();
    let stamp = outline
        .stamps
        .iter()
        .filter(|stamp| near.contains(&stamp.line) && !is_elsewhere(place, stamp.frame, stamp.line))
        .find_map(|stamp| date::find(stamp.moment, order(place)));
    let named = || {
        let mut lines = near.clone().filter(|&line| has_date_name(outline, &outline.lines[line]));
        lines.find_map(|line| in_line(place, line))
    };
    let alone = || {
        let mut lines = near.clone().filter(|&line| is_date_line(place, &outline.lines[line]));
        lines.find_map(|line| in_line(place, line))
    };
    let foot = || behind_body(place).find_map(|line| in_line(place, line));
    stamp.or_else(named).or_else(alone).or_else(foot)
}

/// Whether a line without a name is one that gives the day. Vietnamese pages set it apart; others
/// often put it behind the byline.
fn is_date_line(place: &Place<'_>, line: &Line) -> bool {
    let text = place.outline.text(line);
    match place.is_vietnamese {
        true => date::is_day_alone(text),
        false => !text.ends_with(['.', '!', '?', '…']),
    }
}

/// The lines right behind the body that are called dates.
fn behind_body<'a>(place: &'a Place<'_>) -> impl Iterator<Item = usize> + 'a {
    let outline = place.outline;
    let end = place.body_lines().end;
    let foot = end..outline.lines.len().min(end + REACH);
    foot.filter(|&line| has_date_name(outline, &outline.lines[line]))
}

fn has_date_name(outline: &Outline<'_>, line: &Line) -> bool {
    let named = |frame: usize| outline.frames[frame].traits.has(Traits::DATE);
    outline.around(line.frame).take(3).any(named)
}

fn in_line(place: &Place<'_>, at: usize) -> Option<Moment> {
    let line = &place.outline.lines[at];
    let text = place.outline.text(line);
    let short = text.len() <= DATE_LINE && line.linked * 2 <= text.len();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if !short || digits < 5 || is_elsewhere(place, line.frame, at) {
        return None;
    }
    date::find(text, order(place))
}

/// Whether a box is furniture, and no head of an article.
fn is_elsewhere(place: &Place<'_>, frame: usize, line: usize) -> bool {
    let body = place.body_lines().start;
    let in_head = place.headline.is_some_and(|headline| (headline..body).contains(&line));
    let named = |frame: usize| place.outline.frames[frame].traits.has(Traits::DATE);
    place.body.furniture[frame] && !in_head && !place.outline.around(frame).take(2).any(named)
}

/// The day in the address: `/2023/05/11/`, `-11052023-`, `20230511`.
fn in_address(place: &Place<'_>) -> Option<Moment> {
    let path = place.url?.split(['?', '#']).next()?;
    let day_first = path
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| run.len() == 8 && (run[4..].starts_with("19") || run[4..].starts_with("20")))
        .find_map(|run| {
            date::find(&format!("{}/{}/{}", &run[..2], &run[2..4], &run[4..]), Order::DayFirst)
        });
    day_first
        .or_else(|| date::find(&path.replace(|c: char| c.is_alphabetic(), " x "), order(place)))
}
