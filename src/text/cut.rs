//! A block cut into tokens: syllables, digit runs, marks.
//!
//! `"đạt 1.297 người/năm"` gives `đạt`, `1.297`, `người`, `/`, `năm`. A digit run keeps the
//! separators inside it (`1.297`, `11-5-2023` is three runs and two dashes); a letter run keeps
//! digits glued behind it (`m2`, `PC06`), never in front of it (`18,6ha` is two tokens). A raised
//! digit behind a number is the mark of a note and no token. Reading the run as a number is not decided
//! here.

use super::fold::{fold_char, fold_syllable, is_old_tone_place, plain_lower};
use super::{Token, TokenKind};

/// The tokens of a block, and the keys of all of them, one behind the other.
pub(super) fn cut(raw: &str) -> (Vec<Token>, String) {
    let mut cutter = Cutter::new(raw);
    cutter.run();
    // A text of marks alone has many more tokens than was guessed, and room for twice as many by now.
    cutter.tokens.shrink_to(cutter.tokens.len() + 64);
    (cutter.tokens, cutter.keys)
}

struct Cutter<'a> {
    raw: &'a str,
    /// Byte and code point that are read next.
    byte: usize,
    char: usize,
    tokens: Vec<Token>,
    keys: String,
}

impl<'a> Cutter<'a> {
    fn new(raw: &'a str) -> Self {
        let tokens = Vec::with_capacity(raw.len() / 5);
        Self { raw, byte: 0, char: 0, tokens, keys: String::with_capacity(raw.len()) }
    }

    fn run(&mut self) {
        let mut spaced = false;
        while let Some(first) = self.peek(0) {
            if first.is_whitespace() || is_invisible(first) || self.is_at_note_mark() {
                spaced |= first.is_whitespace();
                self.step();
                continue;
            }
            let (byte, char, key) = (self.byte, self.char, self.keys.len() as u32);
            let (kind, small) = self.take(first);
            self.tokens.push(Token {
                kind,
                byte,
                byte_end: self.byte,
                char,
                char_end: self.char,
                spaced,
                capital: plain_lower(first)
                    .map_or_else(|| first.is_uppercase(), |lower| lower != first),
                small,
                key: (key, self.keys.len() as u32),
            });
            spaced = false;
        }
    }

    /// Goes behind the token that begins with this folded code point, and writes its key; gives
    /// its kind, and whether it goes on in small letters.
    fn take(&mut self, first: char) -> (TokenKind, bool) {
        let from = self.byte;
        if let Some(small) = self.plain_word() {
            return (TokenKind::Word, small);
        }
        let kind = if self.is_digit(0) {
            self.digits();
            self.keys.extend(self.raw[from..self.byte].chars().map(fold_char));
            TokenKind::Digits
        } else if first.is_alphabetic() {
            self.letters();
            let quoted = &self.raw[from..self.byte];
            let key = match quoted.contains(is_invisible) {
                true => fold_syllable(&quoted.replace(is_invisible, "")),
                false => fold_syllable(quoted),
            };
            self.keys.push_str(&key);
            TokenKind::Word
        } else {
            self.step();
            self.keys.push(first);
            TokenKind::Mark
        };
        let mut behind = self.raw[from..self.byte].chars().skip(1);
        (kind, behind.all(|c| !c.is_uppercase() && !c.is_numeric()))
    }

    /// A word as nearly all are, in one go: composed letters, perhaps ASCII digits, then white
    /// space or an ordinary mark. What is not of that make is left to the slow way. Gives whether
    /// the word goes on in small letters.
    fn plain_word(&mut self) -> Option<bool> {
        let rest = &self.raw[self.byte..];
        let (mut bytes, mut chars, mut lower, mut number) = (0, 0, true, false);
        let mut small = true;
        let mut last = ['\0'; 3];
        for c in rest.chars() {
            let folded = match plain_lower(c) {
                Some(letter) if !number => letter,
                None if c.is_ascii_digit() && chars > 0 => c,
                None if !c.is_ascii() && !is_ordinary_mark(c) => return None,
                _ => break,
            };
            number |= c.is_ascii_digit();
            lower &= folded == c;
            small &= chars == 0 || folded == c && !number;
            last = [last[1], last[2], folded];
            bytes += c.len_utf8();
            chars += 1;
        }
        if chars == 0 || is_old_tone_place(last) {
            return None;
        }
        let quoted = &rest[..bytes];
        match lower {
            true => self.keys.push_str(quoted),
            false => self.keys.extend(quoted.chars().map(|c| plain_lower(c).unwrap_or(c))),
        }
        self.byte += bytes;
        self.char += chars;
        Some(small)
    }

