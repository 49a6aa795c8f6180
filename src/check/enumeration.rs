//! # What it tests
//! As many things are named as were counted: `4 huyện (A, B, C, D)`, `2 lĩnh vực là nông nghiệp
//! và phi nông nghiệp`.
//!
//! # Why
//! A name is added to the list, or forgotten, and the number stays.
//!
//! # Example
//! `trên 2 lĩnh vực là nông nghiệp và phi nông nghiệp` gives `2 named, the text says 2 lĩnh vực`.
//!
//! # Limits
//! Commas and `và` also stand inside names, so a list that can be read as N names holds. A list of groups
//! (`An Đức, An Hiệp; Bảo Thạnh, Tân Thủy`) is never contradicted. Only
//! lists of nothing but proper names of areas, or of organisations behind `gồm`, are clear enough to be contradicted, and only by three
//! names or more: `3 xã (Ba Tri, Bến Tre)` is an address.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::name_list::list_behind;
use super::print::Style;
use crate::lexicon::{CueClass, UnitKind};
use crate::record::{Modifier, Record};
use crate::text::Text;
use rust_decimal::prelude::ToPrimitive;
use std::ops::RangeInclusive;

const KIND: &str = "enumeration";

/// How many things may be counted in a list.
const COUNTS: RangeInclusive<usize> = 2..=20;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|r| one(facts, r)).collect()
}

fn one(facts: &Facts<'_>, record: usize) -> Option<Claim> {
    let counted = &facts.records[record];
    let count = countable(counted)?;
    let (place, passage) = facts.place(record)?;
    let list = list_behind(passage, place.number.end)?;
    let names = list.names(passage)?;
    let style = Style::of(counted, &[]);
    let claim = |verdict, named: usize| {
        let detail = format!("{named} named, the text says {}", style.full(counted.value));
        facts.claim(KIND, &[record], verdict, detail)
    };
    if names.contains(&count) {
        return Some(claim(Verdict::Holds, count));
    }
    let clear = is_area(facts, counted) && list.has_proper_names(passage, counted);
    let organizations = list.organizations(passage);
    if organizations == count {
        return Some(claim(Verdict::Holds, count));
    }
    if list.is_grouped(passage) {
        return None;
    }
    let all_are =
        list.by_includes && organizations >= 3 && names == (organizations..=organizations);
    if all_are && list.begins_with_names(passage) {
        return Some(claim(Verdict::DoesNotHold, organizations));
    }
    if clear && *names.start() >= 3 {
        return Some(claim(Verdict::DoesNotHold, *names.end()));
    }
    let few = list.by_includes && *names.end() < count && list.begins_with_names(passage);
    (few && *names.end() >= 2).then(|| claim(Verdict::DoesNotHold, *names.end()))
}

/// The number of a record that a short list could go with.
fn countable(record: &Record) -> Option<usize> {
    let plain = record.of.is_none() && record.high.is_none() && record.per.is_none();
    let counts = record.unit.is_some() && record.unit_kind == UnitKind::Count;
    let exact = record.modifier == Modifier::Exact && record.value.is_integer();
    let count = record.value.to_usize().filter(|_| plain && counts && exact)?;
    COUNTS.contains(&count).then_some(count)
}

fn is_area(facts: &Facts<'_>, record: &Record) -> bool {
    let unit = Text::new(record.unit.as_deref().unwrap_or(""));
    facts.lexicon.cue(&unit, 0, &[CueClass::AreaKind]).is_some()
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn names_are_counted() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Đào tạo trên «2|lĩnh vực» là nông nghiệp và phi nông nghiệp cũng được tỉnh triển khai có hiệu quả, góp phần giải quyết việc làm.",
                    "holds: 2 named, the text says 2 lĩnh vực",
                ),
                (
                    "Có «4|huyện» (Ba Tri, Bình Đại, Giồng Trôm và Mỏ Cày).",
                    "holds: 4 named, the text says 4 huyện",
                ),
                (
                    "Có «4|huyện» (Ba Tri, Bình Đại, Giồng Trôm).",
                    "does not hold: 3 named, the text says 4 huyện",
                ),
                (
                    "Có «3|huyện»: Ba Tri, Bình Đại, Giồng Trôm.",
                    "holds: 3 named, the text says 3 huyện",
                ),
                (
                    "Có «2|sở» (Tài chính, Khoa học và Công nghệ).",
                    "holds: 2 named, the text says 2 sở",
                ),
                (
                    "Có «3|nhóm» giải pháp gồm: rà soát, sắp xếp; đào tạo, bồi dưỡng; thu hút nhân lực.",
                    "holds: 3 named, the text says 3 nhóm",
                ),
            ],
        );
    }

    #[test]
    fn what_may_be_no_list_is_no_claim() {
        assert_findings(
            super::KIND,
            &[
                ("Có «3|xã» (Ba Tri, Bến Tre).", ""),
                ("Có «5|trường» (Lê Lợi, Nguyễn Du, Trần Phú).", ""),
                ("Có «4|huyện» (Ba Tri, Bình Đại, Giồng Trôm…).", ""),
                ("Có «4|huyện» (giảm 2 huyện, còn 2).", ""),
                ("Có «3|nhóm» là cán bộ và công chức.", ""),
                ("Có «3|nhóm» chỉ tiêu đạt, vượt kế hoạch và được khen.", ""),
                ("Có hơn «2|nhóm|over» là cán bộ và công chức.", ""),
            ],
        );
    }
}
