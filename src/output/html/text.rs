//! An article as it was read: its blocks in order, items of a list in a list, rows of a table in a
//! table, every figure marked.

use super::grid;
use super::marked::Marked;
use super::part::{Figure, Part};
use crate::article::{Block, BlockKind};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// The blocks of an article.
pub(super) fn text(part: &Part<'_>) -> Markup {
    let mut figures = BTreeMap::<usize, Vec<Figure<'_>>>::new();
    for figure in part.figures() {
        figures.entry(figure.1.source.block).or_default().push(figure);
    }
    let marked = |index| Marked::new(part, index, figures.remove(&index).unwrap_or_default());
    let blocks: Vec<Marked<'_>> = (0..part.report.article.blocks.len()).map(marked).collect();
    let together = |a: &Marked<'_>, b: &Marked<'_>| {
        list_of(a.block) == list_of(b.block) && list_of(a.block) != List::None
    };
    html! {
        @for group in blocks.chunk_by(together) {
            @match list_of(group[0].block) {
                List::Items => ul { @for item in group { li data-block=(item.index) { (item.all()) } } },
                List::Rows(_) => (grid::grid(group)),
                List::None => @for block in group { (alone(block)) },
            }
        }
    }
}

/// What holds a block together with its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    None,
    Items,
    Rows(usize),
}

fn list_of(block: &Block) -> List {
    match (block.kind, &block.row) {
        (BlockKind::ListItem, _) => List::Items,
        (BlockKind::TableRow, Some(row)) => List::Rows(row.table),
        _ => List::None,
    }
}

fn alone(block: &Marked<'_>) -> Markup {
    let class = match block.block.kind {
        BlockKind::Heading => return html! { h3 data-block=(block.index) { (block.all()) } },
        BlockKind::Lead => "lead",
        BlockKind::Caption => "caption",
        BlockKind::Byline => "byline",
        BlockKind::Paragraph | BlockKind::ListItem | BlockKind::TableRow => {
            return html! { p data-block=(block.index) { (block.all()) } };
        }
    };
    html! { p class=(class) data-block=(block.index) { (block.all()) } }
}
