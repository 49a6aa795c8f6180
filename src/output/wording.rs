//! Headings, explanations and words for a person, in each language: `wording.toml`.
//!
//! The column `value` is headed `Giá trị` or `Value`; the role `actual` reads `kết quả`. What the
//! file does not have reads as its key, and a test holds that it has everything.

use super::lang::Lang;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// How a column is headed.
pub(super) fn heading(column: &str, lang: Lang) -> &str {
    WORDING.columns.get(column).map_or(column, |column| column.name.said(lang))
}

/// What stands in a column, as a clause that begins in lower case; words of the text in backticks.
pub(super) fn about(column: &str, lang: Lang) -> &'static str {
    WORDING.columns.get(column).map_or("", |column| column.about.said(lang))
}

/// A sheet's name.
#[cfg_attr(not(feature = "xlsx"), allow(dead_code, reason = "only workbooks have sheets"))]
pub(super) fn sheet(sheet: &'static str, lang: Lang) -> &'static str {
    WORDING.sheets.get(sheet).map_or(sheet, |said| said.said(lang))
}

/// How the word of a column's closed list reads.
pub(super) fn word<'a>(column: &str, key: &'a str, lang: Lang) -> &'a str {
    let word = WORDING.words.get(column).and_then(|words| words.get(key));
    word.map_or(key, |said| said.said(lang))
}

/// The same on a screen, whose English is that of the keys: `dot_decimal`, and in Vietnamese its words.
pub(super) fn on_screen<'a>(column: &str, key: &'a str, lang: Lang) -> &'a str {
    match lang {
        Lang::En => key,
        Lang::Vi => word(column, key, lang),
    }
}

/// The words that a column is closed to, with their keys.
pub(super) fn words(column: &str, lang: Lang) -> Vec<(&'static str, &'static str)> {
    let words = WORDING.words.get(column).into_iter().flatten();
    words.map(|(key, said)| (key.as_str(), said.said(lang))).collect()
}

/// A sentence on what did not fit, and how much of it.
#[cfg_attr(not(feature = "xlsx"), allow(dead_code, reason = "only workbooks have sheets"))]
pub(super) fn note(note: &str, n: usize, lang: Lang) -> String {
    let said = WORDING.notes.get(note).map_or("{n}", |said| said.said(lang));
    said.replace("{n}", &n.to_string())
}

#[cfg_attr(not(feature = "xlsx"), allow(dead_code, reason = "only workbooks have sheets"))]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wording {
    sheets: BTreeMap<String, Said>,
    columns: BTreeMap<String, Column>,
    words: BTreeMap<String, BTreeMap<String, Said>>,
    notes: BTreeMap<String, Said>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    name: Said,
    about: Said,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    vi: String,
    en: String,
}

impl Said {
    fn said(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

static WORDING: LazyLock<Wording> = LazyLock::new(|| {
    toml::from_str(include_str!("wording.toml"))
        .expect("the file is part of the program and tested")
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::columns::COLUMNS;

    #[test]
    fn every_column_has_a_heading_of_its_own_and_an_explanation() {
        for lang in [Lang::Vi, Lang::En] {
            for (i, column) in COLUMNS.iter().enumerate() {
                assert!(WORDING.columns.contains_key(column.name), "{}", column.name);
                assert!(!about(column.name, lang).is_empty(), "{}", column.name);
                let heading = |name| heading(name, lang);
                let same = COLUMNS[..i].iter().find(|c| heading(c.name) == heading(column.name));
                assert!(same.is_none(), "{}", column.name);
            }
        }
    }

    /// The lists of the report's schema, and the columns that they close.
    #[test]
    fn every_word_of_a_report_reads_in_both_languages() {
        let schema: serde_json::Value = serde_json::from_str(&crate::output::schema()).unwrap();
        for (list, column) in [
            ("Modifier", "modifier"),
            ("Role", "role"),
            ("Direction", "direction"),
            ("Status", "status"),
            ("Flag", "flags"),
            ("Verdict", "verdict"),
            ("Grade", "grade"),
        ] {
            let keys = schema["$defs"][list]["oneOf"].as_array().unwrap();
            let keys: Vec<_> = keys.iter().map(|key| key["const"].as_str().unwrap()).collect();
            let mut known: Vec<_> = words(column, Lang::Vi).iter().map(|(key, _)| *key).collect();
            known.sort_by_key(|key| keys.iter().position(|other| other == key));
            assert_eq!(keys, known, "{list}");
        }
    }

    #[test]
    fn the_columns_and_words_stand_in_the_documents() {
        let formats = include_str!("../../docs/formats.md");
        for column in COLUMNS {
            let name = column.name;
            let [vi, en] = [Lang::Vi, Lang::En].map(|lang| heading(name, lang));
            let row = format!("| `{name}` | {vi} | {en} | {} |\n", about(name, Lang::En));
            assert!(formats.contains(&row), "docs/formats.md has not:\n{row}");
            let [vi, en] = [Lang::Vi, Lang::En].map(|lang| words(name, lang));
            for ((key, vi), (_, en)) in vi.into_iter().zip(en) {
                let row = format!("| `{name}` | `{key}` | {vi} | {en} |\n");
                assert!(formats.contains(&row), "docs/formats.md has not:\n{row}");
            }
        }
    }
}
