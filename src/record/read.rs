//! The records of an article: every figure of every block, with all that was read about it.

use super::block::Block;
use super::category::Sayings;
use super::frame::Frame;
use super::meaning::Meaning;
use super::outline::Outline;
use super::place::{self, Subject};
use super::{
    Said, category, elision, flags, meaning, period, relation, role, source, status, table,
};
use crate::mention::{Quantity, Span};
use crate::record::{Modifier, Period, Record, Role};
use crate::text::{Tokens, respell};
use std::collections::HashMap;

/// What the article says once and means throughout.
#[derive(Debug, Clone, Default)]
pub struct Story {
    /// Address of the page.
    pub url: Option<String>,
    /// The place that the whole article is about.
    pub subject: Subject,
}

/// Reads the records of an article's blocks, in reading order.
#[must_use]
pub fn read(blocks: &mut [Block<'_>], story: &Story) -> Vec<Record> {
    let mut records = Vec::new();
    let Some(lexicon) = blocks.first().map(|block| block.scene.lexicon) else { return records };
    let mut phrases = Sayings::new(lexicon);
    let mut meeting = None;
    let mut outline = Outline::default();
    let mut at = 0;
    while at < blocks.len() {
        let head = outline.enter(&blocks[at]);
        let table = table::read(blocks, at, &head, records.len());
        let end = at + table.blocks.max(1);
        let mut told = table.told.into_iter();
        for block in &mut blocks[at..end] {
            elision::complete(&block.scene, &mut block.mentions);
            table::quiet(&block.scene, &mut block.mentions);
            let frame = Frame::new(block.scene, &block.mentions, &block.places);
            meeting = meeting.or_else(|| period::of_meeting(&frame));
            let first = records.len();
            let categories = Categories::new(&frame, &mut phrases);
            read_block(&frame, block.index, story, meeting.as_ref(), categories, &mut records);
            let records = &mut records[first..];
            head.complete(&frame, block, &mut phrases, records);
            table::apply(told.next().unwrap_or_default(), records, &block.scene);
            outline.leave(&frame, block);
        }
        at = end;
    }
    relation::link_across(&mut records);
    share_categories(&mut records);
    records
}

/// A part without a category of its own has that of its total, a target that of its result.
fn share_categories(records: &mut [Record]) {
    let index: HashMap<&str, usize> = (0..).zip(&*records).map(|(i, r)| (&*r.id, i)).collect();
    let at = |id: &Option<String>| index.get(id.as_deref()?).copied();
    let links: Vec<_> = records.iter().map(|r| (at(&r.part_of), at(&r.target))).collect();
    for (i, (total, target)) in links.into_iter().enumerate() {
        if let (None, Some(total)) = (&records[i].category, total) {
            records[i].category = records[total].category.clone();
            records[i].tell("category", "category.of_total");
        }
        if let (Some(category), Some(target)) = (records[i].category.clone(), target) {
            records[target].category.get_or_insert(category);
        }
    }
}

fn read_block(
    frame: &Frame<'_>,
    block: usize,
    story: &Story,
    meeting: Option<&Period>,
    mut categories: Categories<'_, '_>,
    records: &mut Vec<Record>,
) {
    let count = frame.at.len();
    let first = records.len();
    let mut meanings = Vec::with_capacity(count);
    let mut roles = Vec::with_capacity(count);
    for f in 0..count {
        roles.push(role::read(frame, f, &roles));
        meanings.push(meaning::read(frame, f, &meanings));
    }
    let periods = period::read_all(frame, &meanings);
    let places = place::read_all(frame, &story.subject);
    let links = relation::read_all(frame, &roles, &meanings);
    let id = |f: usize| format!("r{}", first + f + 1);
    for f in 0..count {
        let quantity = frame.figure(f);
        let text = frame.scene.text;
        let sentence = frame.sentence(f);
        let words: Tokens =
            frame.pieces[sentence.start].words.start..frame.pieces[sentence.end - 1].words.end;
        let meaning = &meanings[f];
        let own = periods[f].as_ref();
        let own = own.filter(|own| roles[f].role != Role::Target || !period::is_now(frame, own));
        let (period, period_rule) = period_of(frame, f, own, meeting);
        let unit = unit_text(frame, quantity);
        records.push(Record {
            id: id(f),
            category: categories.of(meaning, words.clone(), unit.as_deref()),
            indicator: Some(meaning.indicator.clone()).filter(|s| !s.is_empty()),
            scope: meaning.scope.clone().filter(|s| *s != meaning.indicator),
            value: quantity.value,
            high: quantity.high,
            of: quantity.of,
            unit,
            unit_key: quantity.unit.as_ref().and_then(|u| u.key.clone()),
            unit_kind: quantity.kind().unwrap_or_default(),
            per: quantity.per.clone().map(|p| frame.scene.spelt(p)),
            modifier: quantity.modifier,
            role: roles[f].role,
            direction: roles[f].direction,
            status: (roles[f].role == Role::Actual)
                .then(|| status::read(frame, f, &links[f]))
                .flatten(),
            period,
            place: places[f].as_ref().map(|p| p.name.clone()),
            part_of: links[f].part_of.map(id),
            target: links[f].target.map(id),
            flags: flags::read(&frame.scene, quantity, &roles[f], &meaning.indicator),
            source: source::of(text, block, quantity.number.clone(), words, story.url.as_deref()),
            reasons: Vec::new(),
        });
        let [number, unit, modifier] = quantity.rules;
        let place_rule = places[f].as_ref().map_or("place.none", |p| p.rule);
        let record = &mut records[first + f];
        record.tell("value", number);
        record.tell("unit", unit);
        record.tell_some("per", record.per.is_some(), "unit.per");
        record.tell_some("modifier", quantity.modifier != Modifier::Exact, modifier);
        record.tell("role", roles[f].rule);
        record.tell("indicator", meaning.rule);
        record.tell_some("category", record.category.is_some(), "category.words");
        record.tell_some("status", record.status.is_some(), "status.words");
        record.tell("period", period_rule);
        record.tell("place", place_rule);
        record.tell_some("part_of", record.part_of.is_some(), links[f].part_rule);
        record.tell_some("target", record.target.is_some(), links[f].target_rule);
    }
}

/// The period of figure `f`; those who attend a meeting do so on its day.
fn period_of(
    frame: &Frame<'_>,
    f: usize,
    own: Option<&period::Reading>,
    meeting: Option<&Period>,
) -> (Option<Period>, &'static str) {
    match own {
        Some(own) if own.span == Span::OPEN => (None, own.rule),
        Some(own) => {
            let text = frame.scene.text.slice(own.words.clone()).to_owned();
            (Some(Period { start: own.span.start, end: own.span.end, text }), own.rule)
        }
        None if frame.attends(f) && meeting.is_some() => (meeting.cloned(), "period.of_meeting"),
        None => (None, "period.none"),
    }
}

/// The categories of a block's figures; what a sentence says is read once.
struct Categories<'f, 'l> {
    frame: &'f Frame<'f>,
    sentence: (Tokens, Said<'l>),
    phrases: &'f mut Sayings<'l>,
}

impl<'f, 'l> Categories<'f, 'l> {
    fn new(frame: &'f Frame<'f>, phrases: &'f mut Sayings<'l>) -> Self {
        Self { frame, sentence: (0..0, Said::default()), phrases }
    }

    fn of(&mut self, meaning: &Meaning, words: Tokens, unit: Option<&str>) -> Option<String> {
        let (marks, lexicon) = (self.frame.scene.marks, self.phrases.lexicon);
        let indicator = self.phrases.by(Some(&meaning.indicator));
        let scope = self.phrases.by(meaning.scope.as_deref());
        let known = &mut self.sentence;
        let sentence = || {
            if known.0 != words {
                *known = (words.clone(), Said::between(marks, words, lexicon));
            }
            &known.1
        };
        category(lexicon, &indicator, &scope, sentence, unit).map(str::to_owned)
    }
}

/// The unit in the lexicon's spelling, or the noun as it is spelt today; `đồng` where money is
/// written without it.
fn unit_text(frame: &Frame<'_>, quantity: &Quantity) -> Option<String> {
    let unit = quantity.unit.as_ref()?;
    let (text, lexicon) = (frame.scene.text, frame.scene.lexicon);
    let known = unit.key.as_deref().and_then(|key| lexicon.entries.unit_of_key(key));
    let spelling = known.and_then(|known| match unit.words.is_empty() {
        true => Some(known.forms.first()),
        false => lexicon.spelling(known, text, unit.words.clone()),
    });
    Some(spelling.map_or_else(|| respell(text.slice(unit.words.clone())), str::to_owned))
}
