//! Letters of a font of symbols, as what they show.
//!
//! Such a font keeps its pictures at U+F020 to U+F0FF. Of the font Symbol those are told that stand in text:
//! `` is `≥`. Any other picture is none.

/// What a character shows; none where it is no text: a soft hyphen, a picture of an unknown font.
pub(super) fn printed(c: char) -> Option<char> {
    match c {
        '\u{ad}' | '\u{200b}' | '\u{feff}' => None,
        '\u{2011}' => Some('-'),
        '\u{e000}'..='\u{f8ff}' => of_symbol_font(c),
        c if c.is_control() => Some(' '),
        c => Some(c),
    }
}

fn of_symbol_font(c: char) -> Option<char> {
    let place = u8::try_from(u32::from(c).checked_sub(0xf000)?).ok()?;
    match place {
        b' '..=b'!' | b'%' | b'('..=b')' | b'+'..=b'?' | b'[' | b']' | b'{'..=b'}' => {
            Some(char::from(place))
        }
        0x6d => Some('μ'),
        0xa3 => Some('≤'),
        0xae => Some('→'),
        0xb0 => Some('°'),
        0xb1 => Some('±'),
        0xb3 => Some('≥'),
        0xb4 => Some('×'),
        0xb7 => Some('•'),
        0xb8 => Some('÷'),
        0xb9 => Some('≠'),
        0xbb => Some('≈'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_what_they_show() {
        let printed: String =
            "\u{f0b3} 5\u{ad}0\u{2011}60\u{f02d}\u{e123}".chars().filter_map(printed).collect();
        assert_eq!(printed, "≥ 50-60-");
    }
}
