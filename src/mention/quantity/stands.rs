//! Whether a number of running text is a figure.
//!
//! `ba` in `ba xã` counts, in `bà Ba` it does not: digits may stand alone, a number word needs
//! something that it counts, and `một` other counts beside it. Without diacritics `tam` is seldom
//! `tám`: there it must count something that the lexicon knows.

use super::Quantity;
use crate::lexicon::{CueClass, UnitKind};
use crate::mention::{Scene, number, unit};
use rust_decimal::Decimal;

/// Whether the words around the number make a figure of it.
pub(super) fn stands(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    let digits = scene.is_digits(quantity.number.start);
    let known = quantity.unit.as_ref().is_some_and(|u| u.key.is_some());
    let year_word = scene.is_year_unit(quantity.number.start) && quantity.number.len() == 1;
    if quantity.value.is_zero() && !digits
        || year_word
            && scene
                .cue_before(quantity.number.start, &[CueClass::Level, CueClass::Habitual])
                .is_some()
        || is_denominator(scene, quantity)
    {
        return false;
    }
    let word_rule = quantity.rules[0];
    if digits || matches!(word_rule, "number.vague" | "number.multiple" | "number.ordinal") {
        return true;
    }
    if word_rule == "number.fraction_words" {
        return quantity.unit.is_some()
            || scene.cue(quantity.number.end, &[CueClass::AspectNoun]).is_some();
    }
    let one = quantity.value == Decimal::ONE && quantity.number.len() == 1;
    let small = (Decimal::TWO..=Decimal::TEN).contains(&quantity.value)
        && !year_word
        && scene.lexicon.marked;
    (known || small && quantity.unit.is_some()) && (!one || beside_counts(scene, quantity))
}

/// `số giường bệnh trên một vạn dân đạt …`, `tỷ suất tử vong trên 1.000 trẻ đẻ sống là …`: a round
/// number of people behind `trên` in the name of a rate.
fn is_denominator(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    const VERBS: &[CueClass] =
        &[CueClass::Level, CueClass::Rise, CueClass::Fall, CueClass::Has, CueClass::Done];
    let start = quantity.words.start;
    if scene.key(start) != "trên" || !unit::is_round(quantity.value) || quantity.unit.is_none() {
        return false;
    }
    let verb = |at: usize| scene.cue(at, VERBS).is_some();
    let words = (0..start).rev().take(12).take_while(|i| scene.is_word(*i) && !verb(*i));
    let rate = words.filter(|i| matches!(scene.key(*i), "số" | "suất")).last();
    let end = quantity.words.end;
    rate.is_some() && (end..end + 3).take_while(|i| scene.is_word(*i)).any(verb)
}

/// `một` counts only beside other counts: `một trường, hai lớp`.
fn beside_counts(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    let counts = |at: usize| {
        number::read(scene, at).is_some_and(|n| {
            unit::known(scene, at + n.len).is_some_and(|u| u.kind == UnitKind::Count)
        })
    };
    let end = quantity.words.end;
    let behind = scene.joins(end) && counts(end + 1);
    let before = quantity.words.start >= 3
        && scene.joins(quantity.words.start - 1)
        && (2..=4.min(quantity.words.start)).any(|back| counts(quantity.words.start - back));
    behind || before
}
