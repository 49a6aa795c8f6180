//! Vietnamese text as the reader sees it: tokens with folded keys, sentences, spans.
//!
//! Nothing here knows what a figure is. [`Text`] holds one block and its [`Token`]s; every token
//! knows its place in bytes and in code points, so a span of tokens always slices back to the
//! quoted words.
//!
//! * `fold`: the key under which a syllable is looked up (`HOÀ` and `hòa` share one key)
//! * `token`: cutting a block into syllables, digit runs and marks
//! * `sentence`: where sentences end

mod fold;
mod sentence;
mod token;

pub use fold::{fold_char, fold_syllable, has_diacritics, respell, strip_diacritics};
pub use sentence::sentences;
pub use token::{Text, Token, TokenKind};

/// A half-open range of token indices in one [`Text`].
pub type Tokens = std::ops::Range<usize>;
