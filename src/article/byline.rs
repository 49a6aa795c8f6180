//! Who wrote the article: `Tin, ảnh: Thạch Thảo` names Thạch Thảo.
//!
//! A printed line at the foot or the head of the body goes before what the page says to machines,
//! where the name of the site often stands. `Theo TTXVN` and `PV` name nobody.

use super::body::Body;
use super::boxes::Traits;
use super::outline::Outline;
use super::{Block, BlockKind};
use crate::page::Metadata;
use serde::Deserialize;
use std::sync::LazyLock;

/// The byline as it is printed, and the people it names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Byline {
    pub(super) text: Option<String>,
    pub(super) authors: Vec<String>,
}

/// Longest line that can be a byline, in bytes.
const LONGEST: usize = 120;
/// How many of the last blocks may hold it.
const FOOT: usize = 3;

/// Finds the byline, and marks its block.
pub(super) fn find(
    blocks: &mut [Block],
    data: &Metadata,
    outline: &Outline<'_>,
    body: &Body,
) -> Byline {
    let foot = blocks.len().saturating_sub(FOOT);
    for block in blocks[foot..].iter_mut().rev() {
        if let Some(authors) = in_foot(&block.text) {
            block.kind = BlockKind::Byline;
            return Byline {
                text: Some(block.text.clone()),
                authors,
            };
        }
    }
    let declared = people(&data.linked_data.authors);
    let printed = printed(outline, body);
    let authors = match declared.is_empty() {
        false => declared,
        true => people(&metas(data)),
    };
    match (authors.is_empty(), printed) {
        (true, Some(printed)) => printed,
        (false, Some(printed)) => Byline { authors, ..printed },
        (_, None) => Byline {
            text: None,
            authors,
        },
    }
}

fn metas(data: &Metadata) -> Vec<String> {
    let names = [
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
    ];
    let first = names.iter().find_map(|name| {
        let found: Vec<_> = data
            .all(name)
            .filter(|text| !text.contains("://"))
            .collect();
        (!found.is_empty()).then(|| found.into_iter().map(str::to_owned).collect())
    });
    first.unwrap_or_default()
}

/// The names that are people's, each once.
fn people(names: &[String]) -> Vec<String> {
    let mut people: Vec<String> = Vec::new();
    for name in names.iter().flat_map(|text| names_in(text)) {
        if !people.contains(&name) {
            people.push(name);
        }
    }
    people
}

/// The line of a box that is called byline, near the body.
fn printed(outline: &Outline<'_>, body: &Body) -> Option<Byline> {
    let (first, last) = (*body.parts.first()?, *body.parts.last()?);
    let (first, last) = (
        outline.frames[first].first_line,
        outline.frames[last].last_line,
    );
    let near = first.saturating_sub(10)..outline.lines.len().min(last + 3);
    outline.lines[near].iter().find_map(|line| {
        let named = |frame: usize| outline.frames[frame].traits.has(Traits::BYLINE);
        let text = outline.text(line);
        let named = outline.around(line.frame).take(3).any(named);
        let opens = open(text).is_some();
        if text.len() > LONGEST || !(named || opens) {
            return None;
        }
        let authors = names_in(open(text).unwrap_or(text));
        (!authors.is_empty() && authors.iter().all(|name| is_name(name))).then(|| Byline {
            text: Some(text.to_owned()),
            authors,
        })
    })
}

/// The people that a line at the foot of the body names: behind roles and a colon, or a bare name.
fn in_foot(text: &str) -> Option<Vec<String>> {
    if text.len() > LONGEST || text.ends_with('.') && !text.contains(':') {
        return None;
    }
    if let Some((roles, names)) = text.split_once(':') {
        let all_roles = roles
            .split([',', '-', '–', '&', '+', '/'])
            .flat_map(|role| role.split(" và "))
            .map(|role| role.trim().to_lowercase())
            .all(|role| WORDS.roles.contains(&role));
        return all_roles.then(|| names_in(names));
    }
    let bare = text.len() <= 40 && names_in(text).iter().all(|name| is_name(name));
    let foreign = text.is_ascii();
    (bare && !foreign && is_name(text.split(" - ").next()?)).then(|| names_in(text))
}

/// What follows `By`, `Written by`.
fn open(text: &str) -> Option<&str> {
    WORDS.openers.iter().find_map(|opener| {
        let head = text.get(..opener.len())?;
        let rest = &text[opener.len()..];
        let divided = rest.starts_with([' ', ':']);
        (head.eq_ignore_ascii_case(opener) && divided).then(|| rest.trim_start_matches([' ', ':']))
    })
}

/// The names of a list: `An - Bình`, `An, Bình và Chi`; nobody's names are left out.
fn names_in(text: &str) -> Vec<String> {
    let text = open(text).unwrap_or(text);
    let text = text.split(" | ").next().unwrap_or(text);
    text.split([',', ';', '&', '–'])
        .flat_map(|part| part.split(" - "))
        .flat_map(|part| part.split(" và "))
        .flat_map(|part| part.split(" and "))
        .map(|name| {
            name.trim()
                .trim_end_matches(['.', ')'])
                .trim_start_matches('(')
                .trim()
        })
        .filter(|name| !name.is_empty() && !is_nobody(name))
        .map(str::to_owned)
        .collect()
}

fn is_nobody(name: &str) -> bool {
    let name = name.to_lowercase();
    let from = |source: &String| name.split(' ').next() == Some(source);
    WORDS.nobody.contains(&name) || WORDS.sources.iter().any(from)
}

/// One to five words, each with a capital, without digits: `Thạch Thảo`, `N.MINH`.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=5).contains(&words.len())
        && words
            .iter()
            .all(|word| word.starts_with(char::is_uppercase))
        && !text.contains(|c: char| c.is_ascii_digit() || ":;!?\"“”()".contains(c))
}

#[derive(Deserialize)]
struct Words {
    roles: Vec<String>,
    openers: Vec<String>,
    nobody: Vec<String>,
    sources: Vec<String>,
}

#[expect(
    clippy::expect_used,
    reason = "the data is compiled in, and a test reads it"
)]
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    toml::from_str(include_str!("../../lexicon/bylines.toml")).expect("bylines.toml is valid")
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_at_the_foot_names_people() {
        for (line, want) in [
            ("Tin, ảnh: Thạch Thảo", Some(vec!["Thạch Thảo"])),
            ("Bài và ảnh: Trần An", Some(vec!["Trần An"])),
            (
                "Tin - ảnh: A. Bình, C. Dũng",
                Some(vec!["A. Bình", "C. Dũng"]),
            ),
            ("T.LĨNH - V.ANH", Some(vec!["T.LĨNH", "V.ANH"])),
            ("Trần Xuân", Some(vec!["Trần Xuân"])),
            ("Tin: PV", Some(vec![])),
            ("Kết quả: 12 lớp", None),
            ("Theo đó, huyện có 3 xã.", None),
            ("Xuất khẩu tăng", None),
            ("Ông An cho biết: Huyện đã mở 3 lớp", None),
        ] {
            let want = want.map(|names: Vec<&str>| names.into_iter().map(str::to_owned).collect());
            assert_eq!(in_foot(line), want, "{line}");
        }
    }

    #[test]
    fn nobody_is_left_out() {
        for names in ["admin", "Ban Biên tập", "Theo TTXVN", "PV", ""] {
            assert_eq!(people(&[names.to_owned()]), Vec::<String>::new(), "{names}");
        }
    }
}
