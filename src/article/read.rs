//! [`read`]: the article of a page, and what the reader was unsure of.

use super::body::Body;
use super::boxes::Traits;
use super::norm::{self, nfc};
use super::outline::Outline;
use super::place::Place;
use super::{
    Article, DayCandidate, blocks, body, byline, listing, published, publisher, site, title,
};
use crate::page::{Metadata, Page};

/// What the caller knows better than the page.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'a> {
    /// Where the page was found.
    pub url: Option<&'a str>,
    /// Day or moment of publication, ISO 8601.
    pub published: Option<&'a str>,
    /// Whether the page is read without what `lexicon/sites/` says of its host.
    pub no_site_hints: bool,
}

/// An article, and what its reader has to say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The article; without blocks where the page has none.
    pub article: Article,
    /// The days that were weighed as that of publication, the taken one first.
    pub days: Vec<DayCandidate>,
    /// Sentences on what is missing or doubtful.
    pub warnings: Vec<String>,
}

/// Reads the article of a page.
#[must_use]
pub fn read(page: &Page, known: Known<'_>) -> Reading {
    let data = &page.metadata;
    let url = known.url.or(page.url());
    let mut outline = Outline::new(&page.html);
    let site = url.filter(|_| !known.no_site_hints);
    let hints = site::read(site, &page.html, &mut outline);
    let mut body = match page.is_document {
        true => Body::whole(&outline),
        false => body::find(&outline, hints.body, &title::declared(data)),
    };
    if !page.is_document && !data.calls_itself_article() && listing::is_list(&outline, &body) {
        body.parts.clear();
    }
    if let Some(lead) = body.lead {
        outline.frames[lead].traits.add(Traits::LEAD);
    }
    let start = body.first_prose(&outline);
    let title = match () {
        () if page.is_plain_text => title::first_line(&outline),
        () if page.is_document => title::of_document(&outline),
        () => hints.title.or_else(|| title::find(data, &outline, start)),
    };
    let title = title.map(|title| nfc(&title).into_owned());
    let is_vietnamese = is_vietnamese(data, url, &outline, &body);
    let mut blocks = blocks::read(page, &outline, &body, title.as_deref(), is_vietnamese);
    let place = Place {
        outline: &outline,
        body: &body,
        headline: title::line_of(title.as_deref(), &outline, start),
        url,
        is_vietnamese,
        is_plain_text: page.is_plain_text,
        date_line: hints.date,
    };
    let byline = byline::find(&mut blocks, data, &place);
    let (published, days) = published::find(data, &place, &blocks, known.published);
    let article = Article {
        title,
        published,
        publisher: publisher::find(&blocks, data, url),
        authors: byline.authors.iter().map(|name| nfc(name).into_owned()).collect(),
        byline: byline.text.map(|text| nfc(&text).into_owned()),
        blocks,
    };
    let warnings = warnings(page, &article);
    Reading { article, days, warnings }
}

/// By what the page declares, by its host, or by its letters.
fn is_vietnamese(data: &Metadata, url: Option<&str>, outline: &Outline<'_>, body: &Body) -> bool {
    let declared = data.language.as_deref().or(data.first(&["og:locale"]));
    let host = url.and_then(publisher::host);
    let mut lines = body.parts.iter().flat_map(|&part| outline.lines_of(part)).take(LINES);
    declared.is_some_and(|language| language.starts_with("vi"))
        || host.is_some_and(|host| host.ends_with(".vn"))
        || lines.any(|line| norm::is_vietnamese(outline.text(line)))
}

/// How many lines of the body are asked for their letters.
const LINES: usize = 8;

fn warnings(page: &Page, article: &Article) -> Vec<String> {
    [
        (article.blocks.is_empty(), "no article was found on this page"),
        (
            article.published.is_none(),
            "the page names no day of publication; \"this year\" and the like are left open",
        ),
        (page.is_truncated, "the page is cut off before its end; the article may be incomplete"),
        (
            page.is_flattened,
            "the page nests its markup too deep; it was flattened, and paragraphs may be cut oddly",
        ),
    ]
    .into_iter()
    .filter(|(holds, _)| *holds)
    .map(|(_, warning)| warning.to_owned())
    .collect()
}
