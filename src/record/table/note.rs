//! What stands over a table: its unit, what it is about, and when.
//!
//! `Bảng 1. Kết quả đào tạo nghề năm 2022` over `Đơn vị tính: người`. Only the lines right above the
//! table and its own title rows are looked at.

use super::bilingual;
use super::head;
use super::label;
use super::mark;
use super::time::{self, Time};
use super::unit::{self, Unit};
use super::unit_note;
use crate::article::BlockKind;
use crate::lexicon::CueClass;
use crate::mention::Scene;
use crate::record::Block;
use crate::text::Tokens;

/// Most lines above a table that speak of it.
const LINES: usize = 3;
/// Longest line that is a caption, in tokens.
const LONGEST: usize = 40;

/// What the lines over a table say.
#[derive(Debug, Default)]
pub(super) struct Note {
    pub unit: Option<Unit>,
    /// Whether a share is the second of two units: `tỷ đồng, %`.
    pub shares: bool,
    /// What the lines say that the table counts: `số ca mắc`.
    pub counts: Option<Unit>,
    /// The units of columns or rows by their words, in lower case: `Lượng: Tấn; Trị giá: Nghìn USD`.
    pub units: Vec<(String, Unit)>,
    /// What the table is about, without number and time.
    pub caption: Option<String>,
    pub time: Option<Time>,
    /// Whether they say that money is allotted: `Phân bổ vốn`.
    pub allots: bool,
}

/// Most lines below a table that may give its unit.
const BELOW: usize = 2;

/// Reads the lines above block `first`, and the table's title rows up to block `end`; where they give no unit,
/// the lines from block `below` on: `Ghi chú: ĐVT: nghìn đồng`.
pub(super) fn read(blocks: &[Block<'_>], first: usize, end: usize, below: usize) -> Note {
    let mut note = above(blocks, first, end);
    let notes = blocks[below.min(blocks.len())..].iter().take(BELOW);
    let notes = notes.take_while(|block| block.source.row.is_none());
    let below: Vec<&Block<'_>> = notes.collect();
    note.unit = note.unit.or_else(|| below.iter().find_map(|block| unit::noted(&block.scene)));
    note.units.extend(below.iter().flat_map(|block| unit_note::listed(&block.scene)));
    note.units.extend(below.iter().flat_map(|block| unit_note::excepted(&block.scene)));
    note
}

fn above(blocks: &[Block<'_>], first: usize, end: usize) -> Note {
    let mut note = Note::default();
    for (i, block) in blocks[..end].iter().enumerate().rev().take(LINES + end - first) {
        let is_above = i < first;
        if is_above && (block.source.row.is_some() || !is_caption(block)) {
            let scene = &block.scene;
            let ending = || unit::ending(scene).filter(|_| block.source.row.is_none());
            note.unit = note.unit.or_else(|| unit::noted(scene)).or_else(ending);
            note.counts = note.counts.or_else(|| unit::told(&block.scene));
            note.units.extend(unit_note::listed(&block.scene));
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
        self.units.extend(unit_note::excepted(scene));
        self.allots |= head::allots(scene);
        self.shares |= unit::notes_share(scene);
        let units = unit_note::listed(scene);
        if !units.is_empty() {
            self.units.extend(units);
            return;
        }
        if let Some(unit) = unit::noted(scene).or_else(|| unit::ending(scene)) {
            self.unit.get_or_insert(unit);
        }
        self.counts = self.counts.take().or_else(|| unit::told(scene));
        let time = time::read(block, all.clone()).filter(|time| !is_of_paper(block, time));
        let start = numbered(block).unwrap_or(0);
        let noted = unit::note(scene).map_or(all.end, |(at, _)| at.max(start));
        let noted = noted - usize::from(noted > start && scene.key(noted - 1) == "(");
        let label = label::cut(scene, undivided(scene, bilingual::vietnamese(scene, start..noted)));
        let words = without(label.words, time.as_ref().map(|time| time.words.clone()), block);
        let is_note =
            (start..all.end.min(start + 2)).any(|i| scene.cue(i, &[CueClass::TableUnit]).is_some());
        if let Some(time) = time {
            self.time.get_or_insert(time);
        }
        let in_brackets = scene.key(start) == "(";
        if !words.is_empty() && !is_note && !in_brackets {
            self.caption.get_or_insert_with(|| scene.text.slice(words).to_owned());
        }
    }
}

/// Whether a time is the day of the paper that is named before it: `Quyết định số 1142/QĐ-UBND ngày 23/5/2025`.
fn is_of_paper(block: &Block<'_>, time: &Time) -> bool {
    let mut names = block.mentions.names.iter().filter(|name| name.rule == "name.document");
    names.any(|name| (name.words.end..=name.words.end + 1).contains(&time.words.start))
}

/// `Bảng 1.`, `Biểu số 2:`: the tokens that number a table.
fn numbered(block: &Block<'_>) -> Option<usize> {
    let scene = &block.scene;
    let cue = scene.cue(0, &[CueClass::TableCaption]);
    let (len, _) = cue.filter(|(_, cue)| cue.value.is_none())?;
    let numbers = |i: usize| {
        scene.is_digits(i) || mark::roman(scene.key(i)).is_some() || scene.key(i).len() == 1
    };
    let mut end = len + usize::from(numbers(len));
    end += usize::from(matches!(scene.key(end), "." | ":" | "-" | ")"));
    Some(end)
}

/// Words up to those that say by what the columns or rows are split: `Lao động phân theo giới tính`.
fn undivided(scene: &Scene<'_>, words: Tokens) -> Tokens {
    let splits = |at: &usize| {
        let cue = scene.cue(*at, &[CueClass::TableLabel]);
        *at > words.start && cue.is_some_and(|(_, cue)| cue.value.is_some())
    };
    words.start..words.clone().find(splits).unwrap_or(words.end)
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
