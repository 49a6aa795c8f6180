//! The unit of a figure that stands behind: `180 và 205 học viên`, `từ 20 lên 30 triệu đồng`, `310, 520
//! và 440 triệu đồng`, `22 trong tổng số 71 người`; and that of the end of a list none of whose items
//! has one before: `lúa 40; ngô 25; rau 12 ha`.
//!
//! Only a joint ties two figures together; words of the next clause never do (`118, tức 93,7%`).

use super::bracket::Brackets;
use super::{between, inherit, lacks_unit, share};
use crate::lexicon::{CueClass, UnitKind};
use crate::mention::{Quantity, Scene};
use rust_decimal::Decimal;
use std::ops::Range;

/// How many tokens may stand between the ends of a from-to, and between two items of a list.
const REACH: usize = 12;

/// Marks behind which another clause or list begins.
fn parts(scene: &Scene<'_>, gap: &Range<usize>) -> bool {
    gap.clone().any(|i| matches!(scene.key(i), "." | ";" | ":" | ")" | "(" | "|"))
}

/// What a joint ties to the next figure has its unit.
pub(super) fn behind_joint(scene: &Scene<'_>, quantities: &mut [Quantity], f: usize) {
    let (head, tail) = quantities.split_at_mut(f + 1);
    let (Some(this), Some(next)) = (head.last_mut(), tail.first()) else { return };
    let gap = between(this, next);
    if gap.len() > REACH || parts(scene, &gap) || !lacks_unit(scene, this) || next.unit.is_none() {
        return;
    }
    let from_to = this.from && gap.clone().any(|i| scene.cue(i, &[CueClass::Level]).is_some());
    let exceeds = next.kind() == Some(UnitKind::Share) && this.value > Decimal::ONE_HUNDRED;
    if from_to || joined(scene, &gap) && !exceeds {
        share(this, next, "unit.inherited_next");
    }
}

/// Whether nothing but a joint stands between two figures: `và`, `,`, `-`, `trong tổng số`, the `x` of `2,5 x 3,2 m`.
fn joined(scene: &Scene<'_>, gap: &Range<usize>) -> bool {
    let whole = |classes| scene.cue(gap.start, classes).is_some_and(|(len, _)| len == gap.len());
    match gap.len() {
        0 => false,
        1 => {
            let is_mark = matches!(scene.key(gap.start), "-" | "x" | "×");
            is_mark || scene.joins(gap.start) || whole(&[CueClass::AmongNumber])
        }
        2 => {
            scene.joins(gap.start) && scene.joins(gap.start + 1) || whole(&[CueClass::AmongNumber])
        }
        _ => whole(&[CueClass::AmongNumber]),
    }
}

/// `lúa 40; ngô 25; rau 12 ha`: nothing before gives a unit, and nothing but names stands between the
/// items.
pub(super) fn end_of_list(
    scene: &Scene<'_>,
    brackets: &Brackets,
    quantities: &mut [Quantity],
    f: usize,
) {
    const VERBS: &[CueClass] =
        &[CueClass::Level, CueClass::Rise, CueClass::Fall, CueClass::Has, CueClass::Done];
    let (head, tail) = quantities.split_at_mut(f + 1);
    let (Some(this), Some(next)) = (head.last_mut(), tail.first()) else { return };
    let gap = between(this, next);
    let names = gap.clone().all(|i| {
        (scene.is_word(i) || scene.joins(i) || matches!(scene.key(i), ";" | ":" | "-"))
            && scene.cue(i, VERBS).is_none()
    });
    let separated = gap.clone().any(|i| scene.joins(i) || scene.key(i) == ";");
    let counted = |kind| matches!(kind, UnitKind::Count | UnitKind::Money | UnitKind::Measure);
    let same = brackets.around(this.words.start) == brackets.around(next.words.start);
    if lacks_unit(scene, this)
        && this.scale == Decimal::ONE
        && gap.len() <= REACH
        && names
        && separated
        && same
        && next.kind().is_some_and(counted)
    {
        inherit(this, next, "unit.inherited_next");
    }
}
