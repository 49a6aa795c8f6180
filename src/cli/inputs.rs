//! The loop over the inputs. One that fails is named, and the rest goes on.

use super::corrections::Settled;
use super::crew;
use super::message::Messages;
use super::outcome::{Came, Outcome};
use super::plan::Inputs;
use super::progress::Progress;
use super::resume::{Fate, Resume, digest};
use super::run_report::RunReport;
use super::tally::Tally;
use anyhow::Result;
use de_an_06::Reading;
use de_an_06::source::{self, Error, Item};
use std::io;

/// Reads every input in order and hands the readings to `take`. Only an error of `take` ends it.
pub(crate) fn each(
    inputs: &Inputs,
    messages: Messages,
    take: impl FnMut(&mut Reading) -> Result<()>,
) -> Result<Tally> {
    go(Vec::new(), None, inputs, messages, take)
}

/// As [`each`], in a run that can be gone on with.
pub(crate) fn each_resumed(
    resume: Option<&mut Resume>,
    inputs: &Inputs,
    messages: Messages,
    take: impl FnMut(&mut Reading) -> Result<()>,
) -> Result<Tally> {
    go(Vec::new(), resume, inputs, messages, take)
}

/// As [`each`], behind inputs of which it is known what came.
pub(crate) fn each_behind(
    known: Vec<Outcome>,
    inputs: &Inputs,
    messages: Messages,
    take: impl FnMut(&mut Reading) -> Result<()>,
) -> Result<Tally> {
    go(known, None, inputs, messages, take)
}

/// What a thread makes of an input.
struct Made {
    name: String,
    /// What tells it from another, where the run can be gone on with.
    digest: Option<String>,
    /// None where it was done before.
    outcome: Option<Outcome>,
}

fn go(
    known: Vec<Outcome>,
    mut resume: Option<&mut Resume>,
    inputs: &Inputs,
    messages: Messages,
    mut take: impl FnMut(&mut Reading) -> Result<()>,
) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut settled = Settled::default();
    let shows_progress = inputs.leave_terminal_free && messages.show_progress();
    let total = if shows_progress { source::count(&inputs.paths, &inputs.choice) } else { None };
    let mut progress = Progress::new(total, shows_progress);
    let mut run_report = run_report(inputs, resume.as_deref()).transpose()?;
    let (keeps_digests, passed) = (resume.is_some(), resume.as_ref().map_or(0, |one| one.passed()));
    let mut settle = |made: Made| -> Result<()> {
        let Made { name, digest, outcome } = made;
        let is_new = outcome.is_some();
        let digest = digest.unwrap_or_default();
        let mut outcome = match (outcome, &mut resume) {
            (Some(outcome), _) => outcome,
            (None, Some(resume)) => {
                let fate = resume.pass(&name, &digest)?;
                Outcome::before(name, fate)
            }
            (None, None) => return Ok(()),
        };
        progress.aside(|| outcome.tell(inputs.warns, messages));
        match &mut outcome.came {
            Came::Read(reading) => {
                settled.add(&outcome.name, &reading.corrections);
                take(reading)?;
            }
            Came::Before(Fate::Read { corrections, .. }) => {
                settled.add(&outcome.name, corrections);
            }
            _ => {}
        }
        tally.add(&outcome);
        if let Some(run_report) = &mut run_report {
            run_report.add(&outcome)?;
        }
        match outcome.came {
            Came::Read(_) | Came::Before(Fate::Read { .. }) => progress.advance(false),
            Came::Failed(_) | Came::Before(Fate::Failed) => progress.advance(true),
            Came::Stored(_) | Came::LeftOut(_) | Came::Empty | Came::Before(_) => {}
        }
        match &mut resume {
            Some(resume) if is_new => resume.done(&outcome, digest),
            _ => Ok(()),
        }
    };
    let known = known.into_iter().map(|outcome| Made {
        name: outcome.name.clone(),
        digest: None,
        outcome: Some(outcome),
    });
    { known }.try_for_each(&mut settle)?;
    let mut stdin = io::stdin();
    let items = source::plan(&inputs.paths, &mut stdin, &inputs.choice);
    let make = |(at, item): (usize, Result<Item, Error>)| {
        let digest = keeps_digests.then(|| digest(&item));
        match at < passed {
            true => Made { name: name(&item).to_owned(), digest, outcome: None },
            false => {
                let outcome = Outcome::of(item, &inputs.facts);
                Made { name: outcome.name.clone(), digest, outcome: Some(outcome) }
            }
        }
    };
    crew::in_order(inputs.jobs, items.enumerate(), make, settle)?;
    if let Some(resume) = &mut resume {
        resume.end()?;
    }
    progress.finish();
    if let Some(corrections) = &inputs.facts.corrections {
        settled.tell(corrections, messages);
    }
    tally.summarise(messages);
    if let Some(run_report) = run_report {
        run_report.finish(tally.sums())?;
    }
    Ok(tally)
}

/// The report on the run, if one is written: behind the outputs, where the run can be gone on with.
fn run_report(inputs: &Inputs, resume: Option<&Resume>) -> Option<io::Result<RunReport>> {
    let path = inputs.run_report.as_deref()?;
    Some(match resume {
        Some(resume) => RunReport::part(path, resume.last(), resume.passed()),
        None => RunReport::open(path),
    })
}

fn name(item: &Result<Item, Error>) -> &str {
    match item {
        Ok(Item::Input(input)) => &input.name,
        Ok(Item::LeftOut(file)) => &file.name,
        Ok(Item::Empty(name)) => name,
        Err(error) => error.name(),
    }
}
