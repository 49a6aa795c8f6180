//! The entries as they are asked for while reading: by index, examples left out.

use super::class::CueClass;
use super::entry::{Abbreviation, Cue, Entries, Indicator, Number, Place, Unit};
use super::list::List;
use std::borrow::Cow;

/// The entries of all files.
#[derive(Debug, Clone)]
pub struct Tables {
    /// What is counted or measured.
    pub unit: List<Unit>,
    /// Words that are numbers or parts of numbers.
    pub number: List<Number>,
    /// Words that say how a figure is to be read.
    pub cue: List<Cue>,
    /// What is measured, with its category.
    pub indicator: List<Indicator>,
    /// Short forms and what they stand for.
    pub abbreviation: List<Abbreviation>,
    /// Provinces, with the province that they belong to now.
    pub place: List<Place>,
    /// The class of every cue.
    pub(super) classes: Cow<'static, [CueClass]>,
    /// The units in the order of their keys.
    pub(super) units_by_key: Cow<'static, [u32]>,
}

impl Tables {
    /// The class of a cue, without unpacking it.
    #[must_use]
    pub fn class(&self, cue: u32) -> CueClass {
        self.classes[cue as usize]
    }

    /// The unit with this key.
    #[must_use]
    pub fn unit_of_key(&self, key: &str) -> Option<&Unit> {
        let before = |unit: &u32| self.unit[*unit as usize].key.as_str() < key;
        let first = self.units_by_key.get(self.units_by_key.partition_point(before))?;
        Some(&self.unit[*first as usize]).filter(|unit| unit.key == key)
    }

    /// All entries, unpacked.
    pub(super) fn unpacked(&self) -> Entries {
        Entries {
            unit: self.unit.iter().cloned().collect(),
            number: self.number.iter().cloned().collect(),
            cue: self.cue.iter().cloned().collect(),
            indicator: self.indicator.iter().cloned().collect(),
            abbreviation: self.abbreviation.iter().cloned().collect(),
            place: self.place.iter().cloned().collect(),
        }
    }
}

impl From<Entries> for Tables {
    fn from(entries: Entries) -> Self {
        Self {
            classes: entries.classes().into(),
            units_by_key: entries.units_by_key().into(),
            unit: entries.unit.into(),
            number: entries.number.into(),
            cue: entries.cue.into(),
            indicator: entries.indicator.into(),
            abbreviation: entries.abbreviation.into(),
            place: entries.place.into(),
        }
    }
}
