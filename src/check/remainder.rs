//! # What it tests
//! What is left of a total is what the parts told before it leave.
//!
//! # Why
//! The remainder is subtracted by hand and goes stale when one of the parts is updated.
//!
//! # Example
//! `Trong 356 công trình vi phạm, thành phố đã xử lý 289 công trình, còn lại 67 công trình` gives
//! `356 - 289 = 67 công trình`.
//!
//! # Limits
//! Only after `còn lại`, with it right behind the figure, after `còn` where the words behind say that it
//! is not done, or after `số chưa … là`. What is left of shares is left of 100 %. The total is the first figure of the
//! sentence in the unit of the remainder (the last of the sentence before where only one stands
//! here); what `trong đó` opens lies within another part and is not taken away. Where the figures
//! before are more than one sentence apart there is no claim. A sum that is more than a quarter off,
//! or a first figure that `;` sets apart as one of a list, means that the total was not told.

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::print::Style;
use super::relation::{Relation, Term};
use super::rest_of_shares::of_hundred;
use super::undone::{is_called_undone, is_done, is_undone};
use super::units::{is_percent, same_measure};
use crate::lexicon::CueClass;
use rust_decimal::Decimal;

pub(super) const KIND: &str = "complement";

/// How many figures before the remainder are read.
pub(super) const LOOK_BACK: usize = 10;

/// How many tokens before or behind the remainder may hold `còn lại`.
const NEAR: usize = 3;

/// How many before it, where `là` tells what it is: `số vốn còn lại phải giải ngân là 63,6 tỷ đồng`.
const TOLD: usize = 6;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (1..facts.records.len()).filter_map(|left| one(facts, left)).collect()
}

fn one(facts: &Facts<'_>, left: usize) -> Option<Claim> {
    let rest = &facts.records[left];
    let (place, passage) = facts.place(left).filter(|(p, _)| facts.is_prose(p.block))?;
    let start = passage.lead(place.number.start);
    let (lead, _) = facts.lead(left)?;
    let is = passage.text.key(start.wrapping_sub(1)) == "là";
    let reach = if is { TOLD } else { NEAR };
    let from = start.saturating_sub(reach).max(lead.start).min(start);
    let apart = |at: &usize| matches!(passage.text.key(*at), "," | ";" | ":" | "(");
    let before = (from..start).rev().find(apart).map_or(from, |at| at + 1)..start;
    let behind = passage.cue_at(place.end, &[CueClass::Rest]).is_some();
    let undone = is && is_called_undone(passage, before.clone()) || is_undone(facts, left);
    let called = behind || passage.has(before, &[CueClass::Rest]);
    if !(called || undone) || rest.of.is_some() {
        return None;
    }
    if is_percent(rest) {
        return of_hundred(facts, left);
    }
    let readings: Vec<Claim> = readings(facts, left)
        .into_iter()
        .filter(|(total, parts)| {
            let fraction = facts.records[*total].of.is_some();
            called || !fraction && parts.iter().all(|part| is_done(facts, *part))
        })
        .filter_map(|(total, parts)| test(facts, total, parts, left))
        .collect();
    let holds = |claim: &Claim| claim.finding.holds == Verdict::Holds;
    let best = readings.iter().position(holds).unwrap_or(0);
    let goes_on = facts
        .after(left)
        .is_some_and(|next| same_measure(&facts.records[next], rest) && facts.is_level(next));
    let best = readings.into_iter().nth(best)?;
    (holds(&best) || called || !goes_on).then_some(best)
}

