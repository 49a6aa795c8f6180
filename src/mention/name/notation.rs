//! Numbers that only mark a place or a way: numbering, notes, telephones, scores, map scales, houses, the
//! first part of a ratio.
//!
//! `2.1.` at the head of an item, `0912 345 678`, `tỷ số 3-1`, `quy hoạch 1/500`, `290 An Dương Vương`. A score
//! needs its word, a house a proper name behind it.

use super::Found;
use super::counted::is_counted;
use crate::lexicon::CueClass;
use crate::mention::{Scene, number};
use crate::text::TokenKind;
use rust_decimal::Decimal;

/// How many tokens a footnote takes that is glued to token `at`: `[1]` in `1.234[1] hộ`.
pub(in crate::mention) fn footnote(scene: &Scene<'_>, at: usize) -> usize {
    let glued = (at..at + 3).all(|i| scene.is_glued(i));
    let mark = scene.key(at) == "[" && scene.key(at + 2) == "]" && scene.is_digits(at + 1);
    if glued && mark { 3 } else { 0 }
}

/// `1.`, `2.1.`, `3)`, `(2)`, `1-` at the head of a block or of an item.
pub(super) fn numbering(scene: &Scene<'_>, at: usize) -> Found {
    let small = scene.key(at).split('.').all(|p| p.len() <= 2) && !scene.key(at).contains(',');
    if !small {
        return None;
    }
    if at > 0 && scene.key(at - 1) == "(" && scene.key(at + 1) == ")" {
        let head =
            at == 1 || matches!(scene.key(at - 2), ":" | ";" | "." | ",") || scene.is_word(at + 2);
        let counted = at >= 2 && scene.is_digits(at - 2);
        return (head && !counted).then_some((1, "numbering", "name.numbering"));
    }
    let head = at == 0 || matches!(scene.key(at - 1), "." | ":" | ";" | "!" | "?");
    let closed = match scene.key(at + 1) {
        "." => scene.is_glued(at + 1),
        ")" => scene.is_glued(at + 1) && !in_bracket(scene, at),
        "-" => !scene.is_digits(at + 2) && (scene.is_glued(at + 1) || at == 0),
        "/" => scene.is_glued(at + 1) && scene.is_word(at + 2) && !scene.is_glued(at + 2),
        _ => false,
    };
    let capital =
        scene.text.tokens.get(at + 2).is_none_or(|t| t.capital || t.kind != TokenKind::Word);
    (head && closed && capital && scene.text.tokens.get(at + 2).is_some()).then_some((
        1,
        "numbering",
        "name.numbering",
    ))
}

/// Whether a bracket of the sentence is open before token `at`: `(đúng hạn: 221; quá hạn: 2)`.
fn in_bracket(scene: &Scene<'_>, at: usize) -> bool {
    let sentence = (0..at).rev().take_while(|i| scene.key(*i) != ".");
    sentence.map(|i| scene.key(i)).find(|key| matches!(*key, "(" | ")")) == Some("(")
}

/// `(2)` in `12,5%(2)`, glued to what it is a note on.
pub(super) fn note(scene: &Scene<'_>, at: usize) -> Found {
    let open = at.checked_sub(1)?;
    let brackets = matches!((scene.key(open), scene.key(at + 1)), ("(", ")") | ("[", "]"));
    let glued = open > 0 && (open..at + 2).all(|i| scene.is_glued(i));
    (brackets && glued && scene.small(at, 99).is_some()).then_some((1, "note", "name.note"))
}

/// `0912 345 678`, `0275.3822.114`, and what stands behind `điện thoại`.
pub(super) fn phone(scene: &Scene<'_>, at: usize) -> Found {
    let digits = |i: usize| scene.key(i).bytes().filter(u8::is_ascii_digit).count();
    let mut len = 1;
    let mut total = digits(at);
    while total < 12 && scene.is_digits(at + len) && digits(at + len) >= 3 {
        total += digits(at + len);
        len += 1;
    }
    let announced = scene.cue_before(at, &[CueClass::Phone]).is_some()
        || at > 0
            && scene.key(at - 1) == ":"
            && scene.cue_before(at - 1, &[CueClass::Phone]).is_some();
    let first = scene.key(at);
    let shaped = first.starts_with('0')
        && !first.contains(',')
        && total >= 8
        && first.split('.').next().is_some_and(|g| g.len() >= 3);
    let long =
        first.len() >= 7 && first.bytes().all(|b| b.is_ascii_digit()) && !is_counted(scene, at);
    (shaped || long || announced && total >= 3).then_some((len, "telephone", "name.telephone"))
}

/// `tỷ số 3-1`.
pub(super) fn score(scene: &Scene<'_>, at: usize) -> Found {
    scene.cue_before(at, &[CueClass::ScoreWord])?;
    let both = matches!(scene.key(at + 1), "-" | ":") && scene.is_digits(at + 2);
    both.then_some((3, "score", "name.score"))
}

/// `1/500`, `1/2.000`: the scale of a map.
pub(super) fn map_scale(scene: &Scene<'_>, at: usize) -> Found {
    let of = number::read(scene, at + 2).filter(|_| scene.is_digits(at + 2))?;
    let round = of.value >= Decimal::from(200) && (of.value % Decimal::ONE_HUNDRED).is_zero();
    let whole = scene.key(at) == "1" && scene.key(at + 1) == "/" && of.scale == Decimal::ONE;
    (whole && round).then_some((2 + of.len, "map scale", "name.map_scale"))
}

/// `290 An Dương Vương`: a number right before a proper name is that of a house.
pub(super) fn address(scene: &Scene<'_>, at: usize) -> Found {
    const NOUNS: &[CueClass] =
        &[CueClass::OfficeTitle, CueClass::OrganizationHead, CueClass::OrganizationOfArea];
    let from = if scene.key(at + 1) == "-" && scene.is_digits(at + 2) { at + 2 } else { at };
    let plain =
        |i: usize| scene.key(i).len() <= 4 && scene.key(i).bytes().all(|b| b.is_ascii_digit());
    let named = |i: usize| {
        scene.text.tokens.get(i).is_some_and(|token| token.capital && token.small)
            && scene.unit(i).is_none()
            && scene.cue(i, NOUNS).is_none()
    };
    let rank = scene.cue_before(at, &[CueClass::RankBefore, CueClass::Ordinal]).is_some();
    let house = plain(at) && plain(from) && named(from + 1) && named(from + 2);
    (house && !rank).then_some((from + 1 - at, "address", "name.address"))
}

/// `1 chọi` in `1 chọi 2,5`: the first part of a ratio.
pub(super) fn ratio(scene: &Scene<'_>, at: usize) -> Found {
    let len = number::plain(scene, at)?.0;
    let (more, _) = scene.cue(at + len, &[CueClass::RatioWord])?;
    let other = number::read(scene, at + len + more).is_some();
    other.then_some((len + more, "ratio", "name.ratio"))
}
