//! Scales behind a number: words (`nghìn tỷ`) and letters (`50K đồng`).

use crate::lexicon::{CueClass, NumberKind, UnitKind};
use crate::mention::Scene;
use rust_decimal::Decimal;

/// Scales in a row, multiplied: `nghìn tỷ`; behind digits also `trăm triệu`, `chục`. A scale that
/// begins a longer word (`tỷ lệ`) is none.
pub(super) fn scales(scene: &Scene<'_>, at: usize, digits: bool) -> (usize, Decimal) {
    let (mut len, mut product) = (0, Decimal::ONE);
    for kind in [NumberKind::Hundred, NumberKind::Tens] {
        if let Some((more, value)) = factor(scene, at, kind).filter(|_| digits) {
            (len, product) = (more, value);
        }
    }
    while let Some((more, value)) = factor(scene, at + len, NumberKind::Scale) {
        if scene.cue(at + len, &[CueClass::Compound]).is_some_and(|(longer, _)| longer > more) {
            break;
        }
        let Some(larger) = product.checked_mul(value) else { break };
        product = larger;
        len += more;
    }
    (len, product)
}

/// `K` in `50K đồng` and `$50K`: letters stand for scales only in amounts of money.
pub(super) fn money_suffix(scene: &Scene<'_>, start: usize, at: usize) -> Option<(usize, Decimal)> {
    let (len, value) = suffix(scene, at)?;
    let money = scene.unit(at + len).is_some_and(|(_, unit)| unit.kind == UnitKind::Money)
        || scene.cue_before(start, &[CueClass::MoneyBefore]).is_some();
    money.then_some((len, value))
}

/// `K`, `M` glued to digits; a small `m` is the metre.
pub(super) fn suffix(scene: &Scene<'_>, at: usize) -> Option<(usize, Decimal)> {
    let token = scene.text.tokens.get(at).filter(|token| !token.spaced)?;
    factor(scene, at, NumberKind::Suffix).filter(|_| token.capital || scene.unit(at).is_none())
}

/// The number word of a kind at token `at`: its length and value.
pub(super) fn factor(scene: &Scene<'_>, at: usize, kind: NumberKind) -> Option<(usize, Decimal)> {
    let (len, number) = scene.number_of(at, kind)?;
    Some((len, number.value.parse().ok()?))
}
