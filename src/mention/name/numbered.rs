//! Nouns that number what they name: `Quốc lộ 60`, `khu phố 3`, `lớp 12`, `các quận: 1, 3, 4`.
//!
//! Behind a proper name a small number is a name, too (`Hà Giang 2`), unless it counts in a list of places:
//! `Châu Phú 6, Tri Tôn 5`.

use super::Found;
use super::counted::is_counted;
use super::ordinal::next_rank;
use crate::lexicon::{CueClass, UnitKind};
use crate::mention::{Scene, number, unit};
use crate::text::{TokenKind, Tokens};

/// `Quốc lộ 60`, `khu phố 3`, `mũi 2`, `Km3+344`.
pub(super) fn numbered(scene: &Scene<'_>, at: usize) -> Found {
    let capital_name = at > 1 && {
        let before = &scene.text.tokens[at - 1];
        before.kind == TokenKind::Word && before.capital && scene.text.tokens[at - 2].capital
    };
    let len = match scene.cue_before(at, &[CueClass::Numbered]) {
        Some((len, _)) => len,
        None if announces(scene, at) => 2,
        None if capital_name
            && scene.small(at, 20).is_some()
            && scene.key(at + 1) != "/"
            && !is_item(scene, at) =>
        {
            1
        }
        None => return None,
    };
    if scene.cue_before(at, &[CueClass::RankBefore]).is_some() || next_rank(scene, at) {
        return None;
    }
    let noun = at - len;
    let counted = noun > 0 && (scene.is_digits(noun - 1) || scene.number(noun - 1).is_some());
    let always = scene
        .cue_before(at, &[CueClass::Numbered])
        .and_then(|(_, cue)| cue.value.as_deref())
        .is_some_and(|most| !counted && (most == ANY || is_at_most(scene, at, most)));
    let inside_compound = (1..=2.min(noun)).any(|back| {
        scene.cue(noun - back, &[CueClass::Compound]).is_some_and(|(wide, _)| wide > back)
    });
    let plain = scene.key(at).len() <= 4 && scene.key(at).bytes().all(|b| b.is_ascii_digit());
    let version = scene.key(at).ends_with(".0");
    let counted = is_counted(scene, at) && !always && !named_behind(scene, at);
    if inside_compound || !(plain || version) || counted && !is_clause(scene, at) {
        return None;
    }
    let mut end = at + 1;
    let glued = (end..end + 2).all(|i| scene.is_glued(i));
    if matches!(scene.key(end), "+" | "/") && glued && scene.is_digits(end + 1) {
        end += 2;
    }
    while (scene.joins(end) || scene.key(end) == "-")
        && scene.is_digits(end + 1)
        && !is_counted(scene, end + 1)
    {
        end += 2;
    }
    Some((end - at, "name", "name.numbered"))
}

/// Of a noun behind which every number is a name: `Ban Chỉ đạo 389 huyện`.
const ANY: &str = "any";

fn is_at_most(scene: &Scene<'_>, at: usize, most: &str) -> bool {
    most.parse().is_ok_and(|most| scene.small(at, most).is_some())
}

/// `khoản 2 quy định`: a clause of a document, whatever stands behind it; but `khoản 2 triệu đồng`.
pub(super) fn is_clause(scene: &Scene<'_>, at: usize) -> bool {
    let clause = scene.cue_before(at, &[CueClass::DocumentPart]);
    let count = scene.unit(at + 1).is_some_and(|(_, unit)| unit.kind == UnitKind::Count);
    count && clause.is_some_and(|(_, cue)| cue.value.is_none())
}

/// The longest name of a place in a list, in syllables.
const LONGEST: usize = 8;

/// `Châu Phú 6, Tri Tôn 5`: how many each place of a list has. A name opens the item, the number closes
/// it, and another item stands beside it; `Chánh Nghĩa 1: 120` is a name.
pub(super) fn is_item(scene: &Scene<'_>, at: usize) -> bool {
    let token = |i: usize| scene.text.tokens.get(i);
    let capital = |i: usize| scene.is_word(i) && token(i).is_some_and(|t| t.capital);
    let first =
        (at.saturating_sub(LONGEST)..at).rev().take_while(|i| capital(*i)).last().unwrap_or(at);
    let Some(mark) = first.checked_sub(1) else { return false };
    let separates = |i: usize| scene.joins(i) || matches!(scene.key(i), ";" | "(");
    let closes = scene.joins(at + 1) || matches!(scene.key(at + 1), ";" | ")" | ".");
    let counted_before = (mark.saturating_sub(3)..mark)
        .rev()
        .take_while(|i| !capital(*i))
        .any(|i| scene.is_digits(i));
    let names = (at + 2..at + 8).take_while(|i| capital(*i)).count();
    let counted_behind = names > 0
        && number::read(scene, at + 2 + names).is_some()
        && name_of(scene, first..at) != name_of(scene, at + 2..at + 2 + names);
    separates(mark) && closes && (counted_before || counted_behind)
}

pub(super) fn name_of<'a>(scene: &Scene<'a>, words: Tokens) -> &'a str {
    scene.text.slice(words)
}

/// `các quận: 1, 3, 4`: names behind a colon.
pub(super) fn announces(scene: &Scene<'_>, at: usize) -> bool {
    let colon = at.checked_sub(1).filter(|colon| scene.key(*colon) == ":");
    let noun =
        colon.and_then(|colon| Some(colon - scene.cue_before(colon, &[CueClass::Numbered])?.0));
    let several = noun.is_some_and(|noun| scene.cue_before(noun, &[CueClass::Plural]).is_some());
    several && scene.joins(at + 1) && scene.is_digits(at + 2)
}

/// `số 35 đường Hồ Học Lãm`: what stands behind the number has a name of its own.
pub(super) fn named_behind(scene: &Scene<'_>, at: usize) -> bool {
    let unit = unit::known(scene, at + 1);
    let capital = |i: usize| scene.text.tokens.get(i).is_some_and(|t| t.capital && t.small);
    unit.is_some_and(|unit| capital(unit.words.end) && capital(unit.words.end + 1))
}
