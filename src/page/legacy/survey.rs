//! [`Survey`]: what becomes of a text in each of the encodings, told by its words.

use super::syllable::is_vietnamese;
use super::{Evidence, Legacy, table};
use memchr::memchr2_iter;
use std::collections::HashMap;

/// Surveys texts, and remembers the words of all of them: a page of ten thousand has a thousand
/// different ones.
#[derive(Debug, Default)]
pub(in super::super) struct Surveyor<'t> {
    fates: HashMap<&'t str, Fate>,
}

/// What becomes of one word.
#[derive(Debug)]
struct Fate {
    /// Whether it can be Vietnamese as it stands, by letters that no old encoding is seen as.
    is_proper: bool,
    /// Whether it can be Vietnamese as it stands.
    before: bool,
    /// In each encoding what it is read as, and whether that is Vietnamese; `None` where it stays.
    after: [Option<(String, bool)>; Legacy::ALL.len()],
}

/// What becomes of a text in each encoding.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Survey {
    evidence: [Evidence; Legacy::ALL.len()],
    /// Words with letters that no old encoding is seen as, which can be Vietnamese: `huyện`, `ở`.
    pub(super) proper: usize,
}

impl<'t> Surveyor<'t> {
    /// What becomes of a text in each encoding.
    pub(in super::super) fn survey(&mut self, text: &'t str) -> Survey {
        let (mut found, mut words) = (Survey::default(), 0);
        for word in text.split(is_between_words).filter(|word| !word.is_empty()) {
            words += 1;
            if !word.is_ascii() || word.contains(is_control) {
                found.add(self.fates.entry(word).or_insert_with(|| Fate::of(word)));
            }
        }
        found.evidence.iter_mut().for_each(|evidence| evidence.words = words);
        found
    }
}

impl Fate {
    fn of(word: &str) -> Self {
        let before = is_vietnamese(word) || is_sign(word);
        let after = Legacy::ALL.map(|legacy| {
            let read = legacy.decode(word);
            let is_one = is_vietnamese(&read);
            (read != word).then_some((read, is_one))
        });
        Self { is_proper: before && word.chars().any(is_letter_of_its_own), before, after }
    }
}

impl Survey {
    fn add(&mut self, fate: &Fate) {
        self.proper += usize::from(fate.is_proper);
        for (evidence, after) in self.evidence.iter_mut().zip(&fate.after) {
            if let Some((read, after)) = after {
                evidence.count(read, fate.before, *after);
            }
        }
    }

    /// What becomes of the text in one encoding.
    pub(super) fn evidence(&self, legacy: Legacy) -> &Evidence {
        &self.evidence[legacy as usize]
    }

    /// What is won in an encoding, less the words that are proper as they stand.
    pub(super) fn balance(&self, legacy: Legacy) -> isize {
        self.evidence(legacy).gain() - self.proper.cast_signed()
    }

    /// The encoding that the text is in beyond doubt, and what it makes of it.
    pub(in super::super) fn strongest(&self) -> Option<(Legacy, &Evidence)> {
        let all = Legacy::ALL.into_iter().zip(&self.evidence);
        let strong = all.filter(|(legacy, evidence)| evidence.is_strong(*legacy));
        strong.rev().max_by_key(|(_, evidence)| evidence.rank())
    }
}

fn is_letter_of_its_own(c: char) -> bool {
    c > '\u{ff}' && c.is_alphabetic() && table::byte(c).is_none()
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
    let bytes = text.as_bytes();
    let controls = bytes.iter().filter(|byte| is_control(char::from(**byte))).count();
    let latin = memchr2_iter(LATIN[0], LATIN[1], bytes);
    let strange = latin.filter(|at| text[*at..].chars().next().is_some_and(is_strange)).count();
    controls + strange
}

/// The bytes that begin the letters of Latin-1 in UTF-8, and no others.
const LATIN: [u8; 2] = [0xc2, 0xc3];

fn is_strange(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{ff}')
        && !matches!(c, 'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý')
        && !matches!(c, 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý')
        && !matches!(c, '\u{a0}' | '\u{ad}' | '«' | '»' | '©' | '®' | '°' | '·' | '²' | '³')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn survey(text: &str) -> Survey {
        Surveyor::default().survey(text)
    }

    #[test]
    fn words_that_change_are_counted() {
        let survey = survey("TØnh cã 5 x· lµ déjà vu");
        let found = survey.evidence(Legacy::Tcvn3);
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
            assert_eq!(survey(text).strongest().map(|(legacy, _)| legacy), want, "{text}");
        }
    }

    #[test]
    fn proper_words_are_told_from_others() {
        assert_eq!(survey("Huyện có 5 xã, ở là, Ł, “ớt”").proper, 3);
        assert_eq!(strange_letters("Là xã có «5» ấp"), 0);
        assert_eq!(strange_letters("lµ, ñaõ, má»Ÿ"), 2);
    }
}
