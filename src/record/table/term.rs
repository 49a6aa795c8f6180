//! Lengths of time that say for how long something is agreed, not when it was.
//!
//! `6 tháng` under `Kỳ hạn` is no half of a year but what a saver waits; alone or behind `Lũy kế` it is one. `31/12` under
//! `Thời hạn` is a day, as anywhere.

use super::words::{heads, phrase_at};
use crate::lexicon::{CueClass, UnitKind};
use crate::mention::{Scene, cell_unit};
use crate::text::Tokens;

/// Whether words are such a length: their head, or they themselves, begin with the word for it.
pub(super) fn is_term(scene: &Scene<'_>, words: Tokens, is_headed: bool) -> bool {
    (is_headed || names(scene, words.start)) && tells_length(scene, words)
}

/// `Kỳ hạn`
pub(super) fn names(scene: &Scene<'_>, at: usize) -> bool {
    phrase_at(scene, at, heads::TERMS).is_some()
}

/// `12 tháng`, `6 - 9 tháng`, `từ 24 tháng trở lên`
fn tells_length(scene: &Scene<'_>, mut words: Tokens) -> bool {
    let is_unit = |at: usize| {
        let unit = cell_unit(scene, at).map(|read| read.unit.kind);
        unit == Some(UnitKind::Time) || scene.cue(at, &[CueClass::MonthWord]).is_some()
    };
    let dated = words.clone().any(|i| scene.year(i).is_some());
    !dated && words.any(|i| scene.is_digits(i) && is_unit(i + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    #[test]
    fn a_term_is_no_time() {
        for (raw, is_headed, want) in [
            ("6 tháng", true, true),
            ("Từ 12 tháng trở lên", true, true),
            ("Kỳ hạn 3 tháng", false, true),
            ("6 tháng", false, false),
            ("Tháng 6 năm 2024", true, false),
            ("Không kỳ hạn", true, false),
        ] {
            let text = Text::new(raw);
            let marks = Marks::new(&text, Lexicon::built_in());
            let found = is_term(&Scene::new(&marks, None), 0..text.tokens.len(), is_headed);
            assert_eq!(found, want, "{raw}");
        }
    }
}
