//! Every place of a block.
//!
//! `các huyện: Ba Tri, Bình Đại và Chợ Lách` names three districts with one kind. A place in the
//! name of a person is none, one in the name of an organisation is marked as such.

use super::super::marked::Marked;
use super::super::organization;
use super::{PlaceKind, PlaceName, PlaceSpan, area_name, read, spot};
use crate::lexicon::CueClass;
use crate::text::{TokenKind, Tokens};

/// Every place in reading order; people and organisations stand where it is told.
pub(in super::super) fn spans(
    marked: &Marked,
    people: &[Tokens],
    organizations: &[Tokens],
) -> Vec<PlaceSpan> {
    let (mut person, mut organization) = (0, 0);
    let mut found: Vec<PlaceSpan> = Vec::new();
    let mut at = 0;
    while at < marked.text.tokens.len() {
        while people.get(person).is_some_and(|p| p.end <= at) {
            person += 1;
        }
        while organizations.get(organization).is_some_and(|o| o.end <= at) {
            organization += 1;
        }
        if let Some(name) = people.get(person).filter(|p| p.contains(&at)) {
            at = name.end;
            continue;
        }
        let inside = organizations.get(organization).is_some_and(|o| o.contains(&at));
        let listed = list(marked, at);
        if let Some((last, _)) = listed.last() {
            at = last.end;
            found.extend(listed.into_iter().map(|(span, place)| (span, place, inside)));
        } else if let Some((len, kind)) = read(marked, at).or_else(|| spot::read(marked, at)) {
            if !(inside && kind == PlaceKind::Named) {
                found.push((at..at + len, place(marked, at..at + len, kind), inside));
            }
            at += len;
        } else {
            at += 1;
        }
    }
    found
}

fn place(marked: &Marked, name: Tokens, kind: PlaceKind) -> PlaceName {
    PlaceName { name: marked.text.slice(name).to_owned(), kind }
}

/// The areas that share the kind which begins at a token: `các huyện: Ba Tri, Bình Đại`.
fn list(marked: &Marked, at: usize) -> Vec<(Tokens, PlaceName)> {
    let text = marked.text;
    let mut found = Vec::new();
    let Some((len, cue)) =
        marked.cue(at + 1, &[CueClass::AreaKind]).filter(|_| marked.is(at, CueClass::Plural))
    else {
        return found;
    };
    let kind = match cue.value.as_deref().unwrap_or_default() {
        "province" | "city" => PlaceKind::Province,
        "commune" | "numbered_commune" => PlaceKind::Commune,
        _ => PlaceKind::District,
    };
    let mut from = at + 1 + len;
    from += usize::from(text.key(from) == ":");
    let mut counted = false;
    if read(marked, from).is_none() && area_name(marked, from) == 0 {
        let Some(first) = behind_copula(marked, from) else { return found };
        (from, counted) = (first, true);
    }
    loop {
        let (len, kind) = read(marked, from).unwrap_or_else(|| (area_name(marked, from), kind));
        let told = behind_figure(marked, from + len);
        if len == 0 || organization::read(marked, from).is_some() || counted && told.is_none() {
            return found;
        }
        let name = from..from + len;
        from = name.end;
        found.push((name.clone(), place(marked, name, kind)));
        counted |= told.is_some();
        from = told.unwrap_or(from);
        if !marked.is_joint(from) {
            return found;
        }
        from += 1;
    }
}

/// `các xã có nhiều hộ nghèo là An Hòa (15 hộ)`: the names stand behind the copula; each must have its figure,
/// since a person's would have none.
fn behind_copula(marked: &Marked, from: usize) -> Option<usize> {
    const FARTHEST: usize = 14;
    let text = marked.text;
    let clause = (from..from + FARTHEST).take_while(|i| {
        let token = text.tokens.get(*i);
        token.is_some_and(|t| t.kind == TokenKind::Word && !t.capital) || text.key(*i) == ":"
    });
    let copula = clause.last()?;
    let first = copula + 1;
    let named = marked.is(copula, CueClass::Level)
        || marked.is(copula, CueClass::Includes)
        || text.key(copula) == ":";
    (named && area_name(marked, first) > 0).then_some(first)
}

/// Where the figure of a name ends: `(520 ha)` in brackets, `213 ca` without.
fn behind_figure(marked: &Marked, at: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let text = marked.text;
    let digits = |i: usize| text.key(i).starts_with(|c: char| c.is_ascii_digit());
    if text.key(at) == "(" {
        let close = (at..at + LONGEST).find(|i| text.key(*i) == ")")?;
        return (at..close).any(digits).then_some(close + 1);
    }
    let end = |i: &usize| text.tokens.get(*i).is_none_or(|t| t.kind != TokenKind::Word);
    let joined = |i: &usize| end(i) || marked.is_joint(*i);
    digits(at).then(|| (at + 1..at + LONGEST).find(joined)).flatten()
}

#[cfg(test)]
mod tests {
    use super::super::super::BlockNames;
    use crate::article::BlockKind;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    #[test]
    fn places_are_told_from_people_and_organisations() {
        for (raw, want) in [
            (
                "UBND huyện Giồng Trôm hỗ trợ xã Phong Nẫm",
                vec![("huyện Giồng Trôm", true), ("xã Phong Nẫm", false)],
            ),
            ("Sở GD-ĐT Quảng Ninh có 23 trường", vec![("Quảng Ninh", true)]),
            (
                "các huyện: Ba Tri, Thạnh Phong và Chợ Lách",
                vec![("Ba Tri", false), ("Thạnh Phong", false), ("Chợ Lách", false)],
            ),
            ("ông Nguyễn Thái Bình trồng 2ha", vec![]),
            ("các huyện, thành phố đạt 95%", vec![]),
            ("chuyên gia Hàn Quốc và Nhật Bản", vec![("Hàn Quốc", false), ("Nhật Bản", false)]),
        ] {
            let text = Text::new(raw);
            let marks = Marks::new(&text, Lexicon::built_in());
            let found: Vec<_> = BlockNames::new(0, BlockKind::Paragraph, &marks)
                .place_spans()
                .into_iter()
                .map(|(span, _, inside)| (text.slice(span), inside))
                .collect();
            assert_eq!(found, want, "{raw}");
        }
    }
}
