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
//! The part stands in a bracket right behind the share, or right before it with `chiếm`; its whole is
//! the figure that `trong đó` makes it a part of. Words are taken as they are meant: `một phần ba` is
//! a third give or take a tenth of it, `gần` one that is not reached, `quá` and `hơn` one that is
//! passed; what lies within a quarter of the share is not accused.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::percent::share;
use super::print::{Style, hedge, number};
use super::printed::is_share_in_words;
use super::units::same_measure;
use crate::lexicon::CueClass;
use crate::record::Modifier;
use rust_decimal::Decimal;

const KIND: &str = "fraction_percent";

/// How many figures before a share are searched for its whole.
const LOOK_BACK: usize = 3;

/// A tenth and a quarter of a share.
const TENTH: Decimal = Decimal::from_parts(10, 0, 0, false, 0);
const QUARTER: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let shares = (1..facts.records.len()).filter(|r| is_share_in_words(&facts.records[*r]));
    shares.filter_map(|said| one(facts, said)).collect()
}

fn one(facts: &Facts<'_>, said: usize) -> Option<Claim> {
    let record = &facts.records[said];
    let (_, passage) = facts.place(said).filter(|(p, _)| facts.is_prose(p.block))?;
    let part = behind(facts, said).or_else(|| before(facts, said))?;
    let first = part.min(said);
    let among = facts.lead(first).is_some_and(|(lead, _)| passage.has(lead, &[CueClass::Among]));
    let whole = facts.back(first, LOOK_BACK).find(|r| {
        same_measure(&facts.records[*r], &facts.records[part]) && facts.same_sentence(*r, first)
    })?;
    let [one, all] = [part, whole].map(|r| &facts.records[r]);
    let plain = [one, all].iter().all(|r| {
        r.modifier == Modifier::Exact && r.of.or(r.high).is_none() && r.value > Decimal::ZERO
    });
    if !among || !plain || one.value > all.value || !facts.is_level(whole) {
        return None;
    }
    let ratio = one.value.checked_div(all.value)?;
    let off = ratio.checked_sub(record.value)?;
    let near = |by: Decimal| off.abs().checked_mul(by).is_some_and(|off| off <= record.value);
    let (holds, wrong) = match record.modifier {
        Modifier::Over => (off > Decimal::ZERO, off < Decimal::ZERO),
        Modifier::Nearly => {
            (off <= Decimal::ZERO && near(QUARTER), off > Decimal::ZERO && !near(TENTH))
        }
        _ => (near(TENTH), !near(QUARTER)),
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

/// `quá nửa (140 hộ)`
fn behind(facts: &Facts<'_>, said: usize) -> Option<usize> {
    let part = facts.after(said)?;
    let open = facts.bracket(part).filter(|_| facts.bracket(said).is_none())?;
    let (place, passage) = facts.place(part)?;
    let (tail, _) = facts.tail(said)?;
    let right = open <= tail.start + 2 && passage.lead(place.number.start) == open + 1;
    (right && facts.is_level(part)).then_some(part)
}

/// `155 hộ tham gia hợp tác xã, chiếm gần một phần ba số hộ`
fn before(facts: &Facts<'_>, said: usize) -> Option<usize> {
    let part = facts.before(said)?;
    let how = facts.apposed(part, said, &[CueClass::Share])?;
    (how.tight && how.by.is_some() && facts.is_level(part)).then_some(part)
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
                ("Có «300|hộ» nuôi ong, «96|hộ» nuôi dê, chiếm «một nửa|hộ».", ""),
            ],
        );
    }
}
