//! Which headings, and which head of a list, stand over a table.
//!
//! `Kết quả năm 2022 đạt được như sau:` gives its time, and what it is about, to the table right behind it and
//! no further; a heading gives them to everything up to the next heading. Both are weaker than anything that
//! the table says itself.

use super::head::{Head, said};
use super::mark::{DASHED, mark};
use super::meeting;
use crate::article::BlockKind;
use crate::lexicon::CueClass;
use crate::record::Block;
use crate::text::sentences;

/// The headings and heads that are in force.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// Headings with their levels, the widest first.
    headings: Vec<(u8, Head)>,
    /// The head of the list that is open.
    list: Option<Head>,
}

/// Longest line that is a heading without being marked up as one, in bytes.
const LONGEST: usize = 200;

impl Outline {
    /// Closes the list where a block is none of its items.
    pub(super) fn enter(&mut self, block: &Block<'_>) {
        if block.source.row.is_none() && !is_item(block) && !is_unit_note(block) {
            self.list = None;
        }
    }

    /// What stands over a table that begins with a block; rows that are written as lines take no plan from it.
    pub(super) fn over(&self, block: &Block<'_>) -> Head {
        let head = self.list.clone().unwrap_or_else(|| self.section());
        let is_target = head.is_target && (block.source.row.is_some() || is_item(block));
        Head { is_target, ..head }
    }

    /// What the headings say together; the nearest that gives a time decides.
    fn section(&self) -> Head {
        let mut heads = self.headings.iter().rev().map(|(_, head)| head);
        let scopes: Vec<&str> =
            self.headings.iter().filter_map(|(_, head)| head.scope.as_deref()).collect();
        Head {
            scope: Some(scopes.join(": ")).filter(|scope| !scope.is_empty()),
            period: heads.clone().find_map(|head| head.period.clone()),
            met: None,
            is_target: heads.clone().any(|head| head.is_target),
            is_of_measures: heads.all(|head| head.is_of_measures),
        }
    }

    /// Takes in what a block says of those behind it.
    pub(super) fn leave(&mut self, block: &Block<'_>) {
        let (text, row) = (block.scene.text, &block.source.row);
        let Some(last) = text.tokens.len().checked_sub(1).filter(|_| row.is_none()) else { return };
        let all = 0..last + 1;
        if let Some(level) = level(block, text.key(last)) {
            self.headings.retain(|(over, _)| *over < level);
            self.headings.push((level, said(block, all)));
        } else if text.key(last) == ":" && !is_item(block) {
            let sentence = sentences(text).pop().unwrap_or(all.clone());
            let (own, over) = (said(block, sentence), self.section());
            let around = || meeting::of_figures(block, all.clone());
            let met = || meeting::day(block, all.clone());
            self.list = Some(Head {
                period: own.period.or_else(around).or(over.period),
                met: own.met.or_else(met),
                is_target: own.is_target || over.is_target,
                is_of_measures: own.is_of_measures && over.is_of_measures,
                scope: own.scope.or(over.scope),
            });
        }
    }
}

fn is_item(block: &Block<'_>) -> bool {
    let words = 0..block.scene.text.tokens.len();
    match block.source.kind {
        BlockKind::ListItem => true,
        BlockKind::Paragraph => mark(&block.scene, words).is_some(),
        _ => false,
    }
}

/// `(Đơn vị tính: triệu đồng)`
fn is_unit_note(block: &Block<'_>) -> bool {
    (0..2).any(|i| block.scene.cue(i, &[CueClass::TableUnit]).is_some())
}

/// The level of a heading: the tag that its path ends with, then its numbering. A short numbered
/// line without a figure and without a full stop is a heading too.
fn level(block: &Block<'_>, last: &str) -> Option<u8> {
    let words = 0..block.scene.text.tokens.len();
    let numbered = mark(&block.scene, words).map(|(_, rank)| rank);
    if block.source.kind == BlockKind::Heading {
        let path = &block.source.selector;
        let tag = path.rsplit("> ").next().and_then(|step| step.strip_prefix('h'));
        let level = tag.and_then(|tag| tag.bytes().next()).filter(u8::is_ascii_digit);
        return Some(level.map_or(0, |level| level - b'0') * 10 + numbered.unwrap_or(0));
    }
    let is_line = block.source.kind == BlockKind::Paragraph
        && block.source.text.len() <= LONGEST
        && block.mentions.quantities.is_empty()
        && !matches!(last, "." | ";" | "," | "!" | "?" | "…");
    numbered.filter(|rank| *rank < DASHED && is_line).map(|rank| 70 + rank)
}
