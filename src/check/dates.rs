//! # What it tests
//! What begins before it ends: `nhiệm kỳ 2024 - 2029`, `từ ngày 05/8/2023 đến ngày 20/9/2023`; and
//! a length of time beside its first and last month or day is as long as it says.
//!
//! # Why
//! Two dates are swapped, or one of them is left from last year.
//!
//! # Example
//! `kéo dài 6 tháng, từ tháng 2 đến hết tháng 5/2023` gives `tháng 2 - tháng 5 is 4 tháng, the text
//! says 6 tháng`.
//!
//! # Limits
//! A beginning and an end that have each its own date (`events`) stand close to each other. Years count behind words for a span (`nhiệm kỳ`, `giai đoạn`), days where both have a year. Months
//! of two years are read where both years are told; `từ tháng 11 đến tháng 4 năm sau` is believed. A
//! length of days may count both ends or one, one of months too unless `đầu` or `hết` says which.

use super::Verdict;
use super::claim::Claim;
use super::day_span::{span_in_a_year, span_of_days};
use super::events::Events;
use super::facts::Facts;
use super::month_span::MonthSpan;
use super::passage::Passage;
use super::words::text::{SPAN_OF_YEARS, WORKING};

const ORDER: &str = "date_order";
const LENGTH: &str = "period_length";

/// How many tokens may stand between the word for a span and its first year.
const NEAR: usize = 2;

/// How many tokens may stand between a length of time and its first day.
const HEAD: usize = 6;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for block in 0..facts.blocks() {
        let Some(passage) = facts.passage(block) else { continue };
        for at in 0..passage.text.tokens.len() {
            let found = years(passage, at).or_else(|| days(passage, at));
            let found = found.or_else(|| months(passage, at)).or_else(|| events(passage, at));
            claims.extend(found.map(|(verdict, detail)| {
                facts.words_claim(ORDER, (block, at), verdict, detail).impossible()
            }));
            let found = length(passage, at);
            claims.extend(
                found.map(|(verdict, detail)| {
                    facts.words_claim(LENGTH, (block, at), verdict, detail)
                }),
            );
        }
    }
    claims
}

/// `nhiệm kỳ 2029 - 2024`
fn years(passage: &Passage<'_>, at: usize) -> Option<(Verdict, String)> {
    let len = passage.says(at, SPAN_OF_YEARS)?;
    let start = (at + len..at + len + NEAR).find(|at| year(passage, *at).is_some())?;
    let first = year(passage, start)?;
    let joins = matches!(passage.text.key(start + 1), "-" | "–" | "đến");
    let last = year(passage, start + 2).filter(|_| joins)?;
    (last < first)
        .then(|| (Verdict::DoesNotHold, format!("{first} - {last} ends before it begins")))
}

fn year(passage: &Passage<'_>, at: usize) -> Option<u32> {
    passage.whole(at).map(|(year, _)| year).filter(|year| (1900..=2100).contains(year))
}

/// `từ ngày 20/9/2023 đến hết ngày 05/8/2023`
fn days(passage: &Passage<'_>, at: usize) -> Option<(Verdict, String)> {
    let (first, last, shown) = span_of_days(passage, at)?;
    match last < first {
        true => Some((Verdict::DoesNotHold, format!("{shown} ends before it begins"))),
        false => Some((Verdict::Holds, shown)),
    }
}

/// `từ tháng 9/2023 đến tháng 3/2023`
fn months(passage: &Passage<'_>, at: usize) -> Option<(Verdict, String)> {
    let span = (passage.text.key(at) == "từ").then(|| MonthSpan::behind(passage, at + 1))??;
    let wrong = span.both_years && span.months().is_none();
    wrong.then(|| (Verdict::DoesNotHold, format!("{} ends before it begins", span.shown())))
}

/// `bắt đầu từ ngày 15/12/2023 và kết thúc vào ngày 14/02/2023`
fn events(passage: &Passage<'_>, at: usize) -> Option<(Verdict, String)> {
    let events = Events::at(passage, at).filter(|events| events.is_close)?;
    let wrong = events.last.1 < events.first.0;
    wrong.then(|| (Verdict::DoesNotHold, format!("{} ends before it begins", events.shown())))
}

