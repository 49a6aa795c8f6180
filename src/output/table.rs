//! A table for a person: the figures by paragraph, and the claims that do not hold.
//!
//! On a terminal every line fits its width: value, unit, indicator and role always stand; the notes give way
//! first, then place and period. Elsewhere nothing is cut.

use super::brief::{Brief, brief};
use super::findings::Outcome;
use super::terminal::{columns, fit, harmless};
use super::wording::on_screen;
use super::{
    Columns, Format, Lang, Look, Medium, Sentences, Shown, Way, Writer, diff, findings, series,
};
use crate::check::{Finding, Verdict};
use crate::lexicon::Lexicon;
use crate::report::Report;
use anstyle::{AnsiColor, Style};
use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, Write};

/// A table.
pub(super) const FORMAT: Format = Format {
    name: "table",
    extensions: &["txt"],
    medium: Medium::Screen,
    way: Way::Stream(|look, lexicon| Box::new(Table { look, lexicon, started: false })),
    line_up: Some(series::table),
    findings: Some(|look| Box::new(findings::Table::new(look))),
    differ: Some(diff::table),
};

const TITLE: Style = Style::new().bold();
const PLAIN: Style = Style::new();
const QUIET: Style = Style::new().dimmed();
const WRONG: Style = AnsiColor::Red.on_default();

/// Columns of the terminal that a unit, and what is measured, get at least where room is short.
const UNIT: usize = 12;
const INDICATOR: usize = 16;
/// Columns that they get before place and notes do.
const ROOMY_UNIT: usize = 18;
const ROOMY_INDICATOR: usize = 24;
const GAP: &str = "  ";

/// How wide each cell of a figure is; none where it does not stand.
pub(super) type Widths = [usize; Shown::ALL.len()];

struct Table<'l> {
    look: Look,
    lexicon: &'l Lexicon,
    started: bool,
}

impl Writer for Table<'_> {
    fn add(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::replace(&mut self.started, true) {
            writeln!(out)?;
        }
        let lang = self.look.lang.unwrap_or(Lang::En);
        let mut page = Lines { look: self.look, lexicon: self.lexicon, lang, out };
        page.heading(report)?;
        page.figures(report)?;
        page.warnings(report)
    }

    fn go_on(&mut self) -> bool {
        self.started = true;
        true
    }
}

/// Where the lines of one table go.
struct Lines<'a> {
    look: Look,
    lexicon: &'a Lexicon,
    lang: Lang,
    out: &'a mut dyn Write,
}

impl Lines<'_> {
    fn heading(&mut self, report: &Report) -> io::Result<()> {
        let title = report.article.title.as_deref();
        self.line(TITLE, title.unwrap_or(&self.say("(no title)")))?;
        match &report.article.published {
            Some(day) => self.line(QUIET, &format!("{}, {day}", report.source.name)),
            None => self.line(QUIET, &report.source.name),
        }
    }

    fn figures(&mut self, report: &Report) -> io::Result<()> {
        if report.records.is_empty() {
            return self.line(PLAIN, &self.say("no figures"));
        }
        let brief = |record| brief(record, self.lexicon, self.lang);
        let briefs: Vec<Brief> = report.records.iter().map(brief).collect();
        let widths = widths(&briefs, self.look.columns, self.look.width);
        let mut wrong: HashMap<&str, Vec<&Finding>> = HashMap::new();
        for finding in report.checks.iter().filter(|f| f.holds == Verdict::DoesNotHold) {
            if let Some(record) = finding.records.first() {
                wrong.entry(record).or_default().push(finding);
            }
        }
        let mut last = None;
        for (record, brief) in report.records.iter().zip(&briefs) {
            let block = record.source.block;
            if last.replace(block) != Some(block) {
                let words = report.article.blocks.get(block).map_or("", |block| &block.text);
                writeln!(self.out)?;
                self.line(QUIET, &format!("[{block}] {words}"))?;
            }
            self.line(PLAIN, &lay_out(brief, &widths))?;
            for finding in wrong.get(record.id.as_str()).into_iter().flatten() {
                let outcome = Outcome::of_grade(finding.holds, finding.grade).said(self.lang);
                let detail = Sentences::of_findings().said(&finding.detail, self.lang);
                let check = on_screen("check", finding.kind, self.lang);
                self.line(WRONG, &format!("  {outcome}: {detail} ({check})"))?;
                let remark = findings::remark(finding.kind, &finding.slips, self.lang);
                self.line(WRONG, &format!("    {remark}"))?;
            }
        }
        Ok(())
    }

    fn warnings(&mut self, report: &Report) -> io::Result<()> {
        if !report.warnings.is_empty() {
            writeln!(self.out)?;
        }
        for warning in &report.warnings {
            let warning = Sentences::of_warnings().said(warning, self.lang);
            self.line(QUIET, &format!("{}: {warning}", self.say("note")))?;
        }
        Ok(())
    }

    fn say<'a>(&self, english: &'a str) -> Cow<'a, str> {
        Sentences::of_screens().said(english, self.lang)
    }

    fn line(&mut self, style: Style, text: &str) -> io::Result<()> {
        let text = harmless(text);
        let text = fit(text.trim_end(), self.look.width.unwrap_or(usize::MAX));
        let style = if self.look.colour { style } else { PLAIN };
        writeln!(self.out, "{style}{text}{style:#}")
    }
}

pub(super) fn widths(figures: &[Brief], shown: Columns, terminal: Option<usize>) -> Widths {
    let mut widths = Widths::default();
    for figure in figures {
        for ((width, cell), column) in widths.iter_mut().zip(figure).zip(Shown::ALL) {
            if shown.hold(*column) {
                *width = columns(cell).max(*width);
            }
        }
    }
    let Some(terminal) = terminal else {
        return widths;
    };
    let at = |column: Shown| column as usize;
    let taken = |widths: &Widths| -> usize {
        widths.iter().filter(|width| **width > 0).map(|width| width + GAP.len()).sum()
    };
    let short = |widths: &mut Widths, column: Shown, least: usize| {
        let over = taken(widths).saturating_sub(terminal);
        let width = &mut widths[at(column)];
        *width = width.saturating_sub(over).max(least.min(*width));
    };
    short(&mut widths, Shown::Unit, ROOMY_UNIT);
    short(&mut widths, Shown::Indicator, ROOMY_INDICATOR);
    short(&mut widths, Shown::Notes, 0);
    short(&mut widths, Shown::Category, 0);
    short(&mut widths, Shown::Place, 0);
    short(&mut widths, Shown::Unit, UNIT);
    short(&mut widths, Shown::Indicator, INDICATOR);
    for column in [Shown::Confidence, Shown::Period] {
        // Half a date says nothing.
        if taken(&widths) > terminal {
            widths[at(column)] = 0;
        }
    }
    short(&mut widths, Shown::Indicator, 1);
    short(&mut widths, Shown::Unit, 1);
    widths
}

pub(super) fn lay_out(figure: &Brief, widths: &Widths) -> String {
    let mut laid_out = String::new();
    for ((cell, &width), column) in figure.iter().zip(widths).zip(Shown::ALL) {
        if width == 0 {
            continue;
        }
        let cell = fit(cell, width);
        let padding = " ".repeat(width - columns(&cell));
        laid_out.push_str(GAP);
        if *column == Shown::Value {
            laid_out.extend([padding.as_str(), &cell]);
        } else {
            laid_out.extend([cell.as_ref(), &padding]);
        }
    }
    laid_out
}
