//! Places below and beside the areas of the state: spots with their kind, sorts of area, and names alone.
//!
//! * a kind with its name: `thôn Hạ Đoài 2`, `sông Hàm Luông`, `vùng III`
//! * a sort of area, which has no name: `nông thôn`, `các huyện nghèo`
//! * capitals that name nothing else: `Mường Khương và Tuy Đức`
//!
//! Whether a figure is for such a place is judged; a name alone may be that of a product.

use super::super::marked::Marked;
use super::super::writing::{is_code, is_name_syllable, name_run};
use super::PlaceKind;
use crate::lexicon::CueClass;
use crate::text::TokenKind;

/// How many syllables a name has at most, and how many characters what tells one of several apart.
const SYLLABLES: usize = 4;
const LONGEST_SIGN: usize = 3;

/// The spot, sort of area or bare name at a token, with its length in tokens.
pub(super) fn read(marked: &Marked, at: usize) -> Option<(usize, PlaceKind)> {
    with_kind(marked, at).or_else(|| sort(marked, at)).or_else(|| name_alone(marked, at))
}

fn with_kind(marked: &Marked, at: usize) -> Option<(usize, PlaceKind)> {
    let (len, _) = marked.cue(at, &[CueClass::SpotKind])?;
    let name = at + len;
    let syllables = name_run(marked.text, name, SYLLABLES);
    let sign = usize::from(is_sign(marked, name + syllables));
    let found = syllables + sign > 0 && marked.common_word(at) <= len;
    found.then_some((len + syllables + sign, PlaceKind::Spot))
}

/// Whether a token tells one of several apart: the `2` of `thôn Hạ Đoài 2`, the `III` of `vùng III`, the `A` of `khu A`.
fn is_sign(marked: &Marked, at: usize) -> bool {
    let text = marked.text;
    let Some(token) = text.tokens.get(at) else { return false };
    let is_short = text.slice(at..at + 1).chars().count() <= LONGEST_SIGN;
    let counts = marked.is_counted(at + 1) || matches!(text.key(at + 1), "/" | "-");
    is_short
        && match token.kind {
            TokenKind::Digits => !counts && !is_name_syllable(text, at + 1),
            TokenKind::Word => is_code(text, at),
            TokenKind::Mark => false,
        }
}

fn sort(marked: &Marked, at: usize) -> Option<(usize, PlaceKind)> {
    let (len, _) = marked.cue(at, &[CueClass::AreaSort])?;
    (!marked.has_longer(at, len)).then_some((len, PlaceKind::Sort))
}

/// Two syllables with capitals at least; the first word of a sentence has its capital for another reason.
fn name_alone(marked: &Marked, at: usize) -> Option<(usize, PlaceKind)> {
    let text = marked.text;
    let goes_on = at > 0 && is_name_syllable(text, at - 1) && text.tokens.get(at)?.spaced;
    let run = name_run(text, at, SYLLABLES + 1);
    let is_word = marked.is(at, CueClass::Preposition) || marked.common_word(at) > 0;
    let begins = !goes_on || marked.is(at - 1, CueClass::Preposition);
    (begins && !is_word && (2..=SYLLABLES).contains(&run)).then_some((run, PlaceKind::Named))
}

#[cfg(test)]
mod tests {
    use super::super::super::BlockNames;
    use super::PlaceKind::{self, Named, Sort, Spot};
    use crate::article::BlockKind;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    fn found(raw: &str) -> Vec<(String, PlaceKind)> {
        let text = Text::new(raw);
        let marks = Marks::new(&text, Lexicon::built_in());
        let names = BlockNames::new(0, BlockKind::Paragraph, &marks);
        let spots = names.place_spans().into_iter().filter(|(_, place, _)| !place.kind.is_area());
        spots.map(|(words, place, _)| (text.slice(words).to_owned(), place.kind)).collect()
    }

    #[test]
    fn spots_sorts_and_names_are_told_apart() {
        for (raw, want) in [
            ("thôn Hạ Đoài 2 có 15 hộ", vec![("thôn Hạ Đoài 2", Spot)]),
            ("nạo vét sông Hàm Luông dài 3km", vec![("sông Hàm Luông", Spot)]),
            ("giá bán điện ở vùng III là 2.000 đồng", vec![("vùng III", Spot)]),
            ("tỷ lệ hộ nghèo khu vực nông thôn còn 5%", vec![("khu vực nông thôn", Sort)]),
            ("dự án ở Krông Nô và Đắk Mil", vec![("Krông Nô", Named), ("Đắk Mil", Named)]),
            ("Tại Mường Khương có 5 trạm", vec![("Mường Khương", Named)]),
        ] {
            let want: Vec<_> =
                want.into_iter().map(|(name, kind)| (name.to_owned(), kind)).collect();
            assert_eq!(found(raw), want, "{raw}");
        }
    }

    #[test]
    fn what_names_no_place() {
        for raw in [
            "khu vực kinh tế tư nhân đóng góp 40%",
            "cảng biển đón 5 tàu",
            "ông Nguyễn Văn Bình có 2 ha",
            "xây dựng nông thôn mới ở 5 xã",
            "Năm nay xã có 3 hộ",
        ] {
            assert_eq!(found(raw), [], "{raw}");
        }
    }
}
