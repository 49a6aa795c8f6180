//! What the user typed. Doc comments are the help; nothing is opened or decided here.

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use de_an_06::document::Kind;
use de_an_06::output::{Format, Shown};
use de_an_06::source::LONGEST_PAGE;
use std::num::NonZeroUsize;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  de-an-06 extract article.html                  figures of one page: a table, or JSON in a pipe
  de-an-06 extract report.docx                   or a document of Word or LibreOffice
  de-an-06 extract pages/ -o figures.csv         every page of a folder into one file
  curl -s URL | de-an-06 extract -f jsonl        from standard input, one line a figure
  de-an-06 series pages/                         the same indicators side by side
  de-an-06 check article.html                    does the arithmetic of the article hold?
  de-an-06 explain article.html                  what became of every number, and why
  de-an-06 lexicon lượt người                    which words the program knows";

const EXTRACT_EXAMPLES: &str = "\
Examples:
  de-an-06 extract article.html
  de-an-06 extract pages/ -o figures.csv -o figures.json
  de-an-06 extract article.html -f csv --csv-dialect excel > figures.csv
  de-an-06 extract - --published 2023-05-11 < article.txt
  de-an-06 extract article.html --lexicon mine.toml";

const SERIES_EXAMPLES: &str = "\
Examples:
  de-an-06 series 2021.html 2022.html 2023.html
  de-an-06 series reports/ -o series.csv
  de-an-06 series 2021.json figures.jsonl 2023.html   stored reports and pages together
  de-an-06 series reports/ --lexicon names.toml   with names that mean the same pinned";

const CHECK_EXAMPLES: &str = "\
Examples:
  de-an-06 check article.html                         every claim, and what came of it
  de-an-06 check pages/ --only contradictions         what does not hold alone
  de-an-06 check pages/ -o findings.html -o findings.csv
  de-an-06 check pages/ --accept-all accepted.toml    everything was looked at
  de-an-06 check pages/ --accept accepted.toml        only what is new fails";

const CHECK_EXIT_CODES: &str = "\
Exit codes:
  0  every input was read, and every finding that is shown holds, cannot be told or is accepted
  1  some input failed, or a finding that is shown does not hold
  2  the command line makes no sense
  3  nothing could be read, or an output could not be written";

const LEXICON_EXAMPLES: &str = "\
Examples:
  de-an-06 lexicon                               how many words of each kind
  de-an-06 lexicon lượt người                    or: luot nguoi
  de-an-06 lexicon person_turn                   by the key of a unit or an indicator
  de-an-06 lexicon at_most                       by the class of a cue
  de-an-06 lexicon --lexicon mine.toml -f jsonl  every entry as data, your own first";

const EXIT_CODES: &str = "\
Exit codes:
  0  every input was read
  1  some input failed, or a check that was asked to hold did not
  2  the command line makes no sense
  3  nothing could be read, or an output could not be written";

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
}

/// Where it is written, and how.
#[derive(Debug, Args)]
pub(crate) struct Outputs {
    /// Format of the output [default: by the extension of -o, else a table on a terminal and JSON
    /// in a pipe; `check` gives a table]
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

#[derive(Debug, Args)]
pub(crate) struct Series {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    #[command(flatten)]
    pub(crate) outputs: Outputs,
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

#[derive(Debug, Args)]
pub(crate) struct Inputs {
    /// Pages, documents (.docx, .odt, .pdf), texts and archives of them (.zip, .warc): files, folders, `-`
    /// for standard input [default: standard input]
    #[arg(value_name = "INPUT", value_hint = ValueHint::AnyPath)]
    pub(crate) inputs: Vec<PathBuf>,
    /// How many pages are read at once; the output is the same for any number [default: one for each
    /// processor]
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// Longest page that is read: what is longer is named and counts as failed
    #[arg(long, value_name = "BYTES", default_value_t = LONGEST_PAGE)]
    pub(crate) max_page_bytes: u64,
    /// Write what became of each input to a JSON file: outcome, size, time, counts, warnings
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) report: Option<PathBuf>,
    /// Read also the inputs that a file names, a path a line, or with zero bytes between them; `-` for
    /// standard input
    #[arg(long, value_name = "LIST", value_hint = ValueHint::FilePath)]
    pub(crate) files_from: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) facts: Facts,
}

/// What the user knows better than the page.
#[derive(Debug, Args)]
pub(crate) struct Facts {
    /// Day of publication, as 2023-05-11 or 11/05/2023, instead of the page's
    #[arg(long, value_name = "DAY")]
    pub(crate) published: Option<String>,
    /// Address of the page, instead of the page's; links to the words are made with it
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    pub(crate) url: Option<String>,
    /// What the inputs are, instead of what their content says
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(Kind::ALL.map(Kind::name)))]
    pub(crate) input_format: Option<String>,
    /// Encoding of the page, as utf-8, windows-1258, tcvn3, vni or viscii, instead of detection
    #[arg(long, value_name = "LABEL")]
    pub(crate) encoding: Option<String>,
    /// Read pages without what is known of their sites
    #[arg(long)]
    pub(crate) no_site_hints: bool,
    /// File with corrections of figures, as the evidence page saves them or a CSV of your own; may be
    /// given several times
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) corrections: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) own: OwnWords,
}

/// What the user knows better than the lexicon.
#[derive(Debug, Args)]
pub(crate) struct OwnWords {
    /// File with units, indicators, abbreviations or cues of your own, which win over the built-in
    /// ones; may be given several times, the first wins
    #[arg(long = "lexicon", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,
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
pub(crate) enum CsvDialect {
    Plain,
    Excel,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum EntryFormat {
    Table,
    Json,
    Jsonl,
}
