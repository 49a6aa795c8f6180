//! JSON Lines: one object a record, its keys the flat columns.

use super::columns::{Cell, rows};
use super::findings::{COLUMNS, Checked, End, FindingsWriter, of_across, of_article};
use super::series::{FIGURE_COLUMNS, figures};
use super::{Format, Medium, Way, Writer};
use crate::Report;
use crate::series::Series;
use serde::Serializer;
use std::io::{self, Write};

/// JSON Lines.
pub(super) const FORMAT: Format = Format {
    name: "jsonl",
    extensions: &["jsonl", "ndjson"],
    medium: Medium::Text,
    way: Way::Stream(|_, _| Box::new(Jsonl)),
    line_up: Some(|series, _, out| line_up(series, out)),
    findings: Some(|_| Box::new(Jsonl)),
    differ: None,
};

struct Jsonl;

impl Writer for Jsonl {
    fn add(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        for row in rows(report) {
            serde_json::to_writer(&mut *out, &row)?;
            out.write_all(b"\n")?;
        }
        Ok(())
    }

    fn go_on(&mut self) -> bool {
        true
    }
}

impl FindingsWriter for Jsonl {
    fn add(&mut self, article: Checked, out: &mut dyn Write) -> io::Result<()> {
        of_article(&article).try_for_each(|row| object(COLUMNS, &row, out))
    }

    fn finish(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()> {
        end.across.iter().try_for_each(|told| object(COLUMNS, &of_across(told), out))
    }
}

/// One object a figure of a line.
fn line_up(series: &Series, out: &mut dyn Write) -> io::Result<()> {
    let names = FIGURE_COLUMNS.map(|(name, _)| name);
    figures(series).try_for_each(|row| object(names, &row, out))
}

fn object<const N: usize>(
    names: [&str; N],
    row: &[Cell<'_>; N],
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut line = serde_json::Serializer::new(&mut *out);
    line.collect_map(names.iter().zip(row))?;
    out.write_all(b"\n")
}
