//! What the checks found, in the formats that people use.
//!
//! A finding is told with its figures and one sentence in each language: what was expected, the
//! arithmetic, and which figure may be a slip of the hand. Articles come one after another; what two
//! of them contradict each other in, and how many findings of each kind there are, comes at the end.
//!
//! * `told`: a finding with the words of its figures
//! * `across`: where two articles differ
//! * `sentence`: what was expected, in a language
//! * `outcome`: what a finding comes to, and the counts of a run
//! * `accepted`: findings that an editor has looked at
//! * `rows`: one row a finding, for CSV and JSON Lines
//! * `table`, `json`: for a person, for programs

mod accepted;
mod across;
mod json;
mod outcome;
mod rows;
mod sentence;
mod table;
mod told;

pub(super) use accepted::quoted;
pub use accepted::{Accepted, AcceptedError};
pub use across::across;
pub(super) use json::Json;
pub use outcome::{Outcome, Summary};
pub(super) use rows::{COLUMNS, of_across, of_article};
pub(super) use sentence::remark;
pub use sentence::sentence;
pub(super) use table::Table;
pub use told::{Checked, Quoted, Told};

use super::Look;
use std::io::{self, Write};

/// Turns findings into bytes of one format. Articles are added in the order of the inputs.
pub trait FindingsWriter {
    /// Takes the findings of one article, and writes them or keeps them until the end.
    fn add(&mut self, article: Checked, out: &mut dyn Write) -> io::Result<()>;

    /// Writes what was kept, where articles differ, and how many findings there were.
    fn finish(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()>;
}

/// Makes a writer of findings.
pub type FindingsOpening = fn(Look) -> Box<dyn FindingsWriter>;

/// What is known when every article was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct End {
    /// Where articles contradict each other.
    pub across: Vec<Told>,
    /// How many findings of each kind there are.
    pub summary: Summary,
}
