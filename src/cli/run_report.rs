//! `--report run.json`: what became of each input of a run, as data.
//!
//! One object an input, in their order: `read`, `failed` with the reason, or `empty` for an archive without a page;
//! its size, the time that it took, what was found in it, its warnings. Behind them the sums that the last line on
//! the screen tells. It is written input by input, so a million of them take no memory.

use super::inputs::{Came, Outcome};
use super::outputs::Target;
use super::sink::Sink;
use serde::Serialize;
use std::io::{self, Write};

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
    reason: Option<&'a str>,
    bytes: usize,
    milliseconds: u128,
    blocks: usize,
    figures: usize,
    checks: usize,
    warnings: &'a [String],
}

/// The sums of a run.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(crate) struct Sums {
    pub(crate) read: usize,
    pub(crate) failed: usize,
    pub(crate) figures: usize,
}

impl RunReport {
    pub(crate) fn open(target: &Target) -> io::Result<Self> {
        let mut sink = Sink::open(target)?;
        let program = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
        write!(sink, "{{\n  \"program\": \"{program}\",\n  \"inputs\": [")?;
        Ok(Self { sink, is_first: true })
    }

    /// Takes in the next input.
    pub(crate) fn add(&mut self, outcome: &Outcome) -> io::Result<()> {
        let (word, reason, reading) = match &outcome.came {
            Came::Read(reading) => ("read", None, Some(&reading.report)),
            Came::Failed(reason) => ("failed", Some(&**reason), None),
            Came::Empty(reason) => ("empty", Some(&**reason), None),
        };
        let entry = Entry {
            name: &outcome.name,
            outcome: word,
            reason,
            bytes: outcome.bytes,
            milliseconds: outcome.took.as_millis(),
            blocks: reading.map_or(0, |report| report.article.blocks.len()),
            figures: reading.map_or(0, |report| report.records.len()),
            checks: reading.map_or(0, |report| report.checks.len()),
            warnings: reading.map_or(&[], |report| &report.warnings),
        };
        let divider = if std::mem::take(&mut self.is_first) { "" } else { "," };
        write!(self.sink, "{divider}\n    {}", serde_json::to_string(&entry)?)
    }

    /// The run is over.
    pub(crate) fn finish(mut self, sums: Sums) -> io::Result<()> {
        let Sums { read, failed, figures } = sums;
        let sums = format!("\"read\": {read},\n  \"failed\": {failed},\n  \"figures\": {figures}");
        writeln!(self.sink, "\n  ],\n  {sums}\n}}")?;
        self.sink.commit()
    }
}
