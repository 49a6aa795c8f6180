//! Numbers: digits, words, scales, put together to one exact decimal.
//!
//! `1.297` is 1297, `2 tỷ 350 triệu` is 2 350 000 000, `hai mươi mốt` is 21, `hàng chục nghìn`
//! is 10 000. What the number counts, and whether it counts anything, is not decided here.
//!
//! * `digits`: the separators of one run of digits
//! * `words`: number words
//! * `part`: fractions in words, scales that stand for one
//! * `scale`: what multiplies them
//! * `scaled`: digits or words with their scales

mod digits;
mod part;
mod scale;
mod scaled;
mod words;

pub use digits::Decimals;
pub(crate) use scaled::Number;

use super::Scene;
use crate::lexicon::NumberKind;
use rust_decimal::Decimal;

/// The number with its scales that begins at token `at`.
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Number> {
    scaled::read(scene, at)
}

/// The run of digits that begins at token `at`, without scales, in a table that writes its decimals
/// so; `counted` where its unit counts things.
pub(crate) fn in_table(
    scene: &Scene<'_>,
    at: usize,
    decimals: Decimals,
    counted: bool,
) -> Option<Number> {
    scaled::in_table(scene, at, decimals, counted)
}

/// The scales that begin at token `at`, multiplied, and their length: `nghìn tỷ`.
pub(crate) fn scales(scene: &Scene<'_>, at: usize) -> (usize, Decimal) {
    scale::scales(scene, at, true)
}

/// A place in a ranking in words: `nhất`, `tư`, `mười hai`, and its length.
pub(crate) fn ordinal(scene: &Scene<'_>, at: usize) -> Option<(usize, Decimal)> {
    match scene.number_of(at, NumberKind::Ordinal) {
        Some((len, word)) => Some((len, word.value.parse().ok()?)),
        None => words::read_anywhere(scene, at),
    }
}

/// A letter that stands for a scale, glued to the digits before token `at`: `K`, `M`.
pub(crate) fn suffix(scene: &Scene<'_>, at: usize) -> Option<(usize, Decimal)> {
    scale::suffix(scene, at)
}

/// A whole number without scales, in digits or in words, and its length: for counts of months
/// and years.
pub(crate) fn plain(scene: &Scene<'_>, at: usize) -> Option<(usize, Decimal)> {
    if scene.is_digits(at) {
        let key = scene.key(at);
        return (key.len() <= 3 && key.bytes().all(|b| b.is_ascii_digit()))
            .then(|| key.parse().ok().map(|value| (1, value)))
            .flatten();
    }
    words::read(scene, at)
}
