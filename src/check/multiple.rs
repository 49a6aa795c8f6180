//! # What it tests
//! A multiple follows from the level and from the one that it is a multiple of.
//!
//! # Why
//! `gấp 5 lần` is a headline; the two levels beside it are rarely divided.
//!
//! # Example
//! `hiện là 246.000, cao gấp 3 lần mức 82.000 thuê bao của hai năm trước` gives
//! `246.000/82.000 = 3, the text says 3 lần`.
//!
//! # Limits
//! The base is the next figure behind the multiple with no comma between, a level or whatever stands there in brackets, or the first of the two
//! levels in `từ 200 ha lên 300 ha` beside it, or the level of an earlier time that was told before. `tăng 1,5 lần` is said of 1,5 and of 2,5 times as
//! much, so both hold. A multiple in words (`gấp đôi`) is a round one. Between ranges there is none. Behind `lên` stands what it came to, which is no base.

use super::Verdict;
use super::bounds::Bounds;
use super::change_since::told_before;
use super::claim::Claim;
use super::facts::Facts;
use super::print::{Style, hedge, number};
use super::relation::{Relation, Term};
use super::units::same_measure;
use super::words::text::MOVED_TO;
use crate::lexicon::{CueClass, UnitKind};
use crate::record::Record;
use rust_decimal::Decimal;

const KIND: &str = "multiple";

/// A ratio that is so many times another one is that of another measure.
const MOST: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// How many tokens may stand between a multiple and its base.
const NEAR: usize = 12;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|said| one(facts, said)).collect()
}

fn one(facts: &Facts<'_>, said: usize) -> Option<Claim> {
    let times = &facts.records[said];
    let (place, passage) = facts.place(said).filter(|(p, _)| facts.is_prose(p.block))?;
    let written = is_written(facts, said);
    let moved = [CueClass::Times, CueClass::Rise];
    let cue = passage.cue_before(place.number.start, &moved);
    let is_multiple = times.unit_kind == UnitKind::Multiple && cue.is_some() || written;
    if !is_multiple || times.high.is_some() || times.value <= Decimal::ZERO {
        return None;
    }
    let (level, base) = behind(facts, said)
        .or_else(|| from_to(facts, said))
        .or_else(|| told_before(facts, said))?;
    let [b, a] = [level, base].map(|r| &facts.records[r]);
    if a.high.or(b.high).is_some() {
        return None;
    }
    let ratio = b.value.checked_div(a.value)?;
    let apart = |x: Decimal, y: Decimal| x.checked_mul(MOST).is_none_or(|most| most < y);
    if apart(ratio, times.value) || apart(times.value, ratio) {
        return None;
    }
    let bounds = Bounds::of(b).percent_of(Bounds::of(a));
    let rises = matches!(cue, Some((CueClass::Rise, _)));
    let meant = |more: Decimal| {
        let times = Record { value: times.value.checked_add(more)?, ..times.clone() };
        Some(bounds.agrees(Bounds::of(&times).times(Decimal::ONE_HUNDRED)))
    };
    let verdict = match meant(Decimal::ZERO)? {
        Verdict::DoesNotHold if rises => meant(Decimal::ONE)?,
        verdict => verdict,
    };
    let in_words = !times.source.text.contains(|c: char| c.is_ascii_digit());
    let verdict = match verdict {
        Verdict::DoesNotHold if in_words && is_round(ratio, times.value) => Verdict::Holds,
        verdict => verdict,
    };
    let style = Style::of(b, &[b.value, a.value]);
    let detail = format!(
        "{}/{} = {}, the text says {}{} lần",
        style.bare(b.value),
        style.bare(a.value),
        number(ratio.round_dp(2)),
        hedge(times),
        number(times.value)
    );
    let [a, b, c] = [said, level, base].map(|figure| Term::of(facts, figure));
    Some(facts.claim(KIND, &[said, level, base], verdict, detail).with(Relation::mean(a, b, c)))
}

/// Whether a multiple that is told in words is near enough to what it comes to: an eighth of it too much, or a
/// quarter too little, since `gấp đôi` is also said of somewhat more.
fn is_round(ratio: Decimal, times: Decimal) -> bool {
    let share = Decimal::from(if ratio < times { 8 } else { 4 });
    let off = ratio.checked_sub(times).and_then(|off| off.abs().checked_mul(share));
    off.is_some_and(|off| off <= times)
}

/// Whether a figure is a multiple by its word alone: `gấp đôi`, `gấp 3 lần`.
pub(super) fn is_written(facts: &Facts<'_>, said: usize) -> bool {
    let record = &facts.records[said];
    let word = || {
        let (place, passage) = facts.place(said)?;
        let before = place.number.start.checked_sub(1)?;
        let counted = record.unit.is_some() && record.unit_kind != UnitKind::Multiple;
        (passage.text.key(before) == "gấp" && !counted).then_some(())
    };
    record.source.text.to_lowercase().starts_with("gấp") || word().is_some()
}

/// `đạt 300 tỷ đồng, gấp 2,5 lần năm 2015 (120 tỷ đồng)`
fn behind(facts: &Facts<'_>, said: usize) -> Option<(usize, usize)> {
    let base = facts.after(said)?;
    let (gap, passage) = facts.tail(said)?;
    let others = [CueClass::Among, CueClass::Includes, CueClass::Plan];
    let tight = gap.len() <= NEAR
        && !passage.has_mark(gap.clone(), &[",", ";", ")"])
        && !passage.has(gap.clone(), &others)
        && passage.find(gap, MOVED_TO).is_none()
        && (facts.is_level(base) || facts.bracket(base).is_some());
    let level = facts.level_before(said, base).filter(|_| tight)?;
    Some((level, base))
}

/// `tăng 1,5 lần, từ 200 ha lên 300 ha`, `từ 96 hợp tác xã … có 168 hợp tác xã, gấp 2 lần`
fn from_to(facts: &Facts<'_>, said: usize) -> Option<(usize, usize)> {
    let pair = |from: usize, to: usize| {
        let (lead, passage) = facts.lead(from)?;
        let near = lead.start.max(lead.end.saturating_sub(4))..lead.end;
        let same = facts.same_sentence(from, to) && facts.same_sentence(from, said);
        let levels = facts.is_level(from) && facts.is_level(to);
        let alike = same_measure(&facts.records[from], &facts.records[to]);
        (same && levels && alike && passage.has(near, &[CueClass::Since])).then_some((to, from))
    };
    let apart = |r: usize, most: usize| {
        facts
            .lead(r)
            .is_none_or(|(lead, passage)| lead.len() > most || passage.has_mark(lead, &[";"]))
    };
    let before = said.checked_sub(2).and_then(|from| pair(from, from + 1));
    let before = before.filter(|_| !apart(said, NEAR));
    let behind = || {
        let close = said + 2 < facts.records.len() && !apart(said + 1, 2);
        close.then(|| pair(said + 1, said + 2))?
    };
    before.or_else(behind)
}
