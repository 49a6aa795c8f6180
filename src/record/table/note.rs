//! What stands over a table: its unit, what it is about, and when.
//!
//! `Bảng 1. Kết quả đào tạo nghề năm 2022` over `Đơn vị tính: người`. Only the lines right above the
//! table and its own title rows are looked at.

use super::heading;
use super::label;
use super::unit::{self, Unit};
use crate::article::BlockKind;
use crate::lexicon::CueClass;
use crate::record::{Block, Period};
use crate::text::Tokens;

/// Most lines above a table that speak of it.
const LINES: usize = 3;
/// Longest line that is a caption, in tokens.
const LONGEST: usize = 40;

/// What the lines over a table say.
#[derive(Debug, Default)]
pub(super) struct Note {
    pub unit: Option<Unit>,
    /// What the table is about, without number and time.
    pub caption: Option<String>,
    pub period: Option<Period>,
}

/// Reads the lines above block `first`, and the table's title rows up to block `end`.
pub(super) fn read(blocks: &[Block<'_>], first: usize, end: usize) -> Note {
    let mut note = Note::default();
    for (i, block) in blocks[..end].iter().enumerate().rev().take(LINES + end - first) {
        let is_above = i < first;
        if is_above && (block.source.row.is_some() || !is_caption(block)) {
            note.unit = note.unit.or_else(|| unit::noted(&block.scene));
            break;
        }
        note.add(block);
    }
    note
}

/// Whether a line can be a caption or a note: short, and no sentence.
fn is_caption(block: &Block<'_>) -> bool {
    let text = block.scene.text;
    let last = text.key(text.tokens.len().saturating_sub(1));
    let named = matches!(block.source.kind, BlockKind::Caption | BlockKind::Heading);
    let line = !matches!(last, "." | "!" | "?" | "…" | ";" | ":");
    text.tokens.len() <= LONGEST && (named || line && block.source.kind == BlockKind::Paragraph)
}

impl Note {
    fn add(&mut self, block: &Block<'_>) {
        let scene = &block.scene;
        let all = 0..scene.text.tokens.len();
        if let Some(unit) = unit::noted(scene) {
            self.unit.get_or_insert(unit);
        }
        let period = heading::period(block, all.clone());
        let start = numbered(block).unwrap_or(0);
        let label = label::cut(scene, start..all.end);
        let words = without(label.words, period.as_ref().map(|(time, _)| time.clone()), block);
        let is_note = (words.start..all.end.min(words.start + 2))
            .any(|i| scene.cue(i, &[CueClass::TableUnit]).is_some());
        if let Some((_, period)) = period {
            self.period.get_or_insert(period);
        }
        if !words.is_empty() && !is_note {
            self.caption.get_or_insert_with(|| scene.text.slice(words).to_owned());
        }
    }
}

/// `Bảng 1.`, `Biểu số 2:`: the tokens that number a table.
fn numbered(block: &Block<'_>) -> Option<usize> {
    let scene = &block.scene;
    let (len, _) = scene.cue(0, &[CueClass::TableCaption])?;
    let mut end = len + usize::from(scene.text.tokens.get(len).is_some());
    end += usize::from(matches!(scene.key(end), "." | ":" | "-" | ")"));
    Some(end)
}

/// Words up to a time that ends them, with the small words before it.
fn without(words: Tokens, time: Option<Tokens>, block: &Block<'_>) -> Tokens {
    let Some(time) = time.filter(|time| time.end >= words.end && time.start > words.start) else {
        return words;
    };
    let small = |i: usize| {
        block.scene.cue(i, &[CueClass::Filler, CueClass::YearWord]).is_some_and(|(len, _)| len == 1)
            || !block.scene.is_word(i)
    };
    let end = (words.start..time.start).rev().find(|i| !small(*i)).map_or(words.start, |i| i + 1);
    words.start..end
}
