//! JSON: one indented document a report, several reports one after another.
//!
//! Numbers are written with all their digits: `{"value": 1297}`, `{"value": 5.20}`.

use super::Writer;
use crate::Report;
use std::io::{self, BufWriter, Write};

pub(super) struct Json;

impl Writer for Json {
    fn add(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        // The many small pieces of a document are put together before they go through `dyn`.
        let mut out = BufWriter::new(out);
        serde_json::to_writer_pretty(&mut out, report)?;
        out.write_all(b"\n")?;
        out.flush()
    }
}
