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
    /// Longest first.
    marks: Vec<Mark<'a>>,
}

/// One entry that begins at a token.
struct Mark<'a> {
    len: usize,
    entry: Entry<'a>,
}

enum Entry<'a> {
    Cue(CueClass, &'a Cue),
    Place(&'a Place),
    Abbreviation(&'a Abbreviation),
    /// A unit, or a word of a number.
    Figure,
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
                let found = lexicon.phrases.at(text, i);
                marks.extend(found.filter_map(|(len, term)| mark(lexicon, len, term)));
            }
        }
        starts.push(marks.len() as u32);
        Self { text, lexicon, window, starts, marks }
    }

    /// Everything that begins at a token, longest first.
    fn at(&self, at: usize) -> &[Mark<'a>] {
        if !self.window.contains(&at) {
            return &[];
        }
        let i = at - self.window.start;
        &self.marks[self.starts[i] as usize..self.starts[i + 1] as usize]
    }

    /// The longest cue of one of these classes at a token, with its length in tokens.
    pub(super) fn cue(&self, at: usize, classes: &[CueClass]) -> Option<(usize, &'a Cue)> {
        self.at(at).iter().find_map(|mark| match mark.entry {
            Entry::Cue(class, cue) if classes.contains(&class) => Some((mark.len, cue)),
            _ => None,
        })
    }

    /// Whether a cue of this class begins at a token.
    pub(super) fn is(&self, at: usize, class: CueClass) -> bool {
        self.cue(at, &[class]).is_some()
    }

    /// The longest province at a token, in any case of letters.
    pub(super) fn province(&self, at: usize) -> Option<(usize, &'a Place)> {
        self.at(at).iter().find_map(|mark| match mark.entry {
            Entry::Place(place) => Some((mark.len, place)),
            _ => None,
        })
    }

    /// The longest short form at a token, with what it stands for.
    pub(super) fn abbreviation(&self, at: usize) -> Option<(usize, &'a Abbreviation)> {
        self.at(at).iter().find_map(|mark| match mark.entry {
            Entry::Abbreviation(short) => Some((mark.len, short)),
            _ => None,
        })
    }

    /// Whether a unit or a word of a number begins at a token: what stands before it counts it.
    /// `Bộ luật` behind a number is a name, `bộ máy tính` is counted.
    pub(super) fn is_counted(&self, at: usize) -> bool {
        let figure = |mark: &Mark| matches!(mark.entry, Entry::Figure);
        self.text.key(at) == "%"
            || !is_name_syllable(self.text, at) && self.at(at).iter().any(figure)
    }

    /// Whether a token joins the items of a list: `,`, `;`, `và`.
    pub(super) fn is_joint(&self, at: usize) -> bool {
        matches!(self.text.key(at), "," | ";") || self.is(at, CueClass::And)
    }

    /// Length of the longest ordinary word that begins at a token, 0 where none does.
    pub(super) fn common_word(&self, at: usize) -> usize {
        self.cue(at, &[CueClass::CommonWord]).map_or(0, |(len, _)| len)
    }
}

fn mark(lexicon: &Lexicon, len: usize, term: Term) -> Option<Mark<'_>> {
    let entries = &lexicon.entries;
    let entry = match term {
        Term::Cue(i) => {
            let cue = &entries.cue[i as usize];
            Entry::Cue(cue.class, cue)
        }
        Term::Place(i) => Entry::Place(&entries.place[i as usize]),
        Term::Abbreviation(i) => Entry::Abbreviation(&entries.abbreviation[i as usize]),
        Term::Unit(_) | Term::Number(_) => Entry::Figure,
        _ => return None,
    };
    Some(Mark { len, entry })
}
