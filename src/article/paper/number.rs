//! The number of a paper in a line of its header: `Số: 312/BC-UBND`, `Số 29-CT/HU`, `Số: 14 / NQ - HĐND`.
//!
//! Behind `Số` stand digits and one or more codes in capitals; a draft has no digits: `Số:    /TTr-UBND`.

use std::ops::Range;

/// The number of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// The bytes of the line, with `Số`.
    pub(super) bytes: Range<usize>,
    /// `312/BC-UBND`; none where the digits are missing.
    pub(super) written: Option<String>,
    /// Its codes: `BC`, `UBND`.
    pub(super) codes: Vec<String>,
}

/// The spellings of the word before a number.
const WORDS: [&str; 2] = ["Số", "SỐ"];

/// The number in a line.
pub(super) fn find(text: &str) -> Option<Number> {
    let starts = WORDS.iter().flat_map(|word| text.match_indices(word));
    starts
        .filter(|(at, _)| !text[..*at].ends_with(char::is_alphanumeric))
        .find_map(|(at, word)| read(text, at, at + word.len()))
}

fn read(text: &str, start: usize, behind_word: usize) -> Option<Number> {
    let mut at =
        behind_word + skip(&text[behind_word..], |c| c.is_whitespace() || ":.".contains(c));
    let digits = skip(&text[at..], |c| c.is_ascii_digit());
    let small = skip(&text[at + digits..], |c| c.is_ascii_lowercase()).min(1);
    let mut written = text[at..at + digits + small].to_owned();
    at += digits + small;
    let mut codes = Vec::new();
    loop {
        let gap = skip(&text[at..], char::is_whitespace);
        let Some(mark) = text[at + gap..].chars().next().filter(|c| "/-–".contains(*c)) else {
            break;
        };
        let code_at = at + gap + mark.len_utf8();
        let code_at = code_at + skip(&text[code_at..], char::is_whitespace);
        let code = &text[code_at..code_at + skip(&text[code_at..], char::is_alphanumeric)];
        let is_part = is_code(code) || codes.is_empty() && is_year(code);
        if !is_part {
            break;
        }
        written.push(if mark == '–' { '-' } else { mark });
        written.push_str(code);
        codes.extend(is_code(code).then(|| code.to_owned()));
        at = code_at + code.len();
    }
    let is_numbered = digits > 0;
    let number = Number { bytes: start..at, written: is_numbered.then_some(written), codes };
    (!number.codes.is_empty()).then_some(number)
}

/// Two capitals or more, and a small letter at the most: `UBND`, `TTr`, `QH15`.
fn is_code(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let small = word.chars().filter(|c| c.is_lowercase()).count();
    capitals >= 2 && small <= 2 && small < capitals && word.starts_with(char::is_uppercase)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}

/// How many bytes at the head of a text are of such characters.
fn skip(text: &str, is_one: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is_one(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_digits_and_codes() {
        for (text, written, left) in [
            ("Số: 312/BC-UBND", "312/BC-UBND", ""),
            ("Số 29-CT/HU", "29-CT/HU", ""),
            ("Số :  14 / NQ - HĐND", "14/NQ-HĐND", ""),
            ("Số: 30/2020/NĐ-CP Hà Nội, ngày 5", "30/2020/NĐ-CP", " Hà Nội, ngày 5"),
            ("Số 88-BC/HU - Ba Tri, ngày 5", "88-BC/HU", " - Ba Tri, ngày 5"),
            ("Số: 57/UBND-VHXH V/v rà soát", "57/UBND-VHXH", " V/v rà soát"),
            ("Số: 12a/TTr-SKHĐT", "12a/TTr-SKHĐT", ""),
        ] {
            let number = find(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(
                (number.written.as_deref(), &text[number.bytes.end..]),
                (Some(written), left)
            );
        }
        let draft = find("Số: /TTr-UBND").map(|number| (number.written, number.codes));
        assert_eq!(draft, Some((None, vec!["TTr".to_owned(), "UBND".to_owned()])));
        for text in ["Số: 12", "Số 12/15 hộ", "Báo cáo số 5/BC-UBND", "Số nhà 5/KH", "Tổng số 5"]
        {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
