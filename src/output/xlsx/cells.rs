//! How values are shown in cells, and what a number cell cannot hold.
//!
//! `5.20` shows its two decimals, `1500000000` its groups. A cell holds a binary floating point
//! number, which has 15 digits for certain; a longer number is said in words as well.

use crate::output::Lang;
use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, FormatUnderline};
use std::collections::BTreeMap;

/// Significant digits that a number cell keeps.
const DIGITS: usize = 15;

/// How cells look.
pub(super) struct Formats {
    pub(super) heading: Format,
    pub(super) day: Format,
    pub(super) moment: Format,
    pub(super) wrong: Format,
    /// By decimal places.
    numbers: BTreeMap<u32, Format>,
}

impl Formats {
    pub(super) fn new(lang: Lang) -> Self {
        let day = match lang {
            Lang::Vi => "dd/mm/yyyy",
            Lang::En => "yyyy-mm-dd",
        };
        Self {
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0xDD_E8_F0)),
            day: Format::new().set_num_format(day),
            moment: Format::new().set_num_format(format!("{day} hh:mm")),
            wrong: Format::new().set_bold().set_font_color(Color::RGB(0xB0_00_20)),
            numbers: BTreeMap::new(),
        }
    }

    /// A number with so many decimal places.
    pub(super) fn number(&mut self, places: u32) -> Format {
        let format = self.numbers.entry(places).or_insert_with(|| {
            let point = if places > 0 { "." } else { "" };
            let zeros = "0".repeat(places as usize);
            Format::new().set_num_format(format!("#,##0{point}{zeros}"))
        });
        format.clone()
    }

    /// The same, shown as a link.
    pub(super) fn linked(&mut self, places: u32) -> Format {
        let number = self.number(places);
        number.set_font_color(Color::RGB(0x05_63_C1)).set_underline(FormatUnderline::Single)
    }
}

/// The number as a cell holds it: the nearest one.
pub(super) fn float(number: Decimal) -> f64 {
    number.to_string().parse().expect("a decimal is written as a number")
}

/// All digits of the numbers, where one of them has more than a cell keeps.
pub(super) fn exact(numbers: &[Option<Decimal>]) -> Option<String> {
    let numbers: Vec<Decimal> = numbers.iter().copied().flatten().collect();
    let long = numbers.iter().any(|number| {
        let digits = number.mantissa().unsigned_abs().to_string();
        digits.trim_end_matches('0').len() > DIGITS
    });
    let printed = numbers.iter().map(Decimal::to_string);
    long.then(|| printed.collect::<Vec<_>>().join(" | "))
}

/// The day as a spreadsheet counts it; none before 1900.
pub(super) fn day(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year >= 1900)?;
    let (month, day) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// A day, or a day and the time of day at its place, and whether it has the time.
pub(super) fn moment(published: &str) -> Option<(ExcelDateTime, bool)> {
    if let Some(moment) = published.get(..19).and_then(|text| text.parse::<DateTime>().ok()) {
        let [hour, minute, second] = [moment.hour(), moment.minute(), moment.second()];
        let hour = u16::try_from(hour).ok()?;
        let [minute, second] = [u8::try_from(minute).ok()?, u8::try_from(second).ok()?];
        let moment = day(moment.date())?.and_hms(hour, minute, second).ok()?;
        return Some((moment, true));
    }
    Some((day(published.parse().ok()?)?, false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_of_more_than_15_digits_is_said_in_words() {
        for (number, said) in [
            ("1297", None),
            ("123456789012345", None),
            ("20000000000000000", None),
            ("1234567890123456", Some("1234567890123456")),
            ("12345678901234.56", Some("12345678901234.56")),
            ("-12345678901234567890.123", Some("-12345678901234567890.123")),
            ("0.1000000000000000000", None),
        ] {
            assert_eq!(exact(&[Some(number.parse().unwrap()), None]).as_deref(), said, "{number}");
        }
        let range = [Some(Decimal::ONE), Some("1234567890123456".parse().unwrap())];
        assert_eq!(exact(&range).unwrap(), "1 | 1234567890123456");
    }

    #[test]
    fn days_before_1900_are_no_dates_of_a_spreadsheet() {
        for (published, is_moment) in [
            ("2023-05-11", Some(false)),
            ("2023-05-11T13:41:00+07:00", Some(true)),
            ("1899-12-31", None),
            ("hôm nay", None),
            ("", None),
        ] {
            assert_eq!(moment(published).map(|(_, time)| time), is_moment, "{published}");
        }
    }

    proptest! {
        #[test]
        fn what_is_not_said_in_words_is_in_the_cell(mantissa in any::<i64>(), scale in 0..19_u32) {
            let number = Decimal::new(mantissa, scale);
            let held: Decimal = float(number).to_string().parse().unwrap();
            prop_assert!(held == number || exact(&[Some(number)]).is_some(), "{number} {held}");
        }
    }
}
