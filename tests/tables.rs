//! Tables and the records that they must give: `tables/*.toml`.
//!
//! A table is written as its rows, `|` between the cells; `<` is a cell that the one on its left reaches over, `^`
//! one that the cell above reaches down to. A record is its words, its value with unit and rate, its role with its
//! direction, its days, its scope and indicator, and its place, `|` between them; what is not written at the end is not
//! compared, nor is `*`. Every record of the table is listed; `…` behind the last one says that more follow.

use de_an_06::{Options, read};
use serde::Deserialize;
use serde_json::Value;
use std::fs;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What the case shows.
    says: String,
    title: Option<String>,
    /// Paragraphs over the table; one that says nothing of it where there are none.
    #[serde(default)]
    above: Vec<String>,
    table: String,
    /// Paragraphs under it.
    #[serde(default)]
    below: Vec<String>,
    records: Vec<String>,
    /// Why it is not read so; it must leave once it is.
    pending: Option<String>,
}

/// The rows of a table as markup, with their spans.
fn markup(table: &str) -> String {
    let rows: Vec<Vec<&str>> =
        table.trim().lines().map(|row| row.split('|').map(str::trim).collect()).collect();
    let mut out = String::from("<table>");
    for (r, row) in rows.iter().enumerate() {
        out.push_str("<tr>");
        for (c, cell) in row.iter().enumerate().filter(|(_, cell)| !matches!(**cell, "<" | "^")) {
            let wide = 1 + row[c + 1..].iter().take_while(|next| **next == "<").count();
            let below = rows[r + 1..].iter();
            let high = 1 + below.take_while(|next| next.get(c) == Some(&"^")).count();
            out.push_str(&format!("<td colspan={wide} rowspan={high}>{cell}</td>"));
        }
        out.push_str("</tr>");
    }
    out + "</table>"
}

/// The page that a case is, published on 2024-07-15.
fn page(case: &Case) -> String {
    let paragraphs =
        |lines: &[String]| lines.iter().map(|line| format!("<p>{line}</p>")).collect::<String>();
    let title = case.title.as_deref().unwrap_or("Tin trong tỉnh");
    let above = match &case.above[..] {
        [] => vec!["Phòng chuyên môn vừa tổng hợp số liệu, trình lãnh đạo xem xét.".to_owned()],
        above => above.to_vec(),
    };
    format!(
        "<article><h1>{title}</h1>{}{}{}<p>Các ngành, các địa phương tiếp tục phối hợp chặt chẽ để \
         hoàn thành tốt nhiệm vụ được giao.</p></article>",
        paragraphs(&above),
        markup(&case.table),
        paragraphs(&case.below)
    )
}

/// A record as the cases write it.
fn written(record: &Value) -> [String; 6] {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let joined = |parts: &[String], between: &str| {
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
        parts.join(between)
    };
    let number = |field: &str, mark: &str| match &record[field] {
        Value::Null => String::new(),
        value => format!("{mark}{value}"),
    };
    let value = format!("{}{}{}", number("value", ""), number("high", ".."), number("of", "/"));
    let unit = joined(&[text(&record["unit"]), text(&record["per"])], "/");
    let period = &record["period"];
    let days = match period.is_null() {
        true => "none".to_owned(),
        false => format!("{}..{}", text(&period["start"]), text(&period["end"])),
    };
    [
        text(&record["source"]["text"]),
        joined(&[value, unit], " "),
        joined(&[text(&record["role"]), text(&record["direction"])], " "),
        days,
        joined(&[text(&record["scope"]), text(&record["indicator"])], ": "),
        text(&record["place"]),
    ]
}

/// A record as far as a case asks for it.
fn asked(record: &Value, wanted: &str) -> String {
    let fields = wanted.split('|').map(str::trim);
    let found = written(record).into_iter().zip(fields);
    let shown = found.map(|(found, wanted)| if wanted == "*" { wanted.to_owned() } else { found });
    shown.collect::<Vec<_>>().join(" | ")
}

#[test]
fn tables_give_their_records() {
    let mut files: Vec<_> =
        fs::read_dir("tests/tables").unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut wrong = Vec::new();
    for path in files {
        let cases: Cases = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        for case in cases.case {
            let options = Options { published: Some("2024-07-15".into()), ..Options::default() };
            let report = read(page(&case).as_bytes(), &options).unwrap().report;
            let records: Vec<Value> =
                report.records.iter().map(|record| serde_json::to_value(record).unwrap()).collect();
            let open = case.records.last().is_some_and(|last| last == "…");
            let wanted = &case.records[..case.records.len() - usize::from(open)];
            let shown: Vec<String> = (records.iter().enumerate())
                .filter(|(i, _)| !open || *i < wanted.len())
                .map(|(i, record)| asked(record, wanted.get(i).map_or("* | * | *", String::as_str)))
                .collect();
            if (shown == *wanted) == case.pending.is_some() {
                let (shown, wanted) = (shown.join("\n  "), wanted.join("\n  "));
                wrong.push(format!(
                    "{}: {}\n  {shown}\nnot\n  {wanted}",
                    path.display(),
                    case.says
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}
