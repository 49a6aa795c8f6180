//! How sure a record is: one probability out of those of its fields.
//!
//! A logistic curve over the logarithms of the probabilities, fitted on articles that the network had not seen, so that
//! of the records with 0.9 nine in ten are right.

use super::fixed::{Curves, ONE};
use super::weights::{Error, Reader};
use crate::judge::Chance;

#[derive(Debug)]
pub(super) struct Confidence {
    /// The offset; the weights of role, quantity, period and words; what a day of publication and a unit add.
    weights: Vec<i32>,
}

/// What a record's confidence is computed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::judge) struct Doubts {
    /// The probabilities of its role, of being a quantity, of its period, of its words.
    pub chances: [Chance; 4],
    /// Whether the article has a day of publication.
    pub is_dated: bool,
    /// Whether it has a unit.
    pub has_unit: bool,
}

impl Confidence {
    pub(super) fn read(reader: &mut Reader) -> Result<Self, Error> {
        Ok(Self { weights: reader.list("confidence", 7)? })
    }

    /// The probability that all of a record is right.
    pub(super) fn of(&self, doubts: Doubts, curves: &Curves) -> Chance {
        let logs = doubts.chances.map(|chance| curves.log_of_chance(chance));
        let flags = [doubts.is_dated, doubts.has_unit].map(|is| if is { ONE } else { 0 });
        let inputs = std::iter::once(ONE).chain(logs).chain(flags);
        let sum = self
            .weights
            .iter()
            .zip(inputs)
            .map(|(weight, x)| i64::from(*weight) * i64::from(x))
            .sum::<i64>();
        curves.chance((sum / i64::from(ONE)) as i32)
    }
}
