//! Rows of one sheet, from the top, each from the left; what Excel cannot hold is met here.

use super::cells::{Formats, day, exact, float, moment};
use super::error::failed;
use super::limits::{LINKS, Lost, ROWS, fitting, is_long, leads};
use super::room;
use crate::output::columns::Cell;
use crate::output::{Lang, wording};
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Color, ConditionalFormat3ColorScale, ConditionalFormatType, ExcelDateTime, Format, IgnoreError,
    Url, Workbook, Worksheet,
};
use std::io;

/// Points of the heading's row: two lines.
const HEADING_HEIGHT: u16 = 32;

/// A sheet that rows are written to.
pub(super) struct Sheet {
    pub(super) sheet: Worksheet,
    /// Its key in the wording.
    pub(super) key: &'static str,
    /// The keys of its columns.
    pub(super) columns: Vec<&'static str>,
    pub(super) lost: Lost,
    pub(super) lang: Lang,
    formats: Formats,
    headings: u16,
    /// How many columns are printed, from the left, where it is not all of them.
    first_printed: Option<u16>,
    row: u32,
    column: u16,
    links: usize,
}

impl Sheet {
    /// A sheet with its heading.
    pub(super) fn new(
        book: &mut Workbook,
        key: &'static str,
        columns: Vec<&'static str>,
        lang: Lang,
    ) -> io::Result<Self> {
        let mut sheet = room::sheet(book).map_err(failed)?;
        sheet.set_name(wording::sheet(key, lang)).map_err(failed)?;
        sheet.set_freeze_panes(1, 0).map_err(failed)?;
        sheet.set_row_height(0, HEADING_HEIGHT).map_err(failed)?;
        let formats = Formats::new(lang);
        let lost = Lost::default();
        let mut new = Self {
            sheet,
            key,
            columns,
            lost,
            lang,
            formats,
            headings: 0,
            first_printed: None,
            row: 0,
            column: 0,
            links: 0,
        };
        for column in new.columns.clone() {
            new.heading(wording::heading(column, lang), width(column))?;
        }
        Ok(new)
    }

    /// One more heading.
    pub(super) fn heading(&mut self, text: &str, width: u16) -> io::Result<()> {
        let column = self.headings;
        self.sheet.set_column_width(column, width).map_err(failed)?;
        let heading = &self.formats.heading;
        self.sheet.write_string_with_format(0, column, text, heading).map_err(failed)?;
        self.headings += 1;
        Ok(())
    }

    /// Has only so many columns printed, from the left.
    pub(super) fn print_first(&mut self, columns: usize) -> io::Result<()> {
        self.first_printed = Some(u16::try_from(columns).map_err(io::Error::other)?);
        Ok(())
    }

    /// How many columns are printed.
    pub(super) fn printed(&self) -> u16 {
        self.first_printed.unwrap_or(self.headings)
    }

    /// How many rows there are below the heading.
    pub(super) fn rows(&self) -> u32 {
        self.row
    }

    /// Begins the next row.
    pub(super) fn row(&mut self) -> io::Result<()> {
        if self.row + 1 == ROWS {
            let name = wording::sheet(self.key, self.lang);
            return Err(io::Error::other(format!(
                "the sheet `{name}` is full: it holds {ROWS} rows; take fewer inputs at a time, \
                 or write CSV"
            )));
        }
        self.row += 1;
        self.column = 0;
        Ok(())
    }

