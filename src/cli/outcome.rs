//! [`Outcome`]: what came of one input, from the thread that read it to the screen and the report on the run.

use super::message::Messages;
use super::resume::Fate;
use de_an_06::source::{self, Input, Item, Why};
use de_an_06::{Options, Reading};
use std::time::{Duration, Instant};

/// What a warning names that moves dates, so that the user should know it unasked.
const MOVES_DATES: &str = "day of publication";

/// What came of one input.
pub(crate) struct Outcome {
    pub(crate) name: String,
    pub(crate) bytes: usize,
    pub(crate) took: Duration,
    pub(crate) came: Came,
}

pub(crate) enum Came {
    Read(Box<Reading>),
    /// It holds reports that were written before, with so many figures.
    Stored(usize),
    /// It was done before the run was stopped.
    Before(Fate),
    /// It could not be read, or is no article; why.
    Failed(String),
    /// It was not to be read.
    LeftOut(Why),
    /// It holds no page, which is no failure.
    Empty,
}

impl Outcome {
    /// Reads what a source gives.
    pub(crate) fn of(item: Result<Item, source::Error>, facts: &Options) -> Self {
        let start = Instant::now();
        let (name, bytes, came) = match item {
            Ok(Item::Input(input)) => {
                let came = match read(&input, facts) {
                    Ok(reading) => Came::Read(Box::new(reading)),
                    Err(sentence) => Came::Failed(sentence),
                };
                (input.name, input.bytes.len(), came)
            }
            Ok(Item::LeftOut(file)) => (file.name, 0, Came::LeftOut(file.why)),
            Ok(Item::Empty(name)) => (name, 0, Came::Empty),
            Err(error) => (error.name().to_owned(), 0, Came::Failed(sentence(&error))),
        };
        Self { name, bytes, took: start.elapsed(), came }
    }

    /// What came of an input that was done before the run was stopped.
    pub(crate) fn before(name: String, fate: Fate) -> Self {
        Self { name, bytes: 0, took: Duration::ZERO, came: Came::Before(fate) }
    }

    /// Why nothing was read of it, in a sentence that names it.
    pub(crate) fn reason(&self) -> Option<String> {
        match &self.came {
            Came::Read(_) | Came::Stored(_) | Came::Before(_) => None,
            Came::Failed(sentence) => Some(sentence.clone()),
            Came::LeftOut(why) => Some(format!("{}: left out, {why}", self.name)),
            Came::Empty => Some(format!("{}: there is no page in it", self.name)),
        }
    }

    /// Says it, as loudly as it deserves. `warns` says whether warnings that move dates are told here.
    pub(crate) fn tell(&self, warns: bool, messages: Messages) {
        let reason = self.reason().unwrap_or_default();
        match &self.came {
            Came::Read(reading) => describe(reading, warns, messages),
            Came::Stored(_) | Came::Before(_) => {}
            Came::Failed(_) => messages.failed(&reason),
            Came::LeftOut(_) => messages.detail(&reason),
            Came::Empty => messages.note(&reason),
        }
    }
}

/// Why an input could not be opened, with the flag that helps.
fn sentence(error: &source::Error) -> String {
    match error {
        source::Error::TooLong { .. } => format!("{error}; --max-page-bytes allows more"),
        _ => error.to_string(),
    }
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
        match () {
            () if reading.cut.contains(warning) => messages.note(&sentence),
            () if warns && warning.contains(MOVES_DATES) => messages.warning(&sentence),
            () => messages.detail(&sentence),
        }
    }
}

/// `1 figure`, `2 figures`.
pub(super) fn count(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}
