//! The records of an article: every figure of every block, with all that was read about it.

use super::frame::Frame;
use super::meaning::Meaning;
use super::{category, elision, meaning, period, relation, role, source};
use crate::mention::{Mentions, Quantity, Scene};
use crate::record::{Flag, Modifier, Period, Reason, Record};
use crate::text::{Text, Tokens};

/// One block with its mentions, ready for records.
#[derive(Debug)]
pub struct Block<'a> {
    /// Index into the article's blocks.
    pub index: usize,
    /// Its tokens, lexicon and day.
    pub scene: Scene<'a>,
    /// What stands in it.
    pub mentions: Mentions,
}

/// Reads the records of an article's blocks, in reading order.
#[must_use]
pub fn read(blocks: &mut [Block<'_>], url: Option<&str>) -> Vec<Record> {
    let mut records = Vec::new();
    for block in blocks {
        elision::complete(&block.scene, &mut block.mentions);
        let frame = Frame::new(block.scene, &block.mentions);
        read_block(&frame, block.index, url, &mut records);
    }
    records
}

fn read_block(frame: &Frame<'_>, block: usize, url: Option<&str>, records: &mut Vec<Record>) {
    let count = frame.at.len();
    let first = records.len();
    let mut meanings = Vec::with_capacity(count);
    let mut roles = Vec::with_capacity(count);
    for f in 0..count {
        roles.push(role::read(frame, f, &roles));
        meanings.push(meaning::read(frame, f, &meanings));
    }
    let periods = period::read_all(frame);
    let links = relation::read_all(frame, &roles, &meanings);
    let id = |f: usize| format!("r{}", first + f + 1);
    for f in 0..count {
        let quantity = frame.figure(f);
        let text = frame.scene.text;
        let sentence = frame.sentence(f);
        let words: Tokens =
            frame.pieces[sentence.start].words.start..frame.pieces[sentence.end - 1].words.end;
        let meaning = &meanings[f];
        let period = periods[f].as_ref();
        let span = period.filter(|p| p.span.start.is_some() || p.span.end.is_some());
        let unit = unit_text(frame, quantity);
        records.push(Record {
            id: id(f),
            category: category_of(frame, meaning, words.clone(), unit.as_deref()),
            indicator: Some(meaning.indicator.clone()).filter(|s| !s.is_empty()),
            scope: meaning.scope.clone().filter(|s| *s != meaning.indicator),
            value: quantity.value,
            high: quantity.high,
            of: quantity.of,
            unit,
            unit_key: quantity.unit.as_ref().and_then(|u| u.key.clone()),
            per: quantity.per.clone().map(|p| frame.scene.spelt(p)),
            modifier: quantity.modifier,
            role: roles[f].role,
            direction: roles[f].direction,
            status: None,
            period: span.map(|p| Period {
                start: p.span.start,
                end: p.span.end,
                text: text.slice(p.words.clone()).to_owned(),
            }),
            place: None,
            part_of: links[f].part_of.map(id),
            target: links[f].target.map(id),
            flags: flags(&frame.scene, quantity),
            source: source::of(text, block, quantity.number.clone(), words, url),
            reasons: reasons(
                quantity,
                roles[f].rule,
                meaning.rule,
                period.map_or("period.none", |p| p.rule),
            ),
        });
    }
}

fn category_of(
    frame: &Frame<'_>,
    meaning: &Meaning,
    sentence: Tokens,
    unit: Option<&str>,
) -> Option<String> {
    let sentence = Text::new(frame.scene.text.slice(sentence));
    let indicator = Text::new(&meaning.indicator);
    let scope = meaning.scope.as_deref().map(Text::new);
    category(frame.scene.lexicon, &indicator, scope.as_ref(), &sentence, unit).map(str::to_owned)
}

/// The unit in the lexicon's spelling; `đồng` where money is written without it.
fn unit_text(frame: &Frame<'_>, quantity: &Quantity) -> Option<String> {
    let unit = quantity.unit.as_ref()?;
    if !unit.words.is_empty() {
        return Some(frame.scene.spelt(unit.words.clone()));
    }
    let known =
        frame.scene.lexicon.entries.unit.iter().find(|u| Some(&u.key) == unit.key.as_ref())?;
    known.forms.first().cloned()
}

fn flags(scene: &Scene<'_>, quantity: &Quantity) -> Vec<Flag> {
    let mut flags = quantity.flags.clone();
    if quantity.unit.as_ref().is_some_and(|u| u.rule.starts_with("unit.inherited")) {
        flags.push(Flag::InheritedUnit);
    }
    if !scene.lexicon.marked {
        flags.push(Flag::NoDiacritics);
    }
    flags.sort_unstable();
    flags.dedup();
    flags
}

fn reasons(
    quantity: &Quantity,
    role: &'static str,
    meaning: &'static str,
    period: &'static str,
) -> Vec<Reason> {
    let [number, unit, modifier] = quantity.rules;
    let mut reasons = vec![
        Reason { field: "value", rule: number },
        Reason { field: "unit", rule: unit },
        Reason { field: "role", rule: role },
        Reason { field: "indicator", rule: meaning },
        Reason { field: "period", rule: period },
    ];
    if quantity.modifier != Modifier::Exact {
        reasons.push(Reason { field: "modifier", rule: modifier });
    }
    reasons
}
