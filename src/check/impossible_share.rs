//! # What it tests
//! A share of few things is a share that so many things can have: of 15 hamlets 60 % or 66,7 %,
//! but not 62,5 %.
//!
//! # Why
//! No second figure is needed to see that one of the two is wrong.
//!
//! # Example
//! `Xã có 15 thôn, đến nay 62,5% số thôn giữ vững danh hiệu` gives
//! `of 15 thôn 9 are 60 % and 10 are 66,67 %, the text says 62,5 %`.
//!
//! # Limits
//! The share must be followed by `số` and the things themselves, and one exact count of them, and
//! no other, must stand before it in the paragraph; without `số` the count, of at most a hundred, is
//! the figure right before it, and nothing may say whose they are (`học viên toàn trường`). A count behind
//! `tổng số` of which no record was made is read from the text. Those who
//! were asked in a survey need not be named again. A sentence about a wider area (`Toàn huyện có`) ends
//! what was counted before. A percentage that was cut instead of rounded is possible,
//! and so is one that is aimed at, which is a least one; years are no such things.

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::counted::{Counted, counted};
use super::facts::Facts;
use super::print::number;
use super::printed::printed_step;
use super::units::is_percent;
use crate::lexicon::{CueClass, UnitKind};
use crate::record::{Modifier, Role};
use rust_decimal::Decimal;

const KIND: &str = "impossible_share";

/// What says that a share is aimed at.
const AIMS: &[CueClass] = &[CueClass::Aim, CueClass::Will];

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|said| one(facts, said)).collect()
}

fn one(facts: &Facts<'_>, said: usize) -> Option<Claim> {
    let percent = &facts.records[said];
    let (_, passage) = facts.place(said).filter(|(p, _)| facts.is_prose(p.block))?;
    let exact = percent.modifier == Modifier::Exact && percent.high.is_none();
    let level = percent.role != Role::Change && facts.moved(said).is_none();
    if !is_percent(percent) || !exact || !level || percent.value > Decimal::ONE_HUNDRED {
        return None;
    }
    // a mean of so many shares is none of so many things
    if facts.lead(said).is_some_and(|(lead, _)| passage.has(lead, &[CueClass::Average])) {
        return None;
    }
    let Counted { total, things, count } = counted(facts, passage, said)?;
    let is_time = count.is_some_and(|count| facts.records[count].unit_kind == UnitKind::Time);
    let (place, _) = facts.place(said)?;
    let before = passage.sentence(place.sentence).start..place.number.start;
    let aimed = passage.has(before, AIMS);
    if is_time || percent.role == Role::Target && aimed {
        return None;
    }
    let share = |n: Decimal| n.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(total);
    let below = percent.value.checked_mul(total)?.checked_div(Decimal::ONE_HUNDRED)?.floor();
    let above = below.checked_add(Decimal::ONE)?;
    let (low, high) = (share(below)?, share(above)?);
    let fits = |value: Decimal| {
        let cut = value.checked_sub(percent.value);
        let cut = cut.is_some_and(|off| off >= Decimal::ZERO && off < printed_step(percent));
        cut || Bounds::exactly(value).agrees(Bounds::of(percent)) == Verdict::Holds
    };
    let said_text = format!("the text says {} %", number(percent.value));
    let whole = number(total);
    let found = [(below, low), (above, high)].into_iter().find(|(_, value)| fits(*value));
    let (verdict, detail) = match found {
        Some((n, value)) => {
            (Verdict::Holds, format!("{}/{whole} = {} %, {said_text}", number(n), two(value)))
        }
        None => (
            Verdict::DoesNotHold,
            format!(
                "of {whole} {things} {} are {} % and {} are {} %, {said_text}",
                number(below),
                two(low),
                number(above),
                two(high)
            ),
        ),
    };
    let ids: Vec<usize> = [said].into_iter().chain(count).collect();
    Some(facts.claim(KIND, &ids, verdict, detail).impossible())
}

fn two(value: Decimal) -> String {
    number(value.round_dp(2))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn few_things_have_few_shares() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Trường phát phiếu khảo sát tới «30|hộ dân» hộ dân ở bãi. Kết quả có «81,2|%»% số hộ được hỏi đồng tình.",
                    "does not hold: of 30 hộ dân 24 are 80 % and 25 are 83,33 %, the text says 81,2 %",
                ),
                (
                    "Trong «20|đại biểu» đại biểu được hỏi, «83|%»% tán thành.",
                    "does not hold: of 20 đại biểu 16 are 80 % and 17 are 85 %, the text says 83 %",
                ),
                (
                    "Trong «20|đại biểu» đại biểu được hỏi, «85|%»% tán thành.",
                    "holds: 17/20 = 85 %, the text says 85 %",
                ),
            ],
        );
    }

    #[test]
    fn a_wider_area_or_the_part_itself_is_no_base() {
        assert_findings(
            super::KIND,
            &[
                ("Khảo sát «30|hộ» hộ tại ấp Đông. Toàn tỉnh có «81,2|%»% số hộ đạt chuẩn.", ""),
                ("Khảo sát «30|hộ» hộ tại ấp Đông. Có «81,2|%»% số hộ toàn tỉnh đạt chuẩn.", ""),
                ("Khảo sát «30|hộ» hộ; cả nước có «52,3|%»% số hộ gặp khó.", ""),
                ("Có «120|hộ» hộ nuôi dê, chiếm «34|%»% tổng số hộ («500|hộ»).", ""),
                ("Khảo sát «30|hộ» hộ, tỷ lệ tiếp cận nước sạch toàn vùng là «81,2|%»%.", ""),
            ],
        );
    }
}
