//! Comma- and tab-separated values: UTF-8, a heading, one row a record.
//!
//! * plain: `,` between cells, `.` in decimals, lines end with LF. Nothing is changed.
//! * excel: what Excel opens by double click under a Vietnamese locale: byte order mark, `;`,
//!   `,` in decimals, CRLF. A text cell that Excel would take for a formula gets a leading `'`.
//! * tsv: tabs between cells, LF; a tab or line break inside a cell becomes a space.
//!
//! A cell that needs it stands in double quotes, as RFC 4180 says.

use super::columns::{COLUMNS, Cell, rows};
use super::findings::{self, Checked, End, FindingsWriter};
use super::series::{FIGURE_COLUMNS, HEAD, figures, grid};
use super::{Format, Medium, Way, Writer};
use crate::Report;
use crate::series::Series;
use std::io::{self, Write};

/// Comma-separated values.
pub(super) const COMMAS: Format = Format {
    name: "csv",
    extensions: &["csv"],
    medium: Medium::Text,
    way: Way::Stream(|look, _| Box::new(Rows::csv(look.dialect))),
    line_up: Some(|series, look, out| Rows::csv(look.dialect).line_up(series, look.long, out)),
    findings: Some(|look| Box::new(Rows::csv(look.dialect))),
    differ: None,
};

/// Tab-separated values.
pub(super) const TABS: Format = Format {
    name: "tsv",
    extensions: &["tsv"],
    medium: Medium::Text,
    way: Way::Stream(|_, _| Box::new(Rows::tsv())),
    line_up: Some(|series, look, out| Rows::tsv().line_up(series, look.long, out)),
    findings: Some(|_| Box::new(Rows::tsv())),
    differ: None,
};

/// Who will read the CSV.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Dialect {
    /// Programs.
    #[default]
    Plain,
    /// Excel under a locale with a decimal comma.
    Excel,
}

/// Delimited rows, and whether their heading is written.
struct Rows {
    shape: Shape,
    headed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Plain,
    Excel,
    Tabs,
}

impl Rows {
    fn csv(dialect: Dialect) -> Self {
        let shape = match dialect {
            Dialect::Plain => Shape::Plain,
            Dialect::Excel => Shape::Excel,
        };
        Self { shape, headed: false }
    }

    fn tsv() -> Self {
        Self { shape: Shape::Tabs, headed: false }
    }

    /// A series: its figures with a row each, or its grid with a column a period.
    fn line_up(&self, series: &Series, long: bool, out: &mut dyn Write) -> io::Result<()> {
        let mut lines = self.lines(true, out)?;
        if long {
            lines.write_record(FIGURE_COLUMNS.map(|(name, _)| name)).map_err(cause)?;
            for row in figures(series) {
                let cells = row.map(|cell| self.shape.print(cell).into_bytes());
                lines.write_record(cells).map_err(cause)?;
            }
            return lines.flush();
        }
        let periods = series.periods.iter().map(|period| period.label.as_str());
        lines.write_record(HEAD.into_iter().chain(periods)).map_err(cause)?;
        for row in grid(series) {
            let cells = row.head().into_iter().chain(row.cells);
            let cells = cells.map(|cell| self.shape.print(cell).into_bytes());
            lines.write_record(cells).map_err(cause)?;
        }
        lines.flush()
    }

    fn findings<'a, const N: usize>(
        &mut self,
        rows: impl Iterator<Item = [Cell<'a>; N]>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let first = !std::mem::replace(&mut self.headed, true);
        let mut lines = self.lines(first, out)?;
        if first {
            lines.write_record(findings::COLUMNS).map_err(cause)?;
        }
        for row in rows {
            let cells = row.map(|cell| self.shape.print(cell).into_bytes());
            lines.write_record(cells).map_err(cause)?;
        }
        lines.flush()
    }

    /// A writer of lines; at the beginning of what is written, with the mark that Excel wants.
    fn lines<'a>(
        &self,
        first: bool,
        out: &'a mut dyn Write,
    ) -> io::Result<csv::Writer<&'a mut dyn Write>> {
        if first && self.shape == Shape::Excel {
            out.write_all("\u{feff}".as_bytes())?;
        }
        Ok(self.shape.builder().from_writer(out))
    }
}

impl Writer for Rows {
    fn add(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let first = !std::mem::replace(&mut self.headed, true);
        let mut lines = self.lines(first, out)?;
        if first {
            lines.write_record(COLUMNS.iter().map(|column| column.name)).map_err(cause)?;
        }
        for row in rows(report) {
            let cells = row.cells().map(|cell| self.shape.print(cell));
            lines.write_record(cells.map(String::into_bytes)).map_err(cause)?;
        }
        lines.flush()
    }

    fn go_on(&mut self) -> bool {
        self.headed = true;
        true
    }
}

impl FindingsWriter for Rows {
    fn add(&mut self, article: Checked, out: &mut dyn Write) -> io::Result<()> {
        self.findings(findings::of_article(&article), out)
    }

    fn finish(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()> {
        self.findings(end.across.iter().map(findings::of_across), out)
    }
}

/// What kept the rows from being written, not hidden behind an error of the CSV writer: a closed
/// pipe must stay known as one.
fn cause(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

impl Shape {
    fn builder(self) -> csv::WriterBuilder {
        let mut builder = csv::WriterBuilder::new();
        match self {
            Self::Plain => {}
            Self::Excel => {
                builder.delimiter(b';').terminator(csv::Terminator::CRLF);
            }
            Self::Tabs => {
                builder.delimiter(b'\t');
            }
        }
        builder
    }

    fn print(self, cell: Cell<'_>) -> String {
        match (self, &cell) {
            (Self::Excel, Cell::Text(text)) if is_formula(text) => format!("'{text}"),
            (Self::Excel, Cell::Number(number)) => number.to_string().replace('.', ","),
            (Self::Tabs, Cell::Text(text)) => text.replace(['\t', '\n', '\r'], " "),
            _ => cell.to_string(),
        }
    }
}

fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::Decimal;

    #[test]
    fn excel_guards_text_and_leaves_numbers_alone() {
        for (text, printed) in [
            ("=1+1", "'=1+1"),
            ("+84 275", "'+84 275"),
            ("-12,5%", "'-12,5%"),
            ("@tin", "'@tin"),
            ("\tđạt", "'\tđạt"),
            ("\rđạt", "'\rđạt"),
            ("đạt = 5", "đạt = 5"),
            ("", ""),
        ] {
            assert_eq!(Shape::Excel.print(Cell::Text(text.into())), printed);
            assert_eq!(Shape::Plain.print(Cell::Text(text.into())), text);
        }
        let below_zero = Cell::Number(Decimal::new(-125, 1));
        assert_eq!(Shape::Excel.print(below_zero.clone()), "-12,5");
        assert_eq!(Shape::Plain.print(below_zero), "-12.5");
    }

    #[test]
    fn a_cell_of_tsv_stays_in_its_cell() {
        assert_eq!(Shape::Tabs.print(Cell::Text("a\tb\r\nc".into())), "a b  c");
    }
}
