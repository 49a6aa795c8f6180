//! The line that names the kind of a paper: `BÁO CÁO`, or `BÁO CÁO KẾT QUẢ NĂM 2023` with its subject.
//!
//! `QUYẾT ĐỊNH:` with a colon opens the articles of a decision, and is no such line.

use super::PaperKind;
use super::letters::{Letters, is_capitals, opening};
use crate::article::words::papers::KINDS;

/// A line of a kind.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Named<'a> {
    pub(super) kind: PaperKind,
    /// The words of the kind, closed up: `NGHỊ QUYẾT` of `N G H Ị  Q U Y Ế T`.
    pub(super) words: String,
    /// The subject that stands in the same line.
    pub(super) subject: &'a str,
}

/// The kind that a piece of a header names.
pub(super) fn of(piece: &str) -> Option<Named<'_>> {
    let letters = Letters::new(piece);
    all()
        .filter_map(|(kind, words)| {
            let words = words.first()?;
            if letters.are(words) && !piece.ends_with(':') {
                let words =
                    if is_capitals(piece) { words.to_uppercase() } else { (*words).to_owned() };
                return Some(Named { kind, words, subject: "" });
            }
            let subject = opening(piece, words)?;
            let head = &piece[..piece.len() - subject.len()];
            let subject = subject.trim_start();
            let is_title = is_capitals(head) && subject.starts_with(char::is_alphabetic);
            is_title.then(|| Named { kind, words: head.to_owned(), subject })
        })
        .max_by_key(|named| named.words.len())
}

/// The kind that the first code of a number names: `BC` in `312/BC-UBND`.
pub(super) fn of_codes(codes: &[String]) -> Option<PaperKind> {
    let code = codes.first()?;
    all().find(|(_, words)| words[1..].contains(&code.as_str())).map(|(kind, _)| kind)
}

fn all() -> impl Iterator<Item = (PaperKind, &'static [&'static str])> {
    let words = |key: &str| {
        KINDS.iter().find(|(name, _)| *name == key).map_or(&[][..], |(_, words)| *words)
    };
    PaperKind::ALL
        .into_iter()
        .map(move |(key, kind)| (kind, words(key)))
        .filter(|(_, words)| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_words() {
        assert_eq!(all().count(), PaperKind::ALL.len());
        assert_eq!(KINDS.len(), PaperKind::ALL.len());
        for (key, kind) in PaperKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), key);
        }
    }

    #[test]
    fn a_line_names_the_kind() {
        use PaperKind::{Plan, Report, Resolution};
        for (piece, kind, words, subject) in [
            ("BÁO CÁO", Report, "BÁO CÁO", ""),
            ("N G H Ị Q U Y Ế T", Resolution, "NGHỊ QUYẾT", ""),
            ("KẾ HOẠCH ĐÀO TẠO NĂM 2023", Plan, "KẾ HOẠCH", "ĐÀO TẠO NĂM 2023"),
            ("BÁO CÁO Kết quả 6 tháng", Report, "BÁO CÁO", "Kết quả 6 tháng"),
        ] {
            let words = words.to_owned();
            assert_eq!(of(piece), Some(Named { kind, words, subject }), "{piece}");
        }
        for piece in ["QUYẾT ĐỊNH:", "Báo cáo số 5/BC-UBND", "BÁO CÁO: 5 lớp", "SỞ BÁO CÁO", ""]
        {
            assert_eq!(of(piece), None, "{piece}");
        }
    }
}
