//! One block with everything that its words are read by: tokens, lexicon, day of publication.

use super::UnitWords;
use super::time::{Look, Vantage};
use crate::lexicon::{
    Cue, CueClass, CueSet, Lexicon, Mark, Marks, Number, NumberKind, Term, Unit, UnitKind,
};
use crate::text::{Text, TokenKind, Tokens, respell};
use jiff::civil::Date;
use std::str::FromStr;

/// How many tokens before a day or month a word is looked for that looks ahead, and how many behind it.
const BEFORE: usize = 200;
const BEHIND: usize = 20;

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
    /// Whether days and months without a year lie ahead, as in a plan; else only behind words
    /// that look ahead (`dự kiến`, `sẽ`).
    pub ahead: bool,
}

impl<'a> Scene<'a> {
    /// A block that was published on a day.
    #[must_use]
    pub fn new(marks: &'a Marks<'a>, published: Option<Date>) -> Self {
        Self { text: marks.text, lexicon: marks.lexicon, marks, published, ahead: false }
    }

    /// Key of token `i`; empty past the end.
    #[must_use]
    pub fn key(&self, i: usize) -> &'a str {
        self.text.key(i)
    }

    /// The longest cue of these classes that begins at token `at`, and its length.
    #[inline(always)]
    #[must_use]
    pub fn cue(&self, at: usize, classes: &[CueClass]) -> Option<(usize, &'a Cue)> {
        self.marks.cue(at, classes)
    }

    /// The longest cue of these classes that ends before token `end`, and its length.
    #[inline(always)]
    #[must_use]
    pub fn cue_before(&self, end: usize, classes: &[CueClass]) -> Option<(usize, &'a Cue)> {
        self.marks.cue_before(end, classes)
    }

    /// The value of the longest cue of a class that begins at token `at`, and its length.
    #[must_use]
    pub fn cue_value<T: FromStr>(&self, at: usize, class: CueClass) -> Option<(usize, T)> {
        let (len, cue) = self.cue(at, &[class])?;
        Some((len, cue.value.as_deref()?.parse().ok()?))
    }

    /// From where a day or month without a year at token `at` is resolved.
    #[must_use]
    pub fn vantage(&self, at: usize) -> Option<Vantage> {
        const AHEAD: &[CueClass] = &[CueClass::Aim, CueClass::Will];
        let goes_on = |i: &usize| !matches!(self.key(*i), "." | ";" | ":" | "");
        let aims = |i: usize| self.cue(i, AHEAD).is_some();
        let before = || (at.saturating_sub(BEFORE)..at).rev().take_while(goes_on);
        let close = before().take_while(|i| self.key(*i) != ",").any(aims);
        let around = || before().any(aims) || (at..at + BEHIND).take_while(goes_on).any(aims);
        let planned = || self.cue_before(at, &[CueClass::Plan]).is_some();
        let look = match () {
            () if self.ahead || close => Look::Ahead,
            () if around() || planned() => Look::Around,
            () => Look::Back,
        };
        self.published.map(|day| Vantage { day, look })
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
        let mut set = CueSet::default();
        if self.marks.classes(words.start) == set {
            return set;
        }
        let whole = |mark: &&Mark| mark.len as usize == words.len();
        let classes = self.marks.all(words.start).iter().filter(whole).filter_map(|m| m.class);
        classes.for_each(|class| set.add(class));
        set
    }

    /// The unit of the lexicon that stands at token `at`.
    #[must_use]
    pub fn unit_words(&self, at: usize) -> Option<UnitWords> {
        super::unit::known(self, at)
    }

    /// The words of a denominator, every unit in the lexicon's spelling, every other word as it is
    /// spelt today: `người/năm` of `nguoi/nam`, `10.000 dân`. A unit of time goes before a
    /// namesake.
    #[must_use]
    pub fn spelt(&self, words: Tokens) -> String {
        let mut out = String::new();
        let mut at = words.start;
        while at < words.end {
            if at > words.start && self.text.tokens[at].spaced {
                out.push(' ');
            }
            let room = words.end - at;
            let units = self.marks.visible(at).filter_map(|mark| match mark.term {
                Term::Unit(unit) => {
                    Some((mark.len as usize, &self.lexicon.entries.unit[unit as usize]))
                }
                _ => None,
            });
            let longest = units
                .filter(|(len, _)| *len <= room)
                .max_by_key(|(len, unit)| (*len, unit.kind == UnitKind::Time));
            let len = longest.map_or(1, |(len, _)| len);
            let form = longest
                .and_then(|(len, unit)| self.lexicon.spelling(unit, self.text, at..at + len));
            match form {
                Some(form) => out.push_str(form),
                None => out.push_str(&respell(self.text.slice(at..at + len))),
            }
            at += len;
        }
        out
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
        matches!(self.key(i), "," | "&") || self.cue(i, &[CueClass::And]).is_some()
    }

    /// Token `i` as a year of our time.
    #[must_use]
    pub fn year(&self, i: usize) -> Option<i16> {
        let key = self.key(i);
        (key.len() == 4).then(|| key.parse().ok()).flatten().filter(|y| (1900..=2100).contains(y))
    }

    /// Token `i` as a whole number from 1 to `max`, one or two digits; a raised digit (`m²`) is none.
    #[must_use]
    pub fn small(&self, i: usize, max: i8) -> Option<i8> {
        let key = self.key(i);
        (key.len() <= 2 && self.is_digits(i))
            .then(|| key.parse().ok())
            .flatten()
            .filter(|n| (1..=max).contains(n))
    }

    /// Whether token `i` can be the minutes of a time of day.
    #[must_use]
    pub fn minutes(&self, i: usize) -> bool {
        let key = self.key(i);
        key.len() == 2 && self.is_digits(i) && key.parse::<u8>().is_ok_and(|n| n < 60)
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
