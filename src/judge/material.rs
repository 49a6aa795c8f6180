//! What the trainer is given: a sheet with its features, as JSON.
//!
//! The trainer adds what annotators say and learns the weights. It sees exactly what the network sees, for both come from here.

use super::{Features, Link, Sheet};
use crate::mention::{Modifier, Span};
use rust_decimal::Decimal;
use serde::Serialize;

/// A sheet with its features.
#[derive(Debug, Serialize)]
pub struct Material {
    /// What the rows of the signs stand for, as a digest.
    layout: u32,
    /// How many rows the tables of the network have.
    tables: [usize; 5],
    /// The texts of the rows, the headline first.
    texts: Vec<String>,
    /// The day of publication.
    published: Option<String>,
    /// For each piece its row and its code points there; no code points where a row begins.
    pieces: Vec<(usize, usize, usize)>,
    words: Vec<Vec<u32>>,
    signs: Vec<Vec<u16>>,
    figures: Vec<Figure>,
    /// The pieces of the time phrases and of the places.
    times: Vec<usize>,
    places: Vec<(usize, String)>,
    spans: Vec<[Option<String>; 2]>,
    lies: Vec<Vec<u8>>,
    /// For each figure its span, time phrase and form; no time phrase for the day of publication.
    sources: Vec<Vec<(usize, Option<usize>, usize)>>,
    time_pairs: Vec<Vec<(usize, Vec<u16>)>>,
    figure_pairs: Vec<Vec<(usize, Vec<u16>)>>,
    place_pairs: Vec<Vec<(usize, Vec<u16>)>>,
}

/// A figure as it was read before anything was judged.
#[derive(Debug, Serialize)]
struct Figure {
    at: usize,
    #[serde(with = "rust_decimal::serde::arbitrary_precision")]
    value: Decimal,
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    high: Option<Decimal>,
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    of: Option<Decimal>,
    unit: Option<String>,
    per: Option<String>,
    modifier: Modifier,
    in_table: bool,
}

impl Material {
    /// Puts down a sheet.
    #[must_use]
    pub fn new(sheet: &Sheet<'_>, features: Features) -> Self {
        let pieces = (0..sheet.pieces.len()).map(|at| {
            let row = sheet.pieces[at].row;
            let chars =
                sheet.piece(at).map(|piece| sheet.rows[row].scene.text.chars(piece.words.clone()));
            chars.map_or((row, 0, 0), |chars| (row, chars.start, chars.end))
        });
        let days = |span: &Span| [span.start, span.end].map(|day| day.map(|day| day.to_string()));
        let pairs = |links: Vec<Vec<Link>>| {
            let pair = |link: Link| (link.other, link.rows);
            links.into_iter().map(|links| links.into_iter().map(pair).collect()).collect()
        };
        let place = |spot: &super::Spot| {
            (spot.at, sheet.rows[spot.row].places[spot.index.unwrap_or(0)].1.name.clone())
        };
        let periods = features.periods;
        let source = |source: &super::PeriodSource| (source.span, source.time, source.form);
        Self {
            layout: super::layout(),
            tables: super::sizes(),
            texts: sheet.rows.iter().map(|row| row.scene.text.raw.clone()).collect(),
            published: sheet
                .rows
                .first()
                .and_then(|row| row.scene.published)
                .map(|day| day.to_string()),
            pieces: pieces.collect(),
            words: features.words,
            signs: features.signs,
            figures: sheet.figures.iter().map(|spot| figure(sheet, *spot)).collect(),
            times: sheet.times.iter().map(|spot| spot.at).collect(),
            places: sheet.places.iter().map(place).collect(),
            spans: periods.spans.iter().map(days).collect(),
            lies: periods
                .lies
                .iter()
                .map(|lies| lies.iter().map(|is| u8::from(*is)).collect())
                .collect(),
            sources: periods
                .sources
                .iter()
                .map(|sources| sources.iter().map(source).collect())
                .collect(),
            time_pairs: periods.times,
            figure_pairs: pairs(features.links),
            place_pairs: pairs(features.places),
        }
    }
}

fn figure(sheet: &Sheet<'_>, spot: super::Spot) -> Figure {
    let row = &sheet.rows[spot.row];
    let quantity = &row.mentions.quantities[spot.index.unwrap_or(0)];
    let is_row = crate::clause::RowKind::Block(crate::article::BlockKind::TableRow);
    Figure {
        at: spot.at,
        value: quantity.value,
        high: quantity.high,
        of: quantity.of,
        unit: quantity.unit_text(&row.scene),
        per: quantity.per.clone().map(|per| row.scene.spelt(per)),
        modifier: quantity.modifier,
        in_table: row.kind == is_row,
    }
}
