//! From the bytes of one input to its report: the stages in their order.
//!
//! * `lay_out`: an article cut into pieces, with what was found in them
//! * `parts`: how a long one is judged
//! * `figures`: its figures, judged and put together
//! * `account`: what became of every number

mod account;
mod figures;
mod lay_out;
mod parts;

use crate::article::{self, Article};
use crate::document::{self, Content, Kind};
use crate::judge::{self, Material};
use crate::lexicon::Lexicon;
use crate::page::{self, Page};
use crate::report::SourceInfo;
use crate::text::has_diacritics;
use crate::{Options, Reading};
use lay_out::lay_out;
use sha2::{Digest, Sha256};
use std::fmt;

/// Why an input gave no report. The sentence says what was found and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// The bytes are nothing that can be read.
    Document(document::Error),
    /// The bytes could not be read as a page.
    Page(page::Error),
    /// The page holds no article.
    NoArticle,
}

/// Reads one input.
///
/// # Errors
/// When the bytes are nothing that can be read, or hold no article.
pub fn read(bytes: &[u8], options: &Options) -> Result<Reading, Error> {
    let (read, page_url, encoding) = find_article(bytes, options)?;
    let source = SourceInfo {
        name: options.name.clone(),
        url: page_url,
        sha256: format!("{:x}", Sha256::digest(bytes)),
        encoding,
    };
    let lexicon = lexicon_for(&read.article, options.lexicon.as_deref());
    let judge = if options.grounds { judge::explained } else { judge::judge };
    let all = options.corrections.as_deref();
    let own = all.map(|all| all.of(&source.name, source.url.as_deref())).unwrap_or_default();
    Ok(figures::read(read, source, (lexicon, own), judge))
}

/// What the trainer of the network is given for one input.
///
/// # Errors
/// As [`read`].
pub fn material(bytes: &[u8], options: &Options) -> Result<Material, Error> {
    let (read, ..) = find_article(bytes, options)?;
    let lexicon = lexicon_for(&read.article, options.lexicon.as_deref());
    Ok(lay_out(&read.article, lexicon, Vec::new(), |laid, _| {
        let sheet = judge::Sheet::new(&laid.rows);
        Material::new(&sheet, judge::features(&sheet, &laid.subject))
    }))
}

/// The article of a page, its address and its encoding.
fn find_article(
    bytes: &[u8],
    options: &Options,
) -> Result<(article::Reading, Option<String>, page::Encoding), Error> {
    let document = document::open(bytes, options.kind).map_err(Error::Document)?;
    let declared = page::Declared {
        encoding: options.encoding.as_deref(),
        transport: options.charset.as_deref().or(document.charset.as_deref()),
        is_text: options.kind.map(|kind| kind == Kind::Text),
    };
    let page = match &document.content {
        Content::Page(bytes) => Page::parse(bytes, declared),
        Content::Markup(markup) => Page::of_document(markup, declared),
    };
    let page = page.map_err(Error::Page)?;
    let url = options.url.clone().or(document.url).or_else(|| page.url().map(str::to_owned));
    let known = article::Known {
        url: url.as_deref(),
        published: options.published.as_deref(),
        no_site_hints: options.no_site_hints,
    };
    let mut read = article::read(&page, known);
    read.warnings.extend(page.encoding.doubts());
    if read.article.blocks.is_empty() {
        return Err(Error::NoArticle);
    }
    Ok((read, url, page.encoding))
}

/// Text that was typed without any diacritics is matched without them.
fn lexicon_for<'a>(article: &Article, own: Option<&'a Lexicon>) -> &'a Lexicon {
    let marked = article.blocks.iter().any(|b| has_diacritics(&b.text));
    match own {
        Some(own) if marked => own,
        Some(own) => own.unmarked(),
        None if marked => Lexicon::built_in(),
        None => Lexicon::without_diacritics(),
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document(error) => error.fmt(f),
            Self::Page(error) => error.fmt(f),
            Self::NoArticle => {
                f.write_str("no article was found in the page; save the page of one article")
            }
        }
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    /// A page, and what the trainer computed for it with an emulator of its own (`train/exact.py`).
    const CASE: &str = include_str!("../../tests/judge/case.json");

    #[test]
    fn the_network_computes_what_the_trainer_did_bit_for_bit() {
        let case: Value = serde_json::from_str(CASE).unwrap();
        let page = case["html"].as_str().unwrap();
        let (read, ..) = find_article(page.as_bytes(), &Options::default()).unwrap();
        let found =
            lay_out(&read.article, lexicon_for(&read.article, None), Vec::new(), |laid, _| {
                judge::trace(&laid.rows, &laid.subject)
            });
        assert_eq!(found["encoder"], case["encoder"]);
        let (found, wanted) = (found["answers"].as_array(), case["answers"].as_array());
        assert_eq!(found.map(Vec::len), wanted.map(Vec::len));
        for (found, wanted) in found.into_iter().flatten().zip(wanted.into_iter().flatten()) {
            assert_eq!(found, wanted);
        }
    }
}
