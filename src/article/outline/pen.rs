//! The line that is being written: its words, and how many of them are links or in italics.
//!
//! White space is folded. One `<br>` is a space, and so is a tag between a small letter and a capital or
//! a digit, which style sheets set apart: `<span>Bến Tre</span>Sau ba năm`; but `m<sup>2</sup>`.

use super::model::Line;

/// Shortest line that a single `<br>` ends, in bytes.
const SENTENCE: usize = 80;

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
    /// Adds text to the open line. The space before a word is counted with the word.
    pub(super) fn write(&mut self, all: &mut String, text: &str) {
        if text.trim_ascii().is_empty() {
            self.space |= !text.is_empty();
            return;
        }
        self.space |= text.starts_with(char::is_whitespace)
            || self.tagged && are_two_words(&all[self.start..], text, self.raised);
        (self.tagged, self.raised) = (false, false);
        match text.is_ascii() {
            true => self.write_words(all, text.split_ascii_whitespace()),
            false => self.write_words(all, text.split_whitespace()),
        }
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

/// Whether a small letter ends the one text, and a capital or a digit of the line begins the other.
fn are_two_words(before: &str, after: &str, raised: bool) -> bool {
    let begins = |c: char| c.is_uppercase() || c.is_ascii_digit() && !raised;
    before.ends_with(char::is_lowercase) && after.starts_with(begins)
}
