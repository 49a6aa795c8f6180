//! Whether a word goes on behind a tag: it does in `<b>Đ</b>ến`, and not in `động</b>được`.
//!
//! Markup does not say it, the language does. A small letter and a capital or a digit are two words, which style
//! sheets set apart, and so are two syllables of Vietnamese that together are none; behind a comma or a
//! number no word goes on. What could be English is left as it is: `to<b>do</b>`.

use crate::page::is_syllable;
use crate::text::RAISED;

/// Whether the text before a tag and the text behind it are two words. Behind `<sup>` and `<sub>` a digit
/// belongs to its letter.
pub(super) fn are_two_words(before: &str, after: &str, raised: bool) -> bool {
    let head = after.len() - after.trim_start_matches(char::is_alphabetic).len();
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else {
        return false;
    };
    let word = &after[..head];
    match (last, next) {
        _ if last.is_lowercase() && next.is_uppercase() => true,
        _ if last.is_lowercase() && next.is_ascii_digit() => !raised,
        (',' | ';', _) => next.is_alphabetic(),
        _ if last.is_ascii_digit() => !word.is_ascii() && is_syllable(word) && !raised,
        _ if last.is_alphabetic() && next.is_alphabetic() => are_syllables(before, word),
        _ => false,
    }
}

/// Whether raised text behind a number is the mark of a note: `45<sub>2</sub> hộ`.
pub(super) fn is_note(before: &str, raised: &str) -> bool {
    is_number(raised) && before.ends_with(is_digit) && !is_ten(before)
}

/// The raised text of a power of ten as it is written without markup: `⁶` of `10<sup>6</sup>`.
pub(super) fn power(before: &str, raised: &str) -> Option<String> {
    let digits = raised.trim().bytes().map(|digit| RAISED.get(usize::from(digit - b'0')));
    (is_ten(before) && is_number(raised)).then(|| digits.flatten().collect())
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn is_number(raised: &str) -> bool {
    let raised = raised.trim();
    raised.bytes().all(|b| b.is_ascii_digit()) && !raised.is_empty()
}

fn is_ten(before: &str) -> bool {
    before.strip_suffix("10").is_some_and(|rest| !rest.ends_with(is_digit))
}

/// More bytes than any syllable has.
const LONGEST: usize = 32;

/// Whether both words are syllables, one of them with a mark, and not together.
fn are_syllables(before: &str, next: &str) -> bool {
    // What is longer than any syllable is none; a line may be one word, told in a hundred thousand pieces.
    let before = &before[before.floor_char_boundary(before.len().saturating_sub(LONGEST))..];
    let last = &before[before.trim_end_matches(char::is_alphabetic).len()..];
    let is_vietnamese = !last.is_ascii() || !next.is_ascii();
    is_vietnamese
        && is_syllable(last)
        && is_syllable(next)
        && !is_syllable(&format!("{last}{next}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_tells_where_words_end() {
        for (before, after, want) in [
            ("lao động", "được đào tạo", true),
            ("đào tạo,", "tăng 12%", true),
            ("Bến Tre", "Sau ba năm", true),
            ("Bến Tre", "3 năm", true),
            ("1.250", "đồng", true),
            ("Đ", "ến nay", false),
            ("ngh", "ề nông", false),
            ("to", "do list", false),
            ("inter", "net", false),
            ("1.", "250", false),
            ("", "Một", false),
        ] {
            assert_eq!(are_two_words(before, after, false), want, "{before}|{after}");
        }
        assert!(!are_two_words("rộng 5 m", "2", true));
    }

    #[test]
    fn a_digit_over_a_number_is_a_note() {
        assert!(is_note("có 45", "2") && is_note("1.234", " 1 "));
        assert!(!is_note("5 m", "2") && !is_note("10", "6") && !is_note("45", "hộ"));
        assert_eq!(power("(10", "6").as_deref(), Some("⁶"));
        assert_eq!(power("(210", "6"), None);
    }
}
