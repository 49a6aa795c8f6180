//! Days of the lunar new year: `mùng 4 Tết`, `29 Tết`, `28 tháng Chạp`, `mùng 6 tháng Giêng`.
//!
//! Only the first and the last lunar month are read, since reports date no facts by the others. A day that the month
//! does not have (`30 Tết`, where the old year ended on its 29th) is left open, and so is `mùng 3` without its month.

use super::Sense;
use super::calendar::{Look, Span, Vantage};
use super::point::{Point, year_behind};
use crate::lexicon::CueClass;
use crate::mention::Scene;
use jiff::ToSpan;
use jiff::civil::Date;

/// From which day on `Tết` behind a day means the end of the old year.
const OLD_YEAR: i8 = 15;

/// How many days the last month of a lunar year has at most.
const LONGEST: i8 = 30;

/// The first year of the table.
const FIRST_YEAR: i16 = 1990;

/// The first day of each lunar year in Vietnam as month and day, and how many days the month before has; computed for
/// the time zone of Hà Nội, seven hours before Greenwich.
#[rustfmt::skip]
const NEW_YEARS: [(i8, i8, i8); 61] = [
    (1, 27, 30), (2, 15, 30), (2, 4, 30), (1, 23, 30), (2, 10, 29), (1, 31, 30), (2, 19, 30),
    (2, 7, 29), (1, 28, 30), (2, 16, 30), (2, 5, 29), (1, 24, 29), (2, 12, 30), (2, 1, 29),
    (1, 22, 30), (2, 9, 30), (1, 29, 29), (2, 17, 29), (2, 7, 30), (1, 26, 30), (2, 14, 30),
    (2, 3, 30), (1, 23, 29), (2, 10, 29), (1, 31, 30), (2, 19, 30), (2, 8, 29), (1, 28, 30),
    (2, 16, 30), (2, 5, 30), (1, 25, 30), (2, 12, 30), (2, 1, 29), (1, 22, 30), (2, 10, 30),
    (1, 29, 29), (2, 17, 29), (2, 6, 29), (1, 26, 29), (2, 13, 29), (2, 2, 29), (1, 23, 29),
    (2, 11, 29), (1, 31, 30), (2, 19, 30), (2, 8, 30), (1, 28, 30), (2, 15, 30), (2, 4, 30),
    (1, 24, 29), (2, 12, 29), (2, 1, 29), (1, 22, 30), (2, 10, 30), (1, 30, 30), (2, 17, 30),
    (2, 6, 30), (1, 26, 30), (2, 14, 30), (2, 2, 29), (1, 23, 29),
];

/// The day that begins at token `at`.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<Point> {
    let lead = scene.cue(at, &[CueClass::LunarBefore, CueClass::DayWord]).map_or(0, |(len, _)| len);
    let day = scene.small(at + lead, 30)?;
    let (len, cue) = scene.cue(at + lead + 1, &[CueClass::LunarAfter])?;
    let is_old = match cue.value.as_deref()? {
        "first" => false,
        "last" => true,
        _ => day >= OLD_YEAR,
    };
    let behind = at + lead + 1 + len;
    let (more, year) = year_behind(scene, behind);
    let year =
        year.or_else(|| nearest_year(scene.vantage(at)?, if is_old { day - LONGEST } else { day }));
    let date = year.and_then(|year| date(year, day, is_old));
    Some(Point::new(lead + 1 + len + more, date.map(Span::day), Sense::Day, "time.lunar"))
}

/// The lunar year whose beginning lies nearest to the day that is spoken from, on the side that is looked to.
/// `day` counts from the last day of the old year.
fn nearest_year(vantage: Vantage, day: i8) -> Option<i16> {
    let from = vantage.day;
    let days = (from.year() - 1..=from.year() + 1).filter_map(|year| {
        let date = new_year(year)?.0.checked_add((i64::from(day) - 1).days()).ok()?;
        Some((year, (date - from).get_days()))
    });
    let seen = days.filter(|(_, ahead)| match vantage.look {
        Look::Back => *ahead <= 0,
        Look::Around => true,
        Look::Ahead => *ahead >= 0,
    });
    Some(seen.min_by_key(|(_, ahead)| ahead.abs())?.0)
}

/// A day of the first month of a lunar year, or of the last one of the year before.
fn date(year: i16, day: i8, is_old: bool) -> Option<Date> {
    let (first, old_days) = new_year(year)?;
    let days = match is_old {
        true if day <= old_days => day - old_days - 1,
        true => return None,
        false => day - 1,
    };
    first.checked_add(i64::from(days).days()).ok()
}

/// The first day of a lunar year, and how many days the month before has.
fn new_year(year: i16) -> Option<(Date, i8)> {
    let (month, day, old_days) = *NEW_YEARS.get(usize::try_from(year - FIRST_YEAR).ok()?)?;
    Some((Date::new(year, month, day).ok()?, old_days))
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{Lexicon, Marks};
    use crate::mention::Scene;
    use crate::text::Text;
    use jiff::civil::date;

    #[test]
    fn days_of_the_lunar_new_year() {
        for (raw, published, want) in [
            ("mùng 4 Tết", date(2017, 2, 6), Some(date(2017, 1, 31))),
            ("29 Tết", date(2019, 2, 5), Some(date(2019, 2, 3))),
            ("30 Tết", date(2019, 2, 5), Some(date(2019, 2, 4))),
            ("ngày 28 tháng Chạp", date(2017, 2, 7), Some(date(2017, 1, 25))),
            ("ngày mùng 6 tháng Giêng", date(2013, 2, 20), Some(date(2013, 2, 15))),
            ("mùng 3 Tết năm 2016", date(2017, 2, 6), Some(date(2016, 2, 10))),
            // The twelfth month of the year before had 29 days.
            ("30 Tết", date(2022, 2, 9), None),
            ("mùng 5 Tết", date(1985, 3, 1), None),
        ] {
            let text = Text::new(raw);
            let marks = Marks::new(&text, Lexicon::built_in());
            let point = super::read(&Scene::new(&marks, Some(published)), 0);
            let point = point.unwrap_or_else(|| panic!("{raw} is no time"));
            assert_eq!((point.span.start, point.span.end), (want, want), "{raw}");
            assert_eq!(point.len, text.tokens.len(), "{raw}");
        }
    }
}
