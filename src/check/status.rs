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
//! A yearly target is held only against whole years. Where less is better (`tỷ lệ hộ nghèo`) the
//! comparison is turned round; a percentage without such a word cannot be told. A bare `đạt` says
//! no more than "was", so it is believed but never contradicted.

use super::Verdict;
use super::bounds::Bounds;
use super::facts::{Claim, Facts};
use super::stance::stance;
use super::target::Level;
use super::units::is_percent;
use crate::record::{Modifier, Record, Role, Status};
use std::cmp::Ordering;

const KIND: &str = "status";

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    facts
        .held
        .iter()
        .flat_map(|(&target, held)| held.iter().filter_map(move |&r| one(facts, r, target)))
        .collect()
}

fn one(facts: &Facts<'_>, result: usize, target: usize) -> Option<Claim> {
    let (record, goal) = (&facts.records[result], &facts.records[target]);
    if !matches!(record.role, Role::Actual | Role::Change) {
        return None;
    }
    let stance = stance(facts, result, target)?;
    let level = Level::of(goal, record)?;
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
    let (verdict, detail) = match as_said {
        Verdict::Holds => (Verdict::Holds, sides),
        _ if turned == Verdict::Holds && stance.lower_is_better => {
            (Verdict::Holds, format!("{sides}, and less is better"))
        }
        _ if stance.status == Status::Met && !stance.in_words => return None,
        Verdict::DoesNotHold if may_turn(record, goal) => {
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
            ],
        );
    }
}
