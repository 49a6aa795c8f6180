//! Units that the text leaves out: `từ 20 lên 30 triệu đồng`, `180 và 205 học viên`.
//!
//! A figure without a unit takes that of the figure it is coordinated with: the next one behind
//! `và`, `,`, `lên`, else the one before it. A scale goes along only from the end of a from-to.

use crate::lexicon::{CueClass, UnitKind};
use crate::mention::{Mentions, Quantity, Scene, UnitWords};
use rust_decimal::Decimal;

/// How many tokens may stand between two coordinated figures.
const REACH: usize = 12;

/// `Số nhiệm vụ chưa thực hiện là 187`: the unit stands in the subject.
fn from_subject(scene: &Scene<'_>, quantity: &mut Quantity) {
    let start = quantity.words.start;
    if quantity.unit.is_some()
        || quantity.rank
        || scene.cue_before(start, &[CueClass::Level]).is_none()
    {
        return;
    }
    for at in (start.saturating_sub(16)..start).rev() {
        if matches!(scene.key(at), "." | ";" | ",") || scene.is_digits(at) {
            return;
        }
        let counted =
            scene.cue(at, &[CueClass::CountOf]).and_then(|(len, _)| scene.unit_words(at + len));
        if let Some(unit) = counted {
            quantity.rules[1] = "unit.subject";
            quantity.unit = Some(UnitWords { rule: "unit.subject", ..unit });
            return;
        }
    }
}

/// Fills in units that are left out, and drops digits that count nothing.
pub(super) fn complete(scene: &Scene<'_>, mentions: &mut Mentions) {
    for quantity in &mut mentions.quantities {
        from_subject(scene, quantity);
    }
    for f in (0..mentions.quantities.len()).rev() {
        from_next(scene, mentions, f);
    }
    for f in 0..mentions.quantities.len() {
        from_previous(scene, mentions, f);
    }
}

fn from_next(scene: &Scene<'_>, mentions: &mut Mentions, f: usize) {
    let (head, tail) = mentions.quantities.split_at_mut(f + 1);
    let (Some(this), Some(next)) = (head.last_mut(), tail.first()) else { return };
    let gap = this.words.end..next.words.start;
    if gap.len() > REACH || gap.clone().any(|i| matches!(scene.key(i), "." | ";" | ":" | ")" | "("))
    {
        return;
    }
    let from_to = this.from && gap.clone().any(|i| scene.cue(i, &[CueClass::Level]).is_some());
    if from_to && this.scale == Decimal::ONE && next.scale > Decimal::ONE && this.unit.is_none() {
        this.value = (this.value * next.scale).normalize();
        this.scale = next.scale;
    }
    let joined = gap.len() <= 1 && gap.clone().all(|i| scene.joins(i) || scene.key(i) == "-");
    if this.unit.is_none()
        && !this.rank
        && (from_to || joined || gap.len() <= REACH && gap.clone().any(|i| scene.joins(i)))
    {
        inherit(this, next, "unit.inherited_next");
    }
}

fn from_previous(scene: &Scene<'_>, mentions: &mut Mentions, f: usize) {
    let (head, tail) = mentions.quantities.split_at_mut(f);
    let (Some(previous), Some(this)) = (head.last(), tail.first_mut()) else { return };
    let gap = previous.words.end..this.words.start;
    if this.unit.is_some()
        || this.rank
        || gap.len() > REACH
        || gap.clone().any(|i| matches!(scene.key(i), "." | "(" | ")"))
    {
        return;
    }
    let remainder = gap.clone().any(|i| scene.cue(i, &[CueClass::Rest]).is_some());
    let coordinated = gap.clone().any(|i| scene.joins(i) || scene.key(i) == ";");
    let counts = previous
        .kind()
        .is_some_and(|k| matches!(k, UnitKind::Count | UnitKind::Money | UnitKind::Share));
    if counts && (remainder || coordinated || this.from) {
        inherit(this, previous, "unit.inherited_previous");
    }
}

fn inherit(this: &mut Quantity, from: &Quantity, rule: &'static str) {
    this.unit = from.unit.clone().map(|unit| UnitWords { rule, ..unit });
    this.rules[1] = rule;
}
