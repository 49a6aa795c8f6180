//! Lists with one head for all: `các sở: Nội vụ, Khoa học và Công nghệ`, `UBND các huyện: Ba Tri,
//! Bình Đại`.
//!
//! The items of a list of departments come from a closed list, for their names hold `và` and
//! commas themselves (`Văn hóa, Thể thao và Du lịch`). An item with a head of its own ends the list.

use super::super::marked::Marked;
use super::super::place::area_name;
use super::name::{department, read};
use crate::lexicon::CueClass;
use crate::text::Tokens;

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item<'a> {
    /// The words of the item, without the head.
    pub tokens: Tokens,
    /// What stands before it in the full name: `Sở`, `UBND huyện`.
    pub head: String,
    /// Kind of organisation.
    pub kind: &'a str,
}

/// The items of a list whose plural head begins at a token, with the token after the list.
pub(super) fn read_list<'a>(marked: &Marked<'a>, at: usize) -> Option<Vec<Item<'a>>> {
    let items = departments(marked, at).or_else(|| areas(marked, at))?;
    (!items.is_empty()).then_some(items)
}

/// `các sở: …`, `các sở, ngành: …`, `các ban: …`
fn departments<'a>(marked: &Marked<'a>, at: usize) -> Option<Vec<Item<'a>>> {
    let text = marked.text;
    if text.key(at) != "các" {
        return None;
    }
    let (len, cue) = marked.cue(at + 1, &[CueClass::OrganizationHead])?;
    let kind = cue.value.as_deref().unwrap_or_default();
    let head = cue.forms.first()?;
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
) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    while let Some((len, _)) = department(marked, at)
        && read(marked, at).is_none()
    {
        items.push(Item { tokens: at..at + len, head: head.to_owned(), kind });
        at += len;
        if !matches!(marked.text.key(at), "," | ";" | "và") {
            break;
        }
        at += 1;
    }
    items
}

/// `UBND các huyện: Ba Tri, Bình Đại và thành phố Bến Tre`
fn areas<'a>(marked: &Marked<'a>, at: usize) -> Option<Vec<Item<'a>>> {
    let text = marked.text;
    let (len, cue) = marked.cue(at, &[CueClass::OrganizationOfArea])?;
    let kind = cue.value.as_deref().unwrap_or_default();
    let mut from = at + len;
    if text.key(from) != "các" {
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
        items.push(Item { tokens: from..from + name, head: head.clone(), kind });
        from += name;
        if !matches!(text.key(from), "," | ";" | "và") {
            break;
        }
        from += 1;
    }
    Some(items)
}
