//! Document numbers: `3409/KH-UBND`, `30/2020/NĐ-CP`, `202/2025/QH15`, `06-ĐA/TU`.
//!
//! State offices write number, perhaps year, kind and issuer (`439/QĐ-TTg`); the Party writes
//! number, kind and issuer (`29-NQ/TW`). Slips of either are read (`22/CT-TW`, `71/KL/TW`, spaces
//! around the dash). `25/28 xã`, `400 người/năm` and `2020-2025` are none.

use super::super::marked::Marked;
use super::super::writing::{is_code, is_glued};
use crate::lexicon::CueClass;
use crate::text::{TokenKind, Tokens, fold_char};

/// Codes of the longest number: `12/2022/TTLT-BNV-BTC-BYT`.
const MOST_CODES: usize = 6;

/// A number as it was read, with what its code says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DocumentNumber {
    /// How many tokens it takes.
    pub tokens: usize,
    /// Without white space, dashes as `-`: `06-ĐA/TU`.
    pub written: String,
    /// The running number without leading zeros: `6`, `30a`.
    pub serial: String,
    /// Whether it says more than the running number.
    pub full: bool,
    /// Name of the kind that the code stands for.
    pub kind: Option<String>,
    /// Name of the issuer that the code stands for.
    pub issuer: Option<String>,
}

/// The full number that begins at a token. Behind the name of a kind (`typed`) spaces may stand
/// around its marks and one code is enough (`Đề án 06/CP`).
pub(super) fn full_number(marked: &Marked, at: usize, typed: bool) -> Option<DocumentNumber> {
    let text = marked.text;
    let mut end = at + serial(marked, at)?;
    let first = separator(marked, end, typed || marked.is(end + 1, CueClass::DocumentCode))?;
    let year = first == "/" && is_year(marked, end + 1) && is_glued(text, end + 1);
    if year {
        end += 2;
        if text.key(end) != "/" {
            return typed.then(|| number(marked, at..end, &[]));
        }
    }
    let (codes, end) = codes(marked, end);
    let known = |i: usize, class| codes.get(i).is_some_and(|at| marked.is(*at, class));
    let begins = known(0, CueClass::DocumentCode) || known(0, CueClass::DocumentIssuer);
    let enough = match (first, codes.len()) {
        (_, 0) => false,
        ("-", 1) => false,
        ("-", _) => text.key(codes[1] - 1) == "/" || begins && known(1, CueClass::DocumentIssuer),
        (_, 1) => typed || year && begins,
        _ => typed || year || begins,
    };
    enough.then(|| number(marked, at..end, &codes))
}

/// The bare number that begins at a token: `29`, `06`, `30a`.
pub(super) fn bare_number(marked: &Marked, at: usize) -> Option<DocumentNumber> {
    let end = at + serial(marked, at)?;
    Some(number(marked, at..end, &[]))
}

/// The codes of kind and issuer, each behind its mark, and the token behind them. White space may
/// part the first two.
fn codes(marked: &Marked, mut end: usize) -> (Vec<usize>, usize) {
    let text = marked.text;
    let mut codes = Vec::new();
    while codes.len() < MOST_CODES
        && separator(marked, end, codes.len() < 2).is_some()
        && is_code(text, end + 1)
    {
        codes.push(end + 1);
        end += 2;
        let initial = text.key(end - 1).len() == 1;
        if initial && text.key(end) == "." && is_glued(text, end) && is_glued(text, end + 1) {
            end += 2;
        }
    }
    (codes, end)
}

/// Length in tokens of the running number at a token: `29`, `30a`.
fn serial(marked: &Marked, at: usize) -> Option<usize> {
    let text = marked.text;
    let (token, key) = (text.tokens.get(at)?, text.key(at));
    let inner = at > 0 && is_glued(text, at) && matches!(text.key(at - 1), "/" | "." | "-");
    if token.kind != TokenKind::Digits
        || key.len() > 5
        || !key.bytes().all(|b| b.is_ascii_digit())
        || inner
    {
        return None;
    }
    let letter = is_glued(text, at + 1) && matches!(text.key(at + 1), "a" | "b" | "c");
    Some(1 + usize::from(letter))
}

fn is_year(marked: &Marked, at: usize) -> bool {
    let key = marked.text.key(at);
    key.len() == 4 && (key.starts_with("19") || key.starts_with("20")) && key.parse::<u16>().is_ok()
}

