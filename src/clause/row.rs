//! [`Row`]: one block as a row of pieces.

use super::nesting::Nesting;
use super::{Found, Piece};
use crate::article::BlockKind;
use crate::entity::PlaceSpan;
use crate::mention::{Mentions, Scene};
use crate::text::{Tokens, sentences};

/// One block as a row of pieces, with what was found in it.
#[derive(Debug)]
pub struct Row<'a> {
    /// Tokens, lexicon and day of publication.
    pub scene: Scene<'a>,
    /// Its figures, times and names.
    pub mentions: &'a Mentions,
    /// The places that it names.
    pub places: &'a [PlaceSpan],
    /// What it is on the page.
    pub kind: RowKind,
    /// Its pieces in reading order; none where there is nothing to judge by: no figure, no time, no heading.
    pub pieces: Vec<Piece>,
}

/// What a row is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// The headline of the article.
    Title,
    /// A block of its body.
    Block(BlockKind),
}

impl<'a> Row<'a> {
    /// Cuts a block. `names` are further names in it, in reading order: people, documents.
    #[must_use]
    pub fn new(
        kind: RowKind,
        scene: Scene<'a>,
        mentions: &'a Mentions,
        places: &'a [PlaceSpan],
        names: &[Tokens],
    ) -> Self {
        let mut row = Self { scene, mentions, places, kind, pieces: Vec::new() };
        if row.is_read() {
            let found = find(scene.text.tokens.len(), mentions, places, names);
            row.pieces.reserve(found.len());
            row.cut(&found);
        }
        row
    }

    /// Whether it holds a figure or a time, or heads what does.
    fn is_read(&self) -> bool {
        let heads = matches!(
            self.kind,
            RowKind::Title | RowKind::Block(BlockKind::Heading | BlockKind::Lead)
        );
        heads || !self.mentions.quantities.is_empty() || !self.mentions.times.is_empty()
    }

    /// The words of the sentence that token `at` stands in.
    #[must_use]
    pub fn sentence(&self, at: usize) -> Tokens {
        let behind = self.pieces.partition_point(|piece| piece.words.end <= at);
        let Some(piece) = self.pieces.get(behind) else { return at..at };
        let first = self.pieces.partition_point(|other| other.sentence < piece.sentence);
        let next = self.pieces.partition_point(|other| other.sentence <= piece.sentence);
        self.pieces[first].words.start..self.pieces[next - 1].words.end
    }

    /// One piece a token; the tokens of a number are one.
    fn cut(&mut self, found: &[Found]) {
        let mut nesting = Nesting::default();
        for (sentence, words) in sentences(self.scene.text).into_iter().enumerate() {
            nesting.end_sentence();
            let mut at = words.start;
            while at < words.end {
                let end = match found[at] {
                    Found::Figure(f) => {
                        self.mentions.quantities[f].number.end.clamp(at + 1, words.end)
                    }
                    _ => at + 1,
                };
                let depth = nesting.enter(self.scene.key(at));
                self.pieces.push(Piece { words: at..end, found: found[at], sentence, depth });
                at = end;
            }
        }
    }
}

/// What each token is part of; figures go before times, times before places, places before names.
fn find(count: usize, mentions: &Mentions, places: &[PlaceSpan], names: &[Tokens]) -> Vec<Found> {
    let mut found = vec![Found::Plain; count];
    let mut put = |words: &Tokens, first: Found, rest: Found| {
        let words = words.start.min(count)..words.end.min(count);
        found[words.clone()].fill(rest);
        if let Some(head) = found[words].first_mut() {
            *head = first;
        }
    };
    names.iter().for_each(|words| put(words, Found::Name, Found::Name));
    mentions.names.iter().for_each(|name| put(&name.words, Found::Name, Found::Name));
    for (p, (words, ..)) in places.iter().enumerate() {
        put(words, Found::Place(p), Found::OfPlace(p));
    }
    for (t, time) in mentions.times.iter().enumerate() {
        put(&time.words, Found::Time(t), Found::OfTime(t));
    }
    for (f, quantity) in mentions.quantities.iter().enumerate() {
        put(&quantity.words, Found::OfFigure(f), Found::OfFigure(f));
        put(&quantity.number, Found::Figure(f), Found::OfFigure(f));
    }
    found
}
