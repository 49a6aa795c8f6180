//! `extract`: figures as records, in one pass over the inputs whatever the number of outputs. One that breaks ends
//! the run only where it was the last.

use super::broken::Broken;
use super::exit::Exit;
use super::inputs;
use super::message::Messages;
use super::open::Open;
use super::outcome::count;
use super::plan::Extract;
use super::resume::Resume;
use super::sink::Sink;
use anyhow::Result;
use de_an_06::lexicon::Lexicon;
use de_an_06::output::DataPackage;
use std::io;
use std::path::Path;

pub(crate) fn run(plan: &Extract, messages: Messages) -> Result<Exit> {
    let lexicon = plan.inputs.facts.lexicon.as_deref().unwrap_or(Lexicon::built_in());
    let mut resume =
        plan.resume.as_ref().map(|asked| Resume::open(asked, files(plan))).transpose()?;
    if let Some(done) = resume.as_ref().map(Resume::passed).filter(|done| *done > 0) {
        messages.note(&format!("goes on behind {}", count(done, "input")));
    }
    let open = |(at, output): (usize, _)| match &resume {
        Some(resume) => Open::part(output, lexicon, resume.part(at)),
        None => Open::new(output, lexicon),
    };
    let mut outputs = plan.outputs.iter().enumerate().map(open).collect::<io::Result<Vec<_>>>()?;
    if let Some(package) = &plan.package {
        let writer = Box::new(DataPackage::new(package.resources.clone(), package.lang));
        outputs.push(Open::Stream { writer, sink: Sink::open(&package.target)? });
    }
    let mut broken = Broken::default();
    let stays_whole = plan.resume.is_some();
    let tally = inputs::each_resumed(resume.as_mut(), &plan.inputs, messages, |reading| {
        if let Some((least, most)) = plan.sure {
            reading.report.keep_between(least, most);
        }
        outputs.retain_mut(|output| broken.keep(output.add(&reading.report)).is_some());
        // Where one output breaks, none can be gone on with further than that.
        broken.go_on(!outputs.is_empty() && !stays_whole)
    })?;
    if tally.is_worth_writing() {
        for output in outputs {
            if let Some(sentence) = broken.keep(output.commit()).flatten() {
                messages.note(&sentence);
            }
        }
        resume.map_or(Ok(()), Resume::publish)?;
    } else {
        resume.map_or(Ok(()), Resume::discard)?;
    }
    match broken.tell(messages) {
        true => Ok(Exit::Nothing),
        false => Ok(tally.exit(tally.found_figures() || !plan.fail_if_empty)),
    }
}

/// The files that are written, the report on the run behind the outputs.
fn files(plan: &Extract) -> impl Iterator<Item = &Path> {
    let outputs = plan.outputs.iter().filter_map(|output| output.target.file());
    outputs.chain(plan.inputs.run_report.as_deref())
}
