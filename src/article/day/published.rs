//! When the article was published: which of the page's days is believed.
//!
//! A page that carries an official paper is of the paper's day: on it was written what it says of
//! `năm nay`. Of other pages, a bare day that the page prints behind its headline or right over it goes
//! first: it is what readers were told, where programs may have declared the day when the site was
//! moved. Then what the page declares to machines, any other printed day, that of a change (`Updated`, `Cập nhật`), the dateline of an
//! agency, the address. Among days that agree the one with a time of day is taken. The day of a
//! `WebPage` is the page's, not that of an article.

use super::super::place::Place;
use super::super::{Block, OfficialPaper};
use super::candidate::{Candidate, DayCandidate, Fate, Ground};
use super::moment::{self, Label, Moment};
use super::order::Order;
use super::{declared, printed};
use crate::page::Metadata;
use jiff::ToSpan;
use std::collections::HashSet;

/// The day or moment of publication, ISO 8601, and all days that were weighed, the taken one first.
/// Nothing goes before the day that the user has `given`.
pub(in super::super) fn find(
    data: &Metadata,
    place: &Place<'_>,
    blocks: &[Block],
    paper: Option<&OfficialPaper>,
    given: Option<&str>,
) -> (Option<String>, Vec<DayCandidate>) {
    let order = order(place);
    let mut candidates: Vec<_> = paper.and_then(of_paper).into_iter().collect();
    candidates.extend(declared::candidates(data, order));
    candidates.extend(printed::candidates(place, order));
    candidates.extend(printed::dateline(blocks, order));
    candidates.extend(in_address(place));
    if place.is_vietnamese {
        tell_in_local_time(&mut candidates);
    }
    let is_called_article =
        place.is_vietnamese || data.linked_data.is_given || data.calls_itself_article();
    let taken = choose(&candidates, place, is_called_article)
        .map(|taken| with_time(&candidates, taken))
        .filter(|_| given.is_none());
    let iso = |moment: &Moment| moment.iso(place.is_vietnamese.then_some("+07:00"));
    let published = given.map(str::to_owned).or(taken.map(|taken| iso(&candidates[taken].moment)));
    let own = given.map(|day| DayCandidate {
        day: day.to_owned(),
        words: day.to_owned(),
        rule: "published.option",
        fate: Fate::Taken,
    });
    let weighed = candidates.iter().enumerate().map(|(at, candidate)| {
        let day = iso(&candidate.moment);
        let fate = match &published {
            Some(_) if taken == Some(at) => Fate::Taken,
            Some(published) if published.get(..10) == day.get(..10) => Fate::Agrees,
            _ if candidate.ground == Ground::JsonLdOfPage => Fate::OfThePage,
            Some(_) => Fate::Outranked,
            None => Fate::OnlyAnUpdate,
        };
        let words = candidate.words.clone().into_owned();
        DayCandidate { day, words, rule: candidate.ground.rule(), fate }
    });
    let mut days: Vec<_> = own.into_iter().chain(weighed).collect();
    days.sort_by_key(|day| day.fate);
    (published, days)
}

/// Which of the candidates is the day of publication. Only where a page is called an article is the
/// day of its last change better than none.
fn choose(
    candidates: &[Candidate<'_>],
    place: &Place<'_>,
    is_called_article: bool,
) -> Option<usize> {
    use Ground::{Address, DateLine, Dateline, FootLine, JsonLd, Meta, Paper, SiteLine, Stamp};
    let first = |grounds: &[Ground], label: Label| {
        let is_one = |candidate: &Candidate<'_>| {
            grounds.contains(&candidate.ground) && candidate.moment.label <= label
        };
        candidates.iter().position(is_one)
    };
    let paper = first(&[Paper], Label::Bare);
    if paper.is_some() {
        return paper;
    }
    let on_page = [SiteLine, Stamp, DateLine, FootLine];
    let declared = first(&[JsonLd, Meta], Label::Updated);
    let printed = first(&on_page, Label::Bare);
    let updated = || first(&on_page, Label::Updated).filter(|_| is_called_article);
    let elsewhere = || first(&[Dateline, Address], Label::Updated);
    let (Some(declared), Some(printed)) = (declared, printed) else {
        return declared.or(printed).or_else(updated).or_else(elsewhere);
    };
    let (said, shown) = (&candidates[declared], &candidates[printed]);
    let is_behind = matches!(shown.ground, SiteLine | Stamp)
        || shown.ground == DateLine
            && place.headline.is_some()
            && (shown.line >= place.headline
                || shown.line.is_some_and(|line| place.is_right_over_headline(line)));
    let wins = is_behind && !is_same_day(said, shown, order(place));
    Some(if wins { printed } else { declared })
}

