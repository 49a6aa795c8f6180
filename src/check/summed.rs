//! Totals that stand with words of their own: `tổng cộng hai xã đã tiêm 22.320 con` behind the parts,
//! `trong tổng số 1.240 ha, có 420 ha` before one of them.
//!
//! It refuses sums behind figures of which one is no part.

use super::facts::Facts;
use super::opening::{is_group, is_sum};
use super::parts::{Run, Sign};
use super::passage::Passage;
use super::stated::{parts, run};
use super::units::{is_percent, same_measure};
use super::words::text::{ADDS_UP, OUT_OF_ALL, SUMS_UP};
use crate::lexicon::CueClass;

/// How many tokens may stand between words for a sum and its figure.
const NEAR: usize = 3;

/// `Thạch Hải 12.450 con, Thạch Lạc 9.870 con. Tổng cộng hai xã đã tiêm 22.320 con`
pub(super) fn summed_up(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    block: usize,
    at: usize,
) -> Option<Run> {
    let len = passage.says(at, SUMS_UP)?;
    let index = passage.sentence_of(at);
    let sentence = passage.sentence(index);
    if sentence.start != at || index == 0 {
        return None;
    }
    let mut figures = facts.figures(block, at + len..sentence.end);
    let counted = figures.next()?;
    let (count, total) = match is_group(facts, counted) {
        true => (facts.records[counted].value, figures.next()?),
        false => return None,
    };
    let before = passage.sentence(index - 1);
    let mut parts = parts(facts, total, block, before.clone());
    parts.retain(|r| !is_group(facts, *r));
    (count == parts.len().into()).then_some(())?;
    run(facts, passage, total, parts, Sign::Whole, before)
}

/// `86 đơn khiếu nại, 47 đơn tố cáo và 139 đơn kiến nghị, tổng cộng 272 đơn`: every figure of the
/// sentence before the sum is one of its parts.
pub(super) fn added_up(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    block: usize,
    at: usize,
) -> Option<Run> {
    let len = passage.says(at, ADDS_UP)?;
    let start = passage.sentence(passage.sentence_of(at)).start;
    let total = facts.figures(block, at + len..at + len + NEAR).next()?;
    let apart = at > start && matches!(passage.text.key(at - 1), "," | ";");
    let before = start..at;
    let parts = parts(facts, total, block, before.clone());
    let all = facts.figures(block, before.clone()).count() == parts.len();
    let sum = apart && all && is_sum(facts, total) && facts.bracket(total).is_none();
    let run = run(facts, passage, total, parts, Sign::Whole, before)?;
    (sum && run.sign == Sign::Whole).then_some(run)
}

/// `Trong tổng số 1.240 ha lúa bị ngập, có 420 ha mất trắng`
pub(super) fn out_of(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    block: usize,
    at: usize,
) -> Option<Run> {
    let len = passage.says(at, OUT_OF_ALL)?;
    let total = facts.figures(block, at + len..at + len + NEAR).next()?;
    let opens = facts.place(total)?.0.number.start == at + len && is_sum(facts, total);
    let part = facts.after(total).filter(|part| facts.is_level(*part))?;
    let (gap, _) = facts.lead(part)?;
    let has = passage.cue_before(gap.end, &[CueClass::Has]).is_some();
    let apart =
        passage.has_mark(gap.clone(), &[","]) && !passage.has_mark(gap.clone(), &[";", "("]);
    let [whole, one] = [total, part].map(|r| &facts.records[r]);
    let alike = !is_percent(whole) && one.of.is_none() && same_measure(whole, one);
    (opens && has && apart && alike).then(|| Run {
        total,
        parts: vec![part],
        sign: Sign::Among,
        remainder: false,
        stated: true,
    })
}
