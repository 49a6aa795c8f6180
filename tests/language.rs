//! The language as sentences and the records that they must give: `language/*.toml`.
//!
//! A record is written as its value, `..` and its upper end or `/` and its total, its unit, and
//! then what else it has: `25..30 học viên per=lớp modifier=about role=target`. What is not
//! written must not be there, except the period (`period=none` for none), the indicator (`| hộ
//! nghèo`) and the place (`@ huyện Ba Tri`, `@ none`), which are only compared where they are
//! written, in this order. An indicator is right when at least half of the words agree, the measure of
//! `corpus/score.py`; doubts of the network (`unsure_…`) are not compared. `[[none]]` lists sentences without any record, `[[pending]]` what is
//! not read yet, with the reason; it must leave that list as soon as it is.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use de_an_06::{Options, Report, read};
use serde::Deserialize;
use serde_json::Value;
use std::fs;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(default)]
    case: Vec<Case>,
    #[serde(default)]
    none: Vec<None>,
    #[serde(default)]
    pending: Vec<Pending>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    records: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct None {
    texts: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pending {
    text: String,
    records: Vec<String>,
    reason: String,
}

/// One sentence, the records that it must give, and whether it is known not to.
struct Expected {
    text: String,
    records: Vec<String>,
    pending: bool,
}

fn sentences() -> Vec<(String, Vec<Expected>)> {
    let mut files: Vec<_> =
        fs::read_dir("tests/language").unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let expected = |text, records, pending| Expected { text, records, pending };
    files
        .into_iter()
        .map(|path| {
            let table: Table = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            assert!(table.pending.iter().all(|p| !p.reason.is_empty()));
            let cases = table.case.into_iter().map(|c| expected(c.text, c.records, false));
            let none = table.none.into_iter().flat_map(|n| n.texts);
            let none = none.map(|text| expected(text, Vec::new(), false));
            let pending = table.pending.into_iter().map(|p| expected(p.text, p.records, true));
            (path.display().to_string(), cases.chain(none).chain(pending).collect())
        })
        .collect()
}

/// A sentence as an article of its own, published on 2023-07-15.
fn report(sentence: &str) -> Report {
    let page = format!("<article><h1>Tin trong tỉnh</h1><p>{sentence}</p></article>");
    let options = Options { published: Some("2023-07-15".into()), ..Options::default() };
    read(page.as_bytes(), &options).unwrap().report
}

/// A record as these tables write it; period, indicator and place only where `wanted` asks for them.
fn written(record: &Value, wanted: &str) -> String {
    let text = |field: &str| record[field].as_str().unwrap_or_default();
    let number = |field: &str| (!record[field].is_null()).then(|| record[field].to_string());
    let mut out = record["value"].to_string();
    out.extend(number("high").map(|high| format!("..{high}")));
    out.extend(number("of").map(|of| format!("/{of}")));
    if !record["unit"].is_null() {
        out.push_str(&format!(" {}", text("unit")));
    }
    for (field, usual) in
        [("per", ""), ("modifier", "exact"), ("role", "actual"), ("direction", "")]
    {
        if text(field) != usual {
            out.push_str(&format!(" {field}={}", text(field)));
        }
    }
    if wanted.contains("period=") {
        let day = |end: &str| record["period"][end].as_str().unwrap_or_default();
        match record["period"].is_null() {
            true => out.push_str(" period=none"),
            false => out.push_str(&format!(" period={}..{}", day("start"), day("end"))),
        }
    }
    let flags = record["flags"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let flags = flags.filter(|flag| !flag.starts_with("unsure_"));
    let flags = flags.collect::<Vec<_>>().join(",");
    if !flags.is_empty() {
        out.push_str(&format!(" flags={flags}"));
    }
    for (mark, field) in [(" | ", "indicator"), (" @ ", "place")] {
        if wanted.contains(mark) {
            let found = record[field].as_str().unwrap_or("none");
            let wanted = wanted.split(mark).nth(1).unwrap_or_default();
            let wanted = wanted.split(" @ ").next().unwrap_or_default();
            let is_right = field == "indicator" && agree(wanted, found);
            out.push_str(&format!("{mark}{}", if is_right { wanted } else { found }));
        }
    }
    out
}

/// Whether at least half of the words of two phrases agree.
fn agree(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|phrase| phrase.to_lowercase());
    let mut rest: Vec<&str> = other.split_whitespace().collect();
    let all = one.split_whitespace().count() + rest.len();
    let shared = one.split_whitespace().filter(|word| {
        rest.iter().position(|other| other == word).map(|at| rest.swap_remove(at)).is_some()
    });
    4 * shared.count() >= all
}

#[test]
fn sentences_give_the_records_that_they_state() {
    let mut wrong = Vec::new();
    for (file, sentences) in sentences() {
        for sentence in &sentences {
            let report = report(&sentence.text);
            let block = report.article.blocks.iter().position(|b| b.text == sentence.text);
            assert!(block.is_some(), "{file}: no block {}", sentence.text);
            let found = report.records.iter().filter(|r| Some(r.source.block) == block);
            let found: Vec<String> = found
                .enumerate()
                .map(|(i, record)| {
                    let wanted = sentence.records.get(i).map_or("", String::as_str);
                    written(&serde_json::to_value(record).unwrap(), wanted)
                })
                .collect();
            if (found == sentence.records) == sentence.pending {
                let note = if sentence.pending { "is read now" } else { "read otherwise" };
                wrong.push(format!(
                    "{file}: {note}: {}\n  wanted {:?}\n  found  {found:?}",
                    sentence.text, sentence.records
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} sentences\n{}", wrong.len(), wrong.join("\n"));
}
