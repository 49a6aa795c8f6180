//! Two digits in words, side by side, are a range: `hai ba lần`, `năm bảy trăm`, `tám chín chục ngàn`, `sáu,
//! bảy hộ`. The second is one or two more than the first; they share tens, hundreds and scale.
//!
//! Something has to be counted: `hai ba` alone is none.

use super::span::Joined;
use crate::lexicon::NumberKind;
use crate::mention::number::{self, Number};
use crate::mention::{Scene, unit};
use rust_decimal::Decimal;

/// The range that begins at token `at`.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<Joined> {
    let capital = |i: usize| scene.text.tokens.get(i).is_some_and(|token| token.capital);
    let low = digit(scene, at, NumberKind::Digit).filter(|_| !capital(at) || at == 0)?;
    let comma = usize::from(scene.key(at + 1) == ",");
    let second = at + 1 + comma;
    let high = digit(scene, second, NumberKind::Digit)
        .or_else(|| digit(scene, second, NumberKind::TailDigit))
        .filter(|high| *high > low && *high - low <= Decimal::TWO && !capital(second))?;
    let (len, factor) = [NumberKind::Tens, NumberKind::Hundred]
        .into_iter()
        .find_map(|kind| Some((1, digit(scene, second + 1, kind)?)))
        .unwrap_or((0, Decimal::ONE));
    let (more, scale) = number::scales(scene, second + 1 + len);
    let end = second + 1 + len + more;
    let counted = unit::known(scene, end).is_some() || comma == 0 && len + more > 0;
    let times = factor.checked_mul(scale).filter(|_| counted)?;
    let number = Number {
        len: end - at,
        value: low.checked_mul(times)?.normalize(),
        scale,
        flags: Vec::new(),
        rule: "number.range",
    };
    Some(Joined::pair(number, high.checked_mul(times)?.normalize(), at))
}

fn digit(scene: &Scene<'_>, at: usize, kind: NumberKind) -> Option<Decimal> {
    scene.number_of(at, kind).filter(|(len, _)| *len == 1)?.1.value.parse().ok()
}
