//! What a remainder is left of: a total told before it, and the parts that were taken from that.
//!
//! The total is the first figure of the sentence in the unit of the remainder, or the last of the sentence
//! before where only one stands here or `Trong đó,` points back to it. Every figure between that measures
//! what the total does is a part: the `41 hộ nghèo` between `1.150 hộ` and `47 hộ cận nghèo`. What `trong đó`
//! opens lies within another part. Which of several readings is meant is not decided here.

use super::facts::Facts;
use super::remainder::LOOK_BACK;
use super::undone::is_done;
use super::units::same_measure;
use super::words::text::AMONG_THOSE;
use crate::lexicon::CueClass;
use rust_decimal::Decimal;

/// How many parts are tried in every choice.
const CHOICES: usize = 8;

/// How many words behind a figure may be said of it before the next mark.
const NAME: usize = 12;

/// The total with the parts that were told between it and the remainder, in every way in which
/// that may be read, the likeliest first.
pub(super) fn readings(facts: &Facts<'_>, left: usize) -> Vec<(usize, Vec<usize>)> {
    readings_of(facts, left, &open_here(facts, left))
}

/// The same without the figures to which the text gives no unit (`điểm chuẩn 28,75`), where none of them would make
/// up the total.
pub(super) fn printed_readings(facts: &Facts<'_>, left: usize) -> Vec<(usize, Vec<usize>)> {
    let has_unit = |r: &usize| facts.place(*r).is_some_and(|(p, _)| p.end > p.number.end);
    let (printed, bare): (Vec<usize>, Vec<usize>) =
        open_here(facts, left).into_iter().partition(has_unit);
    let mut readings = readings_of(facts, left, &printed);
    readings.retain(|(total, parts)| {
        let told = parts.iter().chain([&left]).map(|part| facts.records[*part].value);
        let told = told.into_iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part));
        let whole = facts.records[*total].value;
        !bare.is_empty() && told.is_some_and(|told| !some_leave(facts, &bare, told, whole))
    });
    readings
}

/// The same, with the open levels of the sentence before the remainder.
fn readings_of(facts: &Facts<'_>, left: usize, open: &[usize]) -> Vec<(usize, Vec<usize>)> {
    let own = facts.bracket(left);
    let mut here = measured_here(facts, left, open);
    if own.is_some() {
        let first = here.iter().position(|r| facts.bracket(*r) == own).unwrap_or(here.len());
        here.drain(..first.saturating_sub(1));
    }
    if here.iter().filter(|r| facts.records[**r].of.is_some()).count() > 1 {
        return Vec::new();
    }
    let outer: Vec<usize> = here.iter().copied().filter(|r| !is_inner(facts, *r)).collect();
    let from = |figures: &[usize]| {
        let fraction = figures.iter().position(|r| facts.records[*r].of.is_some());
        let figures = &figures[fraction.unwrap_or(0)..];
        let (total, parts) = figures.split_first()?;
        Some((*total, parts.to_vec())).filter(|_| fraction.is_some() || !parts.is_empty())
    };
    let before = || {
        let total = in_sentence_before(facts, left)?;
        let alike =
            |r: &usize, other: usize| same_measure(&facts.records[*r], &facts.records[other]);
        let parts = open
            .iter()
            .copied()
            .filter(|r| (alike(r, total) || alike(r, left)) && !is_inner(facts, *r));
        Some((total, parts.collect()))
    };
    match outer.len() {
        0 => Vec::new(),
        _ if points_back(facts, left) => before().into_iter().collect(),
        1 if here.len() > 1 => before().into_iter().chain(from(&here)).collect(),
        1 => from(&outer).or_else(before).into_iter().collect(),
        _ if outer.iter().all(|part| is_done(facts, *part)) => {
            before().into_iter().chain(from(&outer)).collect()
        }
        _ if is_item(facts, outer[0]) => before().into_iter().chain(from(&outer)).collect(),
        _ => from(&outer).into_iter().chain(from(&here)).collect(),
    }
}

