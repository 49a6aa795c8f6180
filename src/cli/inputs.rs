//! The loop over the inputs. One that fails is named, and the rest goes on.

use super::crew;
use super::exit::Exit;
use super::message::Messages;
use super::plan::Inputs;
use super::progress::Progress;
use super::run_report::{RunReport, Sums};
use anyhow::Result;
use de_an_06::source::{self, Input};
use de_an_06::{Options, Reading};
use std::io;
use std::time::{Duration, Instant};

/// What came of the inputs.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    sums: Sums,
    /// Whether an archive held no page.
    has_empty: bool,
}

/// What came of one input.
pub(crate) struct Outcome {
    pub(crate) name: String,
    pub(crate) bytes: usize,
    pub(crate) took: Duration,
    pub(crate) came: Came,
}

pub(crate) enum Came {
    Read(Box<Reading>),
    /// It could not be read, or is no article; why.
    Failed(String),
    /// It holds no page, which is no failure.
    Empty(String),
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
    let mut run_report = inputs.run_report.as_ref().map(RunReport::open).transpose()?;
    let mut stdin = io::stdin();
    let pages = source::plan(&inputs.paths, &mut stdin, inputs.longest);
    let work = |page| Outcome::of(page, &inputs.facts);
    crew::in_order(inputs.jobs, pages, work, |outcome: Outcome| {
        if let Some(run_report) = &mut run_report {
            run_report.add(&outcome)?;
        }
        match outcome.came {
            Came::Read(reading) => {
                progress.aside(|| describe(&reading, messages));
                take(&reading)?;
                tally.sums.read += 1;
                tally.sums.figures += reading.report.records.len();
                progress.advance(false);
            }
            Came::Failed(sentence) => {
                progress.aside(|| messages.failed(&sentence));
                tally.sums.failed += 1;
                progress.advance(true);
            }
            Came::Empty(sentence) => {
                progress.aside(|| messages.note(&sentence));
                tally.has_empty = true;
            }
        }
        Ok(())
    })?;
    progress.finish();
    tally.summarise(messages);
    if let Some(run_report) = run_report {
        run_report.finish(tally.sums)?;
    }
    Ok(tally)
}

impl Outcome {
    fn of(page: Result<Input, source::Error>, facts: &Options) -> Self {
        let start = Instant::now();
        let (name, bytes, came) = match page {
            Ok(page) => {
                let came = match read(&page, facts) {
                    Ok(reading) => Came::Read(Box::new(reading)),
                    Err(sentence) => Came::Failed(sentence),
                };
                (page.name, page.bytes.len(), came)
            }
            Err(error) => {
                let came = match error.is_harmless() {
                    true => Came::Empty(error.to_string()),
                    false => Came::Failed(error.to_string()),
                };
                (error.name().to_owned(), 0, came)
            }
        };
        Self { name, bytes, took: start.elapsed(), came }
    }
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
    /// Whether there is anything to write: something was read, or nothing was there and that is no failure.
    pub(crate) fn is_worth_writing(&self) -> bool {
        self.sums.read > 0 || self.has_empty && self.sums.failed == 0
    }

    /// Whether what was read holds a figure.
    pub(crate) fn found_figures(&self) -> bool {
        self.sums.figures > 0
    }

    /// How the run ended, as far as the inputs go. `held` is false where something that was asked
    /// to hold did not.
    pub(crate) fn exit(&self, held: bool) -> Exit {
        match (self.sums.read, self.sums.failed) {
            (0, 1..) => Exit::Nothing,
            (_, 0) if held => Exit::Done,
            _ => Exit::Failed,
        }
    }

    fn summarise(&self, messages: Messages) {
        let Sums { read, failed, figures } = self.sums;
        let all = read + failed;
        if all > 1 {
            messages.summary(&format!(
                "{read} of {all} inputs read, {failed} failed, {}",
                count(figures, "figure")
            ));
        }
    }
}

fn count(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}
