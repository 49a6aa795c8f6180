//! Areas that are named with their kind: `tỉnh Long An`, `TP. Bến Tre`, `xã Gia Tân 3`, `quận 1`.
//!
//! The name of a province is in the lexicon, other areas have a run of capitals. A person may follow without a mark
//! (`Chủ tịch UBND xã Phú Lễ Trần Văn Ba`): the name of the area ends where a person's begins.

use super::super::marked::Marked;
use super::super::writing::{all_capital, is_name_syllable, name_run};
use super::PlaceKind;
use crate::lexicon::CueClass;
use crate::text::TokenKind;

/// The area at a token, with its length in tokens.
pub(super) fn read(marked: &Marked, at: usize) -> Option<(usize, PlaceKind)> {
    let (len, cue) = marked.cue(at, &[CueClass::AreaKind])?;
    let inside = (1..=2.min(at)).any(|back| marked.common_word(at - back) > back);
    if inside || marked.common_word(at) > len {
        return None;
    }
    let kind = cue.value.as_deref().unwrap_or_default();
    let name = at + len;
    let province =
        marked.province(name).filter(|(len, _)| all_capital(marked.text, name..name + len));
    if let (Some((len_name, place)), "province" | "city") = (province, kind) {
        let level = match kind {
            "city" if place.kind != "thành phố" => PlaceKind::District,
            _ => PlaceKind::Province,
        };
        return Some((len + len_name, level));
    }
    let level = match kind {
        "province" => return None,
        "commune" | "numbered_commune" => PlaceKind::Commune,
        _ => PlaceKind::District,
    };
    let syllables = match begins_person(marked, name, 3, 0) && in_office(marked, at) {
        true => 0,
        false => area_name(marked, name),
    };
    let digits = number(marked, name + syllables);
    match (syllables, digits) {
        (0, 1) if kind.starts_with("numbered") => Some((len + 1, level)),
        (0, _) => None,
        (n, digits) => Some((len + n + digits, level)),
    }
}

/// How many syllables of a run of capitals are the area's name, at most four.
pub(in super::super) fn area_name(marked: &Marked, at: usize) -> usize {
    if let Some((len, _)) = marked
        .cue(at, &[CueClass::District])
        .filter(|(len, _)| all_capital(marked.text, at..at + len))
    {
        return len;
    }
    let run = name_run(marked.text, at, 8);
    (1..run).find(|i| begins_person(marked, at + i, run - i, *i)).unwrap_or(run).min(4)
}

/// Whether an office stands before the area: `Chủ tịch UBND phường` announces a person.
fn in_office(marked: &Marked, at: usize) -> bool {
    let before = |end, classes: &[CueClass]| {
        let cue = marked.cue_before(end, classes);
        cue.map(|(len, _)| end - len)
    };
    let seat = before(at, &[CueClass::OrganizationOfArea, CueClass::Organization]).unwrap_or(at);
    before(seat, &[CueClass::OfficeTitle]).is_some()
}

/// Whether a person's name begins behind `before` syllables of a run and fills its `rest`. Place
/// names hold surnames too (`Nam Từ Liêm`), hence the middle name where the area would be short.
fn begins_person(marked: &Marked, at: usize, rest: usize, before: usize) -> bool {
    marked.is(at, CueClass::Surname)
        && (rest >= 3 && marked.is(at + 1, CueClass::MiddleName) || before >= 2 && rest >= 2)
}

/// One number that belongs to the name: not `5` in `xã Phú Lễ 5 năm qua`.
fn number(marked: &Marked, at: usize) -> usize {
    let fits = marked.text.tokens.get(at).is_some_and(|t| {
        t.kind == TokenKind::Digits
            && marked.text.key(at).len() <= 2
            && !marked.is_counted(at + 1)
            && !matches!(marked.text.key(at + 1), "/" | "-")
    });
    usize::from(fits && (at == 0 || !is_name_syllable(marked.text, at + 1)))
}
