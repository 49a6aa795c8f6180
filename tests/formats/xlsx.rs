//! The workbook of the sample, cell by cell, as it stands in the file.

use super::{bytes_of, sample, snapshot};
use de_an_06::lexicon::Lexicon;
use de_an_06::output::{Format, Lang, Look};
use regex::Regex;
use snapbox::file;
use std::fmt::Write;
use std::io::{Cursor, Read};
use zip::ZipArchive;

fn workbook(lang: Lang) -> Vec<u8> {
    bytes_of("xlsx", Look { lang: Some(lang), ..Look::default() }, &[sample::report()])
}

#[test]
fn xlsx() {
    snapshot(shown(workbook(Lang::Vi)), file!["sample.xlsx.txt"]);
}

#[test]
fn xlsx_in_english() {
    let workbook = shown(workbook(Lang::En));
    assert!(workbook.starts_with("# Figures\nA1=Id\tB1=Confidence\tC1=Indicator\t"), "{workbook}");
    let vietnamese = Regex::new("Giá trị|kết quả|không khớp").unwrap();
    assert!(!vietnamese.is_match(&workbook), "{workbook}");
}

#[test]
fn without_a_report_every_sheet_has_its_heading() {
    let empty = shown(bytes_of("xlsx", Look::default(), &[]));
    let headings = empty.lines().filter(|line| line.starts_with("A1="));
    assert_eq!(headings.count(), 5, "{empty}");
}

#[test]
fn the_same_reports_give_the_same_bytes() {
    let first = workbook(Lang::Vi);
    // The time of a file counts in steps of two seconds.
    std::thread::sleep(std::time::Duration::from_millis(2100));
    assert_eq!(first, workbook(Lang::Vi));
}

#[test]
fn what_more_than_15_digits_need_stands_beside_the_number() {
    let mut report = sample::report();
    report.records[0].value = "12345678901234567890.5".parse().unwrap();
    let sheet = shown(bytes_of("xlsx", Look::default(), &[report]));
    assert!(sheet.contains("\tE2=12345678901234567000\t"), "{sheet}");
    assert!(sheet.contains("\tP2=12345678901234567890.5\t"), "{sheet}");
}

#[test]
fn only_addresses_of_the_web_become_links() {
    let links = |address: &str| {
        let mut report = sample::report();
        for record in &mut report.records {
            record.source.link = Some(address.into());
        }
        report.source.url = Some(address.into());
        shown(bytes_of("xlsx", Look::default(), &[report])).matches("-> ").count()
    };
    assert!(links("https://example.vn/a") > 0);
    for address in ["javascript:alert(1)", "file:///etc/passwd", "internal:A1", "mailto:a@b.vn"] {
        assert_eq!(links(address), 0, "{address}");
    }
    assert_eq!(links(&format!("https://example.vn/{}", "a".repeat(2_080))), 0);
    assert!(links(&format!("https://example.vn/#{}", "a".repeat(2_080))) > 0);
}

#[test]
fn a_text_that_is_too_long_is_cut_and_the_legend_says_so() {
    let mut report = sample::report();
    report.records[0].source.sentence = "đ".repeat(32_768);
    let sheet = shown(bytes_of("xlsx", Look::default(), &[report]));
    assert!(sheet.contains(&format!("{}…\t", "đ".repeat(32_766))));
    assert!(sheet.contains("=Ghi chú\tD") && sheet.contains("1 ô dài hơn 32.767 ký tự"));
}

/// The cells of every sheet, a row a line, and its links.
fn shown(workbook: Vec<u8>) -> String {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let names = Regex::new("<sheet name=\"([^\"]*)\"").unwrap();
    let row = Regex::new("(?s)<row .*?</row>").unwrap();
    let cell = Regex::new("(?s)<c r=\"([A-Z]+[0-9]+)\"[^>]*>(?:<is><t[^>]*>|<v>)(.*?)</").unwrap();
    let link =
        Regex::new("<hyperlink ref=\"([A-Z0-9]+)\"[^>]*?(?:location=\"([^\"]*)\")?/>").unwrap();
    let book = part("xl/workbook.xml");
    let mut shown = String::new();
    for (i, name) in names.captures_iter(&book).enumerate() {
        let sheet = part(&format!("xl/worksheets/sheet{}.xml", i + 1));
        writeln!(shown, "# {}", &name[1]).unwrap();
        for row in row.find_iter(&sheet) {
            let cells = cell.captures_iter(row.as_str());
            let cells: Vec<_> = cells.map(|cell| format!("{}={}", &cell[1], &cell[2])).collect();
            writeln!(shown, "{}", cells.join("\t")).unwrap();
        }
        for link in link.captures_iter(&sheet) {
            let fragment = link.get(2).map_or("", |fragment| fragment.as_str());
            writeln!(shown, "{} -> {fragment}", &link[1]).unwrap();
        }
    }
    shown
}

#[test]
fn a_series_has_a_workbook_too() {
    let lexicon = Lexicon::built_in();
    let mut gathering = de_an_06::series::Gathering::new(lexicon);
    gathering.add(&sample::report());
    let mut bytes = Vec::new();
    let line_up = Format::named("xlsx").unwrap().line_up.unwrap();
    line_up(&gathering.finish(), Look::default(), &mut bytes).unwrap();
    snapshot(shown(bytes), file!["sample.series.xlsx.txt"]);
}
