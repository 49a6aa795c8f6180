//! Which of two small numbers of a printed day is the month: `06/05/2023`.
//!
//! The day comes first in Vietnam, the month in English pages, and the order of the page is asked
//! first. Only the day of the week is believed rather, where it is that of one reading only: `T2,
//! 06/05/2023` is 5 June. Programs that print `6/5/2023 2:20:00 PM` do so in the order of their page.

use super::super::words::dates::{FILLERS, WEEKDAYS};
use super::date::{day, is_one_of};
use jiff::civil::Date;

/// Which number comes first in `5/11/2023`; between dashes or dots it is the day everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Order {
    DayFirst,
    MonthFirst,
}

/// A day that begins at token `at`, and the token after it.
pub(super) fn ordered_day(tokens: &[&str], at: usize, order: Order) -> Option<(Date, usize)> {
    let number = tokens[at..].iter().position(|token| !is_one_of(token, FILLERS))? + at;
    let slashed = tokens.get(number + 1) == Some(&"/");
    let month_first = slashed && order == Order::MonthFirst;
    let (read, end) = day(tokens, at, month_first)?;
    let told = weekday(&tokens[..at]).filter(|_| slashed);
    let other = told.and_then(|_| day(tokens, at, !month_first));
    let is_told = |day: Date| told == usize::try_from(day.weekday().to_monday_zero_offset()).ok();
    match other {
        Some((other, end)) if is_told(other) && !is_told(read) => Some((other, end)),
        _ => Some((read, end)),
    }
}

/// The day of the week that stands before a day, 0 for Monday: `Thứ Hai, ngày`.
fn weekday(before: &[&str]) -> Option<usize> {
    let words = before.iter().rev().take(5).filter(|t| t.starts_with(char::is_alphanumeric));
    let words: Vec<String> = words.map(|word| word.to_lowercase()).collect();
    let ending = |words: &[String]| {
        let last = words.first()?;
        let both = words.get(1).map(|word| format!("{word} {last}"));
        let is_it = |name: &&str| name == last || both.as_deref() == Some(*name);
        WEEKDAYS.iter().position(|names| names.iter().any(&is_it))
    };
    let is_filler = |word: &&String| is_one_of(word, FILLERS);
    ending(&words).or_else(|| words.first().filter(is_filler).and_then(|_| ending(&words[1..])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::day::date::cut;

    #[test]
    fn the_month_is_told_from_the_day() {
        use Order::{DayFirst, MonthFirst};
        for (text, order, want) in [
            ("5/11/2023", DayFirst, "2023-11-05"),
            ("5/11/2023", MonthFirst, "2023-05-11"),
            ("05-11-2023", MonthFirst, "2023-11-05"),
            ("25/11/2023", MonthFirst, "2023-11-25"),
            ("11/25/2023", DayFirst, "2023-11-25"),
            ("5/11/2023 1:41:00 PM", DayFirst, "2023-11-05"),
            ("05/06/2023 02:20:00 PM", DayFirst, "2023-06-05"),
            ("05/11/2023 1:41:00 PM", DayFirst, "2023-11-05"),
            ("T2, 06/05/2023 - 14:20", DayFirst, "2023-06-05"),
            ("Thứ Hai, 06/05/2023", DayFirst, "2023-06-05"),
            ("Mon, 05/06/2023 - 14:20", MonthFirst, "2023-06-05"),
            ("Thứ Hai, ngày 05/06/2023", DayFirst, "2023-06-05"),
            ("Thứ Tư, 06/05/2023", DayFirst, "2023-05-06"),
            ("Thứ Năm, 06/07/2023", DayFirst, "2023-07-06"),
            ("Thứ Năm, ngày 07/06/2023", DayFirst, "2023-07-06"),
            ("Bài 2, 06/05/2023", DayFirst, "2023-05-06"),
        ] {
            let tokens = cut(text);
            let read = (0..tokens.len()).find_map(|at| ordered_day(&tokens, at, order));
            assert_eq!(read.map(|(day, _)| day.to_string()).as_deref(), Some(want), "{text}");
        }
    }
}
