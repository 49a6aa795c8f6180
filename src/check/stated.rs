//! Breakdowns that the text states: `gồm`, `chia theo nơi ở`, `từ ba nguồn là`, a bracket or a colon
//! right behind the total.
//!
//! Decides from words and marks alone which figures are the parts of which total, and whether they
//! are all of them; whether they add up is not looked at. It refuses lists that end in `…`, that
//! name examples (`như`), or whose groups cut across each other (`nữ`, `đảng viên`).

use super::divided::divided;
use super::facts::Facts;
use super::kinds::{all_medals, kinds};
use super::list_signs::{are_classes, is_closing, is_unread};
use super::meant_whole::is_near;
use super::named_parts::{more_than_those, out_of_those, some_of_those};
use super::opening::{CHOICE, LIST, close_of, is_sum, opens, total_before};
use super::parts::{Run, Sign};
use super::passage::Passage;
use super::slip::is_slip;
use super::summed::{added_up, by_groups, out_of, summed_up};
use super::units::same_measure;
use super::words::text::{OTHERS, OVERLAPPING};
use crate::lexicon::CueClass;
use crate::text::Tokens;
use rust_decimal::Decimal;

/// How many tokens may stand between a total and the bracket with its parts.
const HEAD: usize = 14;

/// How many tokens may stand between a colon and the first part.
const ITEM: usize = 6;

