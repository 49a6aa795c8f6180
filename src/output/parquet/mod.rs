//! Parquet: the flat columns with their types, for DuckDB, pandas and polars.
//!
//! * words are UTF-8 with a dictionary for each group of rows
//! * numbers are `DECIMAL(38, 9)`: every whole number that this program can hold (29 digits) and
//!   nine decimal places. A number with more places is refused by name, never rounded
//! * counts are `INT64`, days are `DATE`
//!
//! Rows are written in groups of [`ROWS`], so memory does not grow with the number of articles.
//!
//! * `held`: the cells of a column until their group is written

mod held;

use super::columns::{self, COLUMNS, Cell, Kind};
use super::series::{FIGURE_COLUMNS, figures};
use super::{Format, Look, Medium, Way, Writer};
use crate::Report;
use crate::series::Series;
use held::Held;
use parquet::basic::Compression;
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use std::io::{self, ErrorKind, Write};

/// Parquet.
pub(super) const FORMAT: Format = Format {
    name: "parquet",
    extensions: &["parquet"],
    medium: Medium::Bytes,
    way: Way::Stream(|_, _| {
        Box::new(Rows::new(COLUMNS.iter().map(|column| (column.name, column.kind))))
    }),
    line_up: Some(line_up),
    findings: None,
    differ: None,
};

/// Rows of a group: enough for a reader to skip by, and some 40 MB of memory.
const ROWS: usize = 16_384;

/// The rows of the group that is not written yet, and the file so far.
struct Rows {
    columns: Vec<Held>,
    rows: usize,
    /// Opened with the first group. Its bytes are handed on as soon as they are there.
    file: Option<File>,
}

type File = SerializedFileWriter<Vec<u8>>;

/// One row a figure of a line.
fn line_up(series: &Series, _: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(FIGURE_COLUMNS);
    for (number, cells) in (1..).zip(figures(series)) {
        rows.hold(cells).map_err(|problem| refuse(&format!("row {number}"), &problem))?;
        rows.hand_on_full(out)?;
    }
    rows.finish(out)
}

impl Writer for Rows {
    fn add(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        for row in columns::rows(report) {
            self.hold(row.cells()).map_err(|problem| {
                refuse(&format!("{} of {}", row.record.id, report.source.name), &problem)
            })?;
            self.hand_on_full(out)?;
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.rows > 0 {
            self.write_group()?;
        }
        let file = opened(&mut self.file, &self.columns)?;
        file.finish()?;
        hand_on(file, out)
    }
}

impl Rows {
    fn new(columns: impl IntoIterator<Item = (&'static str, Kind)>) -> Self {
        let columns = columns.into_iter().map(|(name, kind)| Held::new(name, kind)).collect();
        Self { columns, rows: 0, file: None }
    }

    /// Takes one row, or says what of it cannot be held.
    fn hold<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) -> Result<(), String> {
        self.rows += 1;
        self.columns.iter_mut().zip(cells).try_for_each(|(column, cell)| column.push(cell))
    }

    /// Writes a group that is full.
    fn hand_on_full(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.rows < ROWS {
            return Ok(());
        }
        self.write_group()?;
        hand_on(opened(&mut self.file, &self.columns)?, out)
    }

    /// Writes the rows that are held as one group.
    fn write_group(&mut self) -> Result<()> {
        let mut group = opened(&mut self.file, &self.columns)?.next_row_group()?;
        for held in &mut self.columns {
            if let Some(mut column) = group.next_column()? {
                held.write(&mut column)?;
                column.close()?;
            }
        }
        group.close()?;
        self.rows = 0;
        Ok(())
    }
}

fn opened<'a>(file: &'a mut Option<File>, columns: &[Held]) -> Result<&'a mut File> {
    if let Some(file) = file {
        return Ok(file);
    }
    let fields: String = columns.iter().map(Held::field).collect();
    let schema = parse_message_type(&format!("message figures {{ {fields} }}"))?;
    let properties = WriterProperties::builder()
        .set_created_by(concat!("de-an-06 version ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_compression(Compression::SNAPPY)
        .build();
    Ok(file.insert(File::new(Vec::new(), schema.into(), properties.into())?))
}

/// Hands on the bytes that are ready.
fn hand_on(file: &mut File, out: &mut dyn Write) -> io::Result<()> {
    file.flush()?;
    out.write_all(file.inner())?;
    file.inner_mut().clear();
    Ok(())
}

fn refuse(what: &str, problem: &str) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, format!("Parquet cannot hold {what}: {problem}"))
}
