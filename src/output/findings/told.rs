//! A finding with the words of its figures, apart from the report that it came from.

use crate::Report;
use crate::check::{Finding, Grade, Slip, Verdict};
use crate::record::Record;
use std::collections::HashMap;
use std::sync::Arc;

/// The findings of one article that are to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Name of the input.
    pub source: Arc<str>,
    /// Its headline.
    pub title: Option<String>,
    /// Day or moment of publication.
    pub published: Option<String>,
    /// Address of the page.
    pub url: Option<String>,
    /// How many claims were tested, shown or not.
    pub claims: usize,
    /// The findings, in reading order.
    pub told: Vec<Told>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Name of the check.
    pub kind: &'static str,
    /// What came out.
    pub holds: Verdict,
    /// How grave it is.
    pub grade: Option<Grade>,
    /// Whether an editor has looked at it and accepted it.
    pub accepted: bool,
    /// The arithmetic.
    pub detail: String,
    /// The figures that one slip of the hand would explain.
    pub slips: Vec<Slip>,
    /// The figures that it is about, the claim's own first.
    pub figures: Vec<Quoted>,
}

/// A figure with the words around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// Name of the input that it stands in.
    pub source: Arc<str>,
    /// Id of its record there.
    pub id: String,
    /// The number as printed.
    pub text: String,
    /// The words before it.
    pub prefix: String,
    /// The words behind it.
    pub suffix: String,
    /// Whether the paragraph begins before these words.
    pub is_cut: bool,
    /// Its sentence.
    pub sentence: String,
    /// The address that scrolls to it.
    pub link: Option<String>,
}

impl Checked {
    /// The findings of a report.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let source: Arc<str> = report.source.name.as_str().into();
        let records: HashMap<&str, &Record> =
            report.records.iter().map(|record| (record.id.as_str(), record)).collect();
        let told = |finding: &Finding| {
            let records = finding.records.iter().filter_map(|id| records.get(id.as_str()));
            Told {
                kind: finding.kind,
                holds: finding.holds,
                grade: finding.grade,
                accepted: false,
                detail: finding.detail.clone(),
                slips: finding.slips.clone(),
                figures: records.map(|record| Quoted::of(record, &source)).collect(),
            }
        };
        Self {
            title: report.article.title.clone(),
            published: report.article.published.clone(),
            url: report.source.url.clone(),
            claims: report.checks.len(),
            told: report.checks.iter().map(told).collect(),
            source,
        }
    }
}

impl Quoted {
    fn of(record: &Record, article: &Arc<str>) -> Self {
        let source = &record.source;
        Self {
            source: Arc::clone(article),
            id: record.id.clone(),
            text: source.text.clone(),
            prefix: source.prefix.clone(),
            suffix: source.suffix.clone(),
            is_cut: source.start > source.prefix.chars().count(),
            sentence: source.sentence.clone(),
            link: source.link.clone(),
        }
    }
}
