//! The label of a row: its numbering, how deep it stands, and its words.
//!
//! Neither its mark (`1.1`, `-`) nor `Trong đó:` belongs to the label, nor does a unit in brackets or behind a
//! comma at its end.

use super::mark::{Rank, mark};
use super::unit::{self, Unit};
use crate::lexicon::CueClass;
use crate::mention::Scene;
use crate::text::Tokens;

/// The label of a row.
#[derive(Debug, Clone)]
pub(super) struct Label {
    /// Its words without mark and unit.
    pub words: Tokens,
    /// The rank of its mark.
    pub rank: Option<Rank>,
    /// `trong đó` opens it.
    pub is_part: bool,
    /// The unit at its end: `(ha)`, `, ha`.
    pub unit: Option<Unit>,
}

/// Cuts the words of a label.
pub(super) fn cut(scene: &Scene<'_>, cell: Tokens) -> Label {
    let (mut start, mut end) = (cell.start, cell.end);
    let mut rank = None;
    if let Some((len, found)) = mark(scene, cell.clone()) {
        (start, rank) = (start + len, Some(found));
    }
    let mut is_part = false;
    if let Some((len, _)) =
        scene.cue(start, &[CueClass::PartIntro]).filter(|(l, _)| start + l <= end)
    {
        is_part = true;
        start += len;
        start += usize::from(start < end && matches!(scene.key(start), ":" | ","));
        if let Some((len, _)) = mark(scene, start..end) {
            start += len;
        }
    }
    let unit = unit::named(scene, start..end)
        .filter(|(words, _)| words.end == end && matches!(scene.key(words.start), "(" | ","));
    if let Some((words, _)) = &unit {
        end = words.start;
    }
    while end > start && matches!(scene.key(end - 1), ":" | "." | ";" | "," | "*") {
        end -= 1;
    }
    Label { words: start..end.max(start), rank, is_part, unit: unit.map(|(_, unit)| unit) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    #[test]
    fn labels_lose_mark_and_unit() {
        for (raw, words, rank, is_part) in [
            ("Số lớp mở mới", "Số lớp mở mới", None, false),
            ("- Lao động nữ", "Lao động nữ", Some(6), false),
            ("+ Nông nghiệp", "Nông nghiệp", Some(7), false),
            ("Trong đó: nữ", "nữ", None, true),
            ("- Trong đó: Nữ", "Nữ", Some(6), true),
            ("1. Trồng trọt (ha)", "Trồng trọt", Some(2), false),
            ("1.1 Lúa", "Lúa", Some(3), false),
            ("a) Vốn trung ương", "Vốn trung ương", Some(5), false),
            ("II. Xã hội", "Xã hội", Some(1), false),
            ("Sản lượng chè búp tươi, tấn", "Sản lượng chè búp tươi", None, false),
            ("Xã, phường", "Xã, phường", None, false),
            ("Hộ nghèo (theo chuẩn mới)", "Hộ nghèo (theo chuẩn mới)", None, false),
            ("Đề án 06", "Đề án 06", None, false),
        ] {
            let text = Text::new(raw);
            let marks = Marks::new(&text, Lexicon::built_in());
            let scene = Scene::new(&marks, None);
            let label = cut(&scene, 0..text.tokens.len());
            let shown = (text.slice(label.words), label.rank, label.is_part);
            assert_eq!(shown, (words, rank, is_part), "{raw}");
        }
    }
}
