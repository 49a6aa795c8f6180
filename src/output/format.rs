//! What a format is, and the list of all.
//!
//! A format's own file says everything of it in one `FORMAT`; its line in [`Format::ALL`] makes it
//! known to the command line.

use super::csv::{self, Dialect};
use super::findings::FindingsOpening;
use super::lang::Lang;
#[cfg(feature = "parquet")]
use super::parquet;
use super::shown::Columns;
#[cfg(feature = "sqlite")]
use super::sqlite;
#[cfg(feature = "xlsx")]
use super::xlsx;
use super::{html, json, jsonl, table};
use crate::Report;
use crate::diff::Diff;
use crate::lexicon::Lexicon;
use crate::series::Series;
use std::fmt;
use std::io::{self, Write};
use std::path::Path;

/// A format that reports can be written in.
#[derive(Clone, Copy)]
pub struct Format {
    /// The name that the user gives.
    pub name: &'static str,
    /// Extensions of files in this format, lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// What its bytes are.
    pub medium: Medium,
    /// How it takes reports.
    pub way: Way,
    /// Writes lines of several articles, where the format has a way to.
    pub line_up: Option<LineUp>,
    /// Makes a writer of what the checks found, where the format has a way to.
    pub findings: Option<FindingsOpening>,
    /// Writes what changed between two versions, where the format has a way to.
    pub differ: Option<Differ>,
}

/// How a format takes reports.
#[derive(Clone, Copy)]
pub enum Way {
    /// As bytes, one after another.
    Stream(Opening),
    /// Into a file that it opens itself.
    Store(StoreOpening),
    /// Not in this build, which was made without the feature of its name.
    Missing,
}

/// Makes a writer of reports that were read with that lexicon.
pub type Opening = for<'a> fn(Look, &'a Lexicon) -> Box<dyn Writer + 'a>;

/// Opens a file that is there: empty, or with what was stored in it before.
pub type StoreOpening = fn(&Path) -> io::Result<Box<dyn Store>>;

/// Writes lines of several articles.
pub type LineUp = fn(&Series, Look, &mut dyn Write) -> io::Result<()>;

/// Writes what changed between two versions that were read with that lexicon.
pub type Differ = fn(&Diff, &Lexicon, Look, &mut dyn Write) -> io::Result<()>;

/// What the bytes of a format are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// Text laid out for a terminal, with nothing in it that a terminal would act on.
    Screen,
    /// Text for programs; the words of pages stand in it as they are.
    Text,
    /// No text: for files and pipes, not for a terminal.
    Bytes,
}

/// What a format leaves open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Columns of the terminal; without them nothing is cut.
    pub width: Option<usize>,
    /// The columns of a table.
    pub columns: Columns,
    /// Whether ANSI colours may be used.
    pub colour: bool,
    /// The language of what is for a person. Without it workbooks, pages and packages are in
    /// Vietnamese, and screens in English.
    pub lang: Option<Lang>,
    /// For CSV: who will read it.
    pub dialect: Dialect,
    /// For lines of several articles in CSV: a row a figure instead of a column a period.
    pub long: bool,
}

/// Turns reports into bytes of one format. Reports are added in the order of the inputs.
pub trait Writer {
    /// Takes one report, and writes it or keeps it until the end.
    fn add(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()>;

    /// Goes on behind what another writer has written, if the format allows it. Nothing was added before.
    fn go_on(&mut self) -> bool {
        false
    }

    /// Writes what was kept. Nothing is added after it.
    fn finish(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// Takes reports into a file of its own, for formats that are more than a stream of bytes. What is
/// added counts only after [`Store::commit`]; without it the file stays as it was.
pub trait Store {
    /// Takes one report.
    fn add(&mut self, report: &Report) -> io::Result<()>;

    /// Makes what was added final. Gives a sentence where the user should know what became of it.
    fn commit(self: Box<Self>) -> io::Result<Option<String>>;
}

impl Format {
    /// Every format, in the order of the help.
    pub const ALL: &'static [Self] = &[
        json::FORMAT,
        jsonl::FORMAT,
        csv::COMMAS,
        csv::TABS,
        #[cfg(feature = "xlsx")]
        xlsx::FORMAT,
        #[cfg(not(feature = "xlsx"))]
        Self::missing("xlsx", &["xlsx"]),
        table::FORMAT,
        html::FORMAT,
        #[cfg(feature = "parquet")]
        parquet::FORMAT,
        #[cfg(not(feature = "parquet"))]
        Self::missing("parquet", &["parquet"]),
        #[cfg(feature = "sqlite")]
        sqlite::FORMAT,
        #[cfg(not(feature = "sqlite"))]
        Self::missing("sqlite", &["sqlite", "sqlite3", "db"]),
    ];

    /// What a terminal gets where nothing else is asked for.
    pub const ON_A_TERMINAL: Self = table::FORMAT;

    /// What a person gets who asked for findings.
    pub const FOR_FINDINGS: Self = table::FORMAT;

    /// What a pipe gets where nothing else is asked for.
    pub const IN_A_PIPE: Self = json::FORMAT;

    /// A format that this build only knows by name.
    #[cfg(not(all(feature = "parquet", feature = "sqlite", feature = "xlsx")))]
    const fn missing(name: &'static str, extensions: &'static [&'static str]) -> Self {
        Self {
            name,
            extensions,
            medium: Medium::Bytes,
            way: Way::Missing,
            line_up: None,
            findings: None,
            differ: None,
        }
    }

    /// The format of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|format| format.name == name).copied()
    }

    /// The format of files with that extension, in any case.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        let extension = extension.to_ascii_lowercase();
        Self::ALL.iter().find(|format| format.extensions.contains(&extension.as_str())).copied()
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Format {}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_name_and_no_extension_stands_for_two_formats() {
        let names = Format::ALL.iter().map(|format| format.name);
        let extensions = Format::ALL.iter().flat_map(|format| format.extensions);
        assert_eq!(names.collect::<BTreeSet<_>>().len(), Format::ALL.len());
        assert_eq!(extensions.clone().collect::<BTreeSet<_>>().len(), extensions.count());
    }
}
