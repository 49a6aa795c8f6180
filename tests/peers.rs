//! The peer's own cases for numbers, money and dates, where they lie beside the checkout.
//!
//! `../shared/peers/duckling_vi.jsonl` is the Vietnamese test corpus of facebook/duckling, one
//! case a line. Every number and amount must have its value; every day, week, month, quarter,
//! season or year its days; and no time may become a figure in running text. What is read
//! otherwise on purpose stands in `peers_otherwise.toml` by line, with the reason, and must
//! indeed be read otherwise.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use de_an_06::mention::{Amount, Looking, Modifier, Span, number_in, time_in};
use de_an_06::{Options, read};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// The day that the peer resolves its time phrases against.
const REFERENCE: Date = date(2017, 2, 2);

/// Running text around a time phrase.
const FRAMES: [(&str, &str); 2] = [("", ", huyện tổ chức họp."), ("Huyện tổ chức họp vào ", ".")];

#[derive(Deserialize)]
struct Case {
    dimension: String,
    text: String,
    expected: Value,
}

#[derive(Deserialize)]
struct Otherwise {
    otherwise: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    question: String,
    lines: Vec<usize>,
    reason: String,
}

/// The cases by line, from 1; none where the file is not there, which is said past the capture
/// of the test's output.
#[allow(clippy::explicit_write, reason = "`eprintln!` is captured, and then nobody is told")]
fn cases() -> BTreeMap<usize, Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/peers/duckling_vi.jsonl");
    let Ok(lines) = fs::read_to_string(&path) else {
        writeln!(std::io::stderr(), "LEFT OUT: no {}", path.display()).unwrap();
        return BTreeMap::new();
    };
    (1..).zip(lines.lines().map(|line| serde_json::from_str(line).unwrap())).collect()
}

/// The lines whose answer to a question differs on purpose.
fn otherwise(question: &str) -> BTreeSet<usize> {
    let text = fs::read_to_string("tests/peers_otherwise.toml").unwrap();
    let groups = toml::from_str::<Otherwise>(&text).unwrap().otherwise;
    assert!(groups.iter().all(|group| !group.reason.is_empty()));
    groups.into_iter().filter(|g| g.question == question).flat_map(|g| g.lines).collect()
}

/// Fails for every case that differs and is not listed, and for every listed one that does not.
fn compare(
    question: &str,
    dimensions: &[&str],
    agrees: impl Fn(&Case) -> Option<Result<(), String>>,
) {
    let otherwise = otherwise(question);
    let (mut wrong, mut asked) = (String::new(), 0);
    let cases = cases();
    for (line, case) in cases.iter().filter(|(_, c)| dimensions.contains(&c.dimension.as_str())) {
        let Some(outcome) = agrees(case) else { continue };
        asked += 1;
        match (outcome, otherwise.contains(line)) {
            (Err(read), false) => {
                let (text, expected) = (&case.text, &case.expected);
                writeln!(wrong, "line {line}, {text}: {expected}, read as {read}").unwrap();
            }
            (Ok(()), true) => {
                writeln!(wrong, "line {line}, {}: listed as otherwise, but agrees", case.text)
                    .unwrap();
            }
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "of {asked} cases:\n{wrong}");
}

fn decimal(value: &Value) -> Option<Decimal> {
    value.as_number().and_then(|n| n.to_string().parse().ok())
}

#[test]
fn numbers_have_their_value() {
    compare("value", &["number", "ordinal"], |case| {
        let read = number_in(&case.text);
        let same = read.as_ref().map(|amount| amount.value) == decimal(&case.expected["value"]);
        Some(if same { Ok(()) } else { Err(format!("{read:?}")) })
    });
}

#[test]
fn money_has_its_amount_and_currency() {
    compare("amount", &["amount-of-money"], |case| {
        let read = number_in(&case.text);
        let same = read.as_ref().is_some_and(|amount| is_amount(amount, &case.expected));
        Some(if same { Ok(()) } else { Err(format!("{read:?}")) })
    });
}

fn is_amount(amount: &Amount, expected: &Value) -> bool {
    let unit = match expected["unit"].as_str().unwrap() {
        "Dollar" => "usd".to_owned(),
        "Pound" => "gbp".to_owned(),
        other => other.to_lowercase(),
    };
    let (from, to) = (decimal(&expected["from"]), decimal(&expected["to"]));
    let figures = match (from, to) {
        (Some(from), Some(to)) => amount.value == from && amount.high == Some(to),
        (from, to) => decimal(&expected["value"]).or(from).or(to) == Some(amount.value),
    };
    let modifiers: &[Modifier] = match expected["modifier"].as_str() {
        Some("under") => &[Modifier::Under, Modifier::Nearly, Modifier::AtMost],
        Some("above") => &[Modifier::Over, Modifier::AtLeast],
        _ => &[Modifier::Exact, Modifier::About],
    };
    figures && amount.unit == Some(unit) && modifiers.contains(&amount.modifier)
}

#[test]
fn days_and_longer_times_are_resolved() {
    compare("days", &["time"], |case| {
        let expected = span(&case.expected)?;
        let read = time_in(&case.text, Some(REFERENCE), Looking::Ahead);
        Some(if read == expected { Ok(()) } else { Err(format!("{read:?}")) })
    });
}

/// The days of an expected time; none for hours and less, which date no figure.
fn span(expected: &Value) -> Option<Option<Span>> {
    let day = |key: &str| expected[key].as_str().map(|at| at[..10].parse::<Date>().unwrap());
    let Some(grain) = expected["grain"].as_str() else { return Some(None) };
    let start = day("value").or_else(|| day("from")).unwrap();
    let behind = match (day("to"), grain) {
        (_, "hour" | "minute" | "second") => return None,
        (Some(to), _) => to,
        (None, "day") => start + 1.day(),
        (None, "week") => start + 1.week(),
        (None, "month") => start + 1.month(),
        (None, "quarter") => start + 3.months(),
        (None, "year") => start + 1.year(),
        (None, other) => panic!("a grain that is not known: {other}"),
    };
    Some(Some(Span::between(start, behind.yesterday().unwrap())))
}

#[test]
fn no_time_is_a_figure_in_running_text() {
    compare("figures", &["time"], |case| {
        let text = case.text.strip_prefix("vào ").unwrap_or(&case.text);
        let said = FRAMES.map(|(before, behind)| format!("<p>{before}{text}{behind}</p>")).concat();
        let page = format!("<article><h1>Tin</h1>{said}</article>");
        let options = Options { published: Some("2017-02-02".into()), ..Options::default() };
        let report = read(page.as_bytes(), &options).unwrap().report;
        let figures: Vec<_> = report.records.iter().map(|r| &r.source.text).collect();
        Some(if figures.is_empty() { Ok(()) } else { Err(format!("figures {figures:?}")) })
    });
}
