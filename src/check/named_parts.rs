//! A part of those who were counted in the sentence before: `Đoàn làm việc với 52 cơ sở. Trong số các cơ sở được
//! kiểm tra, 47 cơ sở có sai phạm`.
//!
//! Or `42 đề tài …; 45 đề tài trong số đó đã nghiệm thu`: of what was counted last.
//!
//! The words open a sentence; the total is the only figure of its measure in the two sentences before, its noun
//! stands in the name, and every other word of the name was told by then. It refuses a name that is narrower
//! than the total (`trong số các hộ nghèo`, of `340 hộ`) or of another area.

use super::average::only;
use super::facts::Facts;
use super::opening::is_sum;
use super::parts::{Run, Sign};
use super::passage::Passage;
use super::units::{alike, folded, is_percent, same_measure};
use super::whole::named_whole;
use super::words::text::{AMONG_THOSE, COLOURLESS, IN_NUMBER, LIGHT, LIMITS};
use crate::lexicon::{CueClass, UnitKind};

/// How many figures before the part are read.
const LOOK_BACK: usize = 6;

/// How many sentences before its own may have counted them.
const SENTENCES: usize = 2;

/// How many tokens may stand between a part with its unit and the words behind it.
const NEAR: usize = 8;

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
    let run = Run { total, parts: vec![part], sign: Sign::Among, remainder: false, stated: true };
    if points_back(passage, at) {
        let more = record.value > facts.records[total].value;
        return Some(run).filter(|_| plain && more && facts.back(part, 1).eq([total]));
    }
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
    (has_noun && known && !limited).then_some(run)
}

/// `Thực hiện 42 đề tài (11 cấp tỉnh); 45 đề tài trong số đó đã nghiệm thu`: the words stand right behind the part, and
/// no other figure of its clause could be meant instead.
pub(super) fn some_of_those(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    block: usize,
    at: usize,
) -> Option<Run> {
    let part = facts.figures(block, at.saturating_sub(NEAR)..at).last()?;
    let (place, _) = facts.place(part).filter(|_| points_back(passage, at))?;
    let marks = [",", ";", ":", "(", ")", "."];
    let behind = place.end <= at && !passage.has_mark(place.end..at, &marks);
    let record = &facts.records[part];
    let (tail, _) = facts.tail(part)?;
    let clause = (at..tail.end).any(|t| marks.contains(&passage.text.key(t)));
    let other = facts.after(part).is_some_and(|r| alike(&facts.records[r], record));
    let plain = facts.is_level(part) && !is_percent(record) && record.of.or(record.high).is_none();
    let total = facts.back(part, LOOK_BACK).find(|r| facts.bracket(*r).is_none())?;
    let near = facts.place(total).is_some_and(|(p, _)| p.sentence + 1 >= place.sentence);
    let all = &facts.records[total];
    let same = all.unit.is_some() && alike(all, record) && is_sum(facts, total);
    (behind && plain && near && same && (clause || !other)).then(|| Run {
        total,
        parts: vec![part],
        sign: Sign::Among,
        remainder: false,
        stated: true,
    })
}

/// `84.210 người từ 18 tuổi đã tiêm một mũi, trong đó 91.630 người`, `218 đối tượng, trong số này khởi tố 231 bị can`:
/// more than those of whom they are. Between them stand only smaller figures of other things, of which so many cannot be
/// a part. A part that is no larger is left to the links of the records, which know more parts beside it.
pub(super) fn more_than_those(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    block: usize,
    at: usize,
) -> Option<Run> {
    let len = passage.says(at, AMONG_THOSE)?;
    let part = facts.figures(block, at + len..at + len + NEAR).next()?;
    let record = &facts.records[part];
    let plain = facts.is_level(part) && !is_percent(record) && record.of.or(record.high).is_none();
    let here = facts.back(part, LOOK_BACK).take_while(|r| facts.same_sentence(*r, part));
    let total = here.into_iter().find(|r| same_measure(&facts.records[*r], record))?;
    let all = &facts.records[total];
    let counted = all.unit_kind == UnitKind::Count && facts.bracket(total) == facts.bracket(part);
    let smaller = (total + 1..part).all(|r| {
        let other = &facts.records[r];
        other.value < record.value && other.unit.is_some() && !is_percent(other)
    });
    let near = total + 1 == part || alike(all, record);
    let apart = facts
        .gap(total, part)
        .is_some_and(|(gap, _)| passage.has_mark(gap.start..at, &[";", ":", ")"]));
    let more = record.value > all.value && is_sum(facts, total);
    (plain && counted && smaller && near && !apart && more).then(|| Run {
        total,
        parts: vec![part],
        sign: Sign::Among,
        remainder: false,
        stated: true,
    })
}

/// Whether words that open parts point to what was counted before: `trong số đó`.
fn points_back(passage: &Passage<'_>, at: usize) -> bool {
    passage.says(at, IN_NUMBER).is_some() && passage.says(at, AMONG_THOSE).is_some()
}
