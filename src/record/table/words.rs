//! Words of tables that are no cues, as `lexicon/tables/*.toml` has them: a module for each file, a constant for each key.
//!
//! They are asked for by their place (`QCVN` opens a head, `hôm qua` stands behind `so với`). A word that goes on, as
//! `giá` does in `giá trị`, is not found.

use crate::mention::Scene;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// How many tokens the longest of some phrases takes that begins at a token.
pub(super) fn phrase_at(scene: &Scene<'_>, at: usize, words: &[&str]) -> Option<usize> {
    let fits = |word: &&&str| word.split(' ').zip(at..).all(|(part, i)| scene.key(i) == part);
    let lengths = words.iter().filter(fits).map(|word| word.split(' ').count());
    let longest = lengths.max()?;
    let goes_on = scene.compound(at).is_some_and(|len| len > longest);
    (!goes_on).then_some(longest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    #[test]
    fn a_word_that_goes_on_is_another() {
        for (raw, want) in [
            ("Giá bán (đồng)", Some(2)),
            ("Giá vàng", Some(1)),
            ("Giá trị sản xuất", None),
            ("Sản lượng", None),
        ] {
            let text = Text::new(raw);
            let marks = Marks::new(&text, Lexicon::built_in());
            assert_eq!(phrase_at(&Scene::new(&marks, None), 0, heads::PRICES), want, "{raw}");
        }
    }
}
