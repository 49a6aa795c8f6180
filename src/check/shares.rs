//! # What it tests
//! Shares that the text presents as the structure of one whole add up to 100 %.
//!
//! # Why
//! One share is corrected and the others are not.
//!
//! # Example
//! `cơ cấu kinh tế: nông nghiệp 41%, công nghiệp 27%, dịch vụ 32%` gives `41 + 27 + 32 = 100 %`.
//!
//! # Limits
//! Only sentences with `cơ cấu`, `tỷ trọng` or `thành phần dân tộc` before the first share, or with `phân theo` and
//! `chiếm`, or lines with one
//! share each behind a line that says so (`share_lines`), and no list in which each share says again what it is a share of. A list may leave shares out (taxes less
//! subsidies in a structure of the economy), so a sum well below 100 says nothing, and one just below
//! cannot be told. Groups that cut across each other (`nữ`, `dân tộc thiểu số`) make no whole. The
//! sum may be off by 0,2 or by the rounding of its shares.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::print::{Style, number};
use super::printed::printed_step;
use super::relation::{Relation, Term};
use super::share_lines::lists;
use super::units::is_percent;
use super::words::text::{DIVIDES, OVERLAPPING, STRUCTURE_BY};
use crate::lexicon::CueClass;
use crate::record::{Modifier, Role};
use crate::text::{TokenKind, Tokens};
use rust_decimal::Decimal;

const KIND: &str = "shares";

/// How many tokens may stand between two shares of a list.
const NEAR: usize = 12;

/// A list further from 100 than this is not meant to be complete.
const STRAY: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// How far the sum may be off, whatever its digits.
const SLACK: Decimal = Decimal::from_parts(2, 0, 0, false, 1);

/// More than this is no sum of shares of one whole, whatever digit was mistyped.
const MOST: Decimal = Decimal::from_parts(160, 0, 0, false, 0);

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut list: Vec<usize> = Vec::new();
    for share in (0..facts.records.len()).filter(|r| is_share(facts, *r)) {
        if list.last().is_some_and(|last| !continues(facts, *last, share)) {
            claims.extend(one(facts, &list));
            list.clear();
        }
        list.push(share);
    }
    claims.extend(one(facts, &list));
    claims.extend(lists(facts).iter().filter_map(|list| added(facts, list)));
    claims
}

pub(super) fn is_share(facts: &Facts<'_>, record: usize) -> bool {
    let record = &facts.records[record];
    is_percent(record)
        && matches!(record.role, Role::Actual | Role::Target)
        && matches!(record.modifier, Modifier::Exact | Modifier::About)
        && record.high.is_none()
}

/// Whether the second share stands in the same list as the first, and in brackets if it does. A plan behind results is
/// another list where a word between them says so.
fn continues(facts: &Facts<'_>, a: usize, b: usize) -> bool {
    let classes = [CueClass::Level, CueClass::Structure, CueClass::RatioNoun];
    let planned = [CueClass::Plan, CueClass::Aim, CueClass::Until, CueClass::YearWord];
    let alike = facts.records[a].role == facts.records[b].role;
    facts.same_sentence(a, b)
        && facts.gap(a, b).is_some_and(|(gap, passage)| {
            let nested = |at: usize| passage.bracket(at).is_some();
            gap.len() <= NEAR
                && (alike || !passage.has(gap.clone(), &planned))
                && nested(gap.start) == nested(gap.end)
                && passage.last_cue(gap.clone(), &classes).is_none()
                && passage.cue_before(gap.end, &[CueClass::Since]).is_none()
        })
}

/// Whether one of the shares is a change: `công nghiệp tăng 2%`.
fn changes(facts: &Facts<'_>, list: &[usize]) -> bool {
    list.iter().any(|r| facts.moved(*r).is_some())
}

/// Whether each share says again what it is a share of, so that each stands alone and they may overlap:
/// `62% diện tích trồng lúa, 55% diện tích được tưới`.
fn are_attributes(facts: &Facts<'_>, list: &[usize]) -> bool {
    let word = |r: &usize| {
        let (tail, passage) = facts.tail(*r)?;
        let is_word = passage.text.tokens.get(tail.start)?.kind == TokenKind::Word;
        is_word.then(|| passage.text.key(tail.start))
    };
    let first = list.first().and_then(word);
    list.len() > 1 && first.is_some() && list.iter().all(|r| word(r) == first)
}

/// How many of the first shares make the whole already, so that those behind lie within them.
fn whole_before_end(shares: &[Decimal]) -> Option<usize> {
    let mut sum = Decimal::ZERO;
    for (i, share) in shares.iter().enumerate().take(shares.len().saturating_sub(1)) {
        sum = sum.checked_add(*share)?;
        if i > 0 && sum == Decimal::ONE_HUNDRED {
            return Some(i + 1);
        }
    }
    None
}

fn one(facts: &Facts<'_>, list: &[usize]) -> Option<Claim> {
    let (place, passage) = facts.place(*list.first()?)?;
    let before = passage.sentence(place.sentence).start..place.number.start;
    if !names_structure(passage, before.clone()) && !is_divided(passage, before) {
        return None;
    }
    added(facts, list)
}

/// Whether some words divide a whole of which the first figure behind them is a share: `Phân theo kỳ hạn, cho vay ngắn
/// hạn chiếm`.
fn is_divided(passage: &Passage<'_>, before: Tokens) -> bool {
    let share = passage.cue_before(before.end, &[CueClass::Share]).is_some();
    let divides = passage.find(before.clone(), DIVIDES);
    divides.is_some_and(|cue| share && !passage.has(cue.end..before.end, &[CueClass::RatioNoun]))
}

