//! Every finding and every warning has its Vietnamese: a word of it is one of the table or one of
//! the article.

#![allow(clippy::unwrap_used, reason = "a test may fail by a panic")]

use de_an_06::output::{Lang, Sentences};
use de_an_06::{Options, read};
use regex::Regex;
use std::collections::BTreeSet;
use std::fs;

/// Scales of money, days of the week and times of day in the arithmetic, which an article may write otherwise.
const SCALES: &str = "tỷ triệu đồng";
const TIMES: &str =
    "ngày tháng thứ Hai hai Ba ba Tư tư Năm năm Sáu sáu Bảy bảy chủ nhật giờ phút tiếng h";

#[test]
fn every_finding_of_the_tables_of_the_checks() {
    let claim =
        Regex::new(r#"(?:"|\\n)(?:holds|does not hold|cannot be told): ([^"\\]+)"#).unwrap();
    let line_end = Regex::new(r"\\\n *").unwrap();
    let unit = Regex::new(r"«[^|»]*\|([^|»]*)").unwrap();
    let mut told = 0;
    for entry in fs::read_dir("src/check").unwrap() {
        let code = fs::read_to_string(entry.unwrap().path()).unwrap();
        let code = line_end.replace_all(&code, "");
        let units: Vec<_> = unit.captures_iter(&code).map(|found| found[1].to_owned()).collect();
        for found in claim.captures_iter(&code) {
            assert_told(Sentences::of_findings(), &found[1], &units.join(" "));
            told += 1;
        }
    }
    assert!(told > 50, "{told}");
}

#[test]
fn every_finding_and_warning_of_the_fixtures() {
    let mut told = 0;
    for entry in fs::read_dir("fixtures").unwrap() {
        let folder = entry.unwrap().path();
        let page = ["page.html", "page.txt"].map(|name| folder.join(name));
        let Some(page) = page.iter().find(|page| page.exists()) else { continue };
        let Ok(reading) = read(&fs::read(page).unwrap(), &Options::default()) else { continue };
        let report = reading.report;
        let text = serde_json::to_string(&report.article).unwrap();
        for finding in &report.checks {
            assert_told(Sentences::of_findings(), &finding.detail, &text);
        }
        for warning in &report.warnings {
            assert_told(Sentences::of_warnings(), warning, "");
        }
        told += report.checks.len() + report.warnings.len();
    }
    assert!(told > 10, "{told}");
}

#[test]
fn every_warning_of_the_reader() {
    let sentence = "<p>Năm 2022, huyện Mẫu mở 12 lớp dạy nghề cho 340 lao động nông thôn.</p>";
    let deep = format!("{}{sentence}{}", "<div>".repeat(3000), "</div>".repeat(3000));
    let guessed = b"<p>L\xe0m 12 km kinh, 5 ha r\xf9ng";
    let mut seen = BTreeSet::new();
    for (bytes, encoding) in [
        (&fs::read("tests/cmd/in/truncated.html").unwrap()[..], None),
        (&fs::read("tests/cmd/in/old.html").unwrap(), Some("vni")),
        (deep.as_bytes(), None),
        (guessed, None),
    ] {
        let options = Options { encoding: encoding.map(String::from), ..Options::default() };
        for warning in read(bytes, &options).unwrap().report.warnings {
            assert_told(Sentences::of_warnings(), &warning, "vni windows");
            seen.insert(warning);
        }
    }
    assert_eq!(seen.len(), 5, "{seen:#?}");
}

/// Asserts that no word of a sentence was left in English.
#[track_caller]
fn assert_told(sentences: &Sentences, english: &str, text: &str) {
    let said = sentences.said(english, Lang::Vi);
    let of_article = words(text).chain(words(SCALES)).chain(words(TIMES));
    let known: BTreeSet<_> = sentences.words().chain(of_article).collect();
    let left: Vec<_> = words(&said).filter(|word| !known.contains(word)).collect();
    assert!(left.is_empty(), "{left:?} is not said in Vietnamese: {english}\n{said}");
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}
