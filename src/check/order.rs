//! # What it tests
//! What is the most is no less than what comes next.
//!
//! # Why
//! The places are sorted by the figures of last year, or the figures are swapped between them.
//!
//! # Example
//! `Huyện Bình Lục giảm nhiều nhất với 14 vụ, tiếp đến là huyện Thanh Liêm giảm 19 vụ` gives
//! `14 < 19 vụ, the text says that it is the most`.
//!
//! # Limits
//! The word for the most, or the least, stands right before the first figure, the word for the next one right
//! behind it (`tiếp đến`, `tiếp theo`), and the second figure is the next of the sentence, in the same unit and
//! rate; both are exact.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::print::Style;
use super::units::same_measure;
use super::words::text::{HIGHEST, LOWEST, NEXT_IN_ORDER};
use crate::record::{Modifier, Record};

const KIND: &str = "rank";

/// How many tokens may stand between the word for the most and its figure, and between the next one's and
/// the figure before it.
const NEAR: usize = 5;

/// How many tokens may stand between the two figures.
const GAP: usize = 16;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|most| one(facts, most)).collect()
}

fn one(facts: &Facts<'_>, most: usize) -> Option<Claim> {
    let next = facts.after(most)?;
    let [first, second] = [most, next].map(|r| &facts.records[r]);
    let (lead, passage) = facts.lead(most)?;
    let near = lead.start.max(lead.end.saturating_sub(NEAR))..lead.end;
    let up = [(HIGHEST, true), (LOWEST, false)].into_iter().find_map(|(words, up)| {
        let found = passage.find(near.clone(), words)?;
        (!passage.has_mark(found.end..near.end, &[",", ";"])).then_some(up)
    })?;
    let (tail, _) = facts.tail(most)?;
    let cue = passage.find(tail.start..tail.end.min(tail.start + NEAR), NEXT_IN_ORDER);
    let follows = cue.is_some_and(|cue| !passage.has_mark(cue.end..tail.end, &[",", ";", "("]));
    let plain =
        |r: &Record| r.modifier == Modifier::Exact && r.of.or(r.high).is_none() && r.unit.is_some();
    let alike = plain(first) && plain(second) && same_measure(first, second);
    let moved = facts.moved(next);
    let same_way = facts.moved(most).is_none_or(|way| moved.is_none_or(|other| way == other));
    if !(follows && alike && same_way) || tail.len() > GAP {
        return None;
    }
    let fits = if up { first.value >= second.value } else { first.value <= second.value };
    let style = Style::of(first, &[first.value, second.value]);
    let sign = if first.value < second.value { "<" } else { "≥" };
    let sides = format!("{} {sign} {}", style.bare(first.value), style.full(second.value));
    let said = if up { "the most" } else { "the least" };
    let (verdict, detail) = match fits {
        true => (Verdict::Holds, sides),
        false => (Verdict::DoesNotHold, format!("{sides}, the text says that it is {said}")),
    };
    Some(facts.claim(KIND, &[most, next], verdict, detail).impossible())
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn the_most_is_no_less_than_the_next() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Xã Đông trồng nhiều nhất với «45|ha», tiếp đến là xã Tây «60|ha», xã Nam «12|ha».",
                    "does not hold: 45 < 60 ha, the text says that it is the most",
                ),
                (
                    "Tỷ lệ thấp nhất là «41|%»%, tiếp theo là xã Tây «38|%»%.",
                    "does not hold: 41 ≥ 38 %, the text says that it is the least",
                ),
                (
                    "Xã Đông trồng nhiều nhất với «45|ha», tiếp đến là xã Tây «20|ha».",
                    "holds: 45 ≥ 20 ha",
                ),
                ("Xã Đông trồng nhiều nhất với «45|ha», cả huyện trồng «600|ha».", ""),
                (
                    "Xã Đông trồng nhiều nhất với «45|ha», tiếp đến là xã Tây, xã Nam; cả huyện trồng «600|ha».",
                    "",
                ),
                ("Xã Đông trồng nhiều nhất, năm ngoái «45|ha», tiếp đến là «60|ha».", ""),
            ],
        );
    }
}
