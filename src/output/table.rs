//! A table for a person: the figures by paragraph, and the claims that do not hold.
//!
//! On a terminal every line fits its width; the indicator and the notes give way first.
//! Elsewhere nothing is cut.

use super::terminal::{columns, fit, harmless};
use super::{Look, Writer};
use crate::check::{Finding, Verdict};
use crate::record::{Modifier, Period, Record};
use crate::report::Report;
use anstyle::{AnsiColor, Style};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::io::{self, Write};

const TITLE: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();
const WRONG: Style = AnsiColor::Red.on_default();

/// Columns that a unit gets where room is short.
const UNIT: usize = 18;
/// Columns that an indicator keeps before the notes give way.
const INDICATOR: usize = 24;
const GAP: &str = "  ";

pub(super) struct Table {
    look: Look,
    started: bool,
}

/// The cells of one record: id, value, unit, indicator, period, role, notes.
type Line = [String; 7];

impl Table {
    pub(super) fn new(look: Look) -> Self {
        Self {
            look,
            started: false,
        }
    }

    fn print(&self, out: &mut dyn Write, style: Style, text: &str) -> io::Result<()> {
        let text = self
            .look
            .width
            .map_or(text.into(), |width| fit(text, width));
        let text = text.trim_end();
        if self.look.colour {
            writeln!(out, "{style}{text}{style:#}")
        } else {
            writeln!(out, "{text}")
        }
    }
}

impl Writer for Table {
    fn add(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::replace(&mut self.started, true) {
            writeln!(out)?;
        }
        let article = &report.article;
        self.print(
            out,
            TITLE,
            &harmless(article.title.as_deref().unwrap_or("(no title)")),
        )?;
        let origin = [
            Some(report.source.name.as_str()),
            article.published.as_deref(),
        ];
        let origin: Vec<_> = origin.into_iter().flatten().map(harmless).collect();
        self.print(out, QUIET, &origin.join(", "))?;
        if report.records.is_empty() {
            self.print(out, Style::new(), "no figures")?;
        }
        let lines: Vec<Line> = report.records.iter().map(line).collect();
        let widths = widths(&lines, self.look.width);
        let mut block = None;
        for (record, line) in report.records.iter().zip(&lines) {
            if block.replace(record.source.block) != Some(record.source.block) {
                writeln!(out)?;
                let words = article
                    .blocks
                    .get(record.source.block)
                    .map_or("", |b| &b.text);
                self.print(
                    out,
                    QUIET,
                    &format!("[{}] {}", record.source.block, harmless(words)),
                )?;
            }
            self.print(out, Style::new(), &lay_out(line, &widths))?;
            for finding in report
                .checks
                .iter()
                .filter(|finding| fails_at(finding, record))
            {
                let claim = harmless(&finding.detail);
                self.print(
                    out,
                    WRONG,
                    &format!("  does not hold: {} ({})", claim, finding.kind),
                )?;
            }
        }
        if !report.warnings.is_empty() {
            writeln!(out)?;
        }
        for warning in &report.warnings {
            self.print(out, QUIET, &format!("note: {}", harmless(warning)))?;
        }
        Ok(())
    }
}

fn fails_at(finding: &Finding, record: &Record) -> bool {
    finding.holds == Verdict::DoesNotHold && finding.records.first() == Some(&record.id)
}

fn line(record: &Record) -> Line {
    let unit = record.unit.clone().unwrap_or_default();
    let unit = record
        .per
        .as_ref()
        .map_or(unit.clone(), |per| format!("{unit}/{per}"));
    let cells = [
        record.id.clone(),
        value(record),
        unit,
        record.indicator.clone().unwrap_or_default(),
        record.period.as_ref().map(period).unwrap_or_default(),
        record.role.as_str().to_owned(),
        notes(record),
    ];
    cells.map(|cell| harmless(&cell).into_owned())
}

fn value(record: &Record) -> String {
    let value = grouped(record.value);
    match (record.high, record.of) {
        (Some(high), _) => format!("{value} - {}", grouped(high)),
        (None, Some(of)) => format!("{value}/{}", grouped(of)),
        (None, None) => value,
    }
}

/// `15185.5` as `15 185.5`.
fn grouped(number: Decimal) -> String {
    let printed = number.to_string();
    let (whole, fraction) = printed.split_once('.').unwrap_or((&printed, ""));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        let left = whole.len() - i;
        if i > 0 && left % 3 == 0 && !grouped.ends_with('-') {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

/// Whole years as years, anything else as days.
fn period(period: &Period) -> String {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    match (period.start, period.end) {
        (Some(start), Some(end)) if start == end => start.to_string(),
        (Some(start), Some(end))
            if (start.month(), start.day(), end.month(), end.day()) == (1, 1, 12, 31) =>
        {
            if start.year() == end.year() {
                start.year().to_string()
            } else {
                format!("{}..{}", start.year(), end.year())
            }
        }
        (None, None) => period.text.clone(),
        (start, end) => format!("{}..{}", day(start), day(end)),
    }
}

fn notes(record: &Record) -> String {
    let modifier =
        (record.modifier != Modifier::Exact).then(|| record.modifier.as_str().to_owned());
    let relation = |name: &str, id: &Option<String>| id.as_ref().map(|id| format!("{name} {id}"));
    [
        modifier,
        record
            .direction
            .map(|direction| direction.as_str().to_owned()),
        record.status.map(|status| status.as_str().to_owned()),
        relation("part of", &record.part_of),
        relation("target", &record.target),
        record.place.clone(),
    ]
    .into_iter()
    .flatten()
    .chain(
        record
            .flags
            .iter()
            .map(|flag| format!("{}?", flag.as_str())),
    )
    .collect::<Vec<_>>()
    .join(", ")
}

fn widths(lines: &[Line], terminal: Option<usize>) -> [usize; 7] {
    let mut widths = [0; 7];
    for line in lines {
        for (width, cell) in widths.iter_mut().zip(line) {
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

fn lay_out(line: &Line, widths: &[usize; 7]) -> String {
    let mut laid_out = String::new();
    for (i, (cell, &width)) in line.iter().zip(widths).enumerate() {
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

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn digits_stand_in_threes() {
        for (number, printed) in [
            ("0", "0"),
            ("429", "429"),
            ("1297", "1 297"),
            ("15185.50", "15 185.50"),
            ("-125", "-125"),
        ] {
            assert_eq!(grouped(number.parse().unwrap()), printed);
        }
    }

    #[test]
    fn whole_years_are_years() {
        for (start, end, printed) in [
            (Some(date(2021, 1, 1)), Some(date(2021, 12, 31)), "2021"),
            (
                Some(date(2021, 1, 1)),
                Some(date(2022, 12, 31)),
                "2021..2022",
            ),
            (
                Some(date(2023, 1, 1)),
                Some(date(2023, 6, 30)),
                "2023-01-01..2023-06-30",
            ),
            (None, Some(date(2025, 12, 31)), "..2025-12-31"),
            (
                Some(date(2023, 5, 11)),
                Some(date(2023, 5, 11)),
                "2023-05-11",
            ),
            (None, None, "năm nay"),
        ] {
            assert_eq!(
                period(&Period {
                    start,
                    end,
                    text: "năm nay".into()
                }),
                printed
            );
        }
    }
}
