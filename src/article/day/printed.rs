//! The days that the page prints for its readers: `<time>` and date lines around the headline and
//! under the body, the dateline of an agency at the head of the text.
//!
//! The clock in the site's header, the days of other news, of comments and of the press licence
//! stand elsewhere and are not looked at; a day inside a sentence dates what is told, not the
//! article.

use super::super::byline::is_opened;
use super::super::outline::boxes::Traits;
use super::super::outline::stamp::Stamp;
use super::super::outline::{Line, Outline};
use super::super::place::{Place, REACH};
use super::super::{Block, BlockKind};
use super::candidate::{Candidate, Ground};
use super::date::cut;
use super::line;
use super::moment::{self, Label, Moment};
use super::order::Order;
use std::collections::HashSet;
use std::ops::Range;

/// A longer line with a day in it is a sentence.
const DATE_LINE: usize = 110;
/// Longest line with a label before its day.
const LABELLED: usize = 240;
/// Longest dateline, in bytes: `Thành phố Hồ Chí Minh (TTXVN 25/10/2023)`.
const DATELINE: usize = 60;
/// How many stamps are weighed.
const STAMPS: usize = 1_000;
/// Most words of a line that says what the day under it is.
const LABEL: usize = 3;

/// The printed days: the line where the site has it, stamps, lines that are called dates, other
/// date lines.
pub(super) fn candidates<'a>(place: &'a Place<'_>, order: Order) -> Vec<Candidate<'a>> {
    let outline = place.outline;
    let near = place.head();
    let Range { start, end } = place.body_lines();
    let ground = |line, ground| if line < end { ground } else { Ground::FootLine };
    let mut beside = Beside::default();
    let stamps = outline.stamps.iter().filter_map(|stamp| {
        if !near.contains(&stamp.line) || is_elsewhere(place, stamp.frame, stamp.line) {
            return None;
        }
        let moment = moment::find(stamp.moment, order)?;
        let beside = beside.of(outline, stamp.line, order);
        let moment = Moment { label: label_of(stamp, &moment, beside), ..moment };
        let ground = ground(stamp.line, Ground::Stamp);
        let words = stamp.moment.into();
        Some(Candidate { ground, words, moment, line: Some(stamp.line) })
    });
    let mut stamps: Vec<_> = stamps.take(STAMPS).collect();
    // Of a day over the headline and one behind it, the latter is its own.
    stamps.sort_by_key(|stamp| stamp.line < place.headline);
    let stamped: HashSet<usize> = stamps.iter().filter_map(|stamp| stamp.line).collect();
    let is_named = |&line: &usize| has_date_name(outline, &outline.lines[line]);
    let foot = end..outline.lines.len().min(end + REACH);
    let foot = foot.filter(|line| is_named(line) && !near.contains(line));
    let lines = near.clone().chain(foot).filter(|line| !stamped.contains(line));
    let lines = lines.filter_map(|line| {
        let moment = in_line(place, line, order)?;
        let words = outline.text(&outline.lines[line]);
        let is_named = is_named(&line);
        let is_told = line::is_day_alone(words) || line::is_labelled(words);
        if !is_named && !is_date_line(place, line) {
            return None;
        }
        let ground = ground(line, Ground::DateLine);
        let candidate = Candidate { ground, words: words.into(), moment, line: Some(line) };
        // A clock stands over the headline, other news under the body.
        let is_sure = is_named || is_told;
        // Without a headline, the day next to the text is its own.
        let far = if place.headline.is_none() && line < end { start.abs_diff(line) } else { 0 };
        Some(((line >= end, !is_sure, Some(line) < place.headline, !is_named, far), candidate))
    });
    let mut lines: Vec<_> = lines.collect();
    lines.sort_by_key(|(rank, _)| *rank);
    let lines = lines.into_iter().map(|(_, candidate)| candidate);
    let all = hinted(place, order).into_iter().chain(stamps).chain(lines);
    // Under the body stand other articles, with their stamps.
    let (under, own): (Vec<_>, Vec<_>) =
        all.partition(|candidate| candidate.ground == Ground::FootLine);
    own.into_iter().chain(under).collect()
}

/// The day in the line where the site has it.
fn hinted<'a>(place: &'a Place<'_>, order: Order) -> Option<Candidate<'a>> {
    let words = place.date_line.as_deref().filter(|words| words.len() <= DATE_LINE)?;
    let moment = moment::find(words, order)?;
    Some(Candidate { ground: Ground::SiteLine, words: words.into(), moment, line: None })
}

/// The day in the dateline of an agency: `Hà Nội (TTXVN 25/10/2023) - `.
pub(super) fn dateline(blocks: &[Block], order: Order) -> Option<Candidate<'_>> {
    let is_text = |block: &&Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Lead);
    blocks.iter().filter(is_text).take(2).find_map(|block| {
        let (head, rest) = block.text.split_once(')')?;
        let rest = rest.trim_start_matches(['.', ' ']);
        let opens = head.len() <= DATELINE && head.contains('(');
        let dashed = rest.starts_with(['-', '–', '—']);
        let moment = moment::find(head, order).filter(|_| opens && dashed)?;
        Some(Candidate { ground: Ground::Dateline, words: head.into(), moment, line: None })
    })
}

