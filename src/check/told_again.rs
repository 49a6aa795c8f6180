//! # What it tests
//! What is counted twice in an article, and by the same words nowhere else, has the same number.
//!
//! # Why
//! A caption, or what somebody is quoted for, is typed anew, and two digits change places.
//!
//! # Example
//! `Khu tái định cư có 63 căn nhà` and, under the picture, `Khu tái định cư bản Nà Hừ với 36 căn nhà` gives
//! `63 and 36 căn nhà`; `34 doanh nghiệp với 1.520 vị trí` and `1.250 vị trí do 34 doanh nghiệp` gives
//! `1.520 and 1.250 vị trí`.
//!
//! # Limits
//! Two figures of one noun, the only ones of it in the article, in two paragraphs: one is the other with two
//! digits swapped, both are exact and no parts, changes or plans. Their clauses begin with the same three
//! words, what is said behind them is the same, or their sentences have another figure in common, of the same
//! number and noun. Two figures of different days or places, or with two names before them, are two facts.

use super::Verdict;
use super::called::{clause_before, colours, said_behind};
use super::claim::Claim;
use super::facts::Facts;
use super::print::Style;
use super::relation::{Relation, Term};
use super::slip::{Hand, hand};
use super::units::{folded, is_percent};
use super::words::text::LIGHT;
use crate::lexicon::{CueClass, UnitKind};
use crate::record::{Modifier, Record};
use crate::text::TokenKind;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

const KIND: &str = "told_twice";

/// The least number of which swapped digits are told from another fact, and the least one that two
/// sentences have in common.
const LEAST: Decimal = Decimal::from_parts(12, 0, 0, false, 0);
const COMMON: Decimal = Decimal::TEN;

/// How many words of a subject must be the same.
const SUBJECT: usize = 3;

/// How many syllables of a noun must be the same: `vị trí việc làm`, `vị trí tuyển dụng`.
const NOUN: usize = 2;

/// How many tokens before a figure may name its place or bearer.
const NAME: usize = 16;

/// How many figures before and behind one are read.
const AROUND: usize = 6;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut nouns: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (r, record) in facts.records.iter().enumerate() {
        nouns.entry(noun(record)).or_default().push(r);
    }
    let mut claims: Vec<Claim> = nouns
        .iter()
        .filter(|(noun, told)| !noun.is_empty() && told.len() == 2)
        .filter_map(|(_, told)| one(facts, told[0], told[1]))
        .collect();
    claims.sort_by_key(|claim| claim.at);
    claims
}

fn one(facts: &Facts<'_>, a: usize, b: usize) -> Option<Claim> {
    let [first, second] = [a, b].map(|r| &facts.records[r]);
    let swapped = hand(first.value, second.value) == Some(Hand::Swapped);
    let apart = first.source.block != second.source.block;
    let same_place = first.place.is_none() || second.place.is_none() || first.place == second.place;
    let facts_both = is_fact(facts, a) && is_fact(facts, b) && !of_two_names(facts, a, b);
    let met = same_subject(facts, a, b) || same_words(facts, a, b) || in_common(facts, a, b);
    if !(swapped && apart && same_place && same_time(first, second) && facts_both && met) {
        return None;
    }
    let style = Style::of(first, &[first.value, second.value]);
    let detail = format!("{} and {}", style.bare(first.value), style.full(second.value));
    let [x, y] = [a, b].map(|figure| Term::of(facts, figure));
    let claim = facts.claim(KIND, &[a, b], Verdict::DoesNotHold, detail);
    Some(claim.with(Relation::same(x, y)))
}

/// The first syllables of what is counted.
fn noun(record: &Record) -> String {
    let unit = folded(record.unit.as_deref().unwrap_or_default());
    let counted = record.unit_kind == UnitKind::Count && !is_percent(record);
    let syllables: Vec<&str> = unit.split(' ').take(NOUN).filter(|_| counted).collect();
    syllables.join(" ")
}

fn is_fact(facts: &Facts<'_>, figure: usize) -> bool {
    let record = &facts.records[figure];
    let others = [CueClass::Among, CueClass::Rest, CueClass::Aim, CueClass::Plan, CueClass::Each];
    record.modifier == Modifier::Exact
        && record.of.or(record.high).is_none()
        && record.per.is_none()
        && record.value >= LEAST
        && facts.is_prose(record.source.block)
        && facts.moved(figure).is_none()
        && facts.lead(figure).is_some_and(|(lead, passage)| !passage.has(lead, &others))
}

