//! `series`: the same indicators of all inputs, pages and reports that were stored, lined up when every one is read.

use super::exit::Exit;
use super::inputs;
use super::message::Messages;
use super::plan::{Inputs, Series};
use super::sink::Sink;
use super::stored;
use anyhow::Result;
use de_an_06::lexicon::Lexicon;
use de_an_06::series::Gathering;

pub(crate) fn run(plan: &Series, messages: Messages) -> Result<Exit> {
    let mut outputs = Vec::new();
    for (output, line_up) in &plan.outputs {
        outputs.push((line_up, output.look, Sink::open(&output.target)?));
    }
    let lexicon = plan.inputs.facts.lexicon.as_deref().unwrap_or(Lexicon::built_in());
    let mut gathering = Gathering::new(lexicon);
    let (stored, pages) = stored::apart(&plan.inputs.paths);
    let mut failed = false;
    let mut any = false;
    for reports in stored {
        match reports {
            Ok(reports) => {
                any |= !reports.is_empty();
                reports.iter().for_each(|report| gathering.add_stored(report));
            }
            Err(sentence) => {
                failed = true;
                messages.failed(&sentence);
            }
        }
    }
    let pages = Inputs { paths: pages, ..plan.inputs.clone() };
    let tally = inputs::each(&pages, messages, |reading| {
        gathering.add(&reading.report);
        Ok(())
    })?;
    if !any && failed && !tally.read_any() {
        return Ok(Exit::Nothing);
    }
    if any || tally.read_any() {
        let series = gathering.finish();
        for (line_up, look, mut sink) in outputs {
            line_up(&series, look, &mut sink)?;
            sink.commit()?;
        }
    }
    Ok(tally.exit(!failed))
}
