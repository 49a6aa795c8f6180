//! A phrase as a scene of its own.

use super::Looking;
use crate::lexicon::{CueClass, Lexicon, Marks};
use crate::mention::Scene;
use crate::text::{Text, has_diacritics};
use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

/// Reads a phrase as it is written, else as one that was typed without diacritics.
pub(super) fn read<T>(
    phrase: &str,
    published: Option<Date>,
    looking: Looking,
    reader: impl Fn(&Scene<'_>) -> Option<T>,
) -> Option<T> {
    let text = Text::new(&codes_apart(&phrase.nfc().collect::<String>()));
    let with = |lexicon| {
        let marks = Marks::new(&text, lexicon);
        reader(&Scene { ahead: looking == Looking::Ahead, ..Scene::new(&marks, published) })
    };
    with(Lexicon::built_in()).or_else(|| {
        (!has_diacritics(&text.raw)).then(|| with(Lexicon::without_diacritics())).flatten()
    })
}

/// `USD1,23` with a space behind the code, so that it is no name like `PC06`.
fn codes_apart(phrase: &str) -> String {
    let mut apart = String::with_capacity(phrase.len() + 1);
    let mut code = String::new();
    for c in phrase.chars() {
        if c.is_ascii_digit() && is_currency(&code) {
            apart.push(' ');
        }
        if c.is_alphabetic() {
            code.push(c);
        } else {
            code.clear();
        }
        apart.push(c);
    }
    apart
}

fn is_currency(code: &str) -> bool {
    let text = Text::new(code);
    let cue = Lexicon::built_in().cue(&text, 0, &[CueClass::MoneyBefore]);
    cue.is_some_and(|(len, _)| len == text.tokens.len())
}

/// The token behind the phrase, its full stop left out.
pub(super) fn end(scene: &Scene<'_>) -> usize {
    let count = scene.text.tokens.len();
    count - usize::from(count > 0 && scene.key(count - 1) == ".")
}
