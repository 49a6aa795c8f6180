//! Where a document is named by its number: `Kế hoạch số 3409/KH-UBND`, `Đề án 06`, `22-NQ/TW`.
//!
//! A number **behind** the kind is a reference, one before it counts (`12 nghị quyết`). A bare
//! number wants the kind with a capital, or `số`; `Kế hoạch 5 năm` and `dự án 30 tỷ đồng` are none.

use super::super::marked::Marked;
use super::super::writing::{is_code, is_glued};
use super::number::{DocumentNumber, bare_number, full_number};
use crate::lexicon::CueClass;
use crate::text::{TokenKind, Tokens};

/// One place where a document is named by its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    /// Kind and number.
    pub tokens: Tokens,
    /// Name of the kind.
    pub kind: String,
    /// Its number.
    pub number: DocumentNumber,
    /// The issuer that stands between kind and number (`Nghị quyết Trung ương 4`).
    pub issuer: Option<String>,
}

/// Every reference by number, in reading order.
pub(super) fn references(marked: &Marked) -> Vec<Reference> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < marked.text.tokens.len() {
        match read(marked, at) {
            Some(reference) => {
                at = reference.tokens.end;
                found.push(reference);
            }
            None => at += 1,
        }
    }
    found
}

/// The reference that begins at a token.
pub(super) fn read(marked: &Marked, at: usize) -> Option<Reference> {
    let ends_in_digit = marked.text.key(at).as_bytes().last().is_some_and(u8::is_ascii_digit);
    if !ends_in_digit && !marked.is(at, CueClass::DocumentType) {
        return None;
    }
    typed(marked, at).or_else(|| untyped(marked, at)).or_else(|| glued(marked, at))
}

/// `Nghị quyết số 29`, `Kết luận thanh tra số 652/KL-TTr`, `Nghị quyết Trung ương 4`.
fn typed(marked: &Marked, at: usize) -> Option<Reference> {
    let text = marked.text;
    let (len, cue) = marked.cue(at, &[CueClass::DocumentType])?;
    let kind = cue.value.clone().unwrap_or_default();
    let mut end = at + len;
    let central = marked
        .cue(end, &[CueClass::DocumentIssuer])
        .filter(|(len, _)| text.tokens.get(end + len).is_some_and(|t| t.kind == TokenKind::Digits));
    if let Some((len, _)) = central {
        end += len;
    }
    let announced = announced_number(marked, end);
    end = announced.unwrap_or(end);
    let number = match full_number(marked, end, true) {
        Some(full) => full,
        None => bare_number(marked, end).filter(|bare| {
            let after = end + bare.tokens;
            let named = announced.is_some()
                || central.is_some()
                || (text.tokens[at].capital || text.key(end).starts_with('0'))
                    && !is_year_of(marked, at, text.key(end));
            named && !counts(marked, end, after, announced.is_some())
        })?,
    };
    Some(Reference {
        tokens: at..end + number.tokens,
        kind,
        issuer: central.and_then(|(_, cue)| cue.value.clone()),
        number,
    })
}

/// Where the digits begin that `số` announces, at most a few words on: `Thanh tra số 652`.
fn announced_number(marked: &Marked, from: usize) -> Option<usize> {
    let text = marked.text;
    let is_word = |i: usize| {
        text.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word)
            && !marked.is(i, CueClass::DocumentType)
    };
    let announcer = (from..from + 5)
        .take_while(|i| *i == from || is_word(i - 1))
        .find(|i| marked.is(*i, CueClass::NumberSign))?;
    let digits = announcer + 1 + usize::from(text.key(announcer + 1) == ":");
    text.tokens.get(digits).filter(|t| t.kind == TokenKind::Digits).map(|_| digits)
}

/// Plans, laws and reports are named by their year more often than by a number.
fn is_year_of(marked: &Marked, at: usize, digits: &str) -> bool {
    digits.len() == 4
        && (digits.starts_with("20") || digits.starts_with("199"))
        && !marked.is(at, CueClass::DocumentManyNumbered)
}

