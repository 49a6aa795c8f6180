//! Where the name of the site stands in a title: `Tựa - Báo Đồng Khởi`.
//!
//! The name of the site stands behind a mark, or before one; what is left is the headline. Without a
//! known name a short tail is taken for it; `Phát triển kinh tế - xã hội` keeps its own.

use super::super::norm::same;
use super::super::words::site_names::{NO_ARTICLES, PORTLETS, SITES};

/// What divides a headline from the name of the site.
const DIVIDERS: [&str; 8] = [" | ", " - ", " – ", " — ", " » ", " :: ", " · ", " • "];

/// What stands before each divider of a title.
pub(super) fn heads(title: &str) -> impl Iterator<Item = &str> {
    let found = DIVIDERS.iter().flat_map(|divider| title.match_indices(divider));
    found.map(|(at, _)| &title[..at])
}

/// The two parts of a title at each of its dividers.
pub(super) fn parts(title: &str) -> impl Iterator<Item = (&str, &str)> {
    let dividers = DIVIDERS.iter().chain([&": "]);
    let found = dividers.flat_map(|divider| title.match_indices(divider));
    found.map(|(at, divider)| (&title[..at], &title[at + divider.len()..]))
}

/// Whether a declared title is the name of a site or of a page of its system, not of an article:
/// `Trang tin xã Thử`, `Chi tiết tin - Cổng thông tin huyện Thử`.
pub(super) fn names_a_site(title: &str) -> bool {
    let opens = |text: &str| {
        let lower = text.trim().to_lowercase();
        SITES.iter().any(|site| {
            lower.strip_prefix(site).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    };
    let mut halves = parts(title).filter(|(head, tail)| is_portlet(head) || is_portlet(tail));
    opens(title) || is_portlet(title) || halves.next().is_some()
}

/// Whether a heading is the name of a page of a content system: `Tin tức`.
pub(super) fn is_portlet(text: &str) -> bool {
    PORTLETS.contains(&text.trim().to_lowercase().as_str())
}

/// Whether a declared title is that of a page that carries no article: `Liên hệ - Công ty Thử`, `Đăng nhập`.
pub(in super::super) fn names_no_article(title: &str) -> bool {
    let is_one = |text: &str| {
        let lower = text.trim().trim_end_matches(['.', '…']).to_lowercase();
        NO_ARTICLES.contains(&lower.as_str())
    };
    is_one(title) || heads(title).any(is_one)
}

/// Whether a heading of several words says in other words what the page declares: half of its words
/// are of the declared title, too.
pub(super) fn are_kindred(declared: &str, heading: &str) -> bool {
    shared_half(declared, heading).is_some_and(|words| words > 2)
}

/// How many words a text has, if half of them are of another text, too.
pub(super) fn shared_half(other: &str, text: &str) -> Option<usize> {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| word.len() > 2).map(str::to_lowercase).collect()
    };
    let (other, text) = (words(other), words(text));
    let shared = text.iter().filter(|word| other.contains(word)).count();
    (shared * 2 >= text.len()).then_some(text.len())
}

/// Cuts the name of the site off; without a known name, a short tail behind the last divider.
pub(super) fn without_site(text: &str, site: Option<&str>) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let last =
        DIVIDERS.iter().filter_map(|divider| text.rfind(divider).map(|at| (at, divider))).max();
    let Some((at, divider)) = last else {
        return text;
    };
    let (head, tail) = (&text[..at], &text[at + divider.len()..]);
    let names_site = site.is_some_and(|site| same(site, tail) || tail.contains(site));
    let is_name = tail.starts_with(char::is_uppercase) || tail.contains('.');
    let short = divider.trim() == "|" || is_name && tail.split(' ').count() <= 4;
    match names_site || short && head.len() > tail.len() {
        true => head.to_owned(),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_site_is_known_by_its_words() {
        for (title, want) in [
            ("Trang tin xã Thử", true),
            ("Cổng thông tin điện tử huyện Thử", true),
            ("Chi tiết tin - UBND huyện Thử", true),
            ("Trang trại xã Thử", false),
            ("Xã Thử mở cổng thông tin", false),
        ] {
            assert_eq!(names_a_site(title), want, "{title}");
        }
    }

    #[test]
    fn pages_without_an_article_are_known_by_their_titles() {
        for (title, want) in [
            ("Liên hệ - Công ty Thử", true),
            ("Just a moment...", true),
            ("Liên hệ với dân - việc làm của xã Thử", false),
            ("Công ty Thử - Liên hệ", false),
        ] {
            assert_eq!(names_no_article(title), want, "{title}");
        }
    }

    #[test]
    fn half_of_the_words_make_titles_kin() {
        assert!(are_kindred("Mở lớp dạy nghề cho lao động", "Mở lớp dạy nghề"));
        assert!(!are_kindred("Cổng thông tin huyện Mẫu", "Huyện Mẫu mở 12 lớp dạy nghề"));
    }
}
