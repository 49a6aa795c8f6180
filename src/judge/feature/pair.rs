//! What is known of a figure and of something that it may go with: how far apart they stand, and what lies between.

use super::family::{BUCKETS, bucket, families};
use crate::judge::{Sheet, Spot};
use crate::text::TokenKind;

families! {
    /// A figure and a time phrase.
    TimePair {
        Before = BUCKETS, After = BUCKETS, Rows = 6, Sentences = 6, Figures = 5, Commas = 4, Stops = 4,
        Depth = 5, RankBefore = 5, RankAfter = 4, InTitle = 2,
    }
}

families! {
    /// A figure and another figure.
    FigurePair {
        Before = BUCKETS, After = BUCKETS, Rows = 6, Sentences = 6, Figures = 14, Commas = 4, Stops = 4,
        Depth = 5, Unit = 4, UnitKind = 81, Value = 6, Sum = 4, Share = 2, Attained = 2,
    }
}

families! {
    /// A figure and a place.
    PlacePair {
        Before = BUCKETS, After = BUCKETS, Rows = 6, Sentences = 6, Figures = 5, Commas = 4, Stops = 4,
        Depth = 5, RankBefore = 5, RankAfter = 4, Kind = 9, OfSubject = 2, InName = 2, OpensRow = 2,
    }
}

/// How two spots lie to each other.
pub(super) struct Between {
    /// Buckets of the distance in pieces: the other before, after the figure.
    pub before: Option<usize>,
    pub after: Option<usize>,
    /// How many rows, sentences of one row, figures, commas, and stops.
    pub rows: usize,
    pub sentences: usize,
    pub figures: usize,
    pub commas: usize,
    pub stops: usize,
    /// How much deeper in brackets the figure stands: 0 to 2; or the other, plus 2.
    pub depth: usize,
}

impl Between {
    /// What lies between a figure and something else.
    pub(super) fn of(sheet: &Sheet<'_>, counts: &Counts, figure: Spot, other: Spot) -> Self {
        let (from, to) = (figure.at.min(other.at), figure.at.max(other.at));
        let distance = bucket(to - from);
        let is_before = other.at <= figure.at;
        let sentence = |at: usize| sheet.piece(at).map_or(0, |piece| piece.sentence);
        let same_row = figure.row == other.row;
        let depth = |at: usize| sheet.piece(at).map_or(0, |piece| i32::from(piece.depth));
        let count = |row: &[u32]| (row[to] - row[(from + 1).min(to)]) as usize;
        Self {
            before: is_before.then_some(distance),
            after: (!is_before).then_some(distance),
            rows: figure.row.abs_diff(other.row),
            sentences: if same_row { sentence(figure.at).abs_diff(sentence(other.at)) } else { 5 },
            figures: count(&counts.figures),
            commas: count(&counts.commas),
            stops: count(&counts.stops),
            depth: (depth(figure.at) - depth(other.at)).clamp(-2, 2).unsigned_abs() as usize
                + if depth(figure.at) < depth(other.at) { 2 } else { 0 },
        }
    }
}

/// For each piece how many figures, commas and stops stand before it.
pub(super) struct Counts {
    figures: Vec<u32>,
    commas: Vec<u32>,
    stops: Vec<u32>,
}

impl Counts {
    pub(super) fn of(sheet: &Sheet<'_>) -> Self {
        let key = |at: usize| {
            let piece = sheet.piece(at)?;
            let text = sheet.rows[sheet.pieces[at].row].scene.text;
            (text.tokens[piece.words.start].kind == TokenKind::Mark)
                .then(|| text.key(piece.words.start))
        };
        let along = |is: &dyn Fn(usize) -> bool| {
            let mut n = 0;
            (0..=sheet.pieces.len())
                .map(|at| {
                    let before = n;
                    n += u32::from(at < sheet.pieces.len() && is(at));
                    before
                })
                .collect::<Vec<u32>>()
        };
        let is_figure = |at: usize| sheet.figures.binary_search_by_key(&at, |spot| spot.at).is_ok();
        Self {
            figures: along(&is_figure),
            commas: along(&|at| key(at) == Some(",")),
            stops: along(&|at| matches!(key(at), Some("." | ";" | ":"))),
        }
    }
}

macro_rules! laid {
    ($table:ident, $between:expr, $out:expr) => {{
        let between = &$between;
        $out.extend(between.before.map(|d| $table::Before.row(d)));
        $out.extend(between.after.map(|d| $table::After.row(d)));
        $out.push($table::Rows.row(between.rows));
        $out.push($table::Sentences.row(between.sentences));
        $out.push($table::Figures.row(between.figures));
        $out.push($table::Commas.row(between.commas));
        $out.push($table::Stops.row(between.stops));
        $out.push($table::Depth.row(between.depth));
    }};
}

pub(super) use laid;
