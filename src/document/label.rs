//! Numbers and marks that stand before the items of a list: `IV`, `b`, `-`.

use super::symbol;

/// How a number of a list is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Format {
    #[default]
    Decimal,
    DecimalZero,
    UpperRoman,
    LowerRoman,
    UpperLetter,
    LowerLetter,
    Bullet,
    None,
}

/// The marks that levels of official papers are known by; any other only says that here is an item.
pub(super) fn mark(bullet: &str) -> &'static str {
    match bullet.chars().find_map(symbol::printed) {
        Some('-' | '–' | '−' | '—') => "-",
        Some('+') => "+",
        _ => "",
    }
}

/// A number as it is written.
pub(super) fn counted(count: u32, format: Format) -> String {
    match format {
        Format::UpperRoman => roman(count),
        Format::LowerRoman => roman(count).to_lowercase(),
        Format::UpperLetter => letter(count),
        Format::LowerLetter => letter(count).to_lowercase(),
        Format::DecimalZero => format!("{count:02}"),
        Format::Decimal | Format::Bullet | Format::None => count.to_string(),
    }
}

/// Largest number that is written in Roman numerals.
const LARGEST_ROMAN: u32 = 3999;

fn roman(count: u32) -> String {
    const NUMERALS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if count > LARGEST_ROMAN {
        return count.to_string();
    }
    let (mut left, mut text) = (count, String::new());
    for (value, numeral) in NUMERALS {
        while left >= value {
            left -= value;
            text.push_str(numeral);
        }
    }
    text
}

/// Most times that a letter is written: `AAA` is 53.
const LONGEST: usize = 9;

/// The 26 letters one after another, then each twice.
fn letter(count: u32) -> String {
    let Some(at) = count.checked_sub(1) else { return String::new() };
    let letter = char::from(b'A' + u8::try_from(at % 26).unwrap_or_default());
    letter.to_string().repeat((at as usize / 26 + 1).min(LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_written_as_word_does() {
        assert_eq!([1, 4, 9, 14, 40, 2024].map(roman), ["I", "IV", "IX", "XIV", "XL", "MMXXIV"]);
        assert_eq!([1, 26, 27, 28].map(letter), ["A", "Z", "AA", "BB"]);
        assert_eq!(counted(7, Format::DecimalZero), "07");
    }

    #[test]
    fn only_marks_that_are_text_are_told() {
        assert_eq!(["-", "–", "\u{f02d}", "+"].map(mark), ["-", "-", "-", "+"]);
        assert_eq!(["\u{f0b7}", "•", "o", "\u{f0a7}", ""].map(mark), [""; 5]);
    }
}
