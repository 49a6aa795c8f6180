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
//! The second share must open its sentence behind `trong số`, or be one of those whom the first share names
//! (`75% là nữ … 40% trong số lao động nữ này`), and its number must follow behind `tương đương` or in a
//! bracket. The first share is the last one before, its whole the last count
//! before that.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::print::{Style, number};
use super::printed::printed_step;
use super::units::is_percent;
use super::whole::{Whole, named};
use super::words::text::{LIGHT, POINTING};
use crate::lexicon::CueClass;
use crate::record::Record;
use crate::text::TokenKind;
use rust_decimal::Decimal;

const KIND: &str = "share_of_share";

/// How many tokens may stand between the second share and its number.
const NEAR: usize = 12;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (2..facts.records.len()).filter_map(|second| one(facts, second)).collect()
}

fn one(facts: &Facts<'_>, second: usize) -> Option<Claim> {
    let part = facts.after(second)?;
    let (place, passage) = facts.place(second).filter(|(p, _)| facts.is_prose(p.block))?;
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
    let opens = points_back(facts, second) || takes_up(facts, first, second);
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

/// `Trong số này, 70% làm đúng ngành`: what opens the sentence, or the clause, points to the share before.
fn points_back(facts: &Facts<'_>, second: usize) -> bool {
    let (Some((lead, passage)), Some((place, _))) = (facts.lead(second), facts.place(second))
    else {
        return false;
    };
    passage.last_cue(lead.clone(), &[CueClass::Among]).is_some_and(|(_, cue)| {
        let points = cue.len() > 2 && passage.says(cue.end - 1, POINTING).is_some();
        let clause = cue.start > lead.start && matches!(passage.text.key(cue.start - 1), "," | ";");
        cue.start == passage.sentence(place.sentence).start || points && clause
    })
}

/// `75% là nữ. 40% trong số lao động nữ này`: the name of the second whole points back, and says again what
/// the first share is of.
fn takes_up(facts: &Facts<'_>, first: usize, second: usize) -> bool {
    let (Some(Whole::Named(name)), Some((own, passage))) =
        (named(facts, second), facts.place(second))
    else {
        return false;
    };
    let Some((tail, earlier)) = facts.tail(first).filter(|(t, _)| t.start < t.end) else {
        return false;
    };
    let points =
        (name.start..name.end).rev().take(2).any(|at| passage.says(at, POINTING).is_some());
    let near = facts
        .place(first)
        .is_some_and(|(p, _)| p.block == own.block && p.sentence + 1 >= own.sentence);
    let said: Vec<&str> = tail
        .take_while(|at| earlier.text.tokens[*at].kind == TokenKind::Word)
        .map(|at| earlier.text.key(at))
        .filter(|word| !LIGHT.contains(word))
        .collect();
    let called = |word: &&str| name.clone().any(|at| passage.text.key(at) == *word);
    points && near && !said.is_empty() && said.iter().all(called)
}

/// So many percent of so many percent of a whole.
fn product(whole: &Record, a: Decimal, b: Decimal) -> Option<Decimal> {
    let share = a.checked_mul(b)?.checked_div(Decimal::from(10_000))?;
    whole.value.checked_mul(share)
}
