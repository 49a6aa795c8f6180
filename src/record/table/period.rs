//! The time of a table's figures.

use super::column::Holds;
use super::heading::Heading;
use super::line::Line;
use super::says::Says;
use super::step::Step;
use super::tell::Teller;
use super::time::Time;
use crate::record::Period;
use jiff::civil::Date;

impl Teller<'_, '_> {
    /// The time of a figure: that of its column, of its row, of the note, of the words above. A
    /// comparison has the time of the result that it is made for.
    pub(super) fn period(&self, line: &Line, c: usize) -> (Option<Period>, &'static str) {
        let heading = &self.columns[c].heading;
        let says = self.says(line, c);
        let around = self.around(line, says);
        let over = around.as_ref().map(|(period, _)| period);
        let told = |time: &&Time| !time.is_now || !over.is_some_and(is_moment);
        let own = heading.time.as_ref().filter(told);
        let series = || self.series(c, over).filter(|_| says == Says::Attainment);
        if let Some(period) = own.is_none().then(series).flatten() {
            return (Some(period), "table.period_heading");
        }
        if let Some(period) = self.sums(c).then(|| self.summed(c, over)).flatten() {
            return (Some(period), "table.period_heading");
        }
        let compares = matches!(says, Says::Attainment | Says::Versus | Says::Change(_));
        let cumulates = heading.is_cumulative || compares && self.follows_cumulative(c);
        let sum = || self.sum_before(c, over).filter(|_| compares && heading.step == Step::Year);
        if let Some(period) = own.is_none().then(sum).flatten() {
            return (Some(period), "table.period_heading");
        }
        let newest = || self.newest(c, over).filter(told).filter(|_| compares && !cumulates);
        let column = own.or_else(newest);
        if let Some(period) = column.and_then(|time| crossed(line.time.as_ref(), time, over)) {
            let earlier =
                || self.result_period(c, over).and_then(|result| heading.step.before(&result));
            let year = |period: &Period| period.end.map(Date::year);
            let same = earlier().filter(|p| says == Says::Previous && year(p) == year(&period));
            return (Some(same.unwrap_or(period)), "table.period_heading");
        }
        let Some((period, rule)) = around else {
            let earlier = || heading.step.before(&self.result_period(c, None)?);
            let earlier = (says == Says::Previous).then(earlier).flatten();
            let rule = if earlier.is_some() { "table.period_before" } else { "period.none" };
            return (earlier, rule);
        };
        match says {
            Says::Previous => {
                let result = match heading.step {
                    Step::Year => self.result_period(c, Some(&period)),
                    _ => self.time_before(c, Some(&period)),
                };
                (heading.step.before(&result.unwrap_or(period)), "table.period_before")
            }
            // What is reached `đến ngày 15/7` was planned for the year.
            Says::Plan if heading.of_year || period.start.is_none() && !heading.is_amount => {
                (Some(whole_year(period)), rule)
            }
            _ if cumulates && period.start.is_some() => {
                let start = period.start.map(Date::first_of_year);
                (Some(Period { start, ..period }), rule)
            }
            _ if heading.of_year && period.start.is_none() => {
                let start = period.end.map(Date::first_of_year);
                (Some(Period { start, ..period }), rule)
            }
            _ => (Some(period), rule),
        }
    }

    /// The time of all figures of a row that no column dates, and the rule.
    fn around(&self, line: &Line, says: Says) -> Option<(Period, &'static str)> {
        let planned = says == Says::Plan || says == Says::Untold && self.head.is_target;
        let note = self.note.time.as_ref().and_then(|time| time.within(None));
        let rest = [
            (note, "table.period_note"),
            (self.head.period.clone(), "period.head"),
            (self.lead.period(planned).cloned(), "table.period_lead"),
            (self.head.met.clone(), "period.head"),
        ];
        let rest = rest.into_iter().find_map(|(period, rule)| Some((period?, rule)));
        let over = rest.as_ref().map(|(period, _)| period);
        let row = line.time.as_ref().and_then(|time| time.within(over));
        row.map(|period| (period, "table.period_row")).or(rest)
    }

    /// The time of all results before a column that stand under one head and follow each other in time: `Quý I | Quý
    /// II` under `Giải ngân`, of which the plan is reached together.
    fn series(&self, c: usize, around: Option<&Period>) -> Option<Period> {
        let parent = self.columns[..c].last()?.heading.parent?;
        let apart = self.columns[c].heading.parent != Some(parent);
        let all = self.together(c, Some(parent), around).filter(|_| apart)?;
        let in_year = all.start?.year() == all.end?.year();
        in_year.then_some(all)
    }

