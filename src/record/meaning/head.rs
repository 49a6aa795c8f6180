//! The head of the list that a figure's statement is an item of: `kết quả bồi dưỡng như sau: …`.

use super::Case;
use crate::lexicon::CueClass;
use crate::record::context::Stop;
use crate::record::phrase::Phrase;

/// How many pieces back the colon of a list may stand.
const REACH: usize = 400;

/// The head of the figure's list, or the total whose part it is.
pub(super) fn read(case: &Case<'_, '_>) -> Option<String> {
    match case.left.stop {
        Stop::Head | Stop::Item => list_head(case),
        Stop::Parts | Stop::Bracket => {
            case.earlier.last().map(|m| m.indicator.clone()).filter(|s| !s.is_empty())
        }
        _ => None,
    }
}

fn list_head(case: &Case<'_, '_>) -> Option<String> {
    let frame = case.frame;
    let sentence = frame.sentence(case.f);
    let from = case.left.range.start;
    let colon = (sentence.start..from).rev().take(REACH).find(|i| frame.mark(*i) == Some(':'))?;
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
