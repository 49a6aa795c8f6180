//! The head of the list that a figure's statement is an item of: `kết quả bồi dưỡng như sau: …`.

use super::Case;
use crate::lexicon::CueClass;
use crate::record::context::Stop;
use crate::record::frame::Frame;
use crate::record::phrase::Phrase;

/// How many figures back a total is looked for.
const FARTHEST: usize = 8;
/// How many pieces back the colon of a list may stand.
const REACH: usize = 400;

/// The head of the figure's list, or the total whose part it is.
pub(super) fn read(case: &Case<'_, '_>) -> Option<String> {
    match case.left.stop {
        Stop::Head | Stop::Item => with_verb(case, list_head(case)?),
        Stop::Parts | Stop::Bracket => {
            let host = total(case)?;
            Some(case.earlier[host].indicator.clone()).filter(|s| !s.is_empty())
        }
        _ => None,
    }
}

/// The figure whose parts are told: the last of the sentence in the same unit, else the last.
fn total(case: &Case<'_, '_>) -> Option<usize> {
    let frame = case.frame;
    let before = case.f.checked_sub(1)?;
    let in_sentence = |g: &usize| frame.sentence_of[*g] == frame.sentence_of[case.f];
    let mut near = (0..=before).rev().take(FARTHEST).take_while(in_sentence);
    near.find(|g| frame.in_same_unit(*g, case.f)).or(Some(before))
}

fn list_head(case: &Case<'_, '_>) -> Option<String> {
    let frame = case.frame;
    let sentence = frame.sentence(case.f);
    let from = case.left.range.start;
    let colon = (sentence.start..from)
        .rev()
        .take(REACH)
        .find(|i| frame.mark(*i) == Some(':') && frame.figure_at(*i + 1).is_none())?;
    let start = (sentence.start..colon)
        .rev()
        .take(REACH)
        .find(|i| frame.mark(*i) == Some(';'))
        .map_or(sentence.start, |i| i + 1);
    let mut end = colon;
    while end > start
        && (frame.is(end - 1, &[CueClass::PartIntro, CueClass::Connective, CueClass::Filler])
            || frame.mark(end - 1).is_some())
    {
        end -= 1;
    }
    case.text(&Phrase::of(frame, start..end))
}

/// The head with the verb that the items before have brought in: `bồi dưỡng lý luận …; quản lý nhà
/// nước …` goes on about bồi dưỡng.
fn with_verb(case: &Case<'_, '_>, head: String) -> Option<String> {
    if activity(case.frame, case.left.range.start, case.left.range.end).is_some() {
        return Some(head);
    }
    let sentence = case.frame.sentence(case.f);
    let mut end = case.left.range.start;
    for _ in 0..20 {
        let start = (sentence.start..end.saturating_sub(1)).rev().take(REACH).find(|i| {
            matches!(case.frame.mark(*i), Some(';' | ':')) && case.frame.figure_at(*i + 1).is_none()
        });
        let Some(start) = start else { break };
        if let Some(verb) = activity(case.frame, start + 1, end) {
            return Some(format!("{head}: {verb}"));
        }
        if case.frame.mark(start) == Some(':') {
            break;
        }
        end = start;
    }
    Some(head)
}

/// The verb that an item begins with: `bồi dưỡng`, `về đào tạo`.
fn activity(frame: &Frame<'_>, start: usize, end: usize) -> Option<String> {
    let first = (start..end).find(|i| {
        !frame.is(*i, &[CueClass::Connective, CueClass::Filler]) && frame.mark(*i).is_none()
    })?;
    let words = frame.pieces[first].words.clone();
    let (len, _) = frame.scene.cue(words.start, &[CueClass::Activity])?;
    Some(frame.scene.text.slice(words.start..words.start + len).to_owned())
}
