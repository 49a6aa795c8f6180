//! The people of an area as the whole of a share: `dân số toàn huyện là 102.400 người`, and some lines on `94.208 người,
//! nâng tỷ lệ bao phủ lên 92% dân số`.
//!
//! The paragraphs before tell one population and no other; the part stands right before a rate that names nothing else.
//! It refuses a share that is far from what they give: what was counted then came to the others, or is of another area.

use super::average::only;
use super::called::clause_before;
use super::facts::Facts;
use super::fraction_words::is_rate_clause;
use super::parts::are_apart;
use super::passage::Passage;
use super::percent::share;
use super::units::are_people;
use super::words::text::POPULATION;
use crate::record::Record;
use rust_decimal::Decimal;

/// How many paragraphs before may tell the population, and how many figures of them are read.
const PARAGRAPHS: usize = 3;
const FIGURES: usize = 20;

/// A share that is further from the computed one than a quarter is one of something else.
const FAR: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

/// Whether the words behind a share say that it is one of the people.
pub(super) fn is_of_population(passage: &Passage<'_>, behind: usize) -> bool {
    passage.says(behind, POPULATION).is_some()
}

/// The one population that was told before.
pub(super) fn population(facts: &Facts<'_>, said: usize) -> Option<usize> {
    let block = facts.place(said)?.0.block;
    let told = |r: &usize| {
        let record = &facts.records[*r];
        let near = record.source.block + PARAGRAPHS >= block;
        let called = clause_before(facts, *r)
            .is_some_and(|(clause, passage)| passage.find(clause, POPULATION).is_some());
        near && called
            && facts.is_prose(record.source.block)
            && facts.is_level(*r)
            && are_people(record)
    };
    only((said.saturating_sub(FIGURES)..said).filter(told))
}

/// The people right before a rate that is called by nothing else: `94.208 người, nâng tỷ lệ bao phủ lên`.
pub(super) fn insured(facts: &Facts<'_>, said: usize) -> Option<usize> {
    let part = facts.before(said).filter(|part| facts.is_level(*part))?;
    is_rate_clause(facts, part, said).then_some(part)
}

/// Whether a share is one of other people: far from that of the part and the whole, or of another time than theirs.
pub(super) fn is_of_others([part, whole, said]: [&Record; 3]) -> bool {
    let off = share(part.value, whole.value).and_then(|computed| computed.checked_sub(said.value));
    let far = off.and_then(|off| off.abs().checked_mul(FAR)).is_none_or(|off| off > said.value);
    far || are_apart(part, whole)
}
