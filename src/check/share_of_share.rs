//! # What it tests
//! A share of a share, and the number that the text makes of it.
//!
//! # Why
//! The second share is easily taken of the first whole.
//!
//! # Example
//! `2.400 sinh viên, 85% đã có việc làm. Trong số này, 70% làm đúng ngành, tương đương 1.428 người`
//! gives `2.400 × 85 % × 70 % = 1.428, the text says 1.428`.
//!
//! # Limits
//! The second share must open its sentence behind `trong số`, and its number must follow behind
//! `tương đương` or in a bracket. The first share is the last one before, its whole the last count
//! before that.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::print::{Style, number};
use super::printed::printed_step;
use super::units::is_percent;
use super::words::text::POINTING;
use crate::lexicon::CueClass;
use crate::record::Record;
use rust_decimal::Decimal;

const KIND: &str = "share_of_share";

/// How many tokens may stand between the second share and its number.
const NEAR: usize = 12;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (2..facts.records.len()).filter_map(|second| one(facts, second)).collect()
}

fn one(facts: &Facts<'_>, second: usize) -> Option<Claim> {
    let part = facts.after(second)?;
    let (lead, passage) = facts.lead(second)?;
    let (place, _) = facts.place(second).filter(|(p, _)| facts.is_prose(p.block))?;
    let (_, cue) = passage.last_cue(lead.clone(), &[CueClass::Among])?;
    let points = cue.len() > 2 && passage.says(cue.end - 1, POINTING).is_some();
    let clause = cue.start > lead.start && matches!(passage.text.key(cue.start - 1), "," | ";");
    let opens = cue.start == passage.sentence(place.sentence).start || points && clause;
    let (gap, _) = facts.tail(second)?;
    let (end, _) = facts.place(part)?;
    let said = passage.cue_before(end.number.start, &[CueClass::Equal]).is_some()
        || passage.text.key(end.number.start.wrapping_sub(1)) == "("
        || passage.text.key(end.number.start.wrapping_sub(1)) == "tức";
    let first = second.checked_sub(1)?;
    let whole = first.checked_sub(1)?;
    let [n, a, b, k] = [whole, first, second, part].map(|r| &facts.records[r]);
    let percents = is_percent(a) && is_percent(b) && !is_percent(k) && !is_percent(n);
    let plain = [n, a, b, k].iter().all(|r| r.of.or(r.high).is_none());
    let same_block = facts.place(whole).is_some_and(|(p, _)| p.block == place.block);
    let levels =
        facts.is_level(whole) && facts.moved(first).is_none() && facts.moved(second).is_none();
    if !(opens && said && percents && plain && same_block && levels) || gap.len() > NEAR {
        return None;
    }
    let value = product(n, a.value, b.value)?;
    let half = |r: &Record| printed_step(r) / Decimal::TWO;
    let low = product(n, a.value - half(a), b.value - half(b))? - Decimal::ONE;
    let high = product(n, a.value + half(a), b.value + half(b))? + Decimal::ONE;
    let fits = low <= k.value && k.value <= high;
    let verdict = if fits { Verdict::Holds } else { Verdict::DoesNotHold };
    let style = Style::of(k, &[k.value]);
    let detail = format!(
        "{} × {} % × {} % = {}, the text says {}",
        number(n.value),
        number(a.value),
        number(b.value),
        number(value.round_dp(1)),
        style.full(k.value)
    );
    Some(facts.claim(KIND, &[part, whole, first, second], verdict, detail))
}

/// So many percent of so many percent of a whole.
fn product(whole: &Record, a: Decimal, b: Decimal) -> Option<Decimal> {
    let share = a.checked_mul(b)?.checked_div(Decimal::from(10_000))?;
    whole.value.checked_mul(share)
}
