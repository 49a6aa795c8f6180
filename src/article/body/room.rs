//! How much of an article is read: what is longer is left out, and one paragraph of a whole book is divided.
//!
//! The longest reports of a province have half a million letters; four millions in one page are no article. What
//! everything behind takes grows with the longest block, so a block ends with the last sentence that fits:
//! `… 12 lớp. ` | `Huyện mở …`. Nothing is lost by that. A row of a table is never divided.

use super::super::{Block, BlockKind};

/// Most text of an article, in bytes and [`MARK`] more for each mark and each gap: four million letters of prose. A
/// text of marks alone has as many words as letters.
const TEXT: usize = 8 << 20;
const MARK: usize = 4;
/// Most blocks, and the most that their paths take, in bytes: each costs more than its text.
const BLOCKS: usize = 100_000;
const PATHS: usize = 16 << 20;
/// Longest block, in bytes.
const LONGEST: usize = 16 << 10;
/// Longest row of a table, in bytes: it cannot be divided.
pub(super) const LONGEST_ROW: usize = 64 << 10;

/// The room that is left for an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Room {
    text: usize,
    blocks: usize,
    paths: usize,
    /// Whether something of the article was cut off.
    pub(in super::super) is_cut: bool,
    /// Whether a block was divided.
    pub(in super::super) is_divided: bool,
}

impl Default for Room {
    fn default() -> Self {
        let (text, blocks, paths) = (TEXT, BLOCKS, PATHS);
        Self { text, blocks, paths, is_cut: false, is_divided: false }
    }
}

impl Room {
    /// As much of a text as has room, on a block of its own with a path or on the last one; takes it.
    pub(super) fn take<'t>(&mut self, text: &'t str, path: Option<&str>) -> Option<&'t str> {
        let blocks = self.blocks.checked_sub(usize::from(path.is_some()));
        let paths = self.paths.checked_sub(path.map_or(0, str::len));
        let fitting = self.fitting(text);
        self.is_cut |= blocks.is_none() || paths.is_none() || fitting.len() < text.len();
        (self.blocks, self.paths) = (blocks?, paths?);
        Some(fitting).filter(|fitting| !fitting.is_empty() || text.is_empty())
    }

    /// The head of a text that has room; takes it.
    fn fitting<'t>(&mut self, text: &'t str) -> &'t str {
        if text.len() * (1 + MARK) <= self.text {
            self.text -= text.len() + MARK * text.chars().filter(|c| is_mark(*c)).count();
            return text;
        }
        let fits = |(_, c): &(usize, char)| {
            let weight = c.len_utf8() + if is_mark(*c) { MARK } else { 0 };
            let left = self.text.checked_sub(weight);
            self.text = left.unwrap_or(0);
            left.is_some()
        };
        let last = text.char_indices().take_while(fits).last();
        &text[..last.map_or(0, |(at, c)| at + c.len_utf8())]
    }

    /// Divides the blocks that are longer than any paragraph.
    pub(super) fn divide(&mut self, blocks: &mut Vec<Block>) {
        let is_long =
            |block: &Block| block.text.len() > LONGEST && block.kind != BlockKind::TableRow;
        if !blocks.iter().any(is_long) {
            return;
        }
        self.is_divided = true;
        let divided = std::mem::take(blocks).into_iter().flat_map(|block| {
            let texts = match is_long(&block) {
                true => parts(&block.text).map(str::to_owned).collect(),
                false => vec![block.text.clone()],
            };
            texts.into_iter().map(move |text| Block { text, ..block.clone() })
        });
        *blocks = divided.collect();
    }
}

fn is_mark(c: char) -> bool {
    !c.is_alphanumeric()
}

/// A text in parts that are no longer than a block may be.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (part, behind) = rest.split_at(end_of_part(rest));
        rest = behind.trim_start();
        (!part.is_empty()).then(|| part.trim_end())
    })
}

/// Where the first part of a text ends: behind a sentence, else behind a word, else anywhere.
fn end_of_part(text: &str) -> usize {
    if text.len() <= LONGEST {
        return text.len();
    }
    let most = &text[..text.floor_char_boundary(LONGEST)];
    let behind = |mark: &str| most.rfind(mark).map(|at| at + mark.len());
    let sentence = [". ", "! ", "? ", "; "].into_iter().filter_map(behind).max();
    let near = sentence.filter(|end| *end > LONGEST / 2);
    near.or_else(|| behind(" ").filter(|end| *end > 1)).unwrap_or(most.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_divided_behind_its_sentences() {
        for (sentence, end) in [("Xã mở 3 lớp. ", "."), ("Xã ", "Xã"), ("ă", "ă")] {
            let text = sentence.repeat(3 * LONGEST / sentence.len());
            let all: Vec<&str> = parts(text.trim_end()).collect();
            assert!(all.len() > 2 && all.iter().all(|part| part.len() <= LONGEST), "{sentence}");
            assert!(all.iter().all(|part| part.ends_with(end)), "{sentence}");
            let kept: usize = all.iter().map(|part| part.split_whitespace().count()).sum();
            assert!(sentence == "ă" || kept == text.split_whitespace().count());
        }
        assert_eq!(parts("").count(), 0);
    }

    #[test]
    fn an_article_ends_where_it_is_full() {
        let long = "ă".repeat(TEXT / 2);
        let mut room = Room::default();
        assert_eq!(room.take(&long, Some("p")), Some(&*long));
        assert!(!room.is_cut);
        assert_eq!(room.take("x", None), None);
        assert!(room.is_cut);
        let mut room = Room::default();
        let marks = "<".repeat(TEXT);
        assert_eq!(room.take(&marks, Some("p")).map(str::len), Some(TEXT / (1 + MARK)));
        assert!(room.is_cut);
        let mut room = Room::default();
        assert_eq!((0..BLOCKS + 7).filter(|_| room.take("x", Some("p")).is_some()).count(), BLOCKS);
        assert!(Room::default().take("x", Some(&"p".repeat(PATHS + 1))).is_none());
    }
}
