//! A correction, and all of them that a run knows.

use super::error::Error;
use super::{article, csv, jsonl};
use crate::record::Set;

/// One thing that a person says of one figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The file that it stands in, as the caller named it, and its line.
    pub from: (String, usize),
    /// Name of the input that it was made for.
    pub source: Option<String>,
    /// Address of the page that it was made for.
    pub url: Option<String>,
    /// The words of the figure.
    pub words: Quote,
    /// What is said of it.
    pub what: What,
}

/// Words of an article, and what helps to find them again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quote {
    /// The words, as they are printed: `1.297`.
    pub quote: String,
    /// What stands before them.
    pub prefix: String,
    /// What stands behind them.
    pub suffix: String,
    /// The block that they stood in; only tells places apart that the words do not.
    pub block: Option<usize>,
}

/// What is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A field holds this.
    Set(Set<Quote>),
    /// It is no figure.
    NoFigure,
    /// It is a figure.
    Add,
}

/// The corrections of several files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Corrections {
    all: Vec<Correction>,
}

impl Corrections {
    /// Reads a file. One whose name ends with `.csv` is a table, any other has a correction a line.
    ///
    /// # Errors
    /// The first line that is no correction, and why.
    pub fn read(name: &str, text: &str) -> Result<Self, Error> {
        let is_table = name.rsplit('.').next().is_some_and(|end| end.eq_ignore_ascii_case("csv"));
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let all = if is_table { csv::read(name, text)? } else { jsonl::read(name, text)? };
        Ok(Self { all })
    }

    /// Takes those of another file; they count where both speak of one field.
    pub fn join(&mut self, others: Self) {
        self.all.extend(others.all);
    }

    /// All of them, in the order in which they were read.
    #[must_use]
    pub fn all(&self) -> &[Correction] {
        &self.all
    }

    /// Those of an article, with their index among all.
    #[must_use]
    pub fn of(&self, name: &str, url: Option<&str>) -> Vec<(usize, &Correction)> {
        let is_of = |(_, one): &(usize, &Correction)| article::is_of(one, name, url);
        self.all.iter().enumerate().filter(is_of).collect()
    }
}
