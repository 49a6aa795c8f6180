//! `check`: every claim of the articles with its arithmetic, and where articles contradict each other.

use super::broken::Broken;
use super::exit::Exit;
use super::inputs;
use super::message::Messages;
use super::plan::{Check, Only};
use super::sink::Sink;
use anyhow::Result;
use de_an_06::lexicon::Lexicon;
use de_an_06::output::findings::{Accepted, Checked, End, Outcome, Told, across};
use de_an_06::series::Gathering;

/// What was found so far.
struct Found<'a> {
    plan: &'a Check,
    /// What an editor has accepted, with everything that this run accepts.
    accepted: Accepted,
    held: bool,
    end: End,
}

pub(crate) fn run(plan: &Check, messages: Messages) -> Result<Exit> {
    let mut outputs = Vec::new();
    for (output, opening) in &plan.outputs {
        outputs.push((opening(output.look), Sink::open(&output.target)?));
    }
    let lexicon = plan.inputs.facts.lexicon.as_deref().unwrap_or(Lexicon::built_in());
    let mut gathering = Gathering::new(lexicon);
    let accepted = plan.accepted.clone();
    let mut broken = Broken::default();
    let mut found = Found { plan, accepted, held: true, end: End::default() };
    let tally = inputs::each(&plan.inputs, messages, |reading| {
        let mut article = Checked::of(&reading.report);
        found.look_through(&mut article.told);
        found.end.summary.add(&article);
        gathering.add(&reading.report);
        outputs
            .retain_mut(|(writer, sink)| broken.keep(writer.add(article.clone(), sink)).is_some());
        broken.go_on(!outputs.is_empty())
    })?;
    if tally.is_worth_writing() {
        found.end.across = across(&gathering.finish());
        found.look_at_the_end();
        for (mut writer, mut sink) in outputs {
            broken.keep(writer.finish(&found.end, &mut sink).and_then(|()| sink.commit()));
        }
        found.write_accepted(messages)?;
    }
    match broken.tell(messages) {
        true => Ok(Exit::Nothing),
        false => Ok(tally.exit(found.held)),
    }
}

impl Found<'_> {
    /// Marks what is accepted, drops what is not to be shown, and sees whether the rest holds.
    fn look_through(&mut self, told: &mut Vec<Told>) {
        for told in told.iter_mut() {
            if self.plan.accept_all.is_some() {
                self.accepted.add(told);
            }
            told.accepted = Outcome::of(told).is_wrong() && self.accepted.holds(told);
        }
        let only = &self.plan.only;
        told.retain(|told| only.is_empty() || only.iter().any(|only| is_one(*only, told)));
        self.held &= !told.iter().any(|told| Outcome::of(told).is_wrong());
    }

    fn look_at_the_end(&mut self) {
        let mut across = std::mem::take(&mut self.end.across);
        self.look_through(&mut across);
        self.end.summary.count(&across);
        self.end.across = across;
    }

    fn write_accepted(&self, messages: Messages) -> Result<()> {
        let Some(target) = &self.plan.accept_all else { return Ok(()) };
        let mut sink = Sink::open(target)?;
        std::io::Write::write_all(&mut sink, self.accepted.to_string().as_bytes())?;
        sink.commit()?;
        messages.note(&format!("{} findings are accepted", self.accepted.len()));
        Ok(())
    }
}

/// Whether a finding is of those that were asked for.
fn is_one(only: Only, told: &Told) -> bool {
    match (only, Outcome::of(told)) {
        (Only::Contradictions, outcome) => outcome.is_wrong() || outcome == Outcome::Accepted,
        (Only::Impossible, Outcome::Impossible)
        | (Only::Rounding, Outcome::Rounding)
        | (Only::Untold, Outcome::CannotBeTold)
        | (Only::Holds, Outcome::Holds) => true,
        _ => false,
    }
}
