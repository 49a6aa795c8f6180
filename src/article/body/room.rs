//! How much of an article is read: what is longer is left out, and one paragraph of a whole book is divided.
//!
//! The longest reports of a province have half a million letters; four millions in one page are no article. What
//! everything behind takes grows with the longest block, so a block ends with the last sentence that fits:
//! `… 12 lớp. ` | `Huyện mở …`. Nothing is lost by that. A row of a table is never divided.

use super::super::{Block, BlockKind};

/// Most text of an article, in bytes.
const TEXT: usize = 4 << 20;
/// Most blocks, and the most that their paths take, in bytes: each costs more than its text.
const BLOCKS: usize = 100_000;
const PATHS: usize = 16 << 20;
/// Longest block, in bytes.
pub(super) const LONGEST: usize = 16 << 10;

/// The room that is left for an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Room {
    text: usize,
    blocks: usize,
    paths: usize,
    /// Whether something of the article was left out.
    pub(in super::super) leaves_out: bool,
    /// Whether a block was divided.
    pub(in super::super) is_divided: bool,
}

impl Default for Room {
    fn default() -> Self {
        let (text, blocks, paths) = (TEXT, BLOCKS, PATHS);
        Self { text, blocks, paths, leaves_out: false, is_divided: false }
    }
}

impl Room {
    /// Whether a text of so many bytes has room, on a block of its own with a path or none; takes it.
    pub(super) fn takes(&mut self, text: usize, path: Option<usize>) -> bool {
        let (text, paths) = (self.text.checked_sub(text), self.paths.checked_sub(path.unwrap_or(0)));
        let blocks = self.blocks.checked_sub(usize::from(path.is_some()));
        let (Some(text), Some(blocks), Some(paths)) = (text, blocks, paths) else {
            self.leaves_out = true;
            return false;
        };
        (self.text, self.blocks, self.paths) = (text, blocks, paths);
        true
    }

    /// Divides the blocks that are longer than any paragraph.
    pub(super) fn divide(&mut self, blocks: &mut Vec<Block>) {
        let is_long = |block: &Block| block.text.len() > LONGEST && block.kind != BlockKind::TableRow;
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
        for (sentence, end) in [("Xã mở 3 lớp. ", "."), ("Xã mở 3 lớp ", "lớp"), ("ă", "ă")] {
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
    fn an_article_ends_where_it_leaves_out() {
        let mut room = Room::default();
        assert!(room.takes(TEXT, Some(10)) && room.takes(0, None));
        assert!(!room.takes(1, None) && room.leaves_out);
        let mut room = Room::default();
        assert_eq!((0..BLOCKS + 7).filter(|_| room.takes(1, Some(8))).count(), BLOCKS);
        assert!(!Room::default().takes(1, Some(PATHS + 1)));
    }
}
