//! # What it tests
//! What fell to the half is about the half of what it was.
//!
//! # Why
//! `giảm một nửa` is said from memory; the two levels stand beside it.
//!
//! # Example
//! `giảm một nửa, từ 84 vụ xuống còn 56 vụ` gives `56/84 = 66,67 %, the text says 1/2`.
//!
//! # Limits
//! The two levels stand as `từ … xuống …` right behind the half, or right before it. A tenth of the first level
//! more or less is still a half, and `gần` or `hơn` a half is left alone.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::percent::share;
use super::print::{Style, number};
use super::units::{is_percent, same_measure};
use crate::lexicon::CueClass;
use crate::record::{Direction, Modifier, Role};
use rust_decimal::Decimal;

const KIND: &str = "multiple";

/// How many tokens may stand between the half and the levels.
const NEAR: usize = 3;

/// How far from a half a share of the first level may be, in percent.
const WIDE: Decimal = Decimal::from_parts(10, 0, 0, false, 0);

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|half| one(facts, half)).collect()
}

fn one(facts: &Facts<'_>, half: usize) -> Option<Claim> {
    let said = &facts.records[half];
    let falls = said.role == Role::Change && said.direction == Some(Direction::Down)
        || facts.moved(half) == Some(Direction::Down);
    let is_half = said.value == Decimal::new(5, 1) && said.modifier == Modifier::Exact;
    let digits = said.source.text.bytes().any(|byte| byte.is_ascii_digit());
    let words = is_half && falls && !digits && said.unit.is_none();
    let pair = |from: usize, to: usize, apart: usize| {
        let (lead, passage) = facts.lead(from)?;
        let near = lead.start.max(lead.end.saturating_sub(NEAR))..lead.end;
        let (gap, _) = facts.lead(apart)?;
        let [a, b] = [from, to].map(|r| &facts.records[r]);
        let one_sentence = facts.same_sentence(from, to) && facts.same_sentence(from, half);
        let levels = [from, to].iter().all(|r| facts.is_level(*r)) && same_measure(a, b);
        let since = passage.has(near, &[CueClass::Since]);
        let close = gap.len() <= NEAR && !passage.has_mark(gap, &[";", "("]);
        (one_sentence && levels && b.value <= a.value && since && close && a.of.or(b.of).is_none())
            .then_some((from, to))
    };
    let behind = || pair(half + 1, half + 2, half + 1);
    let before = || pair(half.checked_sub(2)?, half - 1, half);
    let last = half + 2 < facts.records.len();
    let (from, to) = words.then(|| if last { behind().or_else(before) } else { before() })??;
    let [a, b] = [from, to].map(|r| &facts.records[r]);
    if is_percent(a) || [a, b].iter().any(|r| r.modifier != Modifier::Exact) {
        return None;
    }
    let part = share(b.value, a.value)?;
    let off = part.checked_sub(Decimal::from(50))?.abs();
    let verdict = if off <= WIDE { Verdict::Holds } else { Verdict::DoesNotHold };
    let style = Style::of(a, &[a.value, b.value]);
    let detail = format!(
        "{}/{} = {} %, the text says 1/2",
        style.bare(b.value),
        style.bare(a.value),
        number(part.round_dp(2))
    );
    Some(facts.claim(KIND, &[half, to, from], verdict, detail))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_half_is_about_a_half() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Số hộ nghèo giảm «một nửa|down», từ «120|hộ» xuống còn «90|hộ».",
                    "does not hold: 90/120 = 75 %, the text says 1/2",
                ),
                (
                    "Số hộ nghèo từ «120|hộ» xuống «57|hộ», giảm «một nửa|down».",
                    "holds: 57/120 = 47,5 %, the text says 1/2",
                ),
                ("Số hộ nghèo giảm «một nửa|down», số lớp tăng từ «12|lớp» lên «18|lớp».", ""),
            ],
        );
    }
}
