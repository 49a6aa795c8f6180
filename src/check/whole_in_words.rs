//! The whole of a share in words: `hơn một nửa số hộ`, `chưa đến một phần ba tổng số`.
//!
//! It is the figure that `trong đó` makes the part one of; else the only other one of its measure in the sentence and the
//! one before, and what the share says that it is of (`một nửa số hộ`) is what that figure is called, or the part is one
//! of it (`trong 48 xe được kiểm tra có 15 xe`), or it is a plan or amount of which the part was done, or stands right
//! before the share, or the part is said to be one of them (`268 tàu trong diện này`). What `chiếc` counts may be any thing. A bare `tổng số` is the first and largest figure of that measure. Where the part opens its clause,
//! so that its verb must follow, the name of the whole ends before that (`96 hộ tức hai phần ba số hộ trong thôn phải
//! mua nước`).

use super::average::only;
use super::facts::Facts;
use super::share_base::bases;
use super::undone::is_done;
use super::units::{folded, same_measure};
use super::whole::{Whole, candidates, named};
use super::whole_name::is_bare_measure;
use super::words::text::{CLASSIFIERS, MEASURES, PREDICATE, THESE, TOTAL_OF};
use crate::lexicon::{CueClass, UnitKind};
use crate::text::{TokenKind, Tokens};

/// How many figures before a share are searched for its whole.
const LOOK_BACK: usize = 3;

/// How many before a part for the only one that it may be of.
const EARLIER: usize = 8;

/// Whether what a share is of is a measure and nothing else: `hai phần ba diện tích`.
fn is_of_measure(facts: &Facts<'_>, said: usize) -> bool {
    let unit = facts.records[said].unit.as_deref().unwrap_or_default();
    MEASURES.contains(&folded(unit).as_str())
        && facts.place(said).is_some_and(|(place, passage)| {
            matches!(passage.text.key(place.end), "." | "," | ";" | "(")
        })
}

/// Whether a share is of all of them, called by nothing else: `chưa đến một phần ba tổng số`.
fn is_of_all(facts: &Facts<'_>, said: usize) -> bool {
    facts.place(said).is_some_and(|(place, passage)| {
        let behind = passage.says(place.end, TOTAL_OF).map(|len| place.end + len);
        let next = behind.and_then(|at| passage.text.tokens.get(at));
        behind.is_some() && next.is_none_or(|token| token.kind == TokenKind::Mark)
    })
}

/// The name of a whole without the predicate behind it, where the part opens its clause, so that its verb must follow:
/// `96 hộ tức hai phần ba số hộ trong thôn phải mua nước`.
fn of_subject(facts: &Facts<'_>, part: usize, name: &Tokens) -> Option<Tokens> {
    let (place, passage) = facts.place(part)?;
    let start = passage.lead(place.number.start);
    let opens = start == passage.sentence(place.sentence).start
        || matches!(passage.text.key(start.wrapping_sub(1)), ";" | ":");
    let verb = name.clone().rev().find(|at| passage.says(*at, PREDICATE).is_some())?;
    (opens && verb > name.start).then_some(name.start..verb)
}

/// Whether the words behind a part say that it is one of those told before: `268 tàu trong diện này đã gắn máy`.
fn points_back(facts: &Facts<'_>, part: usize) -> bool {
    facts.tail(part).is_some_and(|(tail, passage)| {
        let word = |at: &usize| passage.text.tokens[*at].kind == TokenKind::Word;
        tail.take_while(word).any(|at| passage.says(at, THESE).is_some())
    })
}

/// What the part is a share of.
pub(super) fn whole_of(facts: &Facts<'_>, said: usize, part: usize) -> Option<usize> {
    let first = part.min(said);
    let (place, passage) = facts.place(first)?;
    let classifier = facts.records[part].unit.as_deref().is_some_and(|u| CLASSIFIERS.contains(&u));
    let like = |r: &usize| {
        let thing = classifier && facts.records[*r].unit_kind == UnitKind::Count;
        (thing || same_measure(&facts.records[*r], &facts.records[part]))
            && facts.is_level(*r)
            && facts.place(*r).is_some_and(|(p, _)| p.sentence + 1 >= place.sentence)
    };
    let (lead, _) = facts.lead(first)?;
    if passage.has(lead, &[CueClass::Among]) {
        return facts.back(first, LOOK_BACK).find(|r| like(r) && facts.same_sentence(*r, first));
    }
    let told: Vec<usize> = facts.back(first, EARLIER).filter(like).collect();
    if is_of_all(facts, said) {
        let largest = told.iter().copied().max_by_key(|r| facts.records[*r].value);
        return largest.filter(|r| told.last() == Some(r));
    }
    let whole = only(told.into_iter())?;
    if facts.records[part].part_of.as_deref() == Some(&facts.records[whole].id) {
        return Some(whole);
    }
    let is_meant = match named(facts, said) {
        Some(Whole::Named(name)) => {
            facts.place(said).is_some_and(|(_, passage)| is_bare_measure(passage, &name))
                || candidates(facts, said, &name).contains(&whole)
                || of_subject(facts, part, &name)
                    .is_some_and(|name| candidates(facts, said, &name).contains(&whole))
        }
        Some(Whole::Given(figure)) => figure == whole,
        Some(Whole::Told) => true,
        None if is_of_measure(facts, said) => true,
        None => {
            let (tail, passage) = facts.tail(said)?;
            let ends = matches!(passage.text.key(tail.start), "." | "," | ";" | ")");
            let given = facts
                .lead(whole)
                .is_some_and(|(lead, passage)| passage.has(lead, &[CueClass::Plan]));
            let used = given || is_done(facts, part) && !is_done(facts, whole);
            let (lead, passage) = facts.lead(said)?;
            let next = facts.before(said) == Some(whole) && passage.lead(lead.end) > lead.start;
            let right = next && passage.text.key(passage.lead(lead.end) - 1) == ",";
            let set = bases(facts, part, false) == [whole] && ends;
            set || ends && points_back(facts, part)
                || facts.same_sentence(whole, first) && (ends && used || right)
        }
    };
    is_meant.then_some(whole)
}
