//! The columns of every flat format: name, type, and what stands in them.
//!
//! One row is one record with what it takes from its article. A name never changes its meaning;
//! a new column goes to the end of its group.

use crate::record::{Direction, Field, Flag, Record, Status, from_chance};
use crate::report::Report;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::borrow::Cow;
use std::fmt;

/// One column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// The heading, also the key in JSON Lines.
    pub name: &'static str,
    /// What its cells hold, where they hold anything.
    pub kind: Kind,
    cell: for<'a> fn(&'a Report, &'a Record) -> Cell<'a>,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// An exact decimal.
    Number,
    /// A whole number, never negative.
    Count,
    /// A day.
    Day,
}

/// What stands in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Words.
    Text(Cow<'a, str>),
    /// An exact decimal.
    Number(Decimal),
    /// A whole number.
    Count(usize),
    /// A day.
    Day(Date),
}

/// One record with its article.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// The article.
    pub report: &'a Report,
    /// The record.
    pub record: &'a Record,
}

/// Every column, in order.
pub const COLUMNS: &[Column] = &[
    column("source", Kind::Text, |report, _| text(&report.source.name)),
    column("title", Kind::Text, |report, _| words(&report.article.title)),
    column("published", Kind::Day, |report, _| day(published(report.article.published.as_deref()))),
    column("url", Kind::Text, |report, _| words(&report.source.url)),
    column("id", Kind::Text, |_, record| text(&record.id)),
    column("category", Kind::Text, |_, record| words(&record.category)),
    column("indicator", Kind::Text, |_, record| words(&record.indicator)),
    column("scope", Kind::Text, |_, record| words(&record.scope)),
    column("value", Kind::Number, |_, record| Cell::Number(record.value)),
    column("high", Kind::Number, |_, record| number(record.high)),
    column("of", Kind::Number, |_, record| number(record.of)),
    column("unit", Kind::Text, |_, record| words(&record.unit)),
    column("unit_key", Kind::Text, |_, record| words(&record.unit_key)),
    column("per", Kind::Text, |_, record| words(&record.per)),
    column("modifier", Kind::Text, |_, record| text(record.modifier.as_str())),
    column("role", Kind::Text, |_, record| text(record.role.as_str())),
    column("direction", Kind::Text, |_, record| word(record.direction.map(Direction::as_str))),
    column("status", Kind::Text, |_, record| word(record.status.map(Status::as_str))),
    column("period_start", Kind::Day, |_, record| {
        day(record.period.as_ref().and_then(|p| p.start))
    }),
    column("period_end", Kind::Day, |_, record| day(record.period.as_ref().and_then(|p| p.end))),
    column("period_text", Kind::Text, |_, record| {
        word(record.period.as_ref().map(|period| period.text.as_str()))
    }),
    column("place", Kind::Text, |_, record| words(&record.place)),
    column("about", Kind::Text, |report, _| words(&report.place)),
    column("about_code", Kind::Text, |report, _| words(&report.place_code)),
    column("part_of", Kind::Text, |_, record| words(&record.part_of)),
    column("target", Kind::Text, |_, record| words(&record.target)),
    column("flags", Kind::Text, |_, record| flags(&record.flags)),
    column("confidence", Kind::Number, |_, record| Cell::Number(from_chance(record.confidence))),
    column("corrected", Kind::Text, |_, record| corrected(&record.corrected)),
    column("block", Kind::Count, |_, record| Cell::Count(record.source.block)),
    column("start", Kind::Count, |_, record| Cell::Count(record.source.start)),
    column("end", Kind::Count, |_, record| Cell::Count(record.source.end)),
    column("text", Kind::Text, |_, record| text(&record.source.text)),
    column("prefix", Kind::Text, |_, record| text(&record.source.prefix)),
    column("suffix", Kind::Text, |_, record| text(&record.source.suffix)),
    column("sentence", Kind::Text, |_, record| text(&record.source.sentence)),
    column("link", Kind::Text, |_, record| words(&record.source.link)),
];

/// The rows of a report, in reading order.
pub fn rows(report: &Report) -> impl Iterator<Item = Row<'_>> {
    report.records.iter().map(move |record| Row { report, record })
}

impl<'a> Row<'a> {
    /// Its cells, one for each of [`COLUMNS`].
    pub fn cells(self) -> impl Iterator<Item = Cell<'a>> {
        COLUMNS.iter().map(move |column| (column.cell)(self.report, self.record))
    }

    /// The cell under that heading; empty where there is no such heading.
    #[must_use]
    pub fn cell(self, name: &str) -> Cell<'a> {
        let column = COLUMNS.iter().find(|column| column.name == name);
        column.map_or(Cell::Empty, |column| (column.cell)(self.report, self.record))
    }
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(COLUMNS.len()))?;
        for (column, cell) in COLUMNS.iter().zip(self.cells()) {
            map.serialize_entry(column.name, &cell)?;
        }
        map.end()
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => {
                rust_decimal::serde::arbitrary_precision::serialize(number, serializer)
            }
            Self::Count(count) => count.serialize(serializer),
            Self::Day(day) => serializer.collect_str(day),
        }
    }
}

impl fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) => text.fmt(f),
            Self::Number(number) => number.fmt(f),
            Self::Count(count) => count.fmt(f),
            Self::Day(day) => day.fmt(f),
        }
    }
}

/// The day of `2023-05-11T13:41:00+07:00` or `2023-05-11`.
pub(in crate::output) fn published(published: Option<&str>) -> Option<Date> {
    published?.get(..10)?.parse().ok()
}

const fn column(
    name: &'static str,
    kind: Kind,
    cell: for<'a> fn(&'a Report, &'a Record) -> Cell<'a>,
) -> Column {
    Column { name, kind, cell }
}

pub(in crate::output) fn text(text: &str) -> Cell<'_> {
    Cell::Text(Cow::Borrowed(text))
}

pub(in crate::output) fn word(word: Option<&str>) -> Cell<'_> {
    word.map_or(Cell::Empty, text)
}

pub(in crate::output) fn words(words: &Option<String>) -> Cell<'_> {
    word(words.as_deref())
}

pub(in crate::output) fn number(number: Option<Decimal>) -> Cell<'static> {
    number.map_or(Cell::Empty, Cell::Number)
}

pub(in crate::output) fn day(day: Option<Date>) -> Cell<'static> {
    day.map_or(Cell::Empty, Cell::Day)
}

fn flags(flags: &[Flag]) -> Cell<'_> {
    joined(flags.iter().map(|flag| flag.as_str()))
}

fn corrected(fields: &[Field]) -> Cell<'_> {
    joined(fields.iter().map(|field| field.as_str()))
}

fn joined(names: impl Iterator<Item = &'static str>) -> Cell<'static> {
    let names = names.collect::<Vec<_>>().join("|");
    if names.is_empty() { Cell::Empty } else { Cell::Text(Cow::Owned(names)) }
}
