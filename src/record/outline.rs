//! What the headings and heads of lists say of the blocks under them.
//!
//! `Kết quả năm 2022 đạt được như sau:` gives its time, and what it is about, to the items of its
//! list and no further; a heading gives them to everything up to the next heading. Both are weaker
//! than anything that a block says itself.

use super::frame::{Frame, What};
use super::mark::{DASHED, Rank, mark};
use super::phrase::Phrase;
use super::read::Block;
use crate::article::BlockKind;
use crate::lexicon::CueClass;
use crate::mention::{Sense, Span};
use crate::record::{Period, Reason, Record, Role, Said, category};
use crate::text::Text;
use std::ops::Range;

/// What stands over a block.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// What it is about.
    pub scope: Option<String>,
    pub period: Option<Period>,
    pub place: Option<String>,
    /// Whether it lays down a plan.
    pub is_target: bool,
}

/// The headings and heads that are in force.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// Headings with their levels, the widest first.
    headings: Vec<(u8, Head)>,
    /// The head of the list that is open.
    list: Option<Head>,
    /// The items that others stand under, with their ranks.
    items: Vec<(Rank, String)>,
}

/// Longest line that is a heading without being marked up as one, in bytes.
const LONGEST: usize = 200;

impl Outline {
    /// What stands over a block. A block that is no item ends the list before it.
    pub(super) fn enter(&mut self, block: &Block<'_>) -> Head {
        let is_row = block.source.row.is_some();
        let rank = item(block);
        if rank.is_none() && !is_row && !is_unit_note(block) {
            self.list = None;
            self.items.clear();
        }
        if let Some(rank) = rank {
            while self.items.last().is_some_and(|(over, _)| *over >= rank) {
                self.items.pop();
            }
        }
        let mut head = self.list.clone().unwrap_or_else(|| self.section());
        if rank.is_some() {
            let over = self.items.iter().map(|(_, words)| words.clone());
            head.scope = joined(head.scope.into_iter().chain(over));
        }
        head
    }

    /// What the headings say together; the nearest that gives a time or place decides.
    fn section(&self) -> Head {
        let heads = || self.headings.iter().rev().map(|(_, head)| head);
        let scopes = self.headings.iter().filter_map(|(_, head)| head.scope.clone());
        Head {
            scope: joined(scopes),
            period: heads().find_map(|head| head.period.clone()),
            place: heads().find_map(|head| head.place.clone()),
            is_target: heads().any(|head| head.is_target),
        }
    }

    /// Takes in what a block says of those behind it.
    pub(super) fn leave(&mut self, frame: &Frame<'_>, block: &Block<'_>, over: Head) {
        let Some(last) = frame.sentences.last().filter(|_| block.source.row.is_none()) else {
            return;
        };
        if let Some(level) = heading(frame, block) {
            self.headings.retain(|(over, _)| *over < level);
            self.headings.push((level, said(frame, 0..frame.pieces.len())));
            return;
        }
        let rank = item(block);
        let opens = frame.mark(frame.pieces.len() - 1) == Some(':');
        if let Some(rank) = rank {
            let words = match opens {
                true => said(frame, last.clone()).scope,
                false => first_words(frame),
            };
            self.items.extend(words.map(|words| (rank, words)));
        } else if opens {
            let own = said(frame, last.clone());
            let earlier = || (0..last.end).rev().find_map(|i| period(frame, i));
            self.list = Some(Head {
                period: own.period.or_else(earlier).or(over.period),
                place: own.place.or(over.place),
                is_target: own.is_target || over.is_target,
                scope: own.scope.or(over.scope),
            });
        }
    }
}

