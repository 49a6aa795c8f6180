//! # What it tests
//! An age and the year of birth beside it fit the year of the article.
//!
//! # Why
//! One of the two is copied from an older file.
//!
//! # Example
//! In an article of 2022, `52 tuổi, sinh năm 1979` gives `born in 1979 is 42 or 43 in 2022, the
//! text says 52`.
//!
//! # Limits
//! Both in one bracket or with a comma between, or with words that say that it is so by now (`sinh năm 1931, năm
//! nay đã 92 tuổi`, `nay bước sang tuổi 92`, also behind where somebody lives). One year more is let pass, as some count from the
//! year before birth; so are articles without a day.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::words::text::{ADDRESSES, BORN, BY_NOW};

const KIND: &str = "age";

/// How many tokens may stand between an age and the year of birth.
const NEAR: usize = 4;

/// How many tokens may stand between a year of birth and an age that a comma and such words open.
const APART: usize = 30;

/// How many tokens may say that an age is that of now.
const WORDS: usize = 9;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let published = facts.article.published.as_deref();
    let Some(now) = published.and_then(|day| day.get(..4)?.parse::<u32>().ok()) else {
        return Vec::new();
    };
    let mut claims = Vec::new();
    for block in 0..facts.blocks() {
        let Some(passage) = facts.passage(block) else { continue };
        for at in 0..passage.text.tokens.len() {
            let Some((said, year)) = behind(passage, at).or_else(|| before(passage, at)) else {
                continue;
            };
            let Some(age) = now.checked_sub(year) else { continue };
            let fits = (said..=said + 1).contains(&age) || age + 1 == said;
            let verdict = if fits { Verdict::Holds } else { Verdict::DoesNotHold };
            let younger = age.saturating_sub(1);
            let detail =
                format!("born in {year} is {younger} or {age} in {now}, the text says {said}");
            claims.push(facts.words_claim(KIND, (block, at), verdict, detail));
        }
    }
    claims
}

/// `52 tuổi, sinh năm 1979`
fn behind(passage: &Passage<'_>, at: usize) -> Option<(u32, u32)> {
    let (age, end) = age(passage, at)?;
    let born = (end..end + NEAR).find_map(|at| Some(at + passage.says(at, BORN)?))?;
    Some((age, year(passage, born)?))
}

/// `sinh năm 1979, 43 tuổi`
fn before(passage: &Passage<'_>, at: usize) -> Option<(u32, u32)> {
    let born = at + passage.says(at, BORN)?;
    let year = year(passage, born)?;
    let near = || (born + 1..born + 1 + NEAR).find_map(|at| age(passage, at));
    let turned = |at: usize| {
        let years = || (passage.text.key(at) == "tuổi").then(|| years_old(passage, at + 1))?;
        age(passage, at).or_else(years)
    };
    let now = || turned(by_now(passage, born + 1));
    let apart = || {
        let end = passage.sentence(passage.sentence_of(at)).end.min(born + APART);
        (born + 1..end).filter(|at| passage.text.key(*at) == ",").find_map(|mark| {
            let at = by_now(passage, mark + 1);
            let named = || turned(by_now(passage, behind_name(passage, at)?));
            age(passage, at).or_else(named).filter(|_| at > mark + 1)
        })
    };
    let (age, _) = near().or_else(now).or_else(apart)?;
    Some((age, year))
}

/// The token behind words that only say that it is so by now: `, năm nay đã`.
fn by_now(passage: &Passage<'_>, start: usize) -> usize {
    let mut at = start;
    while at < start + WORDS {
        let mark = matches!(passage.text.key(at), "," | "(" | "-");
        match passage.says(at, BY_NOW) {
            Some(len) => at += len,
            None if mark => at += 1,
            None => break,
        }
    }
    at
}

/// The token behind a person who is named again: `cụ Pành` in `năm nay cụ Pành đã bước sang tuổi 95`.
fn behind_name(passage: &Passage<'_>, at: usize) -> Option<usize> {
    ADDRESSES.contains(&passage.text.key(at)).then_some(())?;
    let named = |at: &usize| passage.text.tokens.get(*at).is_some_and(|token| token.capital);
    Some(at + 1 + (at + 1..at + 1 + NEAR).take_while(named).count())
}

fn age(passage: &Passage<'_>, at: usize) -> Option<(u32, usize)> {
    let (age, len) = years_old(passage, at)?;
    (passage.text.key(at + len) == "tuổi").then_some((age, at + len + 1))
}

pub(super) fn years_old(passage: &Passage<'_>, at: usize) -> Option<(u32, usize)> {
    passage.whole(at).filter(|(age, _)| (1..=120).contains(age))
}

fn year(passage: &Passage<'_>, at: usize) -> Option<u32> {
    passage.whole(at).map(|(year, _)| year).filter(|year| (1900..=2100).contains(year))
}
