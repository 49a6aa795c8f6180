//! Vietnamese text as the reader sees it: tokens with folded keys, sentences, spans.
//!
//! Nothing here knows what a figure is. [`Text`] holds one block and its [`Token`]s; every token
//! knows its place in bytes and in code points, so a span of tokens always slices back to the
//! quoted words.
//!
//! * `fold`: the key under which a syllable is looked up (`HOÀ` and `hòa` share one key)
//! * `token`: one syllable, digit run or mark
//! * `cut`: where a block is cut into them
//! * `block`: the block with its tokens
//! * `sentence`: where sentences end

mod block;
mod cut;
mod fold;
mod sentence;
mod token;

pub use block::Text;
pub use fold::{
    RAISED, fold_char, fold_syllable, has_diacritics, is_bare_form, respell, strip_diacritics,
};
pub use sentence::sentences;
pub use token::{Token, TokenKind};

/// A half-open range of token indices in one [`Text`].
pub type Tokens = std::ops::Range<usize>;
