//! Sentences that report an event: `Ngày 11-5-2023, Sở Nội vụ tổ chức hội nghị sơ kết …`.
//!
//! The word for the event stands right behind `tổ chức` or before `diễn ra`. `tổ chức 12 hội nghị`
//! and `các hội nghị` count or generalise and report none.

use super::super::block::BlockNames;
use super::super::document;
use super::super::{organization, place};
use super::day;
use crate::lexicon::CueClass;
use crate::text::{TokenKind, Tokens};
use jiff::civil::Date;

/// What one sentence says about an event.
pub(super) struct Held {
    /// Its name: kind, sort, what it is about.
    pub name: Tokens,
    /// Kind and sort.
    pub kind: Tokens,
    /// How many tokens of them are the kind.
    pub base: usize,
    /// The day.
    pub day: Option<Date>,
    /// Where it took place.
    pub place: Option<String>,
    /// Index into the block's organisations of the one that held it.
    pub organizer: Option<usize>,
}

/// The event that a sentence reports.
pub(super) fn read(block: &BlockNames, sentence: &Tokens, published: Option<Date>) -> Option<Held> {
    let marked = &block.marked;
    let (at, base) = sentence
        .clone()
        .filter(|at| marked.is(*at, CueClass::EventKind) && is_one(block, *at))
        .find_map(|at| Some((at, marked.cue(at, &[CueClass::EventKind])?.0)))?;
    let before = marked.cue_before(at, &[CueClass::EventHeld]).map(|(len, _)| at - len);
    let verb = before.or_else(|| {
        (at + base..sentence.end)
            .find(|i| marked.is(*i, CueClass::EventHeld) && !block.is_named(*i))
    })?;
    let sort = marked.cue(at + base, &[CueClass::EventSort]).map_or(0, |(len, _)| len);
    Some(Held {
        name: at..name_end(block, at + base + sort, sentence.end),
        kind: at..at + base + sort,
        base,
        day: day::first(marked, sentence.clone(), published),
        place: venue(block, sentence.clone()),
        organizer: organizer(block, sentence.start..verb),
    })
}

/// Whether one event is meant, not a number or any of them.
pub(super) fn is_one(block: &BlockNames, at: usize) -> bool {
    let marked = &block.marked;
    let digits = |i: usize| marked.text.tokens[i].kind == TokenKind::Digits;
    at.checked_sub(1).is_none_or(|before| {
        !digits(before) && !marked.is(before, CueClass::Plural) && !marked.is_counted(before)
    })
}

/// The name ends behind the document that the event is about, or where a title would end.
fn name_end(block: &BlockNames, from: usize, limit: usize) -> usize {
    let end = document::title_end(&block.marked, from).min(limit);
    let first = block.documents.partition_point(|d| d.tokens.start < from);
    block
        .documents
        .get(first)
        .map(|d| d.tokens.end)
        .filter(|document| *document <= end)
        .unwrap_or(end)
}

/// The organisation that stands last before the verb.
fn organizer(block: &BlockNames, within: Tokens) -> Option<usize> {
    let upto = block.organizations.partition_point(|o| o.tokens.end <= within.end);
    upto.checked_sub(1).filter(|last| block.organizations[*last].tokens.start >= within.start)
}

/// `tại TP. Bến Tre`, `tại Hội trường UBND tỉnh`
fn venue(block: &BlockNames, within: Tokens) -> Option<String> {
    let marked = &block.marked;
    within.filter(|at| marked.is(*at, CueClass::VenueWord)).find_map(|at| {
        let named = organization::read(marked, at + 1)
            .map(|name| name.tokens)
            .or_else(|| place::read(marked, at + 1).map(|(len, _)| len));
        let hall = || {
            let capital = marked.text.tokens.get(at + 1).is_some_and(|t| t.capital);
            capital && !marked.is(at + 1, CueClass::EventKind)
        };
        let end = match named {
            Some(len) => at + 1 + len,
            None if hall() => document::title_end(marked, at + 1),
            None => return None,
        };
        Some(marked.text.slice(at + 1..end).to_owned())
    })
}
