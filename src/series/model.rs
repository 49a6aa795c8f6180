//! The table as it leaves the program.

use crate::mention::Modifier;
use crate::record::iso_day;
use crate::words::words;
use jiff::civil::Date;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

/// Indicators in lines, periods in columns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Series {
    /// The articles in the order in which they were read.
    pub articles: Vec<Told>,
    /// Every period of a cell, the earlier end first; the one without days last.
    pub periods: Vec<Span>,
    /// The lines by category, both in the order of their first figure.
    pub lines: Vec<Line>,
    /// Articles that were read before; figures that both have count once.
    pub repeated: Vec<Repeated>,
}

impl Series {
    /// The cells in which two articles contradict each other, with their lines.
    pub fn conflicts(&self) -> impl Iterator<Item = (&Line, &Cell)> {
        let cells =
            self.lines.iter().flat_map(|line| line.cells.iter().map(move |cell| (line, cell)));
        cells.filter(|(_, cell)| cell.conflict)
    }
}

/// An article that figures were read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// Name of the input.
    pub source: String,
    /// Its headline.
    pub title: Option<String>,
    /// Day or moment of publication, ISO 8601.
    pub published: Option<String>,
    /// Address of the page.
    pub url: Option<String>,
}

/// An article that was read before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Repeated {
    /// Index into [`Series::articles`].
    pub article: usize,
    /// Index of the article that it is once more.
    pub of: usize,
    /// What both have in common.
    pub by: Likeness,
    /// How many of its figures the first one has, too.
    pub figures: usize,
}

words! {
    /// What two articles have in common that are one.
    Likeness {
        /// The address of the page.
        Address = "address",
        /// Title and day, and more than half of the figures.
        Headline = "headline",
        /// Nearly all figures.
        Figures = "figures",
    }
}

/// A period; no days where the text gives none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// First day.
    #[serde(serialize_with = "iso_day")]
    pub start: Option<Date>,
    /// Last day.
    #[serde(serialize_with = "iso_day")]
    pub end: Option<Date>,
    /// `2021`, `2021–2022`, `Q1/2022`, `05/2023`, `01–09/2023`, `11/05/2023`, `… – 11/05/2023`;
    /// `?` without days.
    pub label: String,
}

/// One indicator of one place in one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Category of its first figure that has one.
    pub category: Option<String>,
    /// What is measured, as its first figure has it.
    pub indicator: String,
    /// Scope of that figure.
    pub scope: Option<String>,
    /// Unit, as its first figure has it.
    pub unit: Option<String>,
    /// Denominator of a rate.
    pub per: Option<String>,
    /// The place of the figures, else the one that their article is about.
    pub place: Option<String>,
    /// Its cells in the order of the periods; a period without a figure has none.
    pub cells: Vec<Cell>,
}

/// What is told of one indicator for one period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Index into [`Series::periods`].
    pub period: usize,
    /// What was reached, one figure for each value that an article gives.
    pub results: Vec<Figure>,
    /// What was aimed at for the period; a target of another period stands in the cell of its own.
    pub targets: Vec<Figure>,
    /// The result in percent of the target: as the text has it, else computed to one decimal
    /// where there is one value of each.
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    pub attainment: Option<Decimal>,
    /// Against the last earlier period of the same length, where both have one value.
    pub change: Option<Change>,
    /// Whether two articles give results that cannot be the same figure.
    pub conflict: bool,
}

/// How a value stands to the one of an earlier period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Index of the earlier period in [`Series::periods`].
    pub from: usize,
    /// The later value less the earlier one.
    #[serde(with = "rust_decimal::serde::arbitrary_precision")]
    pub by: Decimal,
    /// The same in percent of the earlier value, to one decimal; none where that is not positive.
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    pub percent: Option<Decimal>,
}

/// A figure of a cell, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// Index into [`Series::articles`].
    pub article: usize,
    /// Id of its record in that article's report.
    pub record: String,
    /// The number.
    #[serde(with = "rust_decimal::serde::arbitrary_precision")]
    pub value: Decimal,
    /// Upper end of a range.
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    pub high: Option<Decimal>,
    /// Whole of a fraction: 28 in `25/28 xã`.
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    pub of: Option<Decimal>,
    /// Exact, about, over, …
    pub modifier: Modifier,
    /// The number as printed.
    pub text: String,
    /// The page's address with a text fragment that scrolls to the words.
    pub link: Option<String>,
}
