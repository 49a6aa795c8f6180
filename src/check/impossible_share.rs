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
//! the figure right before it, and nothing may say whose they are (`học viên toàn trường`). A percentage that was cut instead of rounded
//! is possible.

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::print::number;
use super::printed::printed_step;
use super::units::is_percent;
use super::whole::{Whole, begins_with_unit, named};
use super::words::text::WIDER;
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
    let name = match named(facts, said) {
        Some(Whole::Named(name)) => name,
        Some(Whole::Told) => return None,
        None => bare(facts, said)?,
    };
    let mut counts = facts.back(said, LOOK_BACK).filter(|r| {
        let count = &facts.records[*r];
        begins_with_unit(passage, &name, count)
            && count.modifier == Modifier::Exact
            && count.value.is_integer()
            && count.value > Decimal::ONE
    });
    let count = counts.next()?;
    let whole = &facts.records[count];
    if counts.next().is_some() || !facts.is_level(count) || whole.of.or(whole.high).is_some() {
        return None;
    }
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
