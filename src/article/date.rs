//! A printed day or moment: `11/05/2023 - 13:41`, `2023-05-11T13:41:00+07:00`, `May 11, 2023`.
//!
//! Finds the first day of a short text, and the time of day that stands beside it. A day without
//! a year is none, and neither is 31 February. Which of two small numbers is the month is the
//! caller's to say: the day comes first in Vietnam.

use super::words::dates::{AFTERNOON, COMPANIONS, FILLERS, HOURS, MONTHS, MORNING};
use jiff::civil::{Date, Time};

/// A day, the time where one is given, and how far it is from UTC where that is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) day: Date,
    pub(super) time: Option<Time>,
    /// `Z`, `+07:00`
    pub(super) offset: Option<String>,
}

/// Which number comes first in `5/11/2023`; between dashes or dots it is the day everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

impl Moment {
    /// ISO 8601; a time without an offset takes `offset`.
    pub(super) fn iso(&self, offset: Option<&str>) -> String {
        match self.time {
            None => self.day.to_string(),
            Some(time) => {
                let offset = self.offset.as_deref().or(offset).unwrap_or("");
                let (h, m, s) = (time.hour(), time.minute(), time.second());
                format!("{}T{h:02}:{m:02}:{s:02}{offset}", self.day)
            }
        }
    }
}

/// The first day in a text. Reads no further than a line of a page head is long.
pub(super) fn find(text: &str, order: Order) -> Option<Moment> {
    let tokens = cut(text);
    (0..tokens.len()).find_map(|at| {
        let slashed = tokens.get(at + 1) == Some(&"/");
        let american = slashed && (order == Order::MonthFirst || is_american(&tokens[at..]));
        let (day, end) = day(&tokens, at, american)?;
        let after = (end..tokens.len().min(end + 8)).find_map(|i| time(&tokens, i));
        let before = || (at.saturating_sub(9)..at).find_map(|i| time(&tokens[..at], i));
        let (time, time_end) = after.or_else(before).unzip();
        let offset = time_end.and_then(|at| offset(&tokens[at..]).or(offset(&tokens[end..])));
        Some(Moment { day, time, offset })
    })
}

/// Whether a line is a day and little else: `Thứ Tư, 03/07/2024 - 16:25 | Kinh tế`. What ends with
/// a full stop is a sentence.
pub(super) fn is_day_alone(text: &str) -> bool {
    let short = text.len() <= LONGEST_ALONE && !text.ends_with(['.', ';', ':']);
    if !short || find(text, Order::DayFirst).is_none() {
        return false;
    }
    let is_strange = |token: &&&str| {
        token.starts_with(char::is_alphabetic)
            && ![COMPANIONS, FILLERS, HOURS, MORNING, AFTERNOON]
                .into_iter()
                .chain(MONTHS.iter().copied())
                .any(|words| is_one_of(token, words))
    };
    cut(text).iter().filter(is_strange).count() <= 2
}

/// Longest line that is a day alone, in bytes.
const LONGEST_ALONE: usize = 80;

/// `5/11/2023 1:41:00 PM` is how American programs print a moment, whatever the page's language.
fn is_american(tokens: &[&str]) -> bool {
    let near = &tokens[..tokens.len().min(16)];
    near.iter().filter(|t| **t == ":").count() == 2
        && near.iter().any(|t| matches!(*t, "AM" | "PM"))
}

/// Runs of digits, runs of letters, single marks; white space is left out.
fn cut(text: &str) -> Vec<&str> {
    let class = |c: char| match c {
        _ if c.is_ascii_digit() => 0,
        _ if c.is_alphabetic() => 1,
        _ if c.is_whitespace() => 2,
        _ => 3,
    };
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = class(first);
        let len = match kind {
            3 => first.len_utf8(),
            _ => rest.find(|c| class(c) != kind).unwrap_or(rest.len()),
        };
        if kind != 2 {
            tokens.push(&rest[..len]);
        }
        rest = &rest[len..];
    }
    tokens
}

/// The number of a token of at most `digits` digits.
fn number(token: Option<&&str>, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
    let token = token?;
    let whole = digits.contains(&token.len()) && token.bytes().all(|b| b.is_ascii_digit());
    whole.then(|| token.parse().ok()).flatten()
}

