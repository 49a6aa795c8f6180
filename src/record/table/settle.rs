//! The mentions of a table's rows, settled: which numbers are its figures, which number its rows.
//!
//! The reader of sentences takes `2021` in a cell for a year and `1` before `Ba Tri` for a figure;
//! here the columns decide. No number is dropped: what is no figure becomes a name.

use super::rows::Cell;
use crate::mention::{Mentions, Name, Quantity};

/// What becomes of the numbers of a cell.
pub(super) enum Fate {
    /// They stay what the reader of sentences took them for.
    Kept,
    /// The cell begins with this figure.
    Figure(Box<Quantity>),
    /// They are names: kind and rule.
    Named(&'static str, &'static str),
}

/// Settles the numbers of a row, cell by cell; gives for every figure of the row, in order, the cell
/// that it begins.
pub(super) fn settle(
    mentions: &mut Mentions,
    cells: &[Cell],
    fates: Vec<Fate>,
) -> Vec<Option<usize>> {
    let mut quantities = std::mem::take(&mut mentions.quantities).into_iter().peekable();
    let mut figures = Vec::new();
    for (i, (cell, fate)) in cells.iter().zip(fates).enumerate() {
        let figure_end = match &fate {
            Fate::Figure(figure) => figure.words.end,
            _ => cell.words.start,
        };
        if let Fate::Figure(figure) = fate {
            mentions.names.retain(|name| !is_inside(&name.words, &figure.words));
            mentions.times.retain(|time| !is_inside(&time.words, &figure.words));
            mentions.quantities.push(*figure);
            figures.push(Some(i));
            while quantities.next_if(|q| q.words.start < figure_end).is_some() {}
            keep(mentions, &mut quantities, cell, &mut figures);
        } else if let Fate::Named(kind, rule) = fate {
            while let Some(q) = quantities.next_if(|q| q.words.start < cell.words.end) {
                mentions.names.push(Name { words: q.words, kind, rule });
            }
        } else {
            keep(mentions, &mut quantities, cell, &mut figures);
        }
    }
    for quantity in quantities {
        mentions.quantities.push(quantity);
        figures.push(None);
    }
    mentions.names.sort_by_key(|name| name.words.start);
    figures
}

fn keep(
    mentions: &mut Mentions,
    quantities: &mut std::iter::Peekable<std::vec::IntoIter<Quantity>>,
    cell: &Cell,
    figures: &mut Vec<Option<usize>>,
) {
    while let Some(quantity) = quantities.next_if(|q| q.words.start < cell.words.end) {
        mentions.quantities.push(quantity);
        figures.push(None);
    }
}

fn is_inside(inner: &std::ops::Range<usize>, outer: &std::ops::Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
