//! Findings that an editor has looked at and accepted, as a TOML file holds them.
//!
//! A finding is known again by its check, by the file name of its source, by the sentence of the claim
//! and by its figures as they are printed; where it is about no figures, by its arithmetic. So it stays
//! accepted while the article is read again or moved, and comes back when its words change.

use super::told::Told;
use crate::check::Verdict;
use crate::correction::file_name;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::fmt;

/// What stands on top of the file.
const HEAD: &str = "\
# Findings of `de-an-06 check` that an editor has looked at and accepted: `check --accept FILE`.
# A finding is known again by source, check, words and figures; `note` is yours.
";

/// The findings of a file.
#[derive(Debug, Clone, Default)]
pub struct Accepted {
    entries: Vec<Entry>,
    known: HashSet<Key>,
}

/// A file that holds something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptedError(String);

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    accepted: Vec<Entry>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    source: String,
    check: String,
    words: String,
    figures: Vec<String>,
    finding: String,
    #[serde(default)]
    note: Option<String>,
}

/// By what a finding is known again.
type Key = (String, String, String, Vec<String>);

impl Accepted {
    /// Reads a file.
    ///
    /// # Errors
    /// What it should hold, and where it does not.
    pub fn read(text: &str) -> Result<Self, AcceptedError> {
        let file: File = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
            AcceptedError(format!("line {line}: {}", error.message().trim()))
        })?;
        let known = file.accepted.iter().map(Entry::key).collect();
        Ok(Self { entries: file.accepted, known })
    }

    /// Whether a finding is one of them.
    #[must_use]
    pub fn holds(&self, told: &Told) -> bool {
        !self.known.is_empty() && self.known.contains(&Entry::of(told).key())
    }

    /// Takes those of another file that are not here.
    pub fn join(&mut self, others: Self) {
        for entry in others.entries {
            if self.known.insert(entry.key()) {
                self.entries.push(entry);
            }
        }
    }

    /// Takes a finding that does not hold, unless it is there.
    pub fn add(&mut self, told: &Told) {
        let entry = Entry::of(told);
        if told.holds == Verdict::DoesNotHold && self.known.insert(entry.key()) {
            self.entries.push(entry);
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl fmt::Display for Accepted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HEAD)?;
        self.entries.iter().try_for_each(|entry| {
            let figures: Vec<_> = entry.figures.iter().map(|figure| quoted(figure)).collect();
            writeln!(f, "\n[[accepted]]")?;
            writeln!(f, "source = {}", quoted(&entry.source))?;
            writeln!(f, "check = {}", quoted(&entry.check))?;
            writeln!(f, "words = {}", quoted(&entry.words))?;
            writeln!(f, "figures = [{}]", figures.join(", "))?;
            writeln!(f, "finding = {}", quoted(&entry.finding))?;
            let note = entry.note.as_ref();
            note.map_or(Ok(()), |note| writeln!(f, "note = {}", quoted(note)))
        })
    }
}

impl fmt::Display for AcceptedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for AcceptedError {}

impl Entry {
    fn of(told: &Told) -> Self {
        let mut sources: Vec<&str> = told.figures.iter().map(|f| &*f.source).collect();
        sources.dedup();
        let words = told.figures.first().map_or("", |figure| &figure.sentence);
        Self {
            source: sources.join(" | "),
            check: told.kind.to_owned(),
            words: words.to_owned(),
            figures: told.figures.iter().map(|figure| figure.text.clone()).collect(),
            finding: told.detail.clone(),
            note: None,
        }
    }

    fn key(&self) -> Key {
        let files = self.source.split(" | ").map(file_name);
        let source = files.collect::<Vec<_>>().join(" | ");
        let words = if self.words.is_empty() { &self.finding } else { &self.words };
        (source, self.check.clone(), words.clone(), self.figures.clone())
    }
}

/// A string as TOML writes it, which takes the escapes of JSON.
pub(in crate::output) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007f")
}

#[cfg(test)]
mod tests {
    use super::super::told::Quoted;
    use super::*;

    fn told(source: &str, sentence: &str, figures: &[&str]) -> Told {
        let figure = |text: &&str| Quoted {
            source: source.into(),
            id: "r1".to_owned(),
            text: (*text).to_owned(),
            prefix: String::new(),
            suffix: String::new(),
            is_cut: false,
            sentence: sentence.to_owned(),
            link: None,
        };
        Told {
            kind: "sum_of_parts",
            holds: Verdict::DoesNotHold,
            grade: None,
            accepted: false,
            detail: "1 + 2 = 3, the text says 4".to_owned(),
            slips: Vec::new(),
            figures: figures.iter().map(figure).collect(),
        }
    }

    #[test]
    fn a_finding_is_known_again_by_its_words() {
        let first = told("bai/a.html", "Có \"4\" xã\u{7f}.", &["4", "1", "2"]);
        let mut accepted = Accepted::default();
        accepted.add(&first);
        accepted.add(&first);
        let read = Accepted::read(&accepted.to_string()).unwrap();
        assert_eq!(read.len(), 1);
        assert_eq!(read.to_string(), accepted.to_string());
        for (source, sentence, figures, holds) in [
            ("bai/a.html", "Có \"4\" xã\u{7f}.", &["4", "1", "2"][..], true),
            ("khac/a.html", "Có \"4\" xã\u{7f}.", &["4", "1", "2"], true),
            ("b.html", "Có \"4\" xã\u{7f}.", &["4", "1", "2"], false),
            ("bai/a.html", "Có 4 xã.", &["4", "1", "2"], false),
            ("bai/a.html", "Có \"4\" xã\u{7f}.", &["4", "1", "3"], false),
        ] {
            assert_eq!(read.holds(&told(source, sentence, figures)), holds, "{source} {sentence}");
        }
    }

    #[test]
    fn another_file_is_refused_with_its_line() {
        let error = Accepted::read("[[accepted]]\nsource = \"a\"\nwhat = 1\n").unwrap_err();
        assert!(error.to_string().starts_with("line 3: unknown field `what`"), "{error}");
        assert!(Accepted::read("").unwrap().is_empty());
    }
}
