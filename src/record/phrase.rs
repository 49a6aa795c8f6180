//! The words of a phrase as they are shown: time, brackets and empty words at the ends left out.

use super::frame::{Frame, What};
use crate::lexicon::CueClass;
use crate::text::Tokens;
use std::ops::Range;

/// How many tokens of a phrase are shown at most: the last ones, nearest to the figure. One that
/// is told on to thousands of figures would fill the report.
const LONGEST: usize = 400;

/// Verbs that lead from what is measured to its figure: `xuất khẩu [tăng] 7%`.
pub(super) const VERBS: &[CueClass] = &[
    CueClass::Level,
    CueClass::Rise,
    CueClass::Fall,
    CueClass::Share,
    CueClass::Equal,
    CueClass::Exceed,
    CueClass::MoreThan,
    CueClass::LessThan,
];

/// What stands beside such a verb: `[ước] đạt`, `đạt [lần lượt]`.
const BESIDE_VERBS: &[CueClass] =
    &[CueClass::Estimate, CueClass::RankBefore, CueClass::Respectively];

/// Words that open a clause and say nothing of what is measured.
const OPENING: &[CueClass] = &[CueClass::Connective, CueClass::Rest];

/// A phrase: runs of tokens in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Phrase {
    runs: Vec<Tokens>,
}

impl Phrase {
    /// The pieces of a range that carry meaning.
    pub(super) fn of(frame: &Frame<'_>, range: Range<usize>) -> Self {
        let kept = Self::meaningful(frame, range);
        let empty = |i: &usize| {
            matches!(frame.pieces[*i].what, What::Mark(_)) || frame.is(*i, &[CueClass::Filler])
        };
        let lead = kept.iter().take_while(|i| empty(i) || frame.is(**i, OPENING)).count();
        let ends = |i: &&usize| empty(i) || is_verb(frame, **i);
        let tail = kept[lead..].iter().rev().take_while(ends).count();
        Self::joined(kept[lead..kept.len() - tail].iter().map(|i| frame.pieces[*i].words.clone()))
    }

    /// The pieces of a range without time, brackets and marks that close.
    fn meaningful(frame: &Frame<'_>, range: Range<usize>) -> Vec<usize> {
        let mut kept: Vec<usize> = Vec::new();
        let mut i = range.start;
        while i < range.end {
            match frame.pieces[i].what {
                What::Mark('(') => {
                    i = frame.closing(i, &(i..range.end));
                    continue;
                }
                What::Time(_)
                | What::Mark(')' | '"' | ':' | ';' | '.' | '…' | '[' | ']' | '*' | '•' | '|') =>
                    {}
                _ => kept.push(i),
            }
            i += 1;
        }
        kept
    }

    /// The pieces behind a figure: `hết hạn hợp đồng` keeps its first word, a word that leads on to
    /// something else is dropped at the end.
    pub(super) fn behind(frame: &Frame<'_>, range: Range<usize>) -> Self {
        const LEADS_ON: &[CueClass] =
            &[CueClass::And, CueClass::WithWord, CueClass::ForWord, CueClass::Preposition];
        let kept = Self::meaningful(frame, range);
        let mark = |i: &usize| matches!(frame.pieces[*i].what, What::Mark(_));
        let lead = kept.iter().take_while(|i| mark(i)).count();
        let tail =
            kept[lead..].iter().rev().take_while(|i| mark(i) || frame.is(**i, LEADS_ON)).count();
        let kept = &kept[lead..kept.len() - tail];
        if !has_words(frame, range_of(kept)) {
            return Self::default();
        }
        Self::joined(kept.iter().map(|i| frame.pieces[*i].words.clone()))
    }

    /// Token runs, neighbours joined.
    pub(super) fn joined(words: impl Iterator<Item = Tokens>) -> Self {
        let mut runs: Vec<Tokens> = Vec::new();
        for tokens in words.filter(|t| !t.is_empty()) {
            match runs.last_mut() {
                Some(last) if last.end == tokens.start => last.end = tokens.end,
                _ => runs.push(tokens),
            }
        }
        Self { runs }
    }

    /// This phrase with another behind it.
    pub(super) fn then(mut self, other: Self) -> Self {
        self.runs.extend(other.runs);
        Self::joined(self.runs.into_iter())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Whether the words of another stand in it.
    pub(super) fn names(&self, frame: &Frame<'_>, other: &Self) -> bool {
        let keys = |phrase: &Self| -> Vec<String> {
            let tokens = phrase.runs.iter().cloned().flatten();
            tokens.map(|i| frame.scene.key(i).to_owned()).collect()
        };
        let (own, other) = (keys(self), keys(other));
        !other.is_empty() && own.windows(other.len()).any(|words| words == other)
    }

    /// How many tokens it has.
    pub(super) fn len(&self) -> usize {
        self.runs.iter().map(ExactSizeIterator::len).sum()
    }

    /// Its words as they stand in the block.
    pub(super) fn text(&self, frame: &Frame<'_>) -> String {
        let mut out = String::new();
        let mut over = self.len().saturating_sub(LONGEST);
        for run in &self.runs {
            let cut = over.min(run.len());
            over -= cut;
            let words = frame.scene.text.slice(run.start + cut..run.end);
            if !out.is_empty() && !words.starts_with([',', '.']) {
                out.push(' ');
            }
            out.push_str(words);
        }
        out.trim_matches(|c: char| matches!(c, ',' | '-' | '–' | ' ')).to_owned()
    }
}

fn range_of(pieces: &[usize]) -> Range<usize> {
    match (pieces.first(), pieces.last()) {
        (Some(first), Some(last)) => *first..*last + 1,
        _ => 0..0,
    }
}

/// Whether a range holds a word that says something.
pub(super) fn has_words(frame: &Frame<'_>, range: Range<usize>) -> bool {
    const EMPTY: &[CueClass] = &[
        CueClass::Filler,
        CueClass::Connective,
        CueClass::Fulfil,
        CueClass::Has,
        CueClass::ForWord,
        CueClass::Versus,
        CueClass::Rest,
        CueClass::About,
    ];
    let is_empty = |i| frame.is(i, EMPTY) || is_verb(frame, i);
    range.into_iter().any(|i| frame.pieces[i].what == What::Phrase && !is_empty(i))
}

/// Whether a piece leads to a figure.
fn is_verb(frame: &Frame<'_>, i: usize) -> bool {
    frame.is(i, VERBS) || frame.is(i, BESIDE_VERBS)
}
