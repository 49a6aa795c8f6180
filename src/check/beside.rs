//! What stands beside a figure: the words before and behind it, the figures before it, and the level
//! that it speaks of.
//!
//! Words belong to the next figure until that begins, so every token is looked at once for each of
//! two figures. It decides by words alone which way a figure is moved (`tăng 5%`) and which figures
//! are levels; links of the records are not asked.

use super::facts::Facts;
use super::passage::Passage;
use super::printed::is_share_in_words;
use super::units::same_measure;
use super::words::text::NET;
use crate::lexicon::{CueClass, UnitKind};
use crate::record::{Direction, Role};
use crate::text::Tokens;

/// Words that move a level.
const MOVES: &[CueClass] =
    &[CueClass::Rise, CueClass::Fall, CueClass::MoreThan, CueClass::LessThan];

/// How many figures before another one are searched for the level that it speaks of.
const LOOK_BACK: usize = 6;

impl<'a> Facts<'a> {
    /// The words of the sentence before a record that no other figure stands before.
    pub(super) fn lead(&self, record: usize) -> Option<(Tokens, &Passage<'a>)> {
        let (place, passage) = self.place(record)?;
        let sentence = passage.sentence(place.sentence).start;
        let start = self.before(record).and_then(|before| self.place(before));
        let start = start.map_or(sentence, |(before, _)| before.end.max(sentence));
        Some((start.min(place.number.start)..place.number.start, passage))
    }

    /// The words of the sentence behind a record up to the next figure.
    pub(super) fn tail(&self, record: usize) -> Option<(Tokens, &Passage<'a>)> {
        let (place, passage) = self.place(record)?;
        let sentence = passage.sentence(place.sentence).end;
        let end = self.after(record).and_then(|after| self.place(after));
        let end = end.map_or(sentence, |(after, _)| after.number.start);
        Some((place.end.min(end)..end, passage))
    }

    /// The records before one in its block, the nearest first, at most so many.
    pub(super) fn back(&self, record: usize, count: usize) -> impl Iterator<Item = usize> {
        let block = self.records[record].source.block;
        (record.saturating_sub(count)..record)
            .rev()
            .take_while(move |r| self.records[*r].source.block == block)
            .filter(|r| self.place(*r).is_some())
    }

    /// Which way the word right before a figure moves it: `tăng 5%`, `thấp hơn 3 vụ`.
    pub(super) fn moved(&self, record: usize) -> Option<Direction> {
        let (place, passage) = self.place(record)?;
        let start = passage.lead(place.number.start);
        let net = passage.said_before(start, NET);
        let start = if net { start - 1 } else { place.number.start };
        match passage.cue_before(start, MOVES)?.0 {
            CueClass::Rise | CueClass::MoreThan => Some(Direction::Up),
            _ => Some(Direction::Down),
        }
    }

    /// Whether a figure tells how much there is, as far as its own words and its role say.
    pub(super) fn is_level(&self, record: usize) -> bool {
        let figure = &self.records[record];
        matches!(figure.role, Role::Actual | Role::Target)
            && !is_share_in_words(figure)
            && self.moved(record).is_none()
            && figure.unit_kind != UnitKind::Multiple
    }

    /// The open bracket that a figure stands in.
    pub(super) fn bracket(&self, record: usize) -> Option<usize> {
        let (place, passage) = self.place(record)?;
        passage.bracket(place.number.start)
    }

    /// The nearest level of the sentence before a figure that has the unit of a second one and
    /// stands in no bracket that is closed by then: `437 triệu USD (cùng kỳ 380 triệu USD), bằng`.
    pub(super) fn level_before(&self, record: usize, like: usize) -> Option<usize> {
        let inside = self.bracket(record);
        let is_open = |r: usize| self.bracket(r).is_none_or(|b| inside == Some(b));
        let other_rate = |r: usize| {
            let (level, like) = (&self.records[r], &self.records[like]);
            level.unit == like.unit && level.per != like.per
        };
        let here = self.back(record, LOOK_BACK).take_while(|r| self.same_sentence(*r, record));
        here.take_while(|r| !other_rate(*r)).find(|r| {
            let level = &self.records[*r];
            *r != like
                && is_open(*r)
                && self.is_level(*r)
                && same_measure(level, &self.records[like])
        })
    }
}
