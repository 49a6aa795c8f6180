//! Marks before a line: `I.`, `1.`, `1.1`, `a)`, `-`, `+`.
//!
//! They say how deep a line stands among the headings, the items of a list, the rows of a table. A
//! number with something counted behind it (`5 lớp`) is no mark.

use crate::mention::Scene;
use crate::text::{TokenKind, Tokens};

/// How deep a line stands by its mark: lines of a lower rank stand over those of a higher one.
pub(super) type Rank = u8;

/// A line without a mark, among numbered ones.
pub(super) const UNMARKED: Rank = 2;
/// A line behind a dash.
pub(super) const DASHED: Rank = 6;

/// The mark that opens some words: the tokens that it takes, and its rank.
pub(super) fn mark(scene: &Scene<'_>, words: Tokens) -> Option<(usize, Rank)> {
    let first = scene.text.tokens.get(words.start).filter(|_| words.len() > 1)?;
    if let Some(rank) = dash(scene.key(words.start)) {
        return Some((1, rank));
    }
    let closing = words.start + 1;
    let closed = matches!(scene.key(closing), "." | ")" | "/") && scene.is_glued(closing);
    let deep = first.kind == TokenKind::Digits && scene.key(words.start).contains('.');
    let rank = numbering(scene, words.start).filter(|_| closed || deep)?;
    Some((1 + usize::from(closed), rank))
}

/// The rank of words that are nothing but a mark: `1`, `IV.`, `a)`, `-`.
pub(super) fn rank_of(scene: &Scene<'_>, words: Tokens) -> Option<Rank> {
    let closed = words.clone().skip(1).all(|i| matches!(scene.key(i), "." | ")" | "/" | ":"));
    let rank = || dash(scene.key(words.start)).or_else(|| numbering(scene, words.start));
    closed.then(rank).flatten()
}

fn dash(key: &str) -> Option<Rank> {
    match key {
        "-" | "•" | "*" | "●" | "▪" => Some(DASHED),
        "+" | "◦" | "○" => Some(DASHED + 1),
        _ => None,
    }
}

/// `IV` is 4, up to the twelve months of a year; `key` is in lower case.
pub(super) fn roman(key: &str) -> Option<usize> {
    const NUMBERS: [&str; 12] =
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    NUMBERS.iter().position(|number| *number == key).map(|at| at + 1)
}

/// `A`, `I`, `1`, `1.1`, `1.1.1`, `a`, from the widest to the narrowest.
fn numbering(scene: &Scene<'_>, at: usize) -> Option<Rank> {
    let written = scene.text.slice(at..at + 1);
    if scene.is_digits(at) {
        let short = written.split('.').all(|part| part.len() <= 2) && !written.contains(',');
        return match written.matches('.').count() {
            0 if written.len() <= 3 => Some(2),
            1 if short => Some(3),
            2.. if short => Some(4),
            _ => None,
        };
    }
    let one = written.chars().count() == 1;
    match () {
        () if !scene.is_word(at) => None,
        () if written.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) => Some(1),
        () if one && written.chars().all(char::is_uppercase) => Some(0),
        () if one => Some(5),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    #[test]
    fn marks_have_ranks() {
        for (raw, want) in [
            ("A. Kết quả", Some((2, 0))),
            ("II. Kết quả", Some((2, 1))),
            ("1. Kết quả", Some((2, 2))),
            ("1.1 Lúa", Some((1, 3))),
            ("1.1. Lúa", Some((2, 3))),
            ("a) Vốn tỉnh", Some((2, 5))),
            ("- Vốn tỉnh", Some((1, 6))),
            ("+ Vốn tỉnh", Some((1, 7))),
            ("5 lớp", None),
            ("Vốn tỉnh", None),
            ("1.297 người", None),
            ("12,5% số hộ", None),
        ] {
            let text = Text::new(raw);
            let marks = Marks::new(&text, Lexicon::built_in());
            let scene = Scene::new(&marks, None);
            assert_eq!(mark(&scene, 0..text.tokens.len()), want, "{raw}");
        }
    }
}
