//! Breakdowns that the text states: `gồm`, `chia theo nơi ở`, `từ ba nguồn là`, a bracket right
//! behind the total, `tổng cộng` behind the parts.
//!
//! Decides from words and marks alone which figures are the parts of which total, and whether they
//! are all of them; whether they add up is not looked at. It refuses lists that end in `…`, that
//! name examples (`như`), or whose groups cut across each other (`nữ`, `đảng viên`).

use super::facts::Facts;
use super::opening::{CHOICE, LIST, close_of, is_group, is_sum, opens, total_before};
use super::parts::{Run, Sign};
use super::passage::Passage;
use super::slip::is_slip;
use super::units::{is_percent, same_measure};
use super::words::text::{ADDS_UP, ADMINISTRATIVE, OTHERS, OUT_OF_ALL, OVERLAPPING, SUMS_UP};
use crate::lexicon::{CueClass, UnitKind};
use crate::text::Tokens;
use rust_decimal::Decimal;

/// How many tokens may stand between a total and the bracket with its parts.
const HEAD: usize = 14;

/// How many tokens may stand between words for a sum and its figure.
const NEAR: usize = 3;

/// All breakdowns that the running text of an article states.
pub(super) fn stated(facts: &Facts<'_>) -> Vec<Run> {
    let mut runs = Vec::new();
    for block in (0..facts.blocks()).filter(|block| facts.is_prose(*block)) {
        let Some(passage) = facts.passage(block) else { continue };
        for at in 0..passage.text.tokens.len() {
            let run = in_words(facts, passage, block, at)
                .or_else(|| in_bracket(facts, passage, block, at))
                .or_else(|| summed_up(facts, passage, block, at))
                .or_else(|| added_up(facts, passage, block, at))
                .or_else(|| out_of(facts, passage, block, at));
            runs.extend(run);
        }
    }
    runs
}

/// `186.240 ha lúa, bao gồm lúa thơm 98.115 ha, lúa thường 25.335 ha`
fn in_words(facts: &Facts<'_>, passage: &Passage<'_>, block: usize, at: usize) -> Option<Run> {
    let open = opens(facts, passage, block, at)?;
    let end = passage.sentence(passage.sentence_of(at)).end.min(open.list + LIST);
    let end = close_of(passage, at, open.list, end, open.choice);
    let first = facts.figures(block, open.list..end).next()?;
    let total = total_before(facts, passage, block, at, first)?;
    let same_sentence = facts.same_sentence(total, first);
    let gap = facts.place(total)?.0.end..at;
    let apart = passage.has_mark(gap, &[";", ":"]);
    if open.choice && (apart || !same_sentence || total + 1 != first) {
        return None;
    }
    let parts = parts(facts, total, block, open.list..end);
    if open.count.is_some_and(|count| count != parts.len()) {
        return None;
    }
    let sign = if open.choice { Sign::Among } else { Sign::Whole };
    run(facts, passage, total, parts, sign, open.list..end)
}

/// `427 vụ vi phạm (hàng cấm: 96 vụ; hàng nhập lậu: 143 vụ)`
fn in_bracket(facts: &Facts<'_>, passage: &Passage<'_>, block: usize, at: usize) -> Option<Run> {
    if passage.text.key(at) != "(" {
        return None;
    }
    let sentence = passage.sentence(passage.sentence_of(at));
    let close = (at..sentence.end.min(at + LIST)).find(|t| passage.text.key(*t) == ")")?;
    let total = facts.figures(block, at.saturating_sub(HEAD)..at).last()?;
    let (place, _) = facts.place(total)?;
    let gap = place.end..at;
    let apart = passage.has_mark(gap.clone(), &[",", ";", ":", "("])
        || passage.has(gap, &[CueClass::Versus, CueClass::Baseline, CueClass::Plan]);
    let inside = at + 1..close;
    let other =
        passage.has(inside.clone(), &[CueClass::Plan, CueClass::Baseline, CueClass::Average]);
    if place.number.start < sentence.start || apart || other || !is_sum(facts, total) {
        return None;
    }
    let alike = parts(facts, total, block, inside.clone());
    if let Some(kinds) = kinds(facts, total, block, inside.clone()) {
        return Some(kinds);
    }
    let parts = alike;
    run(facts, passage, total, parts, Sign::Bracket, at + 1..close)
}

