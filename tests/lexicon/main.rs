//! The lexicon proves itself: every entry of `lexicon/*.toml` is found in its own examples, is not
//! found in its counter-examples, and stands where a reader of the file looks for it.
//!
//! An example may say behind `=>` which record the reading makes of it: the value, then the unit,
//! then other fields as `name=value`; `=> none` where it makes none. A counter-example with `=>` may
//! hold the very words of the entry: there only the reading knows better.

#![allow(clippy::unwrap_used, reason = "a test may fail by a panic")]

mod entries;
mod records;

use de_an_06::lexicon::{CueClass, Lexicon, Mark, Marks, Term};
use de_an_06::record::{Said, category};
use de_an_06::text::Text;
use entries::{read, sort_file, split, word};
use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs};
use unicode_normalization::is_nfc;

/// A spelling as it is looked up.
fn folded(form: &str) -> Vec<String> {
    let text = Text::new(form);
    (0..text.tokens.len()).map(|i| text.key(i).to_owned()).collect()
}

fn is_compound(lexicon: &Lexicon, term: Term) -> bool {
    matches!(term, Term::Cue(i) if lexicon.entries.cue[i as usize].class == CueClass::Compound)
}

/// Whether the entry stands in the text, among others that the filter lets in: from left to
/// right, the longest first.
fn is_found(lexicon: &Lexicon, term: Term, text: &str, others: impl Fn(Term) -> bool) -> bool {
    let wanted = |mark: &Mark| mark.term == term || others(mark.term);
    let text = Text::new(text);
    let marks = Marks::new(&text, lexicon);
    marks.longest(0..text.tokens.len(), &wanted).any(|(_, found)| found == term)
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
                let said = Said::by(&text, &lexicon);
                let found = category(&lexicon, &said, &Said::default(), || &said, unit);
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
    for indicator in lexicon.entries.indicator.iter() {
        for unit in indicator.units.iter() {
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
fn the_guide_lists_every_class_of_cues() {
    let guide = fs::read_to_string("docs/lexicon.md").unwrap();
    let heading = "## Classes of cues\n\n";
    let (before, _) = guide.split_once(heading).unwrap();
    let rows =
        CueClass::ALL.iter().map(|class| format!("| `{}` | {} |\n", word(class), class.meaning()));
    let table: String = rows.collect();
    let wanted =
        format!("{before}{heading}| class | words, and what they say |\n| --- | --- |\n{table}");
    if env::var_os("UPDATE").is_some() {
        fs::write("docs/lexicon.md", wanted).unwrap();
    } else {
        assert!(
            guide == wanted,
            "docs/lexicon.md: UPDATE=1 cargo test --test lexicon lists the classes"
        );
    }
}
