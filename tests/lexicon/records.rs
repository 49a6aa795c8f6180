//! Examples with `=>`, through the whole program.

use super::assert_none;
use crate::entries::{Entry, read, split};
use de_an_06::Options;
use serde_json::Value;

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
            let name =
                |r: &Value| format!("{} {} {} {}", r["value"], r["unit"], r["role"], r["per"]);
            let found: Vec<_> = found.iter().map(name).collect();
            let place = format!("{} {}", entry.file, entry.key);
            wrong.push(format!("{place}: {text} => {record}, found {found:?}"));
        }
    }
    assert_none(wrong);
}

/// Whether a record has the value, the unit and the other fields of an expectation.
fn is_record(found: &Value, expected: &str) -> bool {
    let (value, rest) = expected.split_once(' ').unwrap_or((expected, ""));
    let (fields, unit): (Vec<_>, Vec<_>) = rest.split(' ').partition(|word| word.contains('='));
    let unit = unit.join(" ");
    let is = |name: &str, value: &str| match &found[name] {
        Value::String(text) => text == value,
        other => format!("{other}") == value,
    };
    is("value", value)
        && (unit.is_empty() || found["unit"] == *unit)
        && fields.iter().filter_map(|f| f.split_once('=')).all(|(name, value)| is(name, value))
}
