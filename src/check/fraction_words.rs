//! A percentage and a fraction that is told in words: `63 xã trên tổng số 92 xã (bằng 68,5%)`, `68,5%,
//! tương ứng 63 trên tổng số 92 xã`, `45 người có thẻ trên dân số 60 người, tỷ lệ bao phủ đạt 75%`.
//!
//! It refuses fractions that a mark stands in, those far from the percentage, and a rate that names something
//! else.

use super::called::colours;
use super::claim::Claim;
use super::facts::Facts;
use super::fraction_percent::{KIND, fits, is_level_percent};
use super::passage::{Passage, REACH};
use super::relation::{Relation, Term};
use super::units::{alike, same_measure};
use super::words::text::{BARE_RATES, POPULATION};
use crate::lexicon::CueClass;
use crate::text::{Tokens, fold_syllable};

/// How many tokens may stand between a part and `trên tổng số` with its whole.
const BETWEEN: usize = 10;

/// How many tokens may stand between the words of a fraction, or a percentage and its fraction.
const NEAR: usize = 4;

/// How many tokens may stand between them where they name what is counted.
const NAMED: usize = 8;

/// `63 xã trên tổng số 92 xã … (bằng 68,5%)`, `68,5% (63 trong tổng số 92 xã)`
pub(super) fn in_words(facts: &Facts<'_>, said: usize) -> Option<Claim> {
    let percent = is_level_percent(facts, said)?;
    let pair = |part: usize, whole: usize| {
        let (gap, passage) = facts.tail(part).filter(|_| facts.same_sentence(part, whole))?;
        let of = out_of(passage, gap.clone())?;
        let apart = passage.has_mark(gap.start..of, &[",", ";", "(", ")"]);
        let few = !apart && gap.len() <= BETWEEN && facts.is_level(part) && facts.is_level(whole);
        let [a, b] = [part, whole].map(|r| &facts.records[r]);
        let same = alike(a, b) || same_measure(a, b);
        (few && a.of.is_none() && a.value <= b.value && same).then_some((part, whole))
    };
    let before = said.checked_sub(2).and_then(|part| pair(part, said - 1)).filter(|(_, whole)| {
        let marks = [CueClass::Share, CueClass::Reaching, CueClass::Equal];
        let apposed = facts.apposed(*whole, said, &marks).is_some_and(|how| how.tight);
        apposed || is_rate_of(facts, *whole, said)
    });
    let behind = || {
        let part = facts.after(said)?;
        let pair = pair(part, part + 1);
        pair.filter(|(part, whole)| explains(facts, said, *part) || explains(facts, said, *whole))
    };
    let (part, whole) = before.or_else(behind)?;
    let (verdict, detail) = fits(&facts.records[part], &facts.records[whole], percent)?;
    let [a, b, c] = [said, part, whole].map(|figure| Term::of(facts, figure));
    let claim = facts.claim(KIND, &[part, whole, said], verdict, detail);
    Some(claim.with(Relation::percent(a, b, c)))
}

/// Where the words begin that join a part and its whole: `trên tổng số`, `trên dân số`.
fn out_of(passage: &Passage<'_>, gap: Tokens) -> Option<usize> {
    let classes = [CueClass::AmongNumber, CueClass::OutOf, CueClass::Versus];
    if let Some((_, cue)) = passage.cue_before(gap.end, &classes) {
        return Some(cue.start);
    }
    let end = passage.lead(gap.end);
    let noun = (1..=3).find(|len| {
        let start = end.saturating_sub(*len);
        passage.says(start, POPULATION) == Some(*len)
    })?;
    let on = (end - noun).checked_sub(1).filter(|on| *on >= gap.start)?;
    matches!(passage.text.key(on), "trên" | "trong" | "/").then_some(on)
}

/// Whether a rate behind a comma names nothing else than the fraction right before it: `, tỷ lệ bao phủ đạt
/// 94%`, but not `, tỷ lệ hộ nghèo còn 5%`.
fn is_rate_of(facts: &Facts<'_>, whole: usize, said: usize) -> bool {
    let (Some((gap, passage)), Some((place, _))) = (facts.tail(whole), facts.place(whole)) else {
        return false;
    };
    let name = gap.start + 1..gap.end;
    let opens = matches!(passage.text.key(gap.start), "," | ";" | "(")
        && passage.cue_at(name.start, &[CueClass::RatioNoun]).is_some();
    let start = passage.sentence(place.sentence).start.max(place.end.saturating_sub(REACH));
    let known = |word: &str| {
        BARE_RATES.contains(&word) || (start..place.end).any(|at| passage.text.key(at) == word)
    };
    let plain = !passage.has_mark(name.clone(), &[",", ";", "("]);
    let alone = facts.tail(said).is_some_and(|(tail, _)| {
        matches!(passage.text.key(tail.start), "," | ";" | "." | "" | ")")
    });
    opens && plain && alone && name.len() <= NAMED && colours(passage, name).all(known)
}

/// Whether a bracket behind a share explains it: it opens at once, or behind the words that name what
/// is counted in it (`41,7% số xã của tỉnh (52 trong tổng số 108 xã)`); `, tương ứng` and `, với` do too.
pub(super) fn explains(facts: &Facts<'_>, said: usize, counted: usize) -> bool {
    let Some((gap, passage)) = facts.tail(said) else { return false };
    let unit = facts.records[counted].unit.as_deref().unwrap_or_default();
    let noun = unit.split_whitespace().next().map(fold_syllable);
    let named_so = passage.text.key(gap.start) == ","
        && passage
            .cue_at(gap.start + 1, &[CueClass::Equal, CueClass::WithWord])
            .is_some_and(|(_, cue)| cue.end >= gap.end);
    if named_so {
        return true;
    }
    let open = gap.clone().find(|at| passage.text.key(*at) == "(");
    let plain = open.is_some_and(|open| !passage.has_mark(gap.start..open, &[",", ";", ":"]));
    let named = gap.clone().any(|at| noun.as_deref() == Some(passage.text.key(at)));
    plain && gap.len() <= if named { NAMED } else { NEAR }
}
