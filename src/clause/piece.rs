//! [`Piece`]: one word, mark or number, and what stands in it.

use crate::text::Tokens;

/// One word, one mark, or the number of a figure with all its tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its tokens.
    pub words: Tokens,
    /// What the stages before have found here.
    pub found: Found,
    /// The sentence of its block, from 0.
    pub sentence: usize,
    /// How many brackets are open around it.
    pub depth: u8,
}

/// What a piece is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Nothing that was found before: a plain word or mark.
    Plain,
    /// The number of a figure: an index into the block's figures.
    Figure(usize),
    /// Another word of a figure: its unit, modifier or rate.
    OfFigure(usize),
    /// The first word of a time phrase: an index into the block's times.
    Time(usize),
    /// Another word of a time phrase.
    OfTime(usize),
    /// The first word of a place: an index into the block's places.
    Place(usize),
    /// Another word of a place.
    OfPlace(usize),
    /// A word of a number that is a name, of a document or of a person.
    Name,
}
