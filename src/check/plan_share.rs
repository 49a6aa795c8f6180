//! # What it tests
//! The share of a plan that was reached follows from the result and from the plan that the words
//! tell: behind the share, in its bracket, or before the result.
//!
//! # Why
//! The percentage is what gets quoted; the two figures that it comes from stand around it.
//!
//! # Example
//! `Kế hoạch năm 2023 là trồng 3.500 ha rừng; đến 30/9 trồng được 3.115 ha, bằng 89% kế hoạch`
//! gives `3.115/3.500 = 89 %, the text says 89 %`.
//!
//! # Limits
//! The percentage must be followed by a word for a plan. A plan for five years is none for the
//! share of a year, nor one of a year for the share of a quarter, and a bracket behind `cùng kỳ`
//! holds the base of a change. Where two plans of that unit are told before there is no claim. One of
//! the paragraphs before is believed to be meant where it is the only one in them and counts the same
//! things by the same noun.

use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::plan_before::paragraphs_before;
use super::plan_percent::{attained, form, has_own_share, percentage};
use super::plan_told::{before, behind, of_the_year, result};
use super::target::Level;
use super::units::is_percent;
use super::words::text::{LONG_TERM, PLAN_TIMES, TOGETHER};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::{Record, Role};
use rust_decimal::Decimal;

const KIND: &str = "attainment";

/// How many tokens may stand between a share and the word for the plan.
const NEAR: usize = 4;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|said| one(facts, said)).collect()
}

fn one(facts: &Facts<'_>, said: usize) -> Option<Claim> {
    let record = &facts.records[said];
    let (place, passage) = facts.place(said).filter(|(p, _)| facts.is_prose(p.block))?;
    let change = matches!(record.role, Role::Change) && record.direction.is_some();
    if !is_percent(record) || record.high.is_some() || change && facts.moved(said).is_some() {
        return None;
    }
    form(facts, said)?;
    let sentence = passage.sentence(place.sentence);
    let mut near = place.end..(place.end + NEAR).min(sentence.end);
    let plan = near.find_map(|at| passage.cue_at(at, &[CueClass::Plan]))?.1;
    if passage.has_mark(place.end..plan.start, &[",", ";", "(", ")"]) {
        return None;
    }
    let own_year = passage.find(plan.start..(plan.end + 3).min(sentence.end), LONG_TERM).is_none();
    let time = PLAN_TIMES.iter().find(|time| passage.says(plan.end, &[**time]).is_some());
    let same_time = |target: &usize| time.is_none_or(|time| is_for(facts, *target, time));
    let target = behind(facts, said, plan.end)
        .or_else(|| before(facts, said, own_year).filter(same_time))
        .or_else(|| paragraphs_before(facts, said).filter(|_| own_year).filter(same_time))?;
    if has_own_share(facts, target, said) {
        return None;
    }
    let result = result(facts, said, target)?;
    let (lead, _) = facts.lead(said)?;
    if passage.find(lead, TOGETHER).is_some() || facts.records[target].of.is_some() {
        return None;
    }
    let (goal, actual) = (&of_the_year(facts, target), &facts.records[result]);
    // `kế hoạch là 900 triệu đồng tiền vé và 260 triệu đồng tiền gửi xe`: two plans
    if facts.records[result].role == Role::Target && facts.records[target].role == Role::Target {
        return None;
    }
    let after_plan = target > said || result > target || is_set_against(facts, result, target);
    let level = Level::of(goal, actual).filter(|_| after_plan)?;
    if actual.of.is_some() || actual.high.or(goal.high).is_some() || is_percent(goal) {
        return None;
    }
    // `33% kế hoạch 5 năm` is no share of five years, and a plan that another result is set against is not meant
    let taken = target.checked_sub(1).is_some_and(|other| {
        other != result && !facts.same_sentence(other, said) && is_set_against(facts, other, target)
    });
    if goal.unit_kind == UnitKind::Time || taken {
        return None;
    }
    if target < said && is_for_later(goal, actual) {
        return None;
    }
    let most = level.value.checked_mul(Decimal::TEN)?;
    if actual.value > most || actual.value.checked_mul(Decimal::ONE_HUNDRED)? < level.value {
        return None;
    }
    let sides = format!("{}/{}", level.style.bare(actual.value), level.style.bare(level.value));
    let (verdict, detail) = percentage(
        facts,
        said,
        (actual.value, Bounds::of(actual)),
        (level.value, level.bounds),
        &sides,
    )?;
    let relation = attained(facts, said, result, target, level.value)?;
    Some(facts.claim(KIND, &[said, result, target], verdict, detail).with(relation))
}

/// Whether the words of a plan name the part of a year that it is for: `kế hoạch quý`.
fn is_for(facts: &Facts<'_>, plan: usize, time: &str) -> bool {
    facts.lead(plan).is_some_and(|(lead, passage)| passage.speaks_of(lead, &[time]))
}

/// Whether a plan is one to a later year than the result's: `mục tiêu đến năm 2025`.
fn is_for_later(plan: &Record, result: &Record) -> bool {
    let end = |record: &Record| record.period.as_ref().and_then(|period| period.end);
    let open = plan.period.as_ref().is_some_and(|period| period.start.is_none());
    open && end(plan).zip(end(result)).is_some_and(|(plan, result)| plan.year() > result.year())
}

/// Whether a plan stands right behind its result: `tiếp nhận 1.248 đơn vị máu trên chỉ tiêu 1.100 đơn vị`.
fn is_set_against(facts: &Facts<'_>, result: usize, target: usize) -> bool {
    let gap = facts.gap(result, target).filter(|_| target == result + 1);
    gap.is_some_and(|(gap, passage)| {
        !passage.has_mark(gap.clone(), &[",", ";", "("])
            && passage.has(gap, &[CueClass::OutOf, CueClass::AmongNumber])
    })
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_plan_of_the_paragraphs_before_is_the_base() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Chỉ tiêu tuyển quân là «80|thanh niên|target».\nLễ tiễn diễn ra trang trọng.\nPhường tiễn «76|thanh niên» lên đường, đạt «85|%|attainment»% chỉ tiêu.",
                    "does not hold: 76/80 = 95 %, the text says 85 %",
                ),
                (
                    "Chỉ tiêu tuyển quân là «80|thanh niên|target».\nPhường tiễn «76|đoàn viên» lên đường, đạt «85|%|attainment»% chỉ tiêu.",
                    "",
                ),
                (
                    "Kế hoạch năm là thu «900 tỷ|đồng|target». Sáu tháng thu «486 tỷ|đồng», đạt «108|%|attainment»% kế hoạch 6 tháng.",
                    "",
                ),
                (
                    "Kế hoạch năm là thu «900 tỷ|đồng|target». Quý I thu «216 tỷ|đồng», đạt «28|%|attainment»% kế hoạch.",
                    "does not hold: 216/900 = 24 %, the text says 28 %",
                ),
                (
                    "Chỉ tiêu là «80|thanh niên|target».\nChỉ tiêu bổ sung là «20|thanh niên|target».\nPhường tiễn «76|thanh niên» lên đường, đạt «85|%|attainment»% chỉ tiêu.",
                    "",
                ),
            ],
        );
    }
}
