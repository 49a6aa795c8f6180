//! Where a letter ends up on the page.
//!
//! A file places its letters by products of matrices of floats. They are multiplied here and
//! nowhere else, and what leaves this file is whole hundredths of a point.

#![expect(clippy::float_arithmetic, reason = "the format places letters by floats")]

use super::super::layout::Unit;
use hayro_syntax::object::Number;

/// An affine map of the plane: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix([f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn new(coefficients: [f64; 6]) -> Self {
        Self(coefficients)
    }

    pub(super) fn of(numbers: [Number; 6]) -> Self {
        Self(numbers.map(|number| number.as_f64()))
    }

    pub(super) fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First `self`, then `other`.
    pub(super) fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [p, q, r, s, t, u]) = (self.0, other.0);
        Self([
            a * p + b * r,
            a * q + b * s,
            c * p + d * r,
            c * q + d * s,
            e * p + f * r + t,
            e * q + f * s + u,
        ])
    }

    /// The place of a point.
    pub(super) fn place(self, x: f64, y: f64) -> (Unit, Unit) {
        let [a, b, c, d, e, f] = self.0;
        (hundredths(a * x + c * y + e), hundredths(b * x + d * y + f))
    }

    /// Whether letters stand upright and go from left to right, on a page whose `y` goes down.
    pub(super) fn is_upright(self) -> bool {
        let [a, b, _, d, ..] = self.0;
        a > 0.0 && d < 0.0 && b.abs() < a / 20.0
    }

    /// How high a type of this size is.
    pub(super) fn size(self, size: f64) -> Unit {
        hundredths((self.0[3] * size).abs())
    }
}

/// Whole hundredths of a point; a place off all paper stays within bounds.
fn hundredths(points: f64) -> Unit {
    #[expect(clippy::cast_possible_truncation, reason = "bounded, and a cast of no number is 0")]
    let whole = (points * 100.0).round().clamp(-10_000_000.0, 10_000_000.0) as Unit;
    whole
}

/// What a letter moves the pen by, before the text matrix: `(width · size + spacing) · stretch`.
pub(super) fn advance(width: f64, text: &Spacing, is_space: bool) -> f64 {
    let word = if is_space { text.word } else { 0.0 };
    (width * text.size + text.letter + word) * text.stretch
}

/// What a number between two strings moves the pen by: thousandths of the size, backwards.
pub(super) fn kern(thousandths: f64, text: &Spacing) -> f64 {
    -thousandths / 1000.0 * text.size * text.stretch
}

/// A share of one, given in hundredths.
pub(super) fn percent(number: f64) -> f64 {
    number / 100.0
}

/// The same way back.
pub(super) fn reversed(way: f64) -> f64 {
    -way
}

/// A width of glyph space as a share of the size.
pub(super) fn scaled(width: f64, scale: f64) -> f64 {
    width * scale
}

/// How text is spaced.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spacing {
    pub(super) size: f64,
    pub(super) letter: f64,
    pub(super) word: f64,
    pub(super) stretch: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_are_made_in_their_order() {
        let twice = Matrix::new([2.0, 0.0, 0.0, 2.0, 0.0, 0.0]);
        let map = twice.then(Matrix::shift(5.0, 1.0));
        assert_eq!(map.place(3.0, 4.0), (1100, 900));
        assert_eq!(Matrix::shift(5.0, 1.0).then(twice).place(3.0, 4.0), (1600, 1000));
    }

    #[test]
    fn places_off_all_paper_are_bounded() {
        assert_eq!(Matrix::IDENTITY.place(1e300, -1e300), (10_000_000, -10_000_000));
        assert_eq!(Matrix::IDENTITY.place(f64::NAN, 0.0), (0, 0));
    }

    #[test]
    fn turned_letters_are_known() {
        assert!(Matrix::new([1.0, 0.0, 0.2, -1.0, 0.0, 0.0]).is_upright(), "slanted");
        assert!(!Matrix::new([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]).is_upright(), "turned");
    }
}
