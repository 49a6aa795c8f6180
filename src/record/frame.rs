//! A block as a row of pieces: figures, time phrases, cue phrases, words, marks.
//!
//! The pieces are cut by the longest phrase of the lexicon, so that `trong đó` is one piece and
//! the `đồng` of `hợp đồng` is none of its own. Everything that is decided about a figure is
//! decided over its neighbours in this row.

use crate::entity::{PlaceName, PlaceSpan};
use crate::lexicon::{CueClass, CueSet, Mark, Term};
use crate::mention::{Mentions, Quantity, Scene, Time};
use crate::text::{TokenKind, Tokens, sentences};
use std::ops::Range;

/// One piece of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its tokens.
    pub words: Tokens,
    /// What it is.
    pub what: What,
    /// The classes of the phrase as a whole.
    classes: CueSet,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// Index into the mentions' quantities.
    Figure(usize),
    /// Index into the mentions' times.
    Time(usize),
    /// A phrase of the lexicon or a single word.
    Phrase,
    /// A mark.
    Mark(char),
}

/// A block, cut.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    pub scene: Scene<'a>,
    pub mentions: &'a Mentions,
    pub pieces: Vec<Piece>,
    /// Ranges of pieces.
    pub sentences: Vec<Range<usize>>,
    /// The piece of each figure.
    pub at: Vec<usize>,
    /// The sentence of each figure.
    pub sentence_of: Vec<usize>,
    /// The bracket that each figure stands in.
    brackets: Vec<Option<usize>>,
    /// For each figure the first and the last of its row.
    rows: Vec<Range<usize>>,
    /// The places of the block, in order.
    places: &'a [PlaceSpan],
}

impl<'a> Frame<'a> {
    pub(super) fn new(scene: Scene<'a>, mentions: &'a Mentions, places: &'a [PlaceSpan]) -> Self {
        let pieces = cut(&scene, mentions, places);
        let sentences = sentence_pieces(&scene, &pieces);
        let mut at = vec![0; mentions.quantities.len()];
        let mut sentence_of = at.clone();
        for (s, range) in sentences.iter().enumerate() {
            for i in range.clone() {
                if let What::Figure(f) = pieces[i].what {
                    (at[f], sentence_of[f]) = (i, s);
                }
            }
        }
        let (brackets, rows) = (Vec::new(), Vec::new());
        let mut frame =
            Self { scene, mentions, pieces, sentences, at, sentence_of, brackets, rows, places };
        frame.brackets = (0..frame.at.len()).map(|f| frame.find_bracket(f)).collect();
        frame.rows = frame.find_rows();
        frame
    }

    /// Whether some token of a range belongs to the name of a place.
    pub(super) fn place_over(&self, words: &Tokens) -> bool {
        let i = self.places.partition_point(|(p, ..)| p.end <= words.start);
        self.places.get(i).is_some_and(|(p, ..)| p.start < words.end)
    }

    /// The place whose name begins at token `at`, with its length.
    pub(super) fn place_at(&self, at: usize) -> Option<(usize, &'a PlaceName)> {
        place_at(self.places, at)
    }

    /// The places whose names stand inside a range of tokens.
    pub(super) fn places_in(&self, words: Tokens) -> &[PlaceSpan] {
        let from = self.places.partition_point(|(p, ..)| p.start < words.start);
        let to = self.places.partition_point(|(p, ..)| p.start < words.end);
        &self.places[from..to.max(from)]
    }

