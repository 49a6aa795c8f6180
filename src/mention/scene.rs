//! One block with everything that its words are read by: tokens, lexicon, day of publication.

use super::UnitWords;
use crate::lexicon::{Cue, CueClass, CueSet, Lexicon, Mark, Marks, Number, NumberKind, Term, Unit};
use crate::text::{Text, TokenKind, Tokens};
use jiff::civil::Date;

/// A block to be read.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The block's tokens.
    pub text: &'a Text,
    /// The language.
    pub lexicon: &'a Lexicon,
    /// What the lexicon says about each token.
    pub marks: &'a Marks<'a>,
    /// Day of publication, against which relative periods are resolved.
    pub published: Option<Date>,
}

impl<'a> Scene<'a> {
    /// A block that was published on a day.
    #[must_use]
    pub fn new(marks: &'a Marks<'a>, published: Option<Date>) -> Self {
        Self { text: marks.text, lexicon: marks.lexicon, marks, published }
    }

    /// Key of token `i`; empty past the end.
    #[must_use]
    pub fn key(&self, i: usize) -> &'a str {
        self.text.key(i)
    }

    /// The longest cue of these classes that begins at token `at`, and its length.
    #[inline]
    #[must_use]
    pub fn cue(&self, at: usize, classes: &[CueClass]) -> Option<(usize, &'a Cue)> {
        self.marks.cue(at, classes)
    }

    /// The longest cue of these classes that ends before token `end`, and its length.
    #[inline]
    #[must_use]
    pub fn cue_before(&self, end: usize, classes: &[CueClass]) -> Option<(usize, &'a Cue)> {
        self.marks.cue_before(end, classes)
    }

    /// The longest unit that begins at token `at`, and its length.
    #[must_use]
    pub fn unit(&self, at: usize) -> Option<(usize, &'a Unit)> {
        self.marks.unit(at)
    }

    /// The longest number word that begins at token `at`, and its length.
    #[must_use]
    pub fn number(&self, at: usize) -> Option<(usize, &'a Number)> {
        self.marks.number(at)
    }

    /// The longest number word of this kind that begins at token `at`, and its length.
    #[must_use]
    pub fn number_of(&self, at: usize, kind: NumberKind) -> Option<(usize, &'a Number)> {
        self.marks.number_of(at, kind)
    }

    /// The classes of the cues that are exactly these tokens, hidden or not.
    #[must_use]
    pub fn classes(&self, words: &Tokens) -> CueSet {
        let whole = |mark: &&Mark| mark.len as usize == words.len();
        let classes = self.marks.all(words.start).iter().filter(whole).filter_map(|m| m.class);
        let mut set = CueSet::default();
        classes.for_each(|class| set.add(class));
        set
    }

    /// The unit of the lexicon that stands at token `at`.
    #[must_use]
    pub fn unit_words(&self, at: usize) -> Option<UnitWords> {
        super::unit::known(self, at)
    }

    /// Whether token `i` is a run of digits.
    #[must_use]
    pub fn is_digits(&self, i: usize) -> bool {
        self.text.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Digits)
    }

    /// Whether token `i` is a word.
    #[must_use]
    pub fn is_word(&self, i: usize) -> bool {
        self.text.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word)
    }

    /// Whether token `i` follows its neighbour without a space.
    #[must_use]
    pub fn is_glued(&self, i: usize) -> bool {
        self.text.tokens.get(i).is_some_and(|t| !t.spaced)
    }

    /// Whether token `i` joins two things: `và`, `,`.
    #[must_use]
    pub fn joins(&self, i: usize) -> bool {
        self.key(i) == "," || self.cue(i, &[CueClass::And]).is_some()
    }

    /// Token `i` as a year of our time.
    #[must_use]
    pub fn year(&self, i: usize) -> Option<i16> {
        let key = self.key(i);
        (key.len() == 4).then(|| key.parse().ok()).flatten().filter(|y| (1900..=2100).contains(y))
    }

    /// Token `i` as a whole number from 1 to `max`, one or two digits.
    #[must_use]
    pub fn small(&self, i: usize, max: i8) -> Option<i8> {
        let key = self.key(i);
        (key.len() <= 2).then(|| key.parse().ok()).flatten().filter(|n| (1..=max).contains(n))
    }

    /// Whether token `i` can be the minutes of a time of day.
    #[must_use]
    pub fn minutes(&self, i: usize) -> bool {
        let key = self.key(i);
        key.len() == 2 && key.parse::<u8>().is_ok_and(|n| n < 60)
    }

    /// Whether the unit at token `i` is `năm`, a year.
    #[must_use]
    pub fn is_year_unit(&self, i: usize) -> bool {
        self.marks.all(i).iter().any(|mark| match mark.term {
            Term::Unit(u) => mark.len == 1 && self.lexicon.entries.unit[u as usize].key == "year",
            _ => false,
        })
    }

    /// The longest compound that begins at token `at`: `thực hiện`, `tỷ lệ`. What it hides is
    /// not looked for inside it.
    #[must_use]
    pub fn compound(&self, at: usize) -> Option<usize> {
        self.cue(at, &[CueClass::Compound]).map(|(len, _)| len)
    }

    /// Whether token `i` opens a clause: the block's first, or behind a mark.
    #[must_use]
    pub fn begins_clause(&self, i: usize) -> bool {
        i == 0 || matches!(self.key(i - 1), "," | ";" | ":" | "(" | "." | "\"" | "-" | "!" | "?")
    }
}
