//! Lines of the site among the blocks of an article: where it ends, and what is cut out of it.
//!
//! `BÌNH LUẬN` ends it. `Tin liên quan` ends it, too, unless its own paragraphs go on below. `Lượt xem:
//! 345` is left out wherever it stands, since it would be read as a figure; `Có 345 lượt xem trang.`
//! is a sentence.

use super::super::norm::letters;
use super::super::outline::prose::PROSE;
use super::super::words::furniture::{CLOSING, CLOSING_OPENERS, COUNTERS, INSERTS};
use super::super::{Block, BlockKind};
use super::comments;
use std::collections::HashMap;
use std::sync::LazyLock;

/// How many of the last blocks may be lines of the site that are known by their beginning only.
const FOOT: usize = 3;
/// Longest line of the site, in bytes.
const LONGEST: usize = 60;

/// Cuts off what follows the article, and drops the lines of the site inside it.
pub(in super::super) fn cut(blocks: &mut Vec<Block>) {
    blocks.retain(|block| !is_counter(block));
    let mut kept = kept(blocks).into_iter();
    blocks.retain(|_| kept.next().unwrap_or(false));
}

/// For each block up to the end of the article whether it belongs to it.
fn kept(blocks: &[Block]) -> Vec<bool> {
    let foot = blocks.len().saturating_sub(FOOT);
    // The last paragraph of each box, and the box of the paragraph above.
    let boxes = blocks.iter().enumerate().filter_map(|(at, block)| Some((box_of(block)?, at)));
    let lowest: HashMap<&str, usize> = boxes.collect();
    let mut above = None;
    let mut kept = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        let line = line(block);
        let goes_on = || above.and_then(|own| lowest.get(own)).is_some_and(|last| *last > at);
        let closes = match line {
            Some(Line::Closing) => true,
            Some(Line::Insert) => !goes_on(),
            None => at >= foot && opens_foot(block),
        };
        if closes {
            break;
        }
        kept.push(line.is_none());
        above = box_of(block).or(above);
    }
    kept
}

/// The path of the box that a paragraph of prose stands in.
fn box_of(block: &Block) -> Option<&str> {
    let is_prose = block.kind == BlockKind::Paragraph && block.text.len() >= PROSE;
    let path = is_prose.then(|| block.selector.rsplit_once(" > "))?;
    path.map(|(parent, _)| parent)
}

/// A short line of the site that is known as a whole.
#[derive(Clone, Copy)]
enum Line {
    /// `BÌNH LUẬN`
    Closing,
    /// `Tin liên quan`
    Insert,
}

fn line(block: &Block) -> Option<Line> {
    let is_joined = matches!(block.kind, BlockKind::ListItem | BlockKind::TableRow);
    let is_short = block.text.len() < LONGEST && !block.text.ends_with('.');
    if is_short && !is_joined && (comments::is_heading(&block.text) || is_end(&block.text)) {
        return Some(Line::Closing);
    }
    LINES.get(&letters(Some(&block.text).filter(|_| is_short && !is_joined)?)).copied()
}

/// `###`, `-30-`: how press releases say that they end.
fn is_end(text: &str) -> bool {
    matches!(text.replace(' ', "").as_str(), "###" | "-30-" | "–30–")
}

/// Whether the article has ended before this one of the last blocks: `Từ khóa: …`, `© Báo …`.
fn opens_foot(block: &Block) -> bool {
    let lower = block.text.to_lowercase();
    block.kind == BlockKind::Paragraph && CLOSING_OPENERS.iter().any(|o| lower.starts_with(o))
}

/// `Lượt xem: 345`, `345 lượt xem`
fn is_counter(block: &Block) -> bool {
    let is_number = |c: char| c.is_ascii_digit();
    let text = block.text.trim_matches(|c: char| !c.is_alphanumeric());
    let has_number = text.starts_with(is_number) || text.ends_with(is_number);
    has_number && text.len() < LONGEST && block.kind != BlockKind::TableRow && {
        let letters = letters(text);
        let words = letters.trim_matches(is_number);
        COUNTER_LETTERS.iter().any(|counter| counter == words)
    }
}

static LINES: LazyLock<HashMap<String, Line>> = LazyLock::new(|| {
    let of = |lines: &'static [&str], kind| lines.iter().map(move |line| (letters(line), kind));
    of(CLOSING, Line::Closing).chain(of(INSERTS, Line::Insert)).collect()
});
static COUNTER_LETTERS: LazyLock<Vec<String>> =
    LazyLock::new(|| COUNTERS.iter().map(|counter| letters(counter)).collect());

#[cfg(test)]
mod tests {
    use super::*;

    const PARAGRAPH: &str =
        "Toàn huyện đã mở 24 lớp dạy nghề cho 720 học viên, đạt 60% kế hoạch của cả năm.";

    /// How many paragraphs are left, each given with the box that it stands in.
    fn left(lines: &[(&str, &str)]) -> usize {
        let block = |(parent, text): &(&str, &str)| Block {
            kind: BlockKind::Paragraph,
            text: (*text).to_owned(),
            selector: format!("{parent} > p"),
            row: None,
        };
        let mut blocks: Vec<Block> = lines.iter().map(block).collect();
        cut(&mut blocks);
        blocks.len()
    }

    #[test]
    fn an_insert_ends_only_what_does_not_go_on() {
        let (own, other) = (("div", PARAGRAPH), ("ul", PARAGRAPH));
        for (lines, count) in [
            ([own, ("div", "Tin liên quan"), own], 2),
            ([own, ("ul", "Tin liên quan"), other], 1),
            ([own, ("div", "BÌNH LUẬN"), own], 1),
            ([own, ("div", "Tin liên quan đến dự án còn ít"), own], 3),
        ] {
            assert_eq!(left(&lines), count, "{lines:?}");
        }
    }

    #[test]
    fn counters_are_no_text() {
        for (line, count) in [
            ("Lượt xem: 345", 0),
            ("1.234 lượt xem", 0),
            ("Số lần đọc: 1.234", 0),
            ("Có 345 lượt xem trang", 1),
            ("Lượt xem", 1),
        ] {
            assert_eq!(left(&[("div", line)]), count, "{line}");
        }
    }
}
