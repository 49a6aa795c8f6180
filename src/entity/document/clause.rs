//! Articles and clauses: `khoản 3 Điều 98`, `điểm a`, `Chương III`, `Phụ lục II`.
//!
//! `điểm` takes a letter only: a number behind it is a score. Roman numerals stand in capitals.

use super::super::marked::Marked;
use crate::lexicon::CueClass;
use crate::text::{TokenKind, Tokens};

/// Every article and clause, in reading order.
pub(super) fn clauses(marked: &Marked) -> Vec<Tokens> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < marked.text.tokens.len() {
        match clause(marked, at) {
            Some(len) => {
                found.push(at..at + len);
                at += len;
            }
            None => at += 1,
        }
    }
    found
}

fn clause(marked: &Marked, at: usize) -> Option<usize> {
    let text = marked.text;
    let (len, cue) = marked.cue(at, &[CueClass::DocumentPart])?;
    let label = text.tokens.get(at + len)?;
    let key = text.key(at + len);
    let letter = key.len() == 1 && key.bytes().all(|b| b.is_ascii_lowercase()) || key == "đ";
    let fits = match label.kind {
        _ if cue.value.as_deref() == Some("letter") => letter && !label.capital,
        TokenKind::Digits => {
            key.len() <= 3
                && key.bytes().all(|b| b.is_ascii_digit())
                && !marked.is_counted(at + len + 1)
        }
        TokenKind::Word => label.capital && key.bytes().all(|b| b"ivxl".contains(&b)),
        TokenKind::Mark => false,
    };
    fits.then_some(len + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    #[test]
    fn parts_of_documents_are_told_from_scores_and_sums() {
        for (raw, want) in [
            ("theo khoản 3 Điều 98 Bộ luật Lao động", vec!["khoản 3", "Điều 98"]),
            ("điểm a khoản 2", vec!["điểm a", "khoản 2"]),
            ("Chương III và Phụ lục II", vec!["Chương III", "Phụ lục II"]),
            ("đạt điểm 9", vec![]),
            ("khoản 3 tỷ đồng", vec![]),
            ("mục tiêu 5%", vec![]),
            ("điều kiện 3", vec![]),
            ("chương trình 12", vec![]),
        ] {
            let text = Text::new(raw);
            let found: Vec<_> = clauses(&Marked::new(&Marks::new(&text, Lexicon::built_in())))
                .into_iter()
                .map(|tokens| text.slice(tokens))
                .collect();
            assert_eq!(found, want, "{raw}");
        }
    }
}
