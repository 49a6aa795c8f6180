//! Doubts about a figure that only its record shows.
//!
//! `tăng 1,4 lần` can be a multiple or an increment, `tỷ lệ … giảm 1,2%` points or percent. The
//! figure stays as it is printed; doubts about its digits come with the mention.

use super::role;
use crate::lexicon::{CueClass, Lexicon, UnitKind};
use crate::mention::{Flag, Quantity, Scene};
use crate::record::Role;
use crate::text::Text;

/// All doubts about a figure with its role and indicator, sorted.
pub(super) fn read(
    scene: &Scene<'_>,
    quantity: &Quantity,
    role: &role::Reading,
    indicator: &str,
) -> Vec<Flag> {
    let mut flags = quantity.flags.clone();
    if quantity.unit.as_ref().is_some_and(|u| u.rule.starts_with("unit.inherited")) {
        flags.push(Flag::InheritedUnit);
    }
    if !scene.lexicon.marked {
        flags.push(Flag::NoDiacritics);
    }
    let multiple = scene.cue_before(quantity.words.start, &[CueClass::Times]).is_some();
    match quantity.kind().filter(|_| role.role == Role::Change) {
        Some(UnitKind::Multiple) if !multiple => flags.push(Flag::AmbiguousMultiple),
        Some(UnitKind::Share) if is_ratio(indicator, scene.lexicon) => {
            flags.push(Flag::PercentOrPoint);
        }
        _ => {}
    }
    flags.sort_unstable();
    flags.dedup();
    flags
}

/// `tỷ lệ hộ nghèo`: what is measured is itself a share.
fn is_ratio(indicator: &str, lexicon: &Lexicon) -> bool {
    lexicon.cue(&Text::new(indicator), 0, &[CueClass::RatioNoun]).is_some()
}
