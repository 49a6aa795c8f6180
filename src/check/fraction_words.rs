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
use super::share_beside::is_apposing;
use super::units::{alike, same_measure};
use super::words::text::{BARE_RATES, LIFTING, POPULATION};
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

/// Whether a rate behind a comma, that something raises or not, names nothing else than the figure right before it:
/// `, tỷ lệ bao phủ đạt 94%`, `, nâng tỷ lệ bao phủ lên 94%`; behind a predicate (`41/45 đại biểu tán thành, tỷ lệ 91,1%`)
/// it has no name at all.
pub(super) fn is_rate_clause(facts: &Facts<'_>, whole: usize, said: usize) -> bool {
    let (Some((gap, passage)), Some((place, _))) = (facts.tail(whole), facts.place(whole)) else {
        return false;
    };
    let is_mark = |at: &usize| matches!(passage.text.key(*at), "," | ";" | "(");
    let Some(mark) = gap.clone().take(NAMED).find(is_mark) else { return false };
    let verb = passage.says(mark + 1, LIFTING).unwrap_or(0);
    let name = mark + 1 + verb..gap.end;
    let opens = passage.cue_at(name.start, &[CueClass::RatioNoun]).is_some();
    let start = passage.sentence(place.sentence).start.max(place.end.saturating_sub(REACH));
    let told = start..if mark == gap.start { place.end } else { start };
    let known = |word: &str| {
        BARE_RATES.contains(&word) || told.clone().any(|at| passage.text.key(at) == word)
    };
    let plain = !name.clone().any(|at| is_mark(&at));
    let direct = facts.after(whole) == Some(said);
    opens && direct && plain && name.len() <= NAMED && colours(passage, name).all(known)
}

/// Whether such a rate says nothing of what it is of: `, tỷ lệ bao phủ đạt 94%.`, but not `, tỷ lệ hộ nghèo còn 5%`.
pub(super) fn is_rate_of(facts: &Facts<'_>, whole: usize, said: usize) -> bool {
    let alone = facts.tail(said).is_some_and(|(tail, passage)| {
        matches!(passage.text.key(tail.start), "," | ";" | "." | "" | ")")
    });
    alone && is_rate_clause(facts, whole, said)
}

/// Whether a bracket behind a share explains it: it opens at once, or behind the words that name what
/// is counted in it (`41,7% số xã của tỉnh (52 trong tổng số 108 xã)`); `, tương ứng`, `, với` and `, cụ thể là` do too.
pub(super) fn explains(facts: &Facts<'_>, said: usize, counted: usize) -> bool {
    let Some((gap, passage)) = facts.tail(said) else { return false };
    let unit = facts.records[counted].unit.as_deref().unwrap_or_default();
    let noun = unit.split_whitespace().next().map(fold_syllable);
    let named_so = passage.text.key(gap.start) == ","
        && gap.len() > 1
        && is_apposing(passage, gap.start + 1..passage.lead(gap.end));
    if named_so {
        return true;
    }
    let open = gap.clone().find(|at| passage.text.key(*at) == "(");
    let plain = open.is_some_and(|open| !passage.has_mark(gap.start..open, &[",", ";", ":"]));
    let named = gap.clone().any(|at| noun.as_deref() == Some(passage.text.key(at)));
    plain && gap.len() <= if named { NAMED } else { NEAR }
}
