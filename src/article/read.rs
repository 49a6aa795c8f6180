//! [`read`]: the article of a page, and what the reader was unsure of.

use super::norm::nfc;
use super::outline::Outline;
use super::place::Place;
use super::{Article, Block, blocks, body, byline, published, publisher, title};
use crate::page::{Metadata, Page};

/// Reads the article of a page. `url` is where the page was found, if that is known; it says more
/// than the page says of itself. Beside the article: sentences on what is missing or doubtful.
#[must_use]
pub fn read(page: &Page, url: Option<&str>) -> (Article, Vec<String>) {
    let data = &page.metadata;
    let url = url.or(page.url());
    let outline = Outline::new(&page.html);
    let body = body::find(&outline);
    let title = match page.is_plain_text {
        true => title::first_line(&outline),
        false => title::find(data, &outline),
    };
    let title = title.map(|title| nfc(&title).into_owned());
    let mut blocks = blocks::read(page, &outline, &body, title.as_deref());
    let place = Place {
        outline: &outline,
        body: &body,
        headline: title::line_of(title.as_deref(), &outline),
        url,
        is_vietnamese: is_vietnamese(data, url, &blocks),
        is_plain_text: page.is_plain_text,
    };
    let byline = byline::find(&mut blocks, data, &place);
    let article = Article {
        title,
        published: published::find(data, &place),
        publisher: publisher::find(&blocks, data, url),
        authors: byline.authors.iter().map(|name| nfc(name).into_owned()).collect(),
        byline: byline.text.map(|text| nfc(&text).into_owned()),
        blocks,
    };
    let warnings = warnings(page, &article);
    (article, warnings)
}

/// By what the page declares, by its host, or by its letters.
fn is_vietnamese(data: &Metadata, url: Option<&str>, blocks: &[Block]) -> bool {
    let declared = data.language.as_deref().or(data.first(&["og:locale"]));
    let host = url.and_then(publisher::host);
    let marked = |block: &Block| block.text.contains(['ạ', 'ả', 'ế', 'ộ', 'ư', 'đ']);
    declared.is_some_and(|language| language.starts_with("vi"))
        || host.is_some_and(|host| host.ends_with(".vn"))
        || blocks.iter().take(5).any(marked)
}

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
