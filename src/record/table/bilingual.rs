//! The English half of a caption in two languages: `Dân số trung bình Average population by sex and by residence`.
//!
//! Yearbooks print both. The Vietnamese half says what a table measures. What could be Vietnamese is believed to be.

use crate::mention::Scene;
use crate::text::Tokens;

/// The fewest words of a half, and how many of them no Vietnamese syllable can be.
const WORDS: usize = 3;
const FOREIGN: usize = 2;

/// Letters that no Vietnamese syllable has, and those that none ends in.
const NEVER: [char; 4] = ['f', 'j', 'w', 'z'];
const NEVER_LAST: [char; 9] = ['b', 'd', 'k', 'l', 'q', 'r', 's', 'v', 'x'];

/// The words of a caption without its English half.
pub(super) fn vietnamese(scene: &Scene<'_>, words: Tokens) -> Tokens {
    let key = |at: usize| scene.key(at);
    let plain = |at: &usize| !scene.is_word(*at) || key(*at).is_ascii();
    let run = words.clone().rev().take_while(plain).last().unwrap_or(words.end);
    let start = (run..words.end).find(|at| scene.text.tokens[*at].capital && scene.is_word(*at));
    let Some(start) = start.filter(|start| *start > words.start) else { return words };
    let half = || (start..words.end).filter(|at| scene.is_word(*at));
    let foreign = half().filter(|at| is_foreign(key(*at))).count();
    if half().count() < WORDS || foreign < FOREIGN {
        return words;
    }
    let ends = (words.start..start).rev().find(|at| scene.is_word(*at) || scene.is_digits(*at));
    words.start..ends.map_or(start, |at| at + 1)
}

/// Whether a word has letters of another language, or more than the one group of vowels that a syllable has.
fn is_foreign(key: &str) -> bool {
    let groups = key.split(|c| !"aeiouy".contains(c)).filter(|group| !group.is_empty());
    key.contains(NEVER) || key.ends_with(NEVER_LAST) || groups.count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    #[test]
    fn the_english_half_is_left_out() {
        for (caption, left) in [
            ("Dân số trung bình Average population by sex", "Dân số trung bình"),
            ("Dân số trung bình - Average population by sex", "Dân số trung bình"),
            ("Diện tích cây ăn quả", "Diện tích cây ăn quả"),
            ("Thu ngân sách huyện Ba Tri", "Thu ngân sách huyện Ba Tri"),
        ] {
            let text = Text::new(caption);
            let marks = Marks::new(&text, Lexicon::built_in());
            let scene = Scene::new(&marks, None);
            assert_eq!(text.slice(vietnamese(&scene, 0..text.tokens.len())), left);
        }
    }
}
