//! [`read`]: the article of a page, and what the reader was unsure of.

use super::body::{self, Body, Room, blocks, listing};
use super::byline::{self, Byline, publisher};
use super::day::published;
use super::norm::{self, nfc};
use super::outline::Outline;
use super::outline::boxes::Traits;
use super::place::Place;
use super::title::Titles;
use super::{Article, DayCandidate, paper, site, title};
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
    /// Sentences on what of the page was cut off because it is too long.
    pub cut: Vec<String>,
    /// Sentences on what else is missing or doubtful.
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
    let declared = Titles::new(&title::declared(data));
    let mut body = match page.is_document {
        true => Body::whole(&outline),
        false => body::find(&outline, hints.body, &declared),
    };
    let is_own = page.is_document || data.linked_data.is_article;
    let is_called = data.calls_itself_article();
    let is_list = || listing::is_list(&outline, &body, &declared, is_called);
    if !is_own && (is_no_article(data) || is_list()) {
        body.parts.clear();
    }
    if let Some(lead) = body.lead {
        outline.frames[lead].traits.add(Traits::LEAD);
    }
    let paper = paper::find(&mut outline, &mut body);
    let start = body.first_prose(&outline);
    let own = paper.as_ref().and_then(|paper| paper.title.clone());
    let title = own.or_else(|| match () {
        () if page.is_plain_text => title::first_line(&outline),
        () if page.is_document => title::of_document(&outline),
        () => hints.title.or_else(|| title::find(data, &outline, start)),
    });
    let title = title.filter(|title| title.len() <= title::LONGEST_OF_ALL);
    let document = paper.map(|paper| paper.document);
    let title = title.map(|title| nfc(&title).into_owned());
    let is_vietnamese = title.as_deref().is_some_and(norm::is_vietnamese)
        || is_vietnamese(data, url, &outline, &body);
    let headline = title::line_of(title.as_deref(), &outline, start);
    let (mut blocks, room) =
        blocks::read(page, &outline, &body, (title.as_deref(), headline), is_vietnamese);
    let place = Place {
        outline: &outline,
        body: &body,
        headline,
        url,
        is_vietnamese,
        is_plain_text: page.is_plain_text,
        date_line: hints.date,
    };
    // What is no article has neither day nor author.
    let byline = match blocks.is_empty() {
        true => Byline::default(),
        false => byline::find(&mut blocks, data, &place),
    };
    let (published, days) = match blocks.is_empty() {
        true => (known.published.map(str::to_owned), Vec::new()),
        false => published::find(data, &place, &blocks, document.as_ref(), known.published),
    };
    let article = Article {
        title,
        published,
        publisher: document
            .as_ref()
            .and_then(|paper| paper.issuer.clone())
            .or_else(|| publisher::find(&blocks, data, url)),
        document,
        authors: byline.authors.iter().map(|name| nfc(name).into_owned()).collect(),
        byline: byline.text.map(|text| nfc(&text).into_owned()),
        blocks,
    };
    let warnings = warnings(page, &article, &room);
    Reading { article, days, cut: cut(page, &room), warnings }
}

/// Whether the page says that it is none: that it shows goods, or by a title like `Liên hệ`, `Đăng nhập`.
fn is_no_article(data: &Metadata) -> bool {
    let is_of_goods = data.first(&["og:type"]).is_some_and(|kind| kind.starts_with("product"));
    is_of_goods || title::declared(data).into_iter().any(title::names_no_article)
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

fn cut(page: &Page, room: &Room) -> Vec<String> {
    told([
        (page.is_too_long, "the page is longer than 16 MiB; what stands behind was left out"),
        (
            room.is_cut,
            "the article is longer than 4 MiB or 100,000 paragraphs; what stands behind was left out",
        ),
    ])
}

fn warnings(page: &Page, article: &Article, room: &Room) -> Vec<String> {
    let is_cut = page.is_truncated && !page.is_too_long;
    told([
        (article.blocks.is_empty(), "no article was found on this page"),
        (
            article.published.is_none(),
            "the page names no day of publication; \"this year\" and the like are left open",
        ),
        (is_cut, "the page is cut off before its end; the article may be incomplete"),
        (
            page.is_flattened,
            "the page nests its markup too deep; it was flattened, and paragraphs may be cut oddly",
        ),
        (room.is_divided, "a paragraph is longer than 16 KiB; it was divided behind a sentence"),
    ])
}

/// The sentences that hold.
fn told<const N: usize>(sentences: [(bool, &str); N]) -> Vec<String> {
    let holds = sentences.into_iter().filter(|(holds, _)| *holds);
    holds.map(|(_, sentence)| sentence.to_owned()).collect()
}
