//! What stands over an article: its title, day and source, and how much was read from it.

use super::claims;
use super::link;
use super::part::Part;
use super::words::Words;
use crate::check::Verdict;
use crate::output::{Sentences, harmless};
use jiff::civil::Date;
use maud::{Markup, html};

/// Title, day and source of an article, and how many figures and claims it has.
pub(super) struct Heading {
    /// The article's number on the page, from 1.
    pub(super) article: usize,
    pub(super) title: String,
    pub(super) figures: usize,
    /// How many claims there are, and how many of them do not hold.
    pub(super) claims: usize,
    pub(super) failed: usize,
    /// Name and address of its page, as the report has them.
    pub(super) source: String,
    pub(super) address: Option<String>,
    facts: Vec<String>,
    url: Option<String>,
    name: String,
    doubts: Vec<String>,
}

impl Heading {
    pub(super) fn new(part: &Part<'_>) -> Self {
        let Part { report, words, .. } = part;
        let article = &report.article;
        let title = article.title.as_deref().unwrap_or(&words.page.untitled);
        let published = article.published.as_deref().map(|moment| published(moment, words));
        let authors = Some(article.authors.join(", ")).filter(|authors| !authors.is_empty());
        let facts = [article.publisher.clone(), published, authors].into_iter().flatten();
        let url = report.source.url.as_deref().and_then(link::web);
        let warnings = Sentences::of_warnings();
        let doubts = report.warnings.iter().map(|warning| warnings.said(warning, words.lang));
        Self {
            article: part.article,
            title: harmless(title).into_owned(),
            figures: report.records.len(),
            claims: report.checks.len(),
            failed: claims::count(part, Verdict::DoesNotHold),
            source: report.source.name.clone(),
            address: report.source.url.clone(),
            facts: facts.map(|fact| harmless(&fact).into_owned()).collect(),
            url: url.map(str::to_owned),
            name: harmless(&report.source.name).into_owned(),
            doubts: doubts.map(|doubt| harmless(&doubt).into_owned()).collect(),
        }
    }

    /// Everything but the title.
    pub(super) fn facts(&self, words: &Words) -> Markup {
        let page = &words.page;
        html! {
            p.facts {
                @for fact in &self.facts { span { (fact) } " " }
                @if let Some(url) = &self.url {
                    (link::to(Some(url), &page.original))
                    span.address { (url) }
                } @else {
                    span { (page.source) ": " (self.name) }
                }
            }
            @if !self.doubts.is_empty() {
                div.doubts {
                    (page.doubts) ":"
                    ul { @for doubt in &self.doubts { li { (doubt) } } }
                }
            }
        }
    }
}

/// The day of publication as people write it.
pub(super) fn published(moment: &str, words: &Words) -> String {
    let day: Option<Date> = moment.get(..10).and_then(|day| day.parse().ok());
    day.map_or(moment.to_owned(), |day| day.strftime(&words.day).to_string())
}