/// Whether some words say that the shares behind them are a structure.
pub(super) fn names_structure(passage: &Passage<'_>, within: Tokens) -> bool {
    passage.has(within.clone(), &[CueClass::Structure])
        || passage.find(within, STRUCTURE_BY).is_some()
}

/// The shares of a structure, added up.
fn added(facts: &Facts<'_>, list: &[usize]) -> Option<Claim> {
    let (place, passage) = facts.place(*list.first()?)?;
    let before = passage.sentence(place.sentence).start..place.number.start;
    let records = list.iter().map(|r| &facts.records[*r]);
    let values: Vec<Decimal> = records.clone().map(|r| r.value).collect();
    let sum = values.iter().try_fold(Decimal::ZERO, |sum, v| sum.checked_add(*v))?;
    let mut steps = records.map(|r| printed_step(r) / Decimal::TWO);
    let rounding = steps.try_fold(Decimal::ZERO, |sum, s| sum.checked_add(s))?;
    let off = sum.checked_sub(Decimal::ONE_HUNDRED)?.abs();
    let block = place.block;
    let cuts_across = |r: &usize| {
        facts.lead(*r).is_some_and(|(lead, passage)| passage.speaks_of(lead, OVERLAPPING))
    };
    let overlaps = passage.speaks_of(before, OVERLAPPING)
        || list.iter().any(cuts_across)
        || facts.is_prose(block) && (changes(facts, list) || are_attributes(facts, list));
    let fits = off <= rounding.max(SLACK);
    if let Some(whole) = whole_before_end(&values) {
        return added(facts, &list[..whole]);
    }
    if list.len() < 2 || overlaps && !fits || (list.len() == 2 && off > rounding.max(STRAY)) {
        return None;
    }
    if sum > MOST || sum < Decimal::ONE_HUNDRED && off > STRAY {
        return None;
    }
    let style = Style::of(&facts.records[list[0]], &[]);
    let sides = format!("{} = {}", style.sum(&values), style.full(sum));
    let (verdict, detail) = if fits {
        (Verdict::Holds, sides)
    } else if sum > Decimal::ONE_HUNDRED {
        (Verdict::DoesNotHold, format!("{sides}, more than the whole"))
    } else {
        (Verdict::CannotBeTold, format!("{sides}: {} % may not be named", number(off)))
    };
    let whole = Relation::total(facts, list, Term::fixed(Decimal::ONE_HUNDRED));
    Some(facts.claim(KIND, list, verdict, detail).with(whole).impossible())
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_structure_adds_up_to_the_whole() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Cơ cấu kinh tế: nông nghiệp «41|%»%, công nghiệp «27|%»%, dịch vụ «32|%»%.",
                    "holds: 41 + 27 + 32 = 100 %",
                ),
                (
                    "Tỷ trọng nông nghiệp «41,5|%»%, công nghiệp «27,1|%»%, dịch vụ «31,3|%»%.",
                    "holds: 41,5 + 27,1 + 31,3 = 99,9 %",
                ),
                (
                    "Cơ cấu kinh tế: nông nghiệp «41,0|%»%, công nghiệp «27,0|%»%, dịch vụ «34,0|%»%.",
                    "does not hold: 41 + 27 + 34 = 102 %, more than the whole",
                ),
                (
                    "Cơ cấu kinh tế: nông nghiệp «41,0|%»%, công nghiệp «27,0|%»%, dịch vụ «30,0|%»%.",
                    "cannot be told: 41 + 27 + 30 = 98 %: 2 % may not be named",
                ),
                ("Nông nghiệp «41|%»%, công nghiệp «27|%»%, dịch vụ «34|%»%.", ""),
                ("Tỷ trọng nông nghiệp giảm từ «55|%»% xuống «45|%»%.", ""),
                ("Tỷ trọng công nghiệp «45|%»%, dịch vụ «40|%»%, tỷ lệ đô thị hóa «17|%»%.", ""),
                ("Tỷ trọng công nghiệp «45|%»%, dịch vụ «40|%»%.", ""),
                (
                    "Cơ cấu nguồn thu: thu từ hoạt động cho thuê chiếm «60|%»%, thu từ quỹ chiếm «35|%»%, thu khác chiếm «10|%»%.",
                    "does not hold: 60 + 35 + 10 = 105 %, more than the whole",
                ),
                (
                    "Cơ cấu vốn: ngân sách tỉnh «55|%»%, ngân sách huyện «25|%|target»%, nhân dân «30|%|target»%.",
                    "does not hold: 55 + 25 + 30 = 110 %, more than the whole",
                ),
                (
                    "Cơ cấu kinh tế: công nghiệp «55|%»%, dịch vụ «45|%»%; mục tiêu công nghiệp «60|%|target»%, dịch vụ «40|%|target»%.",
                    "holds: 55 + 45 = 100 %\nholds: 60 + 40 = 100 %",
                ),
                (
                    "Cơ cấu vườn cây: «70|%»% diện tích ghép giống mới, «60|%»% diện tích tưới nhỏ giọt.",
                    "",
                ),
                (
                    "Cơ cấu kinh tế: công nghiệp «45|%»% (dệt may «2|%»%), dịch vụ «30|%»%, nông nghiệp «25|%»%.",
                    "",
                ),
            ],
        );
    }
}
