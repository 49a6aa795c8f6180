//! How the day of publication was found; then every number of the article, block by block: the words
//! underlined, what became of them, and for a record which rule set which field; of a judged field how probable
//! it is, and what else it could be.
//!
//! A block is wrapped at spaces outside the underlined words, so offsets stay what they are.

use super::columns::{Cell, Row, rows};
use super::spoken::grouped;
use super::terminal::{columns, harmless};
use super::wording::{heading, on_screen};
use super::{Lang, Look, Sentences, days};
use crate::Reading;
use crate::judge::Chance;
use crate::record::{Other, Reason, from_chance};
use crate::report::{Account, Report};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::borrow::Cow;
use std::io::{self, Write};

/// Columns of a line where no terminal says otherwise.
const WIDTH: usize = 100;
/// Columns that the frame of a snippet takes.
const FRAME: usize = 8;

/// Writes what became of every number of the article.
pub fn explain(reading: &Reading, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let report = &reading.report;
    let lang = look.lang.unwrap_or(Lang::En);
    days::write(reading, lang, out)?;
    if reading.accounts.is_empty() {
        let name = harmless(&report.source.name);
        return writeln!(out, "{name}: {}", say("no number in the article", lang));
    }
    let width = look.width.unwrap_or(WIDTH);
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(width);
    for (i, block) in report.article.blocks.iter().enumerate() {
        let accounts: Vec<_> = reading.accounts.iter().filter(|a| a.block == i).collect();
        if accounts.is_empty() {
            continue;
        }
        let text = wrap(&harmless(&block.text), &accounts, width.saturating_sub(FRAME));
        let annotations = accounts.iter().map(|account| {
            let span = byte(&text, account.start)..byte(&text, account.end);
            AnnotationKind::Primary.span(span).label(label(account, lang))
        });
        let snippet = Snippet::source(text.as_str()).line_numbering(false).fold(false);
        let records = accounts.iter().filter_map(|account| account.record.as_deref());
        let fields = records.map(|id| Level::NOTE.no_name().message(fields(report, id, lang)));
        let title =
            Level::NOTE.no_name().primary_title(say(&format!("block {i}"), lang).into_owned());
        let group = title.element(snippet.annotations(annotations)).elements(fields);
        writeln!(out, "{}\n", renderer.render(&[group]))?;
    }
    Ok(())
}

/// The block with line ends instead of some spaces; every byte stays where it is.
fn wrap(text: &str, accounts: &[&Account], width: usize) -> String {
    let underlined = |at| accounts.iter().any(|account| account.start <= at && at < account.end);
    let mut pieces = vec![String::new()];
    for (at, c) in text.chars().enumerate() {
        match pieces.last_mut() {
            Some(piece) if c != ' ' || underlined(at) => piece.push(c),
            _ => pieces.push(String::new()),
        }
    }
    let mut wrapped = pieces.remove(0);
    let mut line = columns(&wrapped);
    for piece in pieces {
        let fits = line + 1 + columns(&piece) <= width;
        line = columns(&piece) + if fits { line + 1 } else { 0 };
        wrapped.push(if fits { ' ' } else { '\n' });
        wrapped.push_str(&piece);
    }
    wrapped
}

fn byte(text: &str, code_point: usize) -> usize {
    text.char_indices().nth(code_point).map_or(text.len(), |(byte, _)| byte)
}

fn say(english: &str, lang: Lang) -> Cow<'_, str> {
    Sentences::of_screens().said(english, lang)
}

fn label(account: &Account, lang: Lang) -> String {
    let what = account.record.as_deref().map_or_else(|| say(account.kind, lang), Cow::from);
    format!("{what} ({})", account.rule)
}

/// The fields of a record that a rule has set, each with the rule.
fn fields(report: &Report, id: &str, lang: Lang) -> String {
    let mut fields = id.to_owned();
    if let Some(row) = rows(report).find(|row| row.record.id == id) {
        for Reason { field, rule, others, grounds } in &row.record.reasons {
            let value = value(row, field, lang);
            let sure = row.record.confidences.field(field).map(|sure| chance(sure, lang));
            let sure = sure.map(|sure| format!(" {sure}")).unwrap_or_default();
            let others = others.iter().map(|other: &Other| {
                let value = read_out(field, other.value.as_deref().unwrap_or_default(), lang);
                format!("; {} {}", harmless(&value), chance(other.chance, lang))
            });
            let others = others.collect::<String>();
            let field = match lang {
                Lang::En => field,
                Lang::Vi => heading(field, lang),
            };
            let value = harmless(&value);
            fields.push_str(&format!(
                "\n{field}: {value} ({rule}{sure}{others}{})",
                for_it(grounds, lang)
            ));
        }
    }
    fields
}

/// `; words: dự kiến 0.4120, mở 0.0530`.
fn for_it(grounds: &[(String, Chance)], lang: Lang) -> String {
    let words =
        grounds.iter().map(|(word, lost)| format!("{} {}", harmless(word), chance(*lost, lang)));
    match grounds {
        [] => String::new(),
        _ => format!("; {}: {}", say("words", lang), words.collect::<Vec<_>>().join(", ")),
    }
}

/// How probable something is, with the decimal mark of the language.
fn chance(chance: Chance, lang: Lang) -> String {
    grouped(from_chance(chance), lang)
}

fn value(row: Row<'_>, field: &str, lang: Lang) -> String {
    let value = match (field, &row.record.period) {
        ("period", None) => String::new(),
        ("period", Some(_)) => format!("{}..{}", row.cell("period_start"), row.cell("period_end")),
        _ => match (row.cell(field), lang) {
            (Cell::Number(number), Lang::Vi) => grouped(number, lang),
            (cell, _) => cell.to_string(),
        },
    };
    read_out(field, &value, lang)
}

/// The words of a value; a direction stands behind its role.
fn read_out(field: &str, value: &str, lang: Lang) -> String {
    if value.is_empty() {
        return say("none", lang).into_owned();
    }
    let words = value.split('|').map(|key| match (field, key) {
        ("role", "up" | "down") => on_screen("direction", key, lang),
        _ => on_screen(field, key, lang),
    });
    words.collect::<Vec<_>>().join("|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_wrapped_outside_of_underlined_words() {
        let account = |start, end| Account {
            block: 0,
            start,
            end,
            kind: "record",
            rule: "number.digits",
            record: None,
        };
        let text = "Huyện có 5 xã và 12 ấp đạt chuẩn.";
        for (accounts, wrapped) in [
            (vec![], "Huyện có 5\nxã và 12\nấp đạt\nchuẩn."),
            (vec![account(9, 13)], "Huyện có\n5 xã và 12\nấp đạt\nchuẩn."),
            (vec![account(0, 33)], text),
        ] {
            let accounts: Vec<_> = accounts.iter().collect();
            assert_eq!(wrap(text, &accounts, 10), wrapped);
        }
    }
}
