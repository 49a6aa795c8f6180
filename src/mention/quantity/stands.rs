//! Whether a number of running text is a figure.
//!
//! `ba` in `ba xã` counts, in `bà Ba` it does not: digits may stand alone, a number word needs
//! something that it counts, and `một` other counts beside it. Without diacritics `tam` is seldom
//! `tám`: there it must count something that the lexicon knows.

use super::Quantity;
use crate::lexicon::{CueClass, UnitKind};
use crate::mention::{Modifier, Scene, number, unit};
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
        || year_word && is_name(scene, quantity)
    {
        return false;
    }
    let word_rule = quantity.rules[0];
    if digits || matches!(word_rule, "number.vague" | "number.multiple" | "number.ordinal") {
        return true;
    }
    if word_rule == "number.fraction_words" {
        return quantity.number.len() > 1
            || !scene.is_word(quantity.number.start)
            || quantity.unit.is_some()
            || quantity.rules[2] != "modifier.none"
            || scene.cue(quantity.number.end, &[CueClass::CountOf]).is_some();
    }
    if scene.cue_before(quantity.number.start, &[CueClass::Times]).is_some() {
        return true;
    }
    if quantity.value > Decimal::TEN && quantity.number.len() > 1 && scene.lexicon.marked {
        return true;
    }
    let one = quantity.value == Decimal::ONE && quantity.number.len() == 1;
    let small = (Decimal::TWO..=Decimal::TEN).contains(&quantity.value)
        && !year_word
        && scene.lexicon.marked;
    let counted =
        || bounded(quantity) || beside_counts(scene, quantity) || joins_counts(scene, quantity);
    (known || small && quantity.unit.is_some()) && (!one || counted())
}

/// `năm lớp 12`: what stands behind the word is a name with its own number.
fn is_name(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    let numbered = scene.cue(quantity.number.end, &[CueClass::Numbered]);
    numbered.is_some_and(|(len, _)| scene.small(quantity.number.end + len, 12).is_some())
}

/// `số giường bệnh trên một vạn dân đạt …`, `tỷ suất tử vong trên 1.000 trẻ đẻ sống là …`: a round
/// number of people behind `trên` in the name of a rate.
fn is_denominator(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    const VERBS: &[CueClass] =
        &[CueClass::Level, CueClass::Rise, CueClass::Fall, CueClass::Has, CueClass::Done];
    let start = quantity.words.start;
    let over = scene.cue(start, &[CueClass::Over]).is_some_and(|(_, cue)| cue.value.is_some());
    if !over || !unit::is_round(quantity.value) || quantity.unit.is_none() {
        return false;
    }
    let verb = |at: usize| scene.cue(at, VERBS).is_some();
    let words = (0..start).rev().take(12).take_while(|i| scene.is_word(*i) && !verb(*i));
    let rate = words.filter(|i| scene.cue(*i, &[CueClass::RateNoun]).is_some()).last();
    let end = quantity.words.end;
    rate.is_some() && (end..end + 3).take_while(|i| scene.is_word(*i)).any(verb)
}

/// `ít nhất một công trình`: what bounds a number makes one of `một`.
fn bounded(quantity: &Quantity) -> bool {
    matches!(quantity.modifier, Modifier::AtLeast | Modifier::AtMost | Modifier::Nearly)
}

/// `6 học sinh đứng xem và một học sinh hòa giải`: behind a joint, with a count before it in the sentence.
fn joins_counts(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    const REACH: usize = 16;
    let start = quantity.words.start;
    let joined = start > 0
        && (scene.joins(start - 1) && scene.cue(start - 1, &[CueClass::WithWord]).is_none()
            || scene.cue_before(start, &[CueClass::PartIntro]).is_some());
    let counts = |at: usize| {
        let number = number::read(scene, at).filter(|_| scene.is_digits(at))?;
        unit::known(scene, at + number.len).filter(|unit| unit.kind == UnitKind::Count)
    };
    let sentence = (start.saturating_sub(REACH)..start).rev();
    let thing = quantity.kind() == Some(UnitKind::Count);
    joined
        && thing
        && sentence.take_while(|i| !matches!(scene.key(*i), "." | ":")).any(|i| counts(i).is_some())
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
