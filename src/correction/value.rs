//! What a field may hold.
//!
//! A number has a decimal point and nothing else: `1.297` is one and a bit, as in every other file of the
//! program; a number with the marks of the article is refused where it can be told apart (`1.297,5`).

use super::error::Fault;
use super::line::To;
use super::{Quote, error};
use crate::record::{Direction, Field, Modifier, Period, Role, Set, Status};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde_json::Value;

/// A field with what it is to hold.
pub(super) fn set(field: Field, value: Option<Value>, to: Option<To>) -> Result<Set<Quote>, Fault> {
    if matches!(field, Field::PartOf | Field::Target) {
        return match value {
            Some(_) => Err(Fault::LinkByValue(field)),
            None if field == Field::PartOf => Ok(Set::PartOf(to.map(Quote::from))),
            None => Ok(Set::Target(to.map(Quote::from))),
        };
    }
    if to.is_some() {
        return Err(Fault::NoLink(field));
    }
    let text = match value {
        None => None,
        Some(Value::String(text)) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Some(Value::Number(number)) => Some(number.to_string()),
        Some(other) => {
            return Err(error::unfit(field, "text, a number or null", &other.to_string()));
        }
    };
    let needed = || text.clone().ok_or(Fault::Needed(field));
    Ok(match field {
        Field::Value => Set::Value(number(field, &needed()?)?),
        Field::High => Set::High(text.map(|text| number(field, &text)).transpose()?),
        Field::Of => Set::Of(text.map(|text| number(field, &text)).transpose()?),
        Field::Unit => Set::Unit(text),
        Field::Per => Set::Per(text),
        Field::Modifier => Set::Modifier(word(field, &needed()?, Modifier::ALL, Modifier::as_str)?),
        Field::Role => Set::Role(word(field, &needed()?, Role::ALL, Role::as_str)?),
        Field::Direction => {
            let read = |text: String| word(field, &text, Direction::ALL, Direction::as_str);
            Set::Direction(text.map(read).transpose()?)
        }
        Field::Status => {
            let read = |text: String| word(field, &text, Status::ALL, Status::as_str);
            Set::Status(text.map(read).transpose()?)
        }
        Field::Indicator => Set::Indicator(text),
        Field::Scope => Set::Scope(text),
        Field::Category => Set::Category(text),
        Field::Period => Set::Period(text.map(|text| period(&text)).transpose()?),
        Field::Place => Set::Place(text),
        Field::Figure | Field::PartOf | Field::Target => return Err(Fault::NoField),
    })
}

fn number(field: Field, text: &str) -> Result<Decimal, Fault> {
    const WANTED: &str = "a number with a decimal point and no other marks, as 2874500 or 12.5";
    let is_plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
    let number = text.parse().ok().filter(|_| is_plain);
    number.ok_or_else(|| error::unfit(field, WANTED, text))
}

fn word<T: Copy>(
    field: Field,
    text: &str,
    all: &[T],
    name: fn(T) -> &'static str,
) -> Result<T, Fault> {
    all.iter().copied().find(|one| name(*one) == text).ok_or_else(|| {
        let names: Vec<_> = all.iter().map(|one| name(*one)).collect();
        error::unfit(field, &names.join(", "), text)
    })
}

/// `2021-01-01..2022-12-31`, `..2023-05-11`, `2022`, `2022-06`, `2022-06-30`, and two of them with `..` between.
fn period(text: &str) -> Result<Period, Fault> {
    const WANTED: &str =
        "days as 2021-01-01..2022-12-31, 2022-06 or 2022; either end may be missing";
    let read = || {
        let (first, last) = text.split_once("..").unwrap_or((text, text));
        let start = if first.is_empty() { None } else { Some(stretch(first)?.0) };
        let end = if last.is_empty() { None } else { Some(stretch(last)?.1) };
        let in_order = start.zip(end).is_none_or(|(start, end)| start <= end);
        let is_some = start.is_some() || end.is_some();
        (in_order && is_some).then(|| Period { start, end, text: String::new() })
    };
    read().ok_or_else(|| error::unfit(Field::Period, WANTED, text))
}

/// The first and the last day of a year, a month or a day.
fn stretch(text: &str) -> Option<(Date, Date)> {
    let day = |text: &str| text.parse::<Date>().ok();
    match text.len() {
        4 => Some((day(&format!("{text}-01-01"))?, day(&format!("{text}-12-31"))?)),
        7 => {
            let first = day(&format!("{text}-01"))?;
            Some((first, first.last_of_month()))
        }
        10 => day(text).map(|day| (day, day)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_two_days_either_of_which_may_be_open() {
        for (text, want) in [
            ("2021-01-01..2022-12-31", "2021-01-01 2022-12-31"),
            ("2021..2022", "2021-01-01 2022-12-31"),
            ("2024-02", "2024-02-01 2024-02-29"),
            ("..2023-05-11", "- 2023-05-11"),
            ("2023-05-11..", "2023-05-11 -"),
            ("2023-05-11", "2023-05-11 2023-05-11"),
            ("2022..2021", "refused"),
            ("..", "refused"),
            ("11/05/2023", "refused"),
            ("2023-13", "refused"),
        ] {
            let shown = |day: Option<Date>| day.map_or("-".to_owned(), |day| day.to_string());
            let read = period(text).map(|p| format!("{} {}", shown(p.start), shown(p.end)));
            assert_eq!(read.unwrap_or("refused".to_owned()), want, "{text}");
        }
    }

    #[test]
    fn a_field_takes_what_it_can_hold_and_nothing_else() {
        let text = |text: &str| Some(Value::from(text));
        for (field, value, fits) in [
            (Field::Value, text("12.5"), true),
            (Field::Value, Some(serde_json::json!(12.5)), true),
            (Field::Value, text("1.297,5"), false),
            (Field::Value, text("1e3"), false),
            (Field::Value, None, false),
            (Field::High, None, true),
            (Field::Role, text("target"), true),
            (Field::Role, text("chỉ tiêu"), false),
            (Field::Role, text(""), false),
            (Field::Place, text(""), true),
            (Field::Place, Some(Value::Bool(true)), false),
            (Field::Target, text("r3"), false),
            (Field::Target, None, true),
        ] {
            assert_eq!(set(field, value.clone(), None).is_ok(), fits, "{field:?} {value:?}");
        }
        let to = || Some(To { quote: "400".into(), ..To::default() });
        assert!(matches!(set(Field::PartOf, None, to()), Ok(Set::PartOf(Some(_)))));
        assert_eq!(set(Field::Role, None, to()), Err(Fault::NoLink(Field::Role)));
    }
}
