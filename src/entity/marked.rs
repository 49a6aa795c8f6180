//! One block with the lexicon's entries marked at every token, as the finders of names ask.
//!
//! A name may begin inside a compound and a cue may hide in it, so nothing is hidden here; a mark
//! of the text begins no name.

use super::writing::is_name_syllable;
use crate::lexicon::{Abbreviation, Cue, CueClass, CueSet, Lexicon, Mark, Marks, Place, Term};
use crate::text::{Text, TokenKind};

/// A block with what the lexicon says about each token.
#[derive(Clone, Copy)]
pub(super) struct Marked<'a> {
    /// The block.
    pub text: &'a Text,
    /// The lexicon that was asked.
    pub lexicon: &'a Lexicon,
    marks: &'a Marks<'a>,
}

impl<'a> Marked<'a> {
    pub(super) fn new(marks: &'a Marks<'a>) -> Self {
        Self { text: marks.text, lexicon: marks.lexicon, marks }
    }

    /// Everything that begins at a token, longest first.
    fn at(&self, at: usize) -> &'a [Mark] {
        if self.is_word(at) { self.marks.all(at) } else { &[] }
    }

    /// Whether a token is no mark of the text.
    fn is_word(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|token| token.kind != TokenKind::Mark)
    }

    /// The longest cue of one of these classes at a token, with its length in tokens.
    #[inline(always)]
    pub(super) fn cue(&self, at: usize, classes: &[CueClass]) -> Option<(usize, &'a Cue)> {
        let classes = CueSet::of(classes);
        match self.marks.classes(at).meets(classes) {
            true => self.cue_of(at, classes),
            false => None,
        }
    }

    fn cue_of(&self, at: usize, classes: CueSet) -> Option<(usize, &'a Cue)> {
        self.at(at).iter().find_map(|mark| match (mark.term, mark.class) {
            (Term::Cue(i), Some(class)) if classes.has(class) => {
                Some((mark.len as usize, &self.lexicon.entries.cue[i as usize]))
            }
            _ => None,
        })
    }

    /// The longest cue of these classes that ends before a token and no compound hides.
    pub(super) fn cue_before(&self, end: usize, classes: &[CueClass]) -> Option<(usize, &'a Cue)> {
        self.marks.cue_before(end, classes)
    }

    /// Whether a cue of this class begins at a token.
    pub(super) fn is(&self, at: usize, class: CueClass) -> bool {
        self.marks.classes(at).has(class) && self.is_word(at)
    }

    /// The longest province at a token, in any case of letters.
    pub(super) fn province(&self, at: usize) -> Option<(usize, &'a Place)> {
        self.at(at).iter().find_map(|mark| match mark.term {
            Term::Place(i) => Some((mark.len as usize, &self.lexicon.entries.place[i as usize])),
            _ => None,
        })
    }

    /// Whether a unit or a word of a number begins at a token: what stands before it counts it.
    /// `Bộ luật` behind a number is a name, `bộ máy tính` is counted.
    pub(super) fn is_counted(&self, at: usize) -> bool {
        self.text.key(at) == "%"
            || !is_name_syllable(self.text, at)
                && self
                    .at(at)
                    .iter()
                    .any(|mark| matches!(mark.term, Term::Unit(_) | Term::Number(_)))
    }

    /// The longest short form at a token, with what it stands for.
    pub(super) fn abbreviation(&self, at: usize) -> Option<(usize, &'a Abbreviation)> {
        self.at(at).iter().find_map(|mark| match mark.term {
            Term::Abbreviation(i) => {
                Some((mark.len as usize, &self.lexicon.entries.abbreviation[i as usize]))
            }
            _ => None,
        })
    }

    /// Whether a token joins the items of a list: `,`, `;`, `và`.
    pub(super) fn is_joint(&self, at: usize) -> bool {
        matches!(self.text.key(at), "," | ";") || self.is(at, CueClass::And)
    }

    /// Whether an entry of the lexicon begins at a token that is longer: `nông thôn mới` than `nông thôn`.
    pub(super) fn has_longer(&self, at: usize, len: usize) -> bool {
        self.at(at).first().is_some_and(|longest| longest.len as usize > len)
    }

    /// Length of the longest ordinary word that begins at a token, 0 where none does.
    pub(super) fn common_word(&self, at: usize) -> usize {
        if !self.marks.classes(at).has(CueClass::CommonWord) {
            return 0;
        }
        let common = |mark: &&Mark| mark.class == Some(CueClass::CommonWord);
        self.at(at).iter().find(common).map_or(0, |mark| mark.len as usize)
    }
}
