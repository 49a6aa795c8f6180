//! How the text says that a result stands to its target: `vượt chỉ tiêu`, `chưa đạt kế hoạch`,
//! `hoàn thành chỉ tiêu`. Only words decide, never the figures: whether they are right is a check.

use super::frame::Frame;
use super::relation::Links;
use crate::lexicon::CueClass;
use crate::record::Status;

/// How far behind a figure the words about its target may stand, in pieces.
const REACH: usize = 30;

/// The status of figure `f` by the words between it and its target, or right behind it.
pub(super) fn read(frame: &Frame<'_>, f: usize, links: &Links) -> Option<Status> {
    let start = frame.at[f] + 1;
    let sentence = frame.sentence(f);
    let end = match links.target {
        Some(target) if frame.at[target] > start => frame.at[target],
        _ => (start..sentence.end)
            .find(|i| frame.mark(*i) == Some(';') || frame.figure_at(*i).is_some())
            .unwrap_or(sentence.end),
    };
    let end = end.min(start + REACH);
    let plan = (start..end).rev().find(|i| frame.is(*i, &[CueClass::Plan]))?;
    let verb = (start..plan).rev().take(3).find(|i| {
        frame.is(*i, &[CueClass::Exceed, CueClass::Fulfil, CueClass::Level, CueClass::Has])
    })?;
    if frame
        .before(verb, &sentence)
        .is_some_and(|i| i >= start && frame.is(i, &[CueClass::Negation]))
    {
        return Some(Status::NotMet);
    }
    if frame.is(verb, &[CueClass::Exceed]) {
        return Some(Status::Exceeded);
    }
    frame.is(verb, &[CueClass::Fulfil, CueClass::Level]).then_some(Status::Met)
}
