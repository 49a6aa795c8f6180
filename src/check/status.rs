//! # What it tests
//! The word about a target is true: `vượt` stands with a result above it, `đạt chỉ tiêu` with one
//! that reaches it, `chưa đạt` with one below.
//!
//! # Why
//! A reader believes the word; the two figures beside it are rarely compared.
//!
//! # Example
//! `953 lượt người (năm 2021 là 470 …), vượt chỉ tiêu đề ra (400 người/năm)` gives
//! `953 > 800 (400 người/năm × 2 năm)` and `470 > 400 người/năm`.
//!
//! # Limits
//! A word is said of the nearest result before it. A yearly target is held only against whole years.
//! Where less is better (`tỷ lệ hộ nghèo`) the comparison is turned round; a percentage without such a
//! word cannot be told. A bare `đạt` says no more than "was", so it is believed but never contradicted.

use super::Verdict;
use super::better::{better, growth_before, is_of_another};
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::stance::stance;
use super::target::Level;
use super::units::{is_percent, same_measure};
use crate::lexicon::CueClass;
use crate::record::{Direction, Modifier, Record, Role, Status};
use rust_decimal::Decimal;
use std::cmp::Ordering;

const KIND: &str = "status";

/// How many tokens may stand between the word for a plan and its figure.
const NEAR: usize = 14;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let linked = facts
        .held
        .iter()
        .flat_map(|(&target, held)| held.iter().filter_map(move |&r| one(facts, r, target)));
    let stated = (1..facts.records.len())
        .filter_map(|target| Some((stated(facts, target)?, target)))
        .filter_map(|(result, target)| one(facts, result, target));
    linked.chain(stated).collect()
}

/// The result that the words before a plan hold against it: `đạt 91,3%, vượt chỉ tiêu (95%)`,
/// `là 2,9%. Như vậy, thị xã chưa đạt mục tiêu … xuống dưới 3,5%`.
fn stated(facts: &Facts<'_>, target: usize) -> Option<usize> {
    let (place, passage) = facts.place(target).filter(|(p, _)| facts.is_prose(p.block))?;
    let (lead, _) = facts.lead(target)?;
    let near = lead.start.max(lead.end.saturating_sub(NEAR))..lead.end;
    let (_, plan) = passage.last_cue(near, &[CueClass::Plan])?;
    let words = lead.start..plan.start;
    let (_, verb) = passage.last_cue(words, &[CueClass::Exceed, CueClass::Reaching])?;
    let others = [CueClass::Versus, CueClass::Baseline, CueClass::Aim];
    if verb.end + 2 < plan.start
        || passage.has_mark(verb.start..lead.end, &[",", ";"])
        || passage.has(plan.end..lead.end, &others)
        || facts.moved(target).is_some()
    {
        return None;
    }
    facts.level_before(target, target).or_else(|| growth_before(facts, target)).or_else(|| {
        let result = target.checked_sub(1)?;
        let (own, _) = facts.place(result).filter(|(p, _)| p.block == place.block)?;
        let next = own.sentence + 1 == place.sentence && facts.is_level(result);
        let alike = same_measure(&facts.records[result], &facts.records[target]);
        (next && alike).then_some(result)
    })
}

fn one(facts: &Facts<'_>, result: usize, target: usize) -> Option<Claim> {
    let (record, goal) = (&facts.records[result], &facts.records[target]);
    if !matches!(record.role, Role::Actual | Role::Change) || is_of_another(facts, result, target) {
        return None;
    }
    // of a rise by an amount the level is held against the plan
    if facts.moved(result).is_some() && !is_percent(record) {
        return None;
    }
    // two parts of one total are no result and its plan
    if record.part_of.is_some() && record.part_of == goal.part_of {
        return None;
    }
    let stance = stance(facts, result, target)?;
    let by_how_much = is_percent(goal)
        && stance.status == Status::Exceeded
        && goal.value.checked_mul(Decimal::TWO)? < record.value;
    if by_how_much {
        return None;
    }
    let mut level = Level::of(goal, record)?;
    if matches!(
        goal.modifier,
        Modifier::Under | Modifier::AtMost | Modifier::AtLeast | Modifier::Over
    ) {
        level.bounds = Bounds::exactly(level.value);
    }
    let or_equal = stance.or_equal;
    let actual = Bounds::of(record);
    let above = || actual.exceeds(level.bounds, or_equal);
    let below = || level.bounds.exceeds(actual, or_equal);
    let (as_said, turned) = match stance.status {
        Status::NotMet => (below(), above()),
        Status::Exceeded | Status::Met => (above(), below()),
    };
    let sign = match record.value.cmp(&level.value) {
        Ordering::Greater => ">",
        Ordering::Equal => "=",
        Ordering::Less => "<",
    };
    let sides = format!("{} {sign} {}", level.style.bare(record.value), level.shown);
    let said = format!("the text says {}", stance.status.as_str().replace('_', " "));
    // of a change more is more, also where less of what changes is better
    let better = better(facts, result, target).filter(|_| record.role != Role::Change);
    let (verdict, detail) = match as_said {
        _ if better == Some(Direction::Down) => match turned {
            Verdict::Holds => (Verdict::Holds, format!("{sides}, and less is better")),
            verdict => (verdict, format!("{sides}, {said}, and less is better")),
        },
        Verdict::Holds => (Verdict::Holds, sides),
        _ if turned == Verdict::Holds && stance.lower_is_better => {
            (Verdict::Holds, format!("{sides}, and less is better"))
        }
        _ if stance.status == Status::Met && !stance.in_words => return None,
        Verdict::DoesNotHold if better.is_none() && may_turn(record, goal) => {
            (Verdict::CannotBeTold, format!("{sides}, {said}: less may be better"))
        }
        verdict => (verdict, format!("{sides}, {said}")),
    };
    Some(facts.claim(KIND, &[result, target], verdict, detail))
}

