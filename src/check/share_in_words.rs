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
//! nothing but a comma. Its whole is the figure that `trong đó` makes it a part of; else the only other one of
//! its measure in the sentence and the one before, and what the share says that it is of (`một nửa số hộ`) is
//! what that figure is called, or it is a plan or amount of which the part was done, or stands right before the
//! share. Words are taken as they are meant: `một phần ba` is
//! a third give or take a tenth of it, `gần` one that is not reached, `quá` and `hơn` one that is
//! passed; what lies within a quarter of the share is not accused.

use super::Verdict;
use super::average::only;
use super::claim::Claim;
use super::facts::Facts;
use super::percent::share;
use super::print::{Style, hedge, number};
use super::printed::is_share_in_words;
use super::share_beside::{before, behind};
use super::undone::is_done;
use super::units::{folded, same_measure};
use super::whole::{Whole, candidates, named};
use super::whole_name::is_bare_measure;
use super::words::text::MEASURES;
use crate::lexicon::CueClass;
use crate::record::Modifier;
use rust_decimal::Decimal;

const KIND: &str = "fraction_percent";

/// How many figures before a share are searched for its whole.
const LOOK_BACK: usize = 3;

/// How many before a part for the only one that it may be of.
const EARLIER: usize = 8;

/// A tenth and a quarter of a share.
const TENTH: Decimal = Decimal::from_parts(10, 0, 0, false, 0);
const QUARTER: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

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

/// Whether what a share is of is a measure and nothing else: `hai phần ba diện tích`.
fn is_of_measure(facts: &Facts<'_>, said: usize) -> bool {
    let unit = facts.records[said].unit.as_deref().unwrap_or_default();
    MEASURES.contains(&folded(unit).as_str())
        && facts.place(said).is_some_and(|(place, passage)| {
            matches!(passage.text.key(place.end), "." | "," | ";" | "(")
        })
}

/// What the part is a share of.
fn whole_of(facts: &Facts<'_>, said: usize, part: usize) -> Option<usize> {
    let first = part.min(said);
    let (place, passage) = facts.place(first)?;
    let like = |r: &usize| {
        same_measure(&facts.records[*r], &facts.records[part])
            && facts.is_level(*r)
            && facts.place(*r).is_some_and(|(p, _)| p.sentence + 1 >= place.sentence)
    };
    let (lead, _) = facts.lead(first)?;
    if passage.has(lead, &[CueClass::Among]) {
        return facts.back(first, LOOK_BACK).find(|r| like(r) && facts.same_sentence(*r, first));
    }
    let whole = only(facts.back(first, EARLIER).filter(like))?;
    let is_meant = match named(facts, said) {
        Some(Whole::Named(name)) => {
            facts.place(said).is_some_and(|(_, passage)| is_bare_measure(passage, &name))
                || candidates(facts, said, &name).contains(&whole)
        }
        Some(Whole::Given(figure)) => figure == whole,
        Some(Whole::Told) => true,
        None if is_of_measure(facts, said) => true,
        None => {
            let (tail, passage) = facts.tail(said)?;
            let ends = matches!(passage.text.key(tail.start), "." | "," | ";" | ")");
            let given = facts
                .lead(whole)
                .is_some_and(|(lead, passage)| passage.has(lead, &[CueClass::Plan]));
            let used = given || is_done(facts, part) && !is_done(facts, whole);
            let (lead, passage) = facts.lead(said)?;
            let next = facts.before(said) == Some(whole) && passage.lead(lead.end) > lead.start;
            let right = next && passage.text.key(passage.lead(lead.end) - 1) == ",";
            facts.same_sentence(whole, first) && (ends && used || right)
        }
    };
    is_meant.then_some(whole)
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
