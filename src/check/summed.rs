//! Totals that stand with words of their own: `tổng cộng hai xã đã tiêm 22.320 con` behind the parts,
//! `trong tổng số 1.240 ha, có 420 ha` before one of them; `tổng hình phạt của hai tội là 12 năm tù` behind a `;`,
//! or `tổng chiều dài 38,6 km, chạy qua ba huyện` before the sentence with the parts, of which there are as many as the
//! text says, each with their noun.
//!
//! It refuses sums behind figures of which one is no part, and a number of parts other than the one told.

use super::average::only;
use super::called::clause_before;
use super::facts::Facts;
use super::opening::{is_group, is_sum};
use super::parts::{Run, Sign};
use super::passage::Passage;
use super::stated::{parts, run};
use super::units::{folded, is_percent, same_measure};
use super::words::text::{ADDS_UP, OUT_OF_ALL, SUMS_UP, WHOLE_AMOUNT};
use crate::lexicon::{CueClass, UnitKind};
use crate::text::Tokens;
use rust_decimal::Decimal;

/// How many tokens may stand between words for a sum and its figure.
const NEAR: usize = 3;

/// How many figures of a sentence are read for a total and the number of its parts.
const FIGURES: usize = 8;

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
    let before = match at.checked_sub(1)? {
        mark if sentence.start < at => {
            sentence.start..Some(mark).filter(|mark| passage.text.key(*mark) == ";")?
        }
        _ => passage.sentence(index.checked_sub(1)?),
    };
    let mut figures = facts.figures(block, at + len..sentence.end);
    let (counted, total) = (figures.next()?, figures.next()?);
    let run = of_groups(facts, passage, block, [counted, total], before)?;
    (is_group(facts, counted) || have_noun(facts, counted, &run.parts)).then_some(run)
}

/// `Tuyến đường có tổng chiều dài 38,6 km, chạy qua ba huyện. Đoạn qua huyện Nghi Hưng dài 14,2 km, …`
pub(super) fn by_groups(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    block: usize,
    at: usize,
) -> Option<Run> {
    let index = passage.sentence_of(at);
    let own = Some(passage.sentence(index)).filter(|own| own.start == at)?;
    let before = passage.sentence(index.checked_sub(1)?);
    let few = |r: &usize| (Decimal::TWO..Decimal::TEN).contains(&facts.records[*r].value);
    let counts = |r: &usize| few(r) && facts.records[*r].unit_kind == UnitKind::Count;
    let figures: Vec<usize> = facts.figures(block, before).take(FIGURES).collect();
    let counted = only(figures.iter().copied().filter(counts))?;
    let is_whole = |r: &usize| {
        let called = clause_before(facts, *r)
            .is_some_and(|(clause, _)| passage.find(clause, WHOLE_AMOUNT).is_some());
        *r != counted && called && is_sum(facts, *r) && !is_percent(&facts.records[*r])
    };
    let total = only(figures.iter().copied().filter(is_whole))?;
    of_groups(facts, passage, block, [counted, total], own)
        .filter(|run| have_noun(facts, counted, &run.parts))
}

/// The breakdown of a total into as many parts as there are groups.
fn of_groups(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    block: usize,
    [counted, total]: [usize; 2],
    list: Tokens,
) -> Option<Run> {
    let mut parts = parts(facts, total, block, list.clone());
    parts.retain(|r| *r != total && !is_group(facts, *r));
    (facts.records[counted].value == parts.len().into()).then_some(())?;
    run(facts, passage, total, parts, Sign::Whole, list)
}

/// Whether each part has the noun of what was counted beside it: `hai tội`, `7 năm tù về tội`.
fn have_noun(facts: &Facts<'_>, counted: usize, parts: &[usize]) -> bool {
    let noun = folded(facts.records[counted].unit.as_deref().unwrap_or_default());
    let named = |part: &usize| {
        let beside = facts.lead(*part).zip(facts.tail(*part));
        beside.is_some_and(|((lead, passage), (tail, _))| {
            [lead, tail].into_iter().any(|words| passage.find(words, &[&noun]).is_some())
        })
    };
    !noun.is_empty() && parts.iter().all(named)
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
