//! The words to the left of a figure that are its own: in `ông A cho biết tỷ lệ hộ nghèo thấp hơn
//! mức chung 2 điểm` those are `tỷ lệ hộ nghèo`.
//!
//! Its clause says who speaks, what is meant to be done and what a gap is held against as well;
//! none of that is what the figure measures.

use super::context::Left;
use super::frame::Frame;
use super::phrase::has_words;
use crate::lexicon::{CueClass, UnitKind};
use std::ops::Range;

/// How many pieces back the verb of a gap may stand.
const REACH: usize = 16;

/// The verb of a gap that its standard parts from the figure: `cao hơn mức chung 2 điểm`, `giảm so
/// với cùng kỳ 12%`, `vượt kế hoạch 5%`.
pub(super) fn gap_verb(frame: &Frame<'_>, left: &Left) -> Option<usize> {
    const ENDS: &[CueClass] =
        &[CueClass::Level, CueClass::Has, CueClass::ForWord, CueClass::Share, CueClass::And];
    const COMPARES: &[CueClass] = &[CueClass::MoreThan, CueClass::LessThan, CueClass::Under];
    const MOVES: &[CueClass] = &[CueClass::Exceed, CueClass::Rise, CueClass::Fall];
    let clause = left.clause.max(left.range.end.saturating_sub(REACH))..left.range.end;
    if !clause.clone().any(|i| frame.is(i, COMPARES) || frame.is(i, MOVES)) {
        return None;
    }
    let copula = clause.end.checked_sub(1).filter(|i| *i > clause.start && is_copula(frame, *i));
    let (mut versus, mut plan) = (false, false);
    for i in frame.outside_brackets(clause.start..copula.unwrap_or(clause.end)).rev() {
        let stands_apart = i + 1 < clause.end;
        let start = frame.pieces[i].words.start;
        let word = || frame.scene.cue(start, &[CueClass::MoreThan, CueClass::LessThan]);
        if let Some((len, _)) = frame.is(i, COMPARES).then(word).flatten() {
            let compares = frame.scene.key(start + len - 1) == "hơn";
            return (stands_apart && compares).then_some(i);
        }
        if frame.is(i, &[CueClass::Exceed]) {
            return (plan && copula.is_none()).then_some(i);
        }
        if frame.is(i, MOVES) {
            return versus.then_some(i);
        }
        if frame.is(i, ENDS) {
            return None;
        }
        versus |= frame.is(i, &[CueClass::Versus]);
        plan |= frame.is(i, &[CueClass::Plan]);
    }
    None
}

/// Whether a piece is `là`.
pub(super) fn is_copula(frame: &Frame<'_>, i: usize) -> bool {
    let words = frame.pieces.get(i).map(|piece| piece.words.clone());
    words.is_some_and(|words| words.len() == 1 && frame.scene.key(words.start) == "là")
}

/// The figure's clause behind the words that say who speaks.
pub(super) fn said(frame: &Frame<'_>, left: &Left) -> Range<usize> {
    behind(frame, left.clause..left.range.end, &[CueClass::ReportVerb])
}

/// The figure's own words to the left: its clause behind the words that say who speaks or what is
/// meant to be done, up to the verb of a gap. A figure that counts says itself of what.
pub(super) fn words(frame: &Frame<'_>, left: &Left) -> Range<usize> {
    let clause = left.clause..gap_verb(frame, left).unwrap_or(left.range.end);
    let counts = frame
        .figure_at(left.range.end)
        .is_some_and(|f| frame.figure(f).kind() == Some(UnitKind::Count));
    let clause = behind(frame, clause, &[CueClass::ReportVerb]);
    let clause = match last(frame, &clause, &[CueClass::Intends]) {
        Some(verb) if counts || has_words(frame, verb + 1..clause.end) => verb + 1..clause.end,
        _ => clause,
    };
    if counts { clause } else { held(frame, clause) }
}

/// `tỷ lệ giải ngân` in `các xã vùng cao có tỷ lệ giải ngân là …`, `kinh phí` in `xây cầu với kinh
/// phí 12 tỷ đồng`: the measure, not what has it.
fn held(frame: &Frame<'_>, clause: Range<usize>) -> Range<usize> {
    const HOLDS: &[CueClass] = &[CueClass::Has, CueClass::WithWord, CueClass::ForWord];
    let measure = |i: usize| i < clause.end && frame.is_at(i, &[CueClass::MeasureNoun]);
    let holds = |i: &usize| frame.is(*i, HOLDS) && measure(i + 1);
    match frame.outside_brackets(clause.clone()).rfind(holds) {
        Some(has) if !clause.clone().take(3).any(measure) => has + 1..clause.end,
        _ => clause,
    }
}

/// The pieces behind the last cue of some classes, where they have words.
fn behind(frame: &Frame<'_>, clause: Range<usize>, classes: &[CueClass]) -> Range<usize> {
    match last(frame, &clause, classes) {
        Some(verb) if has_words(frame, verb + 1..clause.end) => verb + 1..clause.end,
        _ => clause,
    }
}

fn last(frame: &Frame<'_>, clause: &Range<usize>, classes: &[CueClass]) -> Option<usize> {
    frame.outside_brackets(clause.clone()).rfind(|i| frame.is(*i, classes))
}