impl Head {
    /// Fills in what the records of a block do not say themselves.
    pub(super) fn complete(&self, frame: &Frame<'_>, block: &Block<'_>, records: &mut [Record]) {
        let is_plan = self.is_target && item(block).is_some() && !is_done(frame);
        let label = row_label(block);
        for record in records {
            if record.scope.is_none() {
                let scope = label.as_ref().or(self.scope.as_ref());
                record.scope = scope.filter(|s| Some(*s) != record.indicator.as_ref()).cloned();
                categorise(frame, record);
            }
            if record.period.is_none() && self.period.is_some() && is_undated(record) {
                record.period.clone_from(&self.period);
                tell(record, "period", "period.head");
            }
            if record.place.is_none() && self.place.is_some() {
                record.place.clone_from(&self.place);
                tell(record, "place", "place.head");
            }
            if is_plan && matches!(record.role, Role::Actual | Role::Change) {
                (record.role, record.direction) = (Role::Target, None);
                tell(record, "role", "role.head");
            }
        }
    }
}

/// Whether a block says that something is done: `đã mở`, not `việc làm mới:`.
fn is_done(frame: &Frame<'_>) -> bool {
    const DONE: &[CueClass] = &[CueClass::Done, CueClass::Fulfil, CueClass::Exceed];
    let leads_on = |i: usize| frame.pieces.get(i + 1).is_some_and(|p| p.what == What::Phrase);
    (0..frame.pieces.len()).any(|i| frame.is(i, DONE) && leads_on(i))
}

/// Looks for a category once more, now that the scope is known.
fn categorise(frame: &Frame<'_>, record: &mut Record) {
    if let (None, Some(scope)) = (&record.category, &record.scope) {
        let (lexicon, unit) = (frame.scene.lexicon, record.unit.as_deref());
        let said = |words: &str| Said::by(&Text::new(words), lexicon);
        let indicator = said(record.indicator.as_deref().unwrap_or(""));
        let found =
            category(lexicon, &indicator, &said(scope), &said(&record.source.sentence), unit);
        record.category = found.map(str::to_owned);
    }
}

/// Whether no words of its own date a record, not even openly.
fn is_undated(record: &Record) -> bool {
    record.reasons.iter().any(|r| r.field == "period" && r.rule == "period.none")
}

fn tell(record: &mut Record, field: &'static str, rule: &'static str) {
    record.reasons.retain(|reason| reason.field != field);
    record.reasons.push(Reason { field, rule });
}

fn joined(words: impl Iterator<Item = String>) -> Option<String> {
    let words: Vec<String> = words.collect();
    Some(words.join(": ")).filter(|words| !words.is_empty())
}

/// The rank of an item of a list; none for other blocks.
fn item(block: &Block<'_>) -> Option<Rank> {
    let scene = &block.scene;
    let marked = mark(scene, 0..scene.text.tokens.len()).map(|(_, rank)| rank);
    match block.source.kind {
        BlockKind::ListItem => Some(marked.unwrap_or(DASHED)),
        BlockKind::Paragraph => marked,
        _ => None,
    }
}

/// The first words of a row: what its other cells, read as sentences, are about.
fn row_label(block: &Block<'_>) -> Option<String> {
    let row = block.source.row.as_ref().filter(|row| row.cells.len() > 1)?;
    let mut cells = row.cells.iter().map(|cell| &block.source.text[cell.bytes.clone()]);
    let words = cells.find(|words| words.chars().any(char::is_alphabetic))?;
    (!words.contains(|c: char| c.is_ascii_digit())).then(|| words.to_owned())
}

/// `(Đơn vị tính: triệu đồng)`
fn is_unit_note(block: &Block<'_>) -> bool {
    (0..2).any(|i| block.scene.cue(i, &[CueClass::TableUnit]).is_some())
}

/// The level of a heading: the tag that its path ends with, then its numbering. A short numbered
/// line without a figure and without a full stop is a heading too.
fn heading(frame: &Frame<'_>, block: &Block<'_>) -> Option<u8> {
    let words = 0..frame.scene.text.tokens.len();
    let numbered = mark(&frame.scene, words).map(|(_, rank)| rank);
    if block.source.kind == BlockKind::Heading {
        let path = &block.source.selector;
        let tag = path.rsplit("> ").next().and_then(|step| step.strip_prefix('h'));
        let level = tag.and_then(|tag| tag.bytes().next()).filter(u8::is_ascii_digit);
        return Some(level.map_or(0, |level| level - b'0') * 10 + numbered.unwrap_or(0));
    }
    let last = frame.mark(frame.pieces.len() - 1);
    let is_line = block.source.kind == BlockKind::Paragraph
        && block.source.text.len() <= LONGEST
        && frame.at.is_empty()
        && !matches!(last, Some('.' | ';' | ',' | '!' | '?' | '…'));
    numbered.filter(|rank| *rank < DASHED && is_line).map(|rank| 70 + rank)
}

