//! `extract`: figures as records, in one pass over the inputs whatever the number of outputs.

use super::exit::Exit;
use super::inputs;
use super::message::Messages;
use super::outputs::Output;
use super::plan::Extract;
use super::sink::Sink;
use anyhow::Result;
use de_an_06::lexicon::Lexicon;

pub(crate) fn run(plan: &Extract, messages: Messages) -> Result<Exit> {
    let lexicon = plan.inputs.facts.lexicon.as_deref().unwrap_or(Lexicon::built_in());
    let open = |output: &Output| {
        let sink = Sink::open(&output.target)?;
        Ok(((output.format.writer)(output.look, lexicon), sink))
    };
    let mut outputs = plan.outputs.iter().map(open).collect::<Result<Vec<_>>>()?;
    let tally = inputs::each(&plan.inputs, messages, |reading| {
        for (writer, sink) in &mut outputs {
            writer.add(&reading.report, sink)?;
        }
        Ok(())
    })?;
    if tally.read_any() {
        for (mut writer, mut sink) in outputs {
            writer.finish(&mut sink)?;
            sink.commit()?;
        }
    }
    Ok(tally.exit(tally.found_figures() || !plan.fail_if_empty))
}
