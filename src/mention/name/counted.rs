//! Whether something is counted by a number: a unit, a scale or a percent sign stands behind it.
//!
//! `xóm 6 xã Kim Tân` and `lớp 10 năm học 2018-2019` count nothing: what stands behind begins something
//! else.

use crate::lexicon::CueClass;
use crate::mention::{Scene, number, time, unit};
use crate::text::Tokens;

/// Whether a unit, a scale or `%` stands behind the number at token `at`.
pub(in crate::mention) fn is_counted(scene: &Scene<'_>, at: usize) -> bool {
    let behind_number = |at: usize| number::read(scene, at).map_or(at + 1, |n| at + n.len);
    let mut behind = behind_number(at);
    if behind > at + 1 {
        return true;
    }
    if matches!(scene.key(behind), "-" | "/") && scene.is_digits(behind + 1) {
        let other = behind + 1;
        behind = behind_number(other);
        if behind > other + 1 {
            return true;
        }
    }
    if scene.key(behind) == ")" {
        behind += 1;
    }
    let token = scene.text.tokens.get(behind);
    let lower = token.is_some_and(|t| !t.capital || abbreviates(scene, behind));
    let written = |unit: &unit::UnitWords| {
        let words = scene.text.slice(unit.words.clone());
        scene.unit(behind).is_some_and(|(_, unit)| unit.forms.iter().any(|form| form == words))
    };
    let unit = unit::known(scene, behind).filter(|unit| lower || written(unit));
    scene.key(behind) == "%" || unit.is_some_and(|unit| !is_other(scene, &unit.words))
}

/// Whether the words behind a number begin something else: `xóm 6 xã Kim Tân`, `lớp 10 năm học 2018-2019`.
pub(super) fn is_other(scene: &Scene<'_>, unit: &Tokens) -> bool {
    let capital = scene.text.tokens.get(unit.end).is_some_and(|token| token.capital);
    let area = scene.cue(unit.start, &[CueClass::AreaKind]).is_some();
    let school = scene.cue(unit.start, &[CueClass::SchoolYear]).is_some();
    area && capital || school || time::read(scene, unit.start).is_some()
}

/// Whether a word is written in capitals throughout: `DN`, `USD`.
pub(super) fn abbreviates(scene: &Scene<'_>, at: usize) -> bool {
    scene.text.slice(at..at + 1).chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
}
