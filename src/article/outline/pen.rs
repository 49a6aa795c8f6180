//! The line that is being written: its words, and how many of them are links or in italics.
//!
//! White space is folded. One `<br>` is a space, and so is a tag where no word goes on behind it (`joint`):
//! `<span>Bến Tre</span>Sau ba năm`. Raised digits behind a number are the mark of a note, and no text:
//! `45<sup>2</sup> hộ`; but `m<sup>2</sup>`. Those of a power of ten are written raised: `10⁶ m3`.

use super::joint::{are_two_words, is_note, power};
use super::model::Line;

/// Shortest line that a single `<br>` ends, in bytes.
const SENTENCE: usize = 80;

/// Where the parts of lines begin.
pub(super) struct Borders<'a> {
    /// Behind a `<br>`.
    pub(super) breaks: &'a mut Vec<usize>,
    /// Behind any tag.
    pub(super) seams: &'a mut Vec<usize>,
}

/// The state of the line.
#[derive(Debug, Default)]
pub(super) struct Pen {
    /// Where the line starts.
    start: usize,
    /// Bytes of it inside links, and in italics.
    linked: usize,
    slanted: usize,
    /// Links and italics that are open.
    pub(in super::super) link_depth: usize,
    pub(in super::super) slant_depth: usize,
    /// Whether white space stands before the next word.
    space: bool,
    /// Whether a tag stands before the next word.
    pub(in super::super) tagged: bool,
    /// Whether one of them is `<sup>` or `<sub>`.
    pub(in super::super) raised: bool,
    /// `<br>`s since the last word.
    breaks: usize,
    /// Whether a picture stood since the last line.
    pub(in super::super) picture: bool,
}

impl Pen {
    /// Adds text to the open line, and where it begins if a `<br>` or another tag stands before it. The space
    /// before a word is counted with the word.
    pub(super) fn write(&mut self, all: &mut String, borders: Borders<'_>, text: &str) {
        if text.trim_ascii().is_empty() {
            self.space |= !text.is_empty();
            return;
        }
        self.space |= text.starts_with(char::is_whitespace)
            || self.tagged && are_two_words(&all[self.start..], text, self.raised);
        if self.raised && is_note(&all[self.start..], text) {
            (self.space, self.tagged, self.raised) = (false, true, false);
            return;
        }
        let raised = power(&all[self.start..], text).filter(|_| self.raised);
        let text = raised.as_deref().unwrap_or(text);
        let goes_on = all.len() > self.start;
        let is_behind_tag = self.tagged && goes_on;
        (self.tagged, self.raised) = (false, false);
        let is_behind_break = self.breaks > 0 && goes_on;
        let before = all.len();
        match text.is_ascii() {
            true => self.write_words(all, text.split_ascii_whitespace()),
            false => self.write_words(all, text.split_whitespace()),
        }
        borders.breaks.extend(is_behind_break.then_some(before + 1));
        borders.seams.extend(is_behind_tag.then_some(before));
        if self.breaks == 0 {
            self.space = text.ends_with(char::is_whitespace);
        }
    }

    fn write_words<'t>(&mut self, all: &mut String, words: impl Iterator<Item = &'t str>) {
        for word in words {
            let before = all.len();
            if self.space && before > self.start {
                all.push(' ');
            }
            all.push_str(word);
            if self.link_depth > 0 {
                self.linked += all.len() - before;
            }
            if self.slant_depth > 0 {
                self.slanted += all.len() - before;
            }
            self.space = true;
            self.breaks = 0;
        }
    }

    /// Takes in a `<br>`; whether it ends the line: the second in a row, or one behind a sentence or
    /// an item.
    pub(super) fn breaks(&mut self, all: &str) -> bool {
        self.space = true;
        self.breaks += 1;
        let line = &all[self.start..];
        let is_sentence = line.ends_with(['.', '!', '?', '…', '”']);
        let is_item = is_item(line) && line.ends_with(['.', ';']);
        self.breaks > 1 || is_item || is_sentence && line.len() >= SENTENCE
    }

    /// Whether text behind a `<br>` is an item of a list that was made by hand: `- Mở 3 lớp`.
    pub(super) fn opens_item(&self, text: &str) -> bool {
        self.breaks > 0 && is_item(text)
    }

    /// Ends the line, in this box; none if nothing was written.
    pub(in super::super) fn end(&mut self, all: &str, frame: usize) -> Option<Line> {
        let (start, end) = (self.start, all.len());
        let line = (end > start).then(|| Line {
            frame,
            start,
            end,
            linked: self.linked,
            slanted: self.slanted,
            follows_picture: std::mem::take(&mut self.picture),
        });
        (self.start, self.linked, self.slanted) = (end, 0, 0);
        (self.space, self.breaks) = (false, 0);
        line
    }
}

/// Whether a text begins with the mark of an item and a space.
fn is_item(text: &str) -> bool {
    let behind = text.trim_start().strip_prefix(['-', '–', '+', '•', '*']);
    behind.is_some_and(|rest| rest.starts_with(char::is_whitespace))
}
