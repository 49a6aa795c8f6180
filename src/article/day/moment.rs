//! A printed moment: `11/05/2023 - 13:41`, `2023-05-11T13:41:00+07:00`, `May 11, 2023`.
//!
//! Finds the first day of a short text, and the time of day that stands beside it. Which of two
//! small numbers is the month is the caller's to say: the day comes first in Vietnam.

use super::super::words::dates::{PUBLISHED, UPDATED};
use super::clock::{offset, time};
use super::date::{cut, is_one_of};
use super::order::{Order, ordered_day};
use jiff::civil::{Date, Time};

/// A day, the time where one is given, and how far it is from UTC where that is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Moment {
    pub(in super::super) day: Date,
    pub(in super::super) time: Option<Time>,
    /// `Z`, `+07:00`
    pub(in super::super) offset: Option<String>,
    /// What the words before it say of it.
    pub(in super::super) label: Label,
}

/// What happened on the day, by the words before it; the plainest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Label {
    /// `Published May 11, 2023`
    Published,
    /// Nothing: `11/05/2023`
    Bare,
    /// `Updated May 11, 2023`; many Vietnamese pages call the day of publication so, too.
    Updated,
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

/// How far into a text a day is looked for, in bytes: what dates an article is short.
pub(super) const REACH: usize = 2_000;

/// The day of a text: of several that which is called the day of publication, else the first that
/// is not called an update.
pub(in super::super) fn find(text: &str, order: Order) -> Option<Moment> {
    let tokens = cut(&text[..text.floor_char_boundary(REACH)]);
    let mut moments = Vec::new();
    let (mut at, mut label_start) = (0, 0);
    while at < tokens.len() {
        let Some((day, end)) = ordered_day(&tokens, at, order) else {
            at += 1;
            continue;
        };
        let after = (end..tokens.len().min(end + 8)).find_map(|i| time(&tokens, i));
        let before = || (at.saturating_sub(9)..at).find_map(|i| time(&tokens[..at], i));
        let (time, time_end) = after.or_else(before).unzip();
        let offset = time_end.and_then(|at| offset(&tokens[at..]).or(offset(&tokens[end..])));
        let label = label(&tokens[label_start..at]);
        moments.push(Moment { day, time, offset, label });
        (at, label_start) = (end, end);
    }
    moments.into_iter().min_by_key(|moment| moment.label)
}

/// What the words say of the day behind them.
pub(in super::super) fn label(tokens: &[&str]) -> Label {
    let has = |words: &[&str]| tokens.iter().any(|token| is_one_of(token, words));
    match () {
        () if has(PUBLISHED) => Label::Published,
        () if has(UPDATED) => Label::Updated,
        () => Label::Bare,
    }
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
            ("Thứ hai, 05 tháng sáu 2023", "2023-06-05"),
            ("Tháng Mười Hai 5, 2023", "2023-12-05"),
            ("5 Tháng Năm, 2023", "2023-05-05"),
            ("5 Th6 2023", "2023-06-05"),
            ("03/02/2018 5:36:07 CH", "2018-02-03T17:36:07"),
            ("28/01/2025 12:05 SA", "2025-01-28T00:05:00"),
            ("05:36 ngày 03-02-2018", "2018-02-03T05:36:00"),
            ("13h41, 11.5.2023", "2023-05-11T13:41:00"),
            ("5/11/2023 1:41:00 PM", "2023-11-05T13:41:00"),
            ("May 11, 2023 | 1:41 p.m.", "2023-05-11T13:41:00"),
            ("2023-05-11T13:41:00.123+0700", "2023-05-11T13:41:00+07:00"),
            ("2023-05-11 06:41:00Z", "2023-05-11T06:41:00Z"),
            ("2023-05-11", "2023-05-11"),
            ("20230511", "2023-05-11"),
            ("Thu, 11 May 2023 13:41:00 GMT", "2023-05-11T13:41:00Z"),
            ("Published May 11th, 2023 at 1:41 pm", "2023-05-11T13:41:00"),
            ("May 11, 2023. Updated: May 19, 2023", "2023-05-11"),
            ("Updated May 19, 2023 | Published May 11, 2023", "2023-05-11"),
            ("Cập nhật: 19/05/2023 - Ngày đăng: 11/05/2023", "2023-05-11"),
        ] {
            assert_eq!(read(text, Order::DayFirst), want, "{text}");
        }
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
