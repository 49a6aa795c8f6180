//! The clauses of an article: every block as a row of pieces, with all readings of each kept.
//!
//! A piece is a word, a mark, or the number of a figure. It knows what the stages before have found in its
//! words (a figure, a time phrase, a place, a name), how deep in brackets it stands and which sentence
//! it belongs to. Nothing is decided here: `giảm` of `giảm nghèo` is still a word of falling, and a phrase of
//! the lexicon hides no other.
//!
//! * `piece`: one word, mark or number
//! * `row`: the pieces of one block
//! * `nesting`: how deep in brackets a piece stands

mod nesting;
mod piece;
mod row;

pub use piece::{Found, Piece};
pub use row::{Row, RowKind};