    pub(super) fn figure(&self, f: usize) -> &'a Quantity {
        &self.mentions.quantities[f]
    }

    pub(super) fn time(&self, t: usize) -> &'a Time {
        &self.mentions.times[t]
    }

    /// The figure that piece `i` is.
    pub(super) fn figure_at(&self, i: usize) -> Option<usize> {
        match self.pieces.get(i)?.what {
            What::Figure(f) => Some(f),
            _ => None,
        }
    }

    /// The sentence of figure `f` as a range of pieces.
    pub(super) fn sentence(&self, f: usize) -> Range<usize> {
        self.sentences[self.sentence_of[f]].clone()
    }

    /// Whether piece `i` is a phrase of one of these classes, as a whole.
    #[inline(always)]
    pub(super) fn is(&self, i: usize, classes: &[CueClass]) -> bool {
        self.pieces.get(i).is_some_and(|piece| piece.classes.meets(CueSet::of(classes)))
    }

    /// Whether a phrase of one of these classes begins where piece `i` begins.
    pub(super) fn is_at(&self, i: usize, classes: &[CueClass]) -> bool {
        self.pieces.get(i).is_some_and(|p| self.scene.cue(p.words.start, classes).is_some())
    }

    /// Whether two figures have the same unit of the lexicon.
    pub(super) fn in_same_unit(&self, f: usize, g: usize) -> bool {
        let key = |f: usize| self.figure(f).unit.as_ref().and_then(|unit| unit.key.as_ref());
        key(f).is_some() && key(f) == key(g)
    }

    /// Whether figure `f` counts in the unit of `g`, or in the first words of it: `vụ` of `vụ tai nạn`.
    pub(super) fn counts_alike(&self, f: usize, g: usize) -> bool {
        let words = |f: usize| {
            let words = self.figure(f).unit.as_ref().map(|unit| unit.words.clone());
            words.into_iter().flatten().map(|i| self.scene.key(i)).collect::<Vec<_>>()
        };
        let (one, other) = (words(f), words(g));
        self.in_same_unit(f, g) || !one.is_empty() && other.starts_with(&one)
    }

    /// Whether figure `f` counts those who attend a meeting: `100 đại biểu`.
    pub(super) fn attends(&self, f: usize) -> bool {
        self.figure(f).unit.as_ref().is_some_and(|u| u.key.as_deref() == Some("delegate"))
    }

    /// The mark that piece `i` is.
    pub(super) fn mark(&self, i: usize) -> Option<char> {
        match self.pieces.get(i)?.what {
            What::Mark(c) => Some(c),
            _ => None,
        }
    }

    /// The last piece before `i` in its sentence, if `i` is not its first.
    pub(super) fn before(&self, i: usize, sentence: &Range<usize>) -> Option<usize> {
        (i > sentence.start).then(|| i - 1)
    }

    /// The bracket that closes at piece `i`, opened inside `sentence`: its first piece.
    pub(super) fn opening(&self, i: usize, sentence: &Range<usize>) -> Option<usize> {
        let mut depth = 0usize;
        for j in (sentence.start..=i).rev().take(200) {
            match self.mark(j) {
                Some(')') => depth += 1,
                Some('(') if depth == 1 => return Some(j),
                Some('(') => depth = depth.checked_sub(1)?,
                _ => {}
            }
        }
        None
    }

    /// The piece behind the bracket that opens at piece `i`; one that never closes takes no more
    /// than two hundred pieces.
    pub(super) fn closing(&self, i: usize, sentence: &Range<usize>) -> usize {
        let limit = sentence.end.min(i + 200);
        (i..limit).find(|j| self.mark(*j) == Some(')')).map_or(limit, |j| j + 1)
    }

    /// Whether piece `i` stands in brackets.
    pub(super) fn is_bracketed(&self, i: usize, sentence: &Range<usize>) -> bool {
        (sentence.start..i)
            .rev()
            .take(60)
            .find_map(|j| self.mark(j).filter(|c| matches!(c, '(' | ')')))
            == Some('(')
    }

    /// The pieces of a range that stand outside brackets opened in it.
    pub(super) fn outside_brackets(
        &self,
        range: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = usize> + Clone + use<'_, 'a> {
        let mut depth = 0usize;
        let kept: Vec<usize> = range
            .filter(|i| match self.mark(*i) {
                Some('(') => {
                    depth += 1;
                    false
                }
                Some(')') => {
                    depth = depth.saturating_sub(1);
                    false
                }
                _ => depth == 0,
            })
            .collect();
        kept.into_iter()
    }

    /// The bracket that figure `f` stands in: the piece of `(`.
    pub(super) fn bracket(&self, f: usize) -> Option<usize> {
        self.brackets[f]
    }

    /// The figures that stand in a row with figure `f`, nothing but `và` or a comma between them:
    /// `3, 4 và 5`.
    pub(super) fn row(&self, f: usize) -> Range<usize> {
        self.rows[f].clone()
    }

    fn find_rows(&self) -> Vec<Range<usize>> {
        let is_joint = |i: usize| self.mark(i) == Some(',') || self.is(i, &[CueClass::And]);
        let goes_on = |f: usize| self.at[f] == self.at[f - 1] + 2 && is_joint(self.at[f] - 1);
        let mut rows = Vec::with_capacity(self.at.len());
        while rows.len() < self.at.len() {
            let first = rows.len();
            let more = (first + 1..self.at.len()).take_while(|f| goes_on(*f)).count();
            rows.extend(std::iter::repeat_n(first..first + 1 + more, 1 + more));
        }
        rows
    }

    fn find_bracket(&self, f: usize) -> Option<usize> {
        let sentence = self.sentence(f);
        let mut i = self.at[f];
        for _ in 0..200 {
            i = self.before(i, &sentence)?;
            match self.mark(i) {
                Some('(') => return Some(i),
                Some(')') => i = self.opening(i, &sentence)?,
                _ => {}
            }
        }
        None
    }
}