/// Whether the digits say how many of something, or belong to a longer number.
fn counts(marked: &Marked, digits: usize, after: usize, announced: bool) -> bool {
    let text = marked.text;
    let dated = marked.is(after, CueClass::YearWord)
        && text.key(after + 1).len() == 4
        && text.key(after + 2) != "-"
        && text.tokens.get(after + 1).is_some_and(|t| t.kind == TokenKind::Digits);
    let joined = matches!(text.key(after), "/" | "-" | "+")
        && text.tokens.get(after + 1).is_some_and(|t| t.kind == TokenKind::Digits);
    (joined && text.key(digits).len() < 4)
        || text.key(after) == "%"
        || (!announced && !dated && marked.is_counted(after))
}

/// `22-NQ/TW`, `202/2025/QH15` without its kind before it.
fn untyped(marked: &Marked, at: usize) -> Option<Reference> {
    let number = full_number(marked, at, false)?;
    Some(Reference {
        tokens: at..at + number.tokens,
        kind: number.kind.clone().unwrap_or_default(),
        issuer: None,
        number,
    })
}

/// `NQ62`: code and number in one word.
fn glued(marked: &Marked, at: usize) -> Option<Reference> {
    let text = marked.text;
    if !is_code(text, at) {
        return None;
    }
    let key = text.key(at);
    let code = key.trim_end_matches(|c: char| c.is_ascii_digit());
    let serial = key[code.len()..].trim_start_matches('0');
    if serial.is_empty() || is_glued(text, at + 1) && matches!(text.key(at + 1), "-" | "/" | ".") {
        return None;
    }
    let cue = marked.lexicon.cue_spelled(code, CueClass::DocumentType)?;
    Some(Reference {
        tokens: at..at + 1,
        kind: cue.value.clone().unwrap_or_default(),
        issuer: None,
        number: DocumentNumber {
            tokens: 1,
            written: key[code.len()..].to_owned(),
            serial: serial.to_owned(),
            full: false,
            kind: None,
            issuer: None,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    fn read(raw: &str) -> Vec<(String, String)> {
        let text = Text::new(raw);
        references(&Marked::new(&Marks::new(&text, Lexicon::built_in())))
            .into_iter()
            .map(|r| (r.kind, text.slice(r.tokens).to_owned()))
            .collect()
    }

    #[test]
    fn a_number_behind_the_kind_is_a_reference() {
        for (raw, kind, words) in [
            ("theo Kế hoạch số 3409/KH-UBND của", "Kế hoạch", "Kế hoạch số 3409/KH-UBND"),
            ("Nghị quyết số 29 nêu", "Nghị quyết", "Nghị quyết số 29"),
            ("thực hiện Đề án 06, huyện", "Đề án", "Đề án 06"),
            ("thực hiện đề án 06 tại xã", "Đề án", "đề án 06"),
            ("Đề án số: 06-ĐA/TU", "Đề án", "Đề án số: 06-ĐA/TU"),
            ("Nghị định 30/2020/NĐ-CP", "Nghị định", "Nghị định 30/2020/NĐ-CP"),
            (
                "Kết luận Thanh tra số 652/KL-TTr",
                "Kết luận thanh tra",
                "Kết luận Thanh tra số 652/KL-TTr",
            ),
            ("Nghị quyết Trung ương 4 (khóa XII)", "Nghị quyết", "Nghị quyết Trung ương 4"),
            ("Chương trình 30a ở", "Chương trình", "Chương trình 30a"),
            ("Chương trình 1719 tại", "Chương trình", "Chương trình 1719"),
            ("theo 22-NQ/TW thì", "Nghị quyết", "22-NQ/TW"),
            ("Quyết định 52 năm 2013", "Quyết định", "Quyết định 52"),
            ("mục tiêu của NQ62 là", "Nghị quyết", "NQ62"),
            ("mục tiêu của NQ 62, theo", "Nghị quyết", "NQ 62"),
        ] {
            assert_eq!(read(raw), [(kind.to_owned(), words.to_owned())], "{raw}");
        }
    }

    #[test]
    fn a_number_that_counts_is_none() {
        for raw in [
            "có 12 nghị quyết quan trọng",
            "Kế hoạch 5 năm 2021-2025",
            "dự án 30 tỷ đồng",
            "Dự án 30 tỷ đồng",
            "Kế hoạch 2023 đạt",
            "kế hoạch 120 lớp",
            "Báo cáo 6 tháng đầu năm",
            "đạt kế hoạch 105%",
            "Quyết định số lượng lớp",
            "dịch COVID-19",
            "phòng PC06",
        ] {
            assert_eq!(read(raw), [], "{raw}");
        }
    }
}
