//! Text in NFC, when two texts say the same, and whether one is Vietnamese by its letters.

use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text in NFC.
pub(super) fn nfc(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    }
}

/// Whether two texts have the same letters and digits.
pub(super) fn same(a: &str, b: &str) -> bool {
    letters(a) == letters(b)
}

/// The letters and digits of a text, lower case.
pub(super) fn letters(text: &str) -> String {
    let text = nfc(text);
    let kept = text.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

/// Whether a text has letters that Vietnamese alone has.
pub(super) fn is_vietnamese(text: &str) -> bool {
    text.contains(|c| matches!(c, 'Ạ'..='ỹ' | 'Đ' | 'đ' | 'Ơ' | 'ơ' | 'Ư' | 'ư'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_the_language() {
        for text in ["Nhập ngũ", "hộ", "Nơi ở", "ĐẢNG", "Được mùa"] {
            assert!(is_vietnamese(text), "{text}");
        }
        for text in ["Over 12 communes", "à la carte", "São Paulo", "Müller, București"] {
            assert!(!is_vietnamese(text), "{text}");
        }
    }

    #[test]
    fn marks_and_case_make_no_difference() {
        assert!(same("Mở lớp: 12", "MỞ LỚP 12"));
        assert!(same("ho\u{323}c", "học"));
        assert!(!same("Mở lớp 12", "Mở lớp 1"));
    }
}
