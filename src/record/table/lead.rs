//! What the paragraphs over a table and the headline say of its figures, where nothing nearer does.
//!
//! `Sở Y tế báo cáo kết quả năm 2024.` dates the table under it. Of several times in one paragraph that
//! of the count decides (`số liệu tính đến ngày 30/6/2024`); a plan takes the time that it is for. The day of
//! a meeting dates nothing.

use super::head;
use super::time::{self, Time};
use crate::article::BlockKind;
use crate::lexicon::CueClass;
use crate::mention::Sense;
use crate::record::{Block, Period};

/// Most paragraphs over a table that are asked.
const PARAGRAPHS: usize = 4;

/// What an article begins with: its headline and its first paragraph.
#[derive(Debug)]
pub(super) struct Opening {
    lines: Vec<Line>,
    /// What the headline is about.
    pub subject: Option<String>,
}

/// What stands over a table, further off than its own head.
#[derive(Debug)]
pub(super) struct Lead<'o> {
    /// The paragraphs right over it, the nearest first.
    near: Vec<Line>,
    pub opening: &'o Opening,
}

/// The times of a line.
#[derive(Debug)]
struct Line {
    /// The first in which something went on.
    during: Option<Period>,
    /// The first up to which something was counted.
    until: Option<Period>,
}

impl Opening {
    pub(super) fn new(blocks: &[Block<'_>], headline: &Block<'_>) -> Self {
        let first = blocks.first().filter(|block| block.source.kind != BlockKind::TableRow);
        let lines = std::iter::once(headline).chain(first).map(line);
        Self { lines: lines.collect(), subject: head::subject(headline) }
    }

    /// What stands over the table that begins at block `first`: paragraphs up to the table before.
    pub(super) fn over(&self, blocks: &[Block<'_>], first: usize) -> Lead<'_> {
        let above = blocks[..first].iter().rev().take_while(|block| block.source.row.is_none());
        Lead { near: above.take(PARAGRAPHS).map(line).collect(), opening: self }
    }
}

fn line(block: &Block<'_>) -> Line {
    let all = 0..block.scene.text.tokens.len();
    let mut found: Vec<(Sense, Time)> = Vec::new();
    for (sense, time) in time::sensed(block, all) {
        // `năm 2024 (từ ngày 15/12/2023 đến ngày 14/12/2024)`: the brackets say it exactly.
        let opened = time.words.start.checked_sub(1).filter(|open| block.scene.key(*open) == "(");
        if found.last().is_some_and(|(_, last)| Some(last.words.end) == opened) {
            found.pop();
        }
        if dates(block, sense, &time) {
            found.push((sense, time));
        }
    }
    let mut line = Line { during: None, until: None };
    for (sense, time) in found {
        let slot = if sense == Sense::During { &mut line.during } else { &mut line.until };
        slot.get_or_insert(time.period);
    }
    line
}

/// Whether a time of a paragraph can be that of a table: no baseline, and no day but that of a count.
fn dates(block: &Block<'_>, sense: Sense, time: &Time) -> bool {
    const AGAINST: &[CueClass] = &[CueClass::TableVersus, CueClass::TableAttainment];
    let scene = &block.scene;
    let counted = |at: usize| {
        (at.saturating_sub(3)..at)
            .any(|i| scene.cue(i, &[CueClass::TablePeriod]).is_some_and(|(len, _)| len > 1))
    };
    match sense {
        Sense::Day => counted(time.words.start),
        Sense::Now | Sense::Since => false,
        _ => scene.cue_before(time.words.start, AGAINST).is_none(),
    }
}

impl Lead<'_> {
    /// The time of figures that are planned, or were reached: of the nearest line that names one.
    pub(super) fn period(&self, planned: bool) -> Option<&Period> {
        self.near.iter().chain(&self.opening.lines).find_map(|Line { during, until }| {
            let (first, second) = if planned { (during, until) } else { (until, during) };
            first.as_ref().or(second.as_ref())
        })
    }
}
