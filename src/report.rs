//! The report of one input: everything that was read, in the shape that is published.

use crate::article::Article;
use crate::check::Finding;
use crate::entity::{Document, Event, Organization, Person};
use crate::page::Encoding;
use crate::record::{Record, from_chance};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::HashSet;

/// Name and version of the report's shape.
pub const SCHEMA: &str = "de-an-06/report/1";

/// Everything that was read from one input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Report {
    /// Name and version of this shape.
    #[schemars(extend("const" = SCHEMA))]
    pub schema: &'static str,
    /// Where the bytes came from.
    pub source: SourceInfo,
    /// The article of the page.
    pub article: Article,
    /// The place that it is about; figures that name no other are of it.
    pub place: Option<String>,
    /// The code of the province that this place lies in today, in the state's list of administrative units: `86`;
    /// none where it is no province.
    pub place_code: Option<String>,
    /// Its figures in reading order.
    pub records: Vec<Record>,
    /// Documents that it names.
    pub documents: Vec<Document>,
    /// People that it names.
    pub people: Vec<Person>,
    /// Organisations that it names.
    pub organizations: Vec<Organization>,
    /// Events that it reports.
    pub events: Vec<Event>,
    /// Its own arithmetic.
    pub checks: Vec<Finding>,
    /// What the reader was unsure of.
    pub warnings: Vec<String>,
}

impl Report {
    /// The report of those figures alone that are as sure as these bounds say, from 0 to 1. Links to the others and
    /// checks of them are left out; ids stay what they are.
    pub fn keep_between(&mut self, least: Decimal, most: Decimal) {
        let sure = |record: &Record| from_chance(record.confidence);
        self.records.retain(|record| (least..=most).contains(&sure(record)));
        let kept: HashSet<String> = self.records.iter().map(|record| record.id.clone()).collect();
        for record in &mut self.records {
            for link in [&mut record.part_of, &mut record.target] {
                *link = link.take().filter(|id| kept.contains(id));
            }
        }
        self.checks.retain(|check| check.records.iter().all(|id| kept.contains(id)));
    }
}

/// Where the bytes came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceInfo {
    /// Name of the input as the user gave it.
    pub name: String,
    /// Address of the page, where the page or the user says it.
    pub url: Option<String>,
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
    /// Which encoding was assumed, and why.
    pub encoding: Encoding,
}

/// What became of one number of the text, for `explain`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Index into the article's blocks.
    pub block: usize,
    /// First code point of the words that were read as one thing.
    pub start: usize,
    /// Code point after them.
    pub end: usize,
    /// What it is: `record`, `no figure`, `date`, `period`, `document number`, `name`, `numbering`, …
    pub kind: &'static str,
    /// The rule that decided it.
    pub rule: &'static str,
    /// For a record: its id.
    pub record: Option<String>,
}
