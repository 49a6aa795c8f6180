//! # What it tests
//! So many times as much is a rise by one time less: `gấp 3 lần` is `tăng 200%`.
//!
//! # Why
//! Three times as much is easily called a rise by 300 %.
//!
//! # Example
//! `nay có 135 chị, gấp 3 lần, tức tăng 300% so với lúc đầu` gives `3 × 100 - 100 = 200 %, the text says
//! 300 %`.
//!
//! # Limits
//! The multiple and the percentage are the only figures from the one to the other in a sentence, both exact,
//! and at most one of them names a base, which is no plan. Only the multiple itself taken for the rise is
//! reported: any other percentage may be of something else.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::multiple::is_written;
use super::print::number;
use super::units::is_percent;
use crate::lexicon::CueClass;
use crate::record::{Direction, Modifier};
use rust_decimal::Decimal;

const KIND: &str = "multiple";

/// How many tokens may stand between the two.
const GAP: usize = 20;

/// How many tokens behind a figure may name its base.
const BASE: usize = 3;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (1..facts.records.len()).filter_map(|second| one(facts, second)).collect()
}

fn one(facts: &Facts<'_>, second: usize) -> Option<Claim> {
    let first = facts.before(second)?;
    let (times, rise) =
        if is_percent(&facts.records[second]) { (first, second) } else { (second, first) };
    let [multiple, percent] = [times, rise].map(|r| &facts.records[r]);
    let exact = |r: usize| {
        let record = &facts.records[r];
        record.modifier == Modifier::Exact && record.of.or(record.high).is_none()
    };
    let (gap, passage) = facts.gap(first, second)?;
    facts.place(second).filter(|(place, _)| facts.is_prose(place.block))?;
    let apart = gap.len() > GAP || passage.has_mark(gap, &[";"]);
    let named = [times, rise].map(|r| names_base(facts, r));
    let pair =
        is_percent(percent) && is_written(facts, times) && facts.moved(rise) == Some(Direction::Up);
    if !pair || !exact(times) || !exact(rise) || apart || named == [true, true] {
        return None;
    }
    let as_much = multiple.value.checked_mul(Decimal::ONE_HUNDRED)?;
    let more = as_much.checked_sub(Decimal::ONE_HUNDRED)?;
    let verdict = match percent.value {
        value if value == more => Verdict::Holds,
        value if value == as_much => Verdict::DoesNotHold,
        _ => return None,
    };
    let (n, all, said) = (number(multiple.value), number(more), number(percent.value));
    let detail = format!("{n} × 100 - 100 = {all} %, the text says {said} %");
    let level = facts.before(first).filter(|level| facts.is_level(*level));
    let ids: Vec<usize> = [rise, times].into_iter().chain(level).collect();
    Some(facts.claim(KIND, &ids, verdict, detail))
}

/// Whether words right behind a figure say what it is compared with.
fn names_base(facts: &Facts<'_>, figure: usize) -> bool {
    let classes = [
        CueClass::Versus,
        CueClass::Baseline,
        CueClass::LastYear,
        CueClass::Plan,
        CueClass::YearWord,
    ];
    facts.tail(figure).is_some_and(|(tail, passage)| {
        passage.has(tail.start..tail.end.min(tail.start + BASE), &classes)
    })
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn three_times_is_a_rise_by_two() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Nay đội có «60|người», gấp «4|lần|up», hay là tăng «400|%|up»% so với lúc đầu.",
                    "does not hold: 4 × 100 - 100 = 300 %, the text says 400 %",
                ),
                (
                    "Nay đội có «60|người», gấp «4|lần|up» (tăng «300|%|up»%).",
                    "holds: 4 × 100 - 100 = 300 %, the text says 300 %",
                ),
                (
                    "Đội có «60|người», gấp «4|lần|up» kế hoạch, tăng «400|%|up»% so với năm trước.",
                    "",
                ),
                ("Đội có «60|người», gấp «4|lần|up», quỹ tăng «40|%|up»%.", ""),
            ],
        );
    }
}
