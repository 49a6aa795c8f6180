//! [`read`]: the article of a page, and what the reader was unsure of.

use super::outline::Outline;
use super::{Article, blocks, body, title};
use crate::page::Page;

/// Reads the article of a page. `url` is where the page was found, if that is known; it says more
/// than the page says of itself. Beside the article: sentences on what is missing or doubtful.
#[must_use]
pub fn read(page: &Page, url: Option<&str>) -> (Article, Vec<String>) {
    let outline = Outline::new(&page.html);
    let body = body::find(&outline);
    let title = title::find(&page.metadata, &outline);
    let blocks = blocks::read(&page.html, &outline, &body, title.as_deref());
    let _ = url;
    let article = Article {
        title,
        blocks,
        ..Article::default()
    };
    let warnings = warnings(page, &article);
    (article, warnings)
}

fn warnings(page: &Page, article: &Article) -> Vec<String> {
    [
        (
            article.blocks.is_empty(),
            "no article was found on this page",
        ),
        (
            article.published.is_none(),
            "the page names no day of publication; \"this year\" and the like are left open",
        ),
        (
            page.is_truncated,
            "the page is cut off before its end; the article may be incomplete",
        ),
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
