//! What a format is, and the list of all.
//!
//! A format's own file says everything of it in one `FORMAT`; its line in [`Format::ALL`] makes it
//! known to the command line.

use super::csv::{self, Dialect};
use super::lang::Lang;
use super::{json, jsonl, table};
use crate::Report;
use crate::lexicon::Lexicon;
use crate::series::Series;
use std::fmt;
use std::io::{self, Write};

/// A format that reports can be written in.
#[derive(Clone, Copy)]
pub struct Format {
    /// The name that the user gives.
    pub name: &'static str,
    /// Extensions of files in this format, lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// What its bytes are.
    pub medium: Medium,
    /// A fresh writer of reports that were read with that lexicon.
    pub writer: Opening,
    /// Writes lines of several articles, where the format has a way to.
    pub line_up: Option<LineUp>,
}

/// Makes a writer of reports that were read with that lexicon.
pub type Opening = for<'a> fn(Look, &'a Lexicon) -> Box<dyn Writer + 'a>;

/// Writes lines of several articles.
pub type LineUp = fn(&Series, Look, &mut dyn Write) -> io::Result<()>;

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
    /// Whether ANSI colours may be used.
    pub colour: bool,
    /// The language of headings that are for a person.
    pub lang: Lang,
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
    pub const ALL: &'static [Self] =
        &[json::FORMAT, jsonl::FORMAT, csv::COMMAS, csv::TABS, table::FORMAT];

    /// What a terminal gets where nothing else is asked for.
    pub const ON_A_TERMINAL: Self = table::FORMAT;

    /// What a pipe gets where nothing else is asked for.
    pub const IN_A_PIPE: Self = json::FORMAT;

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
