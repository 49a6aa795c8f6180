//! Places that the lexicon knows by name: provinces, districts, regions, countries.
//!
//! `Hòa Bình` is a province, `hòa bình` is peace: names stand in capitals. A country of one
//! syllable begins many other words (`Pháp luật`, `Mỹ Tho`): it stands alone.

use super::super::marked::Marked;
use super::super::writing::{all_capital, is_code, is_name_syllable};
use super::PlaceKind;
use crate::lexicon::CueClass;

const CLASSES: &[CueClass] =
    &[CueClass::Nation, CueClass::Region, CueClass::Country, CueClass::District];

/// The longest known place at a token, with its length in tokens.
pub(super) fn read(marked: &Marked, at: usize) -> Option<(usize, PlaceKind)> {
    let capital = marked.text.tokens.get(at)?.capital;
    let province = marked
        .province(at)
        .filter(|_| capital)
        .filter(|(len, place)| is_written_out(marked, at, *len, place.forms.first()))
        .map(|(len, _)| (len, PlaceKind::Province));
    let other = marked
        .cue(at, CLASSES)
        .and_then(|(len, cue)| {
            let kind = match cue.class {
                CueClass::Nation => PlaceKind::Nation,
                CueClass::Region if cue.value.is_none() => PlaceKind::Region,
                CueClass::District => PlaceKind::District,
                _ => PlaceKind::Country,
            };
            let free = matches!(kind, PlaceKind::Nation | PlaceKind::Region);
            (free || all_capital(marked.text, at..at + len)).then_some((len, kind))
        })
        .filter(|(len, kind)| *len > 1 || *kind != PlaceKind::Country || stands_alone(marked, at));
    province
        .into_iter()
        .chain(other)
        .max_by_key(|(len, _)| *len)
        .filter(|(len, _)| marked.common_word(at) <= *len)
}

/// A full name has its capitals; an abbreviation (`TPHCM`, `HN`) has nothing but capitals.
fn is_written_out(marked: &Marked, at: usize, len: usize, name: &str) -> bool {
    let words_of_name = name.split_whitespace().count();
    all_capital(marked.text, at..at + len)
        && (len >= words_of_name.min(2) || is_code(marked.text, at))
}

/// No syllable of a name follows or comes before: `Mỹ`, not `Mỹ Tho` nor `Nguyễn Đức`.
fn stands_alone(marked: &Marked, at: usize) -> bool {
    let text = marked.text;
    let follows = is_name_syllable(text, at + 1) && text.tokens[at + 1].spaced;
    let precedes = at > 0 && is_name_syllable(text, at - 1) && text.tokens[at].spaced;
    !follows && !precedes || is_code(text, at) && text.key(at).len() > 2
}
