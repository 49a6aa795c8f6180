//! The whole of a share that names none: the one that was told before its part.
//!
//! `trong đó` (also at the head of the next sentence), `trong số các hộ vay vốn` and `trong 340 ha …,
//! 204 ha` say so; and a total that the part is a kind of: `600 hộ, 150 hộ làm nghề mộc, chiếm 25%`,
//! `tổng dư nợ đạt 400 tỷ đồng, dư nợ ngắn hạn 260 tỷ đồng, chiếm 65%`. It refuses parts that are no
//! kind of the figure before: `120 hộ nghèo, 150 hộ cận nghèo, chiếm 9%`.

use super::called::{clause_before, said_behind};
use super::facts::Facts;
use super::passage::Passage;
use super::units::{alike, is_percent, same_measure};
use super::whole::{candidates, named_whole};
use super::words::text::{AMONG_THOSE, THOSE_THAT, TOTAL_OF};
use crate::lexicon::{CueClass, UnitKind};
use crate::text::Tokens;

/// How many totals above a part may be meant by its share.
const LEVELS: usize = 3;

/// How many figures before a part are searched for its whole.
const LOOK_BACK: usize = 4;

/// How many sentences back a whole may stand that `trong số đó` points to.
const SENTENCES: usize = 2;

/// The wholes that a part may be one of, the nearest first; without a word for a share (`chiếm`) only
/// those that the words make it a part of.
pub(super) fn bases(facts: &Facts<'_>, part: usize, is_share: bool) -> Vec<usize> {
    if let Some(name) = named_whole(facts, part) {
        return candidates(facts, part, &name);
    }
    let among = told_before(facts, part);
    if !among.is_empty() {
        return among;
    }
    if opens_with_those(facts, part) {
        return in_sentence_before(facts, part);
    }
    let kind = || kind_of(facts, part).filter(|_| is_share);
    set_before(facts, part).or_else(kind).into_iter().collect()
}

/// The figure that `trong đó` makes this one a part of, and the one that it is itself a part of.
fn told_before(facts: &Facts<'_>, part: usize) -> Vec<usize> {
    let among = |r: usize| {
        facts.lead(r).is_some_and(|(lead, passage)| passage.has(lead, &[CueClass::Among]))
    };
    let above = |part: &usize| {
        facts.level_before(*part, *part).filter(|whole| among(*part) && *whole + 1 == *part)
    };
    std::iter::successors(above(&part), above).take(LEVELS).collect()
}

/// Whether the sentence of a part begins with what points back: `Trong số đó, 12 hộ`.
fn opens_with_those(facts: &Facts<'_>, part: usize) -> bool {
    facts.before(part).is_none()
        && facts.lead(part).is_some_and(|(lead, passage)| {
            passage.says(lead.start, AMONG_THOSE).is_some()
                || passage.says(lead.start, THOSE_THAT).is_some()
        })
}

/// The levels of the last sentence with figures that a part measures.
fn in_sentence_before(facts: &Facts<'_>, part: usize) -> Vec<usize> {
    let Some((own, _)) = facts.place(part) else { return Vec::new() };
    let before = facts.back(part, LOOK_BACK).next().and_then(|r| facts.place(r));
    let Some((last, _)) = before.filter(|(p, _)| p.sentence + SENTENCES >= own.sentence) else {
        return Vec::new();
    };
    let here = facts.back(part, LOOK_BACK);
    here.take_while(|r| facts.place(*r).is_some_and(|(p, _)| p.sentence == last.sentence))
        .filter(|r| is_whole(facts, *r, part))
        .collect()
}

/// `Trong 340 ha lúa chất lượng cao, 204 ha được bao tiêu`
fn set_before(facts: &Facts<'_>, part: usize) -> Option<usize> {
    let whole = facts.before(part).filter(|whole| is_whole(facts, *whole, part))?;
    let (place, passage) = facts.place(whole)?;
    let (_, cue) = passage.cue_before(place.number.start, &[CueClass::AmongNumber])?;
    let opens = cue.start == passage.sentence(place.sentence).start
        || matches!(passage.text.key(cue.start.wrapping_sub(1)), "," | ";" | ":");
    opens.then_some(whole)
}

