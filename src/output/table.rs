//! A table for a person: the figures by paragraph, and the claims that do not hold.
//!
//! On a terminal every line fits its width; the indicator and the notes give way first.
//! Elsewhere nothing is cut.

use super::brief::{Brief, brief};
use super::findings::Outcome;
use super::terminal::{columns, fit, harmless};
use super::wording::on_screen;
use super::{Format, Lang, Look, Medium, Sentences, Way, Writer, findings, series};
use crate::check::{Finding, Verdict};
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
    way: Way::Stream(|look, _| Box::new(Table::new(look))),
    line_up: Some(series::table),
    findings: Some(|look| Box::new(findings::Table::new(look))),
};

const TITLE: Style = Style::new().bold();
const PLAIN: Style = Style::new();
const QUIET: Style = Style::new().dimmed();
const WRONG: Style = AnsiColor::Red.on_default();

/// Columns that a unit gets where room is short.
const UNIT: usize = 18;
/// Columns that an indicator keeps before the notes give way.
const INDICATOR: usize = 24;
const GAP: &str = "  ";

/// How wide each cell of a figure is.
type Widths = [usize; 7];

struct Table {
    look: Look,
    started: bool,
}

impl Table {
    fn new(look: Look) -> Self {
        let started = false;
        Self { look, started }
    }
}

impl Writer for Table {
    fn add(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::replace(&mut self.started, true) {
            writeln!(out)?;
        }
        let lang = self.look.lang.unwrap_or(Lang::En);
        let mut page = Lines { look: self.look, lang, out };
        page.heading(report)?;
        page.figures(report)?;
        page.warnings(report)
    }
}

/// Where the lines of one table go.
struct Lines<'a> {
    look: Look,
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
        let briefs: Vec<Brief> =
            report.records.iter().map(|record| brief(record, self.lang)).collect();
        let widths = widths(&briefs, self.look.width);
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

fn widths(figures: &[Brief], terminal: Option<usize>) -> Widths {
    let mut widths = Widths::default();
    for figure in figures {
        for (width, cell) in widths.iter_mut().zip(figure) {
            *width = columns(cell).max(*width);
        }
    }
    let Some(terminal) = terminal else {
        return widths;
    };
    let [id, value, unit, indicator, period, role, notes] = &mut widths;
    let room = terminal.saturating_sub(*id + *value + *period + *role + 7 * GAP.len());
    if *unit + *indicator + *notes > room {
        *unit = UNIT.min(*unit);
    }
    let room = room.saturating_sub(*unit);
    *notes = room.saturating_sub(INDICATOR.min(*indicator)).min(*notes);
    *indicator = room.saturating_sub(*notes).min(*indicator);
    widths
}

fn lay_out(figure: &Brief, widths: &Widths) -> String {
    let mut laid_out = String::new();
    for (i, (cell, &width)) in figure.iter().zip(widths).enumerate() {
        let cell = fit(cell, width);
        let padding = " ".repeat(width - columns(&cell));
        laid_out.push_str(GAP);
        if i == 1 {
            laid_out.extend([padding.as_str(), &cell]);
        } else {
            laid_out.extend([cell.as_ref(), &padding]);
        }
    }
    laid_out
}
