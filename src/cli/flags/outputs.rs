//! Where it is written, and how.

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Args, ValueEnum, ValueHint};
use de_an_06::output::{Format, Shown};
use std::path::PathBuf;

/// Where it is written, and how.
#[derive(Debug, Args)]
pub(crate) struct Outputs {
    /// Format of the output [default: by the extension of -o, else a table on a terminal and JSON
    /// in a pipe; `check` and `diff` give a table]
    #[arg(short, long, value_parser = PossibleValuesParser::new(Format::ALL.iter().map(|format| format.name)))]
    pub(crate) format: Option<String>,
    /// File to write, its format picked by the extension; may be given several times
    #[arg(short, long, value_name = "FILE", action = ArgAction::Append, value_hint = ValueHint::FilePath)]
    pub(crate) output: Vec<PathBuf>,
    /// Who will read the CSV: programs [default], or Excel under a Vietnamese locale (byte order mark, `;`,
    /// decimal comma, formulas made harmless)
    #[arg(long, value_name = "DIALECT")]
    pub(crate) csv_dialect: Option<CsvDialect>,
    /// Columns of the screen that a table is laid out for [default: those of the terminal]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..))]
    pub(crate) width: Option<u16>,
    /// What a table shows, with commas; value, unit, indicator and role stand on every screen
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = PossibleValuesParser::new(Shown::ALL.iter().map(|shown| shown.as_str())))]
    pub(crate) columns: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CsvDialect {
    Plain,
    Excel,
}
