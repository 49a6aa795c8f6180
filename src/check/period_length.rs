//! # What it tests
//! `2 năm 2021-2022` spans two years.
//!
//! # Why
//! The heading of last year's report is copied and only one of the two is changed.
//!
//! # Example
//! `trong 2 năm 2021-2022` gives `2021-2022 is 2 năm`.
//!
//! # Limits
//! It reads the text, no records. The years must stand right behind the number (`giai đoạn`, `từ` and
//! a bracket may come between, a comma before `từ` in `trong 5 năm, từ năm 2016 đến năm 2020`). `10
//! năm (2008 - 2018)` counts from anniversary to anniversary and holds too. School years, months and
//! numbers in words are not read, and behind `lớp` or `khóa` the number may be a name: there a
//! difference is not reported.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::words::text::LASTING;
use crate::lexicon::CueClass;
use crate::text::TokenKind;
use std::collections::HashSet;

const KIND: &str = "period_length";

/// Words behind which a number is part of a date: `tháng 12 năm 2021 - 2022`.
const DATES: &[CueClass] = &[CueClass::MonthWord, CueClass::QuarterName, CueClass::DayWord];

/// A claim about the length of a span of years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Length {
    years: u16,
    first: u16,
    last: u16,
}

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut seen = HashSet::new();
    for block in 0..facts.blocks() {
        let Some(passage) = facts.passage(block) else {
            continue;
        };
        for (at, token) in passage.text.tokens.iter().enumerate() {
            let length = read(passage, at).filter(|length| seen.insert(*length));
            let told = length.map(told);
            let named = || passage.cue_before(at, &[CueClass::Numbered]).is_some();
            claims.extend(told.filter(|(holds, _)| *holds == Verdict::Holds || !named()).map(
                |(holds, detail)| Claim::new(KIND, (block, token.char), Vec::new(), holds, detail),
            ));
        }
    }
    claims
}

fn told(length: Length) -> (Verdict, String) {
    let Length { years, first, last } = length;
    let span = last - first;
    match years {
        n if n == span + 1 => (Verdict::Holds, format!("{first}-{last} is {n} năm")),
        n if n == span => (Verdict::Holds, format!("from {first} to {last} is {n} năm")),
        n => {
            let text = format!("{first}-{last} is {} năm, the text says {n} năm", span + 1);
            (Verdict::DoesNotHold, text)
        }
    }
}

/// `5 năm (giai đoạn 2016 - 2020)` beginning at a token.
fn read(passage: &Passage, at: usize) -> Option<Length> {
    let text = &passage.text;
    let years = number(passage, at, 1..=60)?;
    let joined = !text.tokens[at].spaced && matches!(text.key(at.wrapping_sub(1)), "-" | "/");
    if text.key(at + 1) != "năm" || joined || passage.cue_before(at, DATES).is_some() {
        return None;
    }
    let mut next = at + 2;
    let lasts = passage.said_before(at, LASTING) && passage.lead(at) == at;
    next += usize::from(text.key(next) == "," && text.key(next + 1) == "từ" && lasts);
    for opening in ["(", "giai", "đoạn", "từ", "năm"] {
        next += usize::from(text.key(next) == opening);
    }
    let first = number(passage, next, 1900..=2100)?;
    if !matches!(text.key(next + 1), "-" | "đến") {
        return None;
    }
    let year_word = usize::from(text.key(next + 2) == "năm");
    let last = number(passage, next + 2 + year_word, first + 1..=2100)?;
    // `3 năm 2021-2022-2023` names each of them
    let goes_on = matches!(text.key(next + 3 + year_word), "-" | "–");
    (!goes_on).then_some(Length { years, first, last })
}

fn number(passage: &Passage, at: usize, within: std::ops::RangeInclusive<u16>) -> Option<u16> {
    let token = passage.text.tokens.get(at)?;
    let value = (token.kind == TokenKind::Digits).then(|| passage.text.key(at).parse().ok())??;
    within.contains(&value).then_some(value)
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn years_are_counted() {
        assert_findings(
            super::KIND,
            &[
                ("Theo đó, trong 2 năm 2021-2022, kết quả đạt khá.", "holds: 2021-2022 is 2 năm"),
                ("Kế hoạch 5 năm (giai đoạn 2016 – 2020).", "holds: 2016-2020 is 5 năm"),
                ("Qua 10 năm (2008 - 2018) thực hiện.", "holds: from 2008 to 2018 is 10 năm"),
                (
                    "Trong 3 năm từ năm 2021 đến năm 2022.",
                    "does not hold: 2021-2022 is 2 năm, the text says 3 năm",
                ),
                (
                    "Sơ kết 2 năm 2021-2022.\nTrong 2 năm 2021-2022, đã mở lớp.",
                    "holds: 2021-2022 is 2 năm",
                ),
                ("Trong năm 2021-2022, năm học 2021-2022.", ""),
                ("Ngày 5-2 năm 2021-2022.", ""),
                ("Từ tháng 12 năm 2021 đến năm 2022; lớp 12 năm 2021 - 2022.", ""),
                ("Sau 2 năm thực hiện Kế hoạch giai đoạn 2021-2025.", ""),
                ("Trong 2 năm 2021, 2022.", ""),
                (
                    "Đề án kéo dài 3 năm, từ năm 2016 đến năm 2020.",
                    "does not hold: 2016-2020 is 5 năm, the text says 3 năm",
                ),
                ("Sau 3 năm, từ năm 2016 đến năm 2020 mở rộng.", ""),
                ("Kéo dài hơn 3 năm, từ năm 2016 đến năm 2020.", ""),
            ],
        );
    }
}
