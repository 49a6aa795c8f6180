//! Every folder of `fixtures/` is one test: `page.html` (or `page.txt`) must be read as
//! `expected.json` says; `figures` there are the records in short, block by block. Only the keys that
//! `expected.json` has are compared; `UPDATE=1 cargo test` writes what is read now.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use de_an_06::article::{self, Known};
use de_an_06::{Options, Report, page::Page};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut folders: Vec<_> = std::fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders
}

fn bytes(folder: &Path) -> Vec<u8> {
    ["page.html", "page.txt"]
        .iter()
        .find_map(|name| std::fs::read(folder.join(name)).ok())
        .unwrap_or_else(|| panic!("{} has no page", folder.display()))
}

fn read(folder: &Path) -> Value {
    let bytes = bytes(folder);
    let page = Page::parse(&bytes, None).unwrap();
    let article::Reading { article, warnings, .. } = article::read(&page, Known::default());
    let figures =
        de_an_06::read(&bytes, &Options::default()).map(|reading| figures(&reading.report));
    json!({
        "url": page.url(),
        "article": article,
        "warnings": warnings,
        "figures": figures.unwrap_or_default(),
    })
}

/// The records, each with the fields that say something, under the words of its block.
fn figures(report: &Report) -> Vec<Value> {
    let mut blocks: Vec<Value> = Vec::new();
    let mut last = None;
    for record in &report.records {
        let mut fields = serde_json::to_value(record).unwrap();
        let fields = fields.as_object_mut().unwrap();
        let quoted = fields["source"]["text"].take();
        fields.insert("quoted".to_owned(), quoted);
        if let Some(period) = &record.period {
            let day = |day: Option<_>| day.map_or("…".to_owned(), |day: Date| day.to_string());
            let span = format!("{} – {}", day(period.start), day(period.end));
            fields.insert("period".to_owned(), span.into());
        }
        fields.retain(|name, value| {
            let plain = name == "modifier" && value == "exact"
                || matches!(name.as_str(), "source" | "confidence" | "confidences");
            !plain && !value.is_null() && *value != json!([])
        });
        if last != Some(record.source.block) {
            let text = &report.article.blocks[record.source.block].text;
            blocks.push(json!({ "block": text, "records": [] }));
            last = Some(record.source.block);
        }
        let records = blocks.last_mut().unwrap()["records"].as_array_mut().unwrap();
        records.push(Value::Object(std::mem::take(fields)));
    }
    blocks
}

/// What of `read` stands under the keys of `expected`.
fn same_keys(read: &Value, expected: &Value) -> Value {
    let keys = expected.as_object().unwrap().keys();
    keys.map(|key| (key.clone(), read[key].clone())).collect()
}

#[test]
fn fixtures_are_read_as_expected() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for folder in folders() {
        let path = folder.join("expected.json");
        let expected: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let read = same_keys(&read(&folder), &expected);
        if update {
            let text = serde_json::to_string_pretty(&read).unwrap() + "\n";
            std::fs::write(&path, text).unwrap();
        } else if read != expected {
            wrong.push(format!("{}:\n{read:#}", folder.display()));
        }
    }
    assert!(wrong.is_empty(), "read otherwise:\n{}", wrong.join("\n"));
}

/// Marks that stand behind their letters make no difference: NFD is read as NFC.
#[test]
fn decomposed_letters_give_the_same_report() {
    for folder in folders() {
        let bytes = bytes(&folder);
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let report = |text: String| {
            de_an_06::read(text.as_bytes(), &Options::default()).map(|reading| {
                let Report { article, records, checks, warnings, .. } = reading.report;
                (article, records, checks, warnings)
            })
        };
        let (composed, decomposed) = (report(text.nfc().collect()), report(text.nfd().collect()));
        assert_eq!(decomposed, composed, "{}", folder.display());
    }
}

/// `host.txt` names a host whose site is known: there, the same article is found with the hints.
#[test]
fn hints_find_the_same_article() {
    let mut hosts = Vec::new();
    for folder in folders() {
        let Ok(host) = std::fs::read_to_string(folder.join("host.txt")) else { continue };
        let page = Page::parse(&bytes(&folder), None).unwrap();
        let url = format!("https://{}/bai-viet.html", host.trim());
        let known = Known { url: Some(&url), ..Known::default() };
        let hinted = article::read(&page, known).article;
        let plain = article::read(&page, Known { no_site_hints: true, ..known }).article;
        assert_eq!(hinted, plain, "{}", folder.display());
        hosts.push(host);
    }
    assert!(hosts.len() >= 8, "{hosts:?}");
}

#[test]
fn fixtures_say_where_they_come_from() {
    for folder in folders() {
        let source = std::fs::read_to_string(folder.join("source.txt")).unwrap();
        assert_eq!(source.trim_end().lines().count(), 1, "{}", folder.display());
    }
}
