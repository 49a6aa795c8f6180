//! The name of an organisation: `UBND huyện Giồng Trôm`, `Sở GD-ĐT Quảng Ninh`, `Tỉnh ủy`.
//!
//! A name is a head (`Sở`), a body of capitalised words (`Nội vụ`) and a level (`tỉnh`, `huyện Ba
//! Tri`, a higher organisation). Some heads are names by themselves, some only need their area. A
//! head without its name (`các sở, ngành`, `UBND các cấp`, `Bộ này`) names nothing.

use super::super::marked::Marked;
use super::super::place;
use super::super::place::PlaceKind;
use super::super::writing::{is_code, is_glued, is_name_syllable};
use crate::lexicon::CueClass;

/// A name that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct OrganizationName<'a> {
    /// How many tokens it takes.
    pub tokens: usize,
    /// How many of them are the head.
    pub head: usize,
    /// Kind of organisation, as the lexicon calls it.
    pub kind: &'a str,
}

const HEADS: &[CueClass] =
    &[CueClass::Organization, CueClass::OrganizationOfArea, CueClass::OrganizationHead];

/// The most words that a name has behind its head.
const LONGEST: usize = 16;

/// How deep organisations stand in each other: `Văn phòng` of `Ban Tổ chức` of `Tỉnh ủy`.
const DEEPEST: u8 = 2;

/// The organisation that is named from token `at` on.
pub(in super::super) fn read<'a>(marked: &Marked<'a>, at: usize) -> Option<OrganizationName<'a>> {
    nested(marked, at, 0)
}

fn nested<'a>(marked: &Marked<'a>, at: usize, depth: u8) -> Option<OrganizationName<'a>> {
    if depth > DEEPEST {
        return None;
    }
    let (head, cue) = marked.cue(at, HEADS)?;
    let kind = cue.value.as_deref().unwrap_or_default();
    let other = marked
        .cue(at, &[CueClass::CommonWord, CueClass::DocumentType])
        .is_some_and(|(len, _)| len > head);
    let capital = marked.text.tokens[at].capital;
    let other = other || place::read(marked, at).is_some();
    if other || (!capital && (head == 1 || cue.class != CueClass::OrganizationHead)) {
        return None;
    }
    let from = at + head;
    let end = match cue.class {
        CueClass::Organization => from + level(marked, from, kind, depth),
        CueClass::OrganizationOfArea => {
            from + Some(level(marked, from, kind, depth)).filter(|n| *n > 0)?
        }
        _ => {
            let body = body(marked, from, kind, depth);
            let level = level(marked, from + body, kind, depth);
            let enough = match kind {
                "party_board" => level > 0,
                "school" | "hospital" | "press" => body + level > 0,
                _ => body > 0 || (head >= 3 && level > 0),
            };
            let proper = capital || starts_proper(marked, from);
            (enough && proper).then_some(from + body + level)?
        }
    };
    Some(OrganizationName { tokens: end - at, head, kind })
}

/// The field of a part of an organisation behind its title (`Tổ chức cán bộ`), in tokens.
pub(in super::super) fn field(marked: &Marked, from: usize) -> usize {
    body(marked, from, "department", 0)
}

fn starts_proper(marked: &Marked, at: usize) -> bool {
    is_name_syllable(marked.text, at) || is_code(marked.text, at)
}

/// The capitalised words of the name behind its head, in tokens.
fn body(marked: &Marked, from: usize, kind: &str, depth: u8) -> usize {
    if let Some(len) = purpose(marked, from, depth) {
        return len;
    }
    let closed = matches!(kind, "department" | "ministry" | "division");
    if let Some((len, _)) = department(marked, from).filter(|_| closed) {
        return len;
    }
    let mut at = from;
    while at < from + LONGEST
        && let Some(next) = word(marked, at, from, depth)
    {
        at = next;
        let joined = at + joint(marked, at, depth);
        if joined > at && word(marked, joined, from, depth).is_some() {
            at = joined;
        } else if closed && !starts_proper(marked, at) {
            break;
        }
    }
    at - from
}

/// `thực hiện Đề án 06 của Tỉnh ủy`: what a task force is for.
fn purpose(marked: &Marked, from: usize, depth: u8) -> Option<usize> {
    let (len, _) = marked.cue(from, &[CueClass::Implements])?;
    let document = from + len;
    let mut end = document + super::super::document::reference_len(marked, document)?;
    if marked.is(end, CueClass::Issuer) {
        end += nested(marked, end + 1, depth + 1).map_or(0, |owner| 1 + owner.tokens);
    }
    Some(end - from)
}

