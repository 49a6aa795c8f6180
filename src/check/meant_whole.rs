//! Whether parts that do not make their total are meant to make it.
//!
//! After `gồm` they are, if they make at least half of it. In a bracket or behind a colon they are
//! where one slip of the hand explains the difference, or where three or more miss the total by no
//! more than a quarter: a choice of the largest parts would leave more out.

use super::facts::Facts;
use super::parts::Run;
use super::slip::is_slip;
use crate::record::Modifier;
use rust_decimal::Decimal;

/// Whether two sums differ by no more than half of the total.
pub(super) fn is_near(total: Decimal, sum: Decimal) -> bool {
    let off = total.checked_sub(sum).and_then(|off| off.abs().checked_mul(Decimal::TWO));
    off.is_some_and(|off| off <= total.abs())
}

/// Whether one slip in the total or in one part explains the difference.
pub(super) fn is_mended(facts: &Facts<'_>, run: &Run, sum: Decimal) -> bool {
    let total = facts.records[run.total].value;
    let off = total.checked_sub(sum);
    let mends = |part: &usize| {
        let part = facts.records[*part].value;
        off.and_then(|off| part.checked_add(off)).is_some_and(|meant| is_slip(part, meant))
    };
    is_slip(total, sum) || run.parts.iter().any(mends)
}

/// How many times the difference may go into the total where the parts are meant to make it.
const NEAR: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

/// Whether several exact parts miss their total by no more than a quarter.
pub(super) fn is_close(facts: &Facts<'_>, run: &Run, sum: Decimal) -> bool {
    let total = &facts.records[run.total];
    let off = total.value.checked_sub(sum).and_then(|off| off.abs().checked_mul(NEAR));
    let exact = run.ids().iter().all(|r| facts.records[*r].modifier == Modifier::Exact);
    run.parts.len() >= 3 && exact && off.is_some_and(|off| off <= total.value.abs())
}
