//! From the bytes of one input to its report.
//!
//! For now: the paragraphs of the page, and no figure of them.

use crate::article::{Article, Block, BlockKind};
use crate::page::{self, Page};
use crate::report::{Report, SCHEMA, SourceInfo};
use crate::{Options, Reading};
use scraper::Selector;
use std::fmt;

/// Why an input gave no report. The sentence says what was found and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// The bytes are no page.
    Page(page::Error),
    /// The page holds no article.
    NoArticle,
}

/// Reads one input.
///
/// # Errors
/// When the bytes are no page, or the page holds no article.
pub fn read(bytes: &[u8], options: &Options) -> Result<Reading, Error> {
    let page = Page::parse(bytes, options.encoding.as_deref()).map_err(Error::Page)?;
    let paragraphs = Selector::parse("p").map_err(|_| Error::NoArticle)?;
    let paragraphs = page
        .html
        .select(&paragraphs)
        .map(|p| p.text().collect::<String>());
    let blocks: Vec<_> = paragraphs
        .filter(|text| !text.trim().is_empty())
        .map(|text| Block {
            kind: BlockKind::Paragraph,
            text,
            selector: "p".to_owned(),
        })
        .collect();
    if blocks.is_empty() {
        return Err(Error::NoArticle);
    }
    let article = Article {
        title: page.metadata.title.clone(),
        published: options.published.clone(),
        blocks,
        ..Article::default()
    };
    let source = SourceInfo {
        name: options.name.clone(),
        url: options.url.clone(),
        sha256: String::new(),
        encoding: page.encoding,
    };
    let report = Report {
        schema: SCHEMA,
        source,
        article,
        records: Vec::new(),
        documents: Vec::new(),
        people: Vec::new(),
        organizations: Vec::new(),
        events: Vec::new(),
        checks: Vec::new(),
        warnings: Vec::new(),
    };
    Ok(Reading {
        report,
        accounts: Vec::new(),
    })
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(error) => error.fmt(f),
            Self::NoArticle => {
                f.write_str("no article was found in the page; save the page of one article")
            }
        }
    }
}

impl std::error::Error for Error {}
