//! What is known of a figure: the sort of its unit, its modifier, its size, its form.

use super::sign::{Family, unit_kind};
use crate::mention::{Flag, Quantity};
use rust_decimal::Decimal;

/// The rows of a figure.
pub(super) fn signs(figure: &Quantity, out: &mut Vec<u16>) {
    out.push(Family::FigureUnit.row(figure.kind().map_or(8, unit_kind)));
    out.push(Family::FigureModifier.row(figure.modifier as usize));
    out.push(Family::FigureSize.row(size(figure.value)));
    let inherited = figure.flags.contains(&Flag::InheritedUnit);
    let written = figure.unit.as_ref().is_some_and(|unit| unit.words.start == figure.number.end);
    let form = [
        figure.from,
        figure.open_ended,
        figure.negative,
        figure.rank,
        figure.high.is_some(),
        figure.of.is_some(),
        figure.per.is_some(),
        inherited,
        written,
        figure.value.scale() > 0,
    ];
    out.extend(
        form.iter().enumerate().filter(|(_, is)| **is).map(|(i, _)| Family::FigureForm.row(i)),
    );
}

/// The number of digits before the decimal mark.
fn size(value: Decimal) -> usize {
    let mut rest = value.trunc().abs();
    let mut digits = 0;
    while !rest.is_zero() && digits < 13 {
        rest = (rest / Decimal::TEN).trunc();
        digits += 1;
    }
    digits
}
