//! A series for a person: one paragraph a line, one row a period.
//!
//! ```text
//! lớp đào tạo nghề (lớp), Bến Tre  [training.classes]
//!   2021  42
//!   2022  45          +3, 7.1 % since 2021    b.html r1 | c.html r5
//!   2023  51 of 50    102 %, +6 since 2022    c.html r1
//! ```

use super::grid::sources;
use crate::output::spoken::{grouped, range, spoken};
use crate::output::terminal::{columns, fit, harmless};
use crate::output::{Lang, Look, Sentences};
use crate::series::{Cell, Figure, Line, Series};
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};

const NAME: Style = Style::new().bold();
const PLAIN: Style = Style::new();
const WRONG: Style = AnsiColor::Red.on_default();

/// Period, value, what it comes to, where it stands.
type Row = [String; 4];

/// Writes the lines of a series.
pub(in crate::output) fn table(series: &Series, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let lang = look.lang.unwrap_or(Lang::En);
    if series.lines.is_empty() {
        return writeln!(out, "{}", say("no figures", lang));
    }
    let mut print = |style: Style, text: &str| {
        let text = harmless(text);
        let text = fit(text.trim_end(), look.width.unwrap_or(usize::MAX));
        let style = if look.colour { style } else { PLAIN };
        writeln!(out, "{style}{text}{style:#}")
    };
    for (number, line) in series.lines.iter().enumerate() {
        if number > 0 {
            print(PLAIN, "")?;
        }
        print(NAME, &heading(line))?;
        let rows: Vec<Row> = line.cells.iter().map(|cell| row(series, cell, lang)).collect();
        let width = |at: usize| rows.iter().map(|row| columns(&row[at])).max().unwrap_or(0);
        let widths = [width(0), width(1), width(2)];
        for (row, cell) in rows.iter().zip(&line.cells) {
            print(if cell.conflict { WRONG } else { PLAIN }, &lay_out(row, widths))?;
        }
    }
    Ok(())
}

fn heading(line: &Line) -> String {
    let scope = line.scope.as_ref().map_or(String::new(), |scope| format!("{scope}: "));
    let per = line.per.as_ref().map_or(String::new(), |per| format!("/{per}"));
    let unit = line.unit.as_ref().map_or(String::new(), |unit| format!(" ({unit}{per})"));
    let place = line.place.as_ref().map_or(String::new(), |place| format!(", {place}"));
    let category = line.category.as_ref().map_or(String::new(), |key| format!("  [{key}]"));
    format!("{scope}{}{unit}{place}{category}", line.indicator)
}

fn say(english: &str, lang: Lang) -> String {
    Sentences::of_screens().said(english, lang).into_owned()
}

fn row(series: &Series, cell: &Cell, lang: Lang) -> Row {
    let results = values(&cell.results, if cell.conflict { " ≠ " } else { " | " }, lang);
    let targets = values(&cell.targets, " | ", lang);
    let value = match (cell.results.is_empty(), cell.targets.is_empty()) {
        (_, true) => results,
        (true, false) => say(&format!("target {targets}"), lang),
        (false, false) => say(&format!("{results} of {targets}"), lang),
    };
    let mut notes = Vec::new();
    notes.extend(cell.attainment.map(|attainment| format!("{} %", grouped(attainment, lang))));
    if let Some(change) = &cell.change {
        let sign = if change.by.is_sign_negative() { "" } else { "+" };
        let percent = change.percent.map(|percent| format!(", {} %", grouped(percent, lang)));
        let percent = percent.unwrap_or_default();
        let since = &series.periods[change.from].label;
        let change = format!("{sign}{}{percent} since {since}", spoken(change.by, lang));
        notes.push(say(&change, lang));
    }
    notes.extend(cell.conflict.then(|| say("the articles differ", lang)));
    let period = series.periods[cell.period].label.clone();
    [period, value, notes.join(", "), sources(cell, series)]
        .map(|cell| harmless(&cell).into_owned())
}

fn values(figures: &[Figure], between: &str, lang: Lang) -> String {
    let mut told: Vec<String> = figures
        .iter()
        .map(|figure| match figure.of {
            Some(of) => format!("{}/{}", grouped(figure.value, lang), grouped(of, lang)),
            None => range(figure.value, figure.high, lang),
        })
        .collect();
    told.dedup();
    told.join(between)
}

fn lay_out(row: &Row, widths: [usize; 3]) -> String {
    let mut out = String::new();
    for (cell, width) in row.iter().zip(widths) {
        out.push_str("  ");
        out.push_str(cell);
        out.push_str(&" ".repeat(width - columns(cell)));
    }
    out + "  " + &row[3]
}
