//! # What it tests
//! A length of time that is told once more in another unit is as long: `72 giờ, tức ba ngày đêm`.
//!
//! # Why
//! The second is reckoned in the head.
//!
//! # Example
//! `Sau 72 giờ, tức trọn năm ngày đêm` gives `72 giờ = 3 ngày, the text says năm ngày`.
//!
//! # Limits
//! Only a word that says the same once more (`tức`, `nghĩa là`) stands between the two, with a comma or a bracket, and
//! the units differ. The second is rounded, so it may be off by half of its unit.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::print::number;
use super::words::text::{ALL_OF_IT, HOURS_OF_UNITS, THAT_IS};
use rust_decimal::Decimal;

const KIND: &str = "period_length";

/// A length: how many, the hours of its unit, and the token behind it.
struct Length {
    count: Decimal,
    hours: Decimal,
    end: usize,
}

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for block in (0..facts.blocks()).filter(|block| facts.is_prose(*block)) {
        let Some(passage) = facts.passage(block) else { continue };
        for at in 0..passage.text.tokens.len() {
            claims
                .extend(one(passage, at).map(|(verdict, detail)| {
                    facts.words_claim(KIND, (block, at), verdict, detail)
                }));
        }
    }
    claims
}

fn one(passage: &Passage<'_>, at: usize) -> Option<(Verdict, String)> {
    let first = length(passage, at)?;
    let mark = usize::from(passage.has_mark(first.end..first.end + 1, &[",", "("]));
    let same = first.end + mark + passage.says(first.end + mark, THAT_IS)?;
    let start = same + passage.says(same, ALL_OF_IT).unwrap_or(0);
    let second = length(passage, start).filter(|second| second.hours != first.hours)?;
    let hours = first.count.checked_mul(first.hours)?;
    let off = second.count.checked_mul(second.hours)?.checked_sub(hours)?.abs();
    let [a, b] = [at..first.end, start..second.end].map(|words| passage.text.slice(words));
    let half = second.hours.checked_div(Decimal::TWO)?;
    let holds = off <= half;
    let shown = hours.checked_div(second.hours)?.round_dp(1).normalize();
    let unit = passage.text.key(second.end - 1);
    let detail = format!("{a} = {} {unit}, the text says {b}", number(shown));
    Some((if holds { Verdict::Holds } else { Verdict::DoesNotHold }, detail))
}

/// `96 giờ`, `sáu ngày`.
fn length(passage: &Passage<'_>, at: usize) -> Option<Length> {
    let (count, len) = passage.whole(at)?;
    let unit = passage.text.key(at + len);
    let hours = HOURS_OF_UNITS.iter().find(|(name, _)| *name == unit)?.1.parse().ok()?;
    Some(Length { count: Decimal::from(count), hours, end: at + len + 1 })
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_length_is_told_in_two_units() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Sau 72 giờ, tức trọn năm ngày đêm, «12|hộ» được cứu.",
                    "does not hold: 72 giờ = 3 ngày, the text says năm ngày",
                ),
                (
                    "Thi công 36 tháng (tức 3 năm) cho «12|hộ».",
                    "holds: 36 tháng = 3 năm, the text says 3 năm",
                ),
                ("Trực 8 giờ, nghỉ 2 ngày cho «12|người».", ""),
            ],
        );
    }
}