    /// The time of all results that a column sums: `Cộng` behind `T1 | T2 | T3`, or behind the head over them; what is counted on from the beginning of
    /// the year (`Lũy kế` behind `T4 | T5`) has it from there.
    fn summed(&self, c: usize, around: Option<&Period>) -> Option<Period> {
        let heading = &self.columns[c].heading;
        let beside = || self.together(c, heading.parent, around);
        let under = || {
            let parent = self.columns[..c].last()?.heading.parent?;
            self.together(c, Some(parent), around).filter(|_| heading.parent.is_none())
        };
        let all = beside().or_else(under).filter(|_| self.is_result(c))?;
        let start = all.start.filter(|_| !heading.is_cumulative);
        Some(Period { start: start.or(all.start.map(Date::first_of_year)), ..all })
    }

    /// The time of what the column right before one sums, which it compares: `Tăng/giảm` behind `T1 | T2 | Cộng`.
    fn sum_before(&self, c: usize, around: Option<&Period>) -> Option<Period> {
        let before = (0..c).rev().find(|at| self.is_result(*at))?;
        self.sums(before).then(|| self.summed(before, around)).flatten()
    }

    fn sums(&self, c: usize) -> bool {
        self.columns[c].heading.is_cumulative || self.columns[c].heading.is_total
    }

    /// The time of all results right before a column that stand under one head, where they are several and follow each
    /// other in time.
    fn together(
        &self,
        c: usize,
        parent: Option<(usize, usize)>,
        around: Option<&Period>,
    ) -> Option<Period> {
        let fits = |at: &usize| {
            let column = &self.columns[*at];
            column.holds == Holds::Figures && column.heading.parent == parent
        };
        let among = (0..c).rev().take_while(|at| fits(at) && self.is_result(*at));
        let time = |at: usize| self.columns[at].heading.time.as_ref()?.within(around);
        let mut periods = among.map(time);
        let mut all = periods.next()??;
        let mut count = 1;
        for period in periods {
            let period = period?;
            let follows = period.end?.tomorrow().ok() == all.start;
            if !follows {
                return None;
            }
            all.start = period.start;
            count += 1;
        }
        (count > 1).then_some(all)
    }

    /// Whether a column compares the one right before it, whose figures are counted from the beginning of the year.
    fn follows_cumulative(&self, c: usize) -> bool {
        let before = (0..c).rev().find(|at| self.is_result(*at));
        let heading = before.map(|before| &self.columns[before].heading);
        let alone = |heading: &Heading| heading.is_cumulative && heading.time.is_none();
        self.columns[c].heading.step == Step::Year && heading.is_some_and(alone)
    }

    /// The time of the result right before a column.
    fn time_before(&self, c: usize, around: Option<&Period>) -> Option<Period> {
        let before = c.checked_sub(1).filter(|before| self.is_result(*before))?;
        self.columns[before].heading.time.as_ref()?.within(around)
    }

    pub(super) fn is_result(&self, c: usize) -> bool {
        matches!(self.columns[c].heading.says, Says::Result | Says::Estimate | Says::Untold)
    }

    /// The time of the results nearest to a column; of several as long, the newest.
    fn result_period(&self, c: usize, around: Option<&Period>) -> Option<Period> {
        let mut near: Vec<usize> =
            (0..self.columns.len()).filter(|at| self.is_result(*at)).collect();
        near.sort_by_key(|at| at.abs_diff(c));
        let times = near.into_iter();
        let time = |at: usize| self.columns[at].heading.time.as_ref()?.within(around);
        let sum = |at: usize| self.sums(at).then(|| self.summed(at, around)).flatten();
        let mut times = times.filter_map(|at| sum(at).or_else(|| time(at)));
        let nearest = times.next()?;
        let alike: Vec<Period> = times.filter(|period| is_as_long(period, &nearest)).collect();
        let newer =
            |newest: Period, time: Period| if time.end > newest.end { time } else { newest };
        Some(alike.into_iter().fold(nearest, newer))
    }
}

/// The time that row and column name together: `Quý I` beside `2023`, `1` under `Tháng` beside `2022`; else that
/// of the column.
fn crossed(row: Option<&Time>, column: &Time, around: Option<&Period>) -> Option<Period> {
    let own = column.within(around)?;
    match row {
        Some(row) if column.names_year() && !row.names_year() => row.within(Some(&own)),
        _ => Some(own),
    }
}

/// Whether two spans are as long as each other, as months are: a month is held against a month, the year so far
/// against as much of the year before.
pub(super) fn is_as_long(a: &Period, b: &Period) -> bool {
    const DAYS: i32 = 3;
    let days = |period: &Period| {
        let (start, end) = period.start.zip(period.end)?;
        Some((end - start).get_days())
    };
    days(a).zip(days(b)).is_none_or(|(a, b)| a.abs_diff(b) <= DAYS as u32)
}

/// Whether a time is one day, or up to one: what is so `hiện tại` in the table is so on it.
fn is_moment(period: &Period) -> bool {
    period.start.is_none() || period.start == period.end
}

/// From the first to the last day of the years of a span.
fn whole_year(period: Period) -> Period {
    let start = period.start.or(period.end).map(Date::first_of_year);
    Period { start, end: period.end.map(Date::last_of_year), ..period }
}
