//! One article of the page: its figures numbered through all articles, so that `w3` (the words),
//! `r3` (the row) and the third record of the data are one figure, wherever it comes from.

use super::number;
use super::words::Words;
use crate::output::harmless;
use crate::record::Record;
use crate::report::Report;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// A figure with its number on the page.
pub(super) type Figure<'a> = (usize, &'a Record);

/// One article and how its figures are numbered.
pub(super) struct Part<'a> {
    pub(super) report: &'a Report,
    pub(super) words: &'a Words,
    /// The article's number on the page, from 1.
    pub(super) article: usize,
    /// The number of its first figure.
    first: usize,
    by_id: HashMap<&'a str, usize>,
}

impl<'a> Part<'a> {
    pub(super) fn new(report: &'a Report, words: &'a Words, article: usize, first: usize) -> Self {
        let by_id = report.records.iter().enumerate().map(|(i, r)| (r.id.as_str(), i)).collect();
        Self { report, words, article, first, by_id }
    }

    /// The figures of the article with their numbers, in reading order.
    pub(super) fn figures(&self) -> impl Iterator<Item = Figure<'a>> {
        (self.first..).zip(&self.report.records)
    }

    /// The figure with that id, and its number.
    pub(super) fn figure(&self, id: &str) -> Option<Figure<'a>> {
        let index = *self.by_id.get(id)?;
        Some((self.first + index, &self.report.records[index]))
    }

    /// The figures that point to another one by `link`, by the id that they point to.
    pub(super) fn linked(
        &self,
        link: fn(&Record) -> Option<&str>,
    ) -> BTreeMap<usize, Vec<Figure<'a>>> {
        let mut linked = BTreeMap::<_, Vec<_>>::new();
        for (number, record) in self.figures() {
            if let Some((to, _)) = link(record).and_then(|id| self.figure(id)) {
                linked.entry(to).or_default().push((number, record));
            }
        }
        linked
    }

    /// The figure with that number.
    pub(super) fn numbered(&self, number: usize) -> &'a Record {
        &self.report.records[number - self.first]
    }

    /// What is measured, without characters that a page could be turned round with.
    pub(super) fn indicator(record: &Record) -> Cow<'_, str> {
        harmless(record.indicator.as_deref().unwrap_or_default())
    }

    /// `953 lượt người`
    pub(super) fn full(&self, record: &Record) -> String {
        harmless(&number::full(record, self.words)).into_owned()
    }

    /// `cần xem lại · 27 %`
    pub(super) fn doubt(&self, record: &Record) -> String {
        let percent = u32::from(record.confidence) / 100;
        format!("{} · {percent} %", self.words.page.to_review)
    }

    /// `2021–2022`, or nothing.
    pub(super) fn period(&self, record: &Record) -> String {
        let period = record.period.as_ref().map(|period| number::period(period, self.words));
        harmless(&period.unwrap_or_default()).into_owned()
    }
}
