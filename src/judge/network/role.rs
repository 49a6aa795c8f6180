//! Role and direction of a figure, and whether it is a quantity at all.

use super::encoder::OUT;
use super::fixed::{Curves, factor};
use super::product::Matrix;
use super::weights::{Error, Reader};
use crate::judge::Chance;

/// Result, target, rise, fall, attainment, condition.
pub(super) const ROLES: usize = 6;
const HIDDEN: usize = 64;

#[derive(Debug)]
pub(super) struct Roles {
    hidden: Matrix,
    out: Matrix,
}

impl Roles {
    pub(super) fn read(reader: &mut Reader) -> Result<Self, Error> {
        let hidden = reader.matrix("role hidden", OUT, HIDDEN)?;
        Ok(Self { hidden, out: reader.matrix("role", HIDDEN, ROLES + 1)? })
    }

    /// The probabilities of the roles of each figure, and that it is a quantity.
    pub(super) fn judge(&self, figures: &[i16], curves: &Curves) -> Vec<([Chance; ROLES], Chance)> {
        let hidden: Vec<i16> =
            self.hidden.apply(figures).into_iter().map(|x| factor(x.max(0))).collect();
        let judge = |scores: &[i32]| {
            let shares = curves.shares(&scores[..ROLES]);
            (std::array::from_fn(|i| shares[i]), curves.chance(scores[ROLES]))
        };
        self.out.apply(&hidden).chunks_exact(ROLES + 1).map(judge).collect()
    }
}
