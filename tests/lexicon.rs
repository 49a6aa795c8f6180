//! The lexicon proves itself: every entry of `lexicon/*.toml` is found in its own examples, is not
//! found in its counter-examples, and stands where a reader of the file looks for it.
//!
//! An example may say behind `=>` which record the reading makes of it: the value, then the unit,
//! then other fields as `name=value`; `=> none` where it makes none. A counter-example with `=>` may
//! hold the very words of the entry: there only the reading knows better.

use de_an_06::Options;
use de_an_06::lexicon::{Cue, CueClass, Entries, Lexicon, Number, Phrases, Term};
use de_an_06::record::category;
use de_an_06::text::Text;
use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs};
use unicode_normalization::is_nfc;

/// What the tests ask of any entry, whatever its table.
struct Entry {
    term: Term,
    file: String,
    table: &'static str,
    /// Kind of unit or number, class of cue: one spelling may have two of them.
    kind: String,
    key: String,
    forms: Vec<String>,
    examples: Vec<String>,
    counter_examples: Vec<String>,
}

/// The entries as they stand in the files, and the lexicon that they make with their examples.
fn read() -> (Vec<Entry>, Lexicon) {
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
                        forms: $e.$forms.clone(),
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
    let phrases = Phrases::build(all.spellings(), |form| form);
    (list, Lexicon { entries: all, phrases, marked: true })
}

/// How a kind or class is written in TOML.
fn word(kind: impl Serialize) -> String {
    serde_json::to_value(kind).unwrap().as_str().unwrap().to_owned()
}

fn number_key(number: &Number) -> String {
    let value: Decimal = number.value.parse().unwrap();
    format!("{value:>16.2} {}", number.forms[0])
}

fn cue_key(cue: &Cue) -> String {
    format!("{} {}", cue.value.as_deref().unwrap_or(""), cue.forms[0])
}

/// A spelling as it is looked up.
fn folded(form: &str) -> Vec<String> {
    Text::new(form).tokens.into_iter().map(|token| token.key).collect()
}

fn is_compound(lexicon: &Lexicon, term: Term) -> bool {
    matches!(term, Term::Cue(i) if lexicon.entries.cue[i as usize].class == CueClass::Compound)
}

/// Whether the entry stands in the text, among others that the filter lets in: from left to
/// right, the longest first.
fn is_found(lexicon: &Lexicon, term: Term, text: &str, others: impl Fn(Term) -> bool) -> bool {
    let wanted = |other| other == term || others(other);
    lexicon.phrases.longest(&Text::new(text), &wanted).any(|(_, found)| found == term)
}

/// Two units, two numbers, two cues of one class: what a stage of the reading chooses from.
fn is_same_kind(lexicon: &Lexicon, one: Term, other: Term) -> bool {
    let class = |i: u32| lexicon.entries.cue[i as usize].class;
    match (one, other) {
        (Term::Cue(a), Term::Cue(b)) => class(a) == class(b),
        _ => std::mem::discriminant(&one) == std::mem::discriminant(&other),
    }
}

/// What may hide a word from the reading.
fn is_word(term: Term) -> bool {
    matches!(term, Term::Unit(_) | Term::Number(_) | Term::Cue(_))
}

/// The part of an example before `=>`, and the record that is expected of it.
fn split(example: &str) -> (&str, Option<&str>) {
    match example.split_once("=>") {
        Some((text, record)) => (text.trim(), Some(record.trim())),
        None => (example, None),
    }
}

/// Fails with every complaint at once, so that one run shows the whole work.
fn assert_none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn spellings_are_composed_and_unique() {
    let (entries, _) = read();
    let mut owners: BTreeMap<(&str, &str, Vec<String>), &str> = BTreeMap::new();
    let mut wrong = Vec::new();
    for entry in &entries {
        for form in &entry.forms {
            if !is_nfc(form) || form.trim() != form {
                wrong.push(format!(
                    "{} {}: not NFC or not trimmed: {form:?}",
                    entry.file, entry.key
                ));
            }
            let owner = owners.insert((entry.table, &entry.kind, folded(form)), &entry.key);
            if let Some(other) = owner {
                wrong.push(format!("{} {}: {form:?} also in {other}", entry.file, entry.key));
            }
        }
    }
    assert_none(wrong);
}

