//! Letters by the bytes that stand for them, one or two each.
//!
//! Bytes are met as the letters that windows-1252 has for them: `Õ` is the byte D5, in TCVN3 `ế`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What each byte is, alone or behind the byte before.
#[derive(Debug)]
pub(super) struct Table {
    single: [Option<char>; 256],
    pairs: BTreeMap<(u8, u8), char>,
}

impl Table {
    /// Rows of letters and of what stands for them, as the lexicon has them.
    pub(super) fn new(rows: &[(&str, &str)]) -> Self {
        let mut table = Self { single: [None; 256], pairs: BTreeMap::new() };
        let letters = rows.iter().flat_map(|(letters, codes)| {
            letters.split(' ').flat_map(str::chars).zip(codes.split(' '))
        });
        for (letter, code) in letters {
            let bytes: Vec<u8> = code.chars().filter_map(byte).collect();
            match *bytes {
                [one] => table.single[usize::from(one)] = Some(letter),
                [base, mark] => {
                    table.pairs.insert((base, mark), letter);
                }
                _ => {}
            }
        }
        table.add_small_marks();
        table
    }

    /// A mark behind a capital may be that of the small letter.
    fn add_small_marks(&mut self) {
        let capitals = self.pairs.iter().filter(|(_, letter)| letter.is_uppercase());
        let small = capitals.map(|(&(base, mark), &letter)| ((base, mark | 0x20), letter));
        for (code, letter) in small.collect::<Vec<_>>() {
            self.pairs.entry(code).or_insert(letter);
        }
    }

    /// The text with its letters read by this table; what stands for none is left as it is.
    pub(super) fn decode(&self, text: &str) -> String {
        self.decode_all_but(text, |_| false)
    }

    /// The same, with the marks left that windows-1252 has where some encodings have letters: `“`, `…`,
    /// no-break spaces. Pages often name them, as `&hellip;`, beside letters that are bytes.
    pub(super) fn decode_letters(&self, text: &str) -> String {
        self.decode_all_but(text, |byte| matches!(byte, 0x80..=0xa0))
    }

    /// Whether it has letters among those marks.
    pub(super) fn has_marks(&self) -> bool {
        self.single[0x80..=0xa0].iter().any(Option::is_some)
    }

    fn decode_all_but(&self, text: &str, is_left: impl Fn(u8) -> bool) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            let first = byte(c).filter(|byte| !is_left(*byte));
            let pair = first.zip(rest.peek().and_then(|next| byte(*next)));
            match pair.and_then(|pair| self.pairs.get(&pair)) {
                Some(letter) => {
                    out.push(*letter);
                    rest.next();
                }
                None => {
                    let letter = first.and_then(|byte| self.single[usize::from(byte)]);
                    out.push(letter.unwrap_or(c));
                }
            }
        }
        out
    }
}

/// What windows-1252 has from 80 to 9F.
static MIDDLE: LazyLock<Vec<char>> = LazyLock::new(|| {
    let bytes: Vec<u8> = (0x80..0xa0).collect();
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.chars().collect()
});

/// The byte that windows-1252, or Latin-1, has for a letter.
pub(super) fn byte(c: char) -> Option<u8> {
    u8::try_from(c).ok().or_else(|| {
        let at = MIDDLE.iter().position(|middle| *middle == c)?;
        u8::try_from(0x80 + at).ok()
    })
}

/// The letter that windows-1252 has for a byte.
pub(super) fn letter(byte: u8) -> char {
    match byte {
        0x80..0xa0 => MIDDLE[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_a_letter_and_back() {
        for code in 0..=255 {
            assert_eq!(byte(letter(code)), Some(code));
        }
        assert_eq!((byte('\u{93}'), byte('“'), byte('ế')), (Some(0x93), Some(0x93), None));
    }

    #[test]
    fn two_bytes_win_over_one() {
        let table = Table::new(&[("ơ ớ", "ô ôù"), ("ú Ú", "uù UÙ")]);
        assert_eq!(
            table.decode("lôùp, lôp, uù, Uù, UÙ, x\u{fe0f}ù"),
            "lớp, lơp, ú, Ú, Ú, x\u{fe0f}ù"
        );
    }
}
