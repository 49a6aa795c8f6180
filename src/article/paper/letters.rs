//! A line as its letters and digits alone, without marks, case and spaces: `B Á O  CÁO` is `baocao`.
//!
//! Scans set letters apart and lose marks; the phrases of a header are long enough to be known
//! without either. Single words are not: they open a line as wholes, with their marks.

use crate::text::{fold_syllable, strip_diacritics};
use std::ops::Range;

/// A line as letters, each with the bytes that it stands in.
pub(super) struct Letters {
    plain: String,
    /// For each byte of `plain`, the bytes of the line.
    bytes: Vec<Range<usize>>,
}

impl Letters {
    pub(super) fn new(text: &str) -> Self {
        let mut letters = Self { plain: String::new(), bytes: Vec::new() };
        for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            let plain = plain(c.encode_utf8(&mut [0; 4]));
            letters.bytes.extend(std::iter::repeat_n(at..at + c.len_utf8(), plain.len()));
            letters.plain.push_str(&plain);
        }
        letters
    }

    pub(super) fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }

    /// Whether the line is these words and nothing else.
    pub(super) fn are(&self, words: &str) -> bool {
        self.plain == plain(words)
    }

    /// Where the words stand in the line.
    pub(super) fn find(&self, words: &str) -> Option<Range<usize>> {
        let words = plain(words);
        let at = self.plain.find(&words)?;
        Some(self.bytes[at].start..self.bytes[at + words.len() - 1].end)
    }
}

/// Whether a text begins with the words, and another word or nothing behind them.
pub(super) fn opens(text: &str, words: &str) -> bool {
    opening(text, words).is_some()
}

/// What stands behind the words at the head of a text. Marks count here: `quỹ` is not `quy`.
pub(super) fn opening<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let mut found = chunks(text);
    let mut rest = None;
    for word in chunks(words) {
        let chunk = found.next().filter(|chunk| fold_syllable(chunk) == fold_syllable(word))?;
        rest = Some(chunk.as_ptr().addr() - text.as_ptr().addr() + chunk.len());
    }
    rest.map(|end| &text[end..])
}

/// The words and numbers of a text.
fn chunks(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|chunk| !chunk.is_empty())
}

/// Whether one of the phrases opens a text.
pub(super) fn opens_with_one(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| opens(text, phrase))
}

/// Whether all letters of a text are capitals, and there are two or more.
pub(super) fn is_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 1 && !text.chars().any(char::is_lowercase)
}

fn plain(text: &str) -> String {
    let kept: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    strip_diacritics(&kept).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_whatever_stands_between_their_letters() {
        let letters = Letters::new("HUYỆN MẪU C Ộ N G  HOÀ  Xã hội");
        assert_eq!(letters.find("cộng hòa xã hội"), Some(14..letters.bytes.last().unwrap().end));
        assert_eq!(letters.find("độc lập"), None);
        assert!(Letters::new("B Á O C Á O").are("báo cáo"));
    }

    #[test]
    fn words_open_a_text_as_wholes() {
        assert!(opens("SỞ Y TẾ", "sở") && opens("Nơi nhận:", "nơi nhận"));
        assert!(opens("V/v họp", "v/v") && opens("UỶ BAN XÃ", "ủy ban"));
        assert!(!opens("QUY ĐỊNH", "quỹ"));
        assert!(!opens("SỞN", "sở") && !opens("VÀ SỞ", "sở") && !opens("", "sở"));
    }
}
