//! What Vietnamese can be: an onset, a rhyme, one tone, in one case.
//!
//! `ngường` can be, `ngùươn`, `ngƯời` and `straße` cannot. Asked of words with marks only; what is
//! plain ASCII is the same in every encoding.

use super::words::syllables::{ONSETS, RHYMES, STOPS};
use std::collections::HashSet;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

static RHYME_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| RHYMES.iter().copied().collect());

const STOPPED_TONES: [char; 2] = ['\u{301}', '\u{323}'];

/// Whether a word can be a syllable, but for its case.
pub(crate) fn is_possible(word: &str) -> bool {
    let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let parts = || word.chars().flat_map(char::to_lowercase).nfd();
    let letters: String = parts().filter(|c| !is_tone(c)).nfc().collect();
    let mut tones = parts().filter(is_tone);
    let has_tone = tones.next().is_some_and(|tone| STOPPED_TONES.contains(&tone));
    tones.next().is_none()
        && ONSETS.iter().any(|onset| {
            let rhyme = letters.strip_prefix(onset).filter(|rhyme| RHYME_SET.contains(rhyme));
            rhyme.is_some_and(|rhyme| has_tone || !STOPS.iter().any(|stop| rhyme.ends_with(stop)))
        })
}

/// Whether a word is written small, with a capital first, or in capitals.
fn is_in_one_case(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    let capitals = letters.clone().filter(|c| c.is_uppercase()).count();
    capitals == 0 || first && capitals == letters.count()
}

/// `ĐVT`, `HĐND`: capitals with no other mark than that of `Đ`.
fn is_abbreviation(word: &str) -> bool {
    let mut letters = word.chars();
    let capital = |c: char| c == 'Đ' || c.is_ascii_uppercase();
    letters.by_ref().next().is_some_and(capital)
        && letters.next().is_some_and(capital)
        && letters.all(capital)
}

/// Whether every word of a text, and there is one, can be a syllable or an abbreviation.
pub(super) fn is_vietnamese(text: &str) -> bool {
    let mut words =
        text.split(|c: char| !c.is_alphabetic() && !is_mark(c)).filter(|w| !w.is_empty());
    let is_one = |word: &str| is_abbreviation(word) || is_in_one_case(word) && is_possible(word);
    words.next().is_some_and(is_one) && words.all(is_one)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_known() {
        for word in [
            "người",
            "Nghĩa",
            "HUYỆN",
            "quý",
            "quyết",
            "gì",
            "giếng",
            "hoà",
            "hòa",
            "khuỷu",
            "đã",
            "ở",
            "Ủy",
            "yếu",
            "xoong",
            "học",
            "Đăk",
            "Krông",
            "Kuêh",
            "Niê",
            "tập\u{a0}huấn",
            "ngu\u{31b}\u{300}i",
        ] {
            assert!(is_vietnamese(word), "{word}");
        }
        for word in ["ngùời", "ngƯời", "straße", "déjà", "họ̀c", "hoc̉", "lµ", "", "®", "Ã"]
        {
            assert_eq!(is_vietnamese(word), word == "Ã", "{word}");
        }
    }
}
