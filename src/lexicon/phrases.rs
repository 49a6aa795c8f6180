//! All spellings of the lexicon in one table, longest first.
//!
//! `"lượt người tham gia"` at `lượt` gives the unit `lượt người`, not `lượt`. Whole syllables
//! only: `xã` is never found in `xã hội` when that is an entry of its own.

use super::entry::Entries;
use super::words::Words;
use crate::text::{Text, Tokens};
use std::borrow::Cow;
use std::hash::{DefaultHasher, Hasher};
use std::ops::Range;

/// Which entry a spelling belongs to: an index into the list of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// Index into `Entries::unit`.
    Unit(u32),
    /// Index into `Entries::number`.
    Number(u32),
    /// Index into `Entries::cue`.
    Cue(u32),
    /// Index into `Entries::indicator`.
    Indicator(u32),
    /// Index into `Entries::abbreviation`.
    Abbreviation(u32),
    /// Index into `Entries::place`.
    Place(u32),
}

impl Term {
    const KINDS: [fn(u32) -> Self; 6] =
        [Self::Unit, Self::Number, Self::Cue, Self::Indicator, Self::Abbreviation, Self::Place];

    /// The place of its kind in [`Self::KINDS`], and the index.
    fn parts(self) -> (u32, u32) {
        match self {
            Self::Unit(i) => (0, i),
            Self::Number(i) => (1, i),
            Self::Cue(i) => (2, i),
            Self::Indicator(i) => (3, i),
            Self::Abbreviation(i) => (4, i),
            Self::Place(i) => (5, i),
        }
    }
}

impl Entries {
    /// Every spelling of every entry.
    pub fn spellings(&self) -> impl Iterator<Item = (&str, Term)> {
        fn rows<'a, E>(
            list: &'a [E],
            forms: impl Fn(&'a E) -> &'a Words + Copy + 'a,
            term: fn(u32) -> Term,
        ) -> impl Iterator<Item = (&'a str, Term)> {
            (0u32..).zip(list).flat_map(move |(i, e)| forms(e).iter().map(move |f| (f, term(i))))
        }
        rows(&self.unit, |e| &e.forms, Term::Unit)
            .chain(rows(&self.number, |e| &e.forms, Term::Number))
            .chain(rows(&self.cue, |e| &e.forms, Term::Cue))
            .chain(rows(&self.indicator, |e| &e.triggers, Term::Indicator))
            .chain(rows(&self.abbreviation, |e| &e.forms, Term::Abbreviation))
            .chain(rows(&self.place, |e| &e.forms, Term::Place))
    }
}

/// The table of all spellings, in the order of their first syllables, then longest first.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    /// The keys of every spelling's syllables joined by spaces, one spelling behind the other.
    forms: Cow<'static, str>,
    /// Where each spelling ends in `forms`, and its entry.
    rows: Vec<(u32, Term)>,
    /// The first row of every first syllable, then the number of rows.
    groups: Vec<u32>,
    /// A hash table: for a first syllable its place in `groups` plus one; 0 where a slot is free.
    slots: Vec<u32>,
}

impl Phrases {
    /// Builds the table from spellings as they are written.
    pub fn build<'a>(
        spellings: impl Iterator<Item = (&'a str, Term)>,
        fold: impl Fn(String) -> String,
    ) -> Self {
        let mut rows: Vec<(String, Term)> = spellings
            .map(|(form, term)| {
                let keys: Vec<String> = Text::new(form).tokens.into_iter().map(|t| t.key).collect();
                (fold(keys.join(" ")), term)
            })
            .filter(|(form, _)| !form.is_empty())
            .collect();
        rows.sort_by(|a, b| {
            let words = |form: &str| form.split(' ').count();
            head(&a.0).cmp(head(&b.0)).then(words(&b.0).cmp(&words(&a.0))).then(a.cmp(b))
        });
        rows.dedup();
        let mut table = Self::default();
        for (form, term) in &rows {
            if table.rows.is_empty() || head(table.form(table.rows.len() - 1)) != head(form) {
                table.groups.push(table.rows.len() as u32);
            }
            table.forms.to_mut().push_str(form);
            table.rows.push((table.forms.len() as u32, *term));
        }
        table.groups.push(table.rows.len() as u32);
        table.indexed()
    }

