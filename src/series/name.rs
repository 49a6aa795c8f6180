//! Which names are the same: `số hộ nghèo của tỉnh` and `hộ nghèo` are, `hộ cận nghèo` is not.
//!
//! A name is what the lexicon pins it to, else its words without those that one article writes and
//! another leaves out (`số`, `của tỉnh`), short forms written out, in any order. Nothing is
//! guessed from words that are only alike; a user pins such names with `names` of an indicator.

use crate::lexicon::{CueClass, Lexicon, Term};
use crate::text::{Text, TokenKind};
use std::collections::{BTreeMap, BTreeSet};

/// What one article writes in a name and another leaves out: prepositions only join the words between which they stand.
const FILLERS: [CueClass; 2] = [CueClass::NameFiller, CueClass::Preposition];

/// What makes two indicators the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    /// Key of the indicator that the lexicon pins the name to.
    pinned: Option<String>,
    /// The words that say more, in the order of their letters.
    words: String,
}

impl Name {
    /// Whether the lexicon pins it.
    pub(super) fn is_pinned(&self) -> bool {
        self.pinned.is_some()
    }

    /// Whether it has all words of another name, and more.
    pub(super) fn has_words_of(&self, other: &Self) -> bool {
        let [own, others] =
            [self, other].map(|name| name.words.split(' ').collect::<BTreeSet<_>>());
        others.is_subset(&own)
    }

    /// The pin and the words as one text.
    pub(crate) fn key(&self) -> String {
        format!("{}:{}", self.pinned.as_deref().unwrap_or_default(), self.words)
    }
}

/// Reads names with the words of one lexicon.
#[derive(Debug)]
pub(crate) struct Naming<'a> {
    lexicon: &'a Lexicon,
    pins: BTreeMap<BTreeSet<String>, &'a str>,
}

impl<'a> Naming<'a> {
    pub(crate) fn new(lexicon: &'a Lexicon) -> Self {
        let mut pins = BTreeMap::new();
        for indicator in lexicon.entries.indicator.iter() {
            for name in indicator.names.iter().flat_map(|names| names.iter()) {
                pins.entry(words(name, lexicon)).or_insert(indicator.key.as_str());
            }
        }
        Self { lexicon, pins }
    }

    /// The name of what an indicator with its scope measures; its place says nothing of that.
    pub(crate) fn of(&self, indicator: &str, scope: Option<&str>, place: Option<&str>) -> Name {
        let words = |name: &str| words(name, self.lexicon);
        let place = place.map(words).unwrap_or_default();
        let elsewhere = |words: BTreeSet<String>| {
            if place.is_subset(&words) { &words - &place } else { words }
        };
        let own = words(indicator);
        let own = if own == place { own } else { elsewhere(own) };
        let scope = scope.map(words).map(elsewhere).unwrap_or_default();
        let all = &own | &scope;
        let pinned = |words: &BTreeSet<String>| self.pins.get(words).map(|key| (*key).to_owned());
        if let Some(key) = pinned(&all) {
            return Name { pinned: Some(key), words: String::new() };
        }
        let (pinned, words) = match pinned(&own) {
            Some(key) => (Some(key), &scope - &own),
            None if all.is_empty() => (None, keys(&Text::new(indicator)).collect()),
            None => (None, all),
        };
        Name { pinned, words: words.into_iter().collect::<Vec<_>>().join(" ") }
    }

    /// A name as the lexicon can pin it: words of the text that are this name and no other, without those of its place;
    /// none where there are none.
    pub(super) fn written(
        &self,
        name: &Name,
        indicator: &str,
        scope: Option<&str>,
        place: Option<&str>,
    ) -> Option<String> {
        let whole = scope.map_or(indicator.to_owned(), |scope| format!("{scope} {indicator}"));
        let place = place.map(|place| words(place, self.lexicon)).unwrap_or_default();
        let without_place = |words: &str| {
            let text = Text::new(words);
            let is_kept = |i: &usize| !place.contains(&with_i(text.key(*i)));
            let kept = (0..text.tokens.len()).filter(is_kept).map(|i| text.slice(i..i + 1));
            kept.collect::<Vec<_>>().join(" ")
        };
        let [bare, bare_whole] = [indicator, &whole].map(without_place);
        let ways = [indicator.to_owned(), bare, whole, bare_whole, name.words.clone()];
        let is_name = |way: &String| {
            let words = words(way, self.lexicon);
            !words.is_empty() && words.into_iter().collect::<Vec<_>>().join(" ") == name.words
        };
        ways.into_iter().find(is_name)
    }
}

