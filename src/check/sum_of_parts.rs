//! # What it tests
//! The parts of a total add up to it where the text says that they are all of them (`gồm`, parts
//! whose years make up the total's period); after `trong đó` no part exceeds the total.
//!
//! # Why
//! A total and its parts are typed by hand, often from different tables; a slip in one digit
//! shows here first.
//!
//! # Example
//! `953 lượt người (năm 2021 là 470 lượt người và năm 2022 là 483 lượt người)` gives
//! `470 + 483 = 953 lượt người`.
//!
//! # Limits
//! A sum that differs is reported only where the list is complete and every part has the unit of the
//! total. Parts after `trong đó` may overlap, so that each of them is tested alone, and their sum
//! contradicts the total only where their periods follow each other or they are the men and the women; a percentage there may be a
//! share of the first one. Figures with decimals or a scale word may differ by their rounding.

use super::Verdict;
use super::among::{in_turn, subset};
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::kinds::are_sexes;
use super::meant_whole::{is_close, is_mended, is_near};
use super::parts::{Run, Sign, runs};
use super::relation::{Relation, Term};
use super::units::is_percent;
use crate::lexicon::UnitKind;
use rust_decimal::Decimal;

const KIND: &str = "sum_of_parts";

/// Parts that make less than three quarters of the total are a choice of it, whatever opens them.
const FEW: Decimal = Decimal::from_parts(3, 0, 0, false, 0);
const MOST: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let runs = runs(facts);
    runs.iter()
        .filter(|run| !run.remainder)
        .flat_map(|run| {
            several(facts, run).unwrap_or_else(|| one(facts, run).into_iter().collect())
        })
        .collect()
}

/// Parts that give the total more than once: by year, then by sex. Every part is one of such a group.
fn several(facts: &Facts<'_>, run: &Run) -> Option<Vec<Claim>> {
    let total = facts.records[run.total].value;
    let mut groups = vec![Vec::new()];
    let mut sum = Decimal::ZERO;
    for &part in &run.parts {
        sum = sum.checked_add(facts.records[part].value)?;
        groups.last_mut()?.push(part);
        if sum == total {
            groups.push(Vec::new());
            sum = Decimal::ZERO;
        }
    }
    let rest = groups.pop()?;
    if !rest.is_empty() || groups.iter().any(|group| group.len() < 2) {
        return None;
    }
    let groups = groups.into_iter();
    let claims: Vec<Claim> =
        groups.filter_map(|parts| one(facts, &Run { parts, ..*run })).collect();
    (!claims.is_empty()).then_some(claims)
}