    /// The table as [`Self::from_parts`] takes it.
    #[must_use]
    pub fn to_parts(&self) -> (&str, Vec<u8>) {
        let rows = self.rows.iter().flat_map(|(end, term)| {
            let (kind, index) = term.parts();
            [*end, kind, index]
        });
        let numbers = [self.groups.len() as u32].into_iter().chain(self.groups.iter().copied());
        (&self.forms, numbers.chain(rows).flat_map(u32::to_le_bytes).collect())
    }

    /// The table that build.rs wrote. It stands in the program as it is used, to start at once.
    #[must_use]
    pub fn from_parts(forms: &'static str, numbers: &[u8]) -> Self {
        let mut numbers = numbers.as_chunks().0.iter().copied().map(u32::from_le_bytes);
        let groups = numbers.next().unwrap_or_default();
        let groups = numbers.by_ref().take(groups as usize).collect();
        let mut rows = Vec::with_capacity(numbers.len() / 3);
        while let (Some(end), Some(kind), Some(i)) =
            (numbers.next(), numbers.next(), numbers.next())
        {
            rows.push((end, Term::KINDS[kind as usize](i)));
        }
        Self { forms: Cow::Borrowed(forms), rows, groups, slots: Vec::new() }.indexed()
    }

    /// Fills the hash table.
    fn indexed(mut self) -> Self {
        self.slots = vec![0; (self.groups.len() * 2).next_power_of_two()];
        for group in 0..self.groups.len().saturating_sub(1) {
            let key = head(self.form(self.groups[group] as usize));
            let free = self.probe(key).find(|slot| self.slots[*slot] == 0);
            if let Some(slot) = free {
                self.slots[slot] = group as u32 + 1;
            }
        }
        self
    }

    /// The slots in which a first syllable may stand, in the order in which they are tried.
    fn probe(&self, key: &str) -> impl Iterator<Item = usize> + use<> {
        let mut hasher = DefaultHasher::new();
        hasher.write(key.as_bytes());
        let (hash, slots) = (hasher.finish() as usize, self.slots.len());
        (0..slots).map(move |step| (hash.wrapping_add(step)) % slots)
    }

    /// The spelling of a row.
    fn form(&self, row: usize) -> &str {
        let start = row.checked_sub(1).map_or(0, |before| self.rows[before].0);
        &self.forms[start as usize..self.rows[row].0 as usize]
    }

    /// The rows whose first syllable has this key.
    fn group(&self, key: &str) -> Range<usize> {
        self.probe(key)
            .map(|slot| self.slots[slot] as usize)
            .take_while(|group| *group > 0)
            .map(|group| self.groups[group - 1] as usize..self.groups[group] as usize)
            .find(|rows| head(self.form(rows.start)) == key)
            .unwrap_or_default()
    }

    /// Every entry that begins at token `at`, longest first, with its length in tokens.
    pub fn at<'a>(&'a self, text: &'a Text, at: usize) -> impl Iterator<Item = (usize, Term)> + 'a {
        self.group(text.key(at)).filter_map(move |row| {
            let mut words = self.form(row).split(' ').enumerate();
            let len = words.clone().count();
            let found = words.all(|(i, word)| text.key(at + i) == word);
            found.then_some((len, self.rows[row].1))
        })
    }

    /// The entries of the wanted kinds that a reader would take: from left to right, the longest
    /// first, none inside another. `tỷ lệ hộ nghèo` leaves no `hộ nghèo`.
    pub fn longest<'a>(
        &'a self,
        text: &'a Text,
        wanted: impl Fn(Term) -> bool + Copy + 'a,
    ) -> impl Iterator<Item = (Tokens, Term)> + 'a {
        let mut end = 0;
        (0..text.tokens.len()).flat_map(move |at| {
            let mut here = self.at(text, at).filter(move |(_, term)| wanted(*term)).peekable();
            let longest = here.peek().filter(|_| at >= end).map(|(len, _)| *len);
            end = longest.map_or(end, |len| at + len);
            here.take_while(move |(len, _)| Some(*len) == longest)
                .map(move |(len, term)| (at..at + len, term))
        })
    }
}

fn head(form: &str) -> &str {
    form.split(' ').next().unwrap_or("")
}