fn is_one_of(token: &str, words: &[&str]) -> bool {
    words.contains(&token.to_lowercase().as_str())
}

/// A day that begins at token `at`, and the token after it.
fn day(tokens: &[&str], at: usize, american: bool) -> Option<(Date, usize)> {
    if let Some(found) = packed_day(tokens[at]) {
        return Some((found, at + 1));
    }
    let (first, second_at) = part(tokens, at)?;
    let (second, third_at) = part(tokens, second_at)?;
    let (third, end) = part(tokens, third_at)?;
    use Part::{Month, Small, Year};
    let (year, month, day) = match (first, second, third) {
        (Year(y), Small(m) | Month(m), Small(d)) => (y, m, d),
        (Small(d), Month(m), Year(y)) | (Month(m), Small(d), Year(y)) => (y, m, d),
        (Small(a), Small(b), Year(y)) if (american && a <= 12) || b > 12 => (y, a, b),
        (Small(a), Small(b), Year(y)) => (y, b, a),
        _ => return None,
    };
    let small = |n: i16| i8::try_from(n).ok();
    Some((Date::new(year, small(month)?, small(day)?).ok()?, end))
}

/// `20230511`
fn packed_day(token: &str) -> Option<Date> {
    let digits = token.len() == 8 && token.bytes().all(|b| b.is_ascii_digit());
    if !digits || !(token.starts_with("19") || token.starts_with("20")) {
        return None;
    }
    Date::new(token[..4].parse().ok()?, token[4..6].parse().ok()?, token[6..].parse().ok()?).ok()
}

enum Part {
    Year(i16),
    Month(i16),
    Small(i16),
}

/// One part of a day, and the token after it and after what may divide it from the next.
fn part(tokens: &[&str], mut at: usize) -> Option<(Part, usize)> {
    while is_one_of(tokens.get(at)?, FILLERS) {
        at += 1;
    }
    let token = tokens.get(at);
    let part = match (number(token, 1..=2), number(token, 4..=4)) {
        (Some(n), _) => Part::Small(n),
        (_, Some(n)) if (1990..2100).contains(&n) => Part::Year(n),
        _ => {
            let name = |names: &&[&str]| is_one_of(tokens[at], names);
            let month = MONTHS.iter().position(name)?;
            Part::Month(i16::try_from(month + 1).ok()?)
        }
    };
    let mut next = at + 1;
    let mut divided = false;
    while let Some(token) = tokens.get(next) {
        let divides = !divided && matches!(*token, "/" | "-" | "." | "," | "–");
        if !divides && !is_one_of(token, FILLERS) {
            break;
        }
        divided |= divides;
        next += 1;
    }
    Some((part, next))
}

/// `13:41`, `13:41:05`, `1:41 PM`, `13h41`, `13 giờ 41`, and the token after it.
fn time(tokens: &[&str], at: usize) -> Option<(Time, usize)> {
    let hour = number(tokens.get(at), 1..=2)?;
    let colon = *tokens.get(at + 1)?;
    if colon != ":" && !is_one_of(colon, HOURS) {
        return None;
    }
    let minute = number(tokens.get(at + 2), 2..=2)?;
    let with_second = (tokens.get(at + 3) == Some(&":")).then(|| number(tokens.get(at + 4), 2..=2));
    let second = with_second.flatten();
    let mut end = at + if second.is_some() { 5 } else { 3 };
    if second.is_some() && tokens.get(end) == Some(&".") {
        end += 2;
    }
    let half = tokens.get(end).copied().unwrap_or("");
    let hour = match hour {
        12 if is_one_of(half, MORNING) => 0,
        1..=11 if is_one_of(half, AFTERNOON) => hour + 12,
        _ => hour,
    };
    let small = |n: i16| i8::try_from(n).ok();
    let time = Time::new(small(hour)?, small(minute)?, small(second.unwrap_or(0))?, 0).ok()?;
    Some((time, end))
}

