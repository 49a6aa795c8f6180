//! The formats by name and by extension, and what every one of them can do.

use super::csv::{self, Dialect};
use super::json::{self, Json};
use super::jsonl::{self, Jsonl};
use super::series::table;
use super::table::Table;
use crate::Report;
use crate::series::Series;
use std::io::{self, Write};

/// A format that reports can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One document a report, as `docs/report.schema.json` describes it.
    Json,
    /// One line a record, with the flat columns.
    Jsonl,
    /// Comma-separated values, one row a record.
    Csv,
    /// Tab-separated values, one row a record.
    Tsv,
    /// Columns for a person, by paragraph.
    Table,
}

/// What a format leaves open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Columns of the terminal; without them nothing is cut.
    pub width: Option<usize>,
    /// Whether ANSI colours may be used.
    pub colour: bool,
    /// For CSV: who will read it.
    pub dialect: Dialect,
}

/// Turns reports into bytes of one format. Reports are added in the order of the inputs.
pub trait Writer {
    /// Takes one report, and writes it or keeps it until the end.
    fn add(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()>;

    /// Writes what was kept. Nothing is added after it.
    fn finish(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

impl Format {
    /// Every format, in the order of the help.
    pub const ALL: [Self; 5] = [Self::Json, Self::Jsonl, Self::Csv, Self::Tsv, Self::Table];

    /// The name that the user gives.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Table => "table",
        }
    }

    /// Extensions of files in this format, lower case, without the dot.
    #[must_use]
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Json => &["json"],
            Self::Jsonl => &["jsonl", "ndjson"],
            Self::Csv => &["csv"],
            Self::Tsv => &["tsv"],
            Self::Table => &["txt"],
        }
    }

    /// The format of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The format of files with that extension, in any case.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        let extension = extension.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.extensions().contains(&extension.as_str()))
    }

    /// Writes lines of several articles in this format.
    pub fn line_up(self, series: &Series, look: Look, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Json => json::series(series, out),
            Self::Jsonl => jsonl::series(series, out),
            Self::Csv => csv::Rows::csv(look.dialect).series(series, out),
            Self::Tsv => csv::Rows::tsv().series(series, out),
            Self::Table => table(series, look, out),
        }
    }

    /// A fresh writer of this format.
    #[must_use]
    pub fn writer(self, look: Look) -> Box<dyn Writer> {
        match self {
            Self::Json => Box::new(Json),
            Self::Jsonl => Box::new(Jsonl),
            Self::Csv => Box::new(csv::Rows::csv(look.dialect)),
            Self::Tsv => Box::new(csv::Rows::tsv()),
            Self::Table => Box::new(Table::new(look)),
        }
    }
}
