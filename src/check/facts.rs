//! The records of an article with their text, indexed for the checks.
//!
//! Decides which figures stand beside each other, which are parts of which, and which are held
//! against which target. It reads only what the records say; a relation is never made up here.

use super::Verdict;
use super::claim::Claim;
use super::passage::{Passage, REACH};
use crate::article::{Article, BlockKind};
use crate::lexicon::{CueClass, Lexicon, Marks};
use crate::record::Record;
use crate::text::{Text, Tokens};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Where a record's number stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// Index into the article's blocks.
    pub(super) block: usize,
    /// Index of the sentence in the block.
    pub(super) sentence: usize,
    /// The tokens of the number.
    pub(super) number: Tokens,
    /// The token behind its unit.
    pub(super) end: usize,
}

/// How one record is apposed to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Apposed {
    /// The cue that does it (`, tăng 50`), or nothing but a bracket (`(92,1%`).
    pub(super) by: Option<CueClass>,
    /// Whether nothing stands between them that it could speak of instead.
    pub(super) tight: bool,
}

/// How many tokens a unit takes that stands between two apposed figures without a comma.
const UNIT: usize = 2;

/// How many tokens the phrase behind a figure takes that another figure says more of.
const PHRASE: usize = 20;

/// Records and text of one article.
pub(super) struct Facts<'a> {
    pub(super) records: &'a [Record],
    pub(super) article: &'a Article,
    /// The lexicon that its blocks were read with.
    pub(super) lexicon: &'a Lexicon,
    passages: Vec<Option<Passage<'a>>>,
    places: Vec<Option<Place>>,
    ids: HashMap<&'a str, usize>,
    /// For every total its parts, in reading order.
    pub(super) parts: BTreeMap<usize, Vec<usize>>,
    /// For every target the records held against it, in reading order.
    pub(super) held: BTreeMap<usize, Vec<usize>>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(records: &'a [Record], article: &'a Article, marks: &'a [Marks<'a>]) -> Self {
        let told: HashSet<usize> = records.iter().map(|record| record.source.block).collect();
        let has_figures = |(block, marks): &(usize, &Marks)| {
            told.contains(block) || marks.text.raw.contains(|c: char| c.is_numeric())
        };
        let passages: Vec<_> = (0..)
            .zip(marks)
            .map(|block| has_figures(&block).then(|| Passage::new(block.1)))
            .collect();
        let ids: HashMap<&str, usize> =
            (0..).zip(records).map(|(i, r)| (r.id.as_str(), i)).collect();
        let by = |relation: fn(&Record) -> Option<&String>| {
            let mut map: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            for (i, record) in records.iter().enumerate() {
                let other = relation(record).and_then(|id| ids.get(id.as_str()));
                if let Some(&other) = other.filter(|other| **other != i) {
                    map.entry(other).or_default().push(i);
                }
            }
            map
        };
        Self {
            records,
            article,
            lexicon: marks.first().map_or(Lexicon::built_in(), |marks| marks.lexicon),
            places: records.iter().map(|r| place(r, &passages)).collect(),
            parts: by(|r| r.part_of.as_ref()),
            held: by(|r| r.target.as_ref()),
            passages,
            ids,
        }
    }

    /// Index of the record with an id.
    pub(super) fn index(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// The record with an id.
    pub(super) fn record(&self, id: &str) -> Option<&'a Record> {
        self.index(id).map(|r| &self.records[r])
    }

    /// How many blocks the article has.
    pub(super) fn blocks(&self) -> usize {
        self.passages.len()
    }

    /// The block, where it holds any figure.
    pub(super) fn passage(&self, block: usize) -> Option<&Passage<'a>> {
        self.passages.get(block)?.as_ref()
    }

    /// Where a record stands, with its passage.
    pub(super) fn place(&self, record: usize) -> Option<(&Place, &Passage<'a>)> {
        let place = self.places.get(record)?.as_ref()?;
        Some((place, self.passage(place.block)?))
    }

    /// The record before this one in the same sentence.
    pub(super) fn before(&self, record: usize) -> Option<usize> {
        let other = record.checked_sub(1)?;
        self.same_sentence(other, record).then_some(other)
    }

    /// The record after this one in the same sentence.
    pub(super) fn after(&self, record: usize) -> Option<usize> {
        self.same_sentence(record, record + 1).then_some(record + 1)
    }

    /// Whether two records stand in one sentence.
    pub(super) fn same_sentence(&self, a: usize, b: usize) -> bool {
        match (self.place(a), self.place(b)) {
            (Some((a, _)), Some((b, _))) => (a.block, a.sentence) == (b.block, b.sentence),
            _ => false,
        }
    }

    /// The records whose numbers begin between some tokens of a block, in reading order.
    pub(super) fn figures(&self, block: usize, within: Tokens) -> impl Iterator<Item = usize> {
        let first = self.records.partition_point(|r| r.source.block < block);
        let end = self.records.partition_point(|r| r.source.block <= block);
        let start = |place: &Option<Place>| place.as_ref().map_or(0, |place| place.number.start);
        let skip = self.places[first..end].partition_point(|p| start(p) < within.start);
        (first + skip..end).take_while(move |r| start(&self.places[*r]) < within.end)
    }

    /// Whether a block is running text, no row of a table.
    pub(super) fn is_prose(&self, block: usize) -> bool {
        self.article.blocks.get(block).is_some_and(|block| block.kind != BlockKind::TableRow)
    }

    /// The tokens between two records of one block, the first before the second.
    pub(super) fn gap(&self, a: usize, b: usize) -> Option<(Tokens, &Passage<'a>)> {
        let ((a, passage), (b, _)) = (self.place(a)?, self.place(b)?);
        let ordered = a.block == b.block && a.number.end <= b.number.start;
        ordered.then_some((a.number.end..b.number.start, passage))
    }

    /// How a second record stands right behind a first one, to say more of the same: `, tăng 50`,
    /// `(đạt 92,1%`, `xã chiếm 89%`.
    pub(super) fn apposed(&self, a: usize, b: usize, classes: &[CueClass]) -> Option<Apposed> {
        let (gap, passage) = self.gap(a, b).filter(|_| self.same_sentence(a, b))?;
        let cue = passage.cue_before(gap.end, classes);
        let start = cue.as_ref().map_or(passage.lead(gap.end), |(_, cue)| cue.start);
        let key = |at: usize| passage.text.key(at);
        let mark = key(start.checked_sub(1)?);
        let close = start <= gap.start + UNIT || matches!(mark, "," | "(" | "-");
        let opens = if cue.is_some() { close } else { mark == "(" };
        if start < gap.start || !opens || gap.len() > REACH || gap.clone().any(|at| key(at) == ";")
        {
            return None;
        }
        let words = self.place(a)?.0.end.max(gap.start)..start.saturating_sub(1);
        let tight = words.len() <= PHRASE
            && words.into_iter().all(|at| !matches!(key(at), "," | "(" | ")" | "và"));
        Some(Apposed { by: cue.map(|(class, _)| class), tight })
    }

    /// A claim that words of a block make, without records.
    pub(super) fn words_claim(
        &self,
        kind: &'static str,
        (block, token): (usize, usize),
        holds: Verdict,
        detail: String,
    ) -> Claim {
        let char = self.passage(block).and_then(|p| p.text.tokens.get(token)).map_or(0, |t| t.char);
        Claim::new(kind, (block, char), Vec::new(), holds, detail)
    }

    /// A claim about these records, the claim's own first.
    pub(super) fn claim(
        &self,
        kind: &'static str,
        records: &[usize],
        holds: Verdict,
        detail: String,
    ) -> Claim {
        let source = &self.records[records[0]].source;
        let ids = records.iter().map(|r| self.records[*r].id.clone()).collect();
        Claim::new(kind, (source.block, source.start), ids, holds, detail)
    }
}

fn place(record: &Record, passages: &[Option<Passage<'_>>]) -> Option<Place> {
    let source = &record.source;
    let passage = passages.get(source.block)?.as_ref()?;
    let number = passage.token_at(source.start)..passage.token_at(source.end.saturating_sub(1)) + 1;
    (number.end <= passage.text.tokens.len()).then(|| Place {
        block: source.block,
        sentence: passage.sentence_of(number.start),
        end: behind_unit(record, passage, number.end),
        number,
    })
}

/// The token behind the unit that follows a number.
fn behind_unit(record: &Record, passage: &Passage<'_>, number_end: usize) -> usize {
    let unit = Text::new(record.unit.as_deref().unwrap_or_default());
    let keys = (0..unit.tokens.len()).map(|at| unit.key(at));
    let words = keys.zip(number_end..).take_while(|(word, at)| passage.text.key(*at) == *word);
    number_end + words.count()
}