    /// Writes the next cell of the row.
    pub(super) fn cell(&mut self, cell: &Cell<'_>) -> io::Result<()> {
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => self.text(text, None)?,
            Cell::Number(number) => self.number(*number)?,
            Cell::Count(count) => self.number(Decimal::from(*count))?,
            Cell::Day(day) => self.day(*day)?,
        }
        self.column += 1;
        Ok(())
    }

    /// The same, marked as what is wrong.
    pub(super) fn wrong(&mut self, text: &str) -> io::Result<()> {
        let wrong = self.formats.wrong.clone();
        self.text(text, Some(&wrong))?;
        self.column += 1;
        Ok(())
    }

    /// Writes the next cell with a link behind it, where the address leads to a page.
    pub(super) fn link(&mut self, cell: &Cell<'_>, address: Option<&str>) -> io::Result<()> {
        let Some(address) = address.filter(|address| *cell != Cell::Empty && leads(address)) else {
            return self.cell(cell);
        };
        if self.links == LINKS || is_long(address) {
            self.lost.links += 1;
            return self.cell(cell);
        }
        self.links += 1;
        let text = cell.to_string();
        let url = Url::new(address).set_text(fitting(&text, &mut self.lost));
        self.sheet.write_url(self.row, self.column, url).map_err(failed)?;
        if let Cell::Number(number) = cell {
            let format = self.formats.linked(number.scale());
            let number = float(*number);
            self.sheet
                .write_number_with_format(self.row, self.column, number, &format)
                .map_err(failed)?;
        }
        self.column += 1;
        Ok(())
    }

    /// Writes a day, or a day and time of day, given as ISO 8601.
    pub(super) fn moment(&mut self, published: &str) -> io::Result<()> {
        match moment(published) {
            Some((moment, with_time)) => self.date(&moment, with_time)?,
            None => self.text(published, None)?,
        }
        self.column += 1;
        Ok(())
    }

    /// Writes words of a closed list in the language of the sheet; several stand between bars.
    pub(super) fn words(&mut self, column: &str, cell: &Cell<'_>) -> io::Result<()> {
        let Cell::Text(keys) = cell else { return self.cell(cell) };
        let words = keys.split('|').map(|key| wording::word(column, key, self.lang));
        let words = words.collect::<Vec<_>>().join(" | ");
        self.cell(&Cell::Text(words.into()))
    }

    /// The names of columns in a cell, as their headings have them.
    pub(super) fn headings_of(&mut self, cell: &Cell<'_>) -> io::Result<()> {
        let Cell::Text(names) = cell else { return self.cell(cell) };
        let names = names.split('|').map(|name| wording::heading(name, self.lang));
        let names = names.collect::<Vec<_>>().join(" | ");
        self.cell(&Cell::Text(names.into()))
    }

    /// All digits of the numbers, where a number cell has not got them.
    pub(super) fn digits(&mut self, numbers: &[Option<Decimal>]) -> io::Result<()> {
        let exact = exact(numbers).map_or(Cell::Empty, |digits| Cell::Text(digits.into()));
        self.cell(&exact)
    }

    /// Passes over cells that stay empty.
    pub(super) fn move_to(&mut self, column: usize) -> io::Result<()> {
        self.column = u16::try_from(column).map_err(io::Error::other)?;
        Ok(())
    }

    /// Lets the reader filter what was written, and takes figures in words for what they are.
    pub(super) fn filtered(mut self) -> io::Result<Self> {
        let last = self.headings - 1;
        self.sheet.autofilter(0, 0, self.row, last).map_err(failed)?;
        if let Some(column) = self.columns.iter().position(|column| *column == "confidence") {
            self.scaled(u16::try_from(column).map_err(io::Error::other)?)?;
        }
        let intended = IgnoreError::NumberStoredAsText;
        self.sheet.ignore_error_range(0, 0, self.row, last, intended).map_err(failed)?;
        Ok(self)
    }

    /// Colours a column of numbers from 0 to 1: red for what is to be checked first, green for what is sure.
    fn scaled(&mut self, column: u16) -> io::Result<()> {
        let number = ConditionalFormatType::Number;
        let scale = ConditionalFormat3ColorScale::new()
            .set_minimum(number, 0)
            .set_midpoint(number, 0.5)
            .set_maximum(number, 1)
            .set_minimum_color(Color::RGB(0xF4_A6_9A))
            .set_midpoint_color(Color::RGB(0xFF_E9_9C))
            .set_maximum_color(Color::RGB(0xA8_DD_B5));
        let last = self.row.max(1);
        self.sheet.add_conditional_format(1, column, last, column, &scale).map_err(failed)?;
        Ok(())
    }

    fn text(&mut self, text: &str, format: Option<&Format>) -> io::Result<()> {
        let text = fitting(text, &mut self.lost);
        match format {
            None => self.sheet.write_string(self.row, self.column, text),
            Some(format) => {
                self.sheet.write_string_with_format(self.row, self.column, text, format)
            }
        }
        .map_err(failed)?;
        Ok(())
    }

    fn number(&mut self, number: Decimal) -> io::Result<()> {
        let format = self.formats.number(number.scale());
        let number = float(number);
        self.sheet
            .write_number_with_format(self.row, self.column, number, &format)
            .map_err(failed)?;
        Ok(())
    }

    fn day(&mut self, date: Date) -> io::Result<()> {
        match day(date) {
            Some(day) => self.date(&day, false),
            None => self.text(&date.to_string(), None),
        }
    }

    fn date(&mut self, date: &ExcelDateTime, with_time: bool) -> io::Result<()> {
        let format = if with_time { &self.formats.moment } else { &self.formats.day };
        self.sheet
            .write_datetime_with_format(self.row, self.column, date, format)
            .map_err(failed)?;
        Ok(())
    }
}

/// Characters that a column is wide.
fn width(column: &str) -> u16 {
    match column {
        "sentence" | "meaning" => 80,
        "detail" | "warnings" => 60,
        "indicator" | "title" => 40,
        "scope" | "category" | "category_name" | "prefix" | "suffix" | "sheet" | "column"
        | "flags" => 24,
        "source" | "url" | "link" | "publisher" | "authors" | "check" | "key" => 24,
        "value_text" | "period_text" | "published" | "place" | "text" | "about" | "verdict" => 18,
        "value" | "unit" => 15,
        "id" | "of" => 8,
        _ => 12,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        Sheet::new(&mut Workbook::new(), "figures", vec!["value", "text"], Lang::Vi).unwrap()
    }

    #[test]
    fn a_full_sheet_is_an_error() {
        let mut sheet = sheet();
        sheet.row = ROWS - 2;
        sheet.row().unwrap();
        let error = sheet.row().unwrap_err().to_string();
        assert_eq!(
            error,
            "the sheet `Số liệu` is full: it holds 1048576 rows; take fewer inputs at a time, or write CSV"
        );
    }

    #[test]
    fn the_last_link_is_followed_by_words() {
        let mut sheet = sheet();
        sheet.links = LINKS - 1;
        for lost in [0, 1, 2] {
            sheet.row().unwrap();
            sheet.link(&Cell::Text("953".into()), Some("https://example.vn")).unwrap();
            assert_eq!(sheet.lost.links, lost);
        }
    }
}