fn cut(scene: &Scene<'_>, mentions: &Mentions, places: &[PlaceSpan]) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(scene.text.tokens.len());
    let (mut figures, mut times) = (0, 0);
    let mut at = 0;
    while at < scene.text.tokens.len() {
        let figure = mentions.quantities.get(figures).filter(|q| q.words.start <= at);
        let time = mentions.times.get(times).filter(|t| t.words.start <= at);
        let (end, what) = if let Some(time) = time {
            times += 1;
            (time.words.end, What::Time(times - 1))
        } else if let Some(figure) = figure {
            figures += 1;
            (figure.words.end.max(figure.number.end), What::Figure(figures - 1))
        } else {
            match is_name(scene, at, places) {
                true => (at + 1, What::Phrase),
                false => plain(scene, at, next_start(mentions, figures, times)),
            }
        };
        let words = at..end.max(at + 1);
        at = words.end;
        let classes = match what {
            What::Phrase if !is_name(scene, words.start, places) => scene.classes(&words),
            _ => CueSet::default(),
        };
        pieces.push(Piece { words, what, classes });
    }
    pieces
}

/// Whether a token is a proper word of the name of a place: no `Cần` of `Cần Thơ` says what has to
/// be done, no `Hạ` of `Hạ Long` that something fell.
fn is_name(scene: &Scene<'_>, at: usize, places: &[PlaceSpan]) -> bool {
    let i = places.partition_point(|(words, ..)| words.end <= at);
    places.get(i).is_some_and(|(words, ..)| words.start <= at)
        && scene.text.tokens[at].capital
        && scene.cue(at, &[CueClass::AreaKind]).is_none()
}

/// The place whose name begins at token `at`, with its length in tokens.
pub(super) fn place_at(places: &[PlaceSpan], at: usize) -> Option<(usize, &PlaceName)> {
    let i = places.partition_point(|(words, ..)| words.start < at);
    places
        .get(i)
        .filter(|(words, ..)| words.start == at)
        .map(|(words, place, _)| (words.len(), place))
}

/// Where the next figure or time phrase begins.
fn next_start(mentions: &Mentions, figures: usize, times: usize) -> usize {
    let figure = mentions.quantities.get(figures).map_or(usize::MAX, |q| q.words.start);
    figure.min(mentions.times.get(times).map_or(usize::MAX, |t| t.words.start))
}

fn plain(scene: &Scene<'_>, at: usize, limit: usize) -> (usize, What) {
    let token = &scene.text.tokens[at];
    if token.kind == TokenKind::Mark {
        return (at + 1, What::Mark(scene.key(at).chars().next().unwrap_or(' ')));
    }
    let fits = |mark: &&Mark| at + mark.len as usize <= limit && is_of_sentences(mark);
    let len = scene.marks.all(at).iter().find(fits).map_or(1, |mark| mark.len as usize);
    (at + len, What::Phrase)
}

/// Whether an entry can be a piece: a unit, or a cue that is none of tables or titles only.
fn is_of_sentences(mark: &Mark) -> bool {
    match mark.class {
        Some(class) => !class.is_of_tables() && class != CueClass::TitleEnd,
        None => matches!(mark.term, Term::Unit(_)),
    }
}

fn sentence_pieces(scene: &Scene<'_>, pieces: &[Piece]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut i = 0;
    for sentence in sentences(scene.text) {
        let start = i;
        while i < pieces.len() && pieces[i].words.start < sentence.end {
            i += 1;
        }
        if i > start {
            out.push(start..i);
        }
    }
    out
}
