//! `series`: the same indicators of all inputs, pages and reports that were stored, lined up when every one is read.

use super::broken::Broken;
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
    let (stored, paths) = stored::apart(&plan.inputs.paths);
    let known = stored.into_iter().map(|(outcome, reports)| {
        reports.iter().for_each(|report| gathering.add_stored(report));
        outcome
    });
    let known = known.collect();
    let pages = Inputs { paths, ..plan.inputs.clone() };
    let tally = inputs::each_behind(known, &pages, messages, |reading| {
        gathering.add(&reading.report);
        Ok(())
    })?;
    let mut broken = Broken::default();
    if tally.is_worth_writing() {
        let series = gathering.finish();
        for (line_up, look, mut sink) in outputs {
            broken.keep(line_up(&series, look, &mut sink).and_then(|()| sink.commit()));
        }
    }
    match broken.tell(messages) {
        true => Ok(Exit::Nothing),
        false => Ok(tally.exit(true)),
    }
}
