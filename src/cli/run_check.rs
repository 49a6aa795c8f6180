//! `check`: every claim of the articles with its arithmetic.

use super::exit::Exit;
use super::inputs;
use super::message::Messages;
use super::plan::Inputs;
use super::sink::Sink;
use anyhow::Result;
use de_an_06::check::Verdict;
use de_an_06::output::{Look, findings};

pub(crate) fn run(given: &Inputs, look: Look, messages: Messages) -> Result<Exit> {
    let mut sink = Sink::stdout();
    let mut held = true;
    let tally = inputs::each(given, messages, |reading| {
        held &= reading.report.checks.iter().all(|check| check.holds != Verdict::DoesNotHold);
        Ok(findings(&reading.report, look, &mut sink)?)
    })?;
    sink.commit()?;
    Ok(tally.exit(held))
}
