//! Every number of an article, block by block: the words underlined, what became of them, and
//! for a record which rule set which field.
//!
//! A block is wrapped at spaces outside the underlined words, so offsets stay what they are.

use super::Look;
use super::columns::rows;
use super::terminal::{columns, harmless};
use crate::Reading;
use crate::record::Reason;
use crate::report::{Account, Report};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::io::{self, Write};

/// Columns of a line where no terminal says otherwise.
const WIDTH: usize = 100;
/// Columns that the frame of a snippet takes.
const FRAME: usize = 8;

/// Writes what became of every number of the article.
pub fn explain(reading: &Reading, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let report = &reading.report;
    if reading.accounts.is_empty() {
        return writeln!(
            out,
            "{}: no number in the article",
            harmless(&report.source.name)
        );
    }
    let width = look.width.unwrap_or(WIDTH);
    let renderer = if look.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.term_width(width);
    for (i, block) in report.article.blocks.iter().enumerate() {
        let accounts: Vec<_> = reading.accounts.iter().filter(|a| a.block == i).collect();
        if accounts.is_empty() {
            continue;
        }
        let text = wrap(
            &harmless(&block.text),
            &accounts,
            width.saturating_sub(FRAME),
        );
        let annotations = accounts.iter().map(|account| {
            let span = byte(&text, account.start)..byte(&text, account.end);
            AnnotationKind::Primary.span(span).label(label(account))
        });
        let snippet = Snippet::source(text.as_str())
            .line_numbering(false)
            .fold(false);
        let records = accounts
            .iter()
            .filter_map(|account| account.record.as_deref());
        let fields = records.map(|id| Level::NOTE.no_name().message(fields(report, id)));
        let title = Level::NOTE.no_name().primary_title(format!("block {i}"));
        let group = title
            .element(snippet.annotations(annotations))
            .elements(fields);
        writeln!(out, "{}\n", renderer.render(&[group]))?;
    }
    Ok(())
}

/// The block with line ends instead of some spaces; every byte stays where it is.
fn wrap(text: &str, accounts: &[&Account], width: usize) -> String {
    let mut wrapped = String::with_capacity(text.len());
    let mut line = 0;
    let mut words = text.split(' ').peekable();
    let mut at = 0;
    while let Some(word) = words.next() {
        wrapped.push_str(word);
        line += columns(word);
        at += word.chars().count();
        let Some(next) = words.peek() else { break };
        let underlined = accounts
            .iter()
            .any(|account| account.start <= at && at < account.end);
        if !underlined && line + 1 + columns(next) > width {
            wrapped.push('\n');
            line = 0;
        } else {
            wrapped.push(' ');
            line += 1;
        }
        at += 1;
    }
    wrapped
}

fn byte(text: &str, code_point: usize) -> usize {
    text.char_indices()
        .nth(code_point)
        .map_or(text.len(), |(byte, _)| byte)
}

fn label(account: &Account) -> String {
    let what = account.record.as_deref().unwrap_or(account.kind);
    format!("{what} ({})", account.rule)
}

/// The fields of a record that a rule has set, each with the rule.
fn fields(report: &Report, id: &str) -> String {
    let mut fields = id.to_owned();
    if let Some(row) = rows(report).find(|row| row.record.id == id) {
        for reason in &row.record.reasons {
            let value = match reason.field {
                "period" => format!("{}..{}", row.cell("period_start"), row.cell("period_end")),
                field => row.cell(field).to_string(),
            };
            let Reason { field, rule } = reason;
            fields.push_str(&format!("\n{field}: {} ({rule})", harmless(&value)));
        }
    }
    fields
}
