//! What a box of a page is, told by its class, id, role and `itemprop`.
//!
//! The words are data: `lexicon/page/boxes.toml`. `class="post-content"` is the body, `sidebar` is
//! furniture; `shared` is nothing, since `share` is not a word of it.

use aho_corasick::AhoCorasick;
use serde::Deserialize;
use std::sync::LazyLock;

/// What the names of a box say about it; nothing, one thing, or several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Traits(u16);

impl Traits {
    pub(super) const FURNITURE: Self = Self(1);
    pub(super) const COMMENTS: Self = Self(2);
    pub(super) const BODY: Self = Self(4);
    pub(super) const LEAD: Self = Self(8);
    pub(super) const CAPTION: Self = Self(16);
    pub(super) const BYLINE: Self = Self(32);
    pub(super) const DATE: Self = Self(64);
    /// Named furniture by mistake: an embedded post is told in the article.
    pub(super) const CONTENT: Self = Self(256);
    /// Set in the middle of the column: told by `align` or `style`, not by a name.
    pub(super) const CENTRED: Self = Self(128);

    pub(super) fn has(self, one: Self) -> bool {
        self.0 & one.0 != 0
    }

    pub(super) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// The traits that a class, an id, a role or an `itemprop` names.
pub(super) fn traits_of(names: &str) -> Traits {
    let mut traits = Traits::default();
    for found in WORDS.finder.find_overlapping_iter(names) {
        let (one, whole) = WORDS.meaning[found.pattern().as_usize()];
        if !whole || is_whole(names.as_bytes(), found.start(), found.end()) {
            traits.add(one);
        }
    }
    traits
}

/// Whether a word begins and ends there: `-`, `_`, a space, or `shareBox`. `has-comments` says
/// something about another box.
fn is_whole(names: &[u8], start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).map(|i| names[i]);
    let opens = match before {
        Some(b) if b.is_ascii_alphabetic() => {
            b.is_ascii_lowercase() && names[start].is_ascii_uppercase()
        }
        _ => true,
    };
    let closes = match names.get(end) {
        Some(b) if b.is_ascii_alphabetic() => {
            b.is_ascii_uppercase() && names[end - 1].is_ascii_lowercase()
        }
        _ => true,
    };
    let denied = ["has-", "no-", "with-", "without-", "hide-"].iter();
    opens && closes && !denied.into_iter().any(|word| names[..start].ends_with(word.as_bytes()))
}

struct Words {
    finder: AhoCorasick,
    /// For each pattern its trait, and whether it must be a whole word.
    meaning: Vec<(Traits, bool)>,
}

#[derive(Deserialize)]
struct Data {
    furniture: Names,
    comments: Names,
    body: Names,
    lead: Names,
    caption: Names,
    byline: Names,
    date: Names,
    content: Names,
}

#[derive(Deserialize)]
struct Names {
    words: Vec<String>,
    #[serde(default)]
    parts: Vec<String>,
}

#[expect(clippy::expect_used, reason = "the data is compiled in, and a test reads it")]
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let data: Data =
        toml::from_str(include_str!("../../lexicon/page/boxes.toml")).expect("boxes.toml is valid");
    let mut patterns = Vec::new();
    let mut meaning = Vec::new();
    for (names, one) in [
        (data.furniture, Traits::FURNITURE),
        (data.comments, Traits::COMMENTS),
        (data.body, Traits::BODY),
        (data.lead, Traits::LEAD),
        (data.caption, Traits::CAPTION),
        (data.byline, Traits::BYLINE),
        (data.date, Traits::DATE),
        (data.content, Traits::CONTENT),
    ] {
        meaning.extend(names.words.iter().map(|_| (one, true)));
        meaning.extend(names.parts.iter().map(|_| (one, false)));
        patterns.extend(names.words.into_iter().chain(names.parts));
    }
    let finder = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .kind(Some(aho_corasick::AhoCorasickKind::DFA))
        .build(patterns)
        .expect("a few hundred short words make an automaton");
    Words { finder, meaning }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_what_a_box_is() {
        for (names, want) in [
            ("box-share", Some(Traits::FURNITURE)),
            ("ShareBox", Some(Traits::FURNITURE)),
            ("tin-lien-quan", Some(Traits::FURNITURE)),
            ("commentlist", Some(Traits::COMMENTS)),
            ("content-fck", Some(Traits::BODY)),
            ("col-xs-12 detail-desc", Some(Traits::LEAD)),
            ("wp-caption-text", Some(Traits::CAPTION)),
            ("pubdate fleft", Some(Traits::DATE)),
            ("twitter-tweet", Some(Traits::CONTENT)),
            ("shared", None),
            ("post has-comments", None),
            ("header-shadow", None),
            ("asidebar", None),
        ] {
            let got = traits_of(names);
            assert_eq!(got, want.unwrap_or_default(), "{names}");
        }
    }
}
