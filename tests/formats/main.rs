//! Every format renders one article that uses every field; what comes out is in this folder.
//!
//! `SNAPSHOTS=overwrite cargo test --test formats` writes the files anew.

#![allow(clippy::unwrap_used, reason = "a test may fail by a panic")]

#[cfg(feature = "parquet")]
mod parquet;
mod sample;
mod schema;
#[cfg(feature = "sqlite")]
mod sqlite;
mod xlsx;

use de_an_06::Report;
use de_an_06::lexicon::Lexicon;
use de_an_06::output::findings::{Checked, End, Told};
use de_an_06::output::{
    self, Columns, DataPackage, Dialect, Format, Lang, Look, Resource, Shown, Way, Writer,
};
use snapbox::{Data, assert_data_eq, file};

fn written(format: &str, look: Look, reports: &[Report]) -> String {
    String::from_utf8(bytes_of(format, look, reports)).unwrap()
}

fn bytes_of(format: &str, look: Look, reports: &[Report]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = writer(format, look);
    for report in reports {
        writer.add(report, &mut bytes).unwrap();
    }
    writer.finish(&mut bytes).unwrap();
    bytes
}

fn writer(format: &str, look: Look) -> Box<dyn Writer> {
    let Way::Stream(open) = Format::named(format).unwrap().way else { panic!("{format}") };
    open(look, Lexicon::built_in())
}

fn plain(format: &str) -> String {
    written(format, Look::default(), &[sample::report()])
}

fn excel() -> String {
    let look = Look { dialect: Dialect::Excel, ..Look::default() };
    written("csv", look, &[sample::report()])
}

/// Compares with a file of this folder, in which what no editor shows is written out.
fn snapshot(actual: String, expected: Data) {
    let mut visible = actual;
    for (hidden, shown) in
        [("\r", "<CR>"), ("\u{feff}", "<BOM>"), ("\u{1b}", "<ESC>"), ("\u{202e}", "<RLO>")]
    {
        visible = visible.replace(hidden, shown);
    }
    assert_data_eq!(Data::text(visible).raw(), expected.raw());
}

#[test]
fn json() {
    snapshot(plain("json"), file!["sample.json"]);
}

#[test]
fn jsonl() {
    snapshot(plain("jsonl"), file!["sample.jsonl"]);
}

#[test]
fn csv() {
    snapshot(plain("csv"), file!["sample.csv"]);
}

#[test]
fn csv_for_excel() {
    snapshot(excel(), file!["sample.excel.csv"]);
}

#[test]
fn tsv() {
    snapshot(plain("tsv"), file!["sample.tsv"]);
}

#[test]
fn data_package() {
    let table = |path: &str, format, dialect| {
        Resource::new(path.into(), Format::named(format).unwrap(), dialect).unwrap()
    };
    let tables = vec![
        table("a.csv", "csv", Dialect::Plain),
        table("b.csv", "csv", Dialect::Excel),
        table("c.tsv", "tsv", Dialect::Excel),
        table("d.jsonl", "jsonl", Dialect::Plain),
    ];
    let mut package = DataPackage::new(tables, Lang::En);
    let mut bytes = Vec::new();
    for report in [sample::report(), sample::report()] {
        package.add(&report, &mut bytes).unwrap();
    }
    package.finish(&mut bytes).unwrap();
    snapshot(String::from_utf8(bytes).unwrap(), file!["sample.datapackage.json"]);
    assert_eq!(Resource::new("a.json".into(), Format::IN_A_PIPE, Dialect::Plain), None);
}

#[test]
fn table() {
    snapshot(plain("table"), file!["sample.table.txt"]);
}

#[test]
fn table_on_a_terminal() {
    let look = Look { width: Some(72), ..Look::default() };
    let table = written("table", look, &[sample::report()]);
    snapshot(table.clone(), file!["sample.table.72.txt"]);
    for width in [40, 60, 80] {
        let look = Look { width: Some(width), ..Look::default() };
        let table = written("table", look, &[sample::report()]);
        for words in ["953", "20 - 25 triệu", "25/28", "lượt", "actual", "target", "change"] {
            assert!(table.contains(words), "{width} columns: {words} is not shown:\n{table}");
        }
    }
    let columns = Columns::of(&[Shown::Value, Shown::Confidence, Shown::Category]);
    let look = Look { columns, lang: Some(Lang::Vi), ..Look::default() };
    let table = written("table", look, &[sample::report()]);
    assert!(table.contains("  12,50") && table.contains("0,27"), "{table}");
    assert!(!table.contains("lượt người  ") && !table.contains("chỉ tiêu\n"), "{table}");
    for width in [1, 20, 40, 72, 100] {
        let look = Look { width: Some(width), ..Look::default() };
        for line in written("table", look, &[sample::report()]).lines() {
            assert!(line.chars().count() <= width, "{width} columns: {line}");
        }
    }
}