/// The field of a department (`Nội vụ`, `GD-ĐT`) at a token.
pub(super) fn department<'a>(marked: &Marked<'a>, at: usize) -> Option<(usize, &'a str)> {
    marked
        .cue(at, &[CueClass::DepartmentName])
        .filter(|_| marked.text.tokens[at].capital)
        .map(|(len, cue)| (len, cue.value.as_deref().unwrap_or_default()))
}

/// One word of a name at a token: where it ends. Behind the first word, a word of the ordinary
/// language need not have a capital (`Dịch vụ việc làm`).
fn word(marked: &Marked, at: usize, from: usize, depth: u8) -> Option<usize> {
    let text = marked.text;
    let capital = text.tokens.get(at)?.capital;
    if let Some((len, _)) = department(marked, at) {
        return Some(at + len);
    }
    if let Some((len, cue)) = marked.cue(at, &[CueClass::OrganizationWord])
        && (capital || at > from && cue.value.is_none())
    {
        return Some(at + len);
    }
    let follows = at > from;
    let elsewhere = place::read(marked, at).is_some()
        || begins_another(marked, at, depth)
        || follows && marked.is(at, CueClass::OfficeTitle)
        || follows && person_begins(marked, at);
    (!elsewhere && starts_proper(marked, at)).then_some(at + 1)
}

/// Whether another organisation begins here; at the deepest its head is enough to say so.
fn begins_another(marked: &Marked, at: usize, depth: u8) -> bool {
    match depth {
        DEEPEST => marked.text.tokens[at].capital && marked.cue(at, HEADS).is_some(),
        _ => nested(marked, at, depth + 1).is_some(),
    }
}

/// A surname with two syllables behind it, the first a usual middle name.
fn person_begins(marked: &Marked, at: usize) -> bool {
    marked.is(at, CueClass::Surname)
        && is_name_syllable(marked.text, at)
        && marked.is(at + 1, CueClass::MiddleName)
        && is_name_syllable(marked.text, at + 1)
        && is_name_syllable(marked.text, at + 2)
}

/// What joins two words of a name: `-`, `&`, `và`.
fn joint(marked: &Marked, at: usize, depth: u8) -> usize {
    let text = marked.text;
    let next = at + 1;
    let listed =
        marked.is(next, CueClass::OrganizationWord) || marked.is(next, CueClass::DepartmentName);
    let capital = text.tokens.get(next).is_some_and(|t| t.capital);
    match text.key(at) {
        "&" if capital => 1,
        "-" if capital && (is_glued(text, next) || listed) => 1,
        _ if marked.is(at, CueClass::And)
            && capital
            && listed
            && nested(marked, next, depth + 1).is_none() =>
        {
            1
        }
        _ => 0,
    }
}

/// The area or the higher organisation behind a name, in tokens.
fn level(marked: &Marked, from: usize, kind: &str, depth: u8) -> usize {
    let mut at = from;
    for _ in 0..3 {
        if let Some((len, place)) = place::read(marked, at)
            && (place != PlaceKind::Nation || marked.text.tokens[at].capital)
            && (!national(kind) || place <= PlaceKind::Nation)
        {
            at += len;
            if place != PlaceKind::Nation {
                break;
            }
        } else if let Some(len) = bare_level(marked, at).filter(|_| !national(kind)) {
            at += len;
            break;
        } else if at == from
            && matches!(kind, "party_board" | "division" | "agency" | "task_force" | "board")
            && let Some(owner) = nested(marked, at, depth + 1)
        {
            at += owner.tokens;
            break;
        } else {
            break;
        }
    }
    at - from
}

/// There is one of them in a country.
fn national(kind: &str) -> bool {
    matches!(kind, "government" | "national_assembly" | "party_centre")
}

/// `tỉnh`, `huyện`, `Trung ương` without a name. Several of them in a row (`huyện, thành phố`) are
/// no organisation.
fn bare_level(marked: &Marked, at: usize) -> Option<usize> {
    let text = marked.text;
    if let Some((len, _)) = marked.cue(at, &[CueClass::Central]) {
        return Some(len);
    }
    let (len, _) = marked.cue(at, &[CueClass::AreaKind])?;
    let after = at + len;
    let row = (marked.is_joint(after) || matches!(text.key(after), "-" | "/"))
        && marked.is(after + 1, CueClass::AreaKind)
        && place::read(marked, after + 1).is_none();
    let lower = !text.tokens[at].capital;
    (lower && !row && marked.common_word(at) <= len).then_some(len)
}
