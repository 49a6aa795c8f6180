//! What one heading or head of a list says, and what the records under it take from it.
//!
//! `Theo báo cáo của sở, năm 2022 đã bồi dưỡng cán bộ như sau:` says `đã bồi dưỡng cán bộ` and 2022.
//! `Chỉ tiêu năm 2023` lays down a plan, `Kết quả thực hiện các chỉ tiêu` does not. A record takes
//! only what it lacks.

use super::block::Block;
use super::category::Sayings;
use super::frame::{Frame, What};
use super::mark::mark;
use super::phrase::Phrase;
use super::role::means_new;
use crate::lexicon::CueClass;
use crate::mention::{Sense, Span};
use crate::record::{Period, Record, Role, category};
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

impl Head {
    /// Fills in what the records of a block do not say themselves.
    pub(super) fn complete(
        &self,
        frame: &Frame<'_>,
        block: &Block<'_>,
        phrases: &mut Sayings<'_>,
        records: &mut [Record],
    ) {
        let is_plan = self.is_target && !is_done(frame);
        let label = row_label(block);
        for record in records {
            if record.scope.is_none() {
                let scope = label.as_ref().or(self.scope.as_ref());
                record.scope = scope.filter(|s| Some(*s) != record.indicator.as_ref()).cloned();
                categorise(frame, record, phrases);
            }
            if record.period.is_none() && self.period.is_some() && is_undated(record) {
                record.period.clone_from(&self.period);
                record.tell("period", "period.head");
            }
            if record.place.is_none() && self.place.is_some() {
                record.place.clone_from(&self.place);
                record.tell("place", "place.head");
            }
            if is_plan && matches!(record.role, Role::Actual | Role::Change) {
                (record.role, record.direction) = (Role::Target, None);
                record.tell("role", "role.head");
            }
        }
    }
}

/// Whether a block says that something is done: `đã mở`, not `việc làm mới cho`.
fn is_done(frame: &Frame<'_>) -> bool {
    const DONE: &[CueClass] = &[CueClass::Done, CueClass::Fulfil, CueClass::Exceed];
    let leads_on = |i: usize| frame.pieces.get(i + 1).is_some_and(|p| p.what == What::Phrase);
    (0..frame.pieces.len()).any(|i| frame.is(i, DONE) && leads_on(i) && !means_new(frame, i))
}

/// Looks for a category once more, now that the scope is known.
fn categorise(frame: &Frame<'_>, record: &mut Record, phrases: &mut Sayings<'_>) {
    if let (None, Some(scope)) = (&record.category, &record.scope) {
        let (lexicon, unit) = (frame.scene.lexicon, record.unit.as_deref());
        let indicator = phrases.by(record.indicator.as_deref());
        let scope = phrases.by(Some(scope));
        let sentence = || phrases.by(Some(&record.source.sentence));
        let found = category(lexicon, &indicator, &scope, sentence, unit);
        record.category = found.map(str::to_owned);
    }
}

/// Whether no words of its own date a record, not even openly.
fn is_undated(record: &Record) -> bool {
    record.reasons.iter().any(|r| r.field == "period" && r.rule == "period.none")
}

/// The first words of a row: what its other cells, read as sentences, are about.
fn row_label(block: &Block<'_>) -> Option<String> {
    let row = block.source.row.as_ref().filter(|row| row.cells.len() > 1)?;
    let mut cells = row.cells.iter().map(|cell| &block.source.text[cell.bytes.clone()]);
    let words = cells.find(|words| words.chars().any(char::is_alphabetic))?;
    (!words.contains(|c: char| c.is_ascii_digit())).then(|| words.to_owned())
}

/// What some pieces say as a heading or head of a list.
pub(super) fn said(frame: &Frame<'_>, pieces: Range<usize>) -> Head {
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
pub(super) fn first_words(frame: &Frame<'_>) -> Option<String> {
    let end = *frame.at.first()?;
    let start = mark(&frame.scene, 0..frame.scene.text.tokens.len()).map_or(0, |(len, _)| len);
    let start = frame.pieces.iter().position(|piece| piece.words.start >= start)?;
    Some(Phrase::of(frame, start.min(end)..end).text(frame)).filter(|words| !words.is_empty())
}

pub(super) fn period(frame: &Frame<'_>, piece: usize) -> Option<Period> {
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