/// `11 đơn vị hành chính (9 huyện, 1 thị xã, 1 thành phố)`: parts with nouns of their own, which are
/// the parts of the total only if they make it.
fn kinds(facts: &Facts<'_>, total: usize, block: usize, inside: Tokens) -> Option<Run> {
    let parts: Vec<usize> = facts.figures(block, inside).collect();
    let counts = parts.iter().all(|part| {
        let figure = &facts.records[*part];
        figure.unit_kind == UnitKind::Count && figure.unit.is_some() && facts.is_level(*part)
    });
    let same = parts.iter().all(|part| facts.records[*part].unit == facts.records[total].unit);
    let sum =
        parts.iter().try_fold(Decimal::ZERO, |sum, r| sum.checked_add(facts.records[*r].value))?;
    let units = counts && !same && parts.len() > 1;
    let whole = sum == facts.records[total].value;
    let stated = !whole && are_areas(facts, total, &parts);
    let sign = Sign::Bracket;
    (units && (whole || stated)).then_some(Run { total, parts, sign, remainder: false, stated })
}

/// Whether the total counts administrative units (`137 đơn vị hành chính cấp xã`) and each part a kind
/// of them: no other kind of unit is left to be told.
fn are_areas(facts: &Facts<'_>, total: usize, parts: &[usize]) -> bool {
    let units = facts
        .place(total)
        .is_some_and(|(place, passage)| passage.says(place.number.end, ADMINISTRATIVE).is_some());
    let kind = |part: &usize| {
        facts.place(*part).is_some_and(|(place, passage)| {
            passage.cue_at(place.number.end, &[CueClass::AreaKind]).is_some()
        })
    };
    units && parts.iter().all(kind)
}

/// `Thạch Hải 12.450 con, Thạch Lạc 9.870 con. Tổng cộng hai xã đã tiêm 22.320 con`
fn summed_up(facts: &Facts<'_>, passage: &Passage<'_>, block: usize, at: usize) -> Option<Run> {
    let len = passage.says(at, SUMS_UP)?;
    let index = passage.sentence_of(at);
    let sentence = passage.sentence(index);
    if sentence.start != at || index == 0 {
        return None;
    }
    let mut figures = facts.figures(block, at + len..sentence.end);
    let counted = figures.next()?;
    let (count, total) = match is_group(facts, counted) {
        true => (facts.records[counted].value, figures.next()?),
        false => return None,
    };
    let before = passage.sentence(index - 1);
    let mut parts = parts(facts, total, block, before.clone());
    parts.retain(|r| !is_group(facts, *r));
    (count == parts.len().into()).then_some(())?;
    run(facts, passage, total, parts, Sign::Whole, before)
}

/// `86 đơn khiếu nại, 47 đơn tố cáo và 139 đơn kiến nghị, tổng cộng 272 đơn`: every figure of the
/// sentence before the sum is one of its parts.
fn added_up(facts: &Facts<'_>, passage: &Passage<'_>, block: usize, at: usize) -> Option<Run> {
    let len = passage.says(at, ADDS_UP)?;
    let start = passage.sentence(passage.sentence_of(at)).start;
    let total = facts.figures(block, at + len..at + len + NEAR).next()?;
    let apart = at > start && matches!(passage.text.key(at - 1), "," | ";");
    let before = start..at;
    let parts = parts(facts, total, block, before.clone());
    let all = facts.figures(block, before.clone()).count() == parts.len();
    let sum = apart && all && is_sum(facts, total) && facts.bracket(total).is_none();
    let run = run(facts, passage, total, parts, Sign::Whole, before)?;
    (sum && run.sign == Sign::Whole).then_some(run)
}