/// What some pieces say as a heading or head of a list.
fn said(frame: &Frame<'_>, pieces: Range<usize>) -> Head {
    let pieces = words_of(frame, pieces);
    let scope = Phrase::of(frame, pieces.clone()).text(frame);
    let first = frame.pieces.get(pieces.start).map_or(0, |piece| piece.words.start);
    let place = frame
        .place_at(first)
        .filter(|_| pieces.start < pieces.end)
        .filter(|(len, _)| first + len == frame.pieces[pieces.end - 1].words.end);
    Head {
        scope: Some(scope).filter(|scope| !scope.is_empty() && place.is_none()),
        period: pieces.clone().find_map(|i| period(frame, i)),
        place: place.map(|(_, place)| place.name.clone()),
        is_target: lays_down_plan(frame, pieces),
    }
}

/// The pieces of a head behind its mark and those who say it (`Theo báo cáo của sở,`), before
/// `cụ thể như sau (ĐVT: đồng):`.
fn words_of(frame: &Frame<'_>, mut pieces: Range<usize>) -> Range<usize> {
    const EMPTY: &[CueClass] = &[CueClass::PartIntro, CueClass::Connective, CueClass::Filler];
    let words = frame.pieces[pieces.start].words.start..frame.pieces[pieces.end - 1].words.end;
    let start = mark(&frame.scene, words.clone()).map_or(words.start, |(len, _)| words.start + len);
    let behind = pieces.clone().find(|i| frame.pieces[*i].words.start >= start);
    pieces.start = behind.unwrap_or(pieces.start);
    if frame.is_at(pieces.start, &[CueClass::Preposition]) {
        let comma = pieces.clone().find(|i| frame.mark(*i) == Some(','));
        pieces.start = comma.map_or(pieces.start, |comma| comma + 1);
    }
    while pieces.end > pieces.start {
        let last = pieces.end - 1;
        let bracket = || frame.opening(last, &pieces).filter(|_| frame.mark(last) == Some(')'));
        pieces.end = match bracket() {
            Some(open) => open,
            None if frame.mark(last).is_some() || frame.is(last, EMPTY) => last,
            None => break,
        };
    }
    pieces
}

/// The words before the first figure of an item.
fn first_words(frame: &Frame<'_>) -> Option<String> {
    let end = *frame.at.first()?;
    let start = mark(&frame.scene, 0..frame.scene.text.tokens.len()).map_or(0, |(len, _)| len);
    let start = frame.pieces.iter().position(|piece| piece.words.start >= start)?;
    Some(Phrase::of(frame, start.min(end)..end).text(frame)).filter(|words| !words.is_empty())
}

fn period(frame: &Frame<'_>, piece: usize) -> Option<Period> {
    let What::Time(t) = frame.pieces[piece].what else { return None };
    let time = frame.time(t);
    let Span { start, end } = time.span;
    let dates = !matches!(time.sense, Sense::Baseline | Sense::Habitual | Sense::Occasion);
    let text = || frame.scene.text.slice(time.words.clone()).to_owned();
    (dates && (start.is_some() || end.is_some())).then(|| Period { start, end, text: text() })
}

/// `Chỉ tiêu năm 2023`, `Phấn đấu đạt các mục tiêu sau`; not `Kết quả thực hiện các chỉ tiêu`.
fn lays_down_plan(frame: &Frame<'_>, pieces: Range<usize>) -> bool {
    const DONE: &[CueClass] =
        &[CueClass::Done, CueClass::Fulfil, CueClass::Exceed, CueClass::TableResult];
    let plan = pieces.clone().find(|i| frame.is_at(*i, &[CueClass::Plan, CueClass::Aim]));
    plan.is_some_and(|plan| !(pieces.start..plan).any(|i| frame.is_at(i, DONE)))
}
