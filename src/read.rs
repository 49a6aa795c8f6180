//! From the bytes of one input to its report: the stages in their order.

use crate::article::{self, Article, BlockKind, Known};
use crate::check;
use crate::clause::{Row, RowKind};
use crate::entity::{self, BlockNames, PlaceSpan, Subject};
use crate::judge::{self, Material};
use crate::lexicon::{Lexicon, Marks};
use crate::mention::{self, Mentions, Scene, Spans};
use crate::page::{self, Page};
use crate::parts;
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
    let (read, page_url, encoding) = find_article(bytes, options)?;
    let source = SourceInfo {
        name: options.name.clone(),
        url: page_url,
        sha256: format!("{:x}", Sha256::digest(bytes)),
        encoding,
    };
    let lexicon = lexicon_for(&read.article, options.lexicon.as_deref());
    let judge = if options.grounds { judge::explained } else { judge::judge };
    Ok(read_article(read, source, lexicon, judge))
}

/// What the trainer of the network is given for one input.
///
/// # Errors
/// As [`read`].
pub fn material(bytes: &[u8], options: &Options) -> Result<Material, Error> {
    let (read, ..) = find_article(bytes, options)?;
    let lexicon = lexicon_for(&read.article, options.lexicon.as_deref());
    Ok(lay_out(&read.article, lexicon, |laid, _| {
        let sheet = judge::Sheet::new(&laid.rows);
        Material::new(&sheet, judge::features(&sheet, &laid.subject))
    }))
}

/// The article of a page, its address and its encoding.
fn find_article(
    bytes: &[u8],
    options: &Options,
) -> Result<(article::Reading, Option<String>, page::Encoding), Error> {
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
    Ok((read, url, page.encoding))
}

const TOO_MANY_FIGURES: &str = "the article has more than 10,000 figures or 250,000 words beside them; figures behind were left out";

/// An article cut into pieces.
struct Laid<'a> {
    marks: &'a [Marks<'a>],
    names: &'a [BlockNames<'a>],
    blocks: &'a [record::Block<'a>],
    rows: Vec<Row<'a>>,
    subject: Subject,
    /// Whether it has more figures than are read.
    is_full: bool,
}

/// Most figures of an article, and most words of the blocks that hold figures or times: a yearbook has some
/// thousands, and each takes a tenth of a millisecond, a word a hundredth.
const MOST_FIGURES: usize = 10_000;
const MOST_WORDS: usize = 250_000;

/// Cuts an article into pieces, and does with them what is asked.
fn lay_out<T>(
    article: &Article,
    lexicon: &Lexicon,
    then: impl FnOnce(&mut Laid<'_>, record::Tables) -> T,
) -> T {
    let published = article.published.as_deref().and_then(day);
    let title = article::Block {
        kind: BlockKind::Heading,
        text: article.title.clone().unwrap_or_default(),
        selector: String::new(),
        row: None,
    };
    let headline = Text::new(&title.text);
    let headline = Marks::new(&headline, lexicon);
    let headline = Headline::new(&title, &headline, published);
    let texts: Vec<Text> = article.blocks.iter().map(|b| Text::new(&b.text)).collect();
    let marks: Vec<Marks<'_>> = texts.iter().map(|text| Marks::new(text, lexicon)).collect();
    let names: Vec<BlockNames<'_>> = (article.blocks.iter().zip(&marks).enumerate())
        .map(|(index, (block, marks))| BlockNames::new(index, block.kind, marks))
        .collect();
    let taken: Vec<Spans> = names.iter().map(spans).collect();
    let (mut figures_left, mut words_left, mut is_full) = (MOST_FIGURES, MOST_WORDS, false);
    let mut blocks: Vec<record::Block<'_>> = (names.iter().zip(&taken).zip(&marks).enumerate())
        .map(|(index, ((names, taken), marks))| {
            let scene = Scene::new(marks, published);
            // Where one was left out already, the others need not be looked for.
            let mut mentions = match is_full {
                true => Mentions::default(),
                false => mention::read(&scene, taken),
            };
            let is_judged = !mentions.quantities.is_empty() || !mentions.times.is_empty();
            let words = if is_judged { scene.text.tokens.len() } else { 0 };
            is_full |= mentions.cut(figures_left) || words > words_left;
            words_left = words_left.saturating_sub(words);
            figures_left -= mentions.quantities.len();
            let source = &article.blocks[index];
            record::Block { source, index, scene, mentions, places: names.place_spans() }
        })
        .collect();
    let tables = record::tables(&mut blocks, &headline.block);
    let rows = rows(&headline, &blocks, &taken);
    let subject = subject(&headline, &blocks, lexicon);
    then(
        &mut Laid { marks: &marks, names: &names, blocks: &blocks, rows, subject, is_full },
        tables,
    )
}

/// Reads the figures of an article.
fn read_article(
    read: article::Reading,
    source: SourceInfo,
    lexicon: &Lexicon,
    judge: parts::Judge,
) -> Reading {
    let article::Reading { article, days, mut left_out, mut warnings } = read;
    let (records, accounts, checks, named, subject) = lay_out(&article, lexicon, |laid, tables| {
        let verdicts = parts::judge(&mut laid.rows, &laid.subject, judge);
        let records = record::read(&laid.rows, &verdicts, tables, source.url.as_deref());
        let accounts = accounts(laid.blocks, &records);
        let checks = check::run(&records, &article, laid.marks);
        let named = entity::read(&article, laid.names, lexicon);
        if laid.is_full {
            left_out.push(TOO_MANY_FIGURES.to_owned());
        }
        (records, accounts, checks, named, laid.subject.name().map(str::to_owned))
    });
    warnings.extend(left_out.iter().cloned());
    let report = Report {
        schema: SCHEMA,
        source,
        article,
        place: subject,
        records,
        documents: named.documents,
        people: named.people,
        organizations: named.organizations,
        events: named.events,
        checks,
        warnings,
    };
    Reading { report, days, accounts, left_out }
}

/// The headline with what stands in it. Its numbers are told again in the article, so they are no figures.
struct Headline<'a> {
    block: record::Block<'a>,
    taken: Spans,
}

