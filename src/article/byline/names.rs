//! Names of people in a short line: `An - Bình`, `By An Nguyen and Bình Trần`.
//!
//! `PV`, `admin`, `Theo TTXVN` name nobody. A name is one to five words, each with a capital.

use super::super::day::date::is_one_of;
use super::super::day::moment;
use super::super::day::order::Order;
use super::super::words::bylines::{
    NOBODY, OFFICES, OPENERS, ORGANIZATIONS, PARTICLES, ROLES, SOURCES, VIETNAMESE_OFFICES,
};

/// Whether a word says what somebody did: `ảnh`, `bài`.
pub(super) fn is_role(word: &str) -> bool {
    ROLES.contains(&word.trim().to_lowercase().as_str())
}

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

/// The names of a list: `An - Bình`, `An, Bình và Chi`; nobody's names are left out, and what its
/// owner is stands behind a name: `An Nguyen, Director, Content & Marketing`.
pub(super) fn names_in(text: &str) -> Vec<String> {
    let text = open(text).unwrap_or(text);
    let text = text.split(" | ").next().unwrap_or(text);
    let parts = text.split([',', ';']).enumerate();
    parts
        .take_while(|(at, part)| *at == 0 || !is_office(part))
        .flat_map(|(_, part)| part.split(['&', '–']))
        .flat_map(|part| part.split(" - "))
        .flat_map(|part| part.split(" và "))
        .flat_map(|part| part.split(" and "))
        .map(|name| name.trim().trim_end_matches(['.', ')']).trim_start_matches('(').trim())
        .map(|name| before_office(before_agency(behind_role(name))))
        .filter(|name| !name.is_empty() && !is_nobody(name))
        .map(str::to_owned)
        .collect()
}

/// The name behind what its owner did: `Ảnh: Bình` in `An - Ảnh: Bình`.
fn behind_role(name: &str) -> &str {
    let parts = name.split_once(':').filter(|(role, _)| is_role(role));
    parts.map_or(name, |(_, name)| name.trim())
}

/// The name before that of an agency: `Thu Hà/TTXVN`.
fn before_agency(name: &str) -> &str {
    let parts = name.split_once('/').filter(|(name, agency)| {
        is_name(name.trim()) && !agency.is_empty() && agency.chars().all(char::is_uppercase)
    });
    parts.map_or(name, |(name, _)| name.trim())
}

/// `Senior Director`, `Bệnh viện huyện Thử`
fn is_office(part: &str) -> bool {
    let mut words = part.split_whitespace();
    words.any(|word| is_one_of(word, OFFICES))
        || is_organization(part)
        || before_office(part).is_empty()
}

/// Longest name with what its owner is, in bytes.
const LONGEST: usize = 200;

/// The name before what its owner is: `Trần Đình Mẫu Trưởng Khoa Nội`.
fn before_office(name: &str) -> &str {
    if name.len() > LONGEST {
        return name;
    }
    let starts = name.match_indices(' ').map(|(at, _)| at + 1).chain([0]);
    let opens = |at: &usize| {
        let lower = name[*at..].to_lowercase();
        VIETNAMESE_OFFICES.iter().any(|office| {
            lower.strip_prefix(office).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    };
    let office = starts.filter(opens).min();
    office.map_or(name, |at| name[..at].trim_end())
}

/// Whether a name is that of an office, a school, a paper: `Trường Tiểu học Mẫu`. Of one word it may be a
/// person's: `Đoàn`.
pub(super) fn is_organization(name: &str) -> bool {
    let lower = name.trim().to_lowercase();
    ORGANIZATIONS
        .iter()
        .any(|word| lower.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))
}

/// `PhanMemThu.com.vn`: a domain, the name of a system.
fn is_domain(name: &str) -> bool {
    let end = name.rsplit('.').next().unwrap_or(name);
    let is_end = (2..=4).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_lowercase());
    is_end && name.contains('.') && !name.contains(' ')
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

/// One to five words, each with a capital, without digits: `Thạch Thảo`, `N.MINH`.
pub(in super::super) fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=5).contains(&words.len())
        && words[0].starts_with(char::is_uppercase)
        && words.iter().all(|word| word.starts_with(char::is_uppercase) || is_particle(word))
        && !text.contains(|c: char| c.is_ascii_digit() || ":;!?\"“”()".contains(c))
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
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
        ] {
            assert_eq!(names_in(text), want, "{text}");
        }
    }

    #[test]
    fn a_name_has_capitals_and_no_digits() {
        assert!(is_name("Thạch Thảo") && is_name("N.MINH"));
        assert!(!is_name("Xuất khẩu tăng") && !is_name("Quý 2") && !is_name(""));
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
