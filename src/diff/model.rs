//! The differences as they leave the program.

use super::Sign;
use crate::check::{Grade, Verdict};
use crate::record::{Period, Record};
use crate::series::Told;
use crate::stored::Stored;
use rust_decimal::Decimal;

/// One of the two versions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Side {
    /// Its articles.
    pub articles: Vec<Stored>,
    /// Names of inputs that could not be read: nobody knows whether their articles are gone.
    pub unread: Vec<String>,
}

/// Everything that is different.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diff {
    /// The articles that both sides have, in the order of the new one.
    pub compared: Vec<Compared>,
    /// Articles of the old side alone.
    pub gone: Vec<Alone>,
    /// Articles of the new side alone.
    pub added: Vec<Alone>,
}

/// An article that one side alone has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alone {
    /// The article.
    pub article: Told,
    /// How many figures it has.
    pub figures: usize,
}

/// An article in both versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// As it was.
    pub old: Told,
    /// As it is.
    pub new: Told,
    /// What is different over it: `title`, `published`, `about`.
    pub changes: Vec<Change>,
    /// Figures of both that are not the same in everything: the weightiest first, then in reading order.
    pub changed: Vec<Changed>,
    /// Figures of the old one alone.
    pub gone: Vec<Record>,
    /// Figures of the new one alone.
    pub added: Vec<Record>,
    /// How many figures are the same in everything.
    pub unchanged: usize,
}

/// A figure in both versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// As it was.
    pub old: Record,
    /// As it is.
    pub new: Record,
    /// What it was known again by.
    pub known_by: &'static [Sign],
    /// Whether the sentence is the same, word for word.
    pub same_words: bool,
    /// What is different; at least one.
    pub changes: Vec<Change>,
}

/// A field that is different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its name, as in a report; `checks` for what came of the claims that the figure makes.
    pub field: &'static str,
    /// What it held.
    pub old: Said,
    /// What it holds.
    pub new: Said,
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Nothing.
    Nothing,
    /// A number.
    Number(Decimal),
    /// Words of the text, or a word of a closed list.
    Words(String),
    /// A time.
    Days(Period),
    /// The id of another figure in the same version.
    Figure(String),
    /// Claims: the name of each check, and what came out.
    Claims(Vec<(String, Verdict, Option<Grade>)>),
}

/// How much a change weighs for who reads a corrected report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The number itself.
    Value,
    /// What the number says.
    Meaning,
    /// How it stands to others.
    Relation,
    /// What the number says, where its sentence is the same word for word: another run or other text around it had it
    /// read otherwise.
    Reading,
}

impl Diff {
    /// Whether nothing is different.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let alone = self.gone.is_empty() && self.added.is_empty();
        alone && self.compared.iter().all(Compared::is_same)
    }
}

impl Compared {
    /// Whether nothing of it is different.
    #[must_use]
    pub fn is_same(&self) -> bool {
        let figures = self.changed.len() + self.gone.len() + self.added.len();
        figures == 0 && self.changes.is_empty()
    }
}

impl Changed {
    /// The weightiest of its changes.
    #[must_use]
    pub fn weight(&self) -> Weight {
        match self.changes.iter().map(Change::weight).min().unwrap_or(Weight::Relation) {
            Weight::Meaning if self.same_words => Weight::Reading,
            weight => weight,
        }
    }
}

impl Change {
    /// How much it weighs.
    #[must_use]
    pub fn weight(&self) -> Weight {
        match self.field {
            "value" | "high" | "of" | "modifier" => Weight::Value,
            "part_of" | "target" | "checks" => Weight::Relation,
            _ => Weight::Meaning,
        }
    }
}
