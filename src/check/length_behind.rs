//! # What it tests
//! A length of time told behind the days or the events that it lies between is as long as they say.
//!
//! # Why
//! One of the two dates is moved, and the length stays.
//!
//! # Example
//! `khởi công tháng 3/2022 và đưa vào sử dụng tháng 11/2023, nhà thầu mất 28 tháng để thi công` gives
//! `tháng 3/2022 - tháng 11/2023 is 20 tháng, the text says 28 tháng`.
//!
//! # Limits
//! Behind `từ ngày … đến ngày …`: a bracket or `kéo dài` right behind, or `Trong 15 ngày` at the head of
//! the next sentence, which may be a part of the span, so only one that is longer than it is reported. Behind
//! a beginning (`khởi công`) and an end (`khánh thành`), each with its date: a length that was needed
//! (`mất`, `trong`, `tròn`, `18 tháng thi công`), in their sentence or at the head of the next. Both ends may count, or one;
//! what is `gần` or `hơn` so long is left alone, and so is a shorter
//! length in the next sentence that is not said to be that of the work.

use super::Verdict;
use super::claim::Claim;
use super::day_span::{span_in_a_year, span_of_days};
use super::events::Events;
use super::facts::Facts;
use super::passage::Passage;
use super::words::text::{
    ALONE, BUILDING, LASTED, NEEDED, NOT_THE_WHOLE, NOT_YET_DONE, WHOLE_TIME,
};
use crate::lexicon::CueClass;
use crate::text::{TokenKind, Tokens};
use jiff::Unit;
use jiff::civil::Date;

const KIND: &str = "period_length";

/// How many tokens a span of days takes at most.
const SPAN: usize = 18;

/// How many tokens behind the events, and at the head of the next sentence, may tell the length.
const BEHIND: usize = 24;

/// The months of a year; a length in years may be rounded by half of one.
const MONTHS: u32 = 12;

/// Words for a length that comes again and again.
const EACH: &[CueClass] = &[CueClass::Each, CueClass::Habitual, CueClass::Average];

/// A length of time: how many, of what, and whether it is said to be that of the work.
#[derive(Clone, Copy)]
struct Length<'p> {
    count: u32,
    unit: &'p str,
    built: bool,
}

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for block in 0..facts.blocks() {
        let Some(passage) = facts.passage(block) else { continue };
        for at in 0..passage.text.tokens.len() {
            let found = of_days(passage, at).or_else(|| of_events(passage, at));
            claims
                .extend(found.map(|(verdict, detail)| {
                    facts.words_claim(KIND, (block, at), verdict, detail)
                }));
        }
    }
    claims
}

/// `từ ngày 1/3 đến ngày 10/3 (10 ngày)`, `từ ngày 1/3 đến ngày 10/3. Trong 10 ngày, các em`
fn of_days(passage: &Passage<'_>, at: usize) -> Option<(Verdict, String)> {
    let span = span_of_days(passage, at).or_else(|| span_in_a_year(passage, at));
    let (first, last, shown) = span?;
    let sentence = passage.sentence_of(at);
    let end = passage.sentence(sentence).end;
    let close =
        (at + 1..end.min(at + SPAN)).find(|close| passage.text.slice(at + 1..*close) == shown)?;
    let days = u32::try_from(first.until(last).ok()?.get_days()).ok()?;
    let mark = usize::from(passage.text.key(close) == ",");
    let opens = match passage.text.key(close) {
        "(" => Some((close + 1, true)),
        _ => {
            let planned = passage.says(close + mark, NOT_YET_DONE).unwrap_or(0);
            let verb = close + mark + planned;
            passage.says(verb, LASTED).map(|len| (verb + len, true))
        }
    };
    let next = || {
        let head = passage.sentence(sentence + 1).start;
        let inside = close + 1 >= end && !passage.text.key(close).is_empty();
        let len = passage.says(head, WHOLE_TIME).filter(|_| inside && head < usize::MAX)?;
        Some((head + len, passage.text.key(head + 1) == "suốt"))
    };
    let (start, whole) = opens.or_else(next)?;
    let (count, len) = passage.whole(start)?;
    let behind = start + len + 1;
    let unit = passage.text.key(behind - 1) == "ngày";
    let plain = unit && matches!(passage.text.key(behind), ")" | "," | "." | ";" | "" | "đêm");
    let fits = count == days || count == days + 1;
    let verdict = match count {
        _ if fits => Verdict::Holds,
        count if count < days && !whole => return None,
        _ => Verdict::DoesNotHold,
    };
    let detail = format!("{shown} is {} ngày, the text says {count} ngày", days + 1);
    plain.then_some((verdict, detail))
}

