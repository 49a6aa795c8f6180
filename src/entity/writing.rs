//! How a word is written: names begin with a capital, codes are all capitals.
//!
//! `Giồng Trôm` is written like a name, `UBND` and `QĐ` like a code, `TTr` like a code too; a line
//! that is all capitals holds no names that could be told from its other words.

use crate::text::{Text, TokenKind, Tokens};

/// Whether the token is one syllable of a proper name: `Giồng`, `Y`, never `UBND` or `PC06`.
pub(super) fn is_name_syllable(text: &Text, at: usize) -> bool {
    let token = text.tokens.get(at);
    token.is_some_and(|token| token.kind == TokenKind::Word && token.capital && token.small)
}

/// How many syllables of a proper name follow each other from here, at most `limit`: words with a
/// capital and nothing but white space between them.
pub(super) fn name_run(text: &Text, at: usize, limit: usize) -> usize {
    (0..limit)
        .take_while(|n| is_name_syllable(text, at + n) && (*n == 0 || text.tokens[at + n].spaced))
        .count()
}

/// Whether the token is written like a code: one capital, or two and more that are at least half
/// of its letters.
pub(super) fn is_code(text: &Text, at: usize) -> bool {
    let Some(token) = text.tokens.get(at) else {
        return false;
    };
    if token.kind != TokenKind::Word || !token.capital {
        return false;
    }
    let written = text.slice(at..at + 1);
    let letters = written.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = written.chars().filter(|c| c.is_uppercase()).count();
    letters == 1 || capitals >= 2 && capitals * 2 >= letters
}

/// The words of some tokens as they are compared: their keys, with single spaces.
pub(super) fn folded(text: &Text, tokens: Tokens) -> String {
    let mut key = String::new();
    for at in tokens {
        key.push_str(if key.is_empty() { "" } else { " " });
        key.push_str(text.key(at));
    }
    key
}

/// Whether every word of these tokens begins with a capital.
pub(super) fn all_capital(text: &Text, tokens: Tokens) -> bool {
    tokens
        .into_iter()
        .all(|i| text.tokens.get(i).is_some_and(|t| t.kind != TokenKind::Word || t.capital))
}

/// Whether the token follows the one before it without white space.
pub(super) fn is_glued(text: &Text, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|t| !t.spaced)
}
