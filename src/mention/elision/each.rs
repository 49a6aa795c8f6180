//! `mỗi tháng 3 lần`, `mỗi năm mở 10 lớp`, `mỗi suất trị giá 500.000 đồng`: what a figure is per stands
//! before it: a time anywhere in the clause, a noun right before the figure or its verb.

use crate::lexicon::{CueClass, UnitKind};
use crate::mention::{Quantity, Scene};

/// How many tokens may stand between `mỗi` and the figure.
const REACH: usize = 12;

pub(super) fn before(scene: &Scene<'_>, quantities: &mut [Quantity], f: usize) {
    let start = f.checked_sub(1).map_or(0, |before| quantities[before].words.end);
    let this = &mut quantities[f];
    if this.per.is_some() || this.rank || this.kind().is_none_or(|kind| kind == UnitKind::Share) {
        return;
    }
    let end = this.words.start;
    let clause = (start.max(end.saturating_sub(REACH))..end).rev();
    let each = clause
        .take_while(|i| scene.is_word(*i))
        .find_map(|i| scene.cue(i, &[CueClass::Each]).map(|(len, _)| (i, i + len)));
    let Some((each, at)) = each else { return };
    let unit = scene.unit(at);
    let len = unit.map_or(1, |(len, _)| len);
    let verb = scene.cue(at + len, &[CueClass::Level]).map_or(0, |(len, _)| len);
    let touches = at + len == end || at + len + verb == end;
    if touches || unit.is_some_and(|(_, unit)| unit.kind == UnitKind::Time) {
        this.per = Some(at..at + len);
    }
    if touches {
        this.words.start = each;
    }
}
