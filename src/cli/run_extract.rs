//! `extract`: figures as records, in one pass over the inputs whatever the number of outputs.

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
    let tally = inputs::each(&plan.inputs, messages, |reading| {
        if let Some((least, most)) = plan.sure {
            reading.report.keep_between(least, most);
        }
        outputs.iter_mut().try_for_each(|output| output.add(&reading.report))?;
        Ok(())
    })?;
    if tally.read_any() {
        for output in outputs {
            if let Some(sentence) = output.commit()? {
                messages.note(&sentence);
            }
        }
    }
    Ok(tally.exit(tally.found_figures() || !plan.fail_if_empty))
}
