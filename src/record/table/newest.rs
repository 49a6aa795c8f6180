//! Which of the results before a comparison it is made for.
//!
//! `Tăng` behind `2022 | 2023` is of 2023, and so it is behind `2023 | 2022`; `So với cùng kỳ` behind `TH 9T/2023` is of the column
//! of 9T/2024, wherever that stands. A result that no head dates is of the time of the table, not of its neighbour's.

use super::column::Holds;
use super::period::is_as_long;
use super::step::Step;
use super::tell::Teller;
use super::time::Time;
use crate::record::Period;

impl Teller<'_, '_> {
    /// The time of the newest of the results that stand side by side nearest before a column: a comparison is made
    /// for it in `2022 | 2023 | Tăng` and in `2023 | 2022 | Tăng`. None where nothing can have changed in it.
    pub(super) fn newest(&self, c: usize, around: Option<&Period>) -> Option<&Time> {
        let results = (0..c).rev().skip_while(|at| !self.is_result(*at));
        let near = results.take_while(|at| self.is_result(*at));
        let near: Vec<usize> =
            near.filter(|at| self.columns[*at].holds == Holds::Figures).collect();
        let time = |at: &usize| self.columns[*at].heading.time.as_ref();
        let times: Vec<&Time> = near.iter().filter_map(time).collect();
        if let ([at], [base]) = (&near[..], &times[..])
            && let Some(later) = self.year_later(*at, base, around)
        {
            return Some(later);
        }
        // What is held against the month before is of a month.
        let step = self.columns[c].heading.step;
        let base = self.columns[c].heading.base.as_ref().and_then(|base| base.within(around));
        let fits = |time: &&Time| {
            let period = time.within(around);
            let is_like =
                |period: &Period| base.as_ref().is_none_or(|base| is_as_long(period, base));
            period.is_some_and(|period| step.holds(&period) && is_like(&period))
        };
        let fitting: Vec<&Time> = times.iter().copied().filter(fits).collect();
        let times = if fitting.is_empty() { times } else { fitting }.into_iter();
        let end = |time: &Time| time.within(around).and_then(|period| period.end);
        let newer = |newest, time| if end(time) > end(newest) { time } else { newest };
        let newest = times.reduce(newer).filter(|time| time.is_stretch())?;
        // `Giá mới` behind `Giá cũ (từ 15/8)` is of the time of the table, which is later.
        let undated = near.first().is_some_and(|at| time(at).is_none());
        let from = |period: &Period| period.start.or(period.end);
        let own = newest.within(around);
        let later = around.and_then(from) > own.as_ref().and_then(from);
        (!(undated && later)).then_some(newest)
    }

    /// The time of a result before column `c` that lies just a year behind that of `base`, which stands there alone: `9T/2024` in
    /// `TH 9T/2024 | % KH | TH 9T/2023 | So với cùng kỳ`.
    fn year_later(&self, c: usize, base: &Time, around: Option<&Period>) -> Option<&Time> {
        let days = |period: Period| (period.start, period.end);
        let base = base.within(around)?;
        let is_later = |time: &&Time| {
            let before = time.within(around).and_then(|period| Step::Year.before(&period));
            before.map(days) == Some(days(base.clone()))
        };
        let results = (0..c).rev().filter(|at| self.is_result(*at));
        results.filter_map(|at| self.columns[at].heading.time.as_ref()).find(is_later)
    }
}
