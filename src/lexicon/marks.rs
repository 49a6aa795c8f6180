//! A text with the lexicon's entries marked at every token.
//!
//! Whatever reads a text asks the lexicon about the same tokens again and again. Here every token
//! is looked up once, and an answer costs a glance at its few marks.

use super::{Cue, CueClass, CueSet, Lexicon, Number, NumberKind, Term, Unit};
use crate::text::{Text, Tokens};

/// An entry that begins at a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// How many tokens it takes.
    pub len: u32,
    /// The entry.
    pub term: Term,
    /// The class of a cue.
    pub class: Option<CueClass>,
}

/// A text, and what the lexicon says about each of its tokens.
#[derive(Debug)]
pub struct Marks<'a> {
    /// The text.
    pub text: &'a Text,
    /// The lexicon that was asked.
    pub lexicon: &'a Lexicon,
    marks: Vec<Mark>,
    /// One for every token, and one for the end.
    places: Vec<Place>,
}

/// A place between tokens.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    /// The number of the syllable that begins here, if any spelling has it.
    syllable: Option<u32>,
    /// The first mark of the token that begins here.
    first: u32,
    /// The classes of the cues that begin here, hidden or not.
    begins: CueSet,
    /// The classes of the cues that end here.
    ends: CueSet,
}

/// The longest cue that is looked for before a token.
const LONGEST_BEFORE: usize = 6;

impl<'a> Marks<'a> {
    /// Looks every token up.
    #[must_use]
    pub fn new(text: &'a Text, lexicon: &'a Lexicon) -> Self {
        let count = text.tokens.len();
        let phrases = &lexicon.phrases;
        let mut marks = Vec::with_capacity(count * 2);
        let syllables = (0..=count).map(|at| phrases.syllable(text.key(at)));
        let mut places: Vec<Place> =
            syllables.map(|syllable| Place { syllable, ..Place::default() }).collect();
        for at in 0..count {
            places[at].first = marks.len() as u32;
            let walk = phrases.walk(places[at..].iter().map_while(|place| place.syllable));
            for (len, term) in phrases.on(walk) {
                let class = match term {
                    Term::Cue(cue) => Some(lexicon.entries.class(cue)),
                    _ => None,
                };
                if let Some(class) = class {
                    places[at].begins.add(class);
                    if len <= LONGEST_BEFORE {
                        places[at + len].ends.add(class);
                    }
                }
                marks.push(Mark { len: len as u32, term, class });
            }
        }
        places[count].first = marks.len() as u32;
        Self { text, lexicon, marks, places }
    }

    /// Everything that begins at token `at`, longest first.
    #[must_use]
    pub fn all(&self, at: usize) -> &[Mark] {
        match self.places.get(at..at + 2) {
            Some([this, next]) => &self.marks[this.first as usize..next.first as usize],
            _ => &[],
        }
    }

    /// The classes of the cues that begin at token `at`, hidden or not.
    #[inline(always)]
    #[must_use]
    pub fn classes(&self, at: usize) -> CueSet {
        self.places.get(at).map(|place| place.begins).unwrap_or_default()
    }

    /// What begins at token `at` and is not hidden by a longer compound that begins there too.
    pub fn visible(&self, at: usize) -> impl Iterator<Item = &Mark> {
        let mut least = 0;
        self.all(at).iter().take_while(move |mark| {
            if mark.class == Some(CueClass::Compound) {
                least = least.max(mark.len);
            }
            mark.len >= least
        })
    }

    /// The longest cue of any of these classes that begins at token `at`, with its length.
    #[inline(always)]
    #[must_use]
    pub fn cue(&self, at: usize, classes: &[CueClass]) -> Option<(usize, &'a Cue)> {
        let classes = CueSet::of(classes);
        match self.places.get(at) {
            Some(place) if place.begins.meets(classes) => self.cue_that_begins(at, classes),
            _ => None,
        }
    }

    fn cue_that_begins(&self, at: usize, classes: CueSet) -> Option<(usize, &'a Cue)> {
        self.visible(at).find_map(|mark| self.as_cue(mark, classes))
    }

    /// The longest cue of any of these classes that ends right before token `end`.
    #[inline(always)]
    #[must_use]
    pub fn cue_before(&self, end: usize, classes: &[CueClass]) -> Option<(usize, &'a Cue)> {
        let classes = CueSet::of(classes);
        match self.places.get(end) {
            Some(place) if place.ends.meets(classes) => self.cue_that_ends(end, classes),
            _ => None,
        }
    }

    fn cue_that_ends(&self, end: usize, classes: CueSet) -> Option<(usize, &'a Cue)> {
        (1..=LONGEST_BEFORE.min(end)).rev().find_map(|len| {
            let fits = |mark: &&Mark| mark.len as usize == len;
            self.visible(end - len).filter(fits).find_map(|mark| self.as_cue(mark, classes))
        })
    }

