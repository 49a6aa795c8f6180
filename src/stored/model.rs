//! An article with its figures, as it was stored or as it was just read.

use crate::Report;
use crate::check::{Finding, Grade, Verdict};
use crate::record::Record;
use serde::Deserialize;

/// An article with its figures.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Stored {
    /// Where it came from.
    pub source: Origin,
    /// The article.
    pub article: Headline,
    /// The place that it is about.
    #[serde(default)]
    pub place: Option<String>,
    /// Its figures.
    pub records: Vec<Record>,
    /// What its checks found; none where they were not stored.
    #[serde(default)]
    pub checks: Option<Vec<Claim>>,
}

/// Where an article came from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Origin {
    /// Name of the input.
    pub name: String,
    /// Address of its page.
    #[serde(default)]
    pub url: Option<String>,
}

/// What stands over an article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Headline {
    /// Its title.
    #[serde(default)]
    pub title: Option<String>,
    /// Its day or moment of publication.
    #[serde(default)]
    pub published: Option<String>,
}

/// One claim of its arithmetic, and what came out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Claim {
    /// Name of the check: `sum_of_parts`.
    pub kind: String,
    /// Ids of the records that it is about, the claim's own first.
    pub records: Vec<String>,
    /// What came out.
    pub holds: Verdict,
    /// How grave it is.
    #[serde(default)]
    pub grade: Option<Grade>,
}

impl Stored {
    /// What is kept of a report.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let claim = |finding: &Finding| Claim {
            kind: finding.kind.to_owned(),
            records: finding.records.clone(),
            holds: finding.holds,
            grade: finding.grade,
        };
        Self {
            source: Origin { name: report.source.name.clone(), url: report.source.url.clone() },
            article: Headline {
                title: report.article.title.clone(),
                published: report.article.published.clone(),
            },
            place: report.place.clone(),
            records: report.records.clone(),
            checks: Some(report.checks.iter().map(claim).collect()),
        }
    }
}