/// `Trong tổng số 1.240 ha lúa bị ngập, có 420 ha mất trắng`
fn out_of(facts: &Facts<'_>, passage: &Passage<'_>, block: usize, at: usize) -> Option<Run> {
    let len = passage.says(at, OUT_OF_ALL)?;
    let total = facts.figures(block, at + len..at + len + NEAR).next()?;
    let opens = facts.place(total)?.0.number.start == at + len && is_sum(facts, total);
    let part = facts.after(total).filter(|part| facts.is_level(*part))?;
    let (gap, _) = facts.lead(part)?;
    let has = passage.cue_before(gap.end, &[CueClass::Has]).is_some();
    let apart =
        passage.has_mark(gap.clone(), &[","]) && !passage.has_mark(gap.clone(), &[";", "("]);
    let [whole, one] = [total, part].map(|r| &facts.records[r]);
    let alike = !is_percent(whole) && one.of.is_none() && same_measure(whole, one);
    (opens && has && apart && alike).then(|| Run {
        total,
        parts: vec![part],
        sign: Sign::Among,
        remainder: false,
        stated: true,
    })
}

/// The figures of a list that measure what the total does, those under another part left out.
fn parts(facts: &Facts<'_>, total: usize, block: usize, list: Tokens) -> Vec<usize> {
    let whole = &facts.records[total];
    let mut inner = false;
    let mut bracket = None;
    let mut parts = Vec::new();
    for r in facts.figures(block, list.clone()) {
        let own = facts.bracket(r).filter(|open| list.contains(open));
        let Some((lead, passage)) = facts.lead(r) else { continue };
        let lead = lead.start.max(list.start)..lead.end;
        if !parts.is_empty() && passage.has(lead.clone(), &[CueClass::Among]) {
            inner = true;
        } else if passage.has_mark(lead, &[";"]) || own != bracket {
            inner = false;
        }
        bracket = own;
        if !inner && own.is_none() && facts.is_level(r) && same_measure(&facts.records[r], whole) {
            parts.push(r);
        }
    }
    parts
}

/// The run, where it may be told from its words; one whose parts are not all of it is a choice.
fn run(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    total: usize,
    parts: Vec<usize>,
    sign: Sign,
    list: Tokens,
) -> Option<Run> {
    let tail = list.start..list.end + 1;
    let open = tail.clone().any(|at| passage.cue_at(at, CHOICE).is_some());
    let sexes = passage.speaks_of(tail.clone(), &["nam"]);
    let overlaps = passage.speaks_of(tail.clone(), OVERLAPPING) && !sexes;
    let goes_on = parts.windows(2).skip(1).any(|pair| {
        let words = |r: usize, marks: &[&str]| {
            facts.lead(r).is_some_and(|(lead, passage)| passage.has_mark(lead, marks))
        };
        words(pair[0], &["và"]) && words(pair[1], &[","])
    });
    let unread = tail.clone().any(|at| is_unread(facts, passage, total, &parts, at));
    let last = parts.last().and_then(|last| facts.place(*last)).map_or(list.end, |(p, _)| p.end);
    let more = passage.find(last..list.end.max(last), OTHERS).is_some();
    let sum =
        parts.iter().try_fold(Decimal::ZERO, |sum, r| sum.checked_add(facts.records[*r].value))?;
    let above = !is_slip(facts.records[total].value, sum)
        && parts.iter().any(|part| facts.records[*part].value > facts.records[total].value);
    let enough = if sign == Sign::Among { 1 } else { 2 };
    if above && sign != Sign::Among {
        return None;
    }
    let sign = if open || overlaps || unread || more || goes_on { Sign::Among } else { sign };
    (parts.len() >= enough).then_some(Run { total, parts, sign, remainder: false, stated: true })
}

/// Whether a number of a list was not read as one of its parts, nor as something else: one in
/// words without a record, or a bare one that no time word explains.
fn is_unread(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    total: usize,
    parts: &[usize],
    at: usize,
) -> bool {
    let block = facts.records[total].source.block;
    let figure = facts.figures(block, at..at + 1).next();
    match figure {
        Some(figure) => facts.records[figure].unit.is_none() && !parts.contains(&figure),
        None => passage.counts_in_words(at),
    }
}
