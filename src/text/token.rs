//! A block cut into tokens: syllables, digit runs, marks.
//!
//! `"đạt 1.297 người/năm"` gives `đạt`, `1.297`, `người`, `/`, `năm`. A digit run keeps the
//! separators inside it (`1.297`, `11-5-2023` is three runs and two dashes); a letter run keeps
//! digits glued behind it (`m2`, `PC06`), never in front of it (`18,6ha` is two tokens). Reading
//! the run as a number is not decided here.

use super::{fold_char, fold_syllable};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters: one Vietnamese syllable, an abbreviation, `m2`.
    Word,
    /// Digits with inner `.` or `,`: `1.297`, `3,5`, `16.7.2013`.
    Digits,
    /// One mark: `%`, `;`, `(`, `-`.
    Mark,
}

/// One token: where it stands and the key that it is matched by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is made of.
    pub kind: TokenKind,
    /// First byte in the block.
    pub byte: usize,
    /// Byte after the last.
    pub byte_end: usize,
    /// First code point in the block.
    pub char: usize,
    /// Code point after the last.
    pub char_end: usize,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Folded key: lower case, one tone placement, ASCII digits and marks.
    pub key: String,
}

/// One block of an article with its tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The block's text, NFC.
    pub raw: String,
    /// Its tokens in reading order.
    pub tokens: Vec<Token>,
}

impl Text {
    /// Cuts a block into tokens.
    #[must_use]
    pub fn new(raw: &str) -> Self {
        Self { raw: raw.to_owned(), tokens: Cutter::new(raw).run() }
    }

    /// The key of token `i`, or the empty string past either end.
    #[must_use]
    pub fn key(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.key.as_str())
    }

    /// The quoted words of a token range, exactly as they stand in the block.
    #[must_use]
    pub fn slice(&self, range: std::ops::Range<usize>) -> &str {
        match (
            self.tokens.get(range.start),
            range.end.checked_sub(1).and_then(|e| self.tokens.get(e)),
        ) {
            (Some(first), Some(last)) if range.start < range.end => {
                &self.raw[first.byte..last.byte_end]
            }
            _ => "",
        }
    }

    /// The token range in code points of the block.
    #[must_use]
    pub fn chars(&self, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
        if range.is_empty() {
            let at = self.tokens.get(range.start).map_or(0, |t| t.char);
            return at..at;
        }
        self.tokens[range.start].char..self.tokens[range.end - 1].char_end
    }
}

/// Zero-width characters and soft hyphens: they stand in the quote, never in a key.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

struct Cutter<'a> {
    raw: &'a str,
    /// (byte, folded char) of every code point, and a sentinel.
    chars: Vec<(usize, char)>,
    at: usize,
}

impl<'a> Cutter<'a> {
    fn new(raw: &'a str) -> Self {
        let mut chars: Vec<_> = raw.char_indices().map(|(b, c)| (b, fold_char(c))).collect();
        chars.push((raw.len(), '\0'));
        Self { raw, chars, at: 0 }
    }

    fn peek(&self, ahead: usize) -> char {
        self.chars.get(self.at + ahead).map_or('\0', |(_, c)| *c)
    }

    fn run(mut self) -> Vec<Token> {
        let mut tokens = Vec::with_capacity(self.raw.len() / 5);
        let mut spaced = false;
        while self.at + 1 < self.chars.len() {
            let c = self.peek(0);
            if c.is_whitespace() {
                spaced = true;
                self.at += 1;
                continue;
            }
            if is_invisible(c) {
                self.at += 1;
                continue;
            }
            let start = self.at;
            let kind = if c.is_ascii_digit() {
                self.digits();
                TokenKind::Digits
            } else if c.is_alphabetic() {
                self.letters();
                TokenKind::Word
            } else {
                self.at += 1;
                TokenKind::Mark
            };
            tokens.push(self.token(kind, start, spaced));
            spaced = false;
        }
        tokens
    }

    /// Digits, and a `.` or `,` that has a digit on both sides.
    fn digits(&mut self) {
        while self.peek(0).is_ascii_digit()
            || (matches!(self.peek(0), '.' | ',') && self.peek(1).is_ascii_digit())
        {
            self.at += 1;
        }
    }

    /// Letters, combining marks, then digits glued behind them (`m2`, `PC06`).
    fn letters(&mut self) {
        while self.peek(0).is_alphabetic()
            || matches!(self.peek(0), '\u{300}'..='\u{36f}')
            || (is_invisible(self.peek(0)) && self.peek(1).is_alphabetic())
        {
            self.at += 1;
        }
        while self.peek(0).is_ascii_digit() {
            self.at += 1;
        }
    }

    fn token(&self, kind: TokenKind, start: usize, spaced: bool) -> Token {
        let (byte, byte_end) = (self.chars[start].0, self.chars[self.at].0);
        let quoted = &self.raw[byte..byte_end];
        let key = match kind {
            TokenKind::Word if quoted.contains(is_invisible) => {
                fold_syllable(&quoted.replace(is_invisible, ""))
            }
            TokenKind::Word => fold_syllable(quoted),
            _ => self.chars[start..self.at].iter().map(|(_, c)| *c).collect(),
        };
        Token {
            kind,
            byte,
            byte_end,
            char: start,
            char_end: self.at,
            spaced,
            capital: self.chars[start].1.is_uppercase(),
            key,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(raw: &str) -> Vec<String> {
        Text::new(raw).tokens.into_iter().map(|t| t.key).collect()
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
        ] {
            assert_eq!(keys(raw), want, "{raw}");
        }
    }

    #[test]
    fn spans_slice_back_to_the_words() {
        let text = Text::new("Về đào tạo là 429 người");
        assert_eq!(text.slice(1..3), "đào tạo");
        assert_eq!(text.chars(4..5), 14..17);
    }
}
