//! Doubts about a figure that only its record shows.
//!
//! `tăng 1,4 lần` can be a multiple or an increment, `tỷ lệ … giảm 1,2%` points or percent; what the network
//! gives less than an even chance is unsure. The figure stays as it is printed; doubts about its digits come
//! with the mention.

use super::confidence::UNSURE;
use crate::lexicon::{CueClass, Lexicon, UnitKind};
use crate::mention::{Flag, Quantity, Scene};
use crate::record::{Record, Role};
use crate::text::Text;

/// All doubts about a figure and what was made of it, sorted.
pub(super) fn read(scene: &Scene<'_>, quantity: &Quantity, record: &Record) -> Vec<Flag> {
    let mut flags = quantity.flags.clone();
    if quantity.unit.as_ref().is_some_and(|u| u.rule.starts_with("unit.inherited")) {
        flags.push(Flag::InheritedUnit);
    }
    if !scene.lexicon.marked {
        flags.push(Flag::NoDiacritics);
    }
    let multiple = scene.cue_before(quantity.words.start, &[CueClass::Times]).is_some();
    match quantity.kind().filter(|_| record.role == Role::Change) {
        Some(UnitKind::Multiple) if !multiple => flags.push(Flag::AmbiguousMultiple),
        Some(UnitKind::Share) if is_ratio(record.indicator.as_deref(), scene.lexicon) => {
            flags.push(Flag::PercentOrPoint);
        }
        _ => {}
    }
    let sure = record.confidences;
    let judged = [
        (sure.role, Flag::UnsureRole),
        (sure.indicator, Flag::UnsureIndicator),
        (sure.period, Flag::UnsurePeriod),
        (sure.place, Flag::UnsurePlace),
    ];
    flags.extend(judged.iter().filter(|(chance, _)| *chance < UNSURE).map(|(_, flag)| *flag));
    flags.sort_unstable();
    flags.dedup();
    flags
}

/// `tỷ lệ hộ nghèo`: what is measured is itself a share.
fn is_ratio(indicator: Option<&str>, lexicon: &Lexicon) -> bool {
    indicator
        .is_some_and(|words| lexicon.cue(&Text::new(words), 0, &[CueClass::RatioNoun]).is_some())
}
