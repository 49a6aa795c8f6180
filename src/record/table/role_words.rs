//! The words of headings and labels that name a role, and what is left of them.
//!
//! `Năm 2024 so với năm 2023 (%)` names a comparison and nothing else, `Tổng mức đầu tư` a plan and what is
//! planned. Where in a table the words stand is not asked here.

use super::says::{Role, Says, direction, said};
use super::shorthand;
use super::time;
use super::unit::{self, Unit};
use super::words::{heads, phrase_at};
use crate::lexicon::{Cue, CueClass};
use crate::record::Block;
use crate::text::Tokens;

pub(super) const ROLES: &[CueClass] = &[
    CueClass::TablePlan,
    CueClass::TableResult,
    CueClass::TableEstimate,
    CueClass::TablePrevious,
    CueClass::TableAttainment,
    CueClass::TableVersus,
    CueClass::TableChange,
];

/// What a cell that begins with one of these says, it says of the role alone; `Đạt chuẩn` and
/// `Tăng thêm` may be what is measured.
pub(super) const NO_WORDS: &[CueClass] = &[
    CueClass::TablePlan,
    CueClass::TableEstimate,
    CueClass::TablePrevious,
    CueClass::TableAttainment,
    CueClass::TableVersus,
];

/// The roles that words name, in order. What opens them goes before: a limit is a plan, a level that a plan is the measure
/// of is none; so does what is held against a norm or against the day before.
pub(super) fn named_roles(block: &Block<'_>, words: Tokens) -> Vec<Role> {
    let scene = &block.scene;
    let ratio = shorthand::ratio(block, words.clone());
    let mut named: Vec<Role> = ratio.map(|(_, class)| (class, None)).into_iter().collect();
    let opens = |list| phrase_at(scene, words.start, list).is_some();
    if opens(heads::LIMITS) {
        named.push((CueClass::TablePlan, None));
    }
    let mut at = words.start;
    while at < words.end {
        let cue = scene.cue(at, ROLES).filter(|(len, _)| at + len <= words.end);
        named.extend(cue.map(|(_, cue)| (cue.class, direction(block, words.clone()))));
        at += cue.map_or_else(|| scene.compound(at).unwrap_or(1), |(len, _)| len);
    }
    match against(block, words.clone()) {
        _ if opens(heads::BALANCES) => named.clear(),
        Some((_, base)) if phrase_at(scene, base, heads::NORMS).is_some() => {
            named.push((CueClass::TablePlan, None));
        }
        Some((_, base)) if phrase_at(scene, base, heads::YESTERDAY).is_some() => {
            named.push((CueClass::TableChange, None));
        }
        None if opens(heads::LEVELS) => named.clear(),
        _ => {}
    }
    named
}

/// Where words name what the figures are held against, and the token behind: `so với`, `TH/KH`, `T2/T1`.
pub(super) fn against(block: &Block<'_>, words: Tokens) -> Option<(usize, usize)> {
    let told = words.clone().find_map(|i| {
        let cue = block.scene.cue(i, &[CueClass::TableVersus, CueClass::TableAttainment]);
        let (len, cue) = cue?;
        let opens = cue.class == CueClass::TableAttainment || cue.value.is_some();
        opens.then_some((i, i + len))
    });
    told.or_else(|| shorthand::ratio(block, words).map(|(stroke, _)| (stroke, stroke + 1)))
}

/// What the label of a row says of its figures, where it speaks of nothing else: `Năm 2024 so với năm 2023 (%)`.
pub(super) fn of_row(block: &Block<'_>, words: Tokens) -> Option<(Says, Option<Unit>)> {
    let moves = against(block, words.clone()).is_none();
    let unit = unit::named(&block.scene, words.clone());
    let times = time::phrases(block, words.clone()).map(|time| time.words);
    let taken: Vec<Tokens> = times.chain(unit.iter().map(|(words, _)| words.clone())).collect();
    let (bare, words_start) = (rest(block, words.clone(), &taken), words.start);
    let says = said(&[named_roles(block, words)]);
    let cue = block.scene.cue(words_start, ROLES);
    let clear = taken.len() > usize::from(unit.is_some()) || cue.is_some_and(|(len, _)| len > 1);
    let told = says != Says::Untold && !(moves && matches!(says, Says::Change(_)));
    let only_role = told && clear && is_only_role(block, bare, &taken, SMALL);
    only_role.then(|| (says, unit.map(|(_, unit)| unit)))
}

