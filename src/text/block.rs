//! [`Text`]: a block with its tokens, the keys that they are matched by, and the words as they stand.

use super::Token;
use super::cut::cut;
use std::ops::Range;

/// One block of an article with its tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The block's text, NFC.
    pub raw: String,
    /// Its tokens in reading order.
    pub tokens: Vec<Token>,
    /// The keys of all tokens, one behind the other.
    keys: String,
}

impl Text {
    /// Cuts a block into tokens.
    #[must_use]
    pub fn new(raw: &str) -> Self {
        let (tokens, keys) = cut(raw);
        Self { raw: raw.to_owned(), tokens, keys }
    }

    /// The key that token `i` is matched by: lower case, one tone placement, ASCII digits and
    /// marks. The empty string past the end.
    #[must_use]
    pub fn key(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| &self.keys[t.key.0 as usize..t.key.1 as usize])
    }

    /// The quoted words of a token range, exactly as they stand in the block.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> &str {
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
    pub fn chars(&self, range: Range<usize>) -> Range<usize> {
        if range.is_empty() {
            let at = self.tokens.get(range.start).map_or(0, |t| t.char);
            return at..at;
        }
        self.tokens[range.start].char..self.tokens[range.end - 1].char_end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_slice_back_to_the_words() {
        let text = Text::new("Về đào tạo là 429 người");
        assert_eq!(text.slice(1..3), "đào tạo");
        assert_eq!(text.chars(4..5), 14..17);
    }
}
