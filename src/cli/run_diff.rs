//! `diff`: what changed between two versions, each read as any inputs are, or stored before.

use super::broken::Broken;
use super::exit::Exit;
use super::inputs;
use super::message::Messages;
use super::plan::{Diff, Inputs};
use super::sink::Sink;
use super::stored;
use super::tally::Tally;
use anyhow::Result;
use de_an_06::diff::{Side, compare};
use de_an_06::lexicon::Lexicon;
use de_an_06::stored::Stored;

pub(crate) fn run(plan: &Diff, messages: Messages) -> Result<Exit> {
    let mut outputs = Vec::new();
    for (output, differ) in &plan.outputs {
        outputs.push((differ, output.look, Sink::open(&output.target)?));
    }
    let [old, new] = &plan.sides;
    let lexicon = old.facts.lexicon.as_deref().unwrap_or(Lexicon::built_in());
    let (old, came_of_old) = side(old, messages)?;
    let (new, came_of_new) = side(new, messages)?;
    let both = [came_of_old, came_of_new];
    if !both.iter().all(Tally::is_worth_writing) {
        return Ok(Exit::Nothing);
    }
    let diff = compare(&old, &new, lexicon);
    let mut broken = Broken::default();
    for (differ, look, mut sink) in outputs {
        broken.keep(differ(&diff, lexicon, look, &mut sink).and_then(|()| sink.commit()));
    }
    let all_read = both.iter().all(|tally| tally.exit(true) == Exit::Done);
    Ok(match (broken.tell(messages), all_read && diff.is_empty()) {
        (true, _) => Exit::Nothing,
        (false, true) => Exit::Done,
        (false, false) => Exit::Failed,
    })
}

/// The articles of one version, and what came of its inputs.
fn side(inputs: &Inputs, messages: Messages) -> Result<(Side, Tally)> {
    let (stored, paths) = stored::apart(&inputs.paths);
    let mut articles = Vec::new();
    let known = stored.into_iter().map(|(outcome, reports)| {
        articles.extend(reports);
        outcome
    });
    let known = known.collect();
    let pages = Inputs { paths, ..inputs.clone() };
    let tally = inputs::each_behind(known, &pages, messages, |reading| {
        articles.push(Stored::of(&reading.report));
        Ok(())
    })?;
    Ok((Side { articles, unread: tally.failed().to_vec() }, tally))
}
