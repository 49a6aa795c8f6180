//! JSON Lines: one object a record, its keys the flat columns.

use super::columns::rows;
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
}

/// One object a figure of a line.
fn line_up(series: &Series, out: &mut dyn Write) -> io::Result<()> {
    for row in figures(series) {
        let mut line = serde_json::Serializer::new(&mut *out);
        line.collect_map(FIGURE_COLUMNS.iter().map(|(name, _)| name).zip(&row))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
