//! The few things that a share is one of: `62,5% số thôn`, of the 15 that were told before; `93,1% trong số
//! đó`; `62,4% trong tổng số 17 thầy cô`.
//!
//! It refuses a name that is of only some of those counted (`số lao động nữ này`, of `1.200 lao động`), one of
//! a wider area, and a count that the share itself makes a part.

use super::facts::Facts;
use super::passage::Passage;
use super::survey::{asked, has_new_scope};
use super::whole::{Whole, begins_with_unit, named};
use super::words::text::{IN_NUMBER, LIMITS, OF_NUMBER, SCALES, SORTS, WHOLE, WIDER};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::Modifier;
use crate::text::{TokenKind, Tokens};
use rust_decimal::Decimal;

/// How many figures before the share are searched for the count.
const LOOK_BACK: usize = 10;

/// How many tokens name what is counted in a number of which no record was made, and its least value.
const NOUN: usize = 2;
const LEAST: u32 = 10;

/// How many tokens behind a share may say that it is one of more than was counted.
const NEAR: usize = 5;

/// How many there are, what they are, and the record of them where there is one.
pub(super) struct Counted {
    pub(super) total: Decimal,
    pub(super) things: String,
    pub(super) count: Option<usize>,
}

/// The things that a share is one of.
pub(super) fn counted(facts: &Facts<'_>, passage: &Passage<'_>, said: usize) -> Option<Counted> {
    if let Some(count) = recorded(facts, passage, said) {
        let whole = &facts.records[count];
        let things = whole.unit.clone().unwrap_or_default();
        return Some(Counted { total: whole.value, things, count: Some(count) });
    }
    let (total, things) = printed(facts, said)?;
    Some(Counted { total, things: things.to_owned(), count: None })
}

/// `62,4% trong tổng số 17 thầy cô`: the count behind the share, where no record was made of it, and what
/// is counted.
fn printed<'f>(facts: &'f Facts<'_>, said: usize) -> Option<(Decimal, &'f str)> {
    let (tail, passage) = facts.tail(said)?;
    let mut at = tail.start;
    while let Some(len) = passage.says(at, WHOLE).filter(|len| at + len <= tail.end) {
        at += len;
    }
    let called = at > tail.start && passage.find(tail.start..at, OF_NUMBER).is_some();
    let (count, len) = passage.whole(at).filter(|(count, _)| called && *count >= LEAST)?;
    let noun = at + len;
    let word = |at: usize| passage.text.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word);
    let last = tail.end.min(noun + NOUN);
    let end = (noun..last).find(|at| !word(*at)).unwrap_or(last);
    let unit = passage.unit(noun).is_none_or(|(_, unit)| unit.kind == UnitKind::Count);
    let other = [SORTS, SCALES].iter().any(|words| passage.says(noun, words).is_some());
    let plain = word(noun) && unit && !other;
    (plain && noun < tail.end).then(|| (Decimal::from(count), passage.text.slice(noun..end)))
}

/// The one exact count of the things that a share is one of, among the records.
fn recorded(facts: &Facts<'_>, passage: &Passage<'_>, said: usize) -> Option<usize> {
    if let Some(asked) = asked(facts, passage, said) {
        return Some(asked);
    }
    let name = match named(facts, said) {
        Some(Whole::Named(name)) => name,
        Some(Whole::Told) => return of_those(facts, said, facts.before(said)?),
        Some(Whole::Given(count)) => return of_those(facts, said, count),
        None => match bare(facts, said) {
            Some(name) => name,
            None => return of_those(facts, said, set_before(facts, said)?),
        },
    };
    let mut counts = facts
        .back(said, LOOK_BACK)
        .filter(|r| begins_with_unit(passage, &name, &facts.records[*r]) && is_count(facts, *r));
    let count = counts.next().filter(|count| is_exact(facts, *count))?;
    let part = facts
        .apposed(count, said, &[CueClass::Share, CueClass::Equal])
        .is_some_and(|how| how.tight);
    let fewer = narrower(facts, passage, &name, count);
    let alone = counts.next().is_none() && facts.is_level(count) && !part && !fewer;
    (alone && !has_new_scope(facts, count, said)).then_some(count)
}

