//! A part of those who were counted in the sentence before: `Đoàn làm việc với 52 cơ sở. Trong số các cơ sở được
//! kiểm tra, 47 cơ sở có sai phạm`.
//!
//! The words open a sentence; the total is the only figure of its measure in the two sentences before, its noun
//! stands in the name, and every other word of the name was told by then. It refuses a name that is narrower
//! than the total (`trong số các hộ nghèo`, of `340 hộ`) or of another area.

use super::average::only;
use super::facts::Facts;
use super::opening::is_sum;
use super::parts::{Run, Sign};
use super::passage::Passage;
use super::units::{folded, is_percent, same_measure};
use super::whole::named_whole;
use super::words::text::{COLOURLESS, IN_NUMBER, LIGHT, LIMITS};
use crate::lexicon::CueClass;

/// How many figures before the part are read.
const LOOK_BACK: usize = 6;

/// How many sentences before its own may have counted them.
const SENTENCES: usize = 2;

/// How many tokens before the words may have told what they name.
const TOLD: usize = 120;

pub(super) fn out_of_those(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    block: usize,
    at: usize,
) -> Option<Run> {
    passage.says(at, IN_NUMBER)?;
    let index = passage.sentence_of(at);
    let sentence = passage.sentence(index);
    let opens = sentence.start == at && index > 0;
    let part = facts.figures(block, at..sentence.end).next().filter(|_| opens)?;
    let record = &facts.records[part];
    let plain = facts.is_level(part) && !is_percent(record) && record.of.or(record.high).is_none();
    let total = only(facts.back(part, LOOK_BACK).filter(|r| {
        let near = facts
            .place(*r)
            .is_some_and(|(p, _)| p.sentence < index && p.sentence + SENTENCES >= index);
        near && is_sum(facts, *r) && same_measure(&facts.records[*r], record)
    }))?;
    let name = named_whole(facts, part).filter(|_| plain)?;
    let unit = folded(facts.records[total].unit.as_deref()?);
    let told: Vec<&str> = (at.saturating_sub(TOLD)..at).map(|t| passage.text.key(t)).collect();
    let limited = passage.find(name.clone(), LIMITS).is_some();
    let has_noun = passage.find(name.clone(), &[&unit]).is_some();
    let known = name.into_iter().all(|t| {
        let word = passage.text.key(t);
        let area = passage.cue_at(t, &[CueClass::AreaKind]).is_some();
        let light = LIGHT.contains(&word) || COLOURLESS.contains(&word);
        light && !area || told.contains(&word)
    });
    let run = Run { total, parts: vec![part], sign: Sign::Among, remainder: false, stated: true };
    (has_noun && known && !limited).then_some(run)
}
