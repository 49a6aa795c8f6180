//! # What it tests
//! What there was at the start, less what left, with what came, is what there is at the end.
//!
//! # Why
//! The end is counted anew, or one of the movements is taken the wrong way.
//!
//! # Example
//! `Đầu năm còn 3.412 hộ nghèo. Trong năm có 688 hộ thoát nghèo và phát sinh mới 43 hộ nghèo; đến
//! cuối năm còn 2.767 hộ` gives `3.412 - 688 + 43 = 2.767`.
//!
//! # Limits
//! All in one paragraph or two that follow it, and in one unit; of people each noun is one where a word beside it
//! says which way they go (`kết nạp 96 quần chúng`), or that they are those of the start (`số hội viên là 8.175 người`). The start and the end must be called so, and each figure
//! between them must have one word for which way it goes (`thoát`, `giải thể`; `phát sinh`,
//! `thành lập mới`; of money also `thu` and `chi`, said once for several); one that has none ends the claim. An end that is more than a quarter off means that not all
//! was told.

use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::print::Style;
use super::relation::{Relation, Sign, Term};
use super::stock_rows::in_tables;
use super::units::{are_people, folded, is_percent};
use super::words::text::{
    AT_END, AT_START, COMES, GIVES, LEAVES, LEFT, RAISED, SHORT_TIMES, SPENT, TAKES,
};
use crate::lexicon::UnitKind;
use crate::text::{TokenKind, Tokens};
use rust_decimal::Decimal;

pub(super) const KIND: &str = "stock";

/// How many figures a claim has at most.
const LIST: usize = 12;

/// How many paragraphs behind that of the start may hold the rest.
const BLOCKS: usize = 2;

/// How many tokens before a figure may say that it is one of the start or of the end.
const WORDS: usize = 24;

/// How many tokens beside a figure may say which way it goes.
const NEAR: usize = 8;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let told = (0..facts.records.len()).filter_map(|start| one(facts, start));
    told.chain(in_tables(facts)).collect()
}

fn one(facts: &Facts<'_>, start: usize) -> Option<Claim> {
    let (place, _) = facts.place(start).filter(|(p, _)| facts.is_prose(p.block))?;
    if !is_called(facts, start, AT_START) || !facts.is_level(start) {
        return None;
    }
    let first = &facts.records[start];
    let name = folded(first.unit.as_deref()?);
    let noun = name.split(' ').next()?;
    let same = |r: &usize| {
        let unit = folded(facts.records[*r].unit.as_deref().unwrap_or_default());
        unit.split(' ').next() == Some(noun)
    };
    let mut sum = (first.value, Bounds::of(first));
    let mut text = Vec::new();
    let mut ids = vec![start];
    let mut signed = vec![(Sign::Plus, Term::of(facts, start))];
    let all = start + 1..facts.records.len().min(start + LIST);
    let near = |r: &usize| {
        let block = facts.records[*r].source.block;
        block <= place.block + BLOCKS && facts.is_prose(block)
    };
    let money = first.unit_kind == UnitKind::Money;
    let mut way = None;
    for r in all.take_while(near) {
        let record = &facts.records[r];
        let told_of = || comes(facts, r).is_some() || is_called(facts, r, &[&name]);
        let people = || are_people(first) && are_people(record) && told_of();
        if is_percent(record) || !same(&r) && !people() {
            continue;
        }
        ids.push(r);
        if is_end(facts, r) && ids.len() > 2 {
            let verdict = sum.1.agrees(Bounds::of(record));
            let off = sum.0.checked_sub(record.value)?.abs().checked_mul(Decimal::from(4))?;
            if off > record.value {
                return None;
            }
            let style = Style::of(first, &[first.value, record.value, sum.0]);
            let terms: String = text.concat();
            let sides = format!("{}{terms} = {}", style.bare(first.value), style.bare(sum.0));
            let detail = format!("{sides}, the text says {}", style.full(record.value));
            signed.push((Sign::Minus, Term::of(facts, r)));
            let claim = facts.claim(KIND, &ids, verdict, detail);
            return Some(claim.with(Relation::Sum(signed)));
        }
        let bounds = Bounds::of(record);
        let style = Style::of(first, &[record.value]);
        // Of money that is spent on one thing and another the verb is said once.
        let again = way.filter(|_| money && facts.before(r).is_some());
        let comes = comes(facts, r).or_else(|| spent(facts, r, money)).or(again)?;
        way = Some(comes);
        signed.push((if comes { Sign::Plus } else { Sign::Minus }, Term::of(facts, r)));
        if comes {
            sum = (sum.0.checked_add(record.value)?, sum.1.plus(bounds));
            text.push(format!(" + {}", style.bare(record.value)));
        } else {
            sum = (sum.0.checked_sub(record.value)?, sum.1.minus(bounds));
            text.push(format!(" - {}", style.bare(record.value)));
        }
    }
    None
}

