//! Every place of a block.
//!
//! `các huyện: Ba Tri, Bình Đại và Chợ Lách` names three districts with one kind. A place in the
//! name of a person is none, one in the name of an organisation is marked as such.

use super::super::marked::Marked;
use super::super::organization;
use super::{PlaceKind, PlaceName, PlaceSpan, area_name, read};
use crate::lexicon::CueClass;
use crate::text::Tokens;

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
        } else if let Some((len, kind)) = read(marked, at) {
            found.push((at..at + len, place(marked, at..at + len, kind), inside));
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
    loop {
        let (len, kind) = read(marked, from).unwrap_or_else(|| (area_name(marked, from), kind));
        if len == 0 || organization::read(marked, from).is_some() {
            return found;
        }
        let name = from..from + len;
        from = name.end;
        found.push((name.clone(), place(marked, name, kind)));
        if !marked.is_joint(from) {
            return found;
        }
        from += 1;
    }
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
