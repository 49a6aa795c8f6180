//! Passages of our own with claims about their figures, `claims/passages.toml`, `claims/tellings.toml`,
//! `claims/constructions.toml`, `claims/sixth_a.toml`, `claims/sixth_b.toml` and (written before any rule was read)
//! `claims/unseen.toml`, `claims/afresh.toml`, `claims/anew.toml`, `claims/further.toml`, `claims/once_more.toml`, `claims/sixth.toml` and `claims/seventh.toml`: what
//! does not add up is found, and what is only tempting accuses nobody.
//!
//! `pending` says why a passage is not read as it should be; it must leave once it is.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use de_an_06::check::Verdict;
use de_an_06::{Options, read};
use serde::Deserialize;

/// Passages with the day on which their articles were published.
const TABLES: &[(&str, &str)] = &[
    ("2023-01-10", include_str!("claims/passages.toml")),
    ("2023-06-30", include_str!("claims/tellings.toml")),
    ("2023-11-20", include_str!("claims/unseen.toml")),
    ("2023-11-20", include_str!("claims/afresh.toml")),
    ("2023-11-20", include_str!("claims/anew.toml")),
    ("2023-11-20", include_str!("claims/further.toml")),
    ("2023-11-20", include_str!("claims/once_more.toml")),
    ("2023-11-20", include_str!("claims/sixth.toml")),
    ("2023-11-20", include_str!("claims/sixth_a.toml")),
    ("2023-11-20", include_str!("claims/constructions.toml")),
    ("2023-11-20", include_str!("claims/sixth_b.toml")),
    ("2023-11-20", include_str!("claims/explained.toml")),
    ("2023-11-20", include_str!("claims/markets.toml")),
    ("2023-11-20", include_str!("claims/seventh.toml")),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    passage: Vec<Passage>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Passage {
    text: String,
    /// The kind of the claim that does not hold.
    wrong: Option<String>,
    pending: Option<String>,
    published: Option<String>,
}

#[test]
fn what_does_not_add_up_is_found_and_nobody_else_is_accused() {
    let mut failures = Vec::new();
    let tables = TABLES.iter().flat_map(|(day, table)| {
        let table: Table = toml::from_str(table).unwrap();
        table.passage.into_iter().map(|passage| (*day, passage))
    });
    for (day, passage) in tables {
        let accused = accusations(&passage.text, passage.published.as_deref().unwrap_or(day));
        let right = match &passage.wrong {
            Some(kind) => {
                !accused.is_empty() && accused.iter().all(|found| found.starts_with(kind))
            }
            None => accused.is_empty(),
        };
        if right == passage.pending.is_some() {
            failures
                .push(format!("{}\n  wanted {:?}, found {accused:?}", passage.text, passage.wrong));
        }
    }
    assert!(failures.is_empty(), "{} passages:\n{}", failures.len(), failures.join("\n"));
}

/// The claims of a passage that do not hold: kind and arithmetic.
fn accusations(text: &str, published: &str) -> Vec<String> {
    let page = match text.starts_with('<') {
        true => text.to_owned(),
        false => text.split('#').map(|line| format!("<p>{line}</p>")).collect(),
    };
    let page = format!("<html><body><article>{page}</article></body></html>");
    let published = Some(published.to_owned());
    let options = Options { published, ..Options::default() };
    let report = read(page.as_bytes(), &options).unwrap().report;
    let wrong = report.checks.iter().filter(|check| check.holds == Verdict::DoesNotHold);
    wrong.map(|check| format!("{}: {}", check.kind, check.detail)).collect()
}
