//! A day that the page may have been published on: where it stands, and what became of it.

use super::moment::Moment;
use std::borrow::Cow;

/// A day of the page, and the words that give it.
#[derive(Debug)]
pub(super) struct Candidate<'a> {
    pub(in super::super) ground: Ground,
    pub(in super::super) words: Cow<'a, str>,
    pub(in super::super) moment: Moment,
    /// The line of the page that they stand in.
    pub(in super::super) line: Option<usize>,
}

/// Where a day stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// `datePublished` of an article.
    JsonLd,
    /// `datePublished` of a `WebPage`.
    JsonLdOfPage,
    Meta,
    /// The line where the site has it.
    SiteLine,
    /// `<time datetime="…">` near the headline.
    Stamp,
    /// A line near the headline.
    DateLine,
    /// A line right under the body.
    FootLine,
    Dateline,
    Address,
    /// The header of the official paper that the page carries.
    Paper,
}

/// A day of the page that was weighed as that of publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayCandidate {
    /// The day or moment, ISO 8601.
    pub day: String,
    /// The words of the page that give it.
    pub words: String,
    /// Where it stands: `published.json_ld`, `published.date_line`, …
    pub rule: &'static str,
    /// Why it was taken or not.
    pub fate: Fate,
}

/// What became of a [`DayCandidate`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// The article is of this day.
    Taken,
    /// It names the day that was taken.
    Agrees,
    /// Another one is believed rather.
    Outranked,
    /// It is the day of the page, not of an article: `datePublished` of a `WebPage`.
    OfThePage,
    /// It is the day of a change, and nothing says that this is an article.
    OnlyAnUpdate,
}

impl Fate {
    /// In words, as `explain` prints it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Agrees => "agrees",
            Self::Outranked => "outranked",
            Self::OfThePage => "of the page, not of an article",
            Self::OnlyAnUpdate => "only an update",
        }
    }
}

impl Ground {
    pub(super) fn rule(self) -> &'static str {
        match self {
            Self::JsonLd => "published.json_ld",
            Self::JsonLdOfPage => "published.json_ld_of_page",
            Self::Meta => "published.meta",
            Self::SiteLine => "published.site_line",
            Self::Stamp => "published.time_element",
            Self::DateLine => "published.date_line",
            Self::FootLine => "published.foot_line",
            Self::Dateline => "published.dateline",
            Self::Address => "published.address",
            Self::Paper => "published.paper",
        }
    }
}
