//! Parts with nouns of their own: `52 cơ sở y tế, gồm 20 bệnh viện và 32 trạm`, `11 đơn vị hành chính
//! (9 huyện, 2 thị xã)`.
//!
//! Where they make the total they are its parts. Where they do not, only nouns tell it: each part's
//! has the first word of the total's (`trường học`, `trường mầm non`), the total counts
//! administrative units and each part a kind of area, it counts medals and each part is a medal, the
//! parts are men and women; or
//! the total's noun is a general one (`cơ sở`, `người`) and the parts miss it by no more than a
//! tenth, or by one slip of the hand. It refuses other lists: a group of 20 people and 3 cars.

use super::facts::Facts;
use super::meant_whole::is_mended;
use super::parts::{Run, Sign};
use super::units::folded;
use super::words::text::{ADMINISTRATIVE, COLLECTIVE, MEDAL, MEDALS, OTHERS, OVERLAPPING, SEXES};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::Modifier;
use crate::text::Tokens;
use rust_decimal::Decimal;

/// The breakdown of a total by kinds.
pub(super) fn kinds(
    facts: &Facts<'_>,
    total: usize,
    block: usize,
    inside: Tokens,
    sign: Sign,
) -> Option<Run> {
    let (_, passage) = facts.place(total)?;
    let parts: Vec<usize> =
        facts.figures(block, inside.clone()).filter(|part| !is_rank(facts, *part)).collect();
    let medals = are_medals(facts, total, &parts);
    let counts = parts.iter().all(|part| {
        let figure = &facts.records[*part];
        let count = figure.unit_kind == UnitKind::Count && figure.unit.is_some();
        facts.is_level(*part) && figure.of.or(figure.high).is_none() && (count || medals)
    });
    let same = parts.iter().all(|part| facts.records[*part].unit == facts.records[total].unit);
    let all = &facts.records[total];
    let sum =
        parts.iter().try_fold(Decimal::ZERO, |sum, r| sum.checked_add(facts.records[*r].value))?;
    let open = passage.has(inside.clone(), &[CueClass::OpenList, CueClass::Among, CueClass::Rest])
        || passage.find(inside.clone(), OTHERS).is_some()
        || passage.speaks_of(inside, OVERLAPPING) && !are_sexes(facts, &parts);
    let whole = sum == all.value;
    let exact = all.modifier == Modifier::Exact
        && parts.iter().all(|part| facts.records[*part].modifier == Modifier::Exact);
    let near = sum.checked_sub(all.value)?.abs().checked_mul(Decimal::TEN)? <= all.value;
    let named = medals
        || are_sexes(facts, &parts)
        || are_areas(facts, total, &parts)
        || have_its_noun(facts, total, &parts)
        || near && is_collective(facts, total);
    let run = Run { total, parts, sign, remainder: false, stated: true };
    let by_slip = || is_collective(facts, total) && is_mended(facts, &run, sum);
    let stated = !open && exact && (named || by_slip());
    (counts && !same && run.parts.len() > 1 && (whole || stated)).then_some(Run { stated, ..run })
}

/// Whether all kinds of medals are among the figures of a list, so that it is complete whatever opens it.
pub(super) fn all_medals(facts: &Facts<'_>, total: usize, block: usize, inside: Tokens) -> bool {
    let parts: Vec<usize> = facts.figures(block, inside).collect();
    parts.len() >= 3 && are_medals(facts, total, &parts)
}

fn unit(facts: &Facts<'_>, record: usize) -> String {
    folded(facts.records[record].unit.as_deref().unwrap_or_default())
}

fn are_medals(facts: &Facts<'_>, total: usize, parts: &[usize]) -> bool {
    let is_medal = |part: &usize| {
        let unit = unit(facts, *part);
        unit.split(' ').next_back().is_some_and(|kind| MEDALS.contains(&kind))
    };
    MEDAL.contains(&unit(facts, total).as_str()) && parts.iter().all(is_medal)
}

