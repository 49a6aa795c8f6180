//! A time set against the one that follows it: `đầu năm`, then `cuối năm`; `lúc mới lập`, then `nay`.
//!
//! The words before two figures decide, the first of them being the base of a change to the second. A figure of
//! now with a time of its own is none that follows a beginning.

use super::facts::Facts;
use super::when::{THIS_YEAR, when};
use super::words::text::{AT_FIRST, LATER, NOW, THEN};

/// How many tokens before a figure are read.
const REACH: usize = 30;

/// Whether the words before two figures set a time against the one that follows it: `đầu năm`, then
/// `cuối năm`.
pub(super) fn in_order(facts: &Facts<'_>, first: usize, second: usize) -> bool {
    let says = |figure: usize, word: &str| {
        facts.lead(figure).is_some_and(|(lead, passage)| passage.find(lead, &[word]).is_some())
    };
    THEN.iter().zip(LATER).any(|(then, later)| says(first, then) && says(second, later))
}

/// Whether the second of two figures is of now, and the first of a year or of a beginning: `lúc mới lập có 45
/// chị, nay có 135 chị`.
pub(super) fn is_of_now(facts: &Facts<'_>, first: usize, second: usize) -> bool {
    let says = |figure: usize, words: &[&str]| {
        facts.lead(figure).is_some_and(|(lead, passage)| {
            passage.find(lead.start.max(lead.end.saturating_sub(REACH))..lead.end, words).is_some()
        })
    };
    let dated =
        when(facts, first).is_some_and(|then| then.year.is_some_and(|year| year > THIS_YEAR));
    says(second, NOW)
        && !says(first, NOW)
        && (dated || says(first, AT_FIRST))
        && when(facts, second).is_none()
}
