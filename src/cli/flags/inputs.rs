//! What is read, and what the user knows better than the page or the lexicon.

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueHint};
use de_an_06::document::Kind;
use de_an_06::source::LONGEST_PAGE;
use std::num::NonZeroUsize;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Inputs {
    /// Pages, documents (.docx, .odt, .pdf), texts and archives of them (.zip, .warc): files, folders, `-`
    /// for standard input [default: standard input]
    #[arg(value_name = "INPUT", value_hint = ValueHint::AnyPath)]
    pub(crate) inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) pace: Pace,
    /// Of folders and archives, read only files whose names fit; may be given several times. `*.html` is of the
    /// name, `tin/**` of the path, `!nhap-*` leaves out
    #[arg(long, value_name = "PATTERN")]
    pub(crate) glob: Vec<String>,
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

/// How much is read at once.
#[derive(Debug, Clone, Args)]
pub(crate) struct Pace {
    /// How many pages are read at once; the output is the same for any number [default: one for each
    /// processor]
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// Longest page that is read: what is longer is named and counts as failed
    #[arg(long, value_name = "BYTES", default_value_t = LONGEST_PAGE)]
    pub(crate) max_page_bytes: u64,
}

/// What the user knows better than the page.
#[derive(Debug, Clone, Args)]
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
#[derive(Debug, Clone, Args)]
pub(crate) struct OwnWords {
    /// File with units, indicators, abbreviations or cues of your own, which win over the built-in
    /// ones; may be given several times, the first wins
    #[arg(long = "lexicon", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,
}
