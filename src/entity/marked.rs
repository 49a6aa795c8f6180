//! One block with the lexicon's entries marked at every token.
//!
//! Documents, people, organisations and places are told apart by the words around them, so every
//! finder asks the lexicon about the same tokens again and again. Here it is asked once a token.

use super::writing::is_name_syllable;
use crate::lexicon::{Abbreviation, Cue, CueClass, Lexicon, Place, Term};
use crate::text::{Text, TokenKind, Tokens};

/// A block, or a window of it, with what the lexicon says about each token.
pub(super) struct Marked<'a> {
    /// The block.
    pub text: &'a Text,
    /// The lexicon that was asked.
    pub lexicon: &'a Lexicon,
    window: Tokens,
    /// Where the marks of each token of the window begin, and a sentinel.
    starts: Vec<u32>,
    /// Length in tokens and entry, longest first.
    marks: Vec<(usize, Term)>,
}

impl<'a> Marked<'a> {
    /// Marks a whole block.
    pub(super) fn new(text: &'a Text, lexicon: &'a Lexicon) -> Self {
        Self::window(text, lexicon, 0..text.tokens.len())
    }

    /// Marks some tokens of a block; about the others nothing is known.
    pub(super) fn window(text: &'a Text, lexicon: &'a Lexicon, window: Tokens) -> Self {
        let window = window.start..window.end.min(text.tokens.len());
        let mut starts = Vec::with_capacity(window.len() + 1);
        let mut marks = Vec::with_capacity(window.len());
        for i in window.clone() {
            starts.push(marks.len() as u32);
            if text.tokens[i].kind != TokenKind::Mark {
                marks.extend(lexicon.phrases.at(text, i));
            }
        }
        starts.push(marks.len() as u32);
        Self { text, lexicon, window, starts, marks }
    }

    /// Everything that begins at a token, longest first.
    fn at(&self, at: usize) -> &[(usize, Term)] {
        if !self.window.contains(&at) {
            return &[];
        }
        let i = at - self.window.start;
        &self.marks[self.starts[i] as usize..self.starts[i + 1] as usize]
    }

    /// The longest cue of one of these classes at a token, with its length in tokens.
    pub(super) fn cue(&self, at: usize, classes: &[CueClass]) -> Option<(usize, &'a Cue)> {
        self.at(at).iter().find_map(|(len, term)| match term {
            Term::Cue(i) => Some((*len, &self.lexicon.entries.cue[*i as usize]))
                .filter(|(_, cue)| classes.contains(&cue.class)),
            _ => None,
        })
    }

    /// Whether a cue of this class begins at a token.
    pub(super) fn is(&self, at: usize, class: CueClass) -> bool {
        self.cue(at, &[class]).is_some()
    }

    /// The longest province at a token, in any case of letters.
    pub(super) fn province(&self, at: usize) -> Option<(usize, &'a Place)> {
        self.at(at).iter().find_map(|(len, term)| match term {
            Term::Place(i) => Some((*len, &self.lexicon.entries.place[*i as usize])),
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
                    .any(|(_, term)| matches!(term, Term::Unit(_) | Term::Number(_)))
    }

    /// The longest short form at a token, with what it stands for.
    pub(super) fn abbreviation(&self, at: usize) -> Option<(usize, &'a Abbreviation)> {
        self.at(at).iter().find_map(|(len, term)| match term {
            Term::Abbreviation(i) => Some((*len, &self.lexicon.entries.abbreviation[*i as usize])),
            _ => None,
        })
    }

    /// Length of the longest ordinary word that begins at a token, 0 where none does.
    pub(super) fn common_word(&self, at: usize) -> usize {
        self.cue(at, &[CueClass::CommonWord]).map_or(0, |(len, _)| len)
    }
}
