//! What a list of parts shows of being all of its total: how its last part is joined, whether its parts exclude
//! each other, and whether a number in it was not read.

use super::called::behind;
use super::facts::Facts;
use super::opening::CHOICE;
use super::passage::Passage;
use super::words::text::{MORE_OF_THEM, POVERTY};
use crate::lexicon::CueClass;

/// Whether `và` stands right before the last part and nothing is joined behind it, so that `khác` in its words
/// is said of it alone: `và 54 tin do các đơn vị khác chuyển đến`.
pub(super) fn is_closing(facts: &Facts<'_>, last: usize) -> bool {
    let (Some((lead, passage)), Some((tail, _))) = (facts.lead(last), facts.tail(last)) else {
        return false;
    };
    let end = passage.lead(lead.end);
    let and = end > lead.start && passage.text.key(end - 1) == "và";
    let opens = |at: &usize| passage.says(at + 1, MORE_OF_THEM).is_some();
    let more = tail.clone().filter(|at| passage.text.key(*at) == ",").any(|at| opens(&at));
    let joined = more
        || passage.has(tail.clone(), CHOICE)
        || passage.has_mark(tail.clone(), &["và", "cùng", "…"]);
    and && !joined
}

/// Whether each part is a class of poverty, so that none is within another: `hộ nghèo, hộ cận nghèo`.
pub(super) fn are_classes(facts: &Facts<'_>, parts: &[usize]) -> bool {
    parts.iter().all(|part| {
        behind(facts, *part)
            .zip(facts.place(*part))
            .is_some_and(|(words, (_, passage))| passage.find(words, POVERTY).is_some())
    })
}

/// Whether a number of a list was not read as one of its parts, nor as something else: one in
/// words without a record, or a bare one that no time word explains. A place in an order (`xếp nhì`) is
/// something else.
pub(super) fn is_unread(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    total: usize,
    parts: &[usize],
    at: usize,
) -> bool {
    let block = facts.records[total].source.block;
    let figure = facts.figures(block, at..at + 1).next();
    let ranked = passage.cue_before(at, &[CueClass::RankBefore, CueClass::Ordinal]).is_some();
    match figure {
        Some(figure) => facts.records[figure].unit.is_none() && !parts.contains(&figure) && !ranked,
        None => passage.counts_in_words(at),
    }
}
