//! The article's arithmetic for a person: each claim with what came out, and the words.

use super::terminal::harmless;
use super::wording::{on_screen, word};
use super::{Lang, Look, Sentences};
use crate::check::Verdict;
use crate::record::Record;
use crate::report::Report;
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};

/// Writes every finding of a report, with the words of each record that it is about.
///
/// ```text
/// bai.html: 1 claim
///   holds  sum_of_parts: 470 + 483 = 953
///     r1  …tham gia cho «953» lượt người…
/// ```
pub fn findings(report: &Report, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let lang = look.lang.unwrap_or(Lang::En);
    let count = match report.checks.len() {
        0 => "no claim to check".to_owned(),
        1 => "1 claim".to_owned(),
        n => format!("{n} claims"),
    };
    let count = Sentences::of_screens().said(&count, lang);
    writeln!(out, "{}: {count}", harmless(&report.source.name))?;
    for finding in &report.checks {
        let style = match finding.holds {
            Verdict::Holds => AnsiColor::Green.on_default(),
            Verdict::DoesNotHold => AnsiColor::Red.on_default().bold(),
            Verdict::CannotBeTold => AnsiColor::Yellow.on_default(),
        };
        let style = if look.colour { style } else { Style::new() };
        let verdict = word("verdict", finding.holds.as_str(), lang);
        let check = on_screen("check", finding.kind, lang);
        let detail = Sentences::of_findings().said(&finding.detail, lang);
        writeln!(out, "  {style}{verdict}{style:#}  {check}: {}", harmless(&detail))?;
        let about =
            finding.records.iter().filter_map(|id| report.records.iter().find(|r| r.id == *id));
        for record in about {
            writeln!(out, "    {}  {}", record.id, quote(record))?;
        }
    }
    Ok(())
}

fn quote(record: &Record) -> String {
    let source = &record.source;
    let before = if source.start > source.prefix.chars().count() { "…" } else { "" };
    let quote = format!("{before}{}«{}»{}", source.prefix, source.text, source.suffix);
    harmless(&quote).into_owned()
}
