//! Whether the lines of a file were broken at a width.
//!
//! Where they were, sentences go on over the end of long lines and not of short ones: `… cho lao
//! động` / `nông thôn …`. Some programs count letters and some bytes, of which `ộ` has three; the count
//! by which more lines are long is taken. A hyphen right behind a word at the end of a line shows a
//! break at any width.

use super::super::layout::{begins_item, is_broken_word, is_closed};

/// How the lines of a file were broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wrap {
    /// How long lines may be.
    pub(super) width: i32,
    /// Whether bytes were counted.
    pub(super) in_bytes: bool,
    /// Whether paragraphs are held apart by empty lines.
    pub(super) is_spaced: bool,
}

impl Wrap {
    /// How long a text is.
    pub(super) fn length(self, text: &str) -> i32 {
        length(text, self.in_bytes)
    }
}

fn length(text: &str, in_bytes: bool) -> i32 {
    let length = if in_bytes { text.len() } else { text.chars().count() };
    i32::try_from(length).unwrap_or(i32::MAX)
}

/// Narrowest and widest column that prose is broken to. Verse and lists have shorter lines, and who
/// writes a paragraph a line has longer ones.
const WIDTHS: std::ops::RangeInclusive<i32> = 40..=132;

/// Finds out.
pub(super) fn find(lines: &[&str]) -> Option<Wrap> {
    let letters = width(lines, false)?;
    let is_spaced = is_spaced(lines);
    let mut best: Option<(i64, Wrap)> = None;
    for in_bytes in [false, true] {
        let Some(width) = width(lines, in_bytes) else { continue };
        let wrap = Wrap { width, in_bytes, is_spaced };
        let counted = Counted::of(lines, wrap);
        if counted.is_wrapped(letters) && best.is_none_or(|(most, _)| counted.tight > most) {
            best = Some((counted.tight, wrap));
        }
    }
    best.map(|(_, wrap)| wrap)
}

/// The length that all lines keep but one in fifty, such as an address that could not be broken.
fn width(lines: &[&str], in_bytes: bool) -> Option<i32> {
    let mut lengths: Vec<i32> = lines.iter().map(|line| length(line, in_bytes)).collect();
    lengths.retain(|length| *length > 0);
    lengths.sort_unstable();
    let last = lengths.len().checked_sub(1)?;
    Some(lengths[last - last / 50])
}

/// Whether one line in eight is followed by an empty one, as many as a paragraph has lines.
fn is_spaced(lines: &[&str]) -> bool {
    let is_empty = |line: &str| line.trim().is_empty();
    let filled = lines.iter().filter(|line| !is_empty(line)).count();
    let ends = lines.windows(2).filter(|pair| !is_empty(pair[0]) && is_empty(pair[1])).count();
    ends > 1 && ends * 8 >= filled
}

/// What becomes of sentences at the ends of lines.
#[derive(Debug, Default)]
struct Counted {
    /// Lines with another one right below.
    pairs: i64,
    /// Those of them whose upper line ends no sentence.
    open: i64,
    /// Sentences that go on over the end of a long line.
    long: i64,
    /// Those among them where the next word had no room.
    tight: i64,
    /// Sentences that go on over the end of a short line.
    short: i64,
    /// Words that do.
    broken: i64,
}

impl Counted {
    fn of(lines: &[&str], wrap: Wrap) -> Self {
        let mut counted = Self::default();
        for pair in lines.windows(2) {
            let [line, next] = [pair[0], pair[1].trim_start()];
            if line.trim().is_empty() || next.is_empty() {
                continue;
            }
            counted.pairs += 1;
            if is_broken_word(line, next) {
                counted.broken += 1;
                continue;
            }
            let goes_on = next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
            if is_closed(line) || begins_item(next) {
                continue;
            }
            counted.open += 1;
            if !goes_on {
                continue;
            }
            let word = next.split(' ').next().unwrap_or_default();
            let whole = wrap.length(line) + 1 + wrap.length(word);
            counted.long += i64::from(whole * 100 > wrap.width * 85);
            counted.tight += i64::from(whole > wrap.width);
            counted.short += i64::from(whole * 100 <= wrap.width * 85);
        }
        counted
    }

    /// Whether that is how wrapped prose looks, the longest lines of which have so many letters.
    fn is_wrapped(&self, letters: i32) -> bool {
        let signs = self.long + self.broken;
        let is_prose = WIDTHS.contains(&letters) || self.broken * 2 >= self.pairs;
        let is_most = signs * 8 >= self.pairs && signs * 3 >= self.open && signs >= 2 * self.short;
        is_prose && is_most && signs >= 2
    }
}