fn same_time(a: &Record, b: &Record) -> bool {
    a.period.as_ref().zip(b.period.as_ref()).is_none_or(|(a, b)| {
        (a.start, a.end) == (b.start, b.end) || a.text.is_empty() || b.text.is_empty()
    })
}

/// Whether the clauses before two figures begin with the same words: `Khu tái định cư có`, `Khu tái định cư
/// bản Nà Hừ với`.
fn same_subject(facts: &Facts<'_>, a: usize, b: usize) -> bool {
    let subject = |figure: usize| {
        let (clause, passage) = clause_before(facts, figure)?;
        let words = clause.filter(|at| passage.text.tokens[*at].kind == TokenKind::Word);
        let words: Vec<String> =
            words.take(SUBJECT).map(|at| passage.text.key(at).to_owned()).collect();
        let heavy = words.iter().all(|word| !LIGHT.contains(&word.as_str()));
        (words.len() == SUBJECT && heavy).then_some(words)
    };
    subject(a).is_some_and(|words| subject(b) == Some(words))
}

/// Whether the words before two figures name two places or bearers.
fn of_two_names(facts: &Facts<'_>, a: usize, b: usize) -> bool {
    let names = |figure: usize| -> Vec<String> {
        let Some((place, passage)) = facts.place(figure) else { return Vec::new() };
        let start = passage.sentence(place.sentence).start;
        let near = (start + 1).max(place.number.start.saturating_sub(NAME))..place.number.start;
        let named = near.filter(|at| passage.text.tokens[*at].capital);
        named.map(|at| passage.text.key(at).to_owned()).collect()
    };
    let (a, b) = (names(a), names(b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|name| b.contains(name))
}

/// Whether all that is said behind one figure is said behind the other: `236 thanh niên lên đường nhập ngũ`, `263
/// thanh niên của huyện lên đường nhập ngũ`.
fn same_words(facts: &Facts<'_>, a: usize, b: usize) -> bool {
    let words = |figure: usize| {
        let (_, passage) = facts.place(figure)?;
        let behind = said_behind(facts, figure)?;
        Some(colours(passage, behind).map(str::to_owned).collect::<Vec<_>>())
    };
    words(a).zip(words(b)).is_some_and(|(a, b)| {
        let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        few.len() >= NOUN && few.iter().all(|word| many.contains(word))
    })
}

/// Whether the sentences of two figures tell one more number of the same noun.
fn in_common(facts: &Facts<'_>, a: usize, b: usize) -> bool {
    let beside = |figure: usize| {
        let around = figure.saturating_sub(AROUND)..facts.records.len().min(figure + AROUND);
        around.filter(move |r| *r != figure && facts.same_sentence(*r, figure))
    };
    let telling = |r: &Record| r.value >= COMMON && !noun(r).is_empty();
    beside(a).any(|x| {
        let x = &facts.records[x];
        telling(x)
            && beside(b).any(|y| {
                let y = &facts.records[y];
                x.value == y.value && noun(x) == noun(y)
            })
    })
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn what_is_counted_twice_has_one_number() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Làng thanh niên lập nghiệp có «74|căn nhà».\nLàng thanh niên lập nghiệp A Lưới với «47|căn nhà» mới.",
                    "does not hold: 74 and 47 căn nhà",
                ),
                (
                    "Phiên chợ có «28|gian hàng» và «1.340|sản phẩm».\nTheo ban tổ chức, «28|gian hàng» bày «1.430|sản phẩm».",
                    "does not hold: 1.340 and 1.430 sản phẩm",
                ),
                ("Làng thanh niên lập nghiệp có «74|căn nhà».\nXã hỗ trợ «47|căn nhà» mới.", ""),
                (
                    "Làng thanh niên lập nghiệp có «74|căn nhà», «12|căn nhà» mới.\nLàng thanh niên lập nghiệp A Lưới với «47|căn nhà» mới.",
                    "",
                ),
            ],
        );
    }
}