/// All breakdowns that the running text of an article states.
pub(super) fn stated(facts: &Facts<'_>) -> Vec<Run> {
    let mut runs = Vec::new();
    for block in (0..facts.blocks()).filter(|block| facts.is_prose(*block)) {
        let Some(passage) = facts.passage(block) else { continue };
        for at in 0..passage.text.tokens.len() {
            let run = in_words(facts, passage, block, at)
                .or_else(|| in_bracket(facts, passage, block, at))
                .or_else(|| behind_colon(facts, passage, block, at))
                .or_else(|| summed_up(facts, passage, block, at))
                .or_else(|| added_up(facts, passage, block, at))
                .or_else(|| out_of(facts, passage, block, at))
                .or_else(|| by_groups(facts, passage, block, at))
                .or_else(|| out_of_those(facts, passage, block, at))
                .or_else(|| some_of_those(facts, passage, block, at))
                .or_else(|| more_than_those(facts, passage, block, at));
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
    let list = open.list..end;
    let first = facts.figures(block, list.clone()).next()?;
    let counted = |run: &Run| open.count.is_none_or(|count| count == run.parts.len());
    let Some(total) = total_before(facts, passage, block, at, first) else {
        if let Some(run) = divided(facts, passage, block, at, list.clone()) {
            return Some(run).filter(counted);
        }
        let total = collective_before(facts, at, first)?;
        let whole = !open.choice || all_medals(facts, total, block, list.clone());
        let run = kinds(facts, total, block, list, Sign::Whole).filter(counted)?;
        return whole.then_some(run);
    };
    let same_sentence = facts.same_sentence(total, first);
    let gap = facts.place(total)?.0.end..at;
    let apart = passage.has_mark(gap, &[";", ":"]);
    if open.choice && (apart || !same_sentence || total + 1 != first) {
        return None;
    }
    let parts = parts(facts, total, block, list.clone());
    let sign = if open.choice { Sign::Among } else { Sign::Whole };
    let by_kind = || {
        let direct = !open.choice && total + 1 == first && !apart;
        direct.then(|| kinds(facts, total, block, list.clone(), Sign::Whole))?
    };
    run(facts, passage, total, parts, sign, list.clone()).or_else(by_kind).filter(counted)
}

/// The figure right before the word that opens a list, whose parts have nouns of their own.
fn collective_before(facts: &Facts<'_>, at: usize, first: usize) -> Option<usize> {
    let total = facts.before(first).filter(|total| is_sum(facts, *total))?;
    let (place, passage) = facts.place(total)?;
    let gap = place.end..at;
    (place.end <= at && gap.len() <= HEAD && !passage.has_mark(gap, &[";", ":", "(", ")"]))
        .then_some(total)
}

/// `427 vụ vi phạm (hàng cấm: 96 vụ; hàng nhập lậu: 143 vụ)`
fn in_bracket(facts: &Facts<'_>, passage: &Passage<'_>, block: usize, at: usize) -> Option<Run> {
    if passage.text.key(at) != "(" {
        return None;
    }
    let sentence = passage.sentence(passage.sentence_of(at));
    let close = (at..sentence.end.min(at + LIST)).find(|t| passage.text.key(*t) == ")")?;
    behind_total(facts, passage, block, at, at + 1..close)
}

/// `12 vụ cháy: 7 vụ cháy nhà, 4 vụ cháy rừng, 1 vụ cháy xe`, to the end of the sentence.
fn behind_colon(facts: &Facts<'_>, passage: &Passage<'_>, block: usize, at: usize) -> Option<Run> {
    let sentence = passage.sentence(passage.sentence_of(at));
    if passage.text.key(at) != ":" || at + 1 >= sentence.end || passage.bracket(at).is_some() {
        return None;
    }
    let list = at + 1..sentence.end.min(at + LIST);
    let first = facts.figures(block, list.clone()).next()?;
    let direct = facts.place(first)?.0.number.start <= at + 1 + ITEM;
    let inner = passage.has(list.clone(), CHOICE) || passage.has_mark(list.clone(), &[":"]);
    let found = behind_total(facts, passage, block, at, list).filter(|_| direct && !inner)?;
    let (sum, _) = found.sum(facts)?;
    if !is_near(facts.records[found.total].value, sum) {
        return None;
    }
    let figures = facts.figures(block, at..sentence.end).filter(|r| facts.is_level(*r));
    (figures.take(found.parts.len() + 1).count() == found.parts.len()).then_some(found)
}

/// The parts in a bracket or behind a colon, right behind their total.
fn behind_total(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    block: usize,
    at: usize,
    inside: Tokens,
) -> Option<Run> {
    let sentence = passage.sentence(passage.sentence_of(at));
    let total = facts.figures(block, at.saturating_sub(HEAD)..at).last()?;
    let (place, _) = facts.place(total)?;
    let gap = place.end..at;
    let apart = passage.has_mark(gap.clone(), &[",", ";", ":", "("])
        || passage.has(gap, &[CueClass::Versus, CueClass::Baseline, CueClass::Plan]);
    let other =
        passage.has(inside.clone(), &[CueClass::Plan, CueClass::Baseline, CueClass::Average]);
    if place.number.start < sentence.start || apart || other || !is_sum(facts, total) {
        return None;
    }
    if let Some(kinds) = kinds(facts, total, block, inside.clone(), Sign::Bracket) {
        return Some(kinds);
    }
    let parts = parts(facts, total, block, inside.clone());
    run(facts, passage, total, parts, Sign::Bracket, inside)
}

/// The figures of a list that measure what the total does, those under another part left out.
pub(super) fn parts(facts: &Facts<'_>, total: usize, block: usize, list: Tokens) -> Vec<usize> {
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
pub(super) fn run(
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
    let overlaps =
        passage.speaks_of(tail.clone(), OVERLAPPING) && !sexes && !are_classes(facts, &parts);
    let goes_on = parts.windows(2).skip(1).any(|pair| {
        let words = |r: usize, marks: &[&str]| {
            facts.lead(r).is_some_and(|(lead, passage)| passage.has_mark(lead, marks))
        };
        words(pair[0], &["và"]) && words(pair[1], &[","])
    });
    let unread = tail.clone().any(|at| is_unread(facts, passage, total, &parts, at));
    let last = parts.last().and_then(|last| facts.place(*last)).map_or(list.end, |(p, _)| p.end);
    let closed = sign == Sign::Whole && parts.last().is_some_and(|last| is_closing(facts, *last));
    let more = !closed && passage.find(last..list.end.max(last), OTHERS).is_some();
    let sum =
        parts.iter().try_fold(Decimal::ZERO, |sum, r| sum.checked_add(facts.records[*r].value))?;
    let whole_by_slip = sign == Sign::Whole && is_slip(facts.records[total].value, sum);
    let above = !whole_by_slip
        && parts.iter().any(|part| facts.records[*part].value > facts.records[total].value);
    let enough = if sign == Sign::Among { 1 } else { 2 };
    if above && sign != Sign::Among {
        return None;
    }
    let sign = if open || overlaps || unread || more || goes_on { Sign::Among } else { sign };
    (parts.len() >= enough).then_some(Run { total, parts, sign, remainder: false, stated: true })
}