/// Men and women, of whom there is no third kind: `248 vận động viên (162 nam, 86 nữ)`, `124 học viên nữ`.
pub(super) fn are_sexes(facts: &Facts<'_>, parts: &[usize]) -> bool {
    let is_of = |part: &usize, sex: &str| unit(facts, *part).split(' ').next_back() == Some(sex);
    parts.len() == 2 && SEXES.iter().all(|sex| parts.iter().any(|part| is_of(part, sex)))
}

/// A place in an order: `xếp nhì toàn đoàn`.
pub(super) fn is_rank(facts: &Facts<'_>, record: usize) -> bool {
    facts.records[record].unit.is_none()
        && facts.place(record).is_some_and(|(place, passage)| {
            passage
                .cue_before(place.number.start, &[CueClass::RankBefore, CueClass::Ordinal])
                .is_some()
        })
}

/// Whether the total counts administrative units (`137 đơn vị hành chính cấp xã`) and each part a kind
/// of them: no other kind of unit is left to be told.
fn are_areas(facts: &Facts<'_>, total: usize, parts: &[usize]) -> bool {
    let units = facts
        .place(total)
        .is_some_and(|(place, passage)| passage.says(place.number.end, ADMINISTRATIVE).is_some());
    let kind = |part: &usize| {
        facts.place(*part).is_some_and(|(place, passage)| {
            passage.cue_at(place.number.end, &[CueClass::AreaKind]).is_some()
        })
    };
    units && parts.iter().all(kind)
}

/// Whether the noun of each part begins with the first word of the total's, which has two: `trường học`,
/// `trường mầm non`.
fn have_its_noun(facts: &Facts<'_>, total: usize, parts: &[usize]) -> bool {
    let all = unit(facts, total);
    let Some((noun, _)) = all.split_once(' ') else { return false };
    parts.iter().all(|part| unit(facts, *part).split_once(' ').is_some_and(|(own, _)| own == noun))
}

/// Whether a noun is general enough for the parts to be its kinds.
fn is_collective(facts: &Facts<'_>, total: usize) -> bool {
    let own = unit(facts, total);
    COLLECTIVE.iter().any(|noun| own == *noun || own.starts_with(&format!("{noun} ")))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn parts_with_nouns_of_their_own_make_a_total() {
        assert_findings(
            "sum_of_parts",
            &[
                (
                    "Thị xã có «43|trường học», gồm «20|trường mầm non», «14|trường tiểu học» và «8|trường trung học».",
                    "does not hold: 20 + 14 + 8 = 42, the text says 43 trường học",
                ),
                (
                    "Vùng có «30|cơ sở» y tế, gồm «12|bệnh viện», «10|phòng khám» và «7|trạm».",
                    "does not hold: 12 + 10 + 7 = 29, the text says 30 cơ sở",
                ),
                (
                    "Thị xã có «16|đơn vị» hành chính, gồm «9|phường» và «6|xã».",
                    "does not hold: 9 + 6 = 15, the text says 16 đơn vị",
                ),
                (
                    "Đội đoạt «15|huy chương» ( «4|vàng», «5|bạc», «7|đồng»).",
                    "does not hold: 4 + 5 + 7 = 16, the text says 15 huy chương",
                ),
                (
                    "Đội đoạt «15|huy chương», trong đó có «4|vàng», «5|bạc» và «6|đồng».",
                    "holds: 4 + 5 + 6 = 15 huy chương",
                ),
                (
                    "Đoàn có «24|người»: «9|bác sĩ», «8|điều dưỡng», «6|dược sĩ».",
                    "does not hold: 9 + 8 + 6 = 23, the text says 24 người",
                ),
            ],
        );
    }

    #[test]
    fn other_things_and_open_lists_are_no_claim() {
        assert_findings(
            "sum_of_parts",
            &[
                ("Đoàn có «2|tổ», gồm «40|người» và «3|xe».", ""),
                ("Vùng có «90|cơ sở» y tế, gồm «12|bệnh viện» và «10|phòng khám».", ""),
                ("Thị xã có «43|trường học», gồm «20|trường mầm non», «14|trường tiểu học»…", ""),
                ("Tổ có «12|thành viên», gồm «2|nhóm» và «9|cán bộ» khác.", ""),
                ("Đội đoạt «15|huy chương», trong đó có «4|vàng» và «5|bạc».", ""),
            ],
        );
    }
}
