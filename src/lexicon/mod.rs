//! The language as data: what `lexicon/*.toml` says, ready to be asked.
//!
//! The files are read when the program is built; at run time they are one table of spellings
//! that answers "what begins at this token?". No word of the language stands in the code.
//!
//! * `entry`: the shape of the files
//! * `class`: what a cue is a cue for
//! * `file`: a file that a user hands in
//! * `error`: what is wrong with such a file
//! * `words`: the spellings of one entry
//! * `set`: sets of cue classes
//! * `list`, `tables`: the entries by index, unpacked on demand
//! * `syllables`, `phrases`: the tree of spellings
//! * `built_in`: both as the build script has written them
//! * `marks`: a text with every token looked up
//! * `search`: entries as a person looks them up

mod built_in;
mod class;
mod entry;
mod error;
mod file;
mod list;
mod marks;
mod phrases;
mod search;
mod set;
mod syllables;
mod tables;
mod words;

pub use class::CueClass;
pub use entry::{Abbreviation, Cue, Entries, Indicator, Number, NumberKind, Place, Unit, UnitKind};
pub use error::Error;
pub use file::File;
pub use list::List;
pub use marks::{Mark, Marks};
pub use phrases::{Phrases, Term};
pub use search::{Entry, Query};
pub use set::CueSet;
pub use tables::Tables;
pub use words::Words;

use crate::text::{Text, Tokens, strip_diacritics};
use std::sync::{LazyLock, OnceLock};

/// The entries of all files, and the tree of their spellings.
#[derive(Debug, Clone)]
pub struct Lexicon {
    /// The entries, examples left out.
    pub entries: Tables,
    /// All spellings.
    pub phrases: Phrases,
    /// Whether text is matched with its diacritics.
    pub marked: bool,
    /// The same for text without diacritics, made when it is first asked for.
    unmarked: OnceLock<Box<Self>>,
}

static BUILT_IN: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(built_in::entries(), built_in::phrases(), true));

static UNMARKED: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(built_in::entries(), built_in::unmarked(), false));

impl From<Entries> for Lexicon {
    fn from(entries: Entries) -> Self {
        let phrases = Phrases::build(entries.spellings(), str::to_owned);
        Self::new(entries.into(), phrases, true)
    }
}

impl Lexicon {
    fn new(entries: Tables, phrases: Phrases, marked: bool) -> Self {
        Self { entries, phrases, marked, unmarked: OnceLock::new() }
    }

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
    /// it: where several have a spelling, the first file's entry wins.
    ///
    /// # Errors
    /// The first file that is not TOML, or not of the shape of a lexicon file.
    pub fn with(files: &[(&str, &str)]) -> Result<Self, Error> {
        let files = files.iter().map(|(name, toml)| File::parse(name, toml));
        Ok(Self::with_files(files.collect::<Result<_, _>>()?))
    }

    /// The same with files that are read already.
    #[must_use]
    pub fn with_files(files: Vec<File>) -> Self {
        let mut entries = Entries::default();
        for file in files.into_iter().chain([File::built_in()]) {
            entries.extend(file.entries);
        }
        entries.into()
    }

    /// These entries for text that was typed without diacritics.
    #[must_use]
    pub fn unmarked(&self) -> &Self {
        self.unmarked.get_or_init(|| {
            let entries = self.entries.unpacked();
            let phrases = Phrases::build(entries.spellings(), strip_diacritics);
            Box::new(Self::new(entries.into(), phrases, false))
        })
    }

    /// The entry's own spelling of a unit that stands in the text at `words`: `người` for
    /// `nguoi` in a text without diacritics, `%` for `％`.
    #[must_use]
    pub fn spelling<'a>(&self, unit: &'a Unit, text: &Text, words: Tokens) -> Option<&'a str> {
        let written = text.slice(words.clone());
        let same = |form: &&str| {
            let form = Text::new(form);
            let key =
                |i| if self.marked { form.key(i).into() } else { strip_diacritics(form.key(i)) };
            form.tokens.len() == words.len()
                && (0..words.len()).all(|i| key(i) == text.key(words.start + i))
        };
        let exact = unit.forms.iter().find(|form| *form == written);
        let form = exact.or_else(|| unit.forms.iter().find(same))?;
        let short = unit.short.iter().any(|short| short == form);
        Some(if short { unit.forms.first() } else { form })
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

    /// The first cue of this class that is spelled by this one key.
    #[must_use]
    pub fn cue_spelled(&self, key: &str, class: CueClass) -> Option<&Cue> {
        let mut terms = self.phrases.on(self.phrases.walk(self.phrases.syllable(key).into_iter()));
        terms.find_map(|(_, term)| self.cue_of(term, &[class]))
    }

    fn cue_of(&self, term: Term, classes: &[CueClass]) -> Option<&Cue> {
        match term {
            Term::Cue(i) if classes.contains(&self.entries.class(i)) => {
                Some(&self.entries.cue[i as usize])
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compound_hides_what_begins_with_it() {
        let lexicon = Lexicon::built_in();
        for (raw, unit) in [
            ("đồng", Some("vnd")),
            ("đồng thời", None),
            ("đồng chí", Some("comrade")),
            ("hộ chiếu", None),
            ("hộ nghèo", Some("household_poor")),
        ] {
            let text = Text::new(raw);
            assert_eq!(lexicon.unit(&text, 0).map(|(_, u)| u.key.as_str()), unit, "{raw}");
        }
        assert!(lexicon.number(&Text::new("tỷ đồng"), 0).is_some());
        assert!(lexicon.number(&Text::new("tỷ lệ"), 0).is_none());
    }

    #[test]
    fn words_of_the_user_win() {
        let mine = "[[unit]]\nkey = \"rice_sack\"\nforms = [\"bao\", \"bao tải\"]";
        let text = Text::new("bao tải gạo");
        let key = |lexicon: &Lexicon| lexicon.unit(&text, 0).map(|(len, u)| (len, u.key.clone()));
        assert_eq!(key(Lexicon::built_in()), Some((1, "sack".to_owned())));
        assert_eq!(
            key(&Lexicon::with(&[("mine.toml", mine)]).unwrap()),
            Some((2, "rice_sack".to_owned()))
        );
    }

    #[test]
    fn words_of_the_user_are_found_without_diacritics() {
        let mine = "[[unit]]\nkey = \"rice_sack\"\nforms = [\"bao tải\"]";
        let lexicon = Lexicon::with(&[("mine.toml", mine)]).unwrap();
        for (raw, len) in [("bao tai", Some(2)), ("luot nguoi", Some(2)), ("tai bao", None)] {
            let text = Text::new(raw);
            assert_eq!(lexicon.unmarked().unit(&text, 0).map(|found| found.0), len, "{raw}");
        }
    }

    #[test]
    fn text_without_diacritics_finds_the_same_units() {
        let text = Text::new("luot nguoi");
        let found = Lexicon::without_diacritics().unit(&text, 0);
        assert_eq!(found.map(|(len, u)| (len, u.key.as_str())), Some((2, "person_turn")));
    }
}
