//! JSON Lines: a page a line, as `{"html": "<p>…"}` or `{"text": "…"}`.
//!
//! `url`, `published` and a `name` or `id` are taken over. A line that is none of this is reported
//! with its number, and the next is read.

use super::{Error, Input};
use serde::Deserialize;
use serde_json::Value;
use std::io::BufRead;

#[derive(Deserialize)]
struct Row {
    html: Option<String>,
    text: Option<String>,
    url: Option<String>,
    published: Option<String>,
    name: Option<String>,
    id: Option<Value>,
}

/// Whether bytes are a list: their first line is a page.
pub(super) fn is_list(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let line = text.split(|b| *b == b'\n').next().unwrap_or_default();
    line.starts_with(b"{")
        && serde_json::from_slice::<Row>(line)
            .is_ok_and(|row| row.html.is_some() || row.text.is_some())
}

/// The pages of a list that is called `name`.
pub(super) fn pages(
    name: String,
    lines: impl BufRead,
) -> impl Iterator<Item = Result<Input, Error>> {
    let mut ended = false;
    lines
        .lines()
        .enumerate()
        .take_while(move |(_, line)| !std::mem::replace(&mut ended, line.is_err()))
        .filter(|(_, line)| !line.as_ref().is_ok_and(|line| line.trim().is_empty()))
        .map(move |(at, line)| {
            let name = format!("{name}:{}", at + 1);
            let read = line.map_err(|error| error.to_string()).and_then(|line| page(&name, &line));
            read.map_err(|reason| Error::Unreadable { name, reason })
        })
}

fn page(place: &str, line: &str) -> Result<Input, String> {
    let line = line.trim_start_matches('\u{feff}');
    let row: Row = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let id = || match row.id? {
        Value::String(id) => Some(id),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    };
    let text = row.html.or(row.text);
    let text = text.ok_or("expected an object with `html` or `text`, found neither")?;
    Ok(Input {
        name: row.name.or_else(id).unwrap_or_else(|| place.to_owned()),
        bytes: text.into_bytes(),
        url: row.url,
        charset: None,
        published: row.published,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_page_or_a_failure() {
        let list = "\u{feff}".to_owned()
            + r#"{"html": "<p>A", "url": "https://a.vn/1", "published": "2023-05-11"}

{"text": "B", "id": 7}
{"text": "C", "name": "c"}
{"title": "D"}
not json
"#;
        let read: Vec<String> = pages("l.jsonl".to_owned(), list.as_bytes())
            .map(|page| match page {
                Ok(page) => format!("{} {:?} {:?}", page.name, page.url, page.published),
                Err(error) => error.to_string(),
            })
            .collect();
        assert_eq!(
            read,
            [
                r#"l.jsonl:1 Some("https://a.vn/1") Some("2023-05-11")"#,
                "7 None None",
                "c None None",
                "l.jsonl:5: cannot be read: expected an object with `html` or `text`, found neither",
                "l.jsonl:6: cannot be read: expected ident at line 1 column 2",
            ]
        );
    }
}
