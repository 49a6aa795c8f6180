//! The time phrases of the language and the days that they speak of: `times.toml`.
//!
//! A phrase is read inside of its text as one time phrase. `[[none]]` lists texts that name no days.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use de_an_06::lexicon::{Lexicon, Marks};
use de_an_06::mention::{self, Scene, Span, Spans};
use de_an_06::text::Text;
use jiff::civil::Date;
use serde::Deserialize;
use std::fmt::Write as _;
use std::fs;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    case: Vec<Case>,
    none: Vec<None>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    /// The whole text where it is left out.
    phrase: Option<String>,
    published: toml::value::Datetime,
    start: Option<toml::value::Datetime>,
    end: Option<toml::value::Datetime>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct None {
    texts: Vec<String>,
    published: toml::value::Datetime,
}

fn day(written: toml::value::Datetime) -> Date {
    written.to_string().parse().unwrap()
}

/// The time phrases of a text, with their days.
fn times(text: &str, published: Date) -> Vec<(String, Span)> {
    let text = Text::new(text);
    let marks = Marks::new(&text, Lexicon::built_in());
    let found = mention::read(&Scene::new(&marks, Some(published)), &Spans::default());
    let times = found.times.into_iter();
    times.map(|time| (text.slice(time.words).to_owned(), time.span)).collect()
}

#[test]
fn every_phrase_speaks_of_its_days() {
    let table: Table = toml::from_str(&fs::read_to_string("tests/times.toml").unwrap()).unwrap();
    let mut wrong = String::new();
    for case in table.case {
        let wanted = Span { start: case.start.map(day), end: case.end.map(day) };
        let phrase = case.phrase.unwrap_or_else(|| case.text.clone());
        let read = times(&case.text, day(case.published));
        if !read.contains(&(phrase.clone(), wanted)) {
            writeln!(wrong, "{}: {phrase} is {wanted:?}, read {read:?}", case.text).unwrap();
        }
    }
    for none in table.none {
        for text in none.texts {
            let mut read = times(&text, day(none.published));
            read.retain(|(_, span)| *span != Span::OPEN);
            if !read.is_empty() {
                writeln!(wrong, "{text} names no day, read {read:?}").unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
