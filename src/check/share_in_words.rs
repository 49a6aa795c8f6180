//! # What it tests
//! A share in words is that of the part beside it: `quá nửa (140 hộ)` of 320.
//!
//! # Why
//! `quá nửa` is what a reader remembers; the count beside it is rarely divided.
//!
//! # Example
//! `320 hộ trồng chè, trong đó quá nửa (140 hộ) đạt chuẩn` gives `140/320 = 43,75 %, the text says over
//! 50 %`.
//!
//! # Limits
//! The part stands right behind the share in a bracket or with `cụ thể là`, or right before it with `chiếm` or
//! nothing but a comma, a dash or `tức`; its whole where `whole_in_words` says. Words are taken as they are meant:
//! `một phần ba` is a third give or take a tenth of it, `gần` one that is not reached, `quá` and `hơn` one that is
//! passed; what lies within a quarter of the share is accused only where a plainer share lies nearer (a half, of
//! what is called two thirds).

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::percent::share;
use super::print::{Style, hedge, number};
use super::printed::is_share_in_words;
use super::share_beside::{before, behind};
use super::whole_in_words::whole_of;
use crate::record::Modifier;
use rust_decimal::Decimal;

const KIND: &str = "fraction_percent";

/// A tenth and a quarter of a share.
const TENTH: Decimal = Decimal::from_parts(10, 0, 0, false, 0);
const QUARTER: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

/// The largest denominator of a share in words, and how near two of them are that are the same.
const DENOMINATORS: u32 = 10;
const SAME: Decimal = Decimal::from_parts(1, 0, 0, false, 6);

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let shares = (1..facts.records.len()).filter(|r| is_share_in_words(&facts.records[*r]));
    shares.filter_map(|said| one(facts, said)).collect()
}

fn one(facts: &Facts<'_>, said: usize) -> Option<Claim> {
    let record = &facts.records[said];
    facts.place(said).filter(|(p, _)| facts.is_prose(p.block))?;
    let part = behind(facts, said).or_else(|| before(facts, said))?;
    let whole = whole_of(facts, said, part)?;
    let [one, all] = [part, whole].map(|r| &facts.records[r]);
    let plain = [one, all].iter().all(|r| {
        r.modifier == Modifier::Exact && r.of.or(r.high).is_none() && r.value > Decimal::ZERO
    });
    if !plain || one.value > all.value {
        return None;
    }
    let ratio = one.value.checked_div(all.value)?;
    let off = ratio.checked_sub(record.value)?;
    let near = |by: Decimal| off.abs().checked_mul(by).is_some_and(|off| off <= record.value);
    let (holds, wrong) = match record.modifier {
        Modifier::Over => (off > Decimal::ZERO, off < Decimal::ZERO),
        Modifier::Nearly if off > Decimal::ZERO => (false, !near(TENTH)),
        Modifier::Nearly => {
            (near(QUARTER), !near(QUARTER) && lies_nearer_other(ratio, record.value, 1))
        }
        _ => (
            near(TENTH),
            !near(QUARTER) || !near(TENTH) && lies_nearer_other(ratio, record.value, 0),
        ),
    };
    let verdict = match (holds, wrong) {
        (true, _) => Verdict::Holds,
        (_, true) => Verdict::DoesNotHold,
        _ => return None,
    };
    let style = Style::of(all, &[one.value, all.value]);
    let detail = format!(
        "{}/{} = {} %, the text says {}{} %",
        style.bare(one.value),
        style.bare(all.value),
        number(share(one.value, all.value)?.round_dp(2)),
        hedge(record),
        number(share(record.value, Decimal::ONE)?.round_dp(1))
    );
    Some(facts.claim(KIND, &[part, whole, said], verdict, detail))
}

/// Whether a ratio lies nearer to another share than to the one that is told, with a denominator that is larger by no
/// more than some: 0,53 to a half than to two thirds.
fn lies_nearer_other(ratio: Decimal, told: Decimal, finer: u32) -> bool {
    let mut shares = (1..=DENOMINATORS).flat_map(|of| (1..=of).map(move |part| (part, of)));
    let off = |(part, of): (u32, u32), value: Decimal| {
        Some(value.checked_sub(Decimal::from(part).checked_div(Decimal::from(of))?)?.abs())
    };
    let is_told = |share| off(share, told).is_some_and(|off| off < SAME);
    let Some((_, own)) = shares.clone().find(|share| is_told(*share)) else { return false };
    let far = ratio.checked_sub(told).unwrap_or_default().abs();
    shares.any(|share| share.1 <= own + finer && off(share, ratio).is_some_and(|off| off < far))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_share_in_words_is_that_of_its_part() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Có «200|hộ» nuôi ong, trong đó quá «nửa|hộ|over» («80|hộ») bán qua mạng.",
                    "does not hold: 80/200 = 40 %, the text says over 50 %",
                ),
                (
                    "Có «300|hộ» nuôi ong, trong đó «96|hộ» vào tổ hợp tác, chiếm gần «một phần ba|hộ|nearly» số hộ.",
                    "holds: 96/300 = 32 %, the text says nearly 33,3 %",
                ),
                (
                    "Ấp có «300|hộ» hộ, «4|tổ» tổ. Hơn «một nửa|hộ|over» số hộ trong ấp, cụ thể là «120|hộ» hộ, đã có điện.",
                    "does not hold: 120/300 = 40 %, the text says over 50 %",
                ),
                (
                    "Dự toán «90 tỷ|đồng», đã chi «60 tỷ|đồng», chưa đến «một phần ba|nearly».",
                    "does not hold: 60/90 = 66,67 %, the text says nearly 33,3 %",
                ),
                (
                    "Ấp có «300|hộ» hộ. Hơn «một nửa|hộ|over» số hộ nghèo, cụ thể là «12|hộ» hộ, đã có điện.",
                    "",
                ),
                (
                    "Có «920|ha» lúa. Hơn «hai phần ba|diện tích|over» diện tích, tức «410|ha», đã gặt.",
                    "does not hold: 410/920 = 44,57 %, the text says over 66,7 %",
                ),
                (
                    "Lớp có «40|em», hơn «một nửa|over» («18|em») đạt loại giỏi.",
                    "does not hold: 18/40 = 45 %, the text says over 50 %",
                ),
                ("Có «300|hộ» nuôi ong, «96|hộ» nuôi dê, chiếm «một nửa|hộ».", ""),
                ("Thu «90 tỷ|đồng», chi «40 tỷ|đồng», chưa đến «một nửa|nearly» dự toán.", ""),
            ],
        );
    }
}
