//! The years of a document: `giai đoạn 2020 - 2025, tầm nhìn 2030`, `đến năm 2030`.
//!
//! Only years behind one of the words for it count; `ngày 21-2-2017` and `năm 2013` say when a
//! document was signed, not what it covers.

use super::super::marked::Marked;
use super::super::model::DocumentPeriod;
use crate::lexicon::CueClass;
use crate::text::Tokens;

/// Words between `tầm nhìn` and the year.
const FILLERS: &[CueClass] = &[CueClass::YearWord, CueClass::Since, CueClass::RangeTo];

/// The years named between these tokens, with the token behind the last of them.
pub(super) fn read(marked: &Marked, within: Tokens) -> Option<(DocumentPeriod, usize)> {
    let mut period = DocumentPeriod { start: None, end: None, horizon: None };
    let mut last = None;
    let mut at = within.start;
    while at < within.end {
        let Some((years, end)) = phrase(marked, at) else {
            at += 1;
            continue;
        };
        match years {
            Years::Span(start, end) if period.end.is_none() => {
                (period.start, period.end) = (start, Some(end));
            }
            Years::Span(_, year) | Years::Horizon(year) => period.horizon = Some(year),
        }
        at = end;
        last = Some(end);
    }
    last.map(|end| (period, end))
}

enum Years {
    Span(Option<i16>, i16),
    Horizon(i16),
}

/// `giai đoạn 2021 - 2025`, `đến năm 2030`, `tầm nhìn đến năm 2045` at a token.
fn phrase(marked: &Marked, at: usize) -> Option<(Years, usize)> {
    let (len, cue) = marked.cue(at, &[CueClass::DocumentYears, CueClass::Horizon])?;
    let text = marked.text;
    let filler = (0..2).take_while(|i| marked.cue(at + len + i, FILLERS).is_some()).count();
    let from = at + len + filler;
    let first = year(text.key(from))?;
    if cue.class == CueClass::Horizon {
        return Some((Years::Horizon(first), from + 1));
    }
    let second = (text.key(from + 1) == "-" || marked.is(from + 1, CueClass::RangeTo))
        .then(|| year(text.key(from + 2)))
        .flatten();
    match (second, cue.value.is_some()) {
        (Some(second), _) => Some((Years::Span(Some(first), second), from + 3)),
        (None, true) => Some((Years::Span(None, first), from + 1)),
        (None, false) => None,
    }
}

/// The year that four digits are.
fn year(digits: &str) -> Option<i16> {
    (digits.len() == 4)
        .then(|| digits.parse().ok())
        .flatten()
        .filter(|year| (1930..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    #[test]
    fn years_are_read_behind_their_words() {
        for (raw, want) in [
            ("giai đoạn 2020 - 2025, tầm nhìn 2030", Some((Some(2020), Some(2025), Some(2030)))),
            (
                "giai đoạn 2022-2025 và định hướng đến năm 2030",
                Some((Some(2022), Some(2025), Some(2030))),
            ),
            ("đến năm 2030, tầm nhìn đến năm 2045", Some((None, Some(2030), Some(2045)))),
            ("5 năm 2021-2025", Some((Some(2021), Some(2025), None))),
            ("giai đoạn 1", None),
            ("ngày 21-2-2017", None),
            ("năm 2013", None),
        ] {
            let text = Text::new(raw);
            let marks = Marks::new(&text, Lexicon::built_in());
            let marked = Marked::new(&marks);
            let found =
                read(&marked, 0..text.tokens.len()).map(|(p, _)| (p.start, p.end, p.horizon));
            assert_eq!(found, want, "{raw}");
        }
    }
}
