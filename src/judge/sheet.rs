//! [`Sheet`]: the article as the network reads it, all its rows as one line of pieces.
//!
//! Rows that hold neither figure nor time and are no heading, lead or headline are left out: they cost as much
//! as any and rarely decide. Every row that is kept begins with a piece of its own, which has no words.

use crate::article::BlockKind;
use crate::clause::{Found, Piece, Row, RowKind};

/// The article as one line of pieces.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// All rows of the article, the headline first.
    pub rows: &'a [Row<'a>],
    /// The pieces in reading order.
    pub pieces: Vec<Spot>,
    /// The figures in reading order.
    pub figures: Vec<Spot>,
    /// The time phrases in reading order.
    pub times: Vec<Spot>,
    /// The places in reading order.
    pub places: Vec<Spot>,
}

/// Where something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Its row.
    pub row: usize,
    /// Its index among its like in the row; `None` for the piece that begins a row.
    pub index: Option<usize>,
    /// Its piece on the sheet.
    pub at: usize,
}

impl<'a> Sheet<'a> {
    /// Lays out the rows of an article.
    #[must_use]
    pub fn new(rows: &'a [Row<'a>]) -> Self {
        let (pieces, figures, times, places) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut sheet = Self { rows, pieces, figures, times, places };
        for row in (0..rows.len()).filter(|row| is_read(&rows[*row])) {
            sheet.lay(row);
        }
        sheet
    }

    /// Lays out one row with the headline and so many rows before it.
    pub(super) fn around(rows: &'a [Row<'a>], row: usize, before: usize) -> Self {
        let (pieces, figures, times, places) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut sheet = Self { rows, pieces, figures, times, places };
        let near = row.saturating_sub(before).max(1)..=row;
        let near = std::iter::once(0).chain(near).filter(|row| is_read(&rows[*row]));
        near.for_each(|row| sheet.lay(row));
        sheet
    }

    /// The piece at a spot; none where a row begins.
    #[must_use]
    pub fn piece(&self, at: usize) -> Option<&'a Piece> {
        let spot = self.pieces[at];
        Some(&self.rows[spot.row].pieces[spot.index?])
    }

    fn lay(&mut self, row: usize) {
        let read = &self.rows[row];
        self.pieces.push(Spot { row, index: None, at: self.pieces.len() });
        let first = self.pieces.len();
        for (index, piece) in read.pieces.iter().enumerate() {
            let at = first + index;
            self.pieces.push(Spot { row, index: Some(index), at });
            if let Found::Figure(f) = piece.found {
                self.figures.push(Spot { row, index: Some(f), at });
            }
        }
        let at = |token: usize| first + read.pieces.partition_point(|p| p.words.end <= token);
        for (t, time) in read.mentions.times.iter().enumerate() {
            self.times.push(Spot { row, index: Some(t), at: at(time.words.start) });
        }
        for (p, (words, ..)) in read.places.iter().enumerate() {
            self.places.push(Spot { row, index: Some(p), at: at(words.start) });
        }
    }
}

fn is_read(row: &Row<'_>) -> bool {
    let heads =
        matches!(row.kind, RowKind::Title | RowKind::Block(BlockKind::Heading | BlockKind::Lead));
    heads || !row.mentions.quantities.is_empty() || !row.mentions.times.is_empty()
}
