//! JSON Lines: one object a record, its keys the flat columns.

use super::Writer;
use super::columns::rows;
use crate::Report;
use std::io::{self, Write};

pub(super) struct Jsonl;

impl Writer for Jsonl {
    fn add(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        for row in rows(report) {
            serde_json::to_writer(&mut *out, &row)?;
            out.write_all(b"\n")?;
        }
        Ok(())
    }
}