/// `Z`, `+07:00`, `+0700` right there, or `GMT+7` a little further on.
fn offset(tokens: &[&str]) -> Option<String> {
    let zone = tokens.iter().take(4).position(|t| matches!(*t, "UTC" | "GMT"));
    let (sign, rest) = match &tokens[zone.unwrap_or(0)..] {
        ["UTC" | "GMT", sign @ ("+" | "-"), rest @ ..] => (sign, rest),
        ["Z" | "UTC" | "GMT", ..] => return Some("Z".to_owned()),
        [sign @ ("+" | "-"), rest @ ..] => (sign, rest),
        _ => return None,
    };
    let (hour, minute) = match (number(rest.first(), 1..=2), number(rest.first(), 4..=4)) {
        (Some(hour), _) if rest.get(1) == Some(&":") => (hour, number(rest.get(2), 2..=2)?),
        (Some(hour), _) if zone.is_some() => (hour, 0),
        (_, Some(both)) => (both / 100, both % 100),
        _ => return None,
    };
    (hour <= 14 && minute < 60).then(|| format!("{sign}{hour:02}:{minute:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, order: Order) -> String {
        find(text, order).map_or("none".to_owned(), |moment| moment.iso(None))
    }

    #[test]
    fn printed_moments_are_read() {
        for (text, want) in [
            ("11/05/2023 - 13:41", "2023-05-11T13:41:00"),
            ("Thứ Năm, 11/05/2023 - 13:41", "2023-05-11T13:41:00"),
            ("17:39' - 25/01/2025", "2025-01-25T17:39:00"),
            ("NGÀY 3 THÁNG 5, 2022 | 08:10", "2022-05-03T08:10:00"),
            ("Ngày 3 tháng 5 năm 2022", "2022-05-03"),
            ("Cập nhật lúc 22:38, Thứ Hai, 08/10/2018 (GMT+7)", "2018-10-08T22:38:00+07:00"),
            ("Thứ ba, 1/2/2022, 08:15 (GMT+7)", "2022-02-01T08:15:00+07:00"),
            ("03/02/2018 5:36:07 CH", "2018-02-03T17:36:07"),
            ("28/01/2025 12:05 SA", "2025-01-28T00:05:00"),
            ("05:36 ngày 03-02-2018", "2018-02-03T05:36:00"),
            ("13h41, 11.5.2023", "2023-05-11T13:41:00"),
            ("5/11/2023 1:41:00 PM", "2023-05-11T13:41:00"),
            ("2023-05-11T13:41:00.123+0700", "2023-05-11T13:41:00+07:00"),
            ("2023-05-11 06:41:00Z", "2023-05-11T06:41:00Z"),
            ("2023-05-11", "2023-05-11"),
            ("20230511", "2023-05-11"),
            ("Thu, 11 May 2023 13:41:00 GMT", "2023-05-11T13:41:00Z"),
            ("Published May 11th, 2023 at 1:41 pm", "2023-05-11T13:41:00"),
        ] {
            assert_eq!(read(text, Order::DayFirst), want, "{text}");
        }
    }

    #[test]
    fn the_order_decides_between_two_small_numbers() {
        for (text, order, want) in [
            ("5/11/2023", Order::DayFirst, "2023-11-05"),
            ("5/11/2023", Order::MonthFirst, "2023-05-11"),
            ("05-11-2023", Order::MonthFirst, "2023-11-05"),
            ("25/11/2023", Order::MonthFirst, "2023-11-25"),
            ("11/25/2023", Order::DayFirst, "2023-11-25"),
        ] {
            assert_eq!(read(text, order), want, "{text}");
        }
    }

    #[test]
    fn a_day_alone_is_no_sentence() {
        assert!(is_day_alone("Cập nhật lúc 22:38, Thứ Hai, 08/10/2018 (GMT+7)"));
        assert!(!is_day_alone("Ngày 11-5-2023, Sở tổ chức hội nghị sơ kết 2 năm."));
        assert!(is_day_alone("Thứ năm, 08:58 24/09/2015 | Kinh tế"));
        assert!(!is_day_alone("Quang cảnh hội nghị ngày 11/05/2023"));
        assert!(!is_day_alone("Kế hoạch 16"));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "31/02/2023",
            "11/05",
            "13:41",
            "tháng 5/2023",
            "Kế hoạch số 3409/KH-UBND",
            "năm 2021 - 2022",
            "2.140 người",
            "0909 123 456",
        ] {
            assert_eq!(read(text, Order::DayFirst), "none", "{text}");
        }
    }
}
