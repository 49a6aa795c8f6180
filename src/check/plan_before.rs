//! The plan of a share that was told some paragraphs before.
//!
//! `Chỉ tiêu tuyển quân là 80 thanh niên`, and two paragraphs on `tiễn 76 thanh niên lên đường, đạt
//! 95% chỉ tiêu`. It must be the only plan in them, count the same things by the same noun and be of
//! the same year; a share that is far from what it gives is one of another plan.

use super::average::only;
use super::facts::Facts;
use super::plan_told::{is_goal, result};
use super::words::text::LONG_TERM;
use crate::lexicon::UnitKind;
use crate::record::Role;
use rust_decimal::Decimal;

/// How many paragraphs before may tell it, and how many figures of them are read.
const PARAGRAPHS: usize = 3;
const FIGURES: usize = 20;

/// A share that is further from what such a plan gives than a quarter is that of another plan.
const FAR: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

/// The one plan of the paragraphs before, of things that have a noun of their own: `Chỉ tiêu tuyển quân năm
/// 2022 là 80 thanh niên`, then `tiễn 80 thanh niên lên đường, đạt 100% chỉ tiêu`.
pub(super) fn paragraphs_before(facts: &Facts<'_>, said: usize) -> Option<usize> {
    let (own, _) = facts.place(said)?;
    let near = |r: &usize| {
        let block = facts.records[*r].source.block;
        block < own.block && block + PARAGRAPHS >= own.block
    };
    let around = said.saturating_sub(FIGURES)..said;
    let plans = around.filter(near).filter(|r| {
        let record = &facts.records[*r];
        let words = facts.lead(*r);
        record.role == Role::Target
            && record.unit_kind == UnitKind::Count
            && facts.is_prose(record.source.block)
            && is_goal(facts, *r)
            && words.is_some_and(|(lead, passage)| passage.find(lead, LONG_TERM).is_none())
    });
    let plan = only(plans)?;
    let result = result(facts, said, plan)?;
    let year =
        |r: usize| facts.records[r].period.as_ref().and_then(|p| p.end).map(|day| day.year());
    let same_year = year(plan).zip(year(result)).is_none_or(|(a, b)| a == b);
    let value = facts.records[result].value.checked_div(facts.records[plan].value)?;
    let said = facts.records[said].value.checked_div(Decimal::ONE_HUNDRED)?;
    let near = value.checked_sub(said)?.abs().checked_mul(FAR)? <= said;
    let same_noun = facts.records[plan].unit_name() == facts.records[result].unit_name();
    let noun = facts.records[plan].unit.as_deref() != Some("người");
    (same_year && same_noun && noun && near).then_some(plan)
}
