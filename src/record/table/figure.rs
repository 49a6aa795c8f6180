//! The figures of a line, with what their cells say of them.
//!
//! `Tăng 9,4%` says which way it went; of `196,0 (đạt 98,0%)` the second stands aside and is a share of the plan, in
//! `Mở 12 lớp cho 486 học viên` both are told by their own words.

use super::cell;
use super::rows::Cell;
use super::says;
use super::unit::Unit;
use crate::lexicon::CueClass;
use crate::mention::Quantity;
use crate::record::{Block, Direction};

/// A figure of a line.
#[derive(Debug)]
pub(super) struct Figure {
    pub column: usize,
    pub quantity: Quantity,
    /// The unit in its own cell.
    pub unit: Option<Unit>,
    /// Which way its cell says that it went: `Tăng 9,4%`.
    pub moved: Option<Direction>,
    /// What the words of its cell say of it, where it does not fill the cell.
    pub aside: Option<Aside>,
}

/// What the words around a figure say that stands among others in its cell.
#[derive(Debug)]
pub(super) struct Aside {
    /// What is measured: `Mở lớp` in `Mở 12 lớp cho 486 học viên`; none where the column says it.
    pub words: Option<String>,
    /// `(đạt 98%)`: a share of the plan.
    pub reaches: bool,
}

/// The figures among the words of a cell from token `from` on, each with what its words say.
pub(super) fn asides(block: &Block<'_>, column: usize, cell: &Cell, from: usize) -> Vec<Figure> {
    let scene = &block.scene;
    let found = cell::further(block, cell, from).into_iter().map(|(lead, quantity)| {
        let is = |class| lead.clone().any(|i| scene.cue(i, &[class]).is_some());
        let moved = says::direction(block, lead.clone());
        let reaches = moved.is_none() && (is(CueClass::TableResult) || is(CueClass::Fulfil));
        let unit = Unit::of(scene, &quantity);
        let counts = unit.as_ref().filter(|unit| !unit.is_share()).map(|unit| unit.text.as_str());
        let lead = Some(scene.text.slice(lead)).filter(|_| !reaches && moved.is_none());
        let words: Vec<&str> =
            lead.into_iter().chain(counts).filter(|words| !words.is_empty()).collect();
        let words = Some(words.join(" ")).filter(|words| !words.is_empty());
        Figure { column, quantity, unit, moved, aside: Some(Aside { words, reaches }) }
    });
    found.collect()
}
