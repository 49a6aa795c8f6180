//! What governs a clause: an aim (`phấn đấu`, `sẽ`, a time to come) or something done (`đã`, now).

use crate::lexicon::{CueClass, UnitKind};
use crate::mention::Sense;
use crate::record::frame::{Frame, What};
use std::ops::Range;

/// Whether a range is governed by an aim (true), by something done (false), or by neither.
/// The nearest word decides; brackets are stepped over.
pub(super) fn governed(frame: &Frame<'_>, range: Range<usize>) -> Option<bool> {
    let mut i = range.end;
    while i > range.start {
        i -= 1;
        match frame.pieces[i].what {
            What::Mark(')') => i = frame.opening(i, &range).unwrap_or(i),
            What::Phrase if frame.is(i, &[CueClass::Aim]) => return Some(true),
            What::Phrase if frame.is(i, &[CueClass::Done]) && !means_new(frame, i) => {
                return Some(false);
            }
            What::Time(t) => {
                if frame.time(t).sense == Sense::Now {
                    return Some(false);
                }
                if is_ahead(frame, t) {
                    return Some(true);
                }
            }
            _ => {}
        }
    }
    None
}

/// `trồng mới 500 ha`, `việc làm mới cho 20 người`: `mới` is no `mới đạt 5%`.
pub(in crate::record) fn means_new(frame: &Frame<'_>, i: usize) -> bool {
    const VERBS: &[CueClass] = &[
        CueClass::Level,
        CueClass::Has,
        CueClass::Fulfil,
        CueClass::Disbursal,
        CueClass::Activity,
    ];
    let words = &frame.pieces[i].words;
    let share = |f: usize| frame.figure(f).kind() == Some(UnitKind::Share);
    let only = frame.is(i + 1, VERBS) || frame.figure_at(i + 1).is_some_and(share);
    words.len() == 1 && frame.scene.key(words.start) == "mới" && !only
}

/// Whether a time phrase speaks of what is still to come on the day of publication. What is told of a
/// term of office that has begun is reached: `nữ cấp ủy viên nhiệm kỳ 2020-2025 chiếm 21%`.
pub(super) fn is_ahead(frame: &Frame<'_>, t: usize) -> bool {
    let (time, Some(day)) = (frame.time(t), frame.scene.published) else { return false };
    match (time.span.start, time.span.end) {
        (Some(start), Some(end)) => {
            let term = frame.scene.cue(time.words.start, &[CueClass::TermOfOffice]).is_some();
            start > day || !term && end.year() > day.year() && (end.year() - start.year()) > 1
        }
        (None, Some(end)) => time.sense == Sense::Until && end.year() > day.year(),
        _ => false,
    }
}
