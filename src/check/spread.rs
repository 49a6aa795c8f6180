//! # What it tests
//! A mean or a middle lies between the lowest and the highest that the text tells beside it.
//!
//! # Why
//! It cannot be otherwise, whatever the figures are.
//!
//! # Example
//! `tuổi bình quân là 52,6; trẻ nhất 31 tuổi, cao tuổi nhất 49 tuổi` gives
//! `31 to 49, the text says 52,6 in the middle`.
//!
//! # Limits
//! All of them in one sentence, or in one that begins right behind it, with the same unit and rate
//! and one word for each (`thấp nhất`, `cao nhất`, `bình quân`, `trung vị`) before the figure with no
//! comma between. Both ends must be told.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::print::number;
use super::units::alike;
use super::words::text::{HIGHEST, LOWEST, MIDDLE};

const KIND: &str = "spread";

/// How many figures from the first may belong together.
const LIST: usize = 5;

/// How many tokens before a figure may say which it is.
const NEAR: usize = 10;

/// Which of the figures of a spread one is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Lowest,
    Highest,
    Middle,
}

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|first| one(facts, first)).collect()
}

fn one(facts: &Facts<'_>, first: usize) -> Option<Claim> {
    sort(facts, first)?;
    let (start, _) = facts.place(first)?;
    let earlier = first.checked_sub(1).filter(|r| facts.same_sentence(*r, first));
    if earlier.is_some_and(|r| sort(facts, r).is_some()) {
        return None;
    }
    let all = first..facts.records.len().min(first + LIST);
    let here = all.take_while(|r| {
        facts
            .place(*r)
            .is_some_and(|(p, _)| p.block == start.block && p.sentence <= start.sentence + 1)
    });
    let sorted: Vec<(usize, Sort)> = here
        .filter(|r| {
            alike(&facts.records[*r], &facts.records[first])
                && facts.records[*r].per == facts.records[first].per
        })
        .filter_map(|r| Some((r, sort(facts, r)?)))
        .collect();
    let of = |wanted: Sort| {
        let mut found = sorted.iter().filter(|(_, sort)| *sort == wanted).map(|(r, _)| *r);
        let one = found.next();
        one.filter(|_| wanted == Sort::Middle || found.next().is_none())
    };
    let (low, high) = (of(Sort::Lowest), of(Sort::Highest));
    let middles: Vec<usize> =
        sorted.iter().filter(|(_, sort)| *sort == Sort::Middle).map(|(r, _)| *r).collect();
    let value = |r: usize| facts.records[r].value;
    let (low, high) = low.zip(high)?;
    let outside = |r: &usize| value(*r) < value(low) || value(*r) > value(high);
    let range = format!("{} to {}", number(value(low)), number(value(high)));
    if let Some(middle) =
        middles.iter().copied().find(outside).filter(|_| value(low) <= value(high))
    {
        let detail = format!("{range}, the text says {} in the middle", number(value(middle)));
        let claim = facts.claim(KIND, &[middle, low, high], Verdict::DoesNotHold, detail);
        return Some(claim.impossible());
    }
    let swapped = value(low) > value(high);
    let ids: Vec<usize> = [low, high].into_iter().chain(middles).collect();
    let verdict = if swapped { Verdict::DoesNotHold } else { Verdict::Holds };
    Some(facts.claim(KIND, &ids, verdict, range).impossible())
}

/// What the words beside a figure make it, the nearest ones first.
fn sort(facts: &Facts<'_>, figure: usize) -> Option<Sort> {
    let (lead, passage) = facts.lead(figure)?;
    let lists = [(Sort::Lowest, LOWEST), (Sort::Highest, HIGHEST), (Sort::Middle, MIDDLE)];
    let start = lead.start.max(lead.end.saturating_sub(NEAR));
    let mark = (start..lead.end).rev().find(|at| matches!(passage.text.key(*at), "," | ";" | ":"));
    let start = mark.map_or(start, |mark| mark + 1);
    let last = (start..lead.end).rev().find_map(|at| {
        lists.iter().find(|(_, words)| passage.says(at, words).is_some()).map(|(sort, _)| *sort)
    });
    last.filter(|_| facts.moved(figure).is_none())
}
