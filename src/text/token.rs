//! [`Token`]: one syllable, number or mark, where it stands and what it is matched by.

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
    /// Whether no capital and no digit stands behind its first letter: `Giồng`, not `UBND`, `PC06`.
    pub small: bool,
    /// Where its key stands among the keys of the text.
    pub(super) key: (u32, u32),
}
