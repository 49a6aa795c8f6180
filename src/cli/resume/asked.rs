//! [`Asked`]: what of a command line decides the bytes of the outputs, so that the words of two runs can be compared.

use super::super::flags;
use super::super::outputs::Output;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// What is longer is not repeated in a message.
const LONGEST: usize = 200;

/// By the flag, as it is written.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Asked(BTreeMap<String, String>);

impl Asked {
    /// What was asked for, apart from the outputs.
    pub(crate) fn of(flags: &flags::Extract) -> Self {
        let flags::Inputs { inputs: _, pace, glob, report, files_from: _, facts } = &flags.inputs;
        let program = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
        let own = &facts.own.files;
        let mut asked = Self::default();
        asked.say("the program", Some(program));
        asked.say("--max-page-bytes", Some(pace.max_page_bytes));
        asked.say("--glob", (!glob.is_empty()).then(|| glob.join("\n")));
        asked.say("--report", report.as_ref().map(|path| path.display()));
        asked.say("--published", facts.published.as_ref());
        asked.say("--url", facts.url.as_ref());
        asked.say("--input-format", facts.input_format.as_ref());
        asked.say("--encoding", facts.encoding.as_ref());
        asked.say("--no-site-hints", facts.no_site_hints.then_some("given"));
        asked.say("--corrections", files(&facts.corrections));
        asked.say("--lexicon", files(own));
        let dialect = flags.outputs.csv_dialect;
        asked.say("--csv-dialect", dialect.map(|name| format!("{name:?}").to_lowercase()));
        asked.say("--width", flags.outputs.width);
        asked.say("--columns", Some(flags.outputs.columns.join(",")));
        asked.say("--min-confidence", flags.min_confidence.as_ref());
        asked.say("--max-confidence", flags.max_confidence.as_ref());
        asked
    }

    /// Takes in what is read and written.
    pub(crate) fn and(mut self, paths: &[PathBuf], outputs: &[Output]) -> Self {
        let paths: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
        self.say("the inputs", Some(paths.join("\n")));
        for (at, Output { target, format, look }) in (1..).zip(outputs) {
            let file = target.file().map(|file| file.display().to_string()).unwrap_or_default();
            self.say(&format!("output {at}"), Some(format!("{file} as {}", format.name)));
            self.say("--lang", look.lang.map(|lang| format!("{lang:?}").to_lowercase()));
        }
        self
    }

    /// The first thing in which it differs from what another run was asked for.
    pub(super) fn differs_from(&self, before: &Self) -> Option<String> {
        let mut names = self.0.keys().chain(before.0.keys());
        let name = names.find(|name| self.0.get(*name) != before.0.get(*name))?;
        Some(match (before.0.get(name), self.0.get(name)) {
            (Some(before), Some(now)) if before.len() + now.len() < LONGEST => {
                format!("{name} was `{before}` and is `{now}`")
            }
            (None, Some(_)) => format!("{name} was not given"),
            (Some(_), None) => format!("{name} was given"),
            _ => format!("{name} was something else"),
        })
    }

    fn say(&mut self, name: &str, what: Option<impl ToString>) {
        self.0.extend(what.map(|what| (name.to_owned(), what.to_string())));
    }
}

/// Files of the user, with what tells their content from another.
fn files(paths: &[PathBuf]) -> Option<String> {
    let told = paths.iter().map(|path| {
        let digest = fs::read(path).map(|bytes| format!("{:x}", Sha256::digest(bytes)));
        format!("{} {}", path.display(), digest.unwrap_or_default())
    });
    let told: Vec<_> = told.collect();
    (!told.is_empty()).then(|| told.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_difference_is_named() {
        let said = |pairs: &[(&str, &str)]| {
            Asked(pairs.iter().map(|(name, what)| ((*name).into(), (*what).into())).collect())
        };
        let long = "x".repeat(LONGEST);
        for (before, now, want) in [
            (said(&[("a", "1")]), said(&[("a", "1")]), None),
            (said(&[("a", "1")]), said(&[("a", "2")]), Some("a was `1` and is `2`")),
            (said(&[("a", "1")]), said(&[("a", "1"), ("b", "2")]), Some("b was not given")),
            (said(&[("a", "1"), ("b", "2")]), said(&[("a", "1")]), Some("b was given")),
            (said(&[("a", &long)]), said(&[("a", "1")]), Some("a was something else")),
        ] {
            assert_eq!(now.differs_from(&before).as_deref(), want);
        }
    }
}
