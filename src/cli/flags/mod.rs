//! What the user typed. Doc comments are the help; nothing is opened or decided here.
//!
//! * `inputs`: what is read, and what the user knows better
//! * `outputs`: where it is written, and how
//! * `examples`: examples and exit codes of the help

mod examples;
mod inputs;
mod outputs;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use examples::{
    CHECK_EXAMPLES, CHECK_EXIT_CODES, DIFF_EXAMPLES, DIFF_EXIT_CODES, EXAMPLES, EXIT_CODES,
    EXTRACT_EXAMPLES, LEXICON_EXAMPLES, SERIES_EXAMPLES,
};
pub(crate) use inputs::{Facts, Inputs, OwnWords, Pace};
pub(crate) use outputs::{CsvDialect, Outputs};
use std::path::PathBuf;

/// Read the figures out of Vietnamese administrative articles: typed, checked, traceable to the word.
#[derive(Debug, Parser)]
#[command(version, before_help = EXAMPLES, after_help = EXIT_CODES, max_term_width = 100)]
#[command(arg_required_else_help = true, disable_help_subcommand = true)]
pub(crate) struct Flags {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) talk: Talk,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write the figures of articles as records.
    #[command(before_help = EXTRACT_EXAMPLES)]
    Extract(Extract),
    /// Line up the same indicators of several articles, a column a period.
    ///
    /// Shows results, targets, what they come to, how they changed, and where two articles
    /// contradict each other.
    #[command(before_help = SERIES_EXAMPLES)]
    Series(Series),
    /// Test the arithmetic of articles: sums, shares, targets, changes.
    ///
    /// Shows how grave each finding is, what was expected, and which figure may be a slip of the hand.
    /// Of several articles also where two of them contradict each other, and a summary a kind. Exits
    /// with 1 where a claim of the text does not hold.
    #[command(before_help = CHECK_EXAMPLES, after_help = CHECK_EXIT_CODES)]
    Check(Check),
    /// Show what changed between two versions of an article, or between two runs.
    ///
    /// Each version is an input of any kind, a stored report (JSON, JSON Lines), or a folder or archive of them,
    /// in which the same article is found by its address or name. Numbers that changed come first. Exits with 1
    /// where anything differs, as diff does.
    #[command(before_help = DIFF_EXAMPLES, after_help = DIFF_EXIT_CODES)]
    Diff(Diff),
    /// Show every number of an article, what became of it, and by which rule.
    Explain(Explain),
    /// Look up which words are known, and what they say.
    ///
    /// Without words: how many entries there are.
    #[command(before_help = LEXICON_EXAMPLES)]
    Lexicon(Lexicon),
    /// Print the JSON Schema of a report.
    Schema {
        /// That of a line of corrections instead
        #[arg(long)]
        corrections: bool,
        /// That of `diff -f json` instead
        #[arg(long, conflicts_with = "corrections")]
        diff: bool,
    },
    /// Print completions for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print the manual page.
    Man,
}

#[derive(Debug, Args)]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    #[command(flatten)]
    pub(crate) outputs: Outputs,
    /// Describe the CSV, TSV and JSON Lines files in a `datapackage.json` beside them
    #[arg(long)]
    pub(crate) datapackage: bool,
    /// Only figures of which it is at least so probable that all is right, from 0 to 1
    #[arg(long, value_name = "NUMBER")]
    pub(crate) min_confidence: Option<String>,
    /// Only figures of which it is at most so probable: what is to be checked first
    #[arg(long, value_name = "NUMBER")]
    pub(crate) max_confidence: Option<String>,
    /// Exit with 1 where no figure was found
    #[arg(long)]
    pub(crate) fail_if_empty: bool,
    /// Go on where a run with the same words was stopped, by whatever; give it from the beginning
    #[arg(long, requires = "output", conflicts_with = "datapackage")]
    pub(crate) resume: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Series {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    #[command(flatten)]
    pub(crate) outputs: Outputs,
    /// Write CSV and TSV with a row a figure instead of a column a period
    #[arg(long)]
    pub(crate) long: bool,
    /// Write names that may mean the same to a file: keep what does, and give it to --lexicon
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) suggest: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    #[command(flatten)]
    pub(crate) outputs: Outputs,
    /// Show these findings alone; several with commas. `contradictions` are all that do not hold,
    /// `impossible` those of them that no figures could be
    #[arg(long, value_name = "GRADE", value_delimiter = ',')]
    pub(crate) only: Vec<Only>,
    /// File with findings that an editor has looked at and accepted; they are no failure
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) accept: Option<PathBuf>,
    /// Accept everything that does not hold, and write it to a file for --accept; what stands in the
    /// file is kept
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) accept_all: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Only {
    Contradictions,
    Impossible,
    Rounding,
    Untold,
    Holds,
}

#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The version before: a page, a document, a stored report, a folder or an archive
    #[arg(value_name = "OLD", value_hint = ValueHint::AnyPath)]
    pub(crate) old: PathBuf,
    /// The version after
    #[arg(value_name = "NEW", value_hint = ValueHint::AnyPath)]
    pub(crate) new: PathBuf,
    #[command(flatten)]
    pub(crate) pace: Pace,
    #[command(flatten)]
    pub(crate) facts: Facts,
    #[command(flatten)]
    pub(crate) outputs: Outputs,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// Format of the output
    #[arg(short, long, default_value = "table")]
    pub(crate) format: Explanation,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Explanation {
    Table,
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Lexicon {
    /// Words to look up, in any case, with or without diacritics: of a spelling, a key or a name
    #[arg(value_name = "WORD")]
    pub(crate) words: Vec<String>,
    /// Format of the output
    #[arg(short, long, default_value = "table")]
    pub(crate) format: EntryFormat,
    #[command(flatten)]
    pub(crate) own: OwnWords,
}

/// How to talk to the user.
#[derive(Debug, Args)]
pub(crate) struct Talk {
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
    /// Language for people: of workbooks and pages [default: vi], of screens and messages [default: en]
    #[arg(long, global = true, value_name = "LANG")]
    pub(crate) lang: Option<Lang>,
    /// File with what holds for every run [default: de-an-06.toml in $XDG_CONFIG_HOME or ~/.config];
    /// `DE_AN_06_LANG` sets the language alone
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) config: Option<PathBuf>,
    /// Say nothing of failed inputs; the exit code tells
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Say of every input how it was read
    #[arg(short, long, global = true)]
    pub(crate) verbose: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    Vi,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum EntryFormat {
    Table,
    Json,
    Jsonl,
}
