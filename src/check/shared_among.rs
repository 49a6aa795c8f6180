//! # What it tests
//! An amount that the text divides by the number of those who share it gives what each of them gets.
//!
//! # Why
//! The words say the whole arithmetic, and each of its three figures can be mistyped.
//!
//! # Example
//! `tổng thu nhập ước 52,8 tỷ đồng. Chia cho 1.650 nhân khẩu, mỗi người được 42 triệu đồng` gives
//! `52.800/1.650 = 32, the text says 42 triệu đồng`.
//!
//! # Limits
//! `chia cho` stands right before the number, what each gets is the next figure (`mỗi`, `bình quân`, or a rate),
//! and the amount is the only one of its measure in the sentence and the one before. A rate of a month or day
//! is none of a whole year's amount.

use super::average::{only, ratio, shared};
use super::claim::Claim;
use super::facts::Facts;
use super::words::text::{SHARED, SHORT_TIMES};
use crate::lexicon::CueClass;

/// How many figures before the number are read.
const LOOK_BACK: usize = 6;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (2..facts.records.len()).filter_map(|mean| one(facts, mean)).collect()
}

fn one(facts: &Facts<'_>, mean: usize) -> Option<Claim> {
    let said = &facts.records[mean];
    let count = facts.before(mean)?;
    let (place, passage) = facts.place(count).filter(|(p, _)| facts.is_prose(p.block))?;
    let is_shared = passage.said_before(place.number.start, SHARED);
    let (lead, _) = facts.lead(mean)?;
    let each = passage.has(lead, &[CueClass::Each, CueClass::Average]);
    let short = said.per.as_deref().is_some_and(|per| SHORT_TIMES.iter().any(|t| per.contains(t)));
    if !is_shared || !each && said.per.is_none() || short || !facts.is_level(mean) {
        return None;
    }
    let total = only(facts.back(count, LOOK_BACK).filter(|r| {
        let whole = &facts.records[*r];
        facts.place(*r).is_some_and(|(p, _)| p.sentence + 1 >= place.sentence)
            && whole.per.is_none()
            && whole.of.or(whole.high).is_none()
            && facts.is_level(*r)
            && ratio(facts, whole, said).is_some()
    }))?;
    let plain =
        [mean, count].iter().all(|r| facts.records[*r].of.or(facts.records[*r].high).is_none());
    plain.then(|| shared(facts, mean, total, count))?
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn what_is_shared_among_so_many() {
        assert_findings(
            "average",
            &[
                (
                    "Cả thôn lãi «900 triệu|đồng». Chia cho «300|người», mỗi người được «4 triệu|đồng».",
                    "does not hold: 900/300 = 3, the text says 4 triệu đồng",
                ),
                (
                    "Cả thôn lãi «900 triệu|đồng», chia đều cho «300|người» thì mỗi người được «3 triệu|đồng».",
                    "holds: 900/300 = 3, the text says 3 triệu đồng",
                ),
                (
                    "Cả thôn lãi «900 triệu|đồng». Chia cho «300|người», mỗi người được «4 triệu|đồng/tháng».",
                    "",
                ),
                (
                    "Thôn lãi «900 triệu|đồng», nợ «60 triệu|đồng». Chia cho «300|người», mỗi người được «2,8 triệu|đồng».",
                    "",
                ),
            ],
        );
    }
}
