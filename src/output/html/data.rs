//! The records as data for the script of the page: what a row opens to, and what is exported.
//!
//! Every text stands once in `texts`; a record is the number of its article, an index into `texts`
//! for each column, and a list of field and rule, taken in turns. Nothing in it can end the
//! element that it stands in: `<` is written as `\u003c`.

use super::part::Part;
use crate::output::columns::{COLUMNS, Kind, Row};
use serde::Serialize;
use std::collections::HashMap;

/// What the script knows.
#[derive(Default, Serialize)]
pub(super) struct Data {
    texts: Vec<String>,
    records: Vec<Entry>,
    #[serde(skip)]
    known: HashMap<String, usize>,
}

/// The columns and the rules as indices into `texts`, and the numbers of the records that this one
/// is a part of and held against, or 0.
#[derive(Serialize)]
struct Entry(Vec<usize>, Vec<usize>, usize, usize);

/// Everything that stands in the page beside its text.
#[derive(Serialize)]
struct Page<'a, W> {
    words: &'a W,
    columns: Vec<Column>,
    #[serde(flatten)]
    data: &'a Data,
}

/// A column as the script knows it.
#[derive(Serialize)]
struct Column {
    name: &'static str,
    is_number: bool,
}

impl Data {
    /// Takes the records of an article.
    pub(super) fn add(&mut self, part: &Part<'_>) {
        for (_, record) in part.figures() {
            let row = Row { report: part.report, record };
            let cells = row.cells().map(|cell| self.text(cell.to_string())).collect();
            let reasons = record.reasons.iter().flat_map(|reason| [reason.field, reason.rule]);
            let reasons = reasons.map(|word| self.text(word.to_owned())).collect();
            let number = |id: &Option<String>| {
                id.as_deref().and_then(|id| part.figure(id)).map_or(0, |(number, _)| number)
            };
            let (whole, target) = (number(&record.part_of), number(&record.target));
            self.records.push(Entry(cells, reasons, whole, target));
        }
    }

    /// How many records there are.
    pub(super) fn len(&self) -> usize {
        self.records.len()
    }

    /// As JSON that may stand in an element of the page.
    pub(super) fn json(&self, words: &impl Serialize) -> serde_json::Result<String> {
        let columns: Vec<_> = COLUMNS
            .iter()
            .map(|column| Column { name: column.name, is_number: column.kind == Kind::Number })
            .collect();
        let page = Page { words, columns, data: self };
        Ok(serde_json::to_string(&page)?.replace('<', "\\u003c"))
    }

    fn text(&mut self, text: String) -> usize {
        let next = self.texts.len();
        *self.known.entry(text).or_insert_with_key(|text| {
            self.texts.push(text.clone());
            next
        })
    }
}
