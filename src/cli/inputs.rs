//! The loop over the inputs. One that fails is named, and the rest goes on.

use super::corrections::Settled;
use super::crew;
use super::message::Messages;
use super::outcome::{Came, Outcome};
use super::plan::Inputs;
use super::progress::Progress;
use super::run_report::RunReport;
use super::tally::Tally;
use anyhow::Result;
use de_an_06::{Reading, source};
use std::io;

/// Reads every input in order and hands the readings to `take`. Only an error of `take` ends it.
pub(crate) fn each(
    inputs: &Inputs,
    messages: Messages,
    take: impl FnMut(&mut Reading) -> Result<()>,
) -> Result<Tally> {
    each_behind(Vec::new(), inputs, messages, take)
}

/// As [`each`], behind inputs of which it is known what came.
pub(crate) fn each_behind(
    known: Vec<Outcome>,
    inputs: &Inputs,
    messages: Messages,
    mut take: impl FnMut(&mut Reading) -> Result<()>,
) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut settled = Settled::default();
    let shows_progress = inputs.leave_terminal_free && messages.show_progress();
    let total = if shows_progress { source::count(&inputs.paths) } else { None };
    let mut progress = Progress::new(total, shows_progress);
    let mut run_report = inputs.run_report.as_deref().map(RunReport::open).transpose()?;
    let mut settle = |mut outcome: Outcome| -> Result<()> {
        progress.aside(|| outcome.tell(inputs.warns, messages));
        if let Came::Read(reading) = &mut outcome.came {
            settled.add(reading);
            take(reading)?;
        }
        tally.add(&outcome);
        if let Some(run_report) = &mut run_report {
            run_report.add(&outcome)?;
        }
        match outcome.came {
            Came::Read(_) => progress.advance(false),
            Came::Failed(_) => progress.advance(true),
            Came::Stored(_) | Came::LeftOut(_) | Came::Empty => {}
        }
        Ok(())
    };
    known.into_iter().try_for_each(&mut settle)?;
    let mut stdin = io::stdin();
    let items = source::plan(&inputs.paths, &mut stdin, inputs.longest);
    crew::in_order(inputs.jobs, items, |item| Outcome::of(item, &inputs.facts), settle)?;
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