#[test]
fn entries_stand_in_order_with_unique_keys() {
    let (entries, _) = read();
    if env::var_os("UPDATE").is_some() {
        return entries.chunk_by(|a, b| a.file == b.file).for_each(sort_file);
    }
    let wrong = entries.windows(2).filter_map(|pair| {
        let [a, b] = pair else { return None };
        let in_order = (&a.kind, &a.key) < (&b.kind, &b.key);
        (a.file == b.file && !in_order)
            .then(|| format!("{}: {} {} stands before {} {}", a.file, a.kind, a.key, b.kind, b.key))
    });
    let mut wrong: Vec<_> = wrong.collect();
    let mut keys = BTreeSet::new();
    for entry in entries.iter().filter(|e| matches!(e.table, "unit" | "indicator")) {
        if !keys.insert((entry.table, &entry.key)) {
            wrong.push(format!("{}: {} twice", entry.file, entry.key));
        }
    }
    wrong
        .extend((!wrong.is_empty()).then(|| "UPDATE=1 cargo test --test lexicon sorts".to_owned()));
    assert_none(wrong);
}

/// Puts the entries of a file, each with the lines under its `[[…]]`, in order.
fn sort_file(entries: &[Entry]) {
    let path = format!("lexicon/{}", entries[0].file);
    let text = fs::read_to_string(&path).unwrap();
    let (head, body) = text.split_once("[[").unwrap();
    let blocks = body.split("\n[[").map(str::trim_end);
    let mut blocks: Vec<_> = entries.iter().map(|e| (&e.kind, &e.key)).zip(blocks).collect();
    blocks.sort();
    let blocks: Vec<_> = blocks.into_iter().map(|(_, block)| format!("[[{block}\n")).collect();
    fs::write(path, format!("{head}{}", blocks.join("\n"))).unwrap();
}

#[test]
fn every_entry_has_an_example_and_the_ambiguous_a_counter_example() {
    let (entries, lexicon) = read();
    let compounds: Vec<_> = entries
        .iter()
        .filter(|entry| is_compound(&lexicon, entry.term))
        .flat_map(|entry| entry.forms.iter().map(|form| folded(form)))
        .collect();
    let hidden_in = |form: &[String]| {
        compounds.iter().find(|c| c.len() > form.len() && c.windows(form.len()).any(|w| w == form))
    };
    let mut wrong = Vec::new();
    for entry in &entries {
        if entry.examples.is_empty() {
            wrong.push(format!("{} {}: no example", entry.file, entry.key));
        }
        let hidden = entry.forms.iter().find_map(|form| hidden_in(&folded(form)));
        let wants_counter_example = match entry.table {
            "indicator" => true,
            "cue" => false,
            _ => hidden.is_some(),
        };
        if wants_counter_example && entry.counter_examples.is_empty() {
            let inside = hidden.map(|c| c.join(" ")).unwrap_or_default();
            wrong.push(format!("{} {}: no counter-example {inside:?}", entry.file, entry.key));
        }
    }
    assert_none(wrong);
}

#[test]
fn examples_hold_their_entry_and_counter_examples_do_not() {
    let (entries, lexicon) = read();
    let mut wrong = Vec::new();
    for entry in entries.iter().filter(|entry| entry.table != "indicator") {
        for example in &entry.examples {
            let same_kind = |other| is_same_kind(&lexicon, entry.term, other);
            if !is_found(&lexicon, entry.term, split(example).0, same_kind) {
                wrong.push(format!("{} {}: not in {example:?}", entry.file, entry.key));
            }
        }
        for example in &entry.counter_examples {
            let (text, record) = split(example);
            if record.is_none() && is_found(&lexicon, entry.term, text, is_word) {
                wrong.push(format!("{} {}: counter-example {example:?}", entry.file, entry.key));
            }
        }
    }
    assert_none(wrong);
}

