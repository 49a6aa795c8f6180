//! Links between the figures of a table: results to their plans, parts to their wholes.
//!
//! A figure of `Thực hiện` is held against that of `Kế hoạch` in its row; one of `- nữ` is a part of that in the row
//! over it, unless it is larger. Figures that stand aside in their cells are linked to nothing.

use super::column::Column;
use super::line::Line;
use super::told::Told;
use crate::record::judged::Seat;
use std::collections::HashMap;

/// Ties results to their plans, and parts to their wholes.
pub(super) fn link(
    mut told: Vec<Vec<Told>>,
    lines: &[Line],
    columns: &[Column],
    seats: &[Vec<Seat>],
) -> Vec<Vec<Told>> {
    let at: Vec<HashMap<usize, usize>> = lines
        .iter()
        .map(|line| {
            let figures = line.figures.iter().enumerate();
            let filling = figures.filter(|(_, figure)| figure.aside.is_none());
            filling.map(|(f, figure)| (figure.column, f)).collect()
        })
        .collect();
    for l in 0..lines.len() {
        for f in 0..lines[l].figures.len() {
            let figure = &lines[l].figures[f];
            if figure.aside.is_some() {
                continue;
            }
            let column = &columns[figure.column];
            let plan = column.plan.and_then(|plan| at[l].get(&plan));
            told[l][f].target = plan.and_then(|plan| seats[l].get(*plan)).copied();
            let over = lines[l].whole.and_then(|w| Some((w, *at[w].get(&figure.column)?)));
            let beside = column.total.and_then(|total| Some((l, *at[l].get(&total)?)));
            let whole = over.into_iter().chain(beside).find(|(w, g)| {
                let total = &lines[*w].figures[*g].quantity;
                figure.quantity.value <= total.value && told[l][f].adds_to(&told[*w][*g])
            });
            told[l][f].part_of = whole.and_then(|(w, g)| seats[w].get(g)).copied();
        }
    }
    told
}
