//! # What it tests
//! The age of somebody fits the year of birth that was told sentences before.
//!
//! # Why
//! The year of birth is copied from a file, the age is worked out in the head.
//!
//! # Example
//! `bà Vi Thị Thoa (sinh năm 1957) … Xuân 2023, ở tuổi 76, bà vẫn leo đồi` gives
//! `born in 1957 is 65 or 66 in 2023, the text says 76`.
//!
//! # Limits
//! The article tells one year of birth, behind a form of address (`bà`), and one age in a sentence with that form of
//! address right beside it as its subject, and with no other person's name behind one. The time is a year before the age in its sentence, or that of
//! the article where the words say that it is so by now (`năm nay`, `vẫn`). A year more or less is let pass.

use super::Verdict;
use super::age::years_old;
use super::average::only;
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::words::text::{ADDRESSES, BORN, BY_NOW, STILL};
use crate::text::{TokenKind, Tokens};

const KIND: &str = "age";

/// How many tokens before a year of birth may name the person, and how far from an age a form of address may stand.
const NAME: usize = 10;
const NEAR: usize = 14;

/// How many tokens right behind an age may say that it is so by now: `ở tuổi 83, ông vẫn`, but not `ở tuổi 20, ông vào
/// bộ đội, nay`.
const BESIDE: usize = 4;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    one(facts).into_iter().collect()
}

fn one(facts: &Facts<'_>) -> Option<Claim> {
    let blocks = || (0..facts.blocks()).filter_map(|block| Some((block, facts.passage(block)?)));
    let births = blocks().flat_map(|(block, passage)| {
        let all = 0..passage.text.tokens.len();
        all.filter_map(move |at| {
            let end = at + passage.says(at, BORN)?;
            Some((block, passage, at, passage.year(end)?))
        })
    });
    let (birth, own, at, year) = only(births)?;
    let known = own.sentence_of(at);
    let before = own.sentence(known).start.max(at.saturating_sub(NAME))..at;
    let address = before.rev().find(|at| ADDRESSES.contains(&own.text.key(*at)))?;
    let called = own.text.key(address);
    let ages = blocks().filter(|(block, _)| *block >= birth).flat_map(|(block, passage)| {
        let first = if block == birth { own.sentence(known).end } else { 0 };
        let all = first..passage.text.tokens.len();
        all.filter_map(move |at| {
            let (said, tokens) = age(passage, at)?;
            is_of(passage, &tokens, called).then_some((block, passage, said, tokens))
        })
    });
    let (block, passage, said, tokens) = only(ages)?;
    let now = time(facts, passage, &tokens)?;
    let age = now.checked_sub(year)?;
    let fits = age.abs_diff(said) <= 1;
    let verdict = if fits { Verdict::Holds } else { Verdict::DoesNotHold };
    let younger = age.saturating_sub(1);
    let detail = format!("born in {year} is {younger} or {age} in {now}, the text says {said}");
    Some(facts.words_claim(KIND, (block, tokens.start), verdict, detail))
}

/// `ở tuổi 76`, `76 tuổi`.
fn age(passage: &Passage<'_>, at: usize) -> Option<(u32, Tokens)> {
    let named = passage.text.key(at) == "tuổi";
    let (said, len) = years_old(passage, at + usize::from(named))?;
    let end = at + usize::from(named) + len;
    let behind = passage.text.key(end) == "tuổi";
    let plain = passage.lead(at) == at && (named || behind);
    (plain && !(named && behind)).then_some((said, at..end))
}

/// Whether the sentence of an age speaks of the person by the form of address alone.
fn is_of(passage: &Passage<'_>, age: &Tokens, called: &str) -> bool {
    let sentence = passage.sentence(passage.sentence_of(age.start));
    let near = sentence.start.max(age.start.saturating_sub(NEAR))..sentence.end.min(age.end + NEAR);
    let is_address = |at: &usize| ADDRESSES.contains(&passage.text.key(*at));
    let is_named = |at: usize| {
        let next = passage.text.tokens.get(at + 1);
        next.is_some_and(|token| token.capital && token.kind == TokenKind::Word)
    };
    let comma = usize::from(passage.text.key(age.end) == ",");
    let behind = age.end + comma;
    let mut before = age.start;
    while let Some(len) = (1..=3).find(|len| {
        let start = before.checked_sub(*len);
        start.is_some_and(|at| passage.says(at, BY_NOW) == Some(*len))
    }) {
        before -= len;
    }
    let is_subject = |at: usize| {
        let opens = at == sentence.start || passage.text.tokens[at - 1].kind == TokenKind::Mark;
        opens
            || (1..=2).any(|len| {
                at.checked_sub(len).is_some_and(|t| passage.says(t, BY_NOW) == Some(len))
            })
    };
    let is_called = |at: usize| passage.text.key(at) == called && !is_named(at);
    let told = is_called(behind)
        || before.checked_sub(1).is_some_and(|at| is_called(at) && is_subject(at));
    told && !near.filter(is_address).any(is_named)
}

/// The year that an age is told of.
fn time(facts: &Facts<'_>, passage: &Passage<'_>, age: &Tokens) -> Option<u32> {
    let sentence = passage.sentence(passage.sentence_of(age.start));
    let mut told = (sentence.start..sentence.end).filter_map(|at| Some((at, passage.year(at)?)));
    if let Some((at, year)) = told.next() {
        return (told.next().is_none() && at < age.start).then_some(year);
    }
    let before = sentence.start.max(age.start.saturating_sub(NEAR))..age.start;
    let behind = age.end..sentence.end.min(age.end + BESIDE);
    passage.find(before, STILL).or_else(|| passage.find(behind, STILL))?;
    facts.article.published.as_deref()?.get(..4)?.parse().ok()
}
