//! `extract`: figures as records, in one pass over the inputs whatever the number of outputs. One that breaks ends
//! the run only where it was the last.

use super::exit::Exit;
use super::inputs;
use super::message::Messages;
use super::open::Open;
use super::plan::Extract;
use super::sink::{Sink, is_unread};
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
    let mut broken = Vec::new();
    let tally = inputs::each(&plan.inputs, messages, |reading| {
        if let Some((least, most)) = plan.sure {
            reading.report.keep_between(least, most);
        }
        outputs.retain_mut(|output| keep(output.add(&reading.report), &mut broken).is_some());
        // The one to tell is one that is no closed pipe.
        let telling = broken.iter().position(|error| !is_unread(error)).unwrap_or(0);
        match outputs.is_empty() && !broken.is_empty() {
            true => Err(broken.swap_remove(telling).into()),
            false => Ok(()),
        }
    })?;
    if tally.is_worth_writing() {
        for output in outputs {
            if let Some(sentence) = keep(output.commit(), &mut broken).flatten() {
                messages.note(&sentence);
            }
        }
    }
    broken.retain(|error| !is_unread(error));
    for error in &broken {
        messages.fatal(&error.to_string());
    }
    match broken.is_empty() {
        true => Ok(tally.exit(tally.found_figures() || !plan.fail_if_empty)),
        false => Ok(Exit::Nothing),
    }
}

/// What came of an output; one that broke is told at the end, and the others go on.
fn keep<T>(came: io::Result<T>, broken: &mut Vec<io::Error>) -> Option<T> {
    came.map_err(|error| broken.push(error)).ok()
}