impl<'a> Headline<'a> {
    fn new(source: &'a article::Block, marks: &'a Marks<'a>, published: Option<Date>) -> Self {
        let scene = Scene::new(marks, published);
        let names = BlockNames::new(0, BlockKind::Heading, marks);
        let taken = spans(&names);
        let mentions = Mentions { quantities: Vec::new(), ..mention::read(&scene, &taken) };
        let places = names.place_spans();
        Self { block: record::Block { source, index: 0, scene, mentions, places }, taken }
    }
}

/// What no figure may be read from.
fn spans(names: &BlockNames<'_>) -> Spans {
    Spans { documents: names.document_spans(), people: names.person_spans() }
}

/// The headline and all blocks, cut.
fn rows<'a>(
    headline: &'a Headline<'_>,
    blocks: &'a [record::Block<'_>],
    taken: &[Spans],
) -> Vec<Row<'a>> {
    let names = |taken: &Spans| [&*taken.people, &*taken.documents].concat();
    let Headline { block, taken: named } = headline;
    let first =
        Row::new(RowKind::Title, block.scene, &block.mentions, &block.places, &names(named));
    let others = blocks.iter().zip(taken).map(|(block, taken)| {
        let kind = RowKind::Block(block.source.kind);
        Row::new(kind, block.scene, &block.mentions, &block.places, &names(taken))
    });
    std::iter::once(first).chain(others).collect()
}

/// The place that the article is about.
fn subject(headline: &Headline<'_>, blocks: &[record::Block<'_>], lexicon: &Lexicon) -> Subject {
    let name = |(_, place, _): &PlaceSpan| place.clone();
    let titled: Vec<_> = headline.block.places.iter().map(name).collect();
    let body = blocks.iter().flat_map(|block| &block.places).map(|(_, place, _)| place);
    Subject::of(&titled, body, lexicon)
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
    let mut records = records.iter().peekable();
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
            let start = text.chars(quantity.number.clone()).start;
            let own =
                |r: &&record::Record| (r.source.block, r.source.start) == (block.index, start);
            match records.next_if(own) {
                Some(record) => {
                    let id = Some(record.id.clone());
                    add(quantity.words.clone(), "record", quantity.rules[0], id);
                }
                None => add(quantity.words.clone(), "no figure", "judge.no_quantity", None),
            }
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    /// A page, and what the trainer computed for it with an emulator of its own (`train/exact.py`).
    const CASE: &str = include_str!("../tests/judge/case.json");

    #[test]
    fn the_network_computes_what_the_trainer_did_bit_for_bit() {
        let case: Value = serde_json::from_str(CASE).unwrap();
        let page = case["html"].as_str().unwrap();
        let (read, ..) = find_article(page.as_bytes(), &Options::default()).unwrap();
        let found = lay_out(&read.article, lexicon_for(&read.article, None), |laid, _| {
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
