//! Titles: where one ends, and documents that go by their title alone.
//!
//! `Kế hoạch phát triển giáo dục nghề nghiệp giai đoạn 2022 - 2025` has no number; its years tell
//! that it is a document and not any plan. Laws go by name (`Bộ luật Lao động`). `kế hoạch đề ra
//! đến năm 2025` and `Kế hoạch năm 2023` are none.

use super::super::marked::Marked;
use super::super::organization;
use super::years;
use crate::lexicon::CueClass;
use crate::text::{TokenKind, Tokens};

/// Words of the longest title.
const LONGEST: usize = 60;

/// What stands behind a kind of document that has no title.
const NO_TITLE: &[CueClass] =
    &[CueClass::TitleEnd, CueClass::NumberSign, CueClass::DocumentYears, CueClass::YearWord];

/// Where the title that begins at a token ends.
pub(in super::super) fn title_end(marked: &Marked, from: usize) -> usize {
    let text = marked.text;
    let limit = (from + LONGEST).min(text.tokens.len());
    if text.key(from) == "\"" {
        return (from + 1..limit).find(|i| text.key(*i) == "\"").map_or(from, |close| close + 1);
    }
    let mut at = from;
    while at < limit {
        let ends = match text.key(at) {
            "," => !marked.is(at + 1, CueClass::Horizon),
            "." => at == 0 || !marked.is(at - 1, CueClass::AreaKind),
            ";" | ":" | "(" | ")" | "\"" | "?" | "!" | "…" | "|" => true,
            _ => at > from && (marked.is(at, CueClass::TitleEnd) || joins_another(marked, at)),
        };
        if ends {
            break;
        }
        at += 1;
    }
    at
}

/// `và Chiến lược …`: another document with a title follows.
fn joins_another(marked: &Marked, at: usize) -> bool {
    marked.is(at, CueClass::And)
        && marked.is(at + 1, CueClass::DocumentTitled)
        && marked.text.tokens[at + 1].capital
}

/// A document that goes by its title.
pub(super) struct Titled {
    /// Kind and title.
    pub tokens: Tokens,
    /// Name of the kind.
    pub kind: String,
}

/// The document that is named by its title from a token on.
pub(super) fn read(marked: &Marked, at: usize) -> Option<Titled> {
    law(marked, at).or_else(|| planned(marked, at))
}

/// `Luật Việc làm`, `Bộ luật Lao động`
fn law(marked: &Marked, at: usize) -> Option<Titled> {
    let (len, cue) = marked.cue(at, &[CueClass::Law])?;
    let name = organization::field(marked, at + len);
    (name > 0 && marked.text.tokens[at].capital).then(|| Titled {
        tokens: at..at + len + name,
        kind: cue.value.clone().unwrap_or_default(),
    })
}

/// A plan, strategy, programme with its years; a resolution of a congress with its number.
fn planned(marked: &Marked, at: usize) -> Option<Titled> {
    let text = marked.text;
    let (len, cue) = marked.cue(at, &[CueClass::DocumentTitled])?;
    let from = at + len;
    let first = text.tokens.get(from)?;
    let quoted = text.key(from) == "\"";
    let opens = first.kind == TokenKind::Word && marked.cue(from, NO_TITLE).is_none();
    if !opens && !quoted {
        return None;
    }
    let limit = title_end(marked, from);
    let capital = text.tokens[at].capital;
    let years = years::read(marked, from..limit).map(|(_, end)| end);
    let end = match years.or_else(|| congress(marked, from..limit)) {
        _ if quoted => limit,
        Some(end) => end,
        None => return None,
    };
    let named =
        if quoted { capital && end > from } else { capital || spans_years(marked, at..end) };
    named.then(|| Titled { tokens: at..end, kind: cue.value.clone().unwrap_or_default() })
}

/// Whether both first and last year are given: a plan in small letters wants them.
fn spans_years(marked: &Marked, within: Tokens) -> bool {
    years::read(marked, within).is_some_and(|(period, _)| period.start.is_some())
}

/// Behind `lần thứ XI`.
fn congress(marked: &Marked, within: Tokens) -> Option<usize> {
    within
        .into_iter()
        .find(|i| marked.is(*i, CueClass::TermWord))
        .map(|i| i + 3)
        .filter(|end| *end <= marked.text.tokens.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    #[test]
    fn documents_go_by_their_title() {
        for (raw, want) in [
            (
                "Kế hoạch phát triển giáo dục nghề nghiệp giai đoạn 2022 - 2025 và định hướng đến năm 2030; triển khai",
                Some(
                    "Kế hoạch phát triển giáo dục nghề nghiệp giai đoạn 2022 - 2025 và định hướng đến năm 2030",
                ),
            ),
            (
                "chiến lược phát triển trường cao đẳng Bến Tre giai đoạn 2021 - 2030, tầm nhìn đến năm 2045. Bên cạnh",
                Some(
                    "chiến lược phát triển trường cao đẳng Bến Tre giai đoạn 2021 - 2030, tầm nhìn đến năm 2045",
                ),
            ),
            ("Bộ luật Lao động quy định", Some("Bộ luật Lao động")),
            ("Luật Việc làm đã", Some("Luật Việc làm")),
            (
                "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XI, nhiệm kỳ",
                Some("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XI"),
            ),
            ("Đề án “Mỗi xã một sản phẩm” của", Some("Đề án “Mỗi xã một sản phẩm”")),
            ("Kế hoạch năm 2023 đạt 95%", None),
            ("Kế hoạch đề ra đến năm 2025 là 500 người", None),
            ("kế hoạch phát triển đến năm 2025", None),
            ("kế hoạch sản xuất, kinh doanh giai đoạn 2021 - 2025", None),
            ("Luật này", None),
        ] {
            let text = Text::new(raw);
            let found = read(&Marked::new(&Marks::new(&text, Lexicon::built_in())), 0);
            assert_eq!(found.map(|t| text.slice(t.tokens)), want, "{raw}");
        }
    }
}
