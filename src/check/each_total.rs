//! Whether an amount is called the total of those counted, each with so much: `tổng kinh phí`, `120 suất trị giá
//! 36 triệu`.
//!
//! It refuses what is owed, a total to which more comes, and beside a rate one of other things than were told.

use super::called::{clause_before, colours, said_behind};
use super::facts::Facts;
use super::passage::Passage;
use super::words::text::{ALL_OF, BESIDES, OF_OTHERS, OWED, USED_UP, WHOLE_AMOUNT, WORTH};
use crate::lexicon::CueClass;
use crate::text::Tokens;

/// How many tokens before a figure may tell what a total is of.
const TOLD: usize = 120;

/// Whether a total is called what was not told of those counted nor of what each gets: `tổng doanh thu của hợp tác
/// xã` behind `25.000 đồng/kg`.
fn names_another(facts: &Facts<'_>, told: [usize; 2], total: usize) -> bool {
    let Some((clause, passage)) = clause_before(facts, total) else { return true };
    let sentences = told.into_iter().filter_map(|r| {
        let (place, own) = facts.place(r)?;
        let start = own.sentence(place.sentence).start;
        Some(start.max(place.end.saturating_sub(TOLD))..place.end)
    });
    let told: Vec<Tokens> = sentences.collect();
    let known = |word: &str| {
        told.iter().any(|range| range.clone().any(|at| passage.text.key(at) == word))
            || WHOLE_AMOUNT.iter().any(|words| words.split(' ').any(|one| one == word))
    };
    colours(passage, clause).any(|word| !known(word))
}

/// `toàn phường phát hết`: all that an area gave or got.
fn is_of_area(passage: &Passage<'_>, clause: Tokens) -> bool {
    let Some(all) = passage.find(clause.clone(), ALL_OF) else { return false };
    passage.cue_at(all.end, &[CueClass::AreaKind]).is_some()
        && passage.find(all.end..clause.end, USED_UP).is_some()
}

/// Whether an amount is called the total of those counted: `tổng kinh phí`, `120 suất trị giá 36 triệu`.
pub(super) fn is_total(facts: &Facts<'_>, count: usize, each: usize, total: usize) -> bool {
    let Some((lead, passage)) = facts.lead(total) else { return false };
    let more =
        passage.find(lead.clone(), OWED).is_some() || passage.find(lead.clone(), BESIDES).is_some();
    let rate = facts.place(each).is_some_and(|(place, own)| own.text.key(place.end) == "/");
    if more || rate && names_another(facts, [count, each], total) {
        return false;
    }
    let right_behind = facts.before(total) == Some(count)
        && passage.find(lead.clone(), WORTH).is_some()
        && !passage.has_mark(lead.clone(), &[",", ";", "("]);
    let called = clause_before(facts, total).is_some_and(|(clause, _)| {
        let more = || {
            said_behind(facts, total).is_some_and(|words| passage.find(words, OF_OTHERS).is_some())
        };
        passage.find(clause.clone(), WHOLE_AMOUNT).is_some()
            || is_of_area(passage, clause) && !more()
    });
    let counted = || {
        let before = facts.before(total).filter(|before| *before == count);
        let (lead, passage) = before.and_then(|count| facts.lead(count))?;
        passage.find(lead, WHOLE_AMOUNT)
    };
    right_behind || called || counted().is_some()
}
