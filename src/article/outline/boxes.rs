//! What a box of a page is, told by its class, id, role and `itemprop`.
//!
//! The words are data: `lexicon/page/boxes.toml`. `class="post-content"` is the body, `sidebar` is
//! furniture; `shared` is nothing, since `share` is not a word of it.

use super::super::words::boxes;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use std::sync::LazyLock;

/// What the names of a box say about it; nothing, one thing, or several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in super::super) struct Traits(u16);

impl Traits {
    pub(in super::super) const FURNITURE: Self = Self(1);
    pub(in super::super) const COMMENTS: Self = Self(2);
    pub(in super::super) const BODY: Self = Self(4);
    pub(in super::super) const LEAD: Self = Self(8);
    pub(in super::super) const CAPTION: Self = Self(16);
    pub(in super::super) const BYLINE: Self = Self(32);
    pub(in super::super) const DATE: Self = Self(64);
    pub(super) const TITLE: Self = Self(512);
    /// Named furniture by mistake: an embedded post is told in the article.
    pub(in super::super) const CONTENT: Self = Self(256);
    /// A second headline.
    pub(in super::super) const SUBTITLE: Self = Self(2048);
    /// Holds no article, however much it holds: `<footer>`, a dialog.
    pub(in super::super) const NEVER: Self = Self(1024);
    /// Set in the middle of the column: told by `align` or `style`, not by a name.
    pub(in super::super) const CENTRED: Self = Self(128);

    pub(in super::super) fn has(self, one: Self) -> bool {
        self.0 & one.0 != 0
    }

    pub(in super::super) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// The traits that a class, an id, a role or an `itemprop` names.
pub(super) fn traits_of(names: &str) -> Traits {
    let mut traits = Traits::default();
    for found in WORDS.automaton.find_overlapping_iter(names) {
        let word = &WORDS.words[found.pattern()];
        if !word.whole || is_whole(names.as_bytes(), found.start(), found.end()) {
            traits.add(word.says);
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

/// What the word of a pattern says.
struct Word {
    /// Whether it says something only between word borders.
    whole: bool,
    says: Traits,
}

/// All words in any case, and what each of them says.
struct Words {
    automaton: AhoCorasick,
    words: Vec<Word>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let (mut letters, mut words): (Vec<&str>, Vec<Word>) = Default::default();
    for (names, says) in [
        (boxes::FURNITURE, Traits::FURNITURE),
        (boxes::COMMENTS, Traits::COMMENTS),
        (boxes::BODY, Traits::BODY),
        (boxes::LEAD, Traits::LEAD),
        (boxes::SUBTITLE, Traits::SUBTITLE),
        (boxes::CAPTION, Traits::CAPTION),
        (boxes::BYLINE, Traits::BYLINE),
        (boxes::DATE, Traits::DATE),
        (boxes::TITLE, Traits::TITLE),
        (boxes::CONTENT, Traits::CONTENT),
    ] {
        for (kind, list) in names {
            let whole = *kind == "words";
            letters.extend(list.iter());
            words.extend(list.iter().map(|_| Word { whole, says }));
        }
    }
    let automaton = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .build(letters)
        .expect("a few hundred words are not too many for an automaton");
    Words { automaton, words }
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
            ("pTitle", Some(Traits::TITLE)),
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
