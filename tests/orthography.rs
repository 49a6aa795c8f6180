//! One article in every spelling that editors and converters leave behind gives the same figures.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use de_an_06::record::{Flag, Record};
use de_an_06::text::strip_diacritics;
use de_an_06::{Options, read};
use std::fs;
use unicode_normalization::UnicodeNormalization;

/// What must not depend on the spelling.
#[derive(Debug, PartialEq)]
struct Figure {
    number: String,
    unit: Option<String>,
    role: &'static str,
    period: Option<(String, String)>,
    category: Option<String>,
}

impl From<&Record> for Figure {
    fn from(record: &Record) -> Self {
        let day =
            |end: Option<_>| end.map_or_else(String::new, |day: jiff::civil::Date| day.to_string());
        Self {
            number: format!("{} {:?} {:?}", record.value, record.high, record.of),
            unit: record.unit.clone(),
            role: record.role.as_str(),
            period: record.period.as_ref().map(|p| (day(p.start), day(p.end))),
            category: record.category.clone(),
        }
    }
}

fn seed() -> String {
    fs::read_to_string("fixtures/so-ket-de-an-06/page.html").unwrap()
}

fn records(page: &str) -> Vec<Record> {
    read(page.as_bytes(), &Options::default()).unwrap().report.records
}

fn figures(page: &str) -> Vec<Figure> {
    records(page).iter().map(Figure::from).collect()
}

/// The text between the tags changed, the tags as they are.
fn in_text(page: &str, change: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(page.len() * 2);
    let mut rest = page;
    while let Some(tag) = rest.find('<') {
        let close = tag + rest[tag..].find('>').map_or(rest.len() - tag, |end| end + 1);
        out.push_str(&change(&rest[..tag]));
        out.push_str(&rest[tag..close]);
        rest = &rest[close..];
    }
    out + &change(rest)
}

/// `hòa` → `hoà`, `thủy` → `thuỷ`: the tone of an open `oa`, `oe`, `uy` on its last letter.
fn old_tones(text: &str) -> String {
    const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
    let mut letters: Vec<char> = text.nfd().collect();
    for i in 0..letters.len().saturating_sub(2) {
        let pair = (letters[i].to_ascii_lowercase(), letters[i + 2].to_ascii_lowercase());
        let open = matches!(pair, ('o', 'a' | 'e') | ('u', 'y'))
            && letters.get(i + 3).is_none_or(|c| !c.is_alphanumeric() && !is_mark(*c));
        if open && TONES.contains(&letters[i + 1]) {
            letters.swap(i + 1, i + 2);
        }
    }
    letters.into_iter().nfc().collect()
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn full_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '0'..='9' => char::from_u32(c as u32 + 0xfee0).unwrap(),
            _ => c,
        })
        .collect()
}

#[test]
fn every_spelling_gives_the_same_figures() {
    let seed = seed();
    let wanted = figures(&seed);
    assert!(wanted.len() > 10);
    let spaces = |space: &str| in_text(&seed, |text| text.replace(' ', space));
    for (name, page) in [
        ("NFC", seed.nfc().collect::<String>()),
        ("NFD", seed.nfd().collect()),
        ("old tone marks", in_text(&seed, old_tones)),
        ("no-break spaces", spaces("\u{a0}")),
        ("thin spaces", spaces("\u{2009}")),
        ("full-width digits", in_text(&seed, full_width)),
        ("entities", in_text(&seed, |text| text.replace('à', "&agrave;"))),
        ("horned u of old fonts", in_text(&seed, |text| text.replace('ư', "ƣ"))),
    ] {
        assert_eq!(figures(&page), wanted, "{name}");
    }
    assert_ne!(in_text(&seed, old_tones), seed, "the seed has words whose tone can move");
}

#[test]
fn spaces_inside_numbers_are_closed() {
    let page = |number: &str| {
        format!("<article><h1>Tin</h1><p>Huyện đã cấp {number} thẻ cho người dân.</p></article>")
    };
    let wanted = figures(&page("23.640"));
    for space in [' ', '\u{a0}', '\u{2009}', '\u{202f}', '\u{2007}'] {
        assert_eq!(figures(&page(&format!("23{space}640"))), wanted, "{space:?}");
    }
}

#[test]
fn text_without_diacritics_is_read_and_flagged() {
    let seed = seed();
    let marked = figures(&seed);
    let found = records(&in_text(&seed, strip_diacritics));
    assert!(found.iter().all(|record| record.flags.contains(&Flag::NoDiacritics)));
    assert!(found.len() <= marked.len(), "words that are no numbers: {found:#?}");
    let same = found
        .iter()
        .map(Figure::from)
        .filter(|figure| marked.iter().any(|m| m.number == figure.number && m.unit == figure.unit))
        .count();
    assert!(same * 10 >= marked.len() * 6, "{same} of {}: {found:#?}", marked.len());
}
