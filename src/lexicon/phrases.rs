//! All spellings of the lexicon in one table, longest first.
//!
//! `"lượt người tham gia"` at `lượt` gives the unit `lượt người`, not `lượt`. Whole syllables
//! only: `xã` is never found in `xã hội` when that is an entry of its own.

use super::entry::Entries;
use crate::text::{Text, Tokens};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Which entry a spelling belongs to: an index into the list of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

impl Entries {
    /// Every spelling of every entry.
    pub fn spellings(&self) -> impl Iterator<Item = (&str, Term)> {
        fn rows<'a, E>(
            list: &'a [E],
            forms: impl Fn(&'a E) -> &'a [String] + Copy + 'a,
            term: fn(u32) -> Term,
        ) -> impl Iterator<Item = (&'a str, Term)> {
            (0u32..)
                .zip(list)
                .flat_map(move |(i, e)| forms(e).iter().map(move |f| (f.as_str(), term(i))))
        }
        rows(&self.unit, |e| &e.forms, Term::Unit)
            .chain(rows(&self.number, |e| &e.forms, Term::Number))
            .chain(rows(&self.cue, |e| &e.forms, Term::Cue))
            .chain(rows(&self.indicator, |e| &e.triggers, Term::Indicator))
            .chain(rows(&self.abbreviation, |e| &e.forms, Term::Abbreviation))
            .chain(rows(&self.place, |e| &e.forms, Term::Place))
    }
}

/// One spelling: its syllables' keys joined by spaces, and the entry.
type Row = (String, Term);

/// The table of all spellings.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Phrases {
    /// Sorted by first syllable, then longest first.
    rows: Vec<Row>,
    #[serde(skip)]
    first: HashMap<Box<str>, (u32, u32)>,
}

impl Phrases {
    /// Builds the table from spellings as they are written.
    pub fn build<'a>(
        spellings: impl Iterator<Item = (&'a str, Term)>,
        fold: impl Fn(String) -> String,
    ) -> Self {
        let mut rows: Vec<Row> = spellings
            .map(|(form, term)| {
                let keys: Vec<String> = Text::new(form).tokens.into_iter().map(|t| t.key).collect();
                (fold(keys.join(" ")), term)
            })
            .filter(|(form, _)| !form.is_empty())
            .collect();
        rows.sort_by(|a, b| {
            let words = |row: &Row| row.0.split(' ').count();
            head(&a.0).cmp(head(&b.0)).then(words(b).cmp(&words(a))).then(a.cmp(b))
        });
        rows.dedup();
        Self { rows, first: HashMap::new() }.indexed()
    }

    /// Fills the look-up by first syllable, which is not stored.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        let mut start = 0;
        while start < self.rows.len() {
            let key = head(&self.rows[start].0);
            let len = self.rows[start..].iter().take_while(|r| head(&r.0) == key).count();
            self.first.insert(key.into(), (start as u32, (start + len) as u32));
            start += len;
        }
        self
    }

    /// Every entry that begins at token `at`, longest first, with its length in tokens.
    pub fn at<'a>(&'a self, text: &'a Text, at: usize) -> impl Iterator<Item = (usize, Term)> + 'a {
        let (from, to) = self.first.get(text.key(at)).copied().unwrap_or((0, 0));
        self.rows[from as usize..to as usize].iter().filter_map(move |(form, term)| {
            let mut len = 0;
            for word in form.split(' ') {
                if text.key(at + len) != word {
                    return None;
                }
                len += 1;
            }
            Some((len, *term))
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

    /// All rows, for tests and listings.
    #[must_use]
    pub fn rows(&self) -> &[(String, Term)] {
        &self.rows
    }
}

fn head(form: &str) -> &str {
    form.split(' ').next().unwrap_or("")
}
