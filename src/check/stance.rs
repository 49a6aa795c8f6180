//! How the text says that a result stands to its target: `vượt`, `đạt chỉ tiêu`, `chưa đạt`.
//!
//! Decides from the record, from the total that the result is a part of, or from the words
//! between the result and the plan. A bare `đạt` is no stance: it only says "was"; nor is what a later
//! sentence aims at (`phấn đấu … hoàn thành chỉ tiêu`), or what somebody is asked for (`yêu cầu các phòng hoàn thành kế hoạch`).

use super::facts::Facts;
use super::words::text::ASKS;
use crate::lexicon::CueClass;
use crate::record::{Record, Status};

/// How many tokens before the plan may hold the word about it: `vượt chỉ tiêu đề ra (400`.
const NEAR: usize = 14;

/// How many tokens before the word may turn it round: `không thể đạt`, `gần hoàn thành`.
const BEFORE: usize = 3;

/// How many tokens may stand between `vượt` and the plan: `vượt 7% kế hoạch`.
const PAST: usize = 2;

/// What the text says about a result and its target.
pub(super) struct Stance {
    pub(super) status: Status,
    /// `đạt và vượt`: being at the target is enough.
    pub(super) or_equal: bool,
    /// Whether the words leave no doubt that the plan was met: `đạt chỉ tiêu`, not `đạt`.
    pub(super) in_words: bool,
    /// Whether something is measured that is better when it is lower.
    pub(super) lower_is_better: bool,
}

/// The stance of the text, if it takes one.
pub(super) fn stance(facts: &Facts<'_>, result: usize, target: usize) -> Option<Stance> {
    let record = &facts.records[result];
    let said = in_words(facts, result, target);
    let status = record.status.or_else(|| of_total(facts, record)).or(said)?;
    Some(Stance {
        status,
        or_equal: status == Status::Met || says(facts, result, target, CueClass::MetOrExceeded),
        in_words: said == Some(status),
        lower_is_better: says(facts, result, target, CueClass::LowerIsBetter),
    })
}

/// A part of a total shares the word about it where both are held against the same target.
fn of_total(facts: &Facts<'_>, part: &Record) -> Option<Status> {
    let total = facts.record(part.part_of.as_deref()?)?;
    (total.target == part.target).then_some(total.status)?
}

/// The word right before the plan.
fn in_words(facts: &Facts<'_>, result: usize, target: usize) -> Option<Status> {
    let (gap, passage) = facts.gap(result, target)?;
    let near = gap.start.max(gap.end.saturating_sub(NEAR))..gap.end;
    let classes = [CueClass::Exceed, CueClass::Reaching];
    let (class, cue) = passage.last_cue(near, &classes)?;
    let before = cue.start.saturating_sub(BEFORE)..cue.start;
    let negated = passage.has(before.clone(), &[CueClass::Negation]);
    if passage.has(before, &[CueClass::Nearly, CueClass::Aim, CueClass::Will, CueClass::IfWord]) {
        return None;
    }
    let apart = !facts.same_sentence(result, target);
    let (place, _) = facts.place(target)?;
    let sentence = passage.sentence(place.sentence).start..cue.start;
    if apart && passage.has(sentence, &[CueClass::Aim, CueClass::Will]) {
        return None;
    }
    if passage.find(gap.start..cue.start, ASKS).is_some() {
        return None;
    }
    let is_plan = |at: usize| passage.cue_at(at, &[CueClass::Plan]).is_some();
    match (class, negated) {
        (CueClass::Exceed, false) if (cue.start + 1..=cue.end + PAST).any(is_plan) => {
            Some(Status::Exceeded)
        }
        (CueClass::Reaching, true) if is_plan(cue.end) => Some(Status::NotMet),
        (CueClass::Reaching, false) if is_plan(cue.end) => Some(Status::Met),
        _ => None,
    }
}

/// Whether the sentence has a cue before the later one of the two figures.
fn says(facts: &Facts<'_>, result: usize, target: usize, class: CueClass) -> bool {
    let (Some((a, passage)), Some((b, _))) = (facts.place(result), facts.place(target)) else {
        return false;
    };
    let start = passage.sentence(a.sentence).start;
    let last = match a.block == b.block {
        true => a.number.start.max(b.number.start),
        false => a.number.start,
    };
    passage.last_cue(start.min(last)..last, &[class]).is_some()
}
