//! What the README shows is what the program does.
//!
//! A line `...` in it stands for lines that are left out.

#![allow(clippy::unwrap_used, reason = "a test may fail by a panic")]

use de_an_06::lexicon::Lexicon;
use de_an_06::output::findings::Checked;
use de_an_06::output::{self, Columns, Dialect, Format, Look, Way, columns::COLUMNS};
use de_an_06::series::Gathering;
use de_an_06::{Options, Reading, read};
use serde_json::Value;
use snapbox::assert_data_eq;
use std::fs;

const README: &str = include_str!("../README.md");
const PAGE: &str = "fixtures/so-ket-de-an-06/page.html";
/// Columns of the terminal that the README was written at.
const TERMINAL: Look = Look {
    width: Some(100),
    columns: Columns::USUAL,
    colour: false,
    lang: None,
    dialect: Dialect::Plain,
    long: false,
};

#[test]
fn extract_shows_this_table() {
    let mut table = Vec::new();
    let Way::Stream(open) = Format::ON_A_TERMINAL.way else { panic!("a table is no stream") };
    let mut writer = open(TERMINAL, Lexicon::built_in());
    writer.add(&reading().report, &mut table).unwrap();
    assert_data_eq!(String::from_utf8(table).unwrap(), shown("extract"));
}

#[test]
fn check_shows_these_claims() {
    let mut claims = Vec::new();
    let mut writer = Format::FOR_FINDINGS.findings.unwrap()(TERMINAL);
    writer.add(Checked::of(&reading().report), &mut claims).unwrap();
    assert_data_eq!(String::from_utf8(claims).unwrap(), shown("check"));
}

#[test]
fn explain_shows_these_rules() {
    let mut rules = Vec::new();
    let options = Options { name: PAGE.to_owned(), grounds: true, ..Options::default() };
    let reading = read(&fs::read(PAGE).unwrap(), &options).unwrap();
    output::explain(&reading, TERMINAL, &mut rules).unwrap();
    assert_data_eq!(String::from_utf8(rules).unwrap(), shown("explain"));
}

#[test]
fn series_shows_these_lines() {
    let mut gathering = Gathering::new(Lexicon::built_in());
    for year in [2021, 2022, 2023] {
        let page = fs::read(format!("tests/cmd/in/years/{year}.html")).unwrap();
        let options = Options { name: format!("{year}.html"), ..Options::default() };
        gathering.add(&read(&page, &options).unwrap().report);
    }
    let mut lines = Vec::new();
    let line_up = Format::ON_A_TERMINAL.line_up.unwrap();
    line_up(&gathering.finish(), TERMINAL, &mut lines).unwrap();
    let (_, block) =
        README.split_once("\n$ de-an-06 series 2021.html 2022.html 2023.html\n").unwrap();
    assert_data_eq!(String::from_utf8(lines).unwrap(), block.split_once("```").unwrap().0);
}

#[test]
fn the_record_is_one_of_the_report() {
    let (_, block) = README.split_once("| jq").unwrap();
    let shown: Value =
        serde_json::from_str(&block[block.find('\n').unwrap()..block.find("```").unwrap()])
            .unwrap();
    let mut record = serde_json::to_value(&reading().report.records[10]).unwrap();
    let source = record["source"].as_object_mut().unwrap();
    source.retain(|key, _| !["sentence", "link"].contains(&key.as_str()));
    assert_eq!(shown, record);
}

#[test]
fn the_columns_are_those_of_the_formats() {
    let (_, section) = README.split_once("## Columns").unwrap();
    let (section, _) = section.split_once("## ").unwrap();
    let listed = section.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let names = COLUMNS.iter().map(|column| column.name);
    assert_eq!(listed.collect::<Vec<_>>(), names.collect::<Vec<_>>());
}

fn reading() -> Reading {
    let options = Options { name: PAGE.to_owned(), ..Options::default() };
    read(&fs::read(PAGE).unwrap(), &options).unwrap()
}

/// What the README shows under a command.
fn shown(command: &str) -> &'static str {
    let (_, block) = README.split_once(&format!("\n$ de-an-06 {command} {PAGE}\n")).unwrap();
    block.split_once("```").unwrap().0
}