pub(super) fn test(
    facts: &Facts<'_>,
    total: usize,
    parts: Vec<usize>,
    left: usize,
) -> Option<Claim> {
    let (record, rest) = (&facts.records[total], &facts.records[left]);
    let whole = record.of.unwrap_or(record.value);
    let bounds = record.of.map_or(Bounds::of(record), Bounds::exactly);
    let done = record.of.map(|_| total).into_iter().chain(parts.iter().copied());
    let terms: Vec<usize> = done.clone().chain([left]).collect();
    let relation = Relation::total(facts, &terms, Term::whole(facts, total));
    let mut sum = (Decimal::ZERO, Bounds::exactly(Decimal::ZERO));
    let mut terms = Vec::new();
    for part in done.chain([left]).map(|part| &facts.records[part]) {
        sum = (sum.0.checked_add(part.value)?, sum.1.plus(Bounds::of(part)));
        terms.push(part.value);
    }
    if terms.len() < 2 || terms.iter().any(|term| *term >= whole) {
        return None;
    }
    let verdict = sum.1.agrees(bounds);
    let off = whole.checked_sub(sum.0)?.abs().checked_mul(Decimal::from(4))?;
    let item = facts.tail(total).is_some_and(|(tail, passage)| {
        let done = passage.has(tail.clone(), &[CueClass::Done, CueClass::Fulfil]);
        passage.text.key(tail.start) == ";" && !done
    });
    if verdict != Verdict::Holds && (item || off > whole) {
        return None;
    }
    let all: Vec<Decimal> = terms.iter().copied().chain([whole, sum.0]).collect();
    let style = Style::of(if record.of.is_some() { rest } else { record }, &all);
    let said = style.full(whole);
    let terms = style.sum(&terms);
    let detail = match verdict {
        Verdict::Holds => format!("{terms} = {said}"),
        _ => format!("{terms} = {}, the text says {said}", style.bare(sum.0)),
    };
    let ids: Vec<usize> = [total].into_iter().chain(parts).chain([left]).collect();
    Some(facts.claim(KIND, &ids, verdict, detail).with(relation))
}

/// The total with the parts that were told between it and the remainder, in every way in which
/// that may be read, the likeliest first.
fn readings(facts: &Facts<'_>, left: usize) -> Vec<(usize, Vec<usize>)> {
    let rest = &facts.records[left];
    let own = facts.bracket(left);
    let open = |r: usize| facts.bracket(r).is_none_or(|bracket| Some(bracket) == own);
    let fits = |r: &usize| same_measure(&facts.records[*r], rest) && facts.is_level(*r) && open(*r);
    let mut here: Vec<usize> = facts
        .back(left, LOOK_BACK)
        .take_while(|r| facts.same_sentence(*r, left))
        .filter(fits)
        .collect();
    here.reverse();
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
        let total = facts
            .back(left, LOOK_BACK)
            .find(|r| !facts.same_sentence(*r, left) && fits(r) && !is_inner(facts, *r))?;
        let next = facts.place(total)?.0.sentence + 1 == facts.place(left)?.0.sentence;
        next.then(|| (total, outer.clone()))
    };
    match outer.len() {
        0 => Vec::new(),
        1 if here.len() > 1 => before().into_iter().chain(from(&here)).collect(),
        1 => from(&outer).or_else(before).into_iter().collect(),
        _ if outer.iter().all(|part| is_done(facts, *part)) => {
            before().into_iter().chain(from(&outer)).collect()
        }
        _ => from(&outer).into_iter().chain(from(&here)).collect(),
    }
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

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn what_is_left_is_what_the_parts_leave() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Tiếp nhận «240|đơn», đã trả «205|đơn», còn «45|đơn» đang xác minh.",
                    "does not hold: 205 + 45 = 250, the text says 240 đơn",
                ),
                (
                    "Đã nghiệm thu «46/60|công trình», còn «24|công trình» đang thi công.",
                    "does not hold: 46 + 24 = 70, the text says 60 công trình",
                ),
                (
                    "Xã có «75|hộ» phải di dời. Đến nay «60|hộ» đã nhận tiền, «11|hộ» đã đồng thuận, còn «4|hộ» chưa đồng ý.",
                    "holds: 60 + 11 + 4 = 75 hộ",
                ),
                (
                    "Tiếp nhận «240|đơn»; đã giải quyết «205|đơn», đạt «85,4|%»%; số còn lại «45|đơn» đang xác minh.",
                    "does not hold: 205 + 45 = 250, the text says 240 đơn",
                ),
                (
                    "Vốn góp của xã chiếm «40|%»%, của dân «25|%»%, còn lại «35|%»% là vay.",
                    "holds: 40 + 25 + 35 = 100 %",
                ),
                (
                    "Vốn góp của xã chiếm «40|%»%, của dân «25|%»%, còn lại «38|%»% là vay.",
                    "does not hold: 40 + 25 + 38 = 103 %, not 100 %",
                ),
            ],
        );
    }

    #[test]
    fn another_whole_is_no_claim() {
        assert_findings(
            super::KIND,
            &[
                ("Xã góp «51|%»%, dân góp «25|%»%, còn lại «4|%»% chưa rõ.", ""),
                ("Đợt một có «240|đơn», có «205|đơn» mới, còn «45|đơn» của xã bạn.", ""),
                (
                    "Tỷ lệ phủ sóng đạt «90|%»%, tỷ lệ dùng điện đạt «99|%»%, còn lại «5|%»% chưa có.",
                    "",
                ),
            ],
        );
    }
}
