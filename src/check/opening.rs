//! What opens the parts of a total: `bao gồm`, `chia theo nơi ở …:`, `phân theo cấp học thì`, `từ ba nguồn là`,
//! `trong đó`; where
//! their list ends, and which figure before it is the total.
//!
//! It refuses totals that stand behind an earlier list of the sentence, and figures that are no sums:
//! means, ages, rates, fractions.

use super::facts::Facts;
use super::passage::Passage;
use super::units::{is_percent, same_measure};
use super::words::text::{DIVIDES, GROUPS, WITHIN};
use crate::lexicon::{CueClass, UnitKind};

/// How many figures may stand between a total and the word that opens its parts.
const LOOK_BACK: usize = 4;

/// How many tokens a list of parts takes at most.
pub(super) const LIST: usize = 240;

/// How many tokens may stand between `ba nguồn` and `là`, and before a part what it is.
const NEAR: usize = 12;

/// Words behind which a figure is a choice of the whole, an example, or something else.
pub(super) const CHOICE: &[CueClass] = &[CueClass::Among, CueClass::OpenList, CueClass::Rest];

/// What opens a list of parts.
pub(super) struct Opening {
    /// Where the list begins.
    pub(super) list: usize,
    /// How many parts the text says that there are.
    pub(super) count: Option<usize>,
    /// Whether they are a choice.
    pub(super) choice: bool,
}

pub(super) fn opens(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    block: usize,
    at: usize,
) -> Option<Opening> {
    if let Some(len) = passage.says(at, WITHIN) {
        return Some(Opening { list: at + len, count: None, choice: true });
    }
    if let Some((_, cue)) = passage.cue_at(at, &[CueClass::Includes]) {
        let choice =
            passage.text.key(cue.end) == "cả" || passage.has(at.saturating_sub(2)..at, CHOICE);
        return Some(Opening { list: cue.end, count: None, choice });
    }
    if let Some(len) = passage.says(at, DIVIDES) {
        let near = at + len..passage.sentence(passage.sentence_of(at)).end.min(at + len + NEAR);
        let colon = near.clone().find(|t| passage.text.key(*t) == ":");
        let colon = colon.or_else(|| near.clone().find(|t| passage.text.key(*t) == "thì"))?;
        let figures = facts.figures(block, at..colon).next().is_some_and(|r| is_group(facts, r));
        let plain = facts.figures(block, at..colon).next().is_none();
        return (plain || figures).then_some(Opening {
            list: colon + 1,
            count: None,
            choice: false,
        });
    }
    let (count, len) = passage.whole(at).filter(|(count, _)| (2..=9).contains(count))?;
    let noun = passage.says(at + len, GROUPS)?;
    let behind = at + len + noun;
    let copula = |t: usize| matches!(passage.text.key(t), "là" | ":");
    let list = (behind..behind + 4).find(|t| copula(*t))? + 1;
    Some(Opening { list, count: Some(count as usize), choice: false })
}

/// Whether a figure counts the groups themselves: `có ba nhóm`.
pub(super) fn is_group(facts: &Facts<'_>, record: usize) -> bool {
    facts
        .place(record)
        .is_some_and(|(place, passage)| passage.says(place.number.end, GROUPS).is_some())
}

/// Where a list ends: with the bracket that it stands in, and at a `;` where its parts are set apart by commas.
pub(super) fn close_of(
    passage: &Passage<'_>,
    cue: usize,
    start: usize,
    end: usize,
    choice: bool,
) -> usize {
    let mark = |key: &'static str| (start..end).find(|t| passage.text.key(*t) == key);
    let end = match passage.bracket(cue) {
        Some(_) => mark(")").unwrap_or(end),
        None => end,
    };
    let mark = |key: &'static str| (start..end).find(|t| passage.text.key(*t) == key);
    if choice {
        return mark(";").unwrap_or(end);
    }
    match (mark(","), mark(";")) {
        (Some(comma), Some(semicolon)) if comma < semicolon => semicolon,
        _ => end,
    }
}

/// The total before a word that opens its parts: the nearest level that the first part measures.
pub(super) fn total_before(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    block: usize,
    at: usize,
    first: usize,
) -> Option<usize> {
    let sentence = passage.sentence_of(at);
    let divides = passage.says(at, DIVIDES).is_some();
    let start = passage.sentence(sentence).start.max(at.saturating_sub(LIST / 2));
    let clause = (start..at).rev().find(|t| divides && passage.text.key(*t) == ";");
    let clause = clause.filter(|mark| facts.figures(block, *mark..at).next().is_some());
    let start = clause.unwrap_or(start);
    let earlier = (start..at).find(|t| {
        let opens = passage.cue_at(*t, &[CueClass::Among, CueClass::Includes]).is_some()
            || passage.says(*t, DIVIDES).is_some();
        opens && facts.figures(block, *t..at).nth(1).is_some()
    });
    let until = earlier.unwrap_or(at);
    let far = divides || passage.whole(at).is_some();
    let part = &facts.records[first];
    facts.back(first, LOOK_BACK + 1).find(|r| {
        let Some((place, _)) = facts.place(*r) else { return false };
        place.block == block
            && place.end <= until
            && place.sentence + usize::from(far) >= sentence
            && is_sum(facts, *r)
            && !is_percent(&facts.records[*r])
            && passage.bracket(place.number.start) == passage.bracket(at)
            && same_measure(&facts.records[*r], part)
    })
}

/// Whether a figure may be a sum: an amount, no mean, age, rate or score.
pub(super) fn is_sum(facts: &Facts<'_>, record: usize) -> bool {
    let figure = &facts.records[record];
    let mean =
        facts.lead(record).zip(facts.tail(record)).is_some_and(|((lead, passage), (tail, _))| {
            let near = tail.start..tail.end.min(tail.start + 3);
            passage.has(lead, &[CueClass::Average]) || passage.has(near, &[CueClass::Average])
        });
    let counted = !matches!(figure.unit_kind, UnitKind::Time | UnitKind::Step | UnitKind::Multiple);
    facts.is_level(record) && counted && figure.per.is_none() && figure.of.is_none() && !mean
}
