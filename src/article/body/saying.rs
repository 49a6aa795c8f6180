//! Which boxes say something: the name and the address of an office do not, however many lines they take.
//!
//! Prose does, a short sentence, a verse of some words, and a cell of a table that leads nowhere: a list of documents is one of links.

use super::super::outline::prose::is_prose;
use super::super::outline::{Line, Outline};
use super::imprint;

/// Fewest words of a line that is no prose, and of one that a stop ends: `Xã có 5 ấp.`
const FEWEST: usize = 5;
const FEWEST_IN_SENTENCE: usize = 3;

/// For each box whether a line in it says something.
pub(super) fn find(outline: &Outline<'_>, furniture: &[bool]) -> Vec<bool> {
    let has_links = with(outline, |line| line.linked > 0);
    with(outline, |line| !furniture[line.frame] && says(outline, &has_links, line))
}

/// For each box whether a line in it is such a one.
fn with(outline: &Outline<'_>, is_one: impl Fn(&Line) -> bool) -> Vec<bool> {
    let mut with = vec![false; outline.frames.len()];
    for line in outline.lines.iter().filter(|line| is_one(line)) {
        with[line.frame] = true;
    }
    for frame in (1..with.len()).rev() {
        with[outline.frames[frame].parent] |= with[frame];
    }
    with
}

fn says(outline: &Outline<'_>, has_links: &[bool], line: &Line) -> bool {
    let text = outline.text(line);
    let has_small = || text.split(' ').any(|word| word.starts_with(char::is_lowercase));
    let fewest = if text.ends_with(['.', '!', '?']) { FEWEST_IN_SENTENCE } else { FEWEST };
    let is_told = || text.split(' ').count() >= fewest && has_small() && line.linked == 0;
    let tag = |frame: usize| outline.frames[frame].tag;
    let in_table = || {
        let is_cell = outline.around(line.frame).take(3).any(|frame| tag(frame) == "td");
        let row = outline.around(line.frame).take(5).find(|&frame| tag(frame) == "tr");
        is_cell && row.is_some_and(|row| !has_links[row])
    };
    !imprint::is_one(text) && (is_prose(text, line) || in_table() || is_told())
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    #[test]
    fn names_and_addresses_say_nothing() {
        for (markup, want) in [
            ("<p>Chiều về trên bến sông quê", true),
            ("<p>Xã có 5 ấp.", true),
            ("<p>Thầy Hà Văn Mẫu<p>Hiệu trưởng", false),
            ("<p>Địa chỉ: Ấp 2, xã Thử. Điện thoại: 0275 3111222", false),
            ("<table><tr><td>12/KH<td>06/03/2023", true),
            ("<table><tr><td>12/KH<td><a href=x>Kế hoạch diệt chuột</a>", false),
        ] {
            let html = Html::parse_document(markup);
            let outline = Outline::new(&html);
            let furniture = vec![false; outline.frames.len()];
            assert_eq!(find(&outline, &furniture)[0], want, "{markup}");
        }
    }
}
