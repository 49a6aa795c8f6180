//! The loop over the inputs. One that fails is named, and the rest goes on.

use super::crew;
use super::exit::Exit;
use super::message::Messages;
use super::plan::Inputs;
use super::progress::Progress;
use anyhow::Result;
use de_an_06::source::{self, Input};
use de_an_06::{Options, Reading};
use std::io;

/// What came of the inputs.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    read: usize,
    failed: usize,
    figures: usize,
}

/// Reads every input in order and hands the readings to `take`. Only an error of `take` ends it.
pub(crate) fn each(
    inputs: &Inputs,
    messages: Messages,
    mut take: impl FnMut(&Reading) -> Result<()>,
) -> Result<Tally> {
    let mut tally = Tally::default();
    let shows_progress = inputs.leave_terminal_free && messages.show_progress();
    let total = if shows_progress { source::count(&inputs.paths) } else { None };
    let mut progress = Progress::new(total, shows_progress);
    let mut stdin = io::stdin();
    let pages = source::plan(&inputs.paths, &mut stdin);
    let work = |page: Result<Input, source::Error>| match page {
        Ok(page) => read(&page, &inputs.facts),
        Err(error) => Err(error.to_string()),
    };
    crew::in_order(inputs.jobs, pages, work, |reading| {
        match reading {
            Ok(reading) => {
                progress.aside(|| describe(&reading, messages));
                take(&reading)?;
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
        Ok(())
    })?;
    progress.finish();
    tally.summarise(messages);
    Ok(tally)
}

fn read(input: &Input, facts: &Options) -> Result<Reading, String> {
    let options = Options {
        name: input.name.clone(),
        url: facts.url.clone().or_else(|| input.url.clone()),
        published: facts.published.clone().or_else(|| input.published.clone()),
        encoding: facts.encoding.clone(),
        charset: input.charset.clone(),
        no_site_hints: facts.no_site_hints,
        grounds: facts.grounds,
        lexicon: facts.lexicon.clone(),
    };
    de_an_06::read(&input.bytes, &options).map_err(|error| format!("{}: {error}", input.name))
}

fn describe(reading: &Reading, messages: Messages) {
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
        match reading.left_out.contains(warning) {
            true => messages.note(&sentence),
            false => messages.detail(&sentence),
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

    fn summarise(&self, messages: Messages) {
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