/// Whether some of the parts leave exactly what is left.
pub(super) fn some_leave(
    facts: &Facts<'_>,
    parts: &[usize],
    rest: Decimal,
    whole: Decimal,
) -> bool {
    let parts: Vec<Decimal> =
        parts.iter().take(CHOICES).map(|part| facts.records[*part].value).collect();
    (1..1_u32 << parts.len()).any(|choice| {
        let chosen = parts.iter().enumerate().filter(|(i, _)| choice & (1 << i) != 0);
        let sum = chosen.map(|(_, part)| part).try_fold(rest, |sum, part| sum.checked_add(*part));
        sum == Some(whole)
    })
}

/// The levels of the sentence before the remainder that measure what it does, or what the first of them
/// does, in reading order.
fn measured_here(facts: &Facts<'_>, left: usize, open: &[usize]) -> Vec<usize> {
    let mut here = open.to_vec();
    let alike = |r: &usize, other: usize| same_measure(&facts.records[*r], &facts.records[other]);
    let Some(first) = here.iter().position(|r| alike(r, left)) else { return Vec::new() };
    let total = here[first];
    here.drain(..first);
    here.retain(|r| alike(r, left) || alike(r, total));
    here
}

/// The levels of the sentence before the remainder that stand in no closed bracket, in reading order.
fn open_here(facts: &Facts<'_>, left: usize) -> Vec<usize> {
    let here = facts.back(left, LOOK_BACK).take_while(|r| facts.same_sentence(*r, left));
    let mut here: Vec<usize> =
        here.filter(|r| facts.is_level(*r) && is_open(facts, *r, left)).collect();
    here.reverse();
    here
}

/// The nearest figure of the sentence before that measures what the remainder does.
fn in_sentence_before(facts: &Facts<'_>, left: usize) -> Option<usize> {
    let fits = |r: &usize| {
        same_measure(&facts.records[*r], &facts.records[left])
            && facts.is_level(*r)
            && is_open(facts, *r, left)
    };
    let total = facts
        .back(left, LOOK_BACK)
        .find(|r| !facts.same_sentence(*r, left) && fits(r) && !is_inner(facts, *r))?;
    let next = facts.place(total)?.0.sentence + 1 == facts.place(left)?.0.sentence;
    next.then_some(total)
}

/// Whether a figure stands in no bracket that is closed before the remainder.
fn is_open(facts: &Facts<'_>, record: usize, left: usize) -> bool {
    facts.bracket(record).is_none_or(|bracket| Some(bracket) == facts.bracket(left))
}

/// Whether the sentence begins with what points back to the one before: `Trong đó, phiếu hợp lệ 1.062 phiếu`.
fn points_back(facts: &Facts<'_>, left: usize) -> bool {
    facts.place(left).is_some_and(|(place, passage)| {
        passage.says(passage.sentence(place.sentence).start, AMONG_THOSE).is_some()
    })
}

/// Whether `;` sets a figure apart as the first of a list: `tỏi 40 tấn; hành 25 tấn; còn lại là gừng`.
fn is_item(facts: &Facts<'_>, figure: usize) -> bool {
    facts.tail(figure).is_some_and(|(tail, passage)| {
        let name = tail.start..tail.end.min(tail.start + NAME);
        let mark = name.clone().find(|at| matches!(passage.text.key(*at), "," | ";" | "(" | ":"));
        let done = passage.has(tail, &[CueClass::Done, CueClass::Fulfil]);
        mark.is_some_and(|mark| passage.text.key(mark) == ";") && !done
    })
}

/// Whether a figure lies within the one before it: `537 đơn, trong đó 118 đơn`.
fn is_inner(facts: &Facts<'_>, record: usize) -> bool {
    let among = |r: usize| {
        facts.lead(r).is_some_and(|(lead, passage)| passage.has(lead, &[CueClass::Among]))
    };
    let and = |r: usize| {
        facts.lead(r).is_some_and(|(lead, passage)| {
            lead.clone().any(|at| passage.text.key(at) == "và") && !passage.has_mark(lead, &[";"])
        })
    };
    let first = facts.before(record).is_none();
    among(record) && !first
        || facts
            .before(record)
            .is_some_and(|b| and(record) && among(b) && facts.before(b).is_some())
}