/// `40 giáo viên, 93,1% trong số đó`, `93,1% trong tổng số 40 giáo viên`: the one count beside the share.
fn of_those(facts: &Facts<'_>, said: usize, count: usize) -> Option<usize> {
    let whole = &facts.records[count];
    let signs = [CueClass::Share, CueClass::Equal];
    let part = facts.apposed(count.min(said), said, &signs).is_some_and(|how| how.tight);
    let other = facts
        .before(count.min(said))
        .is_some_and(|r| facts.records[r].unit_kind == UnitKind::Count && facts.is_level(r));
    let things = whole.unit_kind == UnitKind::Count && whole.unit.is_some();
    let sort = facts
        .place(count)
        .is_some_and(|(place, passage)| passage.says(place.number.end, SORTS).is_some());
    let many = whole.value >= Decimal::TEN && !sort;
    (things && many && is_exact(facts, count) && facts.is_level(count) && !part && !other)
        .then_some(count)
}

/// `Trong số 22 cán bộ xã, 68,9% đã qua đào tạo`: those of whom a sentence speaks, where nothing right behind the
/// share is called.
fn set_before(facts: &Facts<'_>, said: usize) -> Option<usize> {
    let count = facts.before(said)?;
    let (place, passage) = facts.place(count)?;
    let (lead, _) = facts.lead(said)?;
    let (tail, _) = facts.tail(said)?;
    let start = passage.sentence(place.sentence).start;
    let among = passage.says(start, IN_NUMBER).map(|len| start + len);
    let verbs = [CueClass::Done, CueClass::Passive, CueClass::Negation];
    let bare = passage.cue_at(tail.start, &verbs).is_some();
    let next = lead.end.checked_sub(1).filter(|at| passage.text.key(*at) == ",")?;
    let near = next < place.end + NEAR && !passage.has_mark(place.end..next, &[",", ";", "("]);
    (among == Some(place.number.start) && bare && near).then_some(count)
}

/// Whether a name is of only some of those counted: `số lao động nữ này`, of `1.200 lao động`.
fn narrower(facts: &Facts<'_>, passage: &Passage<'_>, name: &Tokens, count: usize) -> bool {
    let limit = passage.find(name.clone(), LIMITS);
    let own = facts.lead(count).zip(facts.tail(count));
    limit.is_some_and(|limit| {
        own.is_none_or(|((lead, earlier), (tail, _))| {
            let word = passage.text.key(limit.start);
            !(lead.start..tail.end).any(|at| earlier.text.key(at) == word)
        })
    })
}

fn is_count(facts: &Facts<'_>, count: usize) -> bool {
    let count = &facts.records[count];
    let whole = count.value.is_integer() && count.value > Decimal::ONE;
    whole && count.modifier == Modifier::Exact
}

pub(super) fn is_exact(facts: &Facts<'_>, count: usize) -> bool {
    is_count(facts, count) && facts.records[count].of.or(facts.records[count].high).is_none()
}

/// The words behind a share that only repeat what was counted right before it: `có 32 học viên; 82,5%
/// học viên xếp loại khá`.
fn bare(facts: &Facts<'_>, said: usize) -> Option<Tokens> {
    let count = &facts.records[facts.before(said)?];
    let (tail, passage) = facts.tail(said)?;
    let near = tail.start..tail.end.min(tail.start + NEAR);
    let few = count.value <= Decimal::ONE_HUNDRED && count.unit.is_some();
    let same = few && begins_with_unit(passage, &tail, count);
    (same && passage.find(near, WIDER).is_none()).then_some(tail)
}