/// Whether a line without a name is one that gives the day. Vietnamese pages set it apart; others
/// often put it behind the byline. A cell of a table in the body is none.
fn is_date_line(place: &Place<'_>, at: usize) -> bool {
    let line = &place.outline.lines[at];
    let text = place.outline.text(line);
    let is_apart = match place.is_vietnamese {
        true => {
            let is_around = !place.is_inside(at)
                || Some(at) < place.headline
                || Some(at) > place.headline && at < place.body.first_prose(place.outline);
            let has_piece = place.outline.called(at, Traits::DATE).is_some_and(line::is_day_alone);
            let is_told = line::is_day_alone(text) || line::is_labelled(text);
            let is_beside = || line::has_day_part(text) || free_day(place, at).is_some();
            is_told || has_piece || is_around && (is_beside() || is_opened(text))
        }
        false => !line::ends_sentence(text),
    };
    is_apart && !place.is_cell(line)
}

/// The day that stands by itself between the tags of a line under the headline, and is no link:
/// `<a>Quản trị viên</a> 06/03/2023`. Other news have such lines, too, under the text.
fn free_day<'a>(place: &'a Place<'_>, at: usize) -> Option<&'a str> {
    let (outline, line) = (place.outline, &place.outline.lines[at]);
    let is_under = place.headline.is_some_and(|headline| headline < at);
    let unlinked = line.end - line.start - line.linked.min(line.end - line.start);
    let mut days = outline.segments(line).filter(|segment| line::has_day_part(segment));
    let day = days.find(|day| is_under && day.len() <= unlinked)?;
    (at < place.body.first_prose(outline)).then_some(day)
}

fn has_date_name(outline: &Outline<'_>, line: &Line) -> bool {
    let named = |frame: usize| outline.frames[frame].traits.has(Traits::DATE);
    outline.around(line.frame).take(3).any(named)
}

fn in_line(place: &Place<'_>, at: usize, order: Order) -> Option<Moment> {
    let line = &place.outline.lines[at];
    let text = place.outline.text(line);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_told = place.body.told[at];
    if text.len() > LABELLED || digits < 5 || is_told || is_elsewhere(place, line.frame, at) {
        return None;
    }
    let short = text.len() <= DATE_LINE;
    let is_plain = line.linked * 2 <= text.len() || short && free_day(place, at).is_some();
    // Over the text, a day that is a link leads to the article itself, or to those of its day.
    let is_stamp = || {
        let is_part = |frame: usize| place.body.parts.contains(&frame);
        let is_over = at < place.body_lines().end && !place.outline.around(line.frame).any(is_part);
        is_over && has_date_name(place.outline, line) && line::is_day_alone(text)
    };
    if !(short && (is_plain || is_stamp()) || line::is_labelled(text)) {
        return None;
    }
    if line::is_of_other(text) && !line::is_labelled(text) {
        return None;
    }
    let found = moment::find(text, order);
    let mut moment = found.or_else(|| moment::find(free_day(place, at)?, order))?;
    if moment.label == Label::Bare && text.starts_with(|c: char| c.is_alphanumeric()) {
        moment.label = label_before(place.outline, at);
    }
    Some(moment)
}

/// What the line of a stamp says: its day, and what the line before says of it. A line may have a hundred
/// thousand stamps, so that of the last one is kept.
#[derive(Default)]
struct Beside {
    line: Option<usize>,
    printed: Option<Moment>,
    label_before: Option<Label>,
}

impl Beside {
    fn of(&mut self, outline: &Outline<'_>, at: usize, order: Order) -> &Self {
        if self.line != Some(at) {
            let printed = outline.lines.get(at).map(|line| outline.text(line));
            *self = Self {
                line: Some(at),
                printed: printed.and_then(|text| moment::find(text, order)),
                label_before: Some(label_before(outline, at)),
            };
        }
        self
    }
}

/// What its line, the line before, or the names of a stamp say of its day.
fn label_of(stamp: &Stamp<'_>, moment: &Moment, beside: &Beside) -> Label {
    let printed = beside.printed.as_ref().filter(|printed| printed.day == moment.day);
    let printed = printed.map(|printed| printed.label);
    let named = stamp.names.map(|names| moment::label(&cut(names)));
    let labels = printed.into_iter().chain(beside.label_before).chain(named);
    labels.into_iter().find(|label| *label != Label::Bare).unwrap_or(Label::Bare)
}

/// What the line before says of the day in this one: `Updated on`.
fn label_before(outline: &Outline<'_>, at: usize) -> Label {
    let before = at.checked_sub(1).map_or("", |before| outline.text(&outline.lines[before]));
    let words = if before.len() <= LABELLED { cut(before) } else { Vec::new() };
    match words.len() <= LABEL {
        true => moment::label(&words),
        false => Label::Bare,
    }
}

/// Whether a box is furniture, and no head of an article.
fn is_elsewhere(place: &Place<'_>, frame: usize, line: usize) -> bool {
    let body = place.body_lines().start;
    let in_head = place.headline.is_some_and(|headline| (headline..body).contains(&line));
    let named = |frame: usize| place.outline.frames[frame].traits.has(Traits::DATE);
    place.body.furniture[frame] && !in_head && !place.outline.around(frame).take(2).any(named)
}
