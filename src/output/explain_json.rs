//! The same as data: every number of an article, what became of it, and the ground of each field.
//!
//! One document an article (`de-an-06/explain/1`). `numbers` are those of the text in reading order; one that became
//! a record has its `fields`, each with the rule that set it, and of a judged one how probable it and its others are.

use super::columns::{Cell, Row, rows};
use crate::Reading;
use crate::record::{Reason, from_chance};
use crate::report::{Account, Report};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Name and version of the shape.
const SCHEMA: &str = "de-an-06/explain/1";

/// Writes what became of every number of the article as JSON, with a line end behind it.
pub fn explain_json(reading: &Reading, out: &mut dyn Write) -> io::Result<()> {
    let report = &reading.report;
    let numbers: Vec<Value> =
        reading.accounts.iter().map(|account| number(report, account)).collect();
    let days = reading.days.iter().map(|day| {
        json!({ "day": day.day, "words": day.words, "rule": day.rule, "fate": day.fate.as_str() })
    });
    let days: Vec<Value> = days.collect();
    let document = json!({
        "schema": SCHEMA,
        "source": { "name": report.source.name, "url": report.source.url },
        "published": report.article.published,
        "days": days,
        "numbers": numbers,
    });
    writeln!(out, "{document:#}")
}

fn number(report: &Report, account: &Account) -> Value {
    let Account { block, start, end, kind, rule, record } = account;
    let text = report.article.blocks.get(*block).map_or("", |block| &block.text);
    let words: String = text.chars().skip(*start).take(end - start).collect();
    let row = rows(report).find(|row| Some(&row.record.id) == record.as_ref());
    json!({
        "block": block, "start": start, "end": end, "text": words,
        "kind": kind, "rule": rule, "record": record,
        "fields": row.map(fields),
    })
}

fn fields(row: Row<'_>) -> Vec<Value> {
    let decimal = |chance| json!(Cell::Number(from_chance(chance)));
    let field = |reason: &Reason| {
        let Reason { field, rule, others, grounds } = reason;
        let others = others
            .iter()
            .map(|other| json!({ "value": other.value, "confidence": decimal(other.chance) }));
        let words =
            grounds.iter().map(|(word, lost)| json!({ "word": word, "loss": decimal(*lost) }));
        json!({
            "field": field,
            "value": value(row, field),
            "rule": rule,
            "confidence": row.record.confidences.field(field).map(decimal),
            "others": others.collect::<Vec<_>>(),
            "words": words.collect::<Vec<_>>(),
        })
    };
    row.record.reasons.iter().map(field).collect()
}

fn value(row: Row<'_>, field: &str) -> Value {
    match (field, &row.record.period) {
        ("period", None) => Value::Null,
        ("period", Some(_)) => json!([row.cell("period_start"), row.cell("period_end")]),
        _ => json!(row.cell(field)),
    }
}
