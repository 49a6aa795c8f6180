//! Letters and digits that name a thing together: `COVID-19`, `5G`, `lúa OM 18`, `ĐH.30`, `dầu 0.05 S`,
//! `phiên bản 2.0`.
//!
//! Letters that are the unit of the digits are none (`18ha`), nor is a code before a count (`OM 18 ha`).

use super::Found;
use super::counted::{abbreviates, is_counted};
use crate::lexicon::{CueClass, UnitKind};
use crate::mention::{Scene, number};
use crate::text::TokenKind;

/// `COVID-19`, `U-23`: a name and a number joined by a dash without spaces; also before a noun (`Covid-19 tỉnh`), for
/// what is counted is not glued to a name, but not before a measure (`Ba Tri-19 ha`).
pub(super) fn hyphenated(scene: &Scene<'_>, at: usize) -> Found {
    if at < 2 || !matches!(scene.key(at - 1), "-" | "+") || !scene.is_glued(at) {
        return None;
    }
    let measured = scene.unit(at + 1).is_none_or(|(_, unit)| unit.kind != UnitKind::Count);
    if is_counted(scene, at) && (measured || !scene.is_glued(at - 1)) {
        return None;
    }
    let head = &scene.text.tokens[at - 2];
    (head.kind == TokenKind::Word && head.capital).then_some((1, "name", "name.hyphenated"))
}

/// `5G`, `12A3`, `30a`, `4K`: letters glued behind the digits that are no unit.
pub(super) fn glued_letters(scene: &Scene<'_>, at: usize) -> Found {
    let next = scene.text.tokens.get(at + 1)?;
    if next.spaced || next.kind != TokenKind::Word {
        return None;
    }
    let written = scene.text.slice(at + 1..at + 2);
    let measured = scene.unit(at + 1).is_some_and(|(_, unit)| {
        unit.kind != UnitKind::Count && unit.forms.iter().any(|f| f.starts_with(written))
    }) || number::read(scene, at).is_some_and(|n| n.len > 1);
    let short = next.char_end - next.char <= 3;
    (short && !measured).then_some((2, "name", "name.glued_letters"))
}

/// `công nghiệp 4.0`, `phiên bản 2.0`, `ISO 9001:2015`.
pub(super) fn version(scene: &Scene<'_>, at: usize) -> Found {
    let key = scene.key(at);
    let shaped = key.len() == 3 && key.ends_with(".0");
    let counted = scene.unit(at + 1).is_some() || scene.key(at + 1) == "%";
    if shaped && !counted {
        return Some((1, "name", "name.version"));
    }
    let standard = scene.key(at + 1) == ":"
        && scene.is_glued(at + 1)
        && scene.is_glued(at + 2)
        && scene.is_digits(at + 2)
        && at > 0
        && scene.text.tokens[at - 1].capital;
    standard.then_some((3, "name", "name.standard"))
}

/// `lúa OM 18`, `giống IR 50404`: a code in capitals and its number; five digits that no point groups
/// count nothing, whatever stands behind.
pub(super) fn coded(scene: &Scene<'_>, at: usize) -> Found {
    let code = at.checked_sub(1)?;
    let letters = scene.text.slice(code..at);
    let capitals = |i: usize| scene.is_word(i) && abbreviates(scene, i);
    let alone = code.checked_sub(1).is_none_or(|before| !capitals(before));
    let short = matches!(letters.chars().count(), 2 | 3) || code > 0 && letters.len() == 1;
    let is_code = short && letters.chars().all(char::is_uppercase) && scene.unit(code).is_none();
    let key = scene.key(at);
    let plain = key.len() <= 5 && key.bytes().all(|b| b.is_ascii_digit());
    (alone && is_code && plain && (key.len() == 5 || !is_counted(scene, at))).then_some((
        1,
        "name",
        "name.coded",
    ))
}

/// `ĐH.30`, `Q.1`, `PM2.5`: an abbreviation, its point and a number, all glued.
pub(super) fn abbreviated(scene: &Scene<'_>, at: usize) -> Found {
    let point = at.checked_sub(1).filter(|point| *point > 0 && scene.key(*point) == ".")?;
    let letters = scene.text.slice(point - 1..point);
    let short = scene.is_word(point - 1)
        && letters.chars().any(char::is_uppercase)
        && letters.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
    (short && scene.is_glued(point) && scene.is_glued(at)).then_some((
        1,
        "name",
        "name.abbreviated",
    ))
}

/// `dầu 0.05 S`, `chung cư 119 B`: a number and a capital letter that is no unit.
pub(super) fn lettered(scene: &Scene<'_>, at: usize) -> Found {
    let letter = scene.text.slice(at + 1..(at + 2).min(scene.text.tokens.len()));
    let capital = letter.len() == 1 && letter.bytes().all(|b| b.is_ascii_uppercase());
    let unit = scene.unit(at + 1).is_some_and(|(_, unit)| unit.forms.iter().any(|f| f == letter));
    let spaced = !scene.is_glued(at + 1) && scene.key(at + 2) != "/";
    (capital && !unit && spaced).then_some((2, "name", "name.lettered"))
}

/// `đường dây 500 kV`: a class of such things, not how much of anything there is.
pub(super) fn rating(scene: &Scene<'_>, at: usize) -> Found {
    let (len, cue) = scene.cue(at + 1, &[CueClass::Rating])?;
    let rated = cue.value.is_some() || scene.cue_before(at, &[CueClass::RatedNoun]).is_some();
    rated.then_some((1 + len, "class", "name.rating"))
}

/// `33 điểm 10`: a score that is counted itself.
pub(super) fn counted_score(scene: &Scene<'_>, at: usize) -> Found {
    let (len, _) = scene.cue_before(at, &[CueClass::BareMeasure])?;
    let noun = at - len;
    let before = noun > 0 && scene.unit(noun).is_some() && scene.is_digits(noun - 1);
    (before && scene.small(at, 10).is_some()).then_some((1, "score", "name.counted_score"))
}
