//! What a remainder in a sentence of its own is left of: the whole and its part that were told before it.
//!
//! `Tòa thụ lý 624 vụ, đã giải quyết 587 vụ. Số án còn lại 37 vụ`: the sentence before, or the end of the
//! paragraph before, has two figures of its measure outside of brackets and no third, of which the second is done. Where a share that
//! holds tells that the second is a part of the first (`215 tấn … 193,5 tấn, tức 90%`), they may stand in two
//! sentences. After `còn … chưa` what is not done must be what was told of the part.

use super::Verdict;
use super::bounds::Bounds;
use super::called::colours;
use super::facts::Facts;
use super::undone::is_done;
use super::units::{alike, is_percent};
use super::words::text::{NOT_YET, THAT_IS, UNDONE};
use crate::lexicon::CueClass;

/// How many figures before the remainder are read.
const LOOK_BACK: usize = 8;

/// How many sentences before it they may stand in.
const SENTENCES: usize = 2;

/// How many words behind `chưa` say what is not done.
const WORDS: usize = 6;

/// The whole and the part of it that a remainder is left by.
pub(super) fn pair_before(facts: &Facts<'_>, left: usize, called: bool) -> Option<(usize, usize)> {
    let rest = &facts.records[left];
    let (place, passage) = facts.place(left)?;
    let (lead, _) = facts.lead(left)?;
    let like = |r: &usize| {
        let other = &facts.records[*r];
        let rate = other.per == rest.per || other.per.is_none() || rest.per.is_none();
        other.unit.is_some() && rest.unit.is_some() && alike(other, rest) && rate
    };
    let here = facts.back(left, LOOK_BACK).take_while(|r| facts.same_sentence(*r, left));
    if here.into_iter().any(|r| like(&r)) || passage.has(lead, &[CueClass::Among]) {
        return None;
    }
    let near = |r: &usize| {
        facts.place(*r).is_some_and(|(p, own)| match place.block - p.block {
            0 => p.sentence + SENTENCES >= place.sentence,
            1 => place.sentence == 0 && p.sentence + SENTENCES >= own.sentence_count(),
            _ => false,
        })
    };
    let before = (left.saturating_sub(LOOK_BACK)..left).rev();
    let before = before.take_while(near).filter(|r| facts.is_prose(facts.records[*r].source.block));
    let open = |r: &usize| facts.bracket(*r).is_none() && !is_percent(&facts.records[*r]);
    let pair: Vec<usize> = before.filter(|r| like(r) && open(r)).collect();
    let [part, whole] = pair[..] else { return None };
    let plain = pair.iter().all(|r| {
        let record = &facts.records[*r];
        record.of.or(record.high).is_none() && facts.is_level(*r)
    });
    let told = is_its_share(facts, part, whole)
        || facts.same_sentence(whole, part)
            && is_just_before(facts, part, left)
            && facts.records[whole].per == rest.per
            && is_done(facts, part);
    (plain && told && (called || is_what_was_done(facts, part, left))).then_some((whole, part))
}

/// Whether a share behind a figure says that it is a part of another, and holds.
fn is_its_share(facts: &Facts<'_>, part: usize, whole: usize) -> bool {
    let Some(share) = facts.after(part).filter(|r| is_percent(&facts.records[*r])) else {
        return false;
    };
    let [one, all, said] = [part, whole, share].map(|r| Bounds::of(&facts.records[r]));
    let marks = [CueClass::Share, CueClass::Equal, CueClass::Reaching];
    let that_is = facts.lead(share).is_some_and(|(lead, own)| own.said_before(lead.end, THAT_IS));
    let beside = facts.apposed(part, share, &marks).is_some() || that_is;
    beside && one.percent_of(all).agrees(said) == Verdict::Holds
}

/// Whether a figure stands in the sentence before the remainder, or in the last of the paragraph before.
fn is_just_before(facts: &Facts<'_>, part: usize, left: usize) -> bool {
    let (Some((a, own)), Some((b, _))) = (facts.place(part), facts.place(left)) else {
        return false;
    };
    match a.block == b.block {
        true => a.sentence + 1 == b.sentence,
        false => a.sentence + 1 == own.sentence_count(),
    }
}

/// Whether the words behind what is not done were told of the part: `đã thu gom 193 tấn … chưa được
/// thu gom`.
fn is_what_was_done(facts: &Facts<'_>, part: usize, left: usize) -> bool {
    let (Some((place, passage)), Some((lead, own))) = (facts.place(left), facts.lead(part)) else {
        return false;
    };
    let tail = facts.tail(part).map_or(0..0, |(tail, _)| tail);
    let told: Vec<&str> = colours(own, lead).chain(colours(own, tail)).collect();
    let sentence = passage.sentence(place.sentence);
    let behind = passage
        .find(place.end..place.end + WORDS, UNDONE)
        .map(|not| not.end.min(sentence.end)..(not.end + WORDS).min(sentence.end));
    let before = passage
        .find(sentence.start..place.number.start, NOT_YET)
        .map(|not| not.end..place.number.start);
    let Some(undone) = behind.or(before) else { return false };
    let mut words = colours(passage, undone).take(2).peekable();
    words.peek().is_some() && words.all(|word| told.contains(&word))
}
