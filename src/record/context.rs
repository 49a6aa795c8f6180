//! What stands to the left and right of a figure, up to where its own statement ends.

use super::frame::{Frame, What};
use super::phrase::has_words;
use super::subject;
use crate::lexicon::CueClass;
use std::ops::Range;

/// Why the left context of a figure ends where it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// The sentence begins.
    Sentence,
    /// `;`: an item of a list.
    Item,
    /// `:`: the first item behind a head.
    Head,
    /// `(`: the figure stands in brackets.
    Bracket,
    /// Another figure.
    Figure(usize),
    /// `trong đó`, `gồm`: parts follow.
    Parts,
}

/// The pieces to the left of a figure that can belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Left {
    /// All pieces up to the stop.
    pub range: Range<usize>,
    /// Where the clause of the figure begins: behind the last comma that divides clauses.
    pub clause: usize,
    pub stop: Stop,
}

const SPLITTERS: &[CueClass] = &[CueClass::And, CueClass::WithWord];

/// Reads leftwards from figure `f`.
pub(super) fn left(frame: &Frame<'_>, f: usize) -> Left {
    let sentence = frame.sentence(f);
    let end = frame.at[f];
    let mut start = end;
    let mut stop = Stop::Sentence;
    while let Some(i) = frame.before(start, &sentence) {
        match frame.pieces[i].what {
            What::Figure(other) => {
                stop = Stop::Figure(other);
                break;
            }
            What::Mark(';') => {
                stop = Stop::Item;
                break;
            }
            What::Mark(':') if start < end || i == sentence.start => {
                stop = Stop::Head;
                break;
            }
            What::Mark('(') => {
                stop = Stop::Bracket;
                break;
            }
            What::Mark(')') => {
                start = frame.opening(i, &sentence).unwrap_or(i);
                continue;
            }
            What::Phrase if frame.is(i, &[CueClass::PartIntro]) => {
                stop = Stop::Parts;
                break;
            }
            _ => {}
        }
        start = i;
    }
    let clause = clause(frame, start..end, stop);
    Left { range: start..end, clause, stop }
}

/// Where the figure's own clause begins inside its left context.
fn clause(frame: &Frame<'_>, range: Range<usize>, stop: Stop) -> usize {
    let told = range.end > range.start && frame.mark(range.end - 1) == Some(':');
    if stop == Stop::Item || told && stop == Stop::Sentence {
        return range.start;
    }
    let word = range.clone().rfind(|i| has_words(frame, *i..*i + 1)).unwrap_or(range.start);
    let mut depth = 0;
    let mut start = range.start;
    for i in range.clone() {
        match frame.mark(i) {
            Some('(') => depth += 1,
            Some(')') => depth -= i32::from(depth > 0),
            Some(',') if depth == 0 && i < word => start = i + 1,
            _ => {}
        }
    }
    if let Stop::Figure(host) = stop {
        let verb = predicate(frame, host, range.clone());
        let start = verb.unwrap_or_else(|| behind_figure(frame, range.clone(), start));
        return subject::start(frame, &range, start);
    }
    subject::start(frame, &range, start)
}

/// Whether a figure only says whose, where or out of what something is: `tổng vốn của 5 dự án là …`,
/// `trong 50 hộ được hỏi có …`.
pub(super) fn is_complement(frame: &Frame<'_>, f: usize) -> bool {
    const LEADS: &[CueClass] = &[CueClass::OfWord, CueClass::PlaceOf, CueClass::AmongNumber];
    let lead = frame.before(frame.at[f], &frame.sentence(f));
    lead.is_some_and(|i| frame.is(i, LEADS))
}

/// Where the verb stands whose subject a figure belongs to: `đạt` in `thu nhập của 5 hộ đạt …`.
fn predicate(frame: &Frame<'_>, f: usize, mut behind: Range<usize>) -> Option<usize> {
    const VERBS: &[CueClass] = &[
        CueClass::Done,
        CueClass::Has,
        CueClass::Level,
        CueClass::Rise,
        CueClass::Fall,
        CueClass::Intends,
    ];
    let verb = behind.find(|i| frame.mark(*i).is_some() || frame.is(*i, VERBS))?;
    (is_complement(frame, f) && frame.mark(verb).is_none()).then_some(verb)
}

/// Behind another figure: past the last comma, else past the word that goes on (`và`, `với`), else
/// past the words that still belong to that figure (`so với cùng kỳ`).
fn behind_figure(frame: &Frame<'_>, range: Range<usize>, start: usize) -> usize {
    let comma = frame.outside_brackets(range.clone()).rfind(|i| frame.mark(*i) == Some(','));
    if let Some(comma) = comma {
        return start.max(comma + 1);
    }
    if let Some(i) = range.clone().find(|i| frame.is(*i, SPLITTERS)) {
        return i + 1;
    }
    if let Some(i) = range.clone().rfind(|i| frame.is(*i, &[CueClass::ForWord])) {
        return i;
    }
    let tail = frame.is(range.start, &[CueClass::Versus, CueClass::Plan, CueClass::Regarding]);
    if tail { range.end } else { start }
}

/// How many pieces to the right of a figure can belong to it, brackets and all.
const FARTHEST: usize = 400;

/// The pieces to the right of a figure that can belong to it.
pub(super) fn right(frame: &Frame<'_>, f: usize) -> Range<usize> {
    const ENDS: &[CueClass] = &[
        CueClass::Rise,
        CueClass::Fall,
        CueClass::Share,
        CueClass::PartIntro,
        CueClass::Rest,
        CueClass::Versus,
        CueClass::Exceed,
    ];
    const HARD_ENDS: &[CueClass] = &[CueClass::PartIntro, CueClass::Rest, CueClass::Versus];
    let sentence = frame.sentence(f);
    let start = frame.at[f] + 1;
    let mut end = start;
    while end < sentence.end.min(start + FARTHEST) {
        match frame.pieces[end].what {
            What::Mark(',') if subject::goes_on(frame, f, start..end) => {}
            What::Mark(',' | ';' | '.' | ':' | ')' | '!' | '?' | '…') => return start..end,
            What::Mark('(') => {
                end = frame.closing(end, &sentence);
                continue;
            }
            What::Figure(_) => {
                let verb = predicate(frame, f, start..end);
                return start..verb.unwrap_or_else(|| between(frame, start..end));
            }
            What::Phrase
                if frame.is(end, ENDS) && (figure_near(frame, end) || frame.is(end, HARD_ENDS)) =>
            {
                return start..end;
            }
            _ => {}
        }
        end += 1;
    }
    start..end
}

/// Whether a figure stands within three pieces behind piece `i`, no mark and no `và` between.
fn figure_near(frame: &Frame<'_>, i: usize) -> bool {
    (i + 1..i + 4)
        .take_while(|j| frame.mark(*j).is_none() && !frame.is(*j, SPLITTERS))
        .any(|j| frame.figure_at(j).is_some())
}

/// The words between two figures: those before the first splitter belong to the first.
fn between(frame: &Frame<'_>, range: Range<usize>) -> usize {
    range
        .clone()
        .find(|i| frame.is(*i, SPLITTERS) || frame.is(*i, &[CueClass::ForWord]))
        .unwrap_or(range.end)
}
