//! Lists with one head for all: `các sở: Nội vụ, Khoa học và Công nghệ`, `UBND các huyện: Ba Tri,
//! Bình Đại`.
//!
//! The items of a list of departments come from a closed list, for their names hold `và` and
//! commas themselves (`Văn hóa, Thể thao và Du lịch`). An item with a head of its own ends the list.

use super::super::marked::Marked;
use super::super::place::area_name;
use super::OrganizationMention;
use super::name::{department, read};
use crate::lexicon::CueClass;

/// The items of a list whose plural head begins at a token.
pub(super) fn read_list<'a>(
    marked: &Marked<'a>,
    at: usize,
) -> Option<Vec<OrganizationMention<'a>>> {
    let items = departments(marked, at).or_else(|| areas(marked, at))?;
    (!items.is_empty()).then_some(items)
}

/// `các sở: …`, `các sở, ngành: …`, `các ban: …`
fn departments<'a>(marked: &Marked<'a>, at: usize) -> Option<Vec<OrganizationMention<'a>>> {
    let text = marked.text;
    if !marked.is(at, CueClass::Plural) {
        return None;
    }
    let (len, cue) = marked.cue(at + 1, &[CueClass::OrganizationHead])?;
    let kind = cue.value.as_deref().unwrap_or_default();
    let head = cue.forms.first();
    let mut from = at + 1 + len;
    if let Some(colon) = (from..from + 6).find(|i| text.key(*i) == ":") {
        from = colon + 1;
    }
    Some(further(marked, from, head, kind))
}

/// The fields of departments that follow each other from a token on.
pub(super) fn further<'a>(
    marked: &Marked<'a>,
    mut at: usize,
    head: &str,
    kind: &'a str,
) -> Vec<OrganizationMention<'a>> {
    let mut items = Vec::new();
    while let Some((len, _)) = department(marked, at)
        && read(marked, at).is_none()
    {
        items.push(OrganizationMention { tokens: at..at + len, head: head.to_owned(), kind });
        at += len;
        if !marked.is_joint(at) {
            break;
        }
        at += 1;
    }
    items
}

/// `UBND các huyện: Ba Tri, Bình Đại và thành phố Bến Tre`
fn areas<'a>(marked: &Marked<'a>, at: usize) -> Option<Vec<OrganizationMention<'a>>> {
    let text = marked.text;
    let (len, cue) = marked.cue(at, &[CueClass::OrganizationOfArea])?;
    let kind = cue.value.as_deref().unwrap_or_default();
    let mut from = at + len;
    if !marked.is(from, CueClass::Plural) {
        return None;
    }
    let (area, _) = marked.cue(from + 1, &[CueClass::AreaKind])?;
    let area_word = text.slice(from + 1..from + 1 + area);
    let head = format!("{} {area_word}", text.slice(at..at + len));
    from += 1 + area;
    from += usize::from(text.key(from) == ":");
    let mut items = Vec::new();
    loop {
        let name = area_name(marked, from);
        if name == 0 {
            break;
        }
        items.push(OrganizationMention { tokens: from..from + name, head: head.clone(), kind });
        from += name;
        if !marked.is_joint(from) {
            break;
        }
        from += 1;
    }
    Some(items)
}