fn one(facts: &Facts<'_>, run: &Run) -> Option<Claim> {
    let total = &facts.records[run.total];
    let (printed, sum) = run.sum(facts)?;
    let verdict = sum.agrees(Bounds::of(total));
    let many = run.parts.len() > 1;
    let claim = |verdict, detail| {
        let relation = Relation::total(facts, &run.parts, Term::of(facts, run.total));
        Some(facts.claim(KIND, &run.ids(), verdict, detail).with(relation))
    };
    let equation = |verdict| run.equation(facts, printed, verdict);
    if !run.is_alike(facts) {
        let counts = run.parts.iter().all(|p| facts.records[*p].unit_kind == UnitKind::Count);
        let holds = many && counts && printed == total.value && run.sign != Sign::Unmarked;
        return holds.then(|| claim(Verdict::Holds, equation(Verdict::Holds)))?;
    }
    if many && verdict == Verdict::Holds {
        return claim(verdict, equation(verdict));
    }
    if is_percent(total) {
        return None;
    }
    let whole = match run.sign {
        Sign::Whole if run.stated => {
            verdict == Verdict::Holds
                || is_near(total.value, printed)
                || is_mended(facts, run, printed)
        }
        Sign::Bracket if run.stated => {
            is_mended(facts, run, printed) || is_close(facts, run, printed)
        }
        Sign::Whole | Sign::Unmarked => false,
        Sign::Among if are_sexes(facts, &run.parts) => is_mended(facts, run, printed),
        Sign::Bracket | Sign::Among | Sign::Items => in_turn(facts, run, printed > total.value),
    };
    if many && whole && (run.is_complete(facts) || run.stated) {
        let choice = run.stated && printed.checked_mul(MOST)? < total.value.checked_mul(FEW)?;
        let verdict = if choice { Verdict::CannotBeTold } else { verdict };
        return claim(verdict, equation(verdict));
    }
    let choice = matches!(run.sign, Sign::Among | Sign::Items);
    let (verdict, detail) = choice.then(|| subset(facts, run, printed, sum))?;
    Some(facts.claim(KIND, &run.ids(), verdict, detail).impossible())
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn parts_add_up_or_not() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Có «953|lượt người|years=2021-2022» (năm 2021 là «470|lượt người|part=1|years=2021», năm 2022 là «483|lượt người|part=1|years=2022»).",
                    "holds: 470 + 483 = 953 lượt người",
                ),
                (
                    "Có «953|lượt người|years=2021-2022» (năm 2021 là «470|lượt người|part=1|years=2021», năm 2022 là «493|lượt người|part=1|years=2022»).",
                    "does not hold: 470 + 493 = 963, the text says 953 lượt người",
                ),
                (
                    "Đoàn có «24|thành viên», gồm «9|cán bộ|part=1» cấp tỉnh và «15|cán bộ|part=1» cấp huyện.",
                    "holds: 9 + 15 = 24 thành viên",
                ),
                (
                    "Huyện có «24|trường», gồm «9|trường|part=1» công lập và «14|trường|part=1» tư thục.",
                    "does not hold: 9 + 14 = 23, the text says 24 trường",
                ),
                (
                    "Chi «50,3 tỷ|đồng», gồm «20,1 tỷ|đồng|part=1» cho đường và «30,1 tỷ|đồng|part=1» cho cầu.",
                    "holds: 20,1 + 30,1 = 50,2 ≈ 50,3 tỷ đồng",
                ),
                (
                    "Chi «54,2037 tỷ|đồng», gồm «20 tỷ|đồng|part=1» và «34,2037 tỷ|đồng|part=1».",
                    "holds: 20.000 + 34.203,7 = 54.203,7 triệu đồng",
                ),
                (
                    "Có hơn «64.500|hộ|over», gồm trên «10.400|hộ|over|part=1» ở xã và hơn «54.000|hộ|over|part=1» ở phường.",
                    "holds: 10.400 + 54.000 = 64.400 ≈ over 64.500 hộ",
                ),
                (
                    "Có khoảng «100|hộ|about», gồm «50|hộ|part=1» ở xã và «62|hộ|part=1» ở phường.",
                    "cannot be told: 50 + 62 = 112, the text says about 100 hộ",
                ),
                (
                    "Có khoảng «100|hộ|about», gồm «80|hộ|part=1» ở xã và «62|hộ|part=1» ở phường.",
                    "does not hold: 80 + 62 = 142, the text says about 100 hộ",
                ),
            ],
        );
    }

    #[test]
    fn a_breakdown_that_is_not_the_whole_does_not_have_to_add_up() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Có «1.050|bác sĩ», trong đó có «312|bác sĩ|part=1» chuyên khoa I.",
                    "holds: 312 ≤ 1.050 bác sĩ",
                ),
                (
                    "Có «100|cán bộ», trong đó «60|cán bộ|part=1» là nữ, «70|cán bộ|part=1» là đảng viên.",
                    "holds: 60, 70 ≤ 100 cán bộ each",
                ),
                (
                    "Có «100|cán bộ», trong đó «160|cán bộ|part=1» là nữ.",
                    "does not hold: 160 > 100 cán bộ, of which it is a part",
                ),
                (
                    "Có «950|lượt người», trong đó năm 2021 là «470|lượt người|part=1|years=2021» và năm 2022 là «490|lượt người|part=1|years=2022».",
                    "does not hold: 470 + 490 = 960, the text says 950 lượt người",
                ),
                (
                    "Có «950|lượt người», trong đó năm 2021 là «470|lượt người|part=1|years=2021» và năm 2022 là «450|lượt người|part=1|years=2022».",
                    "holds: 470 + 450 ≤ 950 lượt người",
                ),
                (
                    "Có «150|hộ» (nghèo «20|hộ|part=1», cận nghèo «30|hộ|part=1»).",
                    "holds: 20 + 30 ≤ 150 hộ",
                ),
                (
                    "Có «15|trường», gồm «9|trường|part=1», «5|trường|part=1» và một trường.",
                    "holds: 9 + 5 ≤ 15 trường",
                ),
                (
                    "Có «15|trường», gồm «9|trường|part=1», «5|trường|part=1»…",
                    "holds: 9 + 5 ≤ 15 trường",
                ),
                ("Có «76|%» thiếu vốn, trong đó «80|%|part=1» là hộ nhỏ.", ""),
                ("Có «1|đoàn», gồm «20|người|part=1» và «3|xe|part=1».", ""),
                ("Tăng «50|hộ|up»; có «30|hộ» và «10|hộ|part=1».", ""),
            ],
        );
    }

    #[test]
    fn two_breakdowns_of_one_total_are_two_findings() {
        assert_findings(
            super::KIND,
            &[(
                "Có «100|người» (xã «40|người|part=1», phường «60|người|part=1», nam «55|người|part=1», nữ «45|người|part=1»).",
                "holds: 40 + 60 = 100 người\nholds: 55 + 45 = 100 người",
            )],
        );
    }
}
