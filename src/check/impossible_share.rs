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
//! the figure right before it, and nothing may say whose they are (`học viên toàn trường`). Those who
//! were asked in a survey need not be named again. A sentence about a wider area (`Toàn huyện có`) ends
//! what was counted before. A percentage that was cut instead of rounded is possible.

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::print::number;
use super::printed::printed_step;
use super::survey::{asked, has_new_scope};
use super::units::is_percent;
use super::whole::{Whole, begins_with_unit, named};
use super::words::text::{SORTS, WIDER};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::{Modifier, Role};
use crate::text::Tokens;
use rust_decimal::Decimal;

const KIND: &str = "impossible_share";

/// How many figures before the share are searched for the count.
const LOOK_BACK: usize = 10;

/// How many tokens behind a share may say that it is one of more than was counted.
const NEAR: usize = 5;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (1..facts.records.len()).filter_map(|said| one(facts, said)).collect()
}

fn one(facts: &Facts<'_>, said: usize) -> Option<Claim> {
    let percent = &facts.records[said];
    let (_, passage) = facts.place(said).filter(|(p, _)| facts.is_prose(p.block))?;
    let exact = percent.modifier == Modifier::Exact && percent.high.is_none();
    let level = percent.role != Role::Change && facts.moved(said).is_none();
    if !is_percent(percent) || !exact || !level || percent.value > Decimal::ONE_HUNDRED {
        return None;
    }
    let count = counted(facts, passage, said)?;
    let whole = &facts.records[count];
    let share = |n: Decimal| n.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole.value);
    let below = percent.value.checked_mul(whole.value)?.checked_div(Decimal::ONE_HUNDRED)?.floor();
    let above = below.checked_add(Decimal::ONE)?;
    let (low, high) = (share(below)?, share(above)?);
    let fits = |value: Decimal| {
        let cut = value.checked_sub(percent.value);
        let cut = cut.is_some_and(|off| off >= Decimal::ZERO && off < printed_step(percent));
        cut || Bounds::exactly(value).agrees(Bounds::of(percent)) == Verdict::Holds
    };
    let said_text = format!("the text says {} %", number(percent.value));
    let unit = whole.unit.as_deref().unwrap_or_default();
    let whole = number(whole.value);
    let found = [(below, low), (above, high)].into_iter().find(|(_, value)| fits(*value));
    let (verdict, detail) = match found {
        Some((n, value)) => {
            (Verdict::Holds, format!("{}/{whole} = {} %, {said_text}", number(n), two(value)))
        }
        None => (
            Verdict::DoesNotHold,
            format!(
                "of {whole} {unit} {} are {} % and {} are {} %, {said_text}",
                number(below),
                two(low),
                number(above),
                two(high)
            ),
        ),
    };
    Some(facts.claim(KIND, &[said, count], verdict, detail).impossible())
}

/// The one exact count of the things that a share is one of.
fn counted(facts: &Facts<'_>, passage: &Passage<'_>, said: usize) -> Option<usize> {
    if let Some(asked) = asked(facts, passage, said) {
        return Some(asked);
    }
    let name = match named(facts, said) {
        Some(Whole::Named(name)) => name,
        Some(Whole::Told) => return of_those(facts, said, facts.before(said)?),
        Some(Whole::Given(count)) => return of_those(facts, said, count),
        None => bare(facts, said)?,
    };
    let mut counts = facts
        .back(said, LOOK_BACK)
        .filter(|r| begins_with_unit(passage, &name, &facts.records[*r]) && is_count(facts, *r));
    let count = counts.next().filter(|count| is_exact(facts, *count))?;
    let part = facts
        .apposed(count, said, &[CueClass::Share, CueClass::Equal])
        .is_some_and(|how| how.tight);
    let alone = counts.next().is_none() && facts.is_level(count) && !part;
    (alone && !has_new_scope(facts, count, said)).then_some(count)
}

/// `40 giáo viên, 93,1% trong số đó`, `93,1% trong tổng số 40 giáo viên`: the one count beside the share.
fn of_those(facts: &Facts<'_>, said: usize, count: usize) -> Option<usize> {
    let whole = &facts.records[count];
    let signs = [CueClass::Share, CueClass::Equal];
    let part = facts.apposed(count.min(said), said, &signs).is_some_and(|how| how.tight);
    let other = facts
        .before(count.min(said))
        .is_some_and(|r| facts.records[r].unit_kind == UnitKind::Count && facts.is_level(r));
    let things = whole.unit_kind == UnitKind::Count && whole.unit.is_some();
    let sort = facts
        .place(count)
        .is_some_and(|(place, passage)| passage.says(place.number.end, SORTS).is_some());
    let many = whole.value >= Decimal::TEN && !sort;
    (things && many && is_exact(facts, count) && facts.is_level(count) && !part && !other)
        .then_some(count)
}

fn is_count(facts: &Facts<'_>, count: usize) -> bool {
    let count = &facts.records[count];
    let whole = count.value.is_integer() && count.value > Decimal::ONE;
    whole && count.modifier == Modifier::Exact
}

pub(super) fn is_exact(facts: &Facts<'_>, count: usize) -> bool {
    is_count(facts, count) && facts.records[count].of.or(facts.records[count].high).is_none()
}

/// The words behind a share that only repeat what was counted right before it: `có 32 học viên; 82,5%
/// học viên xếp loại khá`.
fn bare(facts: &Facts<'_>, said: usize) -> Option<Tokens> {
    let count = &facts.records[facts.before(said)?];
    let (tail, passage) = facts.tail(said)?;
    let near = tail.start..tail.end.min(tail.start + NEAR);
    let few = count.value <= Decimal::ONE_HUNDRED && count.unit.is_some();
    let same = few && begins_with_unit(passage, &tail, count);
    (same && passage.find(near, WIDER).is_none()).then_some(tail)
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
