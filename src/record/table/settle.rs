//! The mentions of a table's rows, settled: which numbers are its figures, which number its rows.
//!
//! The reader of sentences takes `2021` in a cell for a year and `1` before `Ba Tri` for a figure;
//! here the columns decide. No number is dropped: what is no figure becomes a name.

use super::rows::Cell;
use crate::mention::{Mentions, Name, Quantity};
use crate::text::Tokens;

/// What becomes of the numbers of a cell.
pub(super) enum Fate {
    /// They stay what the reader of sentences took them for.
    Kept,
    /// The cell holds these figures; what other numbers it has lead to footnotes.
    Figures(Vec<Quantity>),
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
        if let Fate::Figures(found) = &fate {
            for figure in found {
                mentions.names.retain(|name| !is_inside(&name.words, &figure.words));
                mentions.times.retain(|time| !is_inside(&time.words, &figure.words));
                while quantities.next_if(|q| q.words.start < figure.words.end).is_some() {}
                mentions.quantities.push(figure.clone());
                figures.push(Some(i));
            }
        }
        while let Some(quantity) = quantities.next_if(|q| q.words.start < cell.words.end) {
            let (kind, rule) = match fate {
                Fate::Kept => {
                    mentions.quantities.push(quantity);
                    figures.push(None);
                    continue;
                }
                Fate::Figures(_) => ("footnote", "table.footnote"),
                Fate::Named(kind, rule) => (kind, rule),
            };
            mentions.names.push(Name { words: quantity.words, kind, rule });
        }
    }
    for quantity in quantities {
        mentions.quantities.push(quantity);
        figures.push(None);
    }
    mentions.names.sort_by_key(|name| name.words.start);
    figures
}

fn is_inside(inner: &Tokens, outer: &Tokens) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
