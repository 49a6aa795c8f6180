//! The unit behind a number.
//!
//! The longest unit of the lexicon, else the noun that follows, unless a function word does:
//! `597.173 được hỗ trợ` counts nothing that is named. What the figure is per
//! stands in `per`.

use super::{Scene, per, time};
use crate::lexicon::{CueClass, UnitKind};
use crate::text::{TokenKind, Tokens};
use rust_decimal::Decimal;

/// The words of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitWords {
    /// Its tokens; empty where the unit is not written (bare `tỷ` of money).
    pub words: Tokens,
    /// The lexicon's key; none for a noun that the lexicon does not know.
    pub key: Option<String>,
    /// What sort of unit it is.
    pub kind: UnitKind,
    /// The rule that found it.
    pub rule: &'static str,
}

/// The unit that begins at token `at`, right behind a number.
pub(super) fn read(scene: &Scene<'_>, at: usize, scale: Decimal) -> Option<UnitWords> {
    let skipped = at + scene.cue(at, &[CueClass::CountOf]).map_or(0, |(len, _)| len);
    let in_scale = || {
        let money = scene.cue_before(at, &[CueClass::MoneyScale]).is_some();
        money.then(|| UnitWords { rule: "unit.money_scale", ..bare_vnd(at) })
    };
    known(scene, at)
        .or_else(in_scale)
        .or_else(|| known(scene, skipped))
        .or_else(|| bare_money(scene, skipped, scale))
        .or_else(|| noun(scene, skipped))
}

/// A unit of the lexicon.
pub(crate) fn known(scene: &Scene<'_>, at: usize) -> Option<UnitWords> {
    let (len, unit) = scene.unit(at)?;
    let year_name = unit.key == "year" && scene.year(at + len).is_some();
    if year_name || scene.compound(at).is_some_and(|longer| longer > len) {
        return None;
    }
    Some(UnitWords {
        words: at..at + len,
        key: Some(unit.key.clone()),
        kind: unit.kind,
        rule: "unit.lexicon",
    })
}

/// `xã` in `một nửa số xã`, `diện tích` in `một phần ba diện tích`: what a share in words is of.
pub(super) fn shared(scene: &Scene<'_>, at: usize) -> Option<UnitWords> {
    let of_number = || {
        let (len, _) = scene.cue(at, &[CueClass::CountOf])?;
        known(scene, at + len)
    };
    let whole = || {
        let (len, _) = scene.cue(at, &[CueClass::ShareOf])?;
        let (key, kind, rule) = (None, UnitKind::Count, "unit.noun");
        Some(UnitWords { words: at..at + len, key, kind, rule })
    };
    of_number().or_else(whole)
}

/// Whether half of a unit is so much of it, as of `nửa ký`, `nửa tháng`, `nửa bao`: a share of things
/// has no unit.
pub(super) fn is_divided(scene: &Scene<'_>, unit: &UnitWords) -> bool {
    matches!(unit.kind, UnitKind::Measure | UnitKind::Time | UnitKind::Count)
        && scene.cue(unit.words.start, &[CueClass::MeasureNoun, CueClass::Plan]).is_none()
}

/// `hơn 6,4 tỷ`, `700 triệu`: a large scale with nothing counted behind it is money; so is one of which
/// so much is for each: `25 ngàn một chục`, `18 triệu/tháng`.
fn bare_money(scene: &Scene<'_>, at: usize, scale: Decimal) -> Option<UnitWords> {
    let (thousand, million) = (Decimal::ONE_THOUSAND, Decimal::from(1_000_000));
    let nothing_follows = !scene.is_word(at) || is_function(scene, at);
    let context =
        || (at.saturating_sub(30)..at).any(|i| scene.cue(i, &[CueClass::MoneyContext]).is_some());
    let spent = || scene.cue(at, &[CueClass::MoneyNoun]).is_some();
    let money = scale > million
        || scale >= thousand && (nothing_follows && context() || spent() || is_priced(scene, at));
    money.then(|| bare_vnd(at))
}

/// Money whose unit the text leaves out, at token `at`.
pub(crate) fn bare_vnd(at: usize) -> UnitWords {
    UnitWords {
        words: at..at,
        key: Some("vnd".to_owned()),
        kind: UnitKind::Money,
        rule: "unit.bare_money",
    }
}

/// Whether what an amount is paid for stands at token `at`: `một chục`, `/kg`.
fn is_priced(scene: &Scene<'_>, at: usize) -> bool {
    let price = bare_vnd(at);
    per::per(scene, at, Some(&price)).is_some()
}

/// `độ tuổi 24-40`: the unit stands before the number.
pub(super) fn age(scene: &Scene<'_>, start: usize, end: usize) -> Option<UnitWords> {
    scene.cue_before(start, &[CueClass::AgeBefore])?;
    Some(age_at(end))
}

/// Years of age that the text does not name, at token `at`.
pub(crate) fn age_at(at: usize) -> UnitWords {
    let key = Some("year_of_age".to_owned());
    UnitWords { words: at..at, key, kind: UnitKind::Time, rule: "unit.age_before" }
}

/// A noun that the lexicon does not know: one word, or an abbreviation.
pub(super) fn noun(scene: &Scene<'_>, at: usize) -> Option<UnitWords> {
    let token = scene.text.tokens.get(at)?;
    if token.kind != TokenKind::Word || is_function(scene, at) || time::read(scene, at).is_some() {
        return None;
    }
    let written = scene.text.slice(at..at + 1);
    let abbreviation = written.chars().count() >= 2 && written.chars().all(char::is_uppercase);
    let name = token.capital
        && scene.text.tokens.get(at + 1).is_none_or(|t| t.capital || t.kind != TokenKind::Word);
    if name && !abbreviation {
        return None;
    }
    let len = scene.cue(at, &[CueClass::Compound]).map_or(1, |(len, _)| len);
    Some(UnitWords { words: at..at + len, key: None, kind: UnitKind::Count, rule: "unit.noun" })
}

pub(super) fn is_function(scene: &Scene<'_>, at: usize) -> bool {
    scene.cue(at, &[CueClass::Function]).is_some() && scene.cue(at, &[CueClass::Compound]).is_none()
}

/// What `số bác sĩ/vạn dân` at token `at` is the number of, and per what.
pub(crate) fn subject(scene: &Scene<'_>, at: usize) -> Option<(UnitWords, Option<Tokens>)> {
    let (len, _) = scene.cue(at, &[CueClass::CountOf])?;
    let unit = known(scene, at + len)?;
    let per = per::per(scene, unit.words.end, None).map(|(words, _)| words);
    Some((unit, per))
}

/// Whether a number is one that rates are given per: 100, 1.000, …
pub(super) fn is_round(value: Decimal) -> bool {
    value >= Decimal::ONE_HUNDRED && is_power_of_ten(value)
}

fn is_power_of_ten(value: Decimal) -> bool {
    let written = value.normalize().to_string();
    written.starts_with('1') && written[1..].bytes().all(|b| b == b'0')
}