/// The figure right before a part that counts what the part is a kind of.
fn kind_of(facts: &Facts<'_>, part: usize) -> Option<usize> {
    let whole = facts.back(part, 1).next().filter(|whole| is_whole(facts, *whole, part))?;
    let [(own, passage), (above, _)] = [facts.place(part)?, facts.place(whole)?];
    let (lead, _) = facts.lead(part)?;
    let first = facts.back(whole, 1).all(|r| {
        !facts.same_sentence(r, whole) || !same_measure(&facts.records[r], &facts.records[whole])
    });
    let joined = passage.has(lead.clone(), &[CueClass::And, CueClass::WithWord])
        && !passage.has(lead.clone(), &[CueClass::Has, CueClass::Level]);
    let apart = own.sentence > above.sentence || passage.has_mark(lead.clone(), &[",", ";", ":"]);
    let near = own.sentence <= above.sentence + 1;
    let kind = is_total(facts, whole, part) || is_kind(facts, whole, part);
    (first && apart && near && !joined && kind).then_some(whole)
}

/// Whether a figure may be the whole of a part: a level of its measure that is no smaller.
fn is_whole(facts: &Facts<'_>, whole: usize, part: usize) -> bool {
    let [all, one] = [whole, part].map(|r| &facts.records[r]);
    !is_percent(all)
        && all.of.or(all.high).is_none()
        && same_measure(all, one)
        && all.value >= one.value
        && facts.is_level(whole)
        && facts.bracket(whole).is_none()
}

/// Whether the words of a part begin like those of the whole, and say more; or leave out what is
/// counted.
fn is_kind(facts: &Facts<'_>, whole: usize, part: usize) -> bool {
    let (Some((lead, passage)), Some(named)) = (facts.lead(part), said_behind(facts, part)) else {
        return false;
    };
    let Some((_, earlier)) = facts.place(whole) else { return false };
    let Some(called) = said_behind(facts, whole) else { return false };
    let those = clause_before(facts, part)
        .is_some_and(|(clause, _)| passage.says(clause.start, THOSE_THAT).is_some());
    let [all, one] = [whole, part].map(|r| &facts.records[r]);
    let same_unit = alike(all, one);
    let begins = called.len() <= named.len()
        && called
            .clone()
            .zip(named.clone())
            .all(|(a, b)| earlier.text.key(a) == passage.text.key(b));
    let says_more = named.len() > called.len() || !lead_is_bare(passage, lead);
    let there = earlier_has(facts, whole);
    let is_noun = all.unit_kind == UnitKind::Count && there || !called.is_empty();
    those && called.is_empty() || same_unit && is_noun && begins && says_more
}

/// Whether a figure is said to be there (`có 600 hộ`), not to have been brought about.
fn earlier_has(facts: &Facts<'_>, whole: usize) -> bool {
    facts.place(whole).is_some_and(|(place, passage)| {
        passage.cue_before(place.number.start, &[CueClass::Has]).is_some()
    })
}

/// Whether the words before a figure say nothing but that it is there.
fn lead_is_bare(passage: &Passage<'_>, lead: Tokens) -> bool {
    super::called::colours(passage, lead).next().is_none()
}

/// Whether a figure is called the total of what the part is a kind of: `tổng dư nợ`, `dư nợ ngắn hạn`.
fn is_total(facts: &Facts<'_>, whole: usize, part: usize) -> bool {
    let (Some((all, earlier)), Some((one, passage))) =
        (clause_before(facts, whole), clause_before(facts, part))
    else {
        return false;
    };
    let Some(total) = earlier.find(all.clone(), TOTAL_OF) else { return false };
    let noun = |passage: &Passage<'_>, at: usize, end: usize| {
        (at + 1 < end).then(|| format!("{} {}", passage.text.key(at), passage.text.key(at + 1)))
    };
    let own = noun(passage, one.start, one.end);
    own.is_some() && own == noun(earlier, total.end, all.end)
}
