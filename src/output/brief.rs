//! A record as a person reads it in one line: a short cell for each column of the table.
//!
//! `2874500000` is `2 874.5 triệu`, `2021-01-01` to `2022-12-31` is `2021..2022`; what has no cell of its own stands
//! in the notes.

use super::spoken::{grouped, range};
use super::terminal::harmless;
use super::wording::{heading, on_screen};
use super::{Lang, Sentences, Shown};
use crate::lexicon::Lexicon;
use crate::record::{Direction, Flag, Modifier, Period, Record, Status, from_chance};
use jiff::civil::Date;

/// A cell for each of [`Shown::ALL`].
pub(super) type Brief = [String; Shown::ALL.len()];

pub(super) fn brief(record: &Record, lexicon: &Lexicon, lang: Lang) -> Brief {
    let mut cells = Brief::default();
    for (cell, column) in cells.iter_mut().zip(Shown::ALL) {
        let words = match column {
            Shown::Id => id(record),
            Shown::Value => value(record, lang),
            Shown::Unit => unit(record),
            Shown::Indicator => record.indicator.clone().unwrap_or_default(),
            Shown::Period => record.period.as_ref().map(period).unwrap_or_default(),
            Shown::Place => record.place.clone().unwrap_or_default(),
            Shown::Role => on_screen("role", record.role.as_str(), lang).to_owned(),
            Shown::Category => category(record, lexicon, lang),
            Shown::Confidence => grouped(from_chance(record.confidence).round_dp(2), lang),
            Shown::Notes => notes(record, lang),
        };
        *cell = harmless(&words).into_owned();
    }
    cells
}

fn category(record: &Record, lexicon: &Lexicon, lang: Lang) -> String {
    let key = record.category.as_deref().unwrap_or_default();
    let known = lexicon.entries.indicator.iter().find(|indicator| indicator.key == key);
    let name = known.map(|indicator| match lang {
        Lang::Vi => &indicator.name_vi,
        Lang::En => &indicator.name_en,
    });
    name.map_or(key, |name| name).to_owned()
}

/// `r5?` where it is to be checked first.
fn id(record: &Record) -> String {
    let mark = if record.is_doubtful() { "?" } else { "" };
    format!("{}{mark}", record.id)
}

fn unit(record: &Record) -> String {
    let unit = record.unit.as_deref().unwrap_or_default();
    record.per.as_ref().map_or(unit.to_owned(), |per| format!("{unit}/{per}"))
}

fn value(record: &Record, lang: Lang) -> String {
    match record.of.filter(|_| record.high.is_none()) {
        Some(of) => format!("{}/{}", grouped(record.value, lang), grouped(of, lang)),
        None => range(record.value, record.high, lang),
    }
}

/// Whole years as years, a month as a month, anything else as days.
pub(super) fn period(period: &Period) -> String {
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
        (Some(start), Some(end)) if start.day() == 1 && end == start.last_of_month() => {
            start.strftime("%Y-%m").to_string()
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
    let doubts = record.flags.iter().filter(|flag| **flag != Flag::Corrected);
    let flags = doubts.map(|flag| on_screen("flags", flag.as_str(), lang));
    notes.extend(flags.map(|flag| format!("{flag}?")));
    if record.flags.contains(&Flag::Corrected) {
        let fields = record.corrected.iter().map(|field| match lang {
            Lang::En => field.as_str(),
            Lang::Vi => heading(field.as_str(), lang),
        });
        let fields = fields.collect::<Vec<_>>().join(" ");
        notes.push(format!("{}: {fields}", on_screen("flags", Flag::Corrected.as_str(), lang)));
    }
    notes.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn whole_years_are_years() {
        for (start, end, printed) in [
            (Some(date(2021, 1, 1)), Some(date(2021, 12, 31)), "2021"),
            (Some(date(2021, 1, 1)), Some(date(2022, 12, 31)), "2021..2022"),
            (Some(date(2023, 1, 1)), Some(date(2023, 6, 30)), "2023-01-01..2023-06-30"),
            (Some(date(2024, 2, 1)), Some(date(2024, 2, 29)), "2024-02"),
            (None, Some(date(2025, 12, 31)), "..2025-12-31"),
            (Some(date(2023, 5, 11)), Some(date(2023, 5, 11)), "2023-05-11"),
            (None, None, "năm nay"),
        ] {
            assert_eq!(period(&Period { start, end, text: "năm nay".into() }), printed);
        }
    }
}
