//! What is kept of a figure: one short row, so that any number of articles fits.
//!
//! Rows of one indicator, place and unit stand in a group, by their days; it becomes a line.

use super::Figure;
use super::name::Name;
use crate::check::Bounds;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What is measured and where; an attainment is told of it in whatever unit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct What {
    pub(super) name: Name,
    pub(super) place: Option<String>,
}

/// The rows of one line by period, and its heading.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) what: What,
    pub(super) shown: Shown,
    pub(super) cells: BTreeMap<Days, Rows>,
}

/// The first and last day of a cell.
pub(super) type Days = [Option<Date>; 2];

/// The rows of one cell, in the order in which they were told.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) results: Vec<Row>,
    pub(super) targets: Vec<Row>,
}

/// One figure, and how far it can be from the one that was meant.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) bounds: Bounds,
    pub(super) figure: Figure,
}

/// Attainments by what they are told of.
pub(super) type Attained = BTreeMap<(What, Days), Vec<Figure>>;

/// How a line that begins with this figure is headed.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) category: Option<String>,
    pub(super) indicator: String,
    pub(super) scope: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) per: Option<String>,
    pub(super) place: Option<String>,
}