/// The `/`, `-` or `&` at a token; one with white space around it only where that is allowed.
fn separator<'a>(marked: &Marked<'a>, at: usize, loose: bool) -> Option<&'a str> {
    let text = marked.text;
    let mark = text.key(at);
    let glued = is_glued(text, at) && is_glued(text, at + 1);
    let allowed = match mark {
        "-" => glued || loose,
        "/" => glued || (loose && is_code(text, at + 1)),
        "&" => glued,
        _ => false,
    };
    allowed.then_some(mark)
}

/// The number at some tokens, which begins with its running number.
fn number(marked: &Marked, tokens: Tokens, codes: &[usize]) -> DocumentNumber {
    let value = |class, codes: &[usize]| {
        codes.iter().find_map(|at| marked.cue(*at, &[class])).and_then(|(_, cue)| cue.value.clone())
    };
    let (first, rest) = codes.split_at(codes.len().min(1));
    let written = marked.text.slice(tokens.clone());
    let running = tokens.start..tokens.start + serial(marked, tokens.start).unwrap_or(1);
    let running: String = running.map(|at| marked.text.key(at)).collect();
    DocumentNumber {
        tokens: tokens.len(),
        written: written.chars().filter(|c| !c.is_whitespace()).map(fold_char).collect(),
        serial: running.trim_start_matches('0').to_owned(),
        full: !codes.is_empty(),
        kind: value(CueClass::DocumentCode, first),
        issuer: value(CueClass::DocumentIssuer, if rest.is_empty() { first } else { rest }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    fn read(raw: &str, typed: bool) -> Option<DocumentNumber> {
        let text = Text::new(raw);
        full_number(&Marked::new(&Marks::new(&text, Lexicon::built_in())), 0, typed)
    }

    #[test]
    fn numbers_say_their_kind_and_issuer() {
        for (raw, written, kind, issuer) in [
            ("3409/KH-UBND của", "3409/KH-UBND", "Kế hoạch", "UBND"),
            ("30/2020/NĐ-CP ngày", "30/2020/NĐ-CP", "Nghị định", "Chính phủ"),
            ("439/QĐ-TTg", "439/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ"),
            ("09/2019/TT-BKHĐT", "09/2019/TT-BKHĐT", "Thông tư", "Bộ Kế hoạch và Đầu tư"),
            ("202/2025/QH15 và", "202/2025/QH15", "", "Quốc hội"),
            ("06-ĐA/TU của", "06-ĐA/TU", "Đề án", "Tỉnh ủy"),
            ("06 – ĐA/TU", "06-ĐA/TU", "Đề án", "Tỉnh ủy"),
            ("22/CT-TW", "22/CT-TW", "Chỉ thị", "Trung ương"),
            ("71/KL/TW", "71/KL/TW", "Kết luận", "Trung ương"),
            ("29-NQ/T.Ư,", "29-NQ/T.Ư", "Nghị quyết", "Trung ương"),
            ("05-CTr/HU", "05-CTr/HU", "Chương trình", "Huyện ủy"),
            ("652/KL-TTr, ngày", "652/KL-TTr", "Kết luận", ""),
            ("30a/2008/NQ-CP", "30a/2008/NQ-CP", "Nghị quyết", "Chính phủ"),
            ("812/UBND-KT", "812/UBND-KT", "", ""),
            ("12/KH-UBND - UBND tỉnh", "12/KH-UBND", "Kế hoạch", "UBND"),
        ] {
            let number = read(raw, false).unwrap_or_else(|| panic!("{raw}"));
            assert_eq!(number.written, written);
            assert_eq!(number.kind.unwrap_or_default(), kind, "{raw}");
            assert_eq!(number.issuer.unwrap_or_default(), issuer, "{raw}");
        }
    }

    #[test]
    fn other_numbers_are_no_document_numbers() {
        for raw in [
            "25/28 xã",
            "400 người/năm",
            "2020-2025",
            "25 - 30 học viên",
            "24/7",
            "11/5/2023",
            "3/TP.HCM",
            "12 - Ông Ba",
            "2.140/KH-UBND",
            "5 - UBND tỉnh",
        ] {
            assert_eq!(read(raw, false), None, "{raw}");
        }
    }

    #[test]
    fn behind_a_kind_less_is_enough() {
        for (raw, written) in
            [("06/CP", "06/CP"), ("30/2020 của", "30/2020"), ("06 - ĐA / TU", "06-ĐA/TU")]
        {
            assert_eq!(read(raw, true).map(|n| n.written).as_deref(), Some(written));
            assert_eq!(read(raw, false).map(|n| n.written).filter(|w| !w.contains("ĐA")), None);
        }
    }
}
