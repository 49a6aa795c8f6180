//! What becomes of the syllables of a text when its letters are read in another encoding.
//!
//! Only words that change count. `lµ` is no Vietnamese and `là`, which TCVN3 makes of it, is; `déjà`
//! becomes `dộjà` and speaks against it.

use super::Legacy;
use super::syllable::is_vietnamese;
use super::table;

/// Words of a text, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct Evidence {
    /// All words.
    pub(in super::super) words: usize,
    /// Those that change.
    pub(in super::super) changed: usize,
    /// Those that could be Vietnamese as they stand.
    pub(in super::super) before: usize,
    /// Those that can be Vietnamese when they are changed.
    pub(in super::super) after: usize,
    /// The first few that can be only then.
    gained: Vec<String>,
}

/// How many different words have to be gained. Fewer are met by chance: `µm`, `®`.
const DIFFERENT: usize = 3;
/// Share of the changed words, in percent, that have to be Vietnamese afterwards.
const SENSE: usize = 85;
/// Vietnamese has marks on more than half of its words; one word in four is asked for.
const ONE_IN: usize = 4;

impl Evidence {
    /// What becomes of a text.
    pub(in super::super) fn of(text: &str, legacy: Legacy) -> Self {
        let mut found = Self::default();
        for word in words(text) {
            found.words += 1;
            if word.is_ascii() && !word.contains(is_control) {
                continue;
            }
            let read = legacy.decode(word);
            if read == word {
                continue;
            }
            let (before, after) = (is_vietnamese(word) || is_sign(word), is_vietnamese(&read));
            found.changed += 1;
            found.before += usize::from(before);
            found.after += usize::from(after);
            let is_new = after && !before && !found.gained.contains(&read);
            if is_new && found.gained.len() < DIFFERENT {
                found.gained.push(read);
            }
        }
        found
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.words += other.words;
        self.changed += other.changed;
        self.before += other.before;
        self.after += other.after;
        let new: Vec<_> =
            other.gained.iter().filter(|w| !self.gained.contains(w)).cloned().collect();
        self.gained.extend(new);
        self.gained.truncate(DIFFERENT);
    }

    /// Whether the letters alone leave no other way to read the text. UTF-8 is never met by chance.
    fn is_strong(&self, legacy: Legacy) -> bool {
        let is_often = || {
            self.gained.len() == DIFFERENT
                && self.before * 2 <= self.changed
                && self.changed * ONE_IN >= self.words
        };
        let is_utf8 = legacy == Legacy::Utf8Twice && !self.gained.is_empty();
        self.makes_sense() && (is_utf8 || is_often())
    }

    /// Whether nearly all that changes becomes Vietnamese.
    pub(in super::super) fn makes_sense(&self) -> bool {
        self.after * 100 >= self.changed * SENSE
    }

    /// What is won, and not lost, by the change.
    pub(super) fn gain(&self) -> isize {
        self.after.cast_signed() - self.before.cast_signed()
    }

    /// The gain, less what stays senseless: by this encodings are compared.
    fn rank(&self) -> isize {
        self.gain() + self.after.cast_signed() - self.changed.cast_signed()
    }
}

/// The encoding that a text is in beyond doubt, and what it makes of it.
pub(in super::super) fn strongest(text: &str) -> Option<(Legacy, Evidence)> {
    let all = Legacy::ALL.into_iter().map(|legacy| (legacy, Evidence::of(text, legacy)));
    let strong = all.filter(|(legacy, evidence)| evidence.is_strong(*legacy));
    strong.rev().max_by_key(|(_, evidence)| evidence.rank())
}

/// How many words of a text have letters that no old encoding is seen as, and can be Vietnamese:
/// `huyện`, `ở`.
pub(super) fn proper_words(text: &str) -> usize {
    let proper = |word: &&str| word.chars().any(is_letter_of_its_own) && is_vietnamese(word);
    words(text).filter(proper).count()
}

fn is_letter_of_its_own(c: char) -> bool {
    c > '\u{ff}' && c.is_alphabetic() && table::byte(c).is_none()
}

/// What stands between the ASCII characters that are no letters.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_between_words).filter(|word| !word.is_empty())
}

/// `®` and `·` stand alone on pages of any language, whatever they could be.
fn is_sign(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|c| !c.is_alphabetic()) && letters.next().is_none()
}

/// Whether a character is no part of a word in any encoding; some have letters at control codes.
pub(super) fn is_between_words(c: char) -> bool {
    c.is_ascii() && !c.is_ascii_alphabetic() && !is_control(c)
}

fn is_control(c: char) -> bool {
    c.is_ascii_control() && !c.is_ascii_whitespace()
}

/// How many letters a text has that proper Vietnamese does not have: `µ`, `ø`, `º`. Where there are
/// none there is nothing to mend.
pub(super) fn strange_letters(text: &str) -> usize {
    text.chars().filter(|c| is_control(*c) || is_strange(*c)).count()
}

fn is_strange(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{ff}')
        && !matches!(c, 'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý')
        && !matches!(c, 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý')
        && !matches!(c, '\u{a0}' | '\u{ad}' | '«' | '»' | '©' | '®' | '°' | '·' | '²' | '³')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_change_are_counted() {
        let found = Evidence::of("TØnh cã 5 x· lµ déjà vu", Legacy::Tcvn3);
        assert_eq!((found.words, found.changed), (6, 5));
        assert_eq!((found.before, found.after), (1, 4));
        assert!(!found.makes_sense());
    }

    #[test]
    fn the_encoding_that_explains_most_is_the_strongest() {
        for (text, want) in [
            ("TØnh BÕn Tre ®· më líp", Some(Legacy::Tcvn3)),
            ("Tænh Beán Tre ñaõ môû lôùp", Some(Legacy::Vni)),
            ("Tïnh Bªn Tre ðã m· l¾p", Some(Legacy::Viscii)),
            ("TiÒnh Bêìn Tre ðaÞ mõÒ lõìp", Some(Legacy::Windows1258)),
            ("NG€Y 12 THƒNG 8, tØnh BÕn Tre", Some(Legacy::Tcvn5712)),
            ("Báº¿n Tre", Some(Legacy::Utf8Twice)),
            ("®, µm and · 5 µm", None),
            ("Ça, c'est déjà l'été où naît l'école", None),
        ] {
            assert_eq!(strongest(text).map(|(legacy, _)| legacy), want, "{text}");
        }
    }

    #[test]
    fn proper_words_are_told_from_others() {
        assert_eq!(proper_words("Huyện có 5 xã, ở là, Ł, “ớt”"), 3);
        assert_eq!(strange_letters("Là xã có «5» ấp"), 0);
        assert_eq!(strange_letters("lµ, ñaõ, má»Ÿ"), 2);
    }
}
