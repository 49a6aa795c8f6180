//! Named things as they stand in the report.

use schemars::JsonSchema;
use serde::Serialize;

/// Where something is named: block, half-open code point range, the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MentionRef {
    /// Index into the article's blocks.
    pub block: usize,
    /// First code point.
    pub start: usize,
    /// Code point after the last.
    pub end: usize,
    /// The words.
    pub text: String,
}

/// A plan, resolution, decision, scheme, …
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Document {
    /// `d1`, `d2`, … in order of first mention.
    pub id: String,
    /// `Kế hoạch`, `Đề án`, `Nghị quyết`, …
    #[serde(rename = "type")]
    pub kind: String,
    /// Full number: `3409/KH-UBND`; none for documents without one.
    pub number: Option<String>,
    /// What it is about, as printed.
    pub title: Option<String>,
    /// Who issued it: `UBND tỉnh`.
    pub issuer: Option<String>,
    /// The years that it covers.
    pub period: Option<DocumentPeriod>,
    /// Id of the document that it carries out.
    pub implements: Option<String>,
    /// Every place where it is named.
    pub mentions: Vec<MentionRef>,
}

/// Years of a document, and its horizon (`tầm nhìn`, `định hướng`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DocumentPeriod {
    /// First year.
    pub start: Option<i16>,
    /// Last year.
    pub end: Option<i16>,
    /// Year of the vision or orientation.
    pub horizon: Option<i16>,
}

/// A person and the offices that the text gives them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Person {
    /// `p1`, `p2`, …
    pub id: String,
    /// Full name.
    pub name: String,
    /// Title and organisation, in the order of the text.
    pub offices: Vec<Office>,
    /// What the person does at the event: `đồng chủ trì`, `tham dự`.
    pub roles: Vec<String>,
    /// Every place where the person is named.
    pub mentions: Vec<MentionRef>,
}

/// One office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Office {
    /// `Phó chủ tịch`
    pub title: String,
    /// `UBND tỉnh`
    pub organization: Option<String>,
}

/// A named organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Organization {
    /// `o1`, `o2`, …
    pub id: String,
    /// Full name; a distributed head is written out (`Sở Nội vụ`).
    pub name: String,
    /// Kind of organisation, a key of the lexicon.
    pub kind: String,
    /// Every place where it is named.
    pub mentions: Vec<MentionRef>,
}

/// A conference, meeting or ceremony that the article reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Event {
    /// `e1`, …
    pub id: String,
    /// `hội nghị sơ kết`
    pub kind: String,
    /// Its name as printed.
    pub name: String,
    /// ISO day.
    pub date: Option<String>,
    /// Where it took place.
    pub place: Option<String>,
    /// Id of the organisation that held it.
    pub organizer: Option<String>,
    /// Ids of the people who chaired it.
    pub chairs: Vec<String>,
    /// Ids of the people who took part.
    pub attendees: Vec<String>,
    /// Ids of the organisations that spoke.
    pub speakers: Vec<String>,
    /// Ids of the documents that it is about.
    pub documents: Vec<String>,
    /// Every place where it is named.
    pub mentions: Vec<MentionRef>,
}
