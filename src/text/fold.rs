//! The key of a syllable: lower case, one tone placement, look-alike letters mended.
//!
//! Decides which spellings are the same syllable: `Hoà` = `hòa`, `ngƣời` = `người`, `ĐỒNG` =
//! `đồng`, `１２` = `12`. It never changes the text that is quoted, and it does not correct
//! spelling mistakes.

use unicode_normalization::UnicodeNormalization;

/// The raised digits, each at its value: `⁶` of `10⁶`.
pub const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// One character as it counts for matching: full-width forms become ASCII, look-alikes of `đ`
/// and `ư` become the real letters, every dash becomes `-`, typographic quotes become `"`.
#[inline]
#[must_use]
pub fn fold_char(c: char) -> char {
    match c {
        '\0'..='\u{a0}' => c,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        'ð' | 'ɖ' => 'đ',
        'Ð' => 'Đ',
        'ƣ' => 'ư',
        'Ƣ' => 'Ư',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '“' | '”' | '„' | '«' | '»' | '″' => '"',
        '‘' | '’' | '′' => '\'',
        '²' => '2',
        '³' => '3',
        _ => c,
    }
}

/// The look-up key of one syllable: folded, lower-cased, tone mark on its modern place.
#[must_use]
pub fn fold_syllable(syllable: &str) -> String {
    if syllable.is_ascii() {
        return syllable.to_ascii_lowercase();
    }
    plain_syllable(syllable).unwrap_or_else(|| any_syllable(syllable))
}

/// Any syllable at all, letter by letter.
fn any_syllable(syllable: &str) -> String {
    let lower: String =
        syllable.chars().map(fold_char).flat_map(char::to_lowercase).nfc().collect();
    modern_tone_place(&lower)
}

/// A syllable of letters that only change their case.
fn plain_syllable(syllable: &str) -> Option<String> {
    let mut last = ['\0'; 3];
    let lower = syllable.chars().map(|c| {
        let lower = if c.is_ascii() { c.to_ascii_lowercase() } else { plain_lower(c)? };
        last = [last[1], last[2], lower];
        Some(lower)
    });
    lower.collect::<Option<String>>().filter(|_| !is_old_tone_place(last))
}

/// The lower case of a composed Vietnamese letter, which is its own folded form; none for anything
/// that may change in another way.
#[inline]
pub(super) fn plain_lower(c: char) -> Option<char> {
    let add = |n: u32| char::from_u32(c as u32 + n);
    match c {
        'a'..='z' => Some(c),
        'A'..='Z' => add(32),
        'đ' | 'ă' | 'ơ' | 'ư' | 'ĩ' | 'ũ' => Some(c),
        '\u{1ea0}'..='\u{1ef9}' => char::from_u32(c as u32 | 1),
        'ð' | '÷' | 'Ð' | '×' => None,
        'à'..='ý' => Some(c),
        'À'..='Ý' => add(32),
        'Đ' | 'Ă' | 'Ơ' | 'Ư' | 'Ĩ' | 'Ũ' => add(1),
        _ => None,
    }
}

/// Whether a folded syllable that ends in these code points has its tone on the second vowel of an
/// open `oa`, `oe`, `uy`.
pub(super) fn is_old_tone_place([before, glide, vowel]: [char; 3]) -> bool {
    let toned = match glide {
        'o' => matches!(vowel, 'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ'),
        'u' => matches!(vowel, 'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ'),
        _ => false,
    };
    toned && before != 'q'
}

/// A word as it is spelt today, its case kept: `khoá` → `khóa`, `ngƣời` → `người`.
#[must_use]
pub fn respell(word: &str) -> String {
    modern_tone_place(&word.nfc().map(fold_char).collect::<String>())
}

/// `hoà` → `hòa`, `thuỷ` → `thủy`, `khoẻ` → `khỏe`: the tone of an open `oa`, `oe`, `uy` stands
/// on the first vowel. `quý` stays: there `u` belongs to the consonant.
fn modern_tone_place(syllable: &str) -> String {
    let mut chars: Vec<char> = syllable.chars().collect();
    let n = chars.len();
    if n < 2 {
        return syllable.to_owned();
    }
    let (glide, vowel) = (chars[n - 2], chars[n - 1]);
    let (base, tone) = split_tone(vowel);
    let open = matches!((glide, base), ('o', 'a' | 'e') | ('u', 'y'));
    let after_q = n >= 3 && chars[n - 3] == 'q';
    if let (true, false, Some(tone)) = (open, after_q, tone) {
        chars[n - 2] = [glide, tone].into_iter().nfc().next().unwrap_or(glide);
        chars[n - 1] = base;
    }
    chars.into_iter().collect()
}

/// A vowel without its tone mark, and the mark: `ủ` → (`u`, hook above).
fn split_tone(c: char) -> (char, Option<char>) {
    let parts: Vec<char> = std::iter::once(c).nfd().collect();
    let tone = parts.iter().copied().find(|m| is_tone(*m));
    let base = parts.iter().copied().filter(|m| !is_tone(*m)).nfc().next().unwrap_or(c);
    (base, tone)
}

fn is_tone(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

/// `người` → `nguoi`, `đồng` → `dong`: for text that was typed without marks.
#[must_use]
pub fn strip_diacritics(text: &str) -> String {
    bare(text).collect()
}

/// Whether a text is another one without its marks. Ends at the first letter that differs.
#[must_use]
pub fn is_bare_form(text: &str, marked: &str) -> bool {
    text.len() <= marked.len() && bare(marked).eq(text.chars())
}

fn bare(text: &str) -> impl Iterator<Item = char> + '_ {
    text.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).map(|c| match c {
        'đ' => 'd',
        'Đ' => 'D',
        other => other,
    })
}

/// Whether any letter of the text carries a Vietnamese mark.
#[must_use]
pub fn has_diacritics(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, 'à'..='ý' | 'À'..='Ý' | 'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'..='\u{1ef9}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_syllable_share_a_key() {
        for (written, key) in [
            ("Hoà", "hòa"),
            ("THUỶ", "thủy"),
            ("Uỷ", "ủy"),
            ("khoá", "khóa"),
            ("quý", "quý"),
            ("hoàn", "hoàn"),
            ("ngƣời", "người"),
            ("Ðồng", "đồng"),
            ("\u{ff11}\u{ff12}", "12"),
            ("ho\u{300}a", "hòa"),
        ] {
            assert_eq!(fold_syllable(written), key, "{written}");
        }
    }

    /// The quick way and the careful way agree on every letter, and on every pair behind `h` or `q`.
    #[test]
    fn plain_letters_fold_as_all_others() {
        let plain = |c: &char| plain_lower(*c).is_some();
        let letters: Vec<char> = ('\0'..='\u{2000}').filter(plain).collect();
        assert_eq!(letters.len(), 52 + 56 + 12 + 90);
        for &a in &letters {
            assert!(a.is_alphabetic(), "{a}");
            for &b in &letters {
                for first in ['h', 'Q'] {
                    let written = String::from_iter([first, a, b]);
                    let lower: Vec<char> = written.chars().filter_map(plain_lower).collect();
                    let moved = is_old_tone_place([lower[0], lower[1], lower[2]]);
                    let same = any_syllable(&written) == String::from_iter(lower);
                    assert_eq!(same, !moved, "{written}");
                }
            }
        }
    }

    #[test]
    fn marks_come_off() {
        assert_eq!(strip_diacritics("đào tạo người Đắk Lắk"), "dao tao nguoi Dak Lak");
        assert!(has_diacritics("xã") && !has_diacritics("xa"));
    }
}
