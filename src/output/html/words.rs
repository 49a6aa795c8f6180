//! What the page says, in each language: one TOML file a language, nothing of it in the code.
//!
//! The program's own words (roles, fields) are looked up and stand for themselves where a file does
//! not know them. Checks, verdicts and sentences are those of every format.

use crate::output::Lang;
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
    pub(super) script: Names,
    pub(super) role: Names,
    pub(super) modifier: Names,
    pub(super) direction: Names,
    pub(super) status: Names,
    pub(super) flag: Names,
    pub(super) field: Names,
    pub(super) series: Series,
}

/// Names of the program's own words.
#[derive(Debug, Deserialize, Serialize)]
#[serde(transparent)]
pub(super) struct Names(BTreeMap<String, String>);

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
    pub(super) target: String,
    pub(super) attained: String,
    pub(super) against: String,
    pub(super) how: String,
    pub(super) made: String,
}

/// The words that the script needs.
#[derive(Serialize)]
pub(super) struct ForScript<'a> {
    lang: &'static str,
    marks: &'a [String; 2],
    say: &'a Names,
    field: &'a Names,
    /// What the cells of a column are called that hold words of the program.
    cell: BTreeMap<&'static str, &'a Names>,
}

impl Words {
    /// What the script needs of them.
    pub(super) fn for_script(&self) -> ForScript<'_> {
        let cell = [
            ("role", &self.role),
            ("modifier", &self.modifier),
            ("direction", &self.direction),
            ("status", &self.status),
            ("flags", &self.flag),
        ];
        ForScript {
            lang: self.lang.tag(),
            marks: &self.marks,
            say: &self.script,
            field: &self.field,
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

impl Names {
    /// What the page calls it.
    pub(super) fn of<'a>(&'a self, word: &'a str) -> &'a str {
        self.0.get(word).map_or(word, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_names_the_roles_and_fields() {
        for words in [Lang::Vi, Lang::En].map(Words::of) {
            for (names, word) in [
                (&words.role, "actual"),
                (&words.role, "condition"),
                (&words.field, "indicator"),
                (&words.script, "none_shown"),
            ] {
                assert_ne!(names.of(word), word, "{:?}", words.lang);
            }
            assert_eq!(words.role.of("unheard_of"), "unheard_of");
        }
    }
}
