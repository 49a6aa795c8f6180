//! Chains of numbers: `1-2-2-2`, `0102-33-4455-6`, `3/4/5/6` count nothing.
//!
//! A range has two ends, a fraction two parts and a day three, so four numbers that are joined by dashes or
//! strokes without a space are a code. Three are left to the other readers.

use super::Found;
use crate::mention::Scene;

/// Fewest numbers of a chain.
const FEWEST: usize = 4;

/// The chain that begins with the digits at `at`.
pub(super) fn chain(scene: &Scene<'_>, at: usize) -> Found {
    let goes_on = |mark: &usize| {
        matches!(scene.key(*mark), "-" | "/")
            && scene.is_digits(mark + 1)
            && scene.is_glued(*mark)
            && scene.is_glued(mark + 1)
    };
    let more = (at + 1..).step_by(2).take_while(goes_on).count();
    (more + 1 >= FEWEST).then_some((1 + 2 * more, "chain", "name.chain"))
}
