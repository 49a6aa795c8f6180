//! Reports that were written before: JSON as `extract -f json` gives it, and JSON Lines with a row a figure.
//!
//! One document may stand behind another; rows of one article stand together. What is not asked for is passed over, so
//! that reports of other versions with more in them are read as well.

use super::{Stored, StoredError};
use crate::record::Confidences;
use serde::de::IgnoredAny;
use serde_json::{Deserializer, Map, Value, json};
use std::collections::BTreeMap;
use std::io::Read;

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
            StoredError::Line { line: error.line().max(line), message: error.to_string() }
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
            join(&mut all, document, false).map_err(|error| fail(begin, error))?;
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

/// Puts the row of a figure behind those of its article, or begins one with it.
pub(super) fn join(
    all: &mut Vec<Stored>,
    row: Map<String, Value>,
    is_new: bool,
) -> serde_json::Result<()> {
    let row = serde_json::from_value::<Stored>(nested(row))?;
    match all.last_mut() {
        Some(last) if !is_new && last.source == row.source => last.records.extend(row.records),
        _ => all.push(row),
    }
    Ok(())
}

/// Exact digits as a number.
#[cfg_attr(
    not(any(feature = "parquet", feature = "sqlite")),
    allow(dead_code, reason = "JSON has numbers of its own")
)]
pub(super) fn number(digits: &str) -> Option<Value> {
    serde_json::from_str::<serde_json::Number>(digits).ok().map(Value::Number)
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
            let error = Stored::read(text).unwrap_err();
            let is_there = matches!(error, StoredError::Line { line: found, .. } if found == line);
            assert!(is_there, "{text}: {error}");
        }
        assert!(!Stored::is_one(&b"{\"html\": \"<p>\", \"url\": \"https://a.vn\"}"[..]));
        assert!(!Stored::is_one(&b"<p>"[..]));
        assert_eq!(Stored::read(""), Ok(Vec::new()));
    }
}
