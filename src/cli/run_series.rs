//! `series`: the same indicators of all inputs, pages and reports that were stored, lined up when every one is read.

use super::broken::Broken;
use super::exit::Exit;
use super::inputs;
use super::message::Messages;
use super::outputs::Target;
use super::plan::{Inputs, Series};
use super::sink::Sink;
use super::stored;
use anyhow::Result;
use de_an_06::lexicon::Lexicon;
use de_an_06::output::{self, Lang};
use de_an_06::series::{Gathering, Likeness, Repeated, Suggestion};

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
        if let Some((target, lang)) = &plan.suggest {
            suggest(&gathering.suggestions(), lexicon, target, *lang, messages)?;
        }
        let series = gathering.finish();
        tell_repeated(&series, messages);
        for (line_up, look, mut sink) in outputs {
            broken.keep(line_up(&series, look, &mut sink).and_then(|()| sink.commit()));
        }
    }
    match broken.tell(messages) {
        true => Ok(Exit::Nothing),
        false => Ok(tally.exit(true)),
    }
}

/// Writes names that may mean the same, and says how many there are.
fn suggest(
    suggestions: &[Suggestion],
    lexicon: &Lexicon,
    target: &Target,
    lang: Lang,
    messages: Messages,
) -> Result<()> {
    let mut sink = Sink::open(target)?;
    output::series::suggestions(suggestions, lexicon, lang, &mut sink)?;
    sink.commit()?;
    let file = target.file().map(|file| file.display().to_string()).unwrap_or_default();
    let rest = format!("`{file}`, then give the file to --lexicon");
    messages.note(&match suggestions.len() {
        0 => "no names were found that may mean the same".to_owned(),
        1 => format!("1 group of names may mean the same; confirm it in {rest}"),
        n => format!("{n} groups of names may mean the same; confirm them in {rest}"),
    });
    Ok(())
}

/// Says which articles were read twice.
fn tell_repeated(series: &de_an_06::series::Series, messages: Messages) {
    for Repeated { article, of, by, figures } in &series.repeated {
        let [name, first] = [article, of].map(|at| &series.articles[*at].source);
        let why = match by {
            Likeness::Address => "its address is the same",
            Likeness::Headline => "title, day and most figures are the same",
            Likeness::Figures => "nearly all figures are the same",
        };
        let once = if *figures == 1 {
            "1 figure counts".to_owned()
        } else {
            format!("{figures} figures count")
        };
        messages.note(&format!("{name} is {first} once more, {why}; {once} once"));
    }
}
