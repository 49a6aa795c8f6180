//! An article cut into pieces, with the figures, times and names that were found in them.
//!
//! The headline stands before all blocks, as their first row. Of an article that has more figures than any yearbook,
//! those behind are left out.

use crate::article::{self, Article, BlockKind};
use crate::clause::{Row, RowKind};
use crate::correction::{self, Correction, Fit};
use crate::entity::{BlockNames, PlaceSpan, Subject};
use crate::lexicon::{Lexicon, Marks};
use crate::mention::{self, Mentions, Scene, Spans};
use crate::record;
use crate::text::Text;
use jiff::civil::Date;

/// An article cut into pieces.
pub(super) struct Laid<'a> {
    pub(super) marks: &'a [Marks<'a>],
    pub(super) names: &'a [BlockNames<'a>],
    pub(super) blocks: &'a [record::Block<'a>],
    pub(super) rows: Vec<Row<'a>>,
    pub(super) subject: Subject,
    /// Whether it has more figures than are read.
    pub(super) is_full: bool,
}

/// Most figures of an article, and most words of the blocks that hold figures or times: a yearbook has some
/// thousands, and each takes a tenth of a millisecond, a word a hundredth.
const MOST_FIGURES: usize = 10_000;
const MOST_WORDS: usize = 250_000;

/// What is known of the figures of an article before they are judged.
pub(super) struct Known {
    pub(super) tables: record::Tables,
    pub(super) fixes: record::Fixes,
    pub(super) fits: Vec<Fit>,
}

/// Corrections of an article, each with its index among all.
pub(super) type Corrections<'c> = Vec<(usize, &'c Correction)>;

/// Cuts an article into pieces, and does with them what is asked.
pub(super) fn lay_out<T>(
    article: &Article,
    lexicon: &Lexicon,
    corrections: Corrections<'_>,
    then: impl FnOnce(&mut Laid<'_>, Known) -> T,
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
    let mut tables = record::tables(&mut blocks, &headline.block);
    let corrections = corrections.into_iter();
    let (fixes, fits) = correction::place(corrections, &mut blocks, &mut tables);
    let rows = rows(&headline, &blocks, &taken);
    let subject = subject(&headline, &blocks, lexicon);
    let known = Known { tables, fixes, fits };
    let mut laid = Laid { marks: &marks, names: &names, blocks: &blocks, rows, subject, is_full };
    then(&mut laid, known)
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

/// The civil day of `2023-05-11T13:41:00+07:00` or `2023-05-11`.
fn day(published: &str) -> Option<Date> {
    published.get(..10)?.parse().ok()
}
