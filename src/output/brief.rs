//! A record as a person reads it in one line: seven short cells.
//!
//! `15185.5` is `15 185.5`, `2021-01-01` to `2022-12-31` is `2021..2022`; what has no cell of its
//! own stands in the notes.

use super::terminal::harmless;
use super::wording::on_screen;
use super::{Lang, Sentences};
use crate::record::{Direction, Modifier, Period, Record, Status};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// Id, value, unit, indicator, period, role, notes.
pub(super) type Brief = [String; 7];

pub(super) fn brief(record: &Record, lang: Lang) -> Brief {
    let cells = [
        record.id.clone(),
        value(record),
        unit(record),
        record.indicator.clone().unwrap_or_default(),
        record.period.as_ref().map(period).unwrap_or_default(),
        on_screen("role", record.role.as_str(), lang).to_owned(),
        notes(record, lang),
    ];
    cells.map(|cell| harmless(&cell).into_owned())
}

fn unit(record: &Record) -> String {
    let unit = record.unit.as_deref().unwrap_or_default();
    record.per.as_ref().map_or(unit.to_owned(), |per| format!("{unit}/{per}"))
}

fn value(record: &Record) -> String {
    let value = grouped(record.value);
    match (record.high, record.of) {
        (Some(high), _) => format!("{value} - {}", grouped(high)),
        (None, Some(of)) => format!("{value}/{}", grouped(of)),
        (None, None) => value,
    }
}

/// `15185.5` as `15 185.5`.
pub(super) fn grouped(number: Decimal) -> String {
    let printed = number.to_string();
    let (whole, fraction) = printed.split_once('.').unwrap_or((&printed, ""));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        let left = whole.len() - i;
        if i > 0 && left % 3 == 0 && !grouped.ends_with('-') {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

/// Whole years as years, anything else as days.
fn period(period: &Period) -> String {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    match (period.start, period.end) {
        (Some(start), Some(end)) if start == end => start.to_string(),
        (Some(start), Some(end))
            if (start.month(), start.day(), end.month(), end.day()) == (1, 1, 12, 31) =>
        {
            if start.year() == end.year() {
                start.year().to_string()
            } else {
                format!("{}..{}", start.year(), end.year())
            }
        }
        (None, None) => period.text.clone(),
        (start, end) => format!("{}..{}", day(start), day(end)),
    }
}

fn notes(record: &Record, lang: Lang) -> String {
    let modifier = Some(record.modifier).filter(|modifier| *modifier != Modifier::Exact);
    let words = [
        ("modifier", modifier.map(Modifier::as_str)),
        ("direction", record.direction.map(Direction::as_str)),
        ("status", record.status.map(Status::as_str)),
    ];
    let words = words.into_iter().filter_map(|(column, key)| Some(on_screen(column, key?, lang)));
    let mut notes: Vec<String> = words.map(String::from).collect();
    let say = |english: String| Sentences::of_screens().said(&english, lang).into_owned();
    notes.extend(record.part_of.iter().map(|id| say(format!("part of {id}"))));
    notes.extend(record.target.iter().map(|id| say(format!("target {id}"))));
    notes.extend(record.place.clone());
    let flags = record.flags.iter().map(|flag| on_screen("flags", flag.as_str(), lang));
    notes.extend(flags.map(|flag| format!("{flag}?")));
    notes.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn digits_stand_in_threes() {
        for (number, printed) in [
            ("0", "0"),
            ("429", "429"),
            ("1297", "1 297"),
            ("15185.50", "15 185.50"),
            ("-125", "-125"),
        ] {
            assert_eq!(grouped(number.parse().unwrap()), printed);
        }
    }

    #[test]
    fn whole_years_are_years() {
        for (start, end, printed) in [
            (Some(date(2021, 1, 1)), Some(date(2021, 12, 31)), "2021"),
            (Some(date(2021, 1, 1)), Some(date(2022, 12, 31)), "2021..2022"),
            (Some(date(2023, 1, 1)), Some(date(2023, 6, 30)), "2023-01-01..2023-06-30"),
            (None, Some(date(2025, 12, 31)), "..2025-12-31"),
            (Some(date(2023, 5, 11)), Some(date(2023, 5, 11)), "2023-05-11"),
            (None, None, "năm nay"),
        ] {
            assert_eq!(period(&Period { start, end, text: "năm nay".into() }), printed);
        }
    }
}
