//! A part of those who were counted in the sentence before: `Đoàn làm việc với 52 cơ sở. Trong số các cơ sở được
//! kiểm tra, 47 cơ sở có sai phạm`, `Trong số này, 12 hộ`.
//!
//! The words open a sentence; the total is the only figure of its measure in the two sentences before, its noun
//! stands in the name, and every other word of the name was told by then. It refuses a name that is narrower
//! than the total (`trong số các hộ nghèo`, of `340 hộ`).

use super::average::only;
use super::facts::Facts;
use super::opening::is_sum;
use super::parts::{Run, Sign};
use super::passage::Passage;
use super::units::{is_percent, same_measure};
use super::whole::named_whole;
use super::words::text::{AMONG_THOSE, COLOURLESS, IN_NUMBER, LIGHT, LIMITS};
use crate::text::fold_syllable;

/// How many figures before the part are read.
const LOOK_BACK: usize = 6;

/// How many tokens before the words may have told what they name.
const TOLD: usize = 120;

pub(super) fn out_of_those(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    block: usize,
    at: usize,
) -> Option<Run> {
    let pointing = passage.says(at, AMONG_THOSE).is_some();
    if !pointing && passage.says(at, IN_NUMBER).is_none() {
        return None;
    }
    let index = passage.sentence_of(at);
    let sentence = passage.sentence(index);
    let opens = sentence.start == at && index > 0;
    let part = facts.figures(block, at..sentence.end).next().filter(|_| opens)?;
    let record = &facts.records[part];
    let plain = facts.is_level(part) && !is_percent(record) && record.of.or(record.high).is_none();
    let back = if pointing { 1 } else { 2 };
    let total = only(facts.back(part, LOOK_BACK).filter(|r| {
        let near =
            facts.place(*r).is_some_and(|(p, _)| p.sentence < index && p.sentence + back >= index);
        near && is_sum(facts, *r) && same_measure(&facts.records[*r], record)
    }))?;
    let named = || {
        let name = named_whole(facts, part)?;
        let unit = facts.records[total].unit.as_deref()?;
        let noun: Vec<String> = unit.split_whitespace().map(fold_syllable).collect();
        let told: Vec<&str> = (at.saturating_sub(TOLD)..at).map(|t| passage.text.key(t)).collect();
        let has_noun = passage.find(name.clone(), &[&noun.join(" ")]).is_some();
        let limited = passage.find(name.clone(), LIMITS).is_some();
        let known = name.map(|t| passage.text.key(t)).all(|word| {
            LIGHT.contains(&word) || COLOURLESS.contains(&word) || told.contains(&word)
        });
        (has_noun && known && !limited).then_some(())
    };
    let meant = plain && (pointing || named().is_some());
    meant.then(|| Run {
        total,
        parts: vec![part],
        sign: Sign::Among,
        remainder: false,
        stated: true,
    })
}