/// `6 tháng, từ tháng 2 đến hết tháng 5`, `45 ngày đêm, từ ngày 15/12/2023 đến ngày 28/01/2024`
fn length(passage: &Passage<'_>, at: usize) -> Option<(Verdict, String)> {
    let (count, len) = passage.whole(at)?;
    let unit = passage.text.key(at + len);
    if matches!(passage.text.key(at.wrapping_sub(1)), "năm" | "tháng") {
        return None;
    }
    if unit == "năm" && passage.text.key(at + len + 1) == "học" {
        return school_years(passage, at + len + 2, count);
    }
    let end = passage.sentence(passage.sentence_of(at)).end;
    let said = format!("the text says {count} {unit}");
    let near = at + len + 1..(at + len + HEAD).min(end);
    let Some(from) = near.clone().find(|t| passage.text.key(*t) == "từ") else {
        let open = (passage.text.key(near.start) == "(" && unit != "ngày").then_some(near.start)?;
        let span = MonthSpan::behind(passage, open + 1).filter(|span| span.both_years)?;
        if unit == "năm" {
            return in_years(&span, count);
        }
        let months = span.months().filter(|_| unit == "tháng")?;
        let fits = months == count || months == count + 1;
        let verdict = if fits { Verdict::Holds } else { Verdict::DoesNotHold };
        return Some((verdict, format!("{} is {months} tháng, {said}", span.shown())));
    };
    let between = at + len + 1..from;
    if !passage.has_mark(between, &[",", "("]) && from != at + len + 1 {
        return None;
    }
    match unit {
        "tháng" => {
            let span = MonthSpan::behind(passage, from + 1)?;
            let months = span.months()?;
            let fits = months == count || months == count + 1 && !span.edges;
            let verdict = if fits { Verdict::Holds } else { Verdict::DoesNotHold };
            Some((verdict, format!("{} is {months} tháng, {said}", span.shown())))
        }
        "năm" => in_years(&MonthSpan::behind(passage, from + 1)?, count),
        "ngày" if passage.says(at + len + 1, WORKING).is_none() => {
            let span = span_of_days(passage, from).or_else(|| span_in_a_year(passage, from));
            let (first, last, shown) = span?;
            let days = u32::try_from(first.until(last).ok()?.get_days()).ok()?;
            let fits = count == days || count == days + 1;
            let verdict = if fits { Verdict::Holds } else { Verdict::DoesNotHold };
            Some((verdict, format!("{shown} is {} ngày, {said}", days + 1)))
        }
        _ => None,
    }
}

/// `nhiệm kỳ là 5 năm, tính từ tháng 3/2022 đến tháng 9/2024`: as many years as lie between the two or are
/// touched by them, or as make those months by half a year.
fn in_years(span: &MonthSpan, count: u32) -> Option<(Verdict, String)> {
    let (months, years) = (span.months()?, span.years()?);
    let rounded = months.abs_diff(count.checked_mul(12)?) <= 6;
    let fits = rounded || count == years || count == years + 1;
    let verdict = if fits { Verdict::Holds } else { Verdict::DoesNotHold };
    Some((verdict, format!("{} is {months} tháng, the text says {count} năm", span.shown())))
}

/// `2 năm học 2021-2022 và 2022-2023`
fn school_years(passage: &Passage<'_>, start: usize, count: u32) -> Option<(Verdict, String)> {
    let mut named = 0;
    let mut at = start;
    while let (Some(first), "-", Some(last)) =
        (year(passage, at), passage.text.key(at + 1), year(passage, at + 2))
    {
        named += u32::from(last == first + 1);
        at += 3;
        at += usize::from(matches!(passage.text.key(at), "," | "và"));
    }
    let fits = named == count && named > 1;
    fits.then(|| (Verdict::Holds, format!("{named} named, the text says {count} năm học")))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::findings;

    #[test]
    fn months_are_counted_and_follow_each_other() {
        for (text, want) in [
            (
                "Cầu được sửa trong 7 tháng, từ đầu tháng 4/2021 đến hết tháng 8/2021, nối «2|xã».",
                "period_length: does not hold: tháng 4/2021 - tháng 8/2021 is 5 tháng, the text says 7 tháng",
            ),
            (
                "Lớp học mở trong 5 tháng, từ tháng 11/2021 đến hết tháng 3/2022 cho «2|xã».",
                "period_length: holds: tháng 11/2021 - tháng 3/2022 is 5 tháng, the text says 5 tháng",
            ),
            (
                "Cầu được sửa trong 7 tháng (4/2021 - 8/2021), nối «2|xã».",
                "period_length: does not hold: tháng 4/2021 - tháng 8/2021 is 5 tháng, the text says 7 tháng",
            ),
            (
                "Thực hiện từ tháng 10/2021 đến tháng 2/2021 ở «2|xã».",
                "date_order: does not hold: tháng 10/2021 - tháng 2/2021 ends before it begins",
            ),
            ("Thực hiện 4 tháng, từ tháng 11 đến tháng 2 năm sau ở «2|xã».", ""),
            (
                "Thực hiện 4 tháng, từ tháng 3/2021 đến tháng 7/2021 ở «2|xã».",
                "period_length: holds: tháng 3/2021 - tháng 7/2021 is 5 tháng, the text says 4 tháng",
            ),
        ] {
            assert_eq!(findings(text).join("\n"), want, "{text}");
        }
    }
}
