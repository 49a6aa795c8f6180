//! `--report run.json`: what became of each input of a run, as data.
//!
//! One object an input, in their order: `read`; `stored` for reports that were written before; `failed`, `left_out`
//! for a file of a folder or an archive that is none to read, or `empty` for an archive without a page, each with the
//! reason; its size, the time that it took, what was found in it, its warnings. Behind them the sums that the last line on
//! the screen tells. It is written input by input, so a million of them take no memory.

use super::outcome::{Came, Outcome};
use super::outputs::Target;
use super::resume::Part;
use super::sink::Sink;
use super::tally::Sums;
use serde::Serialize;
use std::cell::RefCell;
use std::io::{self, Write};
use std::path::Path;
use std::rc::Rc;

/// A report on a run, while the run goes on.
pub(crate) struct RunReport {
    sink: Sink,
    is_first: bool,
}

#[derive(Serialize)]
struct Entry<'a> {
    name: &'a str,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    bytes: usize,
    milliseconds: u128,
    blocks: usize,
    figures: usize,
    checks: usize,
    warnings: &'a [String],
}

impl RunReport {
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        Self::begin(Sink::open(&Target::File(path.to_owned()))?)
    }

    /// Goes on with what there is of a report that tells of so many inputs.
    pub(crate) fn part(path: &Path, part: Rc<RefCell<Part>>, told: usize) -> io::Result<Self> {
        let sink = Sink::part(path, part);
        if told > 0 { Ok(Self { sink, is_first: false }) } else { Self::begin(sink) }
    }

    fn begin(mut sink: Sink) -> io::Result<Self> {
        let program = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
        write!(sink, "{{\n  \"program\": \"{program}\",\n  \"inputs\": [")?;
        Ok(Self { sink, is_first: true })
    }

    /// Takes in the next input.
    pub(crate) fn add(&mut self, outcome: &Outcome) -> io::Result<()> {
        let (word, report, figures) = match &outcome.came {
            Came::Read(reading) => ("read", Some(&reading.report), reading.report.records.len()),
            Came::Stored(figures) => ("stored", None, *figures),
            // It is told already.
            Came::Before(_) => return Ok(()),
            Came::Failed(_) => ("failed", None, 0),
            Came::LeftOut(_) => ("left_out", None, 0),
            Came::Empty => ("empty", None, 0),
        };
        let entry = Entry {
            name: &outcome.name,
            outcome: word,
            reason: outcome.reason(),
            bytes: outcome.bytes,
            milliseconds: outcome.took.as_millis(),
            blocks: report.map_or(0, |report| report.article.blocks.len()),
            figures,
            checks: report.map_or(0, |report| report.checks.len()),
            warnings: report.map_or(&[], |report| &report.warnings),
        };
        let divider = if std::mem::take(&mut self.is_first) { "" } else { "," };
        write!(self.sink, "{divider}\n    {}", serde_json::to_string(&entry)?)
    }

    /// The run is over.
    pub(crate) fn finish(mut self, sums: Sums) -> io::Result<()> {
        let Sums { read, failed, left_out, figures } = sums;
        writeln!(self.sink, "\n  ],\n  \"read\": {read},\n  \"failed\": {failed},")?;
        writeln!(self.sink, "  \"left_out\": {left_out},\n  \"figures\": {figures}\n}}")?;
        self.sink.commit()
    }
}