/// Where words hold what they name before against a plan or an earlier time, and what that is: `Lượt khách so với cùng
/// kỳ`. A share of a whole (`hộ nghèo so với tổng số hộ`) is none.
pub(super) fn held(block: &Block<'_>, words: Tokens) -> Option<(usize, Says)> {
    const BASES: &[CueClass] = &[CueClass::TablePlan, CueClass::TablePrevious];
    let (at, behind) = against(block, words.clone())?;
    let dated = || time::phrases(block, behind..words.end).any(|time| time.words.start == behind);
    let named = || (at..words.end).any(|i| block.scene.cue(i, BASES).is_some());
    let based = behind > at + 2 || named() || dated();
    let says = said(&[named_roles(block, at..words.end)]);
    let compares = matches!(says, Says::Versus | Says::Attainment);
    (at > words.start && based && compares).then_some((at, says))
}

/// What a row without figures says of the rows that it heads, where it says nothing else: `Tốc độ tăng (%)`.
pub(super) fn of_heading_row(block: &Block<'_>, words: Tokens) -> Option<Says> {
    let says = said(&[named_roles(block, words.clone())]);
    let told = matches!(says, Says::Change(_) | Says::Versus | Says::Attainment);
    (told && is_only_role(block, words, &[], SMALL)).then_some(says)
}

/// Words beside a role that say nothing more.
pub(super) const SMALL: &[CueClass] = &[CueClass::Filler, CueClass::YearWord];
/// The same beside one that compares: `Tỷ lệ tăng, giảm`.
pub(super) const COMPARED: &[CueClass] =
    &[CueClass::Filler, CueClass::YearWord, CueClass::RatioNoun];

/// Whether roles compare: their figures measure what another column measures.
pub(super) fn compares(roles: &[Role]) -> bool {
    let compared = |class| {
        matches!(class, CueClass::TableChange | CueClass::TableVersus | CueClass::TableAttainment)
    };
    roles.iter().any(|(class, _)| compared(*class))
}

/// `Tổng mức đầu tư`: its figures are a plan, and it says what they measure.
pub(super) fn is_amount(cue: &Cue) -> bool {
    cue.value.as_deref() == Some("amount")
}

/// Whether words, but those that are taken, are those of a role or total, and small words.
pub(super) fn is_only_role(
    block: &Block<'_>,
    words: Tokens,
    taken: &[Tokens],
    small: &[CueClass],
) -> bool {
    let scene = &block.scene;
    let mut at = words.start;
    while at < words.end {
        // `còn` and `lại` are small words, `còn lại` is what is left.
        if scene.cue(at, &[CueClass::Rest]).is_some() {
            return false;
        }
        let role = scene.cue(at, ROLES).filter(|(_, cue)| !is_amount(cue));
        let role = role.or_else(|| scene.cue(at, &[CueClass::TableTotal]));
        let passed = taken.iter().find(|words| words.contains(&at)).map(|words| words.end - at);
        at += match passed.or_else(|| Some(role.or_else(|| scene.cue(at, small))?.0)) {
            Some(len) => len,
            None if !scene.is_word(at) => 1,
            None => return false,
        };
    }
    true
}

/// The words of a cell from the first to the last that is not taken by unit or time, with a number that ends them
/// (`Nguyện vọng 1`) or the bracket that closes (`Đã cấp (bìa đỏ)`).
pub(super) fn rest(block: &Block<'_>, words: Tokens, taken: &[Tokens]) -> Tokens {
    let scene = &block.scene;
    let is_taken = |i: usize| taken.iter().any(|tokens| tokens.contains(&i));
    let of_time = |i: usize| {
        let cue = scene.cue(i, &[CueClass::YearWord]);
        let in_word = i > words.start && scene.compound(i - 1).is_some_and(|len| len > 1);
        cue.is_some_and(|(len, _)| is_taken(i + len)) && !in_word
    };
    let free = |i: &usize| !is_taken(*i) && scene.is_word(*i) && !of_time(*i);
    let first = words.clone().find(free);
    let last = words.clone().rev().find(free);
    let numbered =
        |end: usize| end + 1 == words.end && scene.small(end, 99).is_some() && !is_taken(end);
    let closes = |first: usize, end: usize| {
        end + 1 == words.end && scene.key(end) == ")" && (first..end).any(|i| scene.key(i) == "(")
    };
    first.zip(last).map_or(words.end..words.end, |(first, last)| {
        let end = last + 1;
        first..end + usize::from(numbered(end) || closes(first, end))
    })
}
