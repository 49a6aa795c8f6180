//! Entries of the lexicon, for a person and as JSON.
//!
//! ```text
//! unit teu: count [mine.toml]
//!   TEU, thùng chuẩn
//! ```

use super::Look;
use super::terminal::harmless;
use crate::lexicon::{Entry, File, Unit, Words};
use anstyle::Style;
use serde::Serialize;
use std::io::{self, Write};

/// An entry and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Listed<'a> {
    /// The entry; in JSON its own keys behind its `table`.
    #[serde(flatten)]
    pub entry: Entry<'a>,
    /// Name of its file, or `built-in`.
    pub from: &'a str,
}

/// What stands in each table.
const TABLES: [(&str, &str); 6] = [
    ("unit", "what is counted or measured"),
    ("number", "words that are numbers or parts of numbers"),
    ("cue", "words that say how a figure is to be read"),
    ("indicator", "what is measured: the category of a record"),
    ("abbreviation", "short forms, and what they stand for"),
    ("place", "provinces, and the province that they belong to now"),
];

/// Writes one line a table: how many entries it has, and how many of them are the user's own.
pub fn tables(all: &[Listed<'_>], out: &mut dyn Write) -> io::Result<()> {
    for (table, what) in TABLES {
        let here: Vec<_> = all.iter().filter(|listed| listed.entry.table() == table).collect();
        write!(out, "{table:<12} {:>5}  {what}", here.len())?;
        let files = here.chunk_by(|a, b| a.from == b.from);
        for own in files.filter(|file| file[0].from != File::BUILT_IN) {
            write!(out, "; {} from {}", own.len(), harmless(own[0].from))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// Writes entries for a person: what each of them says, and its spellings.
pub fn entries(listed: &[Listed<'_>], look: Look, out: &mut dyn Write) -> io::Result<()> {
    let style = |style| if look.colour { style } else { Style::new() };
    let (bold, dimmed) = (style(Style::new().bold()), style(Style::new().dimmed()));
    for Listed { entry, from } in listed {
        let (key, says, spellings) = told(*entry);
        let (table, key, says) = (entry.table(), harmless(&key), harmless(&says));
        let from = harmless(from);
        writeln!(out, "{bold}{table} {key}{bold:#}: {says} {dimmed}[{from}]{dimmed:#}")?;
        writeln!(out, "  {}", harmless(&joined(spellings)))?;
        if let Entry::Indicator(indicator) = entry {
            writeln!(out, "  units: {}", harmless(&joined(&indicator.units)))?;
        }
    }
    Ok(())
}

/// Writes entries as one JSON array.
pub fn entries_json(listed: &[Listed<'_>], out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, listed)?;
    out.write_all(b"\n")
}

/// Writes entries as JSON Lines.
pub fn entries_jsonl(listed: &[Listed<'_>], out: &mut dyn Write) -> io::Result<()> {
    for listed in listed {
        serde_json::to_writer(&mut *out, listed)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// The key of an entry, what it says, and its spellings.
fn told(entry: Entry<'_>) -> (String, String, &Words) {
    let kind = entry.kind();
    match entry {
        Entry::Unit(unit) => (unit.key.clone(), kind + &factor(unit), &unit.forms),
        Entry::Number(number) => (number.value.clone(), kind, &number.forms),
        Entry::Cue(cue) => {
            let value = cue.value.as_ref().map_or(String::new(), |value| format!(" = {value}"));
            (kind + &value, cue.class.meaning().to_owned(), &cue.forms)
        }
        Entry::Indicator(indicator) => {
            let names = format!("{} ({})", indicator.name_vi, indicator.name_en);
            (indicator.key.clone(), names, &indicator.triggers)
        }
        Entry::Abbreviation(short) => {
            let english =
                short.english.as_ref().map_or(String::new(), |words| format!("; {words}"));
            let meaning = format!("{}{english} ({kind})", short.expansion);
            (short.forms.first().to_owned(), meaning, &short.forms)
        }
        Entry::Place(place) => {
            let name = place.forms.first();
            let now = match &place.now {
                now if now == name => String::new(),
                now => format!(", now part of {now}"),
            };
            (name.to_owned(), kind + &now, &place.forms)
        }
    }
}

/// `, 10000 m2`
fn factor(unit: &Unit) -> String {
    match (&unit.factor, &unit.base) {
        (Some(factor), Some(base)) => format!(", {factor} {base}"),
        _ => String::new(),
    }
}

fn joined(words: &Words) -> String {
    words.iter().collect::<Vec<_>>().join(", ")
}
