//! The months that the words before a figure speak of: `tháng 7`, `7 tháng đầu năm 2023`, `quý II`,
//! `năm 2022`, `cả năm`.
//!
//! The last time of the figure's own words counts, or the one right behind its unit. A time without
//! a year has none; a length of time counts from the beginning of the year only where it is said so, or
//! where it is said of months without `qua` or `cuối`.

use super::facts::Facts;
use super::passage::Passage;
use super::words::text::{
    BEFORE_A_DATE, NOT_FROM_JANUARY, QUARTERS, QUARTERS_IN_DIGITS, TO_THE_LAST, WHOLE_YEAR,
};
use crate::lexicon::{CueClass, UnitKind};
use crate::text::Tokens;

/// How many tokens before a figure are read.
const REACH: usize = 30;

/// How many tokens behind a time may tell its year.
const YEAR: usize = 4;

/// The year of what is told of `năm nay`, which is none that is told by its number.
pub(super) const THIS_YEAR: u32 = 0;

/// Some months of one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct When {
    pub(super) year: Option<u32>,
    pub(super) first: u32,
    pub(super) last: u32,
}

impl When {
    /// Whether two times may be of one year.
    pub(super) fn may_share_year(self, other: Self) -> bool {
        self.year.is_none() || other.year.is_none() || self.year == other.year
    }

    /// Whether this time is the same part of the year right before another one.
    pub(super) fn is_year_before(self, other: Self) -> bool {
        let years = self.year.zip(other.year).is_some_and(|(a, b)| a + 1 == b);
        years && (self.first, self.last) == (other.first, other.last)
    }

    /// Whether this time is a part of another one, and shorter.
    pub(super) fn is_within(self, other: Self) -> bool {
        self.may_share_year(other)
            && other.first <= self.first
            && self.last <= other.last
            && (self.first, self.last) != (other.first, other.last)
    }
}

/// The time of a figure, by its own words.
pub(super) fn when(facts: &Facts<'_>, figure: usize) -> Option<When> {
    let (lead, passage) = facts.lead(figure)?;
    let (place, _) = facts.place(figure)?;
    let length = facts.before(figure).filter(|r| facts.records[*r].unit_kind == UnitKind::Time);
    let start = length.and_then(|r| facts.lead(r)).map_or(lead.start, |(lead, _)| lead.start);
    let start = start.max(lead.end.saturating_sub(REACH));
    let behind = || time_at(passage, place.end..place.end + 1 + YEAR).map(|(when, _)| when);
    last_time(passage, start..lead.end).or_else(behind)
}

