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
//! Where the number of the first share stands between (`70%, tức 1.400 người, đã có việc. Trong số đã có việc, 40%`), the
//! second is one of that number, and what it is called was told with it. The second share must open its sentence behind `trong số`, or be one of those whom the first share names
//! (`75% là nữ … 40% trong số lao động nữ này`), and its number must follow behind `tương đương` or in a
//! bracket. The first share is the last one before, its whole the last count
//! before that.

use super::Verdict;
use super::called::colours;
use super::claim::Claim;
use super::facts::Facts;
use super::fraction_percent::fits;
use super::print::{Style, number};
use super::printed::printed_step;
use super::relation::{Relation, Term};
use super::units::{is_percent, same_measure};
use super::whole::{Whole, named};
use super::words::text::{IN_NUMBER, LIGHT, POINTING};
use crate::lexicon::CueClass;
use crate::record::Record;
use crate::text::TokenKind;
use rust_decimal::Decimal;

const KIND: &str = "share_of_share";

/// How many tokens may stand between the second share and its number.
const NEAR: usize = 12;

/// How many figures before a number may be one of its measure.
const LOOK_BACK: usize = 6;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (1..facts.records.len()).filter_map(|second| one(facts, second)).collect()
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
    if said && gap.len() <= NEAR && is_number_told(facts, first, second) {
        return of_number(facts, first, second, part);
    }
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

/// `Trong số đã có việc, 40% (tương ứng 560 người)`, of the number told before.
fn of_number(facts: &Facts<'_>, whole: usize, second: usize, part: usize) -> Option<Claim> {
    let [n, b, k] = [whole, second, part].map(|r| &facts.records[r]);
    let plain = [n, b, k].iter().all(|r| r.of.or(r.high).is_none());
    if !plain || !is_percent(b) || !same_measure(n, k) || facts.moved(second).is_some() {
        return None;
    }
    let (verdict, text) = fits(k, n, b)?;
    let [b, k, n] = [second, part, whole].map(|figure| Term::of(facts, figure));
    let claim = facts.claim(KIND, &[part, whole, second], verdict, text);
    Some(claim.with(Relation::percent(b, k, n)))
}

/// Whether a number is the only one of its measure in the sentence before a share that opens its own with `trong số`,
/// and all that the share is said to be of was told with it.
fn is_number_told(facts: &Facts<'_>, number: usize, second: usize) -> bool {
    let (Some((place, earlier)), Some((own, passage))) = (facts.place(number), facts.place(second))
    else {
        return false;
    };
    let record = &facts.records[number];
    let like = |r: &usize| same_measure(&facts.records[*r], record);
    let alone = !facts.back(number, LOOK_BACK).any(|r| facts.same_sentence(r, number) && like(&r));
    let start = passage.sentence(own.sentence).start;
    let name = passage.says(start, IN_NUMBER).map(|len| start + len..own.number.start);
    let from = earlier.sentence(place.sentence);
    let told = |word: &str| from.clone().any(|at| earlier.text.key(at) == word);
    let next = (place.block, place.sentence + 1) == (own.block, own.sentence);
    let known = name.is_some_and(|name| {
        let points = passage.says(name.start, POINTING).is_some();
        let mut words = colours(passage, name).peekable();
        (points || words.peek().is_some()) && words.all(told)
    });
    next && alone && known && facts.is_level(number) && !is_percent(record)
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