/// Whether this may be a figure that is better when it is lower.
fn may_turn(record: &Record, goal: &Record) -> bool {
    is_percent(record) || matches!(goal.modifier, Modifier::Under | Modifier::AtMost)
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn the_word_about_a_target_is_tested() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Có «953|lượt người|years=2021-2022|exceeded|for=4» (năm 2021 là «470|lượt người|part=1|years=2021|for=4» và năm 2022 là «483|lượt người|part=1|years=2022|for=4»), vượt chỉ tiêu («400|người/năm|target»).",
                    "holds: 953 > 800 (400 người/năm × 2 năm)\nholds: 470 > 400 người/năm\nholds: 483 > 400 người/năm",
                ),
                (
                    "Có «753|người|years=2021-2022|exceeded|for=2», vượt chỉ tiêu «400|người/năm|target».",
                    "does not hold: 753 < 800 (400 người/năm × 2 năm), the text says exceeded",
                ),
                (
                    "Mở «36|lớp|exceeded|for=2», vượt kế hoạch («36|lớp|target»).",
                    "does not hold: 36 = 36 lớp, the text says exceeded",
                ),
                (
                    "Mở «36|lớp|exceeded|for=2», đạt và vượt kế hoạch («36|lớp|target»).",
                    "holds: 36 = 36 lớp",
                ),
                (
                    "Thu «5,2 tỷ|đồng|not_met|for=2», chưa đạt dự toán («6 tỷ|đồng|target»).",
                    "holds: 5,2 < 6 tỷ đồng",
                ),
                (
                    "Mở «38|lớp|not_met|for=2», chưa đạt kế hoạch («36|lớp|target»).",
                    "does not hold: 38 > 36 lớp, the text says not met",
                ),
                (
                    "Có «380|người|met|for=2», đạt chỉ tiêu («400|người|target»).",
                    "does not hold: 380 < 400 người, the text says met",
                ),
                (
                    "Có «380|người|for=2», chưa đạt chỉ tiêu đề ra («400|người|target»).",
                    "holds: 380 < 400 người",
                ),
                (
                    "Có «420|người|for=2», vượt chỉ tiêu đề ra («400|người|target»).",
                    "holds: 420 > 400 người",
                ),
                (
                    "Có «420|người|for=2», đạt kế hoạch («400|người|target»).",
                    "holds: 420 > 400 người",
                ),
                (
                    "Có gần «500|người|nearly|exceeded|for=2», vượt chỉ tiêu («480|người|target»).",
                    "cannot be told: 500 > 480 người, the text says exceeded",
                ),
                (
                    "Tỷ lệ hộ nghèo còn «2,1|%|exceeded|for=2», vượt chỉ tiêu («3|%|target»).",
                    "holds: 2,1 < 3 %, and less is better",
                ),
                (
                    "Tỷ lệ này là «2,1|%|exceeded|for=2», vượt chỉ tiêu («3|%|target»).",
                    "cannot be told: 2,1 < 3 %, the text says exceeded: less may be better",
                ),
            ],
        );
    }

    #[test]
    fn where_the_figures_form_no_claim_there_is_none() {
        assert_findings(
            super::KIND,
            &[
                ("Đạt «380|người|met|for=2» (kế hoạch «400|người|target»).", ""),
                ("Có «380|người|for=2» so với kế hoạch «400|người|target».", ""),
                ("Giải ngân «60|người|for=2», vượt tiến độ so với kế hoạch «80|người|target».", ""),
                ("Đạt «60|người|for=2», đạt 75% kế hoạch («80|người|target»).", ""),
                ("Có «300|người|exceeded|for=2», vượt chỉ tiêu «400|người/năm|target».", ""),
                ("Mở «12|lớp|exceeded|for=2», vượt chỉ tiêu «400|người|target».", ""),
                ("Đạt «107|%|attainment|exceeded|for=2» kế hoạch «400|%|target».", ""),
                (
                    "Tháng 6 mở «30|lớp|exceeded|for=3»; ước cả năm mở «52|lớp», vượt kế hoạch («50|lớp|target»).",
                    "holds: 52 > 50 lớp",
                ),
            ],
        );
    }
}
