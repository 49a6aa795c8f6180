//! Money that is not written as number and unit: `$10`, `USD 3,5 triệu`, `2 đô la 23 xen`.

use crate::lexicon::{CueClass, NumberKind, UnitKind};
use crate::mention::Scene;
use crate::mention::number;
use crate::mention::unit::{self, UnitWords};
use rust_decimal::Decimal;

/// The currency that stands before the number at token `start`, and is not that of a number
/// before it.
pub(super) fn before(scene: &Scene<'_>, start: usize) -> Option<UnitWords> {
    let (len, _) = scene.cue_before(start, &[CueClass::MoneyBefore])?;
    let at = start - len;
    let counted =
        at > 0 && (scene.is_digits(at - 1) || scene.number_of(at - 1, NumberKind::Scale).is_some());
    unit::known(scene, at)
        .filter(|unit| unit.words.end == start && unit.kind == UnitKind::Money && !counted)
        .map(|unit| UnitWords { rule: "unit.before", ..unit })
}

/// `và 23 xen` behind a currency: the token behind it, and the part of the whole.
pub(super) fn cents(scene: &Scene<'_>, unit: &UnitWords) -> Option<(usize, Decimal)> {
    let end = unit.words.end;
    let and = usize::from(scene.cue(end, &[CueClass::And]).is_some());
    let number = number::read(scene, end + and).filter(|_| unit.kind == UnitKind::Money)?;
    let cent = unit::known(scene, end + and + number.len).filter(|cent| {
        cent.key.as_deref() == Some("cent") && number.value < Decimal::ONE_HUNDRED
    })?;
    Some((cent.words.end, number.value / Decimal::ONE_HUNDRED))
}
