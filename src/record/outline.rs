//! What the headings and heads of lists say of the blocks under them.
//!
//! `Kết quả năm 2022 đạt được như sau:` gives its time, and what it is about, to the items of its
//! list and no further; a heading gives them to everything up to the next heading. Both are weaker
//! than anything that a block says itself.

use super::block::Block;
use super::frame::Frame;
use super::head::{Head, first_words, period, said};
use super::mark::{DASHED, Rank, mark};
use crate::article::BlockKind;
use crate::lexicon::CueClass;

/// The headings and heads that are in force.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// Headings with their levels, the widest first.
    headings: Vec<(u8, Head)>,
    /// The head of the list that is open.
    list: Option<Head>,
    /// The items that others stand under, with their ranks.
    items: Vec<(Rank, String)>,
}

/// Longest line that is a heading without being marked up as one, in bytes.
const LONGEST: usize = 200;

impl Outline {
    /// What stands over a block. A block that is no item ends the list before it; a plan is laid
    /// down for items and rows, not for what is told about it.
    pub(super) fn enter(&mut self, block: &Block<'_>) -> Head {
        let is_row = block.source.row.is_some();
        let rank = item(block);
        if rank.is_none() && !is_row && !is_unit_note(block) {
            self.list = None;
            self.items.clear();
        }
        if let Some(rank) = rank {
            while self.items.last().is_some_and(|(over, _)| *over >= rank) {
                self.items.pop();
            }
        }
        let mut head = self.list.clone().unwrap_or_else(|| self.section());
        head.is_target &= rank.is_some() || is_row;
        if rank.is_some() {
            let over = self.items.iter().map(|(_, words)| words.clone());
            head.scope = joined(head.scope.into_iter().chain(over));
        }
        head
    }

    /// What the headings say together; the nearest that gives a time or place decides.
    fn section(&self) -> Head {
        let heads = || self.headings.iter().rev().map(|(_, head)| head);
        let scopes = self.headings.iter().filter_map(|(_, head)| head.scope.clone());
        Head {
            scope: joined(scopes),
            period: heads().find_map(|head| head.period.clone()),
            place: heads().find_map(|head| head.place.clone()),
            is_target: heads().any(|head| head.is_target),
        }
    }

    /// Takes in what a block says of those behind it.
    pub(super) fn leave(&mut self, frame: &Frame<'_>, block: &Block<'_>) {
        let Some(last) = frame.sentences.last().filter(|_| block.source.row.is_none()) else {
            return;
        };
        if let Some(level) = heading(frame, block) {
            self.headings.retain(|(over, _)| *over < level);
            self.headings.push((level, said(frame, 0..frame.pieces.len())));
            return;
        }
        let rank = item(block);
        let opens = frame.mark(frame.pieces.len() - 1) == Some(':');
        if let Some(rank) = rank {
            let words = match opens {
                true => said(frame, last.clone()).scope,
                false => first_words(frame),
            };
            self.items.extend(words.map(|words| (rank, words)));
        } else if opens {
            let (own, over) = (said(frame, last.clone()), self.section());
            let earlier = || (0..last.end).rev().find_map(|i| period(frame, i));
            self.list = Some(Head {
                period: own.period.or_else(earlier).or(over.period),
                place: own.place.or(over.place),
                is_target: own.is_target || over.is_target,
                scope: own.scope.or(over.scope),
            });
        }
    }
}

fn joined(words: impl Iterator<Item = String>) -> Option<String> {
    let words: Vec<String> = words.collect();
    Some(words.join(": ")).filter(|words| !words.is_empty())
}

/// The rank of an item of a list; none for other blocks.
fn item(block: &Block<'_>) -> Option<Rank> {
    let scene = &block.scene;
    let marked = mark(scene, 0..scene.text.tokens.len()).map(|(_, rank)| rank);
    match block.source.kind {
        BlockKind::ListItem => Some(marked.unwrap_or(DASHED)),
        BlockKind::Paragraph => marked,
        _ => None,
    }
}

/// `(Đơn vị tính: triệu đồng)`
fn is_unit_note(block: &Block<'_>) -> bool {
    (0..2).any(|i| block.scene.cue(i, &[CueClass::TableUnit]).is_some())
}

/// The level of a heading: the tag that its path ends with, then its numbering. A short numbered
/// line without a figure and without a full stop is a heading too.
fn heading(frame: &Frame<'_>, block: &Block<'_>) -> Option<u8> {
    let words = 0..frame.scene.text.tokens.len();
    let numbered = mark(&frame.scene, words).map(|(_, rank)| rank);
    if block.source.kind == BlockKind::Heading {
        let path = &block.source.selector;
        let tag = path.rsplit("> ").next().and_then(|step| step.strip_prefix('h'));
        let level = tag.and_then(|tag| tag.bytes().next()).filter(u8::is_ascii_digit);
        return Some(level.map_or(0, |level| level - b'0') * 10 + numbered.unwrap_or(0));
    }
    let last = frame.mark(frame.pieces.len() - 1);
    let is_line = block.source.kind == BlockKind::Paragraph
        && block.source.text.len() <= LONGEST
        && frame.at.is_empty()
        && !matches!(last, Some('.' | ';' | ',' | '!' | '?' | '…'));
    numbered.filter(|rank| *rank < DASHED && is_line).map(|rank| 70 + rank)
}