    /// The longest unit that begins at token `at`, with its length.
    #[must_use]
    pub fn unit(&self, at: usize) -> Option<(usize, &'a Unit)> {
        self.visible(at).find_map(|mark| match mark.term {
            Term::Unit(i) => Some((mark.len as usize, &self.lexicon.entries.unit[i as usize])),
            _ => None,
        })
    }

    /// The longest number word that begins at token `at`.
    #[must_use]
    pub fn number(&self, at: usize) -> Option<(usize, &'a Number)> {
        self.numbers(at).next()
    }

    /// The longest number word of this kind that begins at token `at`.
    #[must_use]
    pub fn number_of(&self, at: usize, kind: NumberKind) -> Option<(usize, &'a Number)> {
        self.numbers(at).find(|(_, number)| number.kind == kind)
    }

    fn numbers(&self, at: usize) -> impl Iterator<Item = (usize, &'a Number)> {
        self.visible(at).filter_map(|mark| match mark.term {
            Term::Number(i) => Some((mark.len as usize, &self.lexicon.entries.number[i as usize])),
            _ => None,
        })
    }

    /// The entries of the wanted kinds that a reader would take between some tokens: from left to
    /// right, the longest first, none inside another. `tỷ lệ hộ nghèo` leaves no `hộ nghèo`.
    pub fn longest(
        &self,
        within: Tokens,
        wanted: impl Fn(&Mark) -> bool + Copy,
    ) -> impl Iterator<Item = (Tokens, Term)> {
        let mut taken = 0;
        within.clone().flat_map(move |at| {
            let room = within.end - at;
            let fits = move |mark: &&Mark| mark.len as usize <= room && wanted(mark);
            let mut here = self.all(at).iter().filter(fits).peekable();
            let longest = here.peek().filter(|_| at >= taken).map(|mark| mark.len);
            taken = longest.map_or(taken, |len| at + len as usize);
            here.take_while(move |mark| Some(mark.len) == longest)
                .map(move |mark| (at..at + mark.len as usize, mark.term))
        })
    }

    fn as_cue(&self, mark: &Mark, classes: CueSet) -> Option<(usize, &'a Cue)> {
        match (mark.term, mark.class) {
            (Term::Cue(i), Some(class)) if classes.has(class) => {
                Some((mark.len as usize, &self.lexicon.entries.cue[i as usize]))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every answer is that of the lexicon asked about the same token alone.
    #[test]
    fn marks_say_what_the_lexicon_says() {
        let lexicon = Lexicon::built_in();
        for raw in [
            "Năm 2022, tỷ lệ hộ nghèo giảm còn 2,5%, so với cùng kỳ năm trước tăng gấp đôi",
            "hợp đồng 1,5 tỷ đồng cho hơn hai mươi lượt người tham gia; kế hoạch là 20 lớp.",
        ] {
            let text = Text::new(raw);
            let marks = Marks::new(&text, lexicon);
            for at in 0..=text.tokens.len() {
                assert_eq!(marks.unit(at), lexicon.unit(&text, at), "{raw} {at}");
                assert_eq!(marks.number(at), lexicon.number(&text, at), "{raw} {at}");
                for class in CueClass::ALL {
                    let alone = lexicon.cue(&text, at, &[*class]);
                    assert_eq!(marks.cue(at, &[*class]), alone, "{raw} {at} {class:?}");
                }
            }
        }
    }

    #[test]
    fn cues_are_found_by_their_end() {
        let text = Text::new("đã giảm so với cùng kỳ");
        let marks = Marks::new(&text, Lexicon::built_in());
        let before = |end, class| marks.cue_before(end, &[class]).map(|(len, _)| len);
        assert_eq!(before(4, CueClass::Versus), Some(2));
        assert_eq!(before(2, CueClass::Fall), Some(2), "the longest");
        assert_eq!(before(2, CueClass::Versus), None);
        assert_eq!(before(0, CueClass::Fall), None);
    }

    #[test]
    fn a_longer_phrase_leaves_no_shorter_one_inside() {
        let text = Text::new("tỷ lệ hộ nghèo");
        let marks = Marks::new(&text, Lexicon::built_in());
        let is_indicator = |mark: &Mark| matches!(mark.term, Term::Indicator(_));
        let found = |within| -> Vec<&str> {
            marks.longest(within, is_indicator).map(|(tokens, _)| text.slice(tokens)).collect()
        };
        assert_eq!(found(0..4), ["tỷ lệ hộ nghèo"]);
        assert_eq!(found(2..4), ["hộ nghèo"]);
        assert!(found(0..3).is_empty());
    }
}
