//! The language as data: what `lexicon/*.toml` says, ready to be asked.
//!
//! The files are read when the program is built; at run time they are one table of spellings
//! that answers "what begins at this token?". No word of the language stands in the code.
//!
//! * `entry`: the shape of the files
//! * `phrases`: the table of spellings

mod entry;
mod phrases;

pub use entry::{
    Abbreviation, Cue, CueClass, Entries, Indicator, Number, NumberKind, Place, Unit, UnitKind,
};
pub use phrases::{Phrases, Term};

use crate::text::{Text, strip_diacritics};
use std::sync::LazyLock;

/// The entries of all files, and the table of their spellings.
#[derive(Debug, Clone)]
pub struct Lexicon {
    /// The entries, examples left out.
    pub entries: Entries,
    /// All spellings.
    pub phrases: Phrases,
}

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));
    let (entries, phrases): (Entries, Phrases) = postcard::from_bytes(bytes)
        .expect("lexicon.bin was written by build.rs from the same types");
    Lexicon {
        entries,
        phrases: phrases.indexed(),
    }
});

static UNMARKED: LazyLock<Lexicon> = LazyLock::new(|| {
    let entries = BUILT_IN.entries.clone();
    let phrases = Phrases::build(entries.spellings(), |form| strip_diacritics(&form));
    Lexicon { entries, phrases }
});

impl Lexicon {
    /// The lexicon that comes with the program.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The same for text that was typed without diacritics: `nguoi` finds `người`.
    #[must_use]
    pub fn without_diacritics() -> &'static Self {
        &UNMARKED
    }

    /// The longest unit that begins at token `at`, with its length in tokens.
    #[must_use]
    pub fn unit(&self, text: &Text, at: usize) -> Option<(usize, &Unit)> {
        self.phrases
            .at(text, at)
            .find_map(|(len, term)| match term {
                Term::Unit(i) => Some((len, &self.entries.unit[i as usize])),
                _ => None,
            })
    }

    /// The longest number word that begins at token `at`.
    #[must_use]
    pub fn number(&self, text: &Text, at: usize) -> Option<(usize, &Number)> {
        self.phrases
            .at(text, at)
            .find_map(|(len, term)| match term {
                Term::Number(i) => Some((len, &self.entries.number[i as usize])),
                _ => None,
            })
    }

    /// The longest number word of this kind that begins at token `at`.
    #[must_use]
    pub fn number_of(&self, text: &Text, at: usize, kind: NumberKind) -> Option<(usize, &Number)> {
        self.phrases.at(text, at).find_map(|(len, term)| match term {
            Term::Number(i) => Some((len, &self.entries.number[i as usize]))
                .filter(|(_, number)| number.kind == kind),
            _ => None,
        })
    }

    /// The longest cue of any of these classes that begins at token `at`.
    #[must_use]
    pub fn cue(&self, text: &Text, at: usize, classes: &[CueClass]) -> Option<(usize, &Cue)> {
        self.phrases
            .at(text, at)
            .find_map(|(len, term)| match term {
                Term::Cue(i) => Some((len, &self.entries.cue[i as usize]))
                    .filter(|(_, cue)| classes.contains(&cue.class)),
                _ => None,
            })
    }

    /// The longest cue of any of these classes that ends right before token `end`.
    #[must_use]
    pub fn cue_before(
        &self,
        text: &Text,
        end: usize,
        classes: &[CueClass],
    ) -> Option<(usize, &Cue)> {
        (1..=6.min(end)).rev().find_map(|len| {
            self.phrases
                .at(text, end - len)
                .find_map(|(found, term)| match term {
                    Term::Cue(i) if found == len => Some((len, &self.entries.cue[i as usize]))
                        .filter(|(_, cue)| classes.contains(&cue.class)),
                    _ => None,
                })
        })
    }
}
