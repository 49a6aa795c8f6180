//! One block as the checks read it: its tokens, sentences, brackets and cue words.
//!
//! Decides what stands between two figures (`, trong đó`, `(đạt`). Every look is bounded to
//! [`REACH`] tokens, so that a block of any length is read in linear time.

use super::words::text::{FALLING, RISING};
use crate::lexicon::{CueClass, Marks, NumberKind, Unit};
use crate::text::{Text, TokenKind, Tokens, is_bare_form, sentences};

/// How many tokens before a figure are searched for a word that speaks about it.
pub(super) const REACH: usize = 40;

/// How many tokens a verb of change takes at most.
const VERB: usize = 3;

/// Words that say how exact a figure is; they stand between a cue and its number.
const MODIFIERS: &[CueClass] = &[
    CueClass::About,
    CueClass::Over,
    CueClass::Nearly,
    CueClass::Under,
    CueClass::AtLeast,
    CueClass::AtMost,
    CueClass::Exactly,
];

/// Words with which a number is only near the meant one.
const VAGUE: &[CueClass] =
    &[CueClass::Over, CueClass::Nearly, CueClass::About, CueClass::AtMost, CueClass::AtLeast];

/// A cue and where it stands.
pub(super) type Found = (CueClass, Tokens);

/// One block, cut and indexed.
pub(super) struct Passage<'a> {
    pub(super) text: &'a Text,
    marks: &'a Marks<'a>,
    sentences: Vec<Tokens>,
    /// For every token the open bracket that it stands in.
    brackets: Vec<Option<usize>>,
}

impl<'a> Passage<'a> {
    pub(super) fn new(marks: &'a Marks<'a>) -> Self {
        let text = marks.text;
        let sentences = sentences(text);
        let brackets = brackets(text, &sentences);
        Self { text, marks, sentences, brackets }
    }

    /// The token that holds, or first follows, this code point.
    pub(super) fn token_at(&self, char: usize) -> usize {
        self.text.tokens.partition_point(|t| t.char_end <= char)
    }

