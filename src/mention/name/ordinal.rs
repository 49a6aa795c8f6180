//! Places in an order that are no ranks: `lần thứ 5`, `thứ 6`; `đứng thứ 9` is a figure.

use super::Found;
use super::counted::is_counted;
use crate::lexicon::CueClass;
use crate::mention::Scene;

/// `lần thứ 5`, `thứ 6`, unless a rank: `đứng thứ 9`.
pub(super) fn ordinal(scene: &Scene<'_>, at: usize) -> Found {
    scene.cue_before(at, &[CueClass::Ordinal])?;
    let rank = scene.cue_before(at, &[CueClass::RankBefore]).is_some();
    if rank || next_rank(scene, at) || is_counted(scene, at) {
        return None;
    }
    Some((1, "ordinal", "name.ordinal"))
}

/// `đứng thứ 4 trong vùng và thứ 21 cả nước`: a rank in another field, told right behind the first.
pub(in crate::mention) fn next_rank(scene: &Scene<'_>, at: usize) -> bool {
    const REACH: usize = 9;
    let Some(joint) = at.checked_sub(2) else { return false };
    let ranked = |i: usize| scene.cue(i, &[CueClass::RankBefore]).is_some();
    scene.cue_before(at, &[CueClass::Ordinal]).is_some_and(|(len, _)| len == 1)
        && scene.joins(joint)
        && (joint.saturating_sub(REACH)..joint).any(ranked)
}
