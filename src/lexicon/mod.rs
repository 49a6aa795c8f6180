//! The language as data: what `lexicon/*.toml` says, ready to be asked.
//!
//! The files are read when the program is built; at run time they are one table of spellings
//! that answers "what begins at this token?". No word of the language stands in the code.
//!
//! * `entry`: the shape of the files
//! * `error`: what is wrong with a file that a user hands in
//! * `phrases`: the table of spellings

mod entry;
mod error;
mod phrases;

pub use entry::{
    Abbreviation, Cue, CueClass, Entries, Indicator, Number, NumberKind, Place, Unit, UnitKind,
};
pub use error::Error;
pub use phrases::{Phrases, Term};

use crate::text::{Text, Tokens, strip_diacritics};
use std::sync::LazyLock;

/// The entries of all files, and the table of their spellings.
#[derive(Debug, Clone)]
pub struct Lexicon {
    /// The entries, examples left out.
    pub entries: Entries,
    /// All spellings.
    pub phrases: Phrases,
    /// Whether text is matched with its diacritics.
    pub marked: bool,
}

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));
    let (entries, phrases): (Entries, Phrases) = postcard::from_bytes(bytes)
        .expect("lexicon.bin was written by build.rs from the same types");
    Lexicon { entries, phrases: phrases.indexed(), marked: true }
});

static UNMARKED: LazyLock<Lexicon> = LazyLock::new(|| BUILT_IN.unmarked());

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

    /// The built-in lexicon with the user's own files, given by name and TOML text, in front of
    /// it: where both have a word, the user's entry wins.
    ///
    /// # Errors
    /// The first file that is not TOML, or not of the shape of a lexicon file.
    pub fn with(files: &[(&str, &str)]) -> Result<Self, Error> {
        let mut entries = Entries::default();
        for (name, toml) in files {
            entries.extend(toml::from_str(toml).map_err(|e| Error::new(name, toml, &e))?);
        }
        entries.extend(BUILT_IN.entries.clone());
        let phrases = Phrases::build(entries.spellings(), |form| form);
        Ok(Self { entries, phrases, marked: true })
    }

    /// These entries for text that was typed without diacritics.
    #[must_use]
    pub fn unmarked(&self) -> Self {
        let entries = self.entries.clone();
        let phrases = Phrases::build(entries.spellings(), |form| strip_diacritics(&form));
        Self { entries, phrases, marked: false }
    }

    /// The entry's own spelling of a unit that stands in the text at `words`: `người` for
    /// `nguoi` in a text without diacritics, `%` for `％`.
    #[must_use]
    pub fn spelling<'a>(&self, unit: &'a Unit, text: &Text, words: Tokens) -> Option<&'a str> {
        let written = text.slice(words.clone());
        let keys: Vec<&str> = words.map(|i| text.key(i)).collect();
        let same = |form: &&String| {
            let form = Text::new(form);
            let key = |key: &str| if self.marked { key.to_owned() } else { strip_diacritics(key) };
            form.tokens.iter().map(|t| key(&t.key)).eq(keys.iter().copied())
        };
        let exact = unit.forms.iter().find(|form| *form == written);
        exact.or_else(|| unit.forms.iter().find(same)).map(String::as_str)
    }

    /// The longest unit that begins at token `at`, with its length in tokens.
    #[must_use]
    pub fn unit(&self, text: &Text, at: usize) -> Option<(usize, &Unit)> {
        self.visible(text, at).find_map(|(len, term)| match term {
            Term::Unit(i) => Some((len, &self.entries.unit[i as usize])),
            _ => None,
        })
    }

    /// The longest number word that begins at token `at`.
    #[must_use]
    pub fn number(&self, text: &Text, at: usize) -> Option<(usize, &Number)> {
        self.visible(text, at).find_map(|(len, term)| match term {
            Term::Number(i) => Some((len, &self.entries.number[i as usize])),
            _ => None,
        })
    }

    /// The longest number word of this kind that begins at token `at`.
    #[must_use]
    pub fn number_of(&self, text: &Text, at: usize, kind: NumberKind) -> Option<(usize, &Number)> {
        self.visible(text, at).find_map(|(len, term)| match term {
            Term::Number(i) => Some((len, &self.entries.number[i as usize]))
                .filter(|(_, number)| number.kind == kind),
            _ => None,
        })
    }

    /// The longest cue of any of these classes that begins at token `at`.
    #[must_use]
    pub fn cue(&self, text: &Text, at: usize, classes: &[CueClass]) -> Option<(usize, &Cue)> {
        self.visible(text, at).find_map(|(len, term)| Some((len, self.cue_of(term, classes)?)))
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
            self.visible(text, end - len)
                .filter(|(found, _)| *found == len)
                .find_map(|(_, term)| Some((len, self.cue_of(term, classes)?)))
        })
    }

    fn cue_of(&self, term: Term, classes: &[CueClass]) -> Option<&Cue> {
        match term {
            Term::Cue(i) => {
                Some(&self.entries.cue[i as usize]).filter(|cue| classes.contains(&cue.class))
            }
            _ => None,
        }
    }

    /// What begins at token `at` and is not hidden by a longer compound that begins there too.
    fn visible<'a>(
        &'a self,
        text: &'a Text,
        at: usize,
    ) -> impl Iterator<Item = (usize, Term)> + 'a {
        let mut least = 0;
        self.phrases.at(text, at).take_while(move |(len, term)| {
            if *len < least {
                return false;
            }
            if self.cue_of(*term, &[CueClass::Compound]).is_some() {
                least = *len;
            }
            true
        })
    }
}
