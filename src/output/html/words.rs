//! What the page says, in each language: one TOML file a language, nothing of it in the code.
//!
//! Only what no other format has stands there. Fields, roles, checks and sentences are called as in
//! workbooks and on screens.

use crate::output::{Lang, wording};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Every word of the page in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// The language of the page.
    pub(super) lang: Lang,
    /// The marks between thousands and before decimals.
    pub(super) marks: [String; 2],
    /// How a day is written: `%d/%m/%Y`.
    pub(super) day: String,
    pub(super) page: Page,
    pub(super) script: Script,
    pub(super) series: Series,
    pub(super) findings: Findings,
    pub(super) diff: Diff,
}

/// What the script says, by a name of its own.
#[derive(Debug, Deserialize, Serialize)]
#[serde(transparent)]
pub(super) struct Script(BTreeMap<String, String>);

/// What stands around figures, charts and checks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Page {
    pub(super) kicker: String,
    pub(super) several: String,
    pub(super) untitled: String,
    pub(super) skip: String,
    pub(super) read: String,
    pub(super) records: String,
    pub(super) charts: String,
    pub(super) articles: String,
    pub(super) source: String,
    pub(super) original: String,
    pub(super) figures: String,
    pub(super) tested: String,
    pub(super) legend: String,
    pub(super) all_hold: String,
    pub(super) no_claims: String,
    pub(super) failed: String,
    pub(super) other_claims: String,
    pub(super) doubts: String,
    pub(super) made: String,
    pub(super) keys: String,
    pub(super) no_script: String,
    pub(super) search: String,
    pub(super) role: String,
    pub(super) category: String,
    pub(super) article: String,
    pub(super) any: String,
    pub(super) none: String,
    pub(super) clear: String,
    pub(super) csv: String,
    pub(super) excel: String,
    pub(super) review: String,
    pub(super) to_review: String,
    pub(super) review_first: String,
    pub(super) review_rest: String,
    pub(super) corrected: String,
    pub(super) add: String,
    pub(super) add_how: String,
    pub(super) corrections: String,
    pub(super) corrections_how: String,
    pub(super) save_corrections: String,
    pub(super) unkept: String,
    pub(super) shown: String,
    pub(super) number: String,
    pub(super) what: String,
    pub(super) value: String,
    pub(super) when: String,
    pub(super) said_as: String,
    pub(super) until: String,
    pub(super) since: String,
    pub(super) results_and_targets: String,
    pub(super) parts_of_total: String,
    pub(super) rest: String,
    pub(super) excess: String,
    pub(super) of_target: String,
    pub(super) over_time: String,
    pub(super) conflict: String,
}

/// What the series page says besides.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Series {
    pub(super) kicker: String,
    pub(super) title: String,
    pub(super) lines: String,
    pub(super) once: String,
    pub(super) nothing: String,
    pub(super) agree: String,
    pub(super) differ: String,
    pub(super) no_period: String,
    pub(super) repeated: String,
    pub(super) target: String,
    pub(super) attained: String,
    pub(super) against: String,
    pub(super) how: String,
    pub(super) made: String,
}

/// What the page of findings says besides.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Findings {
    pub(super) kicker: String,
    pub(super) summary: String,
}

/// What the page of differences says besides.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Diff {
    pub(super) kicker: String,
    pub(super) several: String,
    pub(super) same: String,
    pub(super) old: String,
    pub(super) new: String,
    pub(super) values: String,
    pub(super) others: String,
    pub(super) gone: String,
    pub(super) added: String,
    pub(super) readings: String,
    pub(super) unchanged: String,
    pub(super) only_old: String,
    pub(super) only_new: String,
}

/// The words that the script needs.
#[derive(Serialize)]
pub(super) struct ForScript<'a> {
    lang: &'static str,
    marks: &'a [String; 2],
    say: &'a Script,
    field: BTreeMap<&'static str, &'static str>,
    /// What the cells of a column are called that hold words of the program.
    cell: BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>,
}

/// The fields that a record shows when it is opened.
const FIELDS: [&str; 19] = [
    "value",
    "high",
    "of",
    "unit",
    "unit_key",
    "per",
    "modifier",
    "role",
    "direction",
    "status",
    "indicator",
    "scope",
    "category",
    "period",
    "place",
    "part_of",
    "target",
    "flags",
    "confidence",
];
/// Those of them that hold words of the program.
const CLOSED: [&str; 5] = ["role", "modifier", "direction", "status", "flags"];

impl Words {
    /// How a word of the program reads that stands in this column.
    pub(super) fn word<'a>(&self, column: &str, word: &'a str) -> &'a str {
        wording::word(column, word, self.lang)
    }

    /// What a field is called.
    pub(super) fn field(&self, field: &'static str) -> &'static str {
        wording::heading(field, self.lang)
    }

    /// What the script needs of them.
    pub(super) fn for_script(&self) -> ForScript<'_> {
        let lang = self.lang;
        let field = FIELDS.map(|field| (field, wording::heading(field, lang)));
        let cell =
            CLOSED.map(|column| (column, wording::words(column, lang).into_iter().collect()));
        ForScript {
            lang: lang.tag(),
            marks: &self.marks,
            say: &self.script,
            field: field.into(),
            cell: cell.into(),
        }
    }

    /// The words of a language.
    pub(super) fn of(lang: Lang) -> Self {
        let file = match lang {
            Lang::Vi => include_str!("words/vi.toml"),
            Lang::En => include_str!("words/en.toml"),
        };
        toml::from_str(file).expect("the tests read the words of every language")
    }
}

impl Script {
    /// What is said under this name.
    pub(super) fn of<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_words_for_fields_and_script() {
        for lang in [Lang::Vi, Lang::En] {
            let words = Words::of(lang);
            assert_ne!(words.script.of("none_shown"), "none_shown", "{lang:?}");
            let needed = words.for_script();
            assert!(needed.field.iter().all(|(key, name)| key != name), "{lang:?}");
            assert!(needed.cell.values().all(|cell| cell.len() > 1), "{lang:?}");
        }
    }
}
