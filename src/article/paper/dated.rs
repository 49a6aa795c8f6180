//! Place and day of issue in a line of the header: `Ba Tri, ngày 15 tháng 6 năm 2024`.
//!
//! A draft leaves the day or the month open; then there is no day. Without a place before it, a day
//! is none of a header: `Ngày 15 tháng 6 năm 2024, huyện họp`.

use super::super::day::date::{cut, day};
use super::letters::is_capitals;
use std::ops::Range;

/// Most words of a place.
const PLACE: usize = 6;

/// Place and day of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Dated {
    /// The bytes of the line.
    pub(super) bytes: Range<usize>,
    pub(super) place: String,
    /// ISO 8601; none where it is left open.
    pub(super) day: Option<String>,
}

/// Place and day in a line.
pub(super) fn find(text: &str) -> Option<Dated> {
    let words = ["ngày", "Ngày"].into_iter().filter_map(|word| text.rfind(word));
    let at = words.max()?;
    let before = text[..at].trim_end().strip_suffix(',')?.trim_end();
    let start = place_start(before)?;
    let (end, told) = day_behind(text, at)?;
    let place = before[start..].to_owned();
    Some(Dated { bytes: start..end, place, day: told })
}

/// Where the place begins that ends a text: behind a mark, or behind a word in capitals.
fn place_start(before: &str) -> Option<usize> {
    let mark = before.rfind(|c: char| !c.is_alphanumeric() && !" ./".contains(c));
    let from = mark.map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    // `thành phố Bến Tre`, but not `V/v họp Bến Tre`.
    let begins_small = before[from..].trim_start().starts_with(char::is_lowercase);
    let mut start = before.len();
    for (count, word) in before[from..].rsplit(' ').enumerate() {
        let is_abbreviation = word.ends_with('.');
        let is_other =
            is_capitals(word) && !is_abbreviation || word.contains(|c: char| c.is_ascii_digit());
        let is_in_words = word.starts_with(char::is_lowercase) && !begins_small;
        if word.is_empty() || is_other || is_in_words {
            break;
        }
        if count == PLACE {
            return None;
        }
        start = word.as_ptr().addr() - before.as_ptr().addr();
    }
    (start < before.len()).then_some(start)
}

/// The end of what is a day behind `ngày`, and the day.
fn day_behind(text: &str, at: usize) -> Option<(usize, Option<String>)> {
    let tokens = cut(&text[at..]);
    let is_part = |token: &&&str| {
        let is_word = matches!(**token, "ngày" | "Ngày" | "tháng" | "năm");
        let is_mark = matches!(**token, "/" | "-" | "." | "…" | "_");
        is_word || is_mark || token.bytes().all(|b| b.is_ascii_digit())
    };
    let parts = tokens.iter().take_while(is_part).count();
    let last = tokens[..parts]
        .iter()
        .rposition(|token| token.starts_with(|c: char| c.is_ascii_digit()))?;
    let is_year = tokens[last].len() == 4;
    let end = tokens[last].as_ptr().addr() + tokens[last].len() - text.as_ptr().addr();
    let told = day(&tokens[..=last], 0, false).map(|(day, _)| day.to_string());
    is_year.then_some((end, told))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_issue_stands_behind_its_place() {
        for (text, place, day) in [
            ("Ba Tri, ngày 15 tháng 6 năm 2024", "Ba Tri", Some("2024-06-15")),
            ("Thử Mẫu , ngày 05 tháng 12 năm 2023", "Thử Mẫu", Some("2023-12-05")),
            ("TP. Hồ Chí Minh, ngày 5/6/2023", "TP. Hồ Chí Minh", Some("2023-06-05")),
            ("HUYỆN BA TRI Ba Tri, ngày 5 tháng 6 năm 2023", "Ba Tri", Some("2023-06-05")),
            ("88/BC-UBND | An Bình, ngày 5 tháng 6 năm 2023", "An Bình", Some("2023-06-05")),
            ("Mẫu Sơn, ngày tháng 11 năm 2024", "Mẫu Sơn", None),
            ("Mẫu Sơn, ngày ... tháng ... năm 2024", "Mẫu Sơn", None),
        ] {
            let found = find(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.place.as_str(), found.day.as_deref()), (place, day), "{text}");
            assert_eq!(found.bytes.end, text.len(), "{text}");
        }
        for text in [
            "Ngày 15 tháng 6 năm 2024",
            "Ba Tri, ngày 15 tháng 6",
            "Theo đó, ngày hội năm 2024",
            "Theo báo cáo của Ủy ban nhân dân huyện, ngày 5 tháng 6 năm 2023",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
