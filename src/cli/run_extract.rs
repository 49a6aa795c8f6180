//! `extract`: figures as records, in one pass over the inputs whatever the number of outputs. One that breaks ends
//! the run only where it was the last.

use super::broken::Broken;
use super::exit::Exit;
use super::inputs;
use super::message::Messages;
use super::open::Open;
use super::plan::Extract;
use super::sink::Sink;
use anyhow::Result;
use de_an_06::lexicon::Lexicon;
use de_an_06::output::DataPackage;
use std::io;

pub(crate) fn run(plan: &Extract, messages: Messages) -> Result<Exit> {
    let lexicon = plan.inputs.facts.lexicon.as_deref().unwrap_or(Lexicon::built_in());
    let open = |output| Open::new(output, lexicon);
    let mut outputs = plan.outputs.iter().map(open).collect::<io::Result<Vec<_>>>()?;
    if let Some(package) = &plan.package {
        let writer = Box::new(DataPackage::new(package.resources.clone(), package.lang));
        outputs.push(Open::Stream { writer, sink: Sink::open(&package.target)? });
    }
    let mut broken = Broken::default();
    let tally = inputs::each(&plan.inputs, messages, |reading| {
        if let Some((least, most)) = plan.sure {
            reading.report.keep_between(least, most);
        }
        outputs.retain_mut(|output| broken.keep(output.add(&reading.report)).is_some());
        broken.go_on(!outputs.is_empty())
    })?;
    if tally.is_worth_writing() {
        for output in outputs {
            if let Some(sentence) = broken.keep(output.commit()).flatten() {
                messages.note(&sentence);
            }
        }
    }
    match broken.tell(messages) {
        true => Ok(Exit::Nothing),
        false => Ok(tally.exit(tally.found_figures() || !plan.fail_if_empty)),
    }
}
