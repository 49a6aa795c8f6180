//! The loop over the inputs. One that fails is named, and the rest goes on.

use super::corrections::Outcome;
use super::exit::Exit;
use super::message::Messages;
use super::plan::Inputs;
use super::progress::Progress;
use anyhow::Result;
use de_an_06::source::{self, Input, Item, LeftOut, Why};
use de_an_06::{Options, Reading};
use std::io;

/// What a warning names that moves dates, so that the user should know it unasked.
const MOVES_DATES: &str = "day of publication";

/// What came of the inputs.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    read: usize,
    failed: usize,
    figures: usize,
    left_out: usize,
    /// Files that are shown in pages which were saved with them.
    of_pages: usize,
}

/// Reads every input in order and hands the readings to `take`. Only an error of `take` ends it.
pub(crate) fn each(
    inputs: &Inputs,
    messages: Messages,
    mut take: impl FnMut(&mut Reading) -> Result<()>,
) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut outcome = Outcome::default();
    let shows_progress = inputs.leave_terminal_free && messages.show_progress();
    let total = if shows_progress { source::count(&inputs.paths) } else { None };
    let mut progress = Progress::new(total, shows_progress);
    let mut stdin = io::stdin();
    for item in source::plan(&inputs.paths, &mut stdin) {
        let reading = match item {
            Ok(Item::Input(input)) => read(&input, &inputs.facts),
            Ok(Item::LeftOut(file)) => {
                progress.aside(|| tally.leave_out(&file, messages));
                continue;
            }
            Err(error) => Err(error.to_string()),
        };
        match reading {
            Ok(mut reading) => {
                progress.aside(|| describe(&reading, inputs.warns, messages));
                outcome.add(&reading);
                take(&mut reading)?;
                tally.read += 1;
                tally.figures += reading.report.records.len();
                progress.advance(false);
            }
            Err(sentence) => {
                progress.aside(|| messages.failed(&sentence));
                tally.failed += 1;
                progress.advance(true);
            }
        }
    }
    progress.finish();
    if let Some(corrections) = &inputs.facts.corrections {
        outcome.tell(corrections, messages);
    }
    tally.summarise(messages);
    Ok(tally)
}

fn read(input: &Input, facts: &Options) -> Result<Reading, String> {
    let options = facts.of(input);
    de_an_06::read(&input.bytes, &options).map_err(|error| format!("{}: {error}", input.name))
}

fn describe(reading: &Reading, warns: bool, messages: Messages) {
    let report = &reading.report;
    let (name, article) = (&report.source.name, &report.article);
    messages.detail(&format!(
        "{name}: read as {}, {}, {}, {}, {}",
        report.source.encoding,
        article.published.as_ref().map_or("no day".into(), |day| format!("published {day}")),
        article.publisher.as_ref().map_or("no publisher".into(), |name| format!("by {name}")),
        count(article.blocks.len(), "block"),
        count(report.records.len(), "figure"),
    ));
    for warning in &report.warnings {
        let sentence = format!("{name}: {warning}");
        if warns && warning.contains(MOVES_DATES) {
            messages.warning(&sentence);
        } else {
            messages.detail(&sentence);
        }
    }
}

impl Tally {
    /// Whether anything was read at all.
    pub(crate) fn read_any(&self) -> bool {
        self.read > 0
    }

    /// Whether what was read holds a figure.
    pub(crate) fn found_figures(&self) -> bool {
        self.figures > 0
    }

    /// How the run ended, as far as the inputs go. `held` is false where something that was asked
    /// to hold did not.
    pub(crate) fn exit(&self, held: bool) -> Exit {
        match (self.read, self.failed) {
            (0, 1..) => Exit::Nothing,
            (_, 0) if held => Exit::Done,
            _ => Exit::Failed,
        }
    }

    fn leave_out(&mut self, file: &LeftOut, messages: Messages) {
        let (count, why) = match file.why {
            Why::NoPage => (&mut self.left_out, "it is no page, document or text"),
            Why::PartOfPage => (&mut self.of_pages, "it belongs to a saved page"),
        };
        *count += 1;
        messages.detail(&format!("{}: left out, {why}", file.name));
    }

    fn summarise(&self, messages: Messages) {
        let others = count(self.left_out, "file");
        let of_pages = count(self.of_pages, "file");
        let kinds = [
            (self.left_out, format!("{others} (no page, document or text)")),
            (self.of_pages, format!("{of_pages} of saved pages")),
        ];
        let left_out: Vec<String> =
            kinds.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said).collect();
        if !left_out.is_empty() {
            messages.note(&format!("left out: {}; -v names them", left_out.join(" and ")));
        }
        let all = self.read + self.failed;
        if all > 1 {
            messages.summary(&format!(
                "{} of {all} inputs read, {} failed, {}",
                self.read,
                self.failed,
                count(self.figures, "figure")
            ));
        }
    }
}

fn count(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}