/// The last time of a range.
fn last_time(passage: &Passage<'_>, within: Tokens) -> Option<When> {
    let mut at = within.start;
    let mut last = None;
    while at < within.end {
        match time_at(passage, at..within.end) {
            Some((when, end)) => {
                last = Some(when);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    last
}

/// The time that begins a range, and the token behind it.
fn time_at(passage: &Passage<'_>, within: Tokens) -> Option<(When, usize)> {
    let at = within.start;
    let key = |at: usize| if at < within.end { passage.text.key(at) } else { "" };
    let span = |first, last, end: usize| {
        let (year, end) = year_behind(passage, end..within.end);
        Some((When { year, first, last }, end))
    };
    if let Some(len) = passage.says(at, WHOLE_YEAR).filter(|len| at + len <= within.end) {
        return span(1, 12, at + len);
    }
    if let Some(last) = since_january(passage, within.clone()) {
        let (month, end) = last;
        return span(1, month, end);
    }
    for names in [QUARTERS, QUARTERS_IN_DIGITS] {
        for (index, name) in (1..).zip(names) {
            let (quarter, year) = split(key(at + 1));
            let written = format!("{} {quarter}", key(at));
            if written == *name {
                let (first, last) = (3 * index - 2, 3 * index);
                return match year {
                    Some(year) => Some((When { year: Some(year), first, last }, at + 2)),
                    None => span(first, last, at + 2),
                };
            }
        }
    }
    if key(at) == "tháng" {
        let (month, year) = split(key(at + 1));
        let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
        return match year {
            Some(year) => Some((When { year: Some(year), first: month, last: month }, at + 2)),
            None => span(month, month, at + 2),
        };
    }
    let count = passage.whole(at).filter(|(count, _)| (2..=12).contains(count));
    if let Some((count, len)) = count.filter(|(_, len)| key(at + len) == "tháng") {
        let before = passage.text.key(at.wrapping_sub(1));
        let dated = matches!(before, "/" | "-") || BEFORE_A_DATE.contains(&before);
        let next = key(at + len + 1);
        let lasting = before == "trong" && next != "đầu";
        let others = NOT_FROM_JANUARY.contains(&next) || lasting;
        return (!dated && !others).then(|| span(1, count, at + len + 1))?;
    }
    let year = (key(at) == "năm").then(|| year(key(at + 1))).flatten()?;
    Some((When { year: Some(year), first: 1, last: 12 }, at + 2))
}

/// `đầu năm đến hết tháng 8`: its last month, and the token behind it.
fn since_january(passage: &Passage<'_>, within: Tokens) -> Option<(u32, usize)> {
    let key = |at: usize| if at < within.end { passage.text.key(at) } else { "" };
    let start = within.start;
    let begins = key(start) == "đầu" && key(start + 1) == "năm";
    let until = (start + 2..start + 4).filter(|_| begins);
    let (_, until) = until.into_iter().find_map(|at| passage.cue_at(at, &[CueClass::Until]))?;
    let late = until.end + usize::from(TO_THE_LAST.contains(&key(until.end)));
    let month = key(late + 1).parse().ok().filter(|month| (2..=12).contains(month))?;
    (key(late) == "tháng").then_some((month, late + 2))
}

/// `năm 2023`, `/2023`, `đầu năm 2023` behind a part of a year.
fn year_behind(passage: &Passage<'_>, within: Tokens) -> (Option<u32>, usize) {
    let end = within.end.min(within.start + YEAR);
    for at in within.start..end {
        let key = passage.text.key(at);
        if let Some(year) = year(key.trim_start_matches('/')) {
            return (Some(year), at + 1);
        }
        if key == "nay" {
            return (Some(THIS_YEAR), at + 1);
        }
        if !matches!(key, "/" | "-" | "năm" | "đầu" | "của") {
            break;
        }
    }
    (None, within.start)
}

/// `7/2023` as month and year.
fn split(key: &str) -> (&str, Option<u32>) {
    let parts = key.split_once(['/', '-', '.']);
    parts.and_then(|(part, rest)| Some((part, Some(year(rest)?)))).unwrap_or((key, None))
}

fn year(key: &str) -> Option<u32> {
    key.parse().ok().filter(|year| (1900..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    #[test]
    fn the_last_time_before_a_figure_is_read() {
        let of = |year, first, last| Some(When { year, first, last });
        for (raw, want) in [
            ("Tháng 8, cả huyện xảy ra", of(None, 8, 8)),
            ("Trong tháng 8/2021, huyện xảy ra", of(Some(2021), 8, 8)),
            ("8 tháng đầu năm 2021, huyện xảy ra", of(Some(2021), 1, 8)),
            ("Lũy kế 8 tháng huyện xảy ra", of(None, 1, 8)),
            ("Quý II/2021, huyện xảy ra", of(Some(2021), 4, 6)),
            ("Quý 3 năm 2021, huyện xảy ra", of(Some(2021), 7, 9)),
            ("Năm 2021, huyện xảy ra", of(Some(2021), 1, 12)),
            ("tháng 8 huyện xảy ra; cả năm xảy ra", of(None, 1, 12)),
            ("8 tháng đầu năm nay huyện xảy ra", of(Some(0), 1, 8)),
            ("Từ đầu năm đến hết tháng 8, huyện xảy ra", of(None, 1, 8)),
            ("Sau 8 tháng huyện xảy ra", None),
            ("8 tháng cuối năm huyện xảy ra", None),
            ("Huyện xảy ra", None),
        ] {
            let text = Text::new(raw);
            let marks = Marks::new(&text, Lexicon::built_in());
            let passage = Passage::new(&marks);
            assert_eq!(last_time(&passage, 0..text.tokens.len()), want, "{raw}");
        }
    }
}
