//! What is known of a piece beside its spelling: classes of the lexicon, shape, brackets, what was found in it.
//!
//! Every class that begins at a piece counts, also one that a longer phrase covers.

use super::family::{bucket, families};
use super::{figure, time};
use crate::article::BlockKind;
use crate::clause::{Found, Piece, Row, RowKind};
use crate::judge::Sheet;
use crate::lexicon::{CueClass, Term, UnitKind};
use crate::text::TokenKind;

families! {
    /// The families of signs.
    Family {
        /// What sort of row begins here.
        Row = 8,
        /// How many rows stand before the one that begins here.
        RowsBefore = 13,
        /// Word, digits, mark.
        Token = 3,
        /// A capital first letter; capitals or digits behind it.
        Letters = 2,
        /// No space before it.
        Glued = 1,
        /// How many characters a run of digits has.
        Digits = 6,
        /// Digits that can be a year.
        Year = 1,
        /// The first piece of a sentence.
        SentenceStart = 1,
        /// How many brackets are open.
        Depth = 4,
        /// A class of the lexicon that begins here.
        Begins = CueClass::ALL.len(),
        /// A class of the lexicon whose phrase goes on here.
        GoesOn = CueClass::ALL.len(),
        /// A unit begins, goes on here: its sort.
        UnitBegins = 8,
        UnitGoesOn = 8,
        /// A word of a number.
        NumberWord = 1,
        /// What was found here.
        Found = 8,
        /// What is known of a figure.
        FigureUnit = 9,
        FigureModifier = 7,
        FigureSize = 14,
        FigureForm = 10,
        /// What is known of a time phrase.
        TimeSense = 8,
        TimeSpan = 16,
    }
}

/// The rows of every piece of a sheet.
pub(super) fn all(sheet: &Sheet<'_>) -> Vec<Vec<u16>> {
    let mut out: Vec<Vec<u16>> = vec![Vec::new(); sheet.pieces.len()];
    for (at, spot) in sheet.pieces.iter().enumerate() {
        let row = &sheet.rows[spot.row];
        match spot.index {
            None => {
                out[at] =
                    vec![Family::Row.row(sort(row.kind)), Family::RowsBefore.row(bucket(spot.row))]
            }
            Some(i) => {
                shape(row, i, &mut out[at]);
                found(row, &row.pieces[i], &mut out[at]);
                lexicon(row, i, &mut out[at..]);
            }
        }
    }
    out.iter_mut().for_each(|rows| {
        rows.sort_unstable();
        rows.dedup();
    });
    out
}

fn sort(kind: RowKind) -> usize {
    match kind {
        RowKind::Title => 0,
        RowKind::Block(BlockKind::Paragraph) => 1,
        RowKind::Block(BlockKind::Lead) => 2,
        RowKind::Block(BlockKind::Heading) => 3,
        RowKind::Block(BlockKind::Caption) => 4,
        RowKind::Block(BlockKind::ListItem) => 5,
        RowKind::Block(BlockKind::TableRow) => 6,
        RowKind::Block(BlockKind::Byline) => 7,
    }
}

fn shape(row: &Row<'_>, i: usize, out: &mut Vec<u16>) {
    let piece = &row.pieces[i];
    let token = &row.scene.text.tokens[piece.words.start];
    out.push(Family::Depth.row(usize::from(piece.depth)));
    let mut put = |is: bool, row: u16| is.then(|| out.push(row));
    put(i == 0 || row.pieces[i - 1].sentence != piece.sentence, Family::SentenceStart.row(0));
    put(!token.spaced, Family::Glued.row(0));
    match token.kind {
        TokenKind::Word => {
            put(true, Family::Token.row(0));
            put(token.capital, Family::Letters.row(0));
            put(token.capital && !token.small, Family::Letters.row(1));
        }
        TokenKind::Digits => {
            put(true, Family::Token.row(1));
            put(true, Family::Digits.row(row.scene.key(piece.words.start).len() - 1));
            put(row.scene.year(piece.words.start).is_some(), Family::Year.row(0));
        }
        TokenKind::Mark => {
            put(true, Family::Token.row(2));
        }
    }
}

fn found(row: &Row<'_>, piece: &Piece, out: &mut Vec<u16>) {
    let sort = match piece.found {
        Found::Plain => 0,
        Found::Figure(_) => 1,
        Found::OfFigure(_) => 2,
        Found::Time(_) => 3,
        Found::OfTime(_) => 4,
        Found::Place(_) => 5,
        Found::OfPlace(_) => 6,
        Found::Name => 7,
    };
    out.push(Family::Found.row(sort));
    match piece.found {
        Found::Figure(f) => figure::signs(&row.mentions.quantities[f], out),
        Found::Time(t) => time::signs(&row.mentions.times[t], row.scene.published, out),
        _ => {}
    }
}

/// Puts the entries of the lexicon that begin at piece `i` on all pieces that they cover. `out` begins at `i`.
fn lexicon(row: &Row<'_>, i: usize, out: &mut [Vec<u16>]) {
    let first = &row.pieces[i];
    for mark in row.scene.marks.all(first.words.start) {
        let signs = match (mark.class, mark.term) {
            (Some(class), _) => {
                [Family::Begins, Family::GoesOn].map(|family| family.row(class as usize))
            }
            (None, Term::Unit(unit)) => {
                let kind = row.scene.lexicon.entries.unit[unit as usize].kind;
                [Family::UnitBegins, Family::UnitGoesOn].map(|family| family.row(unit_kind(kind)))
            }
            (None, Term::Number(_)) => [Family::NumberWord.row(0); 2],
            _ => continue,
        };
        let end = first.words.start + mark.len as usize;
        out[0].push(signs[0]);
        for (piece, rows) in row.pieces[i..].iter().zip(out.iter_mut()).skip(1) {
            if piece.words.start >= end {
                break;
            }
            rows.push(signs[1]);
        }
    }
}

/// The sort of a unit as a value of a family.
pub(super) fn unit_kind(kind: UnitKind) -> usize {
    match kind {
        UnitKind::Count => 0,
        UnitKind::Money => 1,
        UnitKind::Measure => 2,
        UnitKind::Time => 3,
        UnitKind::Share => 4,
        UnitKind::Point => 5,
        UnitKind::Multiple => 6,
        UnitKind::Step => 7,
    }
}