/// The keys of the words of a name that say what it is.
fn words(name: &str, lexicon: &Lexicon) -> BTreeSet<String> {
    let text = Text::new(name);
    let mut out = BTreeSet::new();
    let mut at = 0;
    while at < text.tokens.len() {
        if let Some((len, _)) = lexicon.cue(&text, at, &FILLERS) {
            at += len;
        } else if let Some((len, expansion)) = expansion(&text, at, lexicon) {
            out.extend(keys(&Text::new(expansion)));
            at += len;
        } else {
            out.extend(keys_of(&text, at..at + 1));
            at += 1;
        }
    }
    out
}

/// What a short form stands for, without what stands in brackets behind it.
fn expansion<'a>(text: &Text, at: usize, lexicon: &'a Lexicon) -> Option<(usize, &'a str)> {
    lexicon.phrases.at(text, at).find_map(|(len, term)| match term {
        Term::Abbreviation(i) => {
            let expansion = lexicon.entries.abbreviation[i as usize].expansion.as_str();
            Some((len, expansion.split(['(', ';', '/']).next().unwrap_or(expansion)))
        }
        _ => None,
    })
}

fn keys(text: &Text) -> impl Iterator<Item = String> {
    keys_of(text, 0..text.tokens.len())
}

fn keys_of(text: &Text, tokens: std::ops::Range<usize>) -> impl Iterator<Item = String> {
    tokens.filter(|i| text.tokens[*i].kind != TokenKind::Mark).map(|i| with_i(text.key(i)))
}

/// The syllables that are written with `y` or with `i` at will: `tỷ` and `tỉ`, `kỹ` and `kĩ`.
fn with_i(key: &str) -> String {
    let mut letters = key.chars();
    let (first, vowel, more) = (letters.next(), letters.next(), letters.next());
    let vowel = vowel.and_then(|vowel| {
        ["yi", "ỳì", "ýí", "ỷỉ", "ỹĩ", "ỵị"].iter().find_map(|pair| pair.strip_prefix(vowel))
    });
    match (first, vowel, more) {
        (Some(first @ ('h' | 'k' | 'l' | 'm' | 's' | 't')), Some(vowel), None) => {
            format!("{first}{vowel}")
        }
        _ => key.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str, lexicon: &Lexicon) -> bool {
        let naming = Naming::new(lexicon);
        let name = |words: &str| {
            let (scope, indicator) = words.split_once(": ").unwrap_or(("", words));
            naming.of(indicator, Some(scope).filter(|scope| !scope.is_empty()), Some("Bến Tre"))
        };
        name(a) == name(b)
    }

    #[test]
    fn words_that_may_be_left_out_make_no_difference() {
        for (a, b) in [
            ("số hộ nghèo của tỉnh", "hộ nghèo"),
            ("bồi dưỡng: lý luận chính trị", "bồi dưỡng lý luận chính trị"),
            ("Bồi dưỡng về lý luận chính trị", "bồi dưỡng lý luận chính trị"),
            ("người tham gia BHYT", "tham gia bảo hiểm y tế: người"),
            ("tỉnh Bến Tre hộ nghèo", "hộ nghèo"),
            ("tỉnh Bến Tre: hộ nghèo", "hộ nghèo"),
            ("Bến Tre", "tỉnh Bến Tre"),
            ("mở lớp dạy nghề với: học viên", "lớp dạy nghề: học viên"),
            ("tỉ lệ hộ nghèo", "Tỷ lệ hộ nghèo"),
            ("số", "số"),
        ] {
            assert!(same(a, b, Lexicon::built_in()), "{a} = {b}");
        }
    }

    #[test]
    fn words_that_say_more_make_another_name() {
        for (a, b) in [
            ("hộ cận nghèo", "hộ nghèo"),
            ("chi thường xuyên", "tổng chi"),
            ("đồng bào dân tộc: tỷ lệ hộ nghèo", "tỷ lệ hộ nghèo"),
            ("hộ nghèo Trà Vinh", "hộ nghèo"),
            ("số", "các"),
        ] {
            assert!(!same(a, b, Lexicon::built_in()), "{a} = {b}");
        }
    }

    #[test]
    fn a_user_pins_names() {
        let mine = "[[indicator]]\nkey = \"training.mine\"\nname_vi = \"tập huấn\"\n\
            name_en = \"training\"\ntriggers = [\"lượt tập huấn\"]\nunits = [\"lượt người\"]\n\
            names = [\"lượt người được tập huấn\", \"bồi dưỡng kiến thức\"]";
        let lexicon = Lexicon::with(&[("mine.toml", mine)]).unwrap();
        for (a, b, is_same) in [
            ("lượt người được tập huấn", "bồi dưỡng kiến thức", true),
            ("kiến thức: bồi dưỡng", "lượt người tập huấn", true),
            ("huyện Mẫu: bồi dưỡng kiến thức", "lượt người tập huấn", false),
        ] {
            assert_eq!(same(a, b, &lexicon), is_same, "{a} = {b}");
            assert!(!same(a, b, Lexicon::built_in()), "{a} = {b} without the pin");
        }
    }
}
