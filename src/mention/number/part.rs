//! Parts of a whole in words, and scales that stand for one of themselves: `một nửa`, `bảy phần mười`, `nửa tỷ`,
//! `triệu tám`, `hơn chục`.
//!
//! A scale alone is no number: `triệu` needs a part behind it or a word before it that says how exact it is.

use super::scale::{factor, scales};
use super::scaled::{Number, tenths};
use super::words;
use crate::lexicon::{CueClass, NumberKind};
use crate::mention::Scene;
use crate::text::TokenKind;
use rust_decimal::Decimal;

/// `một nửa`, `hai phần ba`.
pub(super) fn fraction_in_words(scene: &Scene<'_>, at: usize) -> Option<Number> {
    if scene.text.tokens.get(at)?.capital && at > 0 && scene.key(at - 1) != "." {
        return None;
    }
    let made = |len, value| Number {
        len,
        value,
        scale: Decimal::ONE,
        flags: Vec::new(),
        rule: "number.fraction_words",
    };
    if scene.cue(at, &[CueClass::SetPhrase]).is_none()
        && let Some((len, half)) = factor(scene, at, NumberKind::Fraction)
    {
        let (more, scale) = scales(scene, at + len, true);
        let number = made(len, half);
        return Some(match more {
            0 => number,
            _ => Number {
                len: len + more,
                value: half.checked_mul(scale)?.normalize(),
                scale,
                rule: "number.words",
                ..number
            },
        });
    }
    let (_, over) = factor(scene, at, NumberKind::Digit)?;
    let (len, _) = scene.cue(at + 1, &[CueClass::FractionWord])?;
    let behind = at + 1 + len;
    let tail = factor(scene, behind, NumberKind::TailDigit);
    let (taken, under) =
        words::read_anywhere(scene, behind).or(tail).filter(|_| !scene.is_digits(behind))?;
    Some(made(1 + len + taken, over.checked_div(under)?.round_dp(10).normalize()))
}

/// `triệu tám`, `ngàn rưỡi`: one of a scale and a part of it; `chục` and `nghìn` behind a word that says
/// how exact it is (`hơn chục héc-ta`, `gần nghìn người`).
pub(super) fn one_of_scale(scene: &Scene<'_>, at: usize) -> Option<Number> {
    const ROUGH: &[CueClass] =
        &[CueClass::About, CueClass::Over, CueClass::Nearly, CueClass::Under, CueClass::Vague];
    let token = scene.text.tokens.get(at).filter(|token| !token.capital)?;
    let counted = token.kind == TokenKind::Word
        && at.checked_sub(1).is_none_or(|before| {
            !scene.is_digits(before) && scene.number(before).is_none()
                || scene.cue_before(at, ROUGH).is_some()
        });
    let (len, scale) = scales(scene, at, true);
    if len == 0 || !counted || scene.compound(at).is_some_and(|longer| longer > len) {
        return None;
    }
    let rough = scene.cue_before(at, ROUGH).is_some();
    let (more, part) = tenths(scene, at + len, false)
        .filter(|_| scale > Decimal::TEN)
        .map_or((0, Decimal::ZERO), |found| found);
    let (behind, larger) = match more {
        0 => (0, Decimal::ONE),
        _ => scales(scene, at + len + more, false),
    };
    let value = scale.checked_add(scale.checked_mul(part)?)?.checked_mul(larger)?.normalize();
    (rough || more > 0).then(|| Number {
        len: len + more + behind,
        value,
        scale: scale * larger,
        flags: Vec::new(),
        rule: "number.one_of_scale",
    })
}
