//! Units that the text leaves out: `từ 20 lên 30 triệu đồng`, `180 và 205 học viên`.
//!
//! A figure without a unit takes that of the figure it is coordinated with: the next one behind
//! `và`, `,`, `lên`, else the one before it. A scale goes along only from the end of a from-to.

use crate::lexicon::{CueClass, UnitKind};
use crate::mention::{Mentions, Quantity, Scene, UnitWords, subject};
use rust_decimal::Decimal;
use std::ops::Range;

/// How many tokens may stand between two coordinated figures.
const REACH: usize = 12;

/// Fills in units that are left out, and drops digits that count nothing.
pub(super) fn complete(scene: &Scene<'_>, mentions: &mut Mentions) {
    for f in 0..mentions.quantities.len() {
        from_subject(scene, mentions, f);
    }
    for f in (0..mentions.quantities.len()).rev() {
        from_next(scene, mentions, f);
    }
    for f in 0..mentions.quantities.len() {
        from_previous(scene, mentions, f);
        from_each(scene, mentions, f);
    }
}

/// `mỗi tháng 3 lần`, `mỗi năm mở 10 lớp`, `mỗi suất trị giá 500.000 đồng`: what a figure is per
/// stands before it; a noun right before it or its verb.
fn from_each(scene: &Scene<'_>, mentions: &mut Mentions, f: usize) {
    let start = f.checked_sub(1).map_or(0, |before| mentions.quantities[before].words.end);
    let this = &mut mentions.quantities[f];
    if this.per.is_some() || this.rank || this.kind().is_none_or(|kind| kind == UnitKind::Share) {
        return;
    }
    let end = this.words.start;
    let clause = (start.max(end.saturating_sub(REACH))..end).rev();
    let each = clause.take_while(|i| scene.is_word(*i)).find(|i| scene.key(*i) == "mỗi");
    let Some(at) = each.map(|each| each + 1) else { return };
    let unit = scene.unit(at);
    let len = unit.map_or(1, |(len, _)| len);
    let verb = scene.cue(at + len, &[CueClass::Level]).map_or(0, |(len, _)| len);
    let touches = at + len == end || at + len + verb == end;
    if touches || unit.is_some_and(|(_, unit)| unit.kind == UnitKind::Time) {
        this.per = Some(at..at + len);
    }
    if touches {
        this.words.start = at - 1;
    }
}

/// `Số bác sĩ/vạn dân tăng từ 7,1`, `tổng số hộ nghèo là 1.250`: what the clause gives the
/// number of.
fn from_subject(scene: &Scene<'_>, mentions: &mut Mentions, f: usize) {
    const VERBS: &[CueClass] = &[CueClass::Level, CueClass::Rise, CueClass::Fall];
    let start = f.checked_sub(1).map_or(0, |before| mentions.quantities[before].words.end);
    let this = &mut mentions.quantities[f];
    if this.unit.is_some() || this.rank {
        return;
    }
    let clause = (start..this.words.start)
        .rev()
        .take_while(|i| !matches!(scene.key(*i), "." | ";" | ":" | "(" | ")"));
    let Some((unit, per)) = clause.filter_map(|i| subject(scene, i)).last() else { return };
    let said = (unit.words.end..this.words.start).any(|i| scene.cue(i, VERBS).is_some());
    if said {
        this.unit = Some(UnitWords { rule: "unit.subject", ..unit });
        this.per = per;
        this.rules[1] = "unit.subject";
    }
}

fn from_next(scene: &Scene<'_>, mentions: &mut Mentions, f: usize) {
    let (head, tail) = mentions.quantities.split_at_mut(f + 1);
    let (Some(this), Some(next)) = (head.last_mut(), tail.first()) else { return };
    let gap = this.words.end..next.words.start;
    if gap.len() > REACH
        || gap.clone().any(|i| matches!(scene.key(i), "." | ";" | ":" | ")" | "(" | "|"))
    {
        return;
    }
    let from_to = this.from && gap.clone().any(|i| scene.cue(i, &[CueClass::Level]).is_some());
    let scaled = this.value.checked_mul(next.scale).filter(|_| {
        from_to && this.scale == Decimal::ONE && next.scale > Decimal::ONE && this.unit.is_none()
    });
    if let Some(value) = scaled {
        (this.value, this.scale) = (value.normalize(), next.scale);
    }
    let joined = gap.len() <= 1 && gap.clone().all(|i| scene.joins(i) || scene.key(i) == "-");
    if this.unit.is_none()
        && !this.rank
        && (from_to || joined || gap.len() <= REACH && gap.clone().any(|i| scene.joins(i)))
    {
        inherit(this, next, "unit.inherited_next");
    }
}

/// `12 đồng chí, khai trừ 1`; a fraction behind an amount (`5 tỷ đồng, bằng 1/4 …`) is none
/// of it, and a multiple (`12 vụ, gấp đôi`) counts nothing.
fn from_previous(scene: &Scene<'_>, mentions: &mut Mentions, f: usize) {
    let (head, tail) = mentions.quantities.split_at_mut(f);
    let (Some(previous), Some(this)) = (head.last(), tail.first_mut()) else { return };
    let gap = previous.words.end..this.words.start;
    let times = scene.cue_before(this.number.start, &[CueClass::Times]).is_some();
    let of_money = this.of.is_some() && previous.kind() == Some(UnitKind::Money);
    if this.unit.is_some()
        || this.rank
        || of_money
        || times
        || gap.len() > REACH
        || gap.clone().any(|i| matches!(scene.key(i), "." | "(" | ")" | "|"))
            && !bracket_by_bracket(scene, &gap, this)
    {
        return;
    }
    let remainder = gap.clone().any(|i| scene.cue(i, &[CueClass::Rest]).is_some());
    let coordinated = gap.clone().any(|i| scene.joins(i) || scene.key(i) == ";");
    let counts = previous
        .kind()
        .is_some_and(|k| matches!(k, UnitKind::Count | UnitKind::Money | UnitKind::Share));
    let from_to = previous.from && gap.clone().any(|i| scene.cue(i, &[CueClass::Level]).is_some());
    if from_to || counts && (remainder || coordinated || this.from) {
        inherit(this, previous, "unit.inherited_previous");
    }
    if from_to && this.per.is_none() {
        this.per.clone_from(&previous.per);
    }
}

/// `xã An Hòa (18 hộ), xã An Bình (15)`: a bare number in the next bracket of a list.
fn bracket_by_bracket(scene: &Scene<'_>, gap: &Range<usize>, this: &Quantity) -> bool {
    let Some(last) = gap.end.checked_sub(1).filter(|last| *last > gap.start) else { return false };
    let mut between = gap.start + 1..last;
    scene.key(gap.start) == ")"
        && scene.key(last) == "("
        && scene.key(this.words.end) == ")"
        && between.clone().any(|i| scene.joins(i))
        && between.all(|i| scene.is_word(i) || scene.joins(i))
}

fn inherit(this: &mut Quantity, from: &Quantity, rule: &'static str) {
    this.unit = from.unit.clone().map(|unit| UnitWords { rule, ..unit });
    this.rules[1] = rule;
}
