//! The figures of a line, with what their cells say of them.
//!
//! `Tăng 9,4%` says which way it went; of `196,0 (đạt 98,0%)` the second stands aside and is a share of the plan, in
//! `Mở 12 lớp cho 486 học viên` both are told by their own words. `chiếm` before a figure is no word of its own; what
//! follows `7 trường` in `trong đó 7 trường đạt chuẩn` is.

use super::cell;
use super::rows::Cell;
use super::says;
use super::unit::{self, Unit};
use crate::lexicon::{CueClass, UnitKind};
use crate::mention::Quantity;
use crate::record::{Block, Direction};
use crate::text::Tokens;

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
    let further = cell::further(block, cell, from);
    let starts: Vec<usize> = further.iter().map(|(lead, _)| lead.start).collect();
    let found = further.into_iter().enumerate().map(|(i, (mut lead, quantity))| {
        let among = scene.cue(lead.start, &[CueClass::PartIntro]).map_or(0, |(len, _)| len);
        lead.start = (lead.start + among).min(lead.end);
        let is = |class| lead.clone().any(|i| scene.cue(i, &[class]).is_some());
        let moved = says::direction(block, lead.clone());
        // `đạt tỷ lệ 71,2%` may be a share of anything.
        let reaches = moved.is_none()
            && !is(CueClass::RatioNoun)
            && (is(CueClass::TableResult) || is(CueClass::Fulfil));
        let unit = Unit::of(scene, &quantity);
        let counts = unit.as_ref().filter(|unit| !unit.is_share()).map(|unit| unit.text.as_str());
        let bare = says_nothing(block, lead.clone());
        let lead = Some(scene.text.slice(lead)).filter(|_| !reaches && moved.is_none() && !bare);
        let next = starts.get(i + 1).copied().unwrap_or(cell.words.end);
        let behind = behind(block, quantity.words.end, next);
        // `100% trường học thu học phí`: a thing that can be counted, of which it is a share.
        let of = || unit::opens_with_noun(scene, behind.clone());
        let says = bare && (counts.is_some() || of());
        let behind = Some(scene.text.slice(behind.clone())).filter(|_| says);
        let words: Vec<&str> = lead.into_iter().chain(counts).chain(behind).collect();
        let words: Vec<&str> = words.into_iter().filter(|words| !words.is_empty()).collect();
        let words = Some(words.join(" ")).filter(|words| !words.is_empty());
        Figure { column, quantity, unit, moved, aside: Some(Aside { words, reaches }) }
    });
    found.collect()
}

/// Whether a figure only opens what its cell says of what it counts: `47 sản phẩm lên sàn thương mại điện tử`, not `47 sản
/// phẩm`.
pub(super) fn opens_words(block: &Block<'_>, cell: &Cell, figure: &Figure) -> bool {
    const FEW: usize = 3;
    let counts = figure.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Count);
    let end = figure.quantity.words.end;
    counts && behind(block, end, cell.words.end).len() >= FEW
}

/// Whether words only lead to a figure: `chiếm`, `đạt`.
fn says_nothing(block: &Block<'_>, words: Tokens) -> bool {
    const LEADING: &[CueClass] =
        &[CueClass::Share, CueClass::Level, CueClass::Equal, CueClass::And, CueClass::Filler];
    let mut at = words.start;
    while at < words.end {
        at += match block.scene.cue(at, LEADING) {
            Some((len, _)) => len,
            None if !block.scene.is_word(at) => 1,
            None => return false,
        };
    }
    true
}

/// The words behind a figure that say more of what it counts: `đạt chuẩn quốc gia` behind `7 trường`.
fn behind(block: &Block<'_>, from: usize, end: usize) -> Tokens {
    let scene = &block.scene;
    let words = (from..end).take_while(|i| scene.is_word(*i) && !scene.joins(*i)).count();
    from..from + words
}
