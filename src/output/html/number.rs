//! Numbers and times as the readers of a language write them: `1.297,5` and `1,297.5`, `2021–2022`.

use super::words::Words;
use crate::record::{Modifier, Period, Record};
use crate::series::Figure;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// `15.185,5`
pub(super) fn number(value: Decimal, words: &Words) -> String {
    let [thousands, decimals] = &words.marks;
    let printed = value.abs().to_string();
    let (whole, fraction) = printed.split_once('.').unwrap_or((&printed, ""));
    let mut out = String::from(if value.is_sign_negative() { "−" } else { "" });
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push_str(thousands);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push_str(decimals);
        out.push_str(fraction);
    }
    out
}

/// `hơn 25/28`, `20.000.000–25.000.000`
pub(super) fn value(record: &Record, words: &Words) -> String {
    let value = number(record.value, words);
    let value = match (record.high, record.of) {
        (Some(high), _) => format!("{value}–{}", number(high, words)),
        (None, Some(of)) => format!("{value}/{}", number(of, words)),
        (None, None) => value,
    };
    modified(record.modifier, value, words)
}

/// `hơn 4.600`, of a figure of a series.
pub(super) fn told(figure: &Figure, words: &Words) -> String {
    let value = number(figure.value, words);
    let high = figure.high.map_or(String::new(), |high| format!("–{}", number(high, words)));
    let of = figure.of.map_or(String::new(), |of| format!("/{}", number(of, words)));
    modified(figure.modifier, value + &high + &of, words)
}

fn modified(modifier: Modifier, value: String, words: &Words) -> String {
    match modifier {
        Modifier::Exact => value,
        modifier => format!("{} {value}", words.word("modifier", modifier.as_str())),
    }
}

/// `+3`, `−1,2`, `0`
pub(super) fn signed(value: Decimal, words: &Words) -> String {
    let sign = if value > Decimal::ZERO { "+" } else { "" };
    format!("{sign}{}", number(value, words))
}

/// `lượt người`, `người/năm`
pub(super) fn unit(record: &Record) -> String {
    let unit = record.unit.as_deref().unwrap_or_default();
    record.per.as_ref().map_or(unit.to_owned(), |per| format!("{unit}/{per}"))
}

/// `953 lượt người`
pub(super) fn full(record: &Record, words: &Words) -> String {
    format!("{} {}", value(record, words), unit(record)).trim_end().to_owned()
}

/// Whole years as years, anything else as days; a time without days in the words of the text.
pub(super) fn period(period: &Period, words: &Words) -> String {
    let (since, until) = (&words.page.since, &words.page.until);
    match (period.start, period.end) {
        (Some(start), Some(end)) if start == end => day(start, words),
        (Some(start), Some(end)) if is_years(start, end) && start.year() == end.year() => {
            start.year().to_string()
        }
        (Some(start), Some(end)) if is_years(start, end) => {
            format!("{}–{}", start.year(), end.year())
        }
        (Some(start), Some(end)) => format!("{} – {}", day(start, words), day(end, words)),
        (Some(start), None) => format!("{since} {}", day(start, words)),
        (None, Some(end)) => format!("{until} {}", day(end, words)),
        (None, None) => period.text.clone(),
    }
}

fn is_years(start: Date, end: Date) -> bool {
    (start.month(), start.day(), end.month(), end.day()) == (1, 1, 12, 31)
}

fn day(day: Date, words: &Words) -> String {
    day.strftime(&words.day).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::Lang;
    use jiff::civil::date;

    #[test]
    fn numbers_follow_the_language() {
        let [vi, en] = [Lang::Vi, Lang::En].map(Words::of);
        for (value, here, there) in [
            ("0", "0", "0"),
            ("429", "429", "429"),
            ("15185.50", "15.185,50", "15,185.50"),
            ("-1250", "−1.250", "−1,250"),
        ] {
            let value = value.parse().unwrap();
            assert_eq!((number(value, &vi).as_str(), number(value, &en).as_str()), (here, there));
        }
    }

    #[test]
    fn times_are_as_short_as_they_can_be() {
        let words = Words::of(Lang::Vi);
        for (start, end, printed) in [
            (Some(date(2021, 1, 1)), Some(date(2021, 12, 31)), "2021"),
            (Some(date(2021, 1, 1)), Some(date(2022, 12, 31)), "2021–2022"),
            (Some(date(2023, 1, 1)), Some(date(2023, 6, 30)), "01/01/2023 – 30/06/2023"),
            (None, Some(date(2025, 12, 31)), "đến 31/12/2025"),
            (Some(date(2023, 5, 11)), Some(date(2023, 5, 11)), "11/05/2023"),
            (None, None, "năm nay"),
        ] {
            assert_eq!(period(&Period { start, end, text: "năm nay".into() }, &words), printed);
        }
    }
}
