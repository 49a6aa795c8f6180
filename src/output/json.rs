//! JSON: one indented document a report, several reports one after another.
//!
//! Numbers are written with all their digits: `{"value": 1297}`, `{"value": 5.20}`.

use super::findings::Json as Findings;
use super::{Format, Medium, Way, Writer, diff};
use crate::Report;
use serde::Serialize;
use std::io::{self, BufWriter, Write};

/// JSON.
pub(super) const FORMAT: Format = Format {
    name: "json",
    extensions: &["json"],
    medium: Medium::Text,
    way: Way::Stream(|_, _| Box::new(Json)),
    line_up: Some(|series, _, out| document(series, out)),
    findings: Some(|_| Box::<Findings>::default()),
    differ: Some(|diff, _, _, out| diff::json(diff, out)),
};

struct Json;

impl Writer for Json {
    fn add(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        document(report, out)
    }

    fn go_on(&mut self) -> bool {
        true
    }
}

/// Writes one indented document.
pub(super) fn document(what: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    // The many small pieces of a document are put together before they go through `dyn`.
    let mut out = BufWriter::new(out);
    serde_json::to_writer_pretty(&mut out, what)?;
    out.write_all(b"\n")?;
    out.flush()
}