    /// Index of the sentence that a token stands in.
    pub(super) fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.end <= token)
    }

    /// The tokens of a sentence; empty past the end.
    pub(super) fn sentence(&self, index: usize) -> Tokens {
        self.sentences.get(index).cloned().unwrap_or(0..0)
    }

    /// How many sentences there are.
    pub(super) fn sentence_count(&self) -> usize {
        self.sentences.len()
    }

    /// The open bracket that a token stands in.
    pub(super) fn bracket(&self, token: usize) -> Option<usize> {
        self.brackets.get(token).copied().flatten()
    }

    /// The longest cue of these classes that begins at a token.
    pub(super) fn cue_at(&self, at: usize, classes: &[CueClass]) -> Option<Found> {
        let (len, cue) = self.marks.cue(at, classes)?;
        Some((cue.class, at..at + len))
    }

    /// The last cue of these classes inside a range, looking back at most [`REACH`] tokens.
    pub(super) fn last_cue(&self, within: Tokens, classes: &[CueClass]) -> Option<Found> {
        let mut at = within.start.max(within.end.saturating_sub(REACH));
        let mut last = None;
        while at < within.end {
            let found = self.cue_at(at, classes).filter(|(_, t)| t.end <= within.end);
            at = found.as_ref().map_or(at + 1, |(_, t)| t.end);
            last = found.or(last);
        }
        last
    }

    /// Whether a cue of these classes stands in a range.
    pub(super) fn has(&self, within: Tokens, classes: &[CueClass]) -> bool {
        self.last_cue(within, classes).is_some()
    }

    /// How many tokens one of these words takes that begins at a token; the longest counts.
    pub(super) fn says(&self, at: usize, words: &[&str]) -> Option<usize> {
        let bare = !self.marks.lexicon.marked;
        // Hundreds of words are asked of a figure: most differ in their first letter.
        let initial = self.text.key(at).bytes().next();
        let may_fit = |word: &&&str| bare || word.bytes().next() == initial;
        let fits = |word: &str| {
            let mut len = 0;
            let same = word.split(' ').all(|syllable| {
                let key = self.text.key(at + len);
                len += 1;
                key == syllable || bare && is_bare_form(key, syllable)
            });
            same.then_some(len)
        };
        words.iter().filter(may_fit).filter_map(|word| fits(word)).max()
    }

    /// The first place in a range, at most [`REACH`] tokens from its start, where one of these
    /// words stands.
    pub(super) fn find(&self, within: Tokens, words: &[&str]) -> Option<Tokens> {
        let end = within.end.min(within.start + REACH);
        (within.start..end).find_map(|at| {
            let len = self.says(at, words).filter(|len| at + len <= within.end)?;
            Some(at..at + len)
        })
    }

    /// Whether one of these words stands in a range, and is no part of a name: `nữ`, but not
    /// `Hội Phụ nữ`.
    pub(super) fn speaks_of(&self, within: Tokens, words: &[&str]) -> bool {
        let inside = |at: usize| {
            let before = at.checked_sub(1).and_then(|before| self.text.tokens.get(before));
            self.text.tokens[at].capital
                && before.is_some_and(|token| token.kind == TokenKind::Word)
        };
        let is_name = |at: usize| inside(at) || at > 0 && inside(at - 1);
        let end = within.end.min(self.text.tokens.len());
        (within.start..end).any(|at| !is_name(at) && self.says(at, words).is_some())
    }

    /// Whether one of these words ends right before a token, modifiers of a number skipped.
    pub(super) fn said_before(&self, end: usize, words: &[&str]) -> bool {
        let end = self.lead(end);
        (1..=4).any(|len| end.checked_sub(len).and_then(|at| self.says(at, words)) == Some(len))
    }

    /// Whether one of these marks stands in a range.
    pub(super) fn has_mark(&self, within: Tokens, marks: &[&str]) -> bool {
        within.into_iter().any(|at| marks.contains(&self.text.key(at)))
    }

    /// The unit that begins at a token, with its length.
    pub(super) fn unit(&self, at: usize) -> Option<(usize, &'a Unit)> {
        self.marks.unit(at)
    }

    /// A whole number in digits without marks, or a small one in words, and how many tokens it takes.
    pub(super) fn whole(&self, at: usize) -> Option<(u32, usize)> {
        let token = self.text.tokens.get(at)?;
        if token.kind == TokenKind::Digits {
            return self.text.key(at).parse().ok().map(|value| (value, 1));
        }
        let (len, number) = self.marks.number(at)?;
        let small = matches!(number.kind, NumberKind::Digit | NumberKind::Ten);
        small.then(|| number.value.parse().ok()).flatten().map(|value| (value, len))
    }

    /// The number of a year: `2023`.
    pub(super) fn year(&self, at: usize) -> Option<u32> {
        self.whole(at).map(|(year, _)| year).filter(|year| (1900..=2100).contains(year))
    }

    /// The cue that stands right before a number, modifiers skipped: `đạt` in `đạt hơn 46%`.
    pub(super) fn cue_before(&self, number: usize, classes: &[CueClass]) -> Option<Found> {
        let mut end = number;
        loop {
            let cue = self.marks.cue_before(end, classes);
            let cue = cue.map(|(len, cue)| (cue.class, end - len..end));
            let found = cue.into_iter().chain(self.verb_of_change(end, classes));
            if let Some(longest) = found.min_by_key(|(_, tokens)| tokens.start) {
                return Some(longest);
            }
            end = self.before_modifier(end)?;
        }
    }

    /// A verb of change that only the checks know, right before a token: `nhích`, `bớt được`. Text without
    /// marks has none, where `hạ` is written like a hectare.
    fn verb_of_change(&self, end: usize, classes: &[CueClass]) -> Option<Found> {
        let verbs = [(CueClass::Rise, RISING), (CueClass::Fall, FALLING)];
        let asked = verbs.iter().filter(|(class, _)| classes.contains(class));
        let marked = asked.filter(|_| self.marks.lexicon.marked);
        marked
            .flat_map(|(class, words)| (1..=VERB).rev().map(move |len| (*class, *words, len)))
            .find_map(|(class, words, len)| {
                let start = end.checked_sub(len)?;
                (self.says(start, words) == Some(len)).then_some((class, start..end))
            })
    }

    /// The token where a number begins together with its modifiers: `hơn` in `(hơn 46%`.
    pub(super) fn lead(&self, number: usize) -> usize {
        std::iter::successors(Some(number), |at| self.before_modifier(*at)).last().unwrap_or(number)
    }

    /// Whether the word before a number says that it is only near the meant one: `gần 9.540 tấn`.
    pub(super) fn is_vague(&self, number: usize) -> bool {
        self.cue_before(number, VAGUE).is_some()
    }

    /// Whether a number word with a unit behind it begins at a token: `một viện`, but not `không đội`.
    pub(super) fn counts_in_words(&self, at: usize) -> bool {
        self.marks.number(at).is_some_and(|(len, number)| {
            matches!(number.kind, NumberKind::Digit | NumberKind::Ten)
                && number.value != "0"
                && self.marks.unit(at + len).is_some()
        })
    }

    fn before_modifier(&self, end: usize) -> Option<usize> {
        let (len, _) = self.marks.cue_before(end, MODIFIERS)?;
        Some(end - len)
    }
}

/// The innermost bracket of every token; one that is never closed ends with its sentence.
fn brackets(text: &Text, sentences: &[Tokens]) -> Vec<Option<usize>> {
    let mut out = Vec::with_capacity(text.tokens.len());
    for sentence in sentences {
        let mut open = Vec::new();
        for at in sentence.clone() {
            if text.key(at) == ")" {
                open.pop();
            }
            out.push(open.last().copied());
            if text.key(at) == "(" {
                open.push(at);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn the_cue_before_a_number_is_found_behind_modifiers() {
        let text = Text::new("thu 5 tỷ, đạt hơn 46% kế hoạch (trong đó có 3 xã) và 2 huyện");
        let marks = Marks::new(&text, Lexicon::built_in());
        let passage = Passage::new(&marks);
        let at = (0..text.tokens.len()).find(|i| text.key(*i) == "46");
        let found = passage.cue_before(at.unwrap(), &[CueClass::Reaching]);
        assert_eq!(found.map(|(_, t)| passage.text.slice(t)), Some("đạt"));
        let three = (0..text.tokens.len()).find(|i| text.key(*i) == "3").unwrap();
        assert!(passage.bracket(three).is_some());
        assert_eq!(passage.bracket(three + 3), None);
    }
}
