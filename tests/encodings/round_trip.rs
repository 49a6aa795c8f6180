//! Every fixture in every encoding: encoded, read, the same report.

use crate::encoder::{Table, utf8_twice, windows_1258};
use de_an_06::page::Encoding;
use de_an_06::{Options, read};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn fixtures() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let folders = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<_> = folders
        .map(|folder| folder.join("page.html"))
        .filter_map(|path| Some((path.clone(), std::fs::read_to_string(path).ok()?)))
        .collect();
    pages.sort();
    assert!(pages.len() > 10);
    pages
}

/// The report of a page, or why there is none, and its encoding.
fn report(bytes: &[u8], encoding: Option<&str>) -> (Value, Option<Encoding>) {
    let options = Options { encoding: encoding.map(str::to_owned), ..Options::default() };
    match read(bytes, &options) {
        Ok(reading) => {
            let mut report = serde_json::to_value(&reading.report).unwrap();
            report["source"] = Value::Null;
            (report, Some(reading.report.source.encoding))
        }
        Err(error) => (error.to_string().into(), None),
    }
}

/// Where two reports differ, in short.
fn difference(read: &Value, want: &Value, at: &str) -> Option<String> {
    match (read, want) {
        (Value::Object(a), Value::Object(b)) if a.len() == b.len() => {
            b.iter().find_map(|(key, want)| difference(&a[key], want, &format!("{at}.{key}")))
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let mut pairs = a.iter().zip(b).enumerate();
            pairs.find_map(|(i, (a, b))| difference(a, b, &format!("{at}[{i}]")))
        }
        _ => (read != want).then(|| format!("{at}: {read:.200} instead of {want:.200}")),
    }
}

/// Reads every fixture as `encode` writes it and holds the report, and the label if it is given,
/// against those of the page in UTF-8.
fn same_reports(label: Option<&str>, asked: Option<&str>, encode: impl Fn(&str) -> Vec<u8>) {
    let mut wrong = Vec::new();
    for (path, page) in fixtures() {
        let (want, _) = report(page.as_bytes(), None);
        let (read, encoding) = report(&encode(&page), asked);
        let other = encoding.filter(|encoding| label.is_some_and(|label| label != encoding.label));
        let other = other.map(|encoding| format!("{encoding:?}"));
        let found = other.or_else(|| difference(&read, &want, "report"));
        wrong.extend(found.map(|found| format!("{}: {found}", path.display())));
    }
    assert!(wrong.is_empty(), "{label:?} {asked:?}\n{}", wrong.join("\n"));
}

/// Without the page's own word, or with a wrong one.
fn undeclared(page: &str) -> String {
    page.replace("charset=\"utf-8\"", "").replace("charset=utf-8", "")
}

fn declared(page: &str, label: &str) -> String {
    let meta = format!("<head><meta charset=\"{label}\">");
    undeclared(page).replacen("<head>", &meta, 1)
}

#[test]
fn bytes_in_an_old_encoding() {
    for (name, label) in
        [("viscii", "viscii"), ("tcvn3", "tcvn3"), ("tcvn5712", "tcvn5712-1"), ("vni", "vni")]
    {
        let table = Table::read(name);
        same_reports(Some(label), Some(label), |page| table.bytes(page));
        same_reports(Some(label), None, |page| table.bytes(&declared(page, label)));
        same_reports(None, None, |page| table.bytes(&undeclared(page)));
        for wrong in ["iso-8859-1", "windows-1252", "x-user-defined"] {
            same_reports(None, None, |page| table.bytes(&declared(page, wrong)));
        }
    }
}

#[test]
fn letters_of_an_old_encoding_in_utf8() {
    for name in ["viscii", "tcvn3", "tcvn5712", "vni"] {
        let table = Table::read(name);
        same_reports(Some("utf-8"), None, |page| table.letters(page).into_bytes());
    }
    for name in ["viscii", "tcvn3", "tcvn5712-1", "vni"] {
        let file = name.trim_end_matches("-1");
        let table = Table::read(file);
        same_reports(Some(name), Some(name), |page| table.letters(page).into_bytes());
    }
}

#[test]
fn utf8_that_was_encoded_twice() {
    same_reports(Some("utf-8"), None, |page| utf8_twice(page).into_bytes());
    same_reports(Some("utf-8"), None, |page| {
        page.as_bytes().iter().map(|byte| char::from(*byte)).collect::<String>().into_bytes()
    });
}

#[test]
fn encodings_of_the_standard() {
    let wide = |page: &str, of: fn(u16) -> [u8; 2]| -> Vec<u8> {
        page.encode_utf16().flat_map(of).collect()
    };
    same_reports(Some("utf-16le"), None, |page| wide(page, u16::to_le_bytes));
    same_reports(Some("utf-16be"), None, |page| wide(page, u16::to_be_bytes));
    same_reports(Some("utf-16le"), None, |page| wide(&format!("\u{feff}{page}"), u16::to_le_bytes));
    same_reports(Some("utf-8"), None, |page| format!("\u{feff}{page}").into_bytes());
    same_reports(Some("utf-8"), None, |page| declared(page, "windows-1252").into_bytes());
    same_reports(Some("windows-1258"), None, |page| windows_1258(&declared(page, "windows-1258")));
    same_reports(Some("windows-1258"), Some("cp1258"), windows_1258);
    same_reports(Some("windows-1258"), None, |page| windows_1258(&undeclared(page)));
    same_reports(Some("windows-1258"), None, |page| windows_1258(&declared(page, "iso-8859-1")));
}

#[test]
fn letters_as_entities() {
    same_reports(Some("utf-8"), None, |page| {
        let entity = |c: char| match c.is_ascii() {
            true => c.to_string(),
            false => format!("&#{};", u32::from(c)),
        };
        page.chars().map(entity).collect::<String>().into_bytes()
    });
}
