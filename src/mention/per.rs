//! What a figure is per, behind its unit: `đồng/người/năm` is `đồng` per `người/năm`, `3 ngày trong tuần`
//! `ngày` per `tuần`, `25 ngàn đồng một chục` `đồng` per `chục`.
//!
//! `412 tỷ đồng/1.000 tỷ đồng` is no rate: only a time, a thing or a round number of them is a denominator, and nothing
//! is per so many of its own unit.

use super::unit::{UnitWords, is_function, is_round, known, noun};
use super::{Scene, number, time};
use crate::lexicon::{CueClass, NumberKind, UnitKind};
use crate::text::Tokens;
use rust_decimal::Decimal;

/// What a figure with its unit before token `at` is per, and the token behind it.
pub(super) fn per(
    scene: &Scene<'_>,
    at: usize,
    unit: Option<&UnitWords>,
) -> Option<(Tokens, usize)> {
    if scene.key(at) == "/" {
        let start = at + 1;
        if amount(scene, start).is_some_and(|of| unit.is_some_and(|unit| unit.key == of.key)) {
            return None;
        }
        let mut end = denominator(scene, start)?;
        while scene.key(end) == "/" {
            let Some(next) = denominator(scene, end + 1) else { break };
            end = next;
        }
        return Some((start..end, end));
    }
    unit?;
    let (len, cue) = scene.cue(at, &[CueClass::PerWord])?;
    let sort = cue.value.as_deref();
    // `trên một vạn dân`: `một` belongs to the number, though `trên một` is a word of its own
    let round = [at + len, at + 1].into_iter().filter(|_| sort != Some("within"));
    if let Some((start, end)) = round.into_iter().find_map(|i| Some((i, round_number(scene, i)?))) {
        return Some((start..end, end));
    }
    if let Some((ten, _)) =
        scene.number_of(at + len, NumberKind::Tens).filter(|_| sort == Some("one"))
    {
        return Some((at + len..at + len + ten, at + len + ten));
    }
    let money = unit.is_some_and(|unit| unit.kind == UnitKind::Money);
    let priced = || noun(scene, at + len).filter(|_| money && sort != Some("within"));
    let Some((taken, of)) = scene.unit(at + len) else {
        return priced().map(|noun| (noun.words.clone(), noun.words.end));
    };
    if sort == Some("within") && time::read(scene, at + len).is_some() {
        return None;
    }
    let fits = match of.kind {
        UnitKind::Time => true,
        UnitKind::Measure => sort != Some("within"),
        _ => sort == Some("each") || money && sort == Some("one"),
    };
    fits.then_some((at + len..at + len + taken, at + len + taken))
}

/// `một vạn dân`, `1.000 trẻ`: a round number of people that a rate is given per; the token behind it.
fn round_number(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let number = number::read(scene, at).filter(|number| is_round(number.value))?;
    let unit = known(scene, at + number.len)?;
    (unit.kind == UnitKind::Count).then_some(unit.words.end)
}

/// The unit of a number that begins at token `at`.
fn amount(scene: &Scene<'_>, at: usize) -> Option<UnitWords> {
    known(scene, at + number::read(scene, at)?.len)
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
        let fits = round || unit.kind == UnitKind::Time || number.value == Decimal::ONE;
        return fits.then_some(unit.words.end);
    }
    if let Some((len, scale)) = scene.number(at)
        && let Some(unit) = known(scene, at + len)
    {
        return scale.value.parse::<u64>().is_ok_and(|v| v >= 100).then_some(unit.words.end);
    }
    (scene.is_word(at) && !is_function(scene, at)).then_some(at + 1)
}