/// Of the candidates of the same day, that one or one that tells the time, too.
fn with_time(candidates: &[Candidate<'_>], taken: usize) -> usize {
    let day = candidates[taken].moment.day;
    let tells_more = |candidate: &Candidate<'_>| {
        candidate.moment.day == day
            && candidate.moment.time.is_some()
            && candidate.moment.label != Label::Updated
            && candidate.ground != Ground::JsonLdOfPage
    };
    match candidates[taken].moment.time {
        Some(_) => taken,
        None => candidates.iter().position(tells_more).unwrap_or(taken),
    }
}

/// Whether the printed day is the declared one, in one of the two orders of day and month.
fn is_same_day(declared: &Candidate<'_>, printed: &Candidate<'_>, order: Order) -> bool {
    let other = match order {
        Order::DayFirst => Order::MonthFirst,
        Order::MonthFirst => Order::DayFirst,
    };
    let swapped = moment::find(&printed.words, other).map(|moment| moment.day);
    printed.moment.day == declared.moment.day || swapped == Some(declared.moment.day)
}

/// The day of issue of the paper that the page carries.
fn of_paper(paper: &OfficialPaper) -> Option<Candidate<'_>> {
    let words = paper.day.as_deref()?;
    let moment = moment::find(words, Order::DayFirst)?;
    Some(Candidate { ground: Ground::Paper, words: words.into(), moment, line: None })
}

/// The hours between UTC and Vietnam.
const VIETNAM: i64 = 7;

/// Moments in UTC as clocks in Vietnam show them: at 18:00Z it is the next day there. Where the page
/// prints the very hour without an offset, the `Z` is wrong and the hour is right.
fn tell_in_local_time(candidates: &mut [Candidate<'_>]) {
    let minute = |moment: &Moment| {
        let time = moment.time?;
        Some((moment.day, time.hour(), time.minute()))
    };
    let shown = candidates.iter().map(|candidate| &candidate.moment);
    let shown = shown.filter(|moment| moment.offset.is_none()).filter_map(minute);
    let shown: HashSet<_> = shown.collect();
    for moment in candidates.iter_mut().map(|candidate| &mut candidate.moment) {
        let (Some(time), Some("Z" | "+00:00")) = (moment.time, moment.offset.as_deref()) else {
            continue;
        };
        if !minute(moment).is_some_and(|own| shown.contains(&own))
            && let Ok(local) = moment.day.to_datetime(time).checked_add(VIETNAM.hours())
        {
            (moment.day, moment.time) = (local.date(), Some(local.time()));
        }
        moment.offset = Some("+07:00".to_owned());
    }
}

fn order(place: &Place<'_>) -> Order {
    match place.is_vietnamese {
        true => Order::DayFirst,
        false => Order::MonthFirst,
    }
}

/// The day in the address: `/2023/05/11/`, `-11052023-`, `20230511`.
fn in_address<'a>(place: &Place<'a>) -> Option<Candidate<'a>> {
    let path = place.url?.split(['?', '#']).next()?;
    let day_first = path
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| run.len() == 8 && (run[4..].starts_with("19") || run[4..].starts_with("20")))
        .find_map(|run| {
            let spread = format!("{}/{}/{}", &run[..2], &run[2..4], &run[4..]);
            moment::find(&spread, Order::DayFirst)
        });
    let spread = || path.replace(|c: char| c.is_alphabetic(), " x ");
    let moment = day_first.or_else(|| moment::find(&spread(), order(place)))?;
    Some(Candidate { ground: Ground::Address, words: path.into(), moment, line: None })
}