/// Whether money is spent: `chi làm đường hết 41 triệu`; of people `chi` is a branch.
fn spent(facts: &Facts<'_>, figure: usize, money: bool) -> Option<bool> {
    let (lead, passage) = facts.lead(figure).filter(|_| money)?;
    let leaves = passage.find(lead.clone(), SPENT).is_some();
    let comes = passage.find(lead, RAISED).is_some();
    (leaves != comes).then_some(comes)
}

/// Whether the words before a figure say that it is one of the start or of the end.
fn is_called(facts: &Facts<'_>, figure: usize, words: &[&str]) -> bool {
    words_before(facts, figure).is_some_and(|(before, passage)| {
        let told = passage.find(before, words);
        // `9 tháng đầu năm` is a time that ends later
        told.is_some_and(|told| !passage.said_before(told.start, SHORT_TIMES))
    })
}

/// Whether a figure is what there is at the end: by its words, or right behind `còn`.
fn is_end(facts: &Facts<'_>, figure: usize) -> bool {
    let left = || {
        facts
            .place(figure)
            .is_some_and(|(place, passage)| passage.said_before(place.number.start, LEFT))
    };
    is_called(facts, figure, AT_END) || left()
}

/// The words of the sentence before a figure up to the one before that counts the same. A number in words does not end
/// them, since it may be none: `đầu năm huyện có`.
fn words_before<'f, 'a>(facts: &'f Facts<'a>, figure: usize) -> Option<(Tokens, &'f Passage<'a>)> {
    let (place, passage) = facts.place(figure)?;
    let sentence = passage.sentence(place.sentence).start;
    let alike = |r: &usize| {
        facts.same_sentence(*r, figure)
            && facts.records[*r].unit == facts.records[figure].unit
            && facts.records[*r].source.text.bytes().any(|byte| byte.is_ascii_digit())
    };
    let last = facts.back(figure, LIST).find(alike).and_then(|r| facts.place(r));
    let start = last.map_or(sentence, |(last, _)| last.end);
    let start = start.max(place.number.start.saturating_sub(WORDS)).min(place.number.start);
    Some((start..place.number.start, passage))
}

/// Whether a figure comes to the stock or leaves it, where one word beside it says so.
fn comes(facts: &Facts<'_>, figure: usize) -> Option<bool> {
    let (place, passage) = facts.place(figure)?;
    let (lead, _) = facts.lead(figure)?;
    let stops = |at: usize| {
        passage.text.key(at) == "và"
            || passage.text.tokens.get(at).is_none_or(|token| token.kind == TokenKind::Mark)
    };
    let end = (place.number.end..place.number.end + NEAR).find(|at| stops(*at));
    let behind = place.number.end..end.unwrap_or(place.number.end + NEAR);
    let start = lead.clone().rev().take(NEAR).find(|at| stops(*at)).map_or(lead.start, |at| at + 1);
    let way = |within: Tokens| {
        let leaves = passage.find(within.clone(), LEAVES).is_some();
        let comes = passage.find(within, COMES).is_some();
        (leaves != comes).then_some(comes)
    };
    let verb = || {
        let said = |words| passage.said_before(place.number.start, words);
        (said(TAKES) != said(GIVES)).then(|| said(TAKES))
    };
    way(behind).or_else(|| way(start..lead.end)).or_else(verb)
}
