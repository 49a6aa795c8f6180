//! `explain`: every number of an article, what became of it, and by which rule.

use super::exit::Exit;
use super::inputs;
use super::message::Messages;
use super::plan::Inputs;
use super::sink::Sink;
use anyhow::Result;
use de_an_06::output::{Look, explain};

pub(crate) fn run(given: &Inputs, look: Look, messages: Messages) -> Result<Exit> {
    let mut sink = Sink::stdout();
    let tally = inputs::each(given, messages, |reading| Ok(explain(reading, look, &mut sink)?))?;
    sink.commit()?;
    Ok(tally.exit(true))
}