/// `khởi công tháng 3/2022, hoàn thành tháng 11/2023, sau 20 tháng thi công`
fn of_events(passage: &Passage<'_>, at: usize) -> Option<(Verdict, String)> {
    let events = Events::at(passage, at)?;
    let Events { first, last, .. } = events;
    let index = passage.sentence_of(at);
    let (sentence, next) = (passage.sentence(index), passage.sentence(index + 1));
    let behind = events.behind;
    let here = length(passage, behind..sentence.end.min(behind + BEHIND));
    let later = || length(passage, next.start..next.end.min(next.start + BEHIND));
    let Length { count, unit, built } = here.or_else(later)?;
    let may_be_part = here.is_none() && !built;
    let spent = |from: Date, to: Date| -> Option<u32> {
        let unit = if unit == "ngày" { Unit::Day } else { Unit::Month };
        let span = from.until((unit, to)).ok()?;
        u32::try_from(if unit == Unit::Month { span.get_months() } else { span.get_days() }).ok()
    };
    let (least, most) = (spent(first.1, last.0)?, spent(first.0, last.1)? + 1);
    let days = first.0 == first.1 && last.0 == last.1;
    if !events.is_of_one || unit == "ngày" && !days {
        return None;
    }
    let told = spent(first.0, last.0)?;
    let fits = match unit {
        "năm" => told.abs_diff(count.saturating_mul(MONTHS)) <= MONTHS / 2,
        _ => (least..=most).contains(&count),
    };
    let less = if unit == "năm" { count.saturating_mul(MONTHS) < told } else { count < told };
    if !fits && less && may_be_part {
        return None;
    }
    let verdict = if fits { Verdict::Holds } else { Verdict::DoesNotHold };
    let in_unit = if unit == "năm" { "tháng" } else { unit };
    let span = events.shown();
    Some((verdict, format!("{span} is {told} {in_unit}, the text says {count} {unit}")))
}

/// The length of time that a range says was needed: `mất 28 tháng`, `sau 20 tháng thi công`.
fn length<'p>(passage: &'p Passage<'_>, within: Tokens) -> Option<Length<'p>> {
    let apart = within
        .clone()
        .find(|at| passage.text.key(*at) == ";" || passage.says(*at, ALONE).is_some());
    (within.start..apart.unwrap_or(within.end)).find_map(|at| {
        let needed = passage.says(at, NEEDED);
        let number = at + needed.unwrap_or(0);
        let (count, len) = passage.whole(number).filter(|_| number < within.end)?;
        let unit = passage.text.key(number + len);
        let behind = number + len + 1;
        let built = passage.says(behind, BUILDING).is_some();
        let dated =
            matches!(passage.text.key(number.wrapping_sub(1)), "tháng" | "năm" | "/" | "ngày");
        if needed.is_none() && (!built || dated || passage.lead(number) != number) {
            return None;
        }
        let after = matches!(passage.text.key(at), "sau") && !built;
        let other = after || passage.says(behind, NOT_THE_WHOLE).is_some();
        let word = passage.text.tokens.get(number)?.kind != TokenKind::Mark;
        let each = passage.has(within.start..at, EACH);
        (matches!(unit, "tháng" | "ngày" | "năm") && !other && !each && word).then_some(Length {
            count,
            unit,
            built,
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::check::sample::findings;

    #[test]
    fn a_length_is_that_of_its_ends() {
        for (text, want) in [
            (
                "Cầu khởi công tháng 5/2021, khánh thành tháng 9/2022, thi công trong 26 tháng, nối «2|xã».",
                "period_length: does not hold: tháng 5/2021 - tháng 9/2022 is 16 tháng, the text says 26 tháng",
            ),
            (
                "Nhà máy khởi công ngày 10/3/2021 và hoàn thành ngày 20/5/2022. Sau 14 tháng thi công, có «2|dây chuyền».",
                "period_length: holds: 10/3/2021 - 20/5/2022 is 14 tháng, the text says 14 tháng",
            ),
            (
                "Hội chợ mở từ ngày 5/4 đến ngày 9/4 (8 ngày) với «60|gian hàng».",
                "period_length: does not hold: ngày 5/4 đến ngày 9/4 is 5 ngày, the text says 8 ngày",
            ),
            (
                "Hội chợ mở từ ngày 5/4 đến ngày 9/4. Trong 8 ngày, có «60|gian hàng».",
                "period_length: does not hold: ngày 5/4 đến ngày 9/4 is 5 ngày, the text says 8 ngày",
            ),
        ] {
            assert_eq!(findings(text).join("\n"), want, "{text}");
        }
    }

    #[test]
    fn another_length_is_no_claim() {
        for text in [
            "Cầu khởi công tháng 5/2021, khánh thành tháng 9/2022, sau 3 tháng đã đón «2|xe».",
            "Cầu khởi công tháng 5/2021, khánh thành tháng 9/2022, trong gần 26 tháng, nối «2|xã».",
            "Cầu khởi công tháng 5/2021, dự kiến hoàn thành tháng 9/2022. Sau 6 tháng thi công, đã xong «2|nhịp».",
            "Cầu khởi công tháng 5/2021, hoàn thành tháng 9/2022; riêng mố cầu mất 6 tháng, cao «2|m».",
            "Hội chợ mở từ ngày 5/4 đến ngày 9/4. Trong 2 ngày đầu, có «60|gian hàng».",
            "Hội chợ mở từ ngày 5/4 đến ngày 9/4. Trong 3 ngày, có «60|gian hàng».",
        ] {
            assert_eq!(findings(text).join("\n"), "", "{text}");
        }
    }
}
