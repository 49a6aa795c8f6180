//! `lexicon`: what the program knows, the user's own words included.

use super::exit::Exit;
use super::flags::EntryFormat;
use super::plan::LookUp;
use super::sink::Sink;
use anyhow::Result;
use de_an_06::lexicon::Query;
use de_an_06::output::{Listed, entries, entries_json, entries_jsonl, tables};
use std::io::Write;

const HOW_TO_SEARCH: &str = "
Look words up, in any case, with or without diacritics: de-an-06 lexicon lượt người
Get every entry as data: de-an-06 lexicon -f jsonl";

pub(crate) fn run(plan: &LookUp) -> Result<Exit> {
    let query = Query::new(&plan.words);
    let all = plan
        .files
        .iter()
        .flat_map(|file| file.entries.iter().map(|entry| Listed { entry, from: &file.name }));
    let found: Vec<Listed<'_>> = all.filter(|listed| query.finds(listed.entry)).collect();
    let mut sink = Sink::open(&plan.target)?;
    match plan.format {
        EntryFormat::Json => entries_json(&found, &mut sink)?,
        EntryFormat::Jsonl => entries_jsonl(&found, &mut sink)?,
        EntryFormat::Table if plan.words.is_empty() => {
            tables(&found, &mut sink)?;
            writeln!(sink, "{HOW_TO_SEARCH}")?;
        }
        EntryFormat::Table if found.is_empty() => {
            writeln!(sink, "no entry has all of these words")?
        }
        EntryFormat::Table => entries(&found, plan.look, &mut sink)?,
    }
    sink.commit()?;
    Ok(Exit::Done)
}
