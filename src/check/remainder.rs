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
//! Only after `còn lại`, with it right behind the figure, in the clause that it opens at the end of a list
//! (`395 lượt khám dịch vụ; còn lại là khám miễn phí, 281 lượt`), after `còn` where the words behind say that it
//! is not done, or after `số chưa … là`. What is left of shares is left of 100 %. The total is the first figure of the
//! sentence in the unit of the remainder (the last of the sentence before where only one stands
//! here, or where `;` sets the first apart as one of a list); of a remainder in a sentence of its own they are the
//! pair told before it (`left_apart`); what `trong đó` opens lies within another part and is not taken away. Where the figures
//! before are more than one sentence apart there is no claim. A sum that is more than a quarter off,
//! or a first figure that `;` sets apart as one of a list, means that the total was not told. Where some
//! of the parts leave what is left, the others overlap with them (`50 hộ người Thái, 12 hộ nghèo, còn lại
//! 30 hộ người Mông`).

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::left_apart::pair_before;
use super::left_of::{printed_readings, readings, some_leave};
use super::print::Style;
use super::printed::{is_rounded_form, significant};
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

/// How many digits fewer than the whole has a rest that is rounded: `12.000` of `18.047`.
const ROUNDER: usize = 2;

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
    let called = behind || passage.has(before, &[CueClass::Rest]) || closes_list(facts, left);
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
        .chain(called.then(|| printed_readings(facts, left)).into_iter().flatten())
        .chain(pair_before(facts, left, called).map(|(total, part)| (total, vec![part])))
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

/// Whether `còn lại` opens the last clause of its sentence, and a figure is the only one in it: `395 lượt khám
/// dịch vụ; còn lại là khám miễn phí, 281 lượt`.
fn closes_list(facts: &Facts<'_>, left: usize) -> bool {
    facts.lead(left).zip(facts.place(left)).is_some_and(|((lead, passage), (place, _))| {
        let Some((_, cue)) = passage.last_cue(lead, &[CueClass::Rest]) else { return false };
        let opens = cue.start.checked_sub(1).is_some_and(|at| {
            matches!(passage.text.key(at), "," | ";" | "và") && passage.bracket(at).is_none()
        });
        let is = passage.text.key(cue.end - 1) == "là" || passage.text.key(cue.end) == "là";
        opens && is && facts.after(left).is_none() && passage.bracket(place.number.start).is_none()
    })
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
    let meant = sum.0.checked_sub(rest.value).and_then(|done| whole.checked_sub(done));
    let rounder = significant(rest.value) + ROUNDER <= significant(whole);
    if verdict != Verdict::Holds && rounder && is_rounded_form(rest.value, meant?) {
        return None;
    }
    let off = whole.checked_sub(sum.0)?.abs().checked_mul(Decimal::from(4))?;
    let item = facts.tail(total).is_some_and(|(tail, passage)| {
        let done = passage.has(tail.clone(), &[CueClass::Done, CueClass::Fulfil]);
        passage.text.key(tail.start) == ";" && !done
    });
    let overlap = || record.of.is_none() && some_leave(facts, &parts, rest.value, whole);
    if verdict != Verdict::Holds && (item || off > whole || overlap()) {
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
                    "Phường có «640|hộ», trong đó «590|hộ» khá, «32|hộ nghèo» hộ nghèo, còn lại «18|hộ cận nghèo» hộ cận nghèo.",
                    "holds: 590 + 32 + 18 = 640 hộ",
                ),
                (
                    "Kho nhận «640|thùng». Trong đó, thùng loại một «520|thùng», thùng vỡ «32|thùng», còn lại «98|thùng» loại hai.",
                    "does not hold: 520 + 32 + 98 = 650, the text says 640 thùng",
                ),
                (
                    "Phường có «640|hộ». Trong đó, «32|hộ nghèo» hộ nghèo, «590|hộ» khá, còn lại «18|hộ cận nghèo» hộ cận nghèo.",
                    "holds: 32 + 590 + 18 = 640 hộ",
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
                    "Làng có «95|hộ», trong đó «60|hộ» người Tày, «14|hộ» neo đơn, còn lại «35|hộ» người Nùng.",
                    "",
                ),
                (
                    "Tỷ lệ phủ sóng đạt «90|%»%, tỷ lệ dùng điện đạt «99|%»%, còn lại «5|%»% chưa có.",
                    "",
                ),
            ],
        );
    }
}
