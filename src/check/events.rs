//! A beginning and an end with their dates in one sentence: `khởi công ngày 19/5/2021, … được khánh thành ngày
//! 19/5/2023`, `bắt đầu từ ngày 15/12/2023 và kết thúc vào ngày 14/02/2024`.
//!
//! A date is a day or a month, each with its year, and stands right beside its event. Whether both are of one
//! work is told by what stands between them: no second beginning, and no end that is only planned.

use super::called::colours;
use super::day_span::day;
use super::month_span::month;
use super::passage::Passage;
use super::words::text::{BEGINNINGS, ENDINGS, NOT_YET_DONE};
use crate::text::Tokens;
use jiff::civil::Date;

/// How many tokens may stand between an event and its date, and between two events.
const DATE: usize = 5;
const EVENTS: usize = 24;

/// How many words may stand between the first date and an end that is surely its own.
const CLOSE: usize = 3;

/// Two events; a date is the first and the last day that it may be.
pub(super) struct Events {
    pub(super) first: (Date, Date),
    pub(super) last: (Date, Date),
    /// The token behind both.
    pub(super) behind: usize,
    /// Whether nothing between them says that the end is of another work, or still to come.
    pub(super) is_of_one: bool,
    /// Whether the end with its date stands right behind the first date.
    pub(super) is_close: bool,
}

impl Events {
    /// The events of which the first begins at a token.
    pub(super) fn at(passage: &Passage<'_>, at: usize) -> Option<Self> {
        let len = passage.says(at, BEGINNINGS)?;
        let sentence = passage.sentence(passage.sentence_of(at));
        let (first, behind) = moment(passage, at + len..sentence.end)?;
        let ending = passage.find(behind..sentence.end.min(behind + EVENTS), ENDINGS)?;
        let mut end = ending.end;
        while let Some(next) = passage.find(end..sentence.end.min(end + DATE), ENDINGS) {
            end = next.end;
        }
        let after = moment(passage, end..sentence.end);
        let before = || (behind..ending.start).find_map(|at| moment(passage, at..ending.start));
        let between = at + len..ending.start;
        let is_of_one = [BEGINNINGS, NOT_YET_DONE]
            .iter()
            .all(|words| passage.find(between.clone(), words).is_none());
        let is_close = after.is_some() && colours(passage, behind..ending.start).count() <= CLOSE;
        let (last, behind) = after.or_else(before)?;
        Some(Self { first, last, behind, is_of_one, is_close })
    }

    /// `19/5/2021 - tháng 5/2023`
    pub(super) fn shown(&self) -> String {
        let shown = |(first, last): (Date, Date)| match first == last {
            true => format!("{}/{}/{}", first.day(), first.month(), first.year()),
            false => format!("tháng {}/{}", first.month(), first.year()),
        };
        format!("{} - {}", shown(self.first), shown(self.last))
    }
}

/// The first date of a range, and the token behind it.
fn moment(passage: &Passage<'_>, within: Tokens) -> Option<((Date, Date), usize)> {
    (within.start..within.end.min(within.start + DATE)).find_map(|at| {
        if let Some((date, end)) = day(passage, at) {
            return Some(((date, date), end));
        }
        let ((month, year), end) = month(passage, at)?;
        let first = Date::new(year?.try_into().ok()?, month.try_into().ok()?, 1).ok()?;
        Some(((first, first.last_of_month()), end))
    })
}
