//! Parts of a total that is called otherwise than they are: `quản lý 32 đề tài, dự án. Phân theo tình trạng: đã
//! nghiệm thu 12 nhiệm vụ; đang triển khai 20 nhiệm vụ`.
//!
//! Words that divide a total say that what follows is all of it, whatever it is called. So the parts need one
//! noun among themselves and no other figure beside them, and the total is the only count of its sentence. It
//! refuses parts of several kinds, shares and rates.

use super::average::only;
use super::facts::Facts;
use super::opening::is_sum;
use super::parts::{Run, Sign};
use super::passage::Passage;
use super::stated::run;
use super::units::alike;
use super::words::text::DIVIDES;
use crate::lexicon::UnitKind;
use crate::text::Tokens;

/// How many tokens before the words that divide it a total may stand in their sentence.
const NEAR: usize = 60;

/// The breakdown that `chia theo` at a token opens, whose list is known.
pub(super) fn divided(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    block: usize,
    at: usize,
    list: Tokens,
) -> Option<Run> {
    passage.says(at, DIVIDES)?;
    let index = passage.sentence_of(at);
    let start = passage.sentence(index).start.max(at.saturating_sub(NEAR));
    let total = match counts(facts, block, start..at) {
        here if here.is_empty() && index > 0 => {
            let before = passage.sentence(index - 1);
            let start = before.start.max(before.end.saturating_sub(NEAR));
            only(counts(facts, block, start..before.end).into_iter())
        }
        here => only(here.into_iter()),
    }?;
    let parts: Vec<usize> = facts.figures(block, list.clone()).collect();
    of_one_noun(facts, &parts).then_some(())?;
    run(facts, passage, total, parts, Sign::Whole, list)
}

/// The figures of some tokens that count things and may be a sum.
pub(super) fn counts(facts: &Facts<'_>, block: usize, within: Tokens) -> Vec<usize> {
    facts.figures(block, within).filter(|r| is_count(facts, *r) && is_sum(facts, *r)).collect()
}

/// Whether some figures count things that are called the same.
pub(super) fn of_one_noun(facts: &Facts<'_>, parts: &[usize]) -> bool {
    let Some(first) = parts.first().map(|part| &facts.records[*part]) else { return false };
    parts.iter().all(|part| {
        let record = &facts.records[*part];
        is_count(facts, *part)
            && facts.is_level(*part)
            && record.of.or(record.high).is_none()
            && record.per.is_none()
            && alike(first, record)
    })
}

fn is_count(facts: &Facts<'_>, figure: usize) -> bool {
    let record = &facts.records[figure];
    record.unit_kind == UnitKind::Count && record.unit.is_some()
}
