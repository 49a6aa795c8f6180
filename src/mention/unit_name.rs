//! What a unit is recognised by: two figures have the same unit where this is the same.
//!
//! The key of the lexicon, so that `đô la` is `USD`; else the words, however they are spelt (`hoà giải viên`
//! is `hòa giải viên`). What they count, and whether one is a part of the other, is not asked here.

use super::{Quantity, Scene};
use crate::text::{fold_syllable, respell};

/// The name of a unit that is written so, with its key in the lexicon.
#[must_use]
pub fn unit_name(key: Option<&str>, words: &str) -> String {
    match key {
        Some(key) => key.to_owned(),
        None => words.split_whitespace().map(fold_syllable).collect::<Vec<_>>().join(" "),
    }
}

impl Quantity {
    /// The name of its unit; empty where it has none.
    #[must_use]
    pub fn unit_name(&self, scene: &Scene<'_>) -> String {
        let Some(unit) = &self.unit else { return String::new() };
        let words: Vec<&str> = unit.words.clone().map(|i| scene.key(i)).collect();
        unit_name(unit.key.as_deref(), &words.join(" "))
    }

    /// The unit in the lexicon's spelling, or the noun as it is spelt today; `đồng` where money is
    /// written without it.
    #[must_use]
    pub fn unit_text(&self, scene: &Scene<'_>) -> Option<String> {
        let unit = self.unit.as_ref()?;
        let (text, lexicon) = (scene.text, scene.lexicon);
        let known = unit.key.as_deref().and_then(|key| lexicon.entries.unit_of_key(key));
        let spelling = known.and_then(|known| match unit.words.is_empty() {
            true => Some(known.forms.first()),
            false => lexicon.spelling(known, text, unit.words.clone()),
        });
        Some(spelling.map_or_else(|| respell(text.slice(unit.words.clone())), str::to_owned))
    }
}

#[cfg(test)]
mod tests {
    use super::unit_name;

    #[test]
    fn a_unit_is_known_by_its_key_else_by_its_words() {
        assert_eq!(unit_name(Some("usd"), "đô la"), unit_name(Some("usd"), "USD"));
        assert_eq!(unit_name(None, "Hoà giải viên"), unit_name(None, "hòa giải viên"));
        assert_ne!(unit_name(None, "vụ"), unit_name(None, "vụ án"));
    }
}
