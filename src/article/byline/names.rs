//! Names of people in a short line: `An - Bình`, `By An Nguyen and Bình Trần`.
//!
//! `PV`, `admin`, `Theo TTXVN` name nobody.

use super::super::day::moment;
use super::super::day::order::Order;
use super::super::words::bylines::{NOBODY, OPENERS, SOURCES};
use super::person::{is_domain, is_office, is_unit, name_of};

/// What follows `By`, `Written by`.
pub(in super::super) fn open(text: &str) -> Option<&str> {
    OPENERS.iter().find_map(|opener| {
        let head = text.get(..opener.len())?;
        let rest = &text[opener.len()..];
        let divided = rest.starts_with([' ', ':']);
        (head.eq_ignore_ascii_case(opener) && divided).then(|| rest.trim_start_matches([' ', ':']))
    })
}

/// What follows `By` at the head of a line or behind a day: `May 11, 2023 by An Nguyen`.
pub(super) fn after_opener(text: &str) -> Option<&str> {
    open(text).or_else(|| {
        let digit = text.find(|c: char| c.is_ascii_digit())?;
        let behind = text[digit..].match_indices(' ');
        let names = behind.take(6).find_map(|(at, _)| open(&text[digit + at + 1..]))?;
        moment::find(text, Order::DayFirst).map(|_| names)
    })
}

/// The names of a list: `An - Bình`, `An, Bình và Chi`; nobody's names are left out, and so is what their
/// owners are: `An Nguyen, Director, Content & Marketing`, `Hà Mẫu – Phòng Nội vụ`.
pub(super) fn names_in(text: &str) -> Vec<String> {
    let text = open(text).unwrap_or(text);
    let text = text.split(" | ").next().unwrap_or(text);
    let parts = text.split([',', ';']).enumerate();
    let parts = parts.take_while(|(at, part)| *at == 0 || !is_office(part));
    let pieces = parts.flat_map(|(_, part)| pieces(part)).enumerate();
    pieces
        .filter(|(at, piece)| *at == 0 || !is_unit(piece))
        .map(|(_, piece)| name_of(piece))
        .filter(|name| !name.is_empty() && !is_nobody(name))
        .map(str::to_owned)
        .collect()
}

/// The pieces of a list of names.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '&', '–'])
        .flat_map(|part| part.split(" - "))
        .flat_map(|part| part.split(" và "))
        .flat_map(|part| part.split(" and "))
        .filter(|piece| !piece.trim().is_empty())
}

/// `admin`, `Ban Biên tập`, `Theo TTXVN`, an address, the key of a text that was never filled in.
fn is_nobody(name: &str) -> bool {
    let is_key = name.contains('.') && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'.');
    let lower = name.to_lowercase();
    let from = lower.split(' ').next().unwrap_or_default();
    is_key
        || is_domain(name)
        || name.contains(['@', '_', '/'])
        || [NOBODY, OPENERS].iter().any(|words| words.contains(&lower.trim_end_matches(':')))
        || SOURCES.contains(&from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_names_are_taken_apart() {
        for (text, want) in [
            ("An - Bình", vec!["An", "Bình"]),
            ("Thạch Thảo, Trần An và Lê Bình", vec!["Thạch Thảo", "Trần An", "Lê Bình"]),
            ("By An Nguyen and Bình Trần", vec!["An Nguyen", "Bình Trần"]),
            ("Lê Bình | Báo Đồng Khởi", vec!["Lê Bình"]),
            ("admin", vec![]),
            ("Ban Biên tập", vec![]),
            ("Theo TTXVN", vec![]),
            ("PV", vec![]),
            ("page.head.author", vec![]),
            ("PhanMemThu.com.vn", vec![]),
            ("Trần Mẫu Trưởng khoa Nội, Bệnh viện Thử", vec!["Trần Mẫu"]),
            ("Đoàn Giỏi", vec!["Đoàn Giỏi"]),
            ("Hà Mẫu – Tổ Ngữ văn", vec!["Hà Mẫu"]),
            ("Hà Mẫu - Phòng Nội vụ; ảnh: Lê Mẫu", vec!["Hà Mẫu", "Lê Mẫu"]),
        ] {
            assert_eq!(names_in(text), want, "{text}");
        }
    }

    #[test]
    fn an_opener_stands_before_a_name() {
        for (text, want) in [
            ("By An Nguyen", Some("An Nguyen")),
            ("May 11, 2023 by An Nguyen", Some("An Nguyen")),
            ("Bystanders watched", None),
        ] {
            assert_eq!(after_opener(text), want, "{text}");
        }
    }
}
