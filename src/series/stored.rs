//! Reports that were written before: JSON as `extract -f json` gives it, and JSON Lines with a row a figure.
//!
//! What lining up asks for is read: the article, its place, its figures. One document may stand behind another; rows
//! of one article stand together. Everything else of a report is passed over, so that reports of other versions with
//! more in them are read as well.

use crate::record::{Confidences, Record};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Deserializer, Map, Value, json};
use std::collections::BTreeMap;
use std::fmt;
use std::io::Read;

/// An article with its figures, as it was stored.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Stored {
    /// Where it came from.
    pub source: Origin,
    /// The article.
    pub article: Headline,
    /// The place that it is about.
    #[serde(default)]
    pub place: Option<String>,
    /// Its figures.
    pub records: Vec<Record>,
}

/// Where a stored article came from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Origin {
    /// Name of the input.
    pub name: String,
    /// Address of its page.
    #[serde(default)]
    pub url: Option<String>,
}

/// What stands over a stored article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Headline {
    /// Its title.
    #[serde(default)]
    pub title: Option<String>,
    /// Its day or moment of publication.
    #[serde(default)]
    pub published: Option<String>,
}

/// A file that holds something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub message: String,
}

impl Stored {
    /// Reads a file.
    ///
    /// # Errors
    /// Where it is no JSON, or JSON of something else.
    pub fn read(text: &str) -> Result<Vec<Self>, StoredError> {
        let mut all: Vec<Self> = Vec::new();
        let mut documents = Deserializer::from_str(text).into_iter::<Map<String, Value>>();
        let mut start = 0;
        let fail = |start: usize, error: serde_json::Error| {
            let line = text[..start].matches('\n').count() + 1;
            StoredError { line: error.line().max(line), message: error.to_string() }
        };
        while let Some(document) = documents.next() {
            let document = document.map_err(|error| fail(start, error))?;
            let begin = std::mem::replace(&mut start, documents.byte_offset());
            start += text[start..].len() - text[start..].trim_start().len();
            if document.contains_key("records") {
                let whole = serde_json::from_value(Value::Object(document));
                all.push(whole.map_err(|error| fail(begin, error))?);
                continue;
            }
            let row = serde_json::from_value::<Self>(nested(document));
            let row = row.map_err(|error| fail(begin, error))?;
            match all.last_mut() {
                Some(last) if last.source == row.source => last.records.extend(row.records),
                _ => all.push(row),
            }
        }
        Ok(all)
    }

    /// Whether a file begins like one of them, and not like a list of pages.
    #[must_use]
    pub fn is_one(file: impl Read) -> bool {
        let documents = Deserializer::from_reader(file);
        let mut documents = documents.into_iter::<BTreeMap<String, IgnoredAny>>();
        let Some(Ok(first)) = documents.next() else { return false };
        let has = |keys: &[&str]| keys.iter().all(|key| first.contains_key(*key));
        has(&["records", "article"]) || has(&["id", "role", "sentence"])
    }
}

/// The row of a figure as a report of this one figure.
fn nested(mut row: Map<String, Value>) -> Value {
    let mut take = |key: &str| row.remove(key).unwrap_or(Value::Null);
    let source = json!({ "name": take("source"), "url": take("url") });
    let article = json!({ "title": take("title"), "published": take("published") });
    let place = take("about");
    let [start, end, text] = ["period_start", "period_end", "period_text"].map(&mut take);
    let is_dated = !(start.is_null() && end.is_null() && text.is_null());
    let period = json!({ "start": start, "end": end, "text": text.as_str().unwrap_or_default() });
    let words = json!({
        "block": take("block"), "start": take("start"), "end": take("end"), "text": take("text"),
        "prefix": take("prefix"), "suffix": take("suffix"), "sentence": take("sentence"), "link": take("link"),
    });
    let [flags, corrected] = ["flags", "corrected"].map(|key| {
        let names = take(key);
        let names = names.as_str().unwrap_or_default().split('|').filter(|name| !name.is_empty());
        names.map(Value::from).collect::<Vec<_>>()
    });
    row.insert("period".to_owned(), if is_dated { period } else { Value::Null });
    row.insert("source".to_owned(), words);
    row.insert("confidences".to_owned(), json!(Confidences::all(0)));
    row.insert("flags".to_owned(), flags.into());
    row.insert("corrected".to_owned(), corrected.into());
    json!({ "source": source, "article": article, "place": place, "records": [row] })
}

impl fmt::Display for StoredError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: this is no stored report: {}", self.line, self.message)
    }
}

impl std::error::Error for StoredError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_report_is_refused_with_its_line() {
        for (text, line) in [
            (
                "{\"records\": [], \"source\": {\"name\": \"a\"}, \"article\": {}}\n{\"html\": \"<p>\"}\n",
                2,
            ),
            ("\n[1]", 2),
            ("{\"records\": 1}", 1),
        ] {
            assert_eq!(Stored::read(text).unwrap_err().line, line, "{text}");
        }
        assert!(!Stored::is_one(&b"{\"html\": \"<p>\", \"url\": \"https://a.vn\"}"[..]));
        assert!(!Stored::is_one(&b"<p>"[..]));
        assert_eq!(Stored::read(""), Ok(Vec::new()));
    }
}