#[test]
fn indicators_are_the_category_of_their_examples_only() {
    let (entries, lexicon) = read();
    let mut wrong = Vec::new();
    for entry in entries.iter().filter(|entry| entry.table == "indicator") {
        for (examples, wanted) in [(&entry.examples, true), (&entry.counter_examples, false)] {
            for example in examples {
                let text = Text::new(example);
                let unit = unit_of(&lexicon, &text);
                let found = category(&lexicon, &text, None, &text, unit);
                if (found == Some(&entry.key)) != wanted {
                    wrong.push(format!("{}: {example:?} is {found:?}", entry.key));
                }
            }
        }
    }
    assert_none(wrong);
}

/// The first unit behind digits.
fn unit_of<'a>(lexicon: &Lexicon, text: &'a Text) -> Option<&'a str> {
    (1..text.tokens.len())
        .filter(|at| text.key(at - 1).ends_with(|c: char| c.is_ascii_digit()))
        .map(|at| if lexicon.number(text, at).is_some() { at + 1 } else { at })
        .find_map(|at| Some(text.slice(at..at + lexicon.unit(text, at)?.0)))
}

#[test]
fn indicators_name_units_and_topics_that_exist() {
    let (_, lexicon) = read();
    let topics: BTreeSet<_> = (lexicon.entries.cue.iter())
        .filter(|cue| cue.class == CueClass::Topic)
        .filter_map(|cue| cue.value.as_deref())
        .collect();
    let mut wrong = Vec::new();
    for indicator in &lexicon.entries.indicator {
        for unit in &indicator.units {
            let form = Text::new(unit);
            if lexicon.unit(&form, 0).is_none_or(|(len, _)| len != form.tokens.len()) {
                wrong.push(format!("{}: no unit {unit:?}", indicator.key));
            }
        }
        if indicator.topic.as_deref().is_some_and(|topic| !topics.contains(topic)) {
            wrong.push(format!("{}: no topic {:?}", indicator.key, indicator.topic));
        }
    }
    assert_none(wrong);
}

#[test]
fn units_give_a_factor_together_with_its_base() {
    let (_, lexicon) = read();
    let halves = lexicon.entries.unit.iter().filter(|u| u.factor.is_some() != u.base.is_some());
    assert_none(halves.map(|unit| unit.key.clone()).collect());
}

#[test]
fn examples_read_as_they_say() {
    let (entries, _) = read();
    let expected: Vec<(&Entry, &str, &str)> = entries
        .iter()
        .flat_map(|e| e.examples.iter().chain(&e.counter_examples).map(move |example| (e, example)))
        .filter_map(|(entry, example)| {
            let (text, record) = split(example);
            Some((entry, text, record?))
        })
        .collect();
    let page: String = expected.iter().map(|(_, text, _)| format!("<p>{text}.</p>")).collect();
    let page = format!("<article><h1>Kết quả</h1>{page}</article>");
    let report = de_an_06::read(page.as_bytes(), &Options::default()).unwrap().report;
    let mut wrong = Vec::new();
    for (entry, text, record) in expected {
        let block = report.article.blocks.iter().position(|b| b.text == format!("{text}."));
        let records = report.records.iter().filter(|r| Some(r.source.block) == block);
        let found: Vec<_> = records.map(|r| serde_json::to_value(r).unwrap()).collect();
        let holds = match record {
            "none" => block.is_some() && found.is_empty(),
            _ => found.iter().any(|found| is_record(found, record)),
        };
        if !holds {
            let found: Vec<_> = found
                .iter()
                .map(|r| {
                    format!("{} {} role={} per={}", r["value"], r["unit"], r["role"], r["per"])
                })
                .collect();
            wrong
                .push(format!("{} {}: {text} => {record}, found {found:?}", entry.file, entry.key));
        }
    }
    assert_none(wrong);
}

/// Whether a record has the value, the unit and the other fields of an expectation.
fn is_record(found: &Value, expected: &str) -> bool {
    let (value, rest) = expected.split_once(' ').unwrap_or((expected, ""));
    let (fields, unit): (Vec<_>, Vec<_>) = rest.split(' ').partition(|word| word.contains('='));
    let unit = unit.join(" ");
    found["value"].to_string() == value
        && (unit.is_empty() || found["unit"] == *unit)
        && fields.iter().filter_map(|field| field.split_once('=')).all(|(name, value)| {
            found[name].as_str().map_or(found[name].to_string() == value, |text| text == value)
        })
}
