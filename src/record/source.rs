//! Where a figure stands: offsets in code points, the words around it, a link to them.

use crate::record::Source;
use crate::text::{Text, Tokens};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::ops::Range;

/// How many code points of context stand before and behind the words.
const CONTEXT: usize = 32;

/// How many code points a sentence has at most that is quoted whole; of a longer one only so many
/// are quoted before and behind the words, or a list of thousands would be written out thousands
/// of times.
const WHOLE: usize = 3_000;
const NEAR: usize = 500;

/// What is percent-encoded in a text fragment: `-` and `,` too, which divide its parts.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~');

/// The place of a token range in its block.
pub(super) fn of(
    text: &Text,
    block: usize,
    words: Tokens,
    sentence: Tokens,
    url: Option<&str>,
) -> Source {
    let chars = text.chars(words.clone());
    let (first, last) = (text.tokens[words.start].byte, text.tokens[words.end - 1].byte_end);
    let quoted = &text.raw[first..last];
    let prefix = tail(&text.raw[..first]);
    let suffix: String = text.raw[last..].chars().take(CONTEXT).collect();
    Source {
        block,
        start: chars.start,
        end: chars.end,
        text: quoted.to_owned(),
        link: url.map(|url| link(url, prefix, quoted, &suffix)),
        prefix: prefix.to_owned(),
        suffix,
        sentence: around(text, chars, sentence).to_owned(),
    }
}

/// The sentence around some code points, or what is near to them.
fn around(text: &Text, chars: Range<usize>, sentence: Tokens) -> &str {
    if text.chars(sentence.clone()).len() <= WHOLE {
        return text.slice(sentence);
    }
    let tokens = &text.tokens[sentence.clone()];
    let from = tokens.partition_point(|t| t.char + NEAR < chars.start);
    let upto = tokens.partition_point(|t| t.char < chars.end + NEAR);
    text.slice(sentence.start + from..sentence.start + upto)
}

/// The last code points of a text.
fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().take(CONTEXT).last().map_or(text.len(), |(i, _)| i);
    &text[start..]
}

/// The address with a text fragment that scrolls a browser to the words.
fn link(url: &str, prefix: &str, quoted: &str, suffix: &str) -> String {
    let page = url.split('#').next().unwrap_or(url);
    let before = whole_words_behind(prefix).trim();
    let after = whole_words_before(suffix).trim();
    let words = before.len() + quoted.len() + after.len();
    let mut out = String::with_capacity(page.len() + 3 * words + 16);
    out.push_str(page);
    out.push_str("#:~:text=");
    if !before.is_empty() {
        out.extend(utf8_percent_encode(before, ENCODED));
        out.push_str("-,");
    }
    out.extend(utf8_percent_encode(quoted.trim(), ENCODED));
    if !after.is_empty() {
        out.push_str(",-");
        out.extend(utf8_percent_encode(after, ENCODED));
    }
    out
}

/// Drops the cut word at the head of a prefix.
fn whole_words_behind(prefix: &str) -> &str {
    if prefix.chars().count() < CONTEXT {
        prefix
    } else {
        prefix.split_once(' ').map_or("", |(_, rest)| rest)
    }
}

/// Drops the cut word at the end of a suffix.
fn whole_words_before(suffix: &str) -> &str {
    if suffix.chars().count() < CONTEXT {
        suffix
    } else {
        suffix.rsplit_once(' ').map_or("", |(rest, _)| rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_of_a_sentence_without_end_a_part_is_quoted() {
        for (words, all) in [(400, true), (4_000, false)] {
            let text =
                Text::new(&format!("{}có 429 người{}", "đã ".repeat(words), " và".repeat(words)));
            let count = text.tokens.len();
            let source = of(&text, 0, words + 1..words + 2, 0..count, None);
            assert_eq!(source.sentence == text.raw, all);
            assert!(
                source.sentence.contains("có 429 người") && source.sentence.chars().count() < 3_001
            );
        }
    }

    #[test]
    fn a_figure_leads_back_to_its_words() {
        let text = Text::new("Về đào tạo là 429 người.");
        let source = of(&text, 3, 4..5, 0..7, Some("https://bao.example/a.html#x"));
        assert_eq!((source.start, source.end, source.text.as_str()), (14, 17, "429"));
        assert_eq!(source.prefix, "Về đào tạo là ");
        assert_eq!(
            source.link.unwrap(),
            "https://bao.example/a.html#:~:text=V%E1%BB%81%20%C4%91%C3%A0o%20t%E1%BA%A1o%20l%C3%A0-,429,-ng%C6%B0%E1%BB%9Di."
        );
    }
}
