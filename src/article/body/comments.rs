//! Headings of what readers wrote: `Phản hồi của bạn đọc`, `2 bình luận`, `Nhận xét (3)`.
//!
//! Some of the words head parts of articles, too, and are believed only where they count: `Thảo luận (2)`.

use super::super::norm::letters;
use super::super::outline::Outline;
use super::super::words::furniture::{COMMENTS, COUNTED_COMMENTS};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Longest heading, in bytes.
const LONGEST: usize = 60;

/// Whether a line is such a heading.
pub(super) fn is_heading(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let all = letters(text);
    let words = all.trim_matches(|c: char| c.is_ascii_digit());
    match HEADINGS.get(words) {
        Some(needs_number) => !needs_number || words.len() < all.len(),
        None => false,
    }
}

/// Whether a box begins with one.
pub(super) fn is_box(outline: &Outline<'_>, frame: usize) -> bool {
    let [first, _, ..] = outline.lines_of(frame) else { return false };
    is_heading(outline.text(first))
}

/// The headings, and whether each needs a number.
static HEADINGS: LazyLock<HashMap<String, bool>> = LazyLock::new(|| {
    let of = |list: &'static [&str], counts| list.iter().map(move |text| (letters(text), counts));
    of(COUNTED_COMMENTS, true).chain(of(COMMENTS, false)).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_comments_are_known() {
        for (line, want) in [
            ("Phản hồi của bạn đọc", true),
            ("2 bình luận", true),
            ("Ý kiến bạn đọc (2)", true),
            ("Nhận xét (3)", true),
            ("Nhận xét", false),
            ("Bình luận về dự án còn ít", false),
        ] {
            assert_eq!(is_heading(line), want, "{line}");
        }
    }
}
