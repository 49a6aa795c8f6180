//! Findings for a person: each claim with what came out, what was expected, and the words.

use super::outcome::Outcome;
use super::sentence::remark;
use super::told::{Checked, Quoted, Told};
use super::{End, FindingsWriter, Summary};
use crate::output::terminal::{columns, harmless};
use crate::output::wording::on_screen;
use crate::output::{Lang, Look, Sentences};
use anstyle::{AnsiColor, Style};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes every finding with the words of each figure that it is about.
///
/// ```text
/// bai.html: 1 claim
///   contradiction  sum_of_parts: 470 + 490 = 960, the text says 950
///     the parts should add up to the total; 490 may be a slip for 480
///     r1  …tham gia cho «950» lượt người…
/// ```
#[derive(Debug)]
pub(in crate::output) struct Table {
    look: Look,
    lang: Lang,
}

impl Table {
    pub(in crate::output) fn new(look: Look) -> Self {
        Self { look, lang: look.lang.unwrap_or(Lang::En) }
    }

    fn say(&self, english: &str) -> String {
        Sentences::of_screens().said(english, self.lang).into_owned()
    }

    fn finding(&self, told: &Told, out: &mut dyn Write) -> io::Result<()> {
        let outcome = Outcome::of(told);
        let style = match outcome {
            Outcome::Holds | Outcome::Rounding => AnsiColor::Green.on_default(),
            Outcome::Contradiction | Outcome::Impossible => AnsiColor::Red.on_default().bold(),
            Outcome::CannotBeTold => AnsiColor::Yellow.on_default(),
            Outcome::Accepted => Style::new().dimmed(),
        };
        let style = if self.look.colour { style } else { Style::new() };
        let check = on_screen("check", told.kind, self.lang);
        let detail = Sentences::of_findings().said(&told.detail, self.lang);
        let said = outcome.said(self.lang);
        writeln!(out, "  {style}{said}{style:#}  {check}: {}", harmless(&detail))?;
        if told.grade.is_some() {
            writeln!(out, "    {}", harmless(&remark(told.kind, &told.slips, self.lang)))?;
        }
        Ok(())
    }

    /// How many articles and claims there were, and what the claims of each kind came to.
    fn summary(&self, summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
        let claims = summary.all().values().sum::<usize>();
        writeln!(
            out,
            "{}",
            self.say(&format!("{} articles, {}", summary.articles, count(claims)))
        )?;
        let names = summary.kinds.keys().map(|kind| on_screen("check", kind, self.lang));
        let width = names.clone().map(columns).max().unwrap_or(0);
        for (name, outcomes) in names.zip(summary.kinds.values()) {
            let padding = " ".repeat(width - columns(name));
            writeln!(out, "  {name}{padding}  {}", self.outcomes(outcomes))?;
        }
        Ok(())
    }

    /// `holds 3, contradiction 1`
    fn outcomes(&self, outcomes: &BTreeMap<Outcome, usize>) -> String {
        let told = outcomes.iter().map(|(outcome, n)| format!("{} {n}", outcome.said(self.lang)));
        told.collect::<Vec<_>>().join(", ")
    }
}

impl FindingsWriter for Table {
    fn add(&mut self, article: Checked, out: &mut dyn Write) -> io::Result<()> {
        let count = match article.claims {
            0 => "no claim to check".to_owned(),
            n => count(n),
        };
        writeln!(out, "{}: {}", harmless(&article.source), self.say(&count))?;
        for told in &article.told {
            self.finding(told, out)?;
            for figure in &told.figures {
                writeln!(out, "    {}  {}", figure.id, quote(figure))?;
            }
        }
        Ok(())
    }

    fn finish(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()> {
        if end.summary.articles < 2 {
            return Ok(());
        }
        if !end.across.is_empty() {
            writeln!(out, "{}:", self.say("the articles differ"))?;
        }
        for told in &end.across {
            self.finding(told, out)?;
            for figure in &told.figures {
                let line = format!("    {} {}  {}", figure.source, figure.id, figure.text);
                writeln!(out, "{}", harmless(&line))?;
            }
        }
        self.summary(&end.summary, out)
    }
}

fn count(claims: usize) -> String {
    if claims == 1 { "1 claim".to_owned() } else { format!("{claims} claims") }
}

fn quote(figure: &Quoted) -> String {
    let before = if figure.is_cut { "…" } else { "" };
    let quote = format!("{before}{}«{}»{}", figure.prefix, figure.text, figure.suffix);
    harmless(&quote).into_owned()
}
