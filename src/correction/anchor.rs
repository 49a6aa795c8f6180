//! Where the words of a correction stand in the article as it is now.
//!
//! Words are compared by their keys, so a page that is saved again, with other spaces, capitals or tone marks,
//! is the same. Of several places the one whose words around it fit best is meant; at least half of those that
//! are given have to. The block tells apart only what the words do not.

use super::Quote;
use crate::record::Block;
use crate::text::{Text, Tokens};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::fmt;

/// How many code points of context a correction has at most; of so many the outermost word may be cut.
const CONTEXT: usize = 32;

/// Why a correction has no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Unfit {
    /// Its words stand nowhere in the article.
    NoWords,
    /// They stand there among other words.
    OtherWords,
    /// They stand in several places alike.
    Several,
    /// No number stands among them.
    NoNumber,
    /// The words of the figure that it links to have no place.
    NoLink,
}

/// The block in which some words stand, and their tokens there.
pub(super) fn find(words: &Quote, blocks: &[Block<'_>]) -> Result<(usize, Tokens), Unfit> {
    let quote = Text::new(&words.quote);
    let around = Around::new(words);
    let length = quote.tokens.len();
    let mut places = Vec::new();
    for (b, block) in blocks.iter().enumerate() {
        let text = block.scene.text;
        let starts = 0..(text.tokens.len() + 1).saturating_sub(length.max(1));
        let is_quoted = |at: &usize| (0..length).all(|i| text.key(at + i) == quote.key(i));
        let found = starts.filter(is_quoted);
        places.extend(found.map(|at| (around.fit(text, at..at + length), b, at..at + length)));
    }
    if length == 0 || places.is_empty() {
        return Err(Unfit::NoWords);
    }
    let far = |block: usize| words.block.map_or(0, |hint| hint.abs_diff(block));
    places.sort_by_key(|(fit, block, words)| (Reverse(*fit), far(*block), *block, words.start));
    let (fit, block, tokens) = places[0].clone();
    if 2 * fit < around.length() {
        return Err(Unfit::OtherWords);
    }
    let rank = |(fit, block, _): &(usize, usize, Tokens)| (*fit, far(*block));
    match places.get(1) {
        Some(second) if rank(second) == (fit, far(block)) => Err(Unfit::Several),
        _ => Ok((block, tokens)),
    }
}

/// The words around, the nearest first.
struct Around {
    before: Vec<String>,
    behind: Vec<String>,
}

impl Around {
    fn new(words: &Quote) -> Self {
        let keys = |words: &str| -> Vec<String> {
            let text = Text::new(words);
            (0..text.tokens.len()).map(|i| text.key(i).to_owned()).collect()
        };
        let is_cut = |words: &str| words.chars().count() >= CONTEXT;
        let mut before = keys(&words.prefix);
        let mut behind = keys(&words.suffix);
        if is_cut(&words.prefix) && before.len() > 1 {
            before.remove(0);
        }
        if is_cut(&words.suffix) && behind.len() > 1 {
            behind.pop();
        }
        before.reverse();
        Self { before, behind }
    }

    fn length(&self) -> usize {
        self.before.len() + self.behind.len()
    }

    /// How many of them stand around some words, up to the first on each side that does not.
    fn fit(&self, text: &Text, words: Tokens) -> usize {
        let before = self.before.iter().zip((0..words.start).rev());
        let behind = self.behind.iter().zip(words.end..text.tokens.len());
        let same = |(key, i): &(&String, usize)| *key == text.key(*i);
        before.take_while(same).count() + behind.take_while(same).count()
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoWords => "its words do not stand in the article",
            Self::OtherWords => "its words stand in the article, but among others",
            Self::Several => {
                "its words stand in several places alike; give more words before and behind them"
            }
            Self::NoNumber => "no number stands among its words",
            Self::NoLink => "the words of the figure that it links to do not stand in the article",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{self, BlockKind};
    use crate::lexicon::{Lexicon, Marks};
    use crate::mention::{Mentions, Scene};

    const BLOCKS: [&str; 3] = [
        "Năm 2022 mở 14 lớp, hoà giải 14 vụ ở xã An Mẫu.",
        "Năm 2023 mở 14 lớp. Đạt 1.470 lượt.",
        "Năm 2023 mở 14 lớp.",
    ];

    #[test]
    fn words_are_found_again_where_those_around_them_fit_best() {
        let sources = BLOCKS.map(|text| article::Block {
            kind: BlockKind::Paragraph,
            text: text.to_owned(),
            selector: String::new(),
            row: None,
        });
        let texts = BLOCKS.map(Text::new);
        let marks = texts.each_ref().map(|text| Marks::new(text, Lexicon::built_in()));
        let blocks: Vec<_> = (sources.iter().zip(&marks).enumerate())
            .map(|(index, (source, marks))| Block {
                source,
                index,
                scene: Scene::new(marks, None),
                mentions: Mentions::default(),
                places: Vec::new(),
            })
            .collect();
        for (prefix, quote, suffix, block, want) in [
            ("", "1.470", "", None, "1: 1.470"),
            ("", "470", "", None, "NoWords"),
            ("", "14", "", None, "Several"),
            ("HÒA  giải", "14", "", None, "0: 14"),
            ("hòa giải", "14", "vụ", Some(2), "0: 14"),
            ("Năm 2023 mở", "14", "lớp", None, "Several"),
            ("Năm 2023 mở", "14", "lớp", Some(1), "1: 14"),
            ("Năm 2023 mở", "14", "lớp", Some(9), "2: 14"),
            ("Năm 2023 mở", "14", "lớp.", Some(0), "1: 14"),
            ("tuần này mở", "14", "lớp, hoà giải", None, "0: 14"),
            ("đã bán được", "14", "con trâu", None, "OtherWords"),
            ("", "", "", None, "NoWords"),
        ] {
            let words =
                Quote { quote: quote.into(), prefix: prefix.into(), suffix: suffix.into(), block };
            let found = find(&words, &blocks);
            let shown = found.map_or_else(
                |unfit| format!("{unfit:?}"),
                |(block, tokens)| format!("{block}: {}", texts[block].slice(tokens)),
            );
            assert_eq!(shown, want, "{prefix} {quote} {suffix} {block:?}");
        }
    }
}
