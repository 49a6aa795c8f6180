//! `explain`: every number of the articles, what became of it, and by which rule.

use super::exit::Exit;
use super::flags::Explanation;
use super::inputs;
use super::message::Messages;
use super::plan::Inputs;
use super::sink::Sink;
use anyhow::Result;
use de_an_06::output::{Look, explain, explain_json, harmless};
use std::io::Write;

pub(crate) fn run(
    given: &Inputs,
    format: Explanation,
    look: Look,
    messages: Messages,
) -> Result<Exit> {
    let mut sink = Sink::stdout();
    let mut read = 0;
    let tally = inputs::each(given, messages, |reading| {
        read += 1;
        match format {
            Explanation::Json => explain_json(reading, &mut sink)?,
            Explanation::Table => {
                if given.paths.len() > 1 || read > 1 {
                    writeln!(sink, "{}", harmless(&reading.report.source.name))?;
                }
                explain(reading, look, &mut sink)?;
            }
        }
        Ok(())
    })?;
    sink.commit()?;
    Ok(tally.exit(true))
}
