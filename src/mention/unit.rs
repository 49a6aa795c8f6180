//! The unit behind a number, and what the figure is per.
//!
//! The longest unit of the lexicon, else the noun that follows, unless a function word does:
//! `597.173 được hỗ trợ` counts nothing that is named. `đồng/người/năm` is `đồng` per
//! `người/năm`; `3 ngày trong tuần` is `ngày` per `tuần`.

use super::{Scene, number, time};
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
    known(scene, at)
        .or_else(|| known(scene, skipped))
        .or_else(|| bare_money(scene, skipped, scale))
        .or_else(|| noun(scene, skipped))
}

/// A unit of the lexicon.
pub(super) fn known(scene: &Scene<'_>, at: usize) -> Option<UnitWords> {
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

/// `hơn 6,4 tỷ`, `700 triệu`: a large scale with nothing counted behind it is money.
fn bare_money(scene: &Scene<'_>, at: usize, scale: Decimal) -> Option<UnitWords> {
    let (thousand, million) = (Decimal::ONE_THOUSAND, Decimal::from(1_000_000));
    let nothing_follows = !scene.is_word(at) || is_function(scene, at);
    let context =
        || (at.saturating_sub(30)..at).any(|i| scene.cue(i, &[CueClass::MoneyContext]).is_some());
    (scale > million || scale >= thousand && nothing_follows && context()).then(|| UnitWords {
        words: at..at,
        key: Some("vnd".to_owned()),
        kind: UnitKind::Money,
        rule: "unit.bare_money",
    })
}

/// `độ tuổi 24-40`: the unit stands before the number.
pub(super) fn age(scene: &Scene<'_>, start: usize, end: usize) -> Option<UnitWords> {
    scene.cue_before(start, &[CueClass::AgeBefore])?;
    let key = Some("year_of_age".to_owned());
    Some(UnitWords { words: end..end, key, kind: UnitKind::Time, rule: "unit.age_before" })
}

/// A noun that the lexicon does not know: one word, or an abbreviation.
fn noun(scene: &Scene<'_>, at: usize) -> Option<UnitWords> {
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

fn is_function(scene: &Scene<'_>, at: usize) -> bool {
    scene.cue(at, &[CueClass::Function]).is_some() && scene.cue(at, &[CueClass::Compound]).is_none()
}

/// What `số bác sĩ/vạn dân` at token `at` is the number of, and per what.
pub(crate) fn subject(scene: &Scene<'_>, at: usize) -> Option<(UnitWords, Option<Tokens>)> {
    let (len, _) = scene.cue(at, &[CueClass::CountOf])?;
    let unit = known(scene, at + len)?;
    let per = per(scene, unit.words.end, None).map(|(words, _)| words);
    Some((unit, per))
}

/// What a figure with its unit before token `at` is per, and the token behind it.
pub(super) fn per(
    scene: &Scene<'_>,
    at: usize,
    unit: Option<&UnitWords>,
) -> Option<(Tokens, usize)> {
    if scene.key(at) == "/" {
        let start = at + 1;
        let mut end = denominator(scene, start)?;
        while scene.key(end) == "/" {
            let Some(next) = denominator(scene, end + 1) else { break };
            end = next;
        }
        return Some((start..end, end));
    }
    unit?;
    let (len, _) = scene.cue(at, &[CueClass::PerWord])?;
    let (taken, of) = scene.unit(at + len)?;
    let each = scene.key(at) != "trong";
    if !each && time::read(scene, at + len).is_some() {
        return None;
    }
    let fits = match of.kind {
        UnitKind::Time => true,
        UnitKind::Measure => each,
        _ => scene.text.slice(at..at + len).ends_with("mỗi"),
    };
    fits.then_some((at + len..at + len + taken, at + len + taken))
}

/// One part of a denominator: `năm`, `10.000 dân`, `vạn dân`, `5 năm`.
fn denominator(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if let Some((len, unit)) = scene.unit(at)
        && (unit.kind == UnitKind::Time || !scene.is_digits(at))
    {
        return Some(at + len);
    }
    if let Some(number) = number::read(scene, at) {
        let behind = at + number.len;
        let unit = known(scene, behind)?;
        let round = is_round(number.value);
        let fits = round
            || unit.kind == UnitKind::Time
            || scene.key(at) == "vạn"
            || number.value == Decimal::ONE;
        return fits.then_some(unit.words.end);
    }
    if let Some((len, scale)) = scene.number(at)
        && let Some(unit) = known(scene, at + len)
    {
        return scale.value.parse::<u64>().is_ok_and(|v| v >= 100).then_some(unit.words.end);
    }
    (scene.is_word(at) && !is_function(scene, at)).then_some(at + 1)
}

/// Whether a number is one that rates are given per: 100, 1.000, …
pub(super) fn is_round(value: Decimal) -> bool {
    value >= Decimal::ONE_HUNDRED && is_power_of_ten(value)
}

fn is_power_of_ten(value: Decimal) -> bool {
    let written = value.normalize().to_string();
    written.starts_with('1') && written[1..].bytes().all(|b| b == b'0')
}
