//! Days and years that no word of time introduces: `18/7`, `2021`, `mùng 3 Tết`.
//!
//! They date nothing, and count nothing as long as nothing stands behind them that is counted.

use super::Found;
use super::counted::is_counted;
use crate::lexicon::CueClass;
use crate::mention::Scene;

/// `mùng 3 Tết`, `29 Tết`, `28 tháng Chạp`: days of the moon.
pub(super) fn lunar(scene: &Scene<'_>, at: usize) -> Found {
    scene.small(at, 30)?;
    let before = scene.cue_before(at, &[CueClass::LunarBefore]).is_some();
    let after = scene.cue(at + 1, &[CueClass::LunarAfter]);
    let len = 1 + after.map_or(0, |(len, _)| len);
    (before && !is_counted(scene, at) || after.is_some()).then_some((
        len,
        "lunar day",
        "name.lunar",
    ))
}

/// `18/7` with nothing counted behind it.
pub(super) fn short_date(scene: &Scene<'_>, at: usize) -> Found {
    let day = scene.small(at, 31)?;
    let month = scene.small(at + 2, 12)?;
    let joined = scene.key(at + 1) == "/" && scene.is_glued(at + 1) && scene.is_glued(at + 2);
    let rank = scene.cue_before(at, &[CueClass::RankBefore]).is_some();
    (joined && !rank && day >= month && scene.key(at + 3) != "/" && !is_counted(scene, at + 2))
        .then_some((3, "date", "name.short_date"))
}

/// `2021` with nothing counted behind it.
pub(super) fn lone_year(scene: &Scene<'_>, at: usize) -> Found {
    scene.year(at)?;
    (!is_counted(scene, at)).then_some((1, "year", "name.lone_year"))
}
