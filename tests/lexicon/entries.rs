//! The entries as they stand in the files.

use de_an_06::lexicon::{Cue, Entries, Lexicon, Number, Term};
use rust_decimal::Decimal;
use serde::Serialize;
use std::fs;

/// What the tests ask of any entry, whatever its table.
pub(crate) struct Entry {
    pub(crate) term: Term,
    pub(crate) file: String,
    pub(crate) table: &'static str,
    /// Kind of unit or number, class of cue: one spelling may have two of them.
    pub(crate) kind: String,
    pub(crate) key: String,
    pub(crate) forms: Vec<String>,
    pub(crate) examples: Vec<String>,
    pub(crate) counter_examples: Vec<String>,
}

/// The entries as they stand in the files, and the lexicon that they make with their examples.
pub(crate) fn read() -> (Vec<Entry>, Lexicon) {
    let mut files: Vec<_> = fs::read_dir("lexicon").unwrap().map(|f| f.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let mut all = Entries::default();
    let mut list = Vec::new();
    for path in files {
        let file = path.file_name().unwrap().to_str().unwrap().to_owned();
        let entries: Entries = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        macro_rules! add {
            ($table:ident, $term:path, $e:ident => $kind:expr, $key:expr, $forms:ident) => {
                for (i, $e) in (all.$table.len() as u32..).zip(&entries.$table) {
                    list.push(Entry {
                        term: $term(i),
                        file: file.clone(),
                        table: stringify!($table),
                        kind: $kind,
                        key: $key,
                        forms: $e.$forms.iter().map(str::to_owned).collect(),
                        examples: $e.examples.clone(),
                        counter_examples: $e.counter_examples.clone(),
                    });
                }
            };
        }
        add!(unit, Term::Unit, e => word(e.kind), e.key.clone(), forms);
        add!(number, Term::Number, e => word(e.kind), number_key(e), forms);
        add!(cue, Term::Cue, e => word(e.class), cue_key(e), forms);
        add!(indicator, Term::Indicator, e => String::new(), e.key.clone(), triggers);
        all.extend(entries);
    }
    (list, Lexicon::from(all))
}

/// How a kind or class is written in TOML.
pub(crate) fn word(kind: impl Serialize) -> String {
    serde_json::to_value(kind).unwrap().as_str().unwrap().to_owned()
}

fn number_key(number: &Number) -> String {
    let value: Decimal = number.value.parse().unwrap();
    format!("{value:>16.2} {}", number.forms.first())
}

fn cue_key(cue: &Cue) -> String {
    format!("{} {}", cue.value.as_deref().unwrap_or(""), cue.forms.first())
}

/// The part of an example before `=>`, and the record that is expected of it.
pub(crate) fn split(example: &str) -> (&str, Option<&str>) {
    match example.split_once("=>") {
        Some((text, record)) => (text.trim(), Some(record.trim())),
        None => (example, None),
    }
}

/// Puts the entries of a file, each with the lines under its `[[…]]`, in order.
pub(crate) fn sort_file(entries: &[Entry]) {
    let path = format!("lexicon/{}", entries[0].file);
    let text = fs::read_to_string(&path).unwrap();
    let (head, body) = text.split_once("[[").unwrap();
    let blocks = body.split("\n[[").map(str::trim_end);
    let mut blocks: Vec<_> = entries.iter().map(|e| (&e.kind, &e.key)).zip(blocks).collect();
    blocks.sort();
    let blocks: Vec<_> = blocks.into_iter().map(|(_, block)| format!("[[{block}\n")).collect();
    fs::write(path, format!("{head}{}", blocks.join("\n"))).unwrap();
}
