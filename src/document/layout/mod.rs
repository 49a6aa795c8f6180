//! Text on paper: from letters with places to paragraphs, lists and tables.
//!
//! * `leaf`: a printed page, its runs of text and ruling lines
//! * `letter`: letters to runs
//! * `row`: runs to rows, the lines of print
//! * `running`: heads and feet that stand on every page, and page numbers
//! * `grid`: tables between ruling lines
//! * `zone`: columns, and what stands side by side, in reading order
//! * `aligned`: tables whose columns are held apart by white
//! * `join`: where a paragraph goes on in the next row, and how
//! * `flow`: pages to parts, in reading order
//! * `writer`: parts to paragraphs and tables
//! * `markup`: all of it as HTML

mod aligned;
mod flow;
mod grid;
mod join;
mod leaf;
mod letter;
mod markup;
mod row;
mod running;
mod writer;
mod zone;

pub(super) use flow::Typed;
pub(super) use join::{begins_item, is_broken_word, is_closed};
pub(super) use leaf::{Face, Leaf, Ruling, Run, Unit};
pub(super) use letter::{Letter, runs};
pub(super) use markup::{markup, typed};
