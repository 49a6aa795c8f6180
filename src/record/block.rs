//! A block of the article with all that was found in it, before it is cut and judged.

use crate::article;
use crate::entity::{PlaceName, PlaceSpan};
use crate::mention::{Mentions, Scene};

/// One block with its mentions.
#[derive(Debug)]
pub struct Block<'a> {
    /// The block of the article.
    pub source: &'a article::Block,
    /// Index into the article's blocks.
    pub index: usize,
    /// Its tokens, lexicon and day.
    pub scene: Scene<'a>,
    /// What stands in it.
    pub mentions: Mentions,
    /// The places that it names.
    pub places: Vec<PlaceSpan>,
}

impl Block<'_> {
    /// The area whose name begins at token `at`, with its length.
    pub(super) fn area_at(&self, at: usize) -> Option<(usize, &PlaceName)> {
        let i = self.places.partition_point(|(words, ..)| words.start < at);
        let found = self.places.get(i).filter(|(words, ..)| words.start == at);
        let area = found.filter(|(_, place, _)| place.kind.is_area());
        area.map(|(words, place, _)| (words.len(), place))
    }

    /// Whether token `at` is a word of an area's name.
    pub(super) fn is_in_area(&self, at: usize) -> bool {
        let i = self.places.partition_point(|(words, ..)| words.end <= at);
        let found = self.places.get(i).filter(|(words, ..)| words.contains(&at));
        found.is_some_and(|(_, place, _)| place.kind.is_area())
    }
}
