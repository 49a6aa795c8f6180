//! From the bytes of one input to its report: the stages in their order.

use crate::article::{self, Article, BlockKind, Known};
use crate::check;
use crate::entity;
use crate::entity::BlockNames;
use crate::lexicon::{Lexicon, Marks};
use crate::mention::{self, Scene, Spans};
use crate::page::{self, Page};
use crate::record;
use crate::report::{Account, Report, SCHEMA, SourceInfo};
use crate::text::{Text, has_diacritics};
use crate::{Options, Reading};
use jiff::civil::Date;
use sha2::{Digest, Sha256};
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
    let declared = page::Declared {
        encoding: options.encoding.as_deref(),
        transport: options.charset.as_deref(),
    };
    let page = Page::parse(bytes, declared).map_err(Error::Page)?;
    let url = options.url.clone().or_else(|| page.url().map(str::to_owned));
    let known = Known {
        url: url.as_deref(),
        published: options.published.as_deref(),
        no_site_hints: options.no_site_hints,
    };
    let mut read = article::read(&page, known);
    read.warnings.extend(page.encoding.doubts());
    if read.article.blocks.is_empty() {
        return Err(Error::NoArticle);
    }
    let source = SourceInfo {
        name: options.name.clone(),
        url,
        sha256: format!("{:x}", Sha256::digest(bytes)),
        encoding: page.encoding,
    };
    let lexicon = lexicon_for(&read.article, options.lexicon.as_deref());
    Ok(read_article(read, source, lexicon))
}

/// Reads the figures of an article.
fn read_article(read: article::Reading, source: SourceInfo, lexicon: &Lexicon) -> Reading {
    let article::Reading { article, days, warnings } = read;
    let texts: Vec<Text> = article.blocks.iter().map(|b| Text::new(&b.text)).collect();
    let published = article.published.as_deref().and_then(day);
    let marks: Vec<Marks<'_>> = texts.iter().map(|text| Marks::new(text, lexicon)).collect();
    let names: Vec<BlockNames<'_>> = (article.blocks.iter().zip(&marks).enumerate())
        .map(|(index, (block, marks))| BlockNames::new(index, block.kind, marks))
        .collect();
    let mut blocks: Vec<record::Block<'_>> = (names.iter().zip(&marks).enumerate())
        .map(|(index, (names, marks))| {
            let scene = Scene::new(marks, published);
            let taken = Spans { documents: names.document_spans(), people: names.person_spans() };
            let mentions = mention::read(&scene, &taken);
            let source = &article.blocks[index];
            record::Block { source, index, scene, mentions, places: names.place_spans() }
        })
        .collect();
    let subject = subject(&article, &blocks, lexicon);
    let place = subject.name().map(str::to_owned);
    let story = record::Story { url: source.url.clone(), subject };
    let records = record::read(&mut blocks, &story);
    let accounts = accounts(&blocks, &records);
    let checks = check::run(&records, &article, &marks);
    let named = entity::read(&article, &names, lexicon);
    let report = Report {
        schema: SCHEMA,
        source,
        article,
        place,
        records,
        documents: named.documents,
        people: named.people,
        organizations: named.organizations,
        events: named.events,
        checks,
        warnings,
    };
    Reading { report, days, accounts }
}

/// The place that the article is about.
fn subject(article: &Article, blocks: &[record::Block<'_>], lexicon: &Lexicon) -> record::Subject {
    let title = Text::new(article.title.as_deref().unwrap_or(""));
    let marks = Marks::new(&title, lexicon);
    let titled = BlockNames::new(0, BlockKind::Heading, &marks).place_spans();
    let titled: Vec<_> = titled.into_iter().map(|(_, place, _)| place).collect();
    let body = blocks.iter().flat_map(|block| &block.places).map(|(_, place, _)| place);
    record::Subject::of(&titled, body, lexicon)
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

/// The civil day of `2023-05-11T13:41:00+07:00` or `2023-05-11`.
fn day(published: &str) -> Option<Date> {
    published.get(..10)?.parse().ok()
}

/// What became of every number, in reading order.
fn accounts(blocks: &[record::Block<'_>], records: &[record::Record]) -> Vec<Account> {
    let mut records = records.iter();
    let mut out = Vec::new();
    for block in blocks {
        let (text, mentions) = (block.scene.text, &block.mentions);
        let first = out.len();
        let mut add = |words: crate::text::Tokens, kind, rule, record| {
            let chars = text.chars(words);
            out.push(Account {
                block: block.index,
                start: chars.start,
                end: chars.end,
                kind,
                rule,
                record,
            });
        };
        for quantity in &mentions.quantities {
            let id = records.next().map(|r| r.id.clone());
            add(quantity.words.clone(), "record", quantity.rules[0], id);
        }
        for time in &mentions.times {
            add(time.words.clone(), "period", time.rule, None);
        }
        for name in &mentions.names {
            add(name.words.clone(), name.kind, name.rule, None);
        }
        out[first..].sort_by_key(|a| (a.start, a.end));
    }
    out
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