    /// Digits, and a `.` or `,` that has a digit on both sides.
    fn digits(&mut self) {
        while self.is_digit(0) || (matches!(self.peek(0), Some('.' | ',')) && self.is_digit(1)) {
            self.step();
        }
    }

    /// Whether the code point `ahead` of the next one is a digit of a number.
    fn is_digit(&self, ahead: usize) -> bool {
        let c = self.raw[self.byte..].chars().nth(ahead);
        c.is_some_and(|c| !is_raised(c) && fold_char(c).is_ascii_digit())
    }

    /// Whether a raised digit stands behind a number: the mark of a note, `5.678³ tỷ`.
    fn is_at_note_mark(&self) -> bool {
        let (before, rest) = self.raw.split_at(self.byte);
        rest.starts_with(is_raised) && {
            let number = before.trim_end_matches(is_raised).len();
            self.tokens
                .last()
                .is_some_and(|last| last.kind == TokenKind::Digits && last.byte_end == number)
        }
    }

    /// Letters, combining marks, then digits glued behind them (`m2`, `PC06`).
    fn letters(&mut self) {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        while is_letter(self.peek(0))
            || matches!(self.peek(0), Some('\u{300}'..='\u{36f}'))
            || (self.peek(0).is_some_and(is_invisible) && is_letter(self.peek(1)))
        {
            self.step();
        }
        while self.peek(0).is_some_and(|c| c.is_ascii_digit()) {
            self.step();
        }
    }

    /// The code point `ahead` of the next one, folded.
    fn peek(&self, ahead: usize) -> Option<char> {
        self.raw[self.byte..].chars().nth(ahead).map(fold_char)
    }

    /// Goes behind the next code point.
    fn step(&mut self) {
        self.byte += self.raw[self.byte..].chars().next().map_or(0, char::len_utf8);
        self.char += 1;
    }
}

/// `²` and its kin.
fn is_raised(c: char) -> bool {
    matches!(c, '²' | '³' | '¹' | '\u{2070}'..='\u{2079}')
}

/// Zero-width characters and soft hyphens: they stand in the quote, never in a key.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Marks of running text beyond ASCII that end a word: hard spaces, dashes, quotes, `…`.
fn is_ordinary_mark(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2010}'..='\u{2027}')
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    fn keys(raw: &str) -> Vec<String> {
        let text = Text::new(raw);
        (0..text.tokens.len()).map(|i| text.key(i).to_owned()).collect()
    }

    #[test]
    fn blocks_are_cut_where_a_reader_would() {
        for (raw, want) in [
            ("đạt 1.297 người/năm.", vec!["đạt", "1.297", "người", "/", "năm", "."]),
            ("18,6ha và 2.500m2", vec!["18,6", "ha", "và", "2.500", "m2"]),
            ("11-5-2023", vec!["11", "-", "5", "-", "2023"]),
            ("Đạt ９５％", vec!["đạt", "95", "%"]),
            ("PC06, 2019.", vec!["pc06", ",", "2019", "."]),
            ("ngư\u{ad}ời", vec!["người"]),
            ("5.678³ tỷ, 25¹² m² và 3m³", vec!["5.678", "tỷ", ",", "25", "m2", "và", "3", "m3"]),
            ("²5", vec!["2", "5"]),
        ] {
            assert_eq!(keys(raw), want, "{raw}");
        }
    }

    #[test]
    fn names_go_on_in_small_letters() {
        for (raw, small) in [
            ("Giồng", true),
            ("Y", true),
            ("xã", true),
            ("hoà", true),
            ("HOÀ", false),
            ("UBND", false),
            ("TTr", false),
            ("m2", false),
            ("Thu\u{309}y", true),
            ("X\u{309}Y", false),
        ] {
            assert_eq!(Text::new(raw).tokens[0].small, small, "{raw}");
        }
    }
}