/// The findings of two articles, of which an editor has accepted those of the second, and one across.
fn findings(format: &str) -> String {
    let look = Look::default();
    let mut writer = Format::named(format).unwrap().findings.unwrap()(look);
    let mut bytes = Vec::new();
    let mut end = End::default();
    let article = Checked::of(&sample::report());
    let accept = |told| Told { accepted: true, ..told };
    let told = article.told[..1].iter().cloned().map(accept).collect();
    let second = Checked { source: "bai/hai.html".into(), told, ..article.clone() };
    let across = Told {
        kind: "articles_differ",
        detail: "1.297 ≠ 1.279 người (học viên, 2022)".into(),
        slips: Vec::new(),
        figures: vec![article.told[0].figures[0].clone(), second.told[0].figures[1].clone()],
        ..article.told[0].clone()
    };
    for article in [article, second] {
        end.summary.add(&article);
        writer.add(article, &mut bytes).unwrap();
    }
    end.summary.count(std::slice::from_ref(&across));
    end.across.push(across);
    writer.finish(&end, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn findings_for_a_person_and_for_programs() {
    snapshot(findings("table"), file!["sample.findings.txt"]);
    snapshot(findings("json"), file!["sample.findings.json"]);
    snapshot(findings("jsonl"), file!["sample.findings.jsonl"]);
    snapshot(findings("csv"), file!["sample.findings.csv"]);
}

#[test]
fn the_page_of_findings_is_whole_and_runs_nothing() {
    let page = findings("html");
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>"), "{page}");
    assert!(!page.contains("<script") && page.contains("default-src 'none'; style-src"));
    assert_eq!(page.matches("<li class=\"does_not_hold\">").count(), 2);
    assert!(page.contains("470 có thể là gõ nhầm của 473, hoặc 480 của 483"));
}

#[test]
fn explain() {
    let mut bytes = Vec::new();
    let look = Look { width: Some(80), ..Look::default() };
    output::explain(&sample::reading(), look, &mut bytes).unwrap();
    snapshot(String::from_utf8(bytes).unwrap(), file!["sample.explain.txt"]);
}

#[test]
fn nothing_for_a_person_holds_control_characters() {
    let mut people = plain("table").into_bytes();
    people.extend(findings("table").into_bytes());
    output::explain(&sample::reading(), Look::default(), &mut people).unwrap();
    let people = String::from_utf8(people).unwrap();
    assert!(!people.contains(['\u{1b}', '\u{202e}']), "{people}");
    assert!(people.contains('\u{fffd}'), "{people}");
}

#[test]
fn colours_change_nothing_but_colours() {
    let look = Look { colour: true, ..Look::default() };
    let coloured = written("table", look, &[sample::report()]);
    assert_ne!(coloured, plain("table"));
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain("table"));
}

#[test]
fn several_reports_share_one_heading() {
    let twice = written("csv", Look::default(), &[sample::report(), sample::report()]);
    let once = plain("csv");
    let rows = once.split_once('\n').unwrap().1;
    assert_eq!(twice, format!("{once}{rows}"));
}

#[test]
fn every_flat_format_reads_back_as_the_same_cells() {
    let read = |text: &str, delimiter| -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader.delimiter(delimiter).from_reader(text.as_bytes());
        reader.records().map(|row| row.unwrap().iter().map(String::from).collect()).collect()
    };
    let names: Vec<_> = output::columns::COLUMNS.iter().map(|column| column.name).collect();
    let rows = read(&plain("csv"), b',');
    assert_eq!(rows.len(), sample::report().records.len());
    assert_eq!(rows, read(&plain("tsv"), b'\t'));
    for (line, row) in plain("jsonl").lines().zip(&rows) {
        let object: serde_json::Map<_, _> = serde_json::from_str(line).unwrap();
        for (name, cell) in names.iter().zip(row) {
            let value = match &object[*name] {
                serde_json::Value::Null => String::new(),
                serde_json::Value::String(text) => text.clone(),
                number => number.to_string(),
            };
            assert_eq!(value, *cell, "{name}");
        }
    }
    let for_excel = read(&excel(), b';');
    let value = names.iter().position(|name| *name == "value").unwrap();
    let indicator = names.iter().position(|name| *name == "indicator").unwrap();
    assert_eq!((for_excel[4][value].as_str(), rows[4][value].as_str()), ("12,50", "12.50"));
    assert_eq!(for_excel[5][indicator], format!("'{}", rows[5][indicator]));
}
