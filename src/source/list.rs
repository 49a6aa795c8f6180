//! JSON Lines: a page a line, as `{"html": "<p>…"}` or `{"text": "…"}`.
//!
//! `url`, `published` and a `name` or `id` are taken over. A line that is none of this is reported
//! with its number, and the next is read; so is one that is longer than a page may be, which is never kept.

use super::{Error, Input};
use serde::Deserialize;
use serde_json::Value;
use std::io::{self, BufRead, Read};

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

/// The pages of a list that is called `name`, none of them longer than so many bytes.
pub(super) fn pages(
    name: String,
    mut list: impl BufRead,
    longest: u64,
) -> impl Iterator<Item = Result<Input, Error>> {
    let mut ended = false;
    (1..)
        .map_while(move |at| {
            let line = if ended { None } else { next_line(&mut list, longest).transpose() };
            ended = matches!(line, Some(Err(_)));
            Some((at, line?))
        })
        .filter(|(_, line)| !line.as_ref().is_ok_and(Line::is_blank))
        .map(move |(at, line): (usize, _)| {
            let name = format!("{name}:{at}");
            let read = match line {
                Ok(Line::TooLong) => return Err(Error::TooLong { name, longest }),
                Ok(Line::Whole(line)) => page(&name, &line),
                Err(error) => Err(error.to_string()),
            };
            read.map_err(|reason| Error::Unreadable { name, reason })
        })
}

/// A line of a list.
enum Line {
    Whole(Vec<u8>),
    /// It was passed over without being kept.
    TooLong,
}

impl Line {
    fn is_blank(&self) -> bool {
        matches!(self, Self::Whole(line) if line.trim_ascii().is_empty())
    }
}

/// The next line, or `None` at the end.
fn next_line(list: &mut impl BufRead, longest: u64) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    list.by_ref().take(longest.saturating_add(1)).read_until(b'\n', &mut line)?;
    match line.last() {
        None => Ok(None),
        Some(b'\n') => Ok(Some(Line::Whole(line))),
        Some(_) if line.len() as u64 <= longest => Ok(Some(Line::Whole(line))),
        Some(_) => {
            drop(line);
            pass_over_line(list)?;
            Ok(Some(Line::TooLong))
        }
    }
}

fn pass_over_line(list: &mut impl BufRead) -> io::Result<()> {
    loop {
        let next = list.fill_buf()?;
        let (length, found) = match memchr::memchr(b'\n', next) {
            Some(end) => (end + 1, true),
            None => (next.len(), next.is_empty()),
        };
        list.consume(length);
        if found {
            return Ok(());
        }
    }
}

fn page(place: &str, line: &[u8]) -> Result<Input, String> {
    let line = std::str::from_utf8(line).map_err(|error| error.to_string())?.trim_end();
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
        let read: Vec<String> = pages("l.jsonl".to_owned(), list.as_bytes(), 1_000)
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

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let long = format!("{{\"text\": \"{}\"}}", "x".repeat(100));
        for end in ["\n", ""] {
            let list = format!("{{\"text\":\"A\"}}\n{long}\n{{\"text\":\"B\"}}\n{long}{end}");
            let read: Vec<String> = pages("l".to_owned(), list.as_bytes(), 60)
                .map(|page| match page {
                    Ok(page) => page.name,
                    Err(error) => error.to_string().chars().take(30).collect(),
                })
                .collect();
            assert_eq!(
                read,
                [
                    "l:1",
                    "l:2: is longer than 60 bytes, w".get(..30).unwrap(),
                    "l:3",
                    "l:4: is longer than 60 bytes, w".get(..30).unwrap()
                ]
            );
        }
    }
}
