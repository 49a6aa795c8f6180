//! Days on which figures were told, not those that they are of.
//!
//! `Sáng 10/1/2024, xã tổ chức hội nghị tổng kết công tác năm 2023.` gives the table under it the year 2023: people
//! meet when what they look back on is over. The day of a measurement (`lúc 7 giờ ngày 7/5`) is another matter.

use super::lead;
use super::time::{self, Time};
use crate::lexicon::CueClass;
use crate::mention::Sense;
use crate::record::{Block, Period};
use crate::text::{Tokens, sentences};

/// The sentences of a block that tell of a meeting.
pub(super) struct Meetings(Vec<Tokens>);

impl Meetings {
    pub(super) fn of(block: &Block<'_>) -> Self {
        let meets = |i: usize| block.scene.cue(i, &[CueClass::EventKind]).is_some();
        let told = sentences(block.scene.text).into_iter();
        Self(told.filter(|sentence| sentence.clone().any(meets)).collect())
    }

    /// Whether a time is the day of a meeting.
    pub(super) fn hold(&self, sense: Sense, time: &Time) -> bool {
        sense == Sense::Day && stands_in(&self.0, time.words.start)
    }
}

/// Whether a token stands in one of some stretches, which are in order.
pub(super) fn stands_in(stretches: &[Tokens], at: usize) -> bool {
    let next = stretches.partition_point(|stretch| stretch.end <= at);
    stretches.get(next).is_some_and(|stretch| stretch.start <= at)
}

/// The days that some words name as those of the figures under them.
pub(super) fn of_figures(block: &Block<'_>, words: Tokens) -> Option<Period> {
    let told = || time::sensed(block, words.clone());
    if !told().any(|(sense, _)| sense == Sense::Day) {
        return time::period(block, words);
    }
    let meetings = Meetings::of(block);
    let is_held = |(sense, time): &(Sense, Time)| meetings.hold(*sense, time);
    match told().any(|time| is_held(&time)) {
        true => told().find(|time| !is_held(time))?.1.within(None),
        false => time::period(block, words),
    }
}

/// The day of a meeting that looks back on nothing, on which its figures came about if no other time is told: `Tại kỳ
/// họp ngày 8/12, HĐND lấy phiếu tín nhiệm`.
pub(super) fn day(block: &Block<'_>, words: Tokens) -> Option<Period> {
    let mut told = time::sensed(block, words).filter(|(sense, _)| *sense == Sense::Day).peekable();
    told.peek()?;
    if lead::breaks_ground(block) {
        return None;
    }
    let meetings = Meetings::of(block);
    let looks_back = |i: usize| block.scene.cue(i, &[CueClass::EventSort]).is_some();
    let only: Vec<&Tokens> =
        meetings.0.iter().filter(|sentence| !(*sentence).clone().any(looks_back)).collect();
    let (_, time) =
        told.find(|(_, time)| only.iter().any(|sentence| sentence.contains(&time.words.start)))?;
    time.within(None)
}
