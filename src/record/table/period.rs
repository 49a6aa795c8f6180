//! The time of a table's figures.

use super::body::Line;
use super::says::Says;
use super::tell::Teller;
use crate::record::Period;
use jiff::ToSpan;
use jiff::civil::Date;

impl Teller<'_, '_> {
    /// The time of a figure: that of its column, of its row, of the note, of the words above. A
    /// comparison has the time of the result that it is made for.
    pub(super) fn period(&self, line: &Line, c: usize) -> (Option<Period>, &'static str) {
        let heading = &self.columns[c].heading;
        let compares = |says| matches!(says, Says::Attainment | Says::Versus | Says::Change(_));
        let dated = |at: usize| self.columns[at].heading.period.as_ref();
        let column = match compares(heading.says) {
            true => (0..c).rev().filter(|at| self.is_result(*at)).find_map(dated),
            false => dated(c),
        };
        let around = || {
            let rest = [
                (&line.period, "table.period_row"),
                (&self.note.period, "table.period_note"),
                (&self.head.period, "period.head"),
            ];
            rest.into_iter().find_map(|(period, rule)| Some((period.clone()?, rule)))
        };
        if let Some(period) = column {
            let earlier = || self.result_period(c).and_then(|result| year_before(&result));
            let year = |period: &Period| period.end.map(Date::year);
            let same =
                earlier().filter(|p| heading.says == Says::Previous && year(p) == year(period));
            return (Some(same.unwrap_or_else(|| period.clone())), "table.period_heading");
        }
        let Some((period, rule)) = around() else { return (None, "period.none") };
        match heading.says {
            Says::Previous => {
                (year_before(&self.result_period(c).unwrap_or(period)), "table.period_before")
            }
            Says::Plan if heading.of_year => (Some(whole_year(period)), rule),
            _ => (Some(period), rule),
        }
    }

    fn is_result(&self, c: usize) -> bool {
        matches!(self.columns[c].heading.says, Says::Result | Says::Estimate | Says::Untold)
    }

    /// The time of the results nearest to a column.
    fn result_period(&self, c: usize) -> Option<Period> {
        let mut near: Vec<usize> =
            (0..self.columns.len()).filter(|at| self.is_result(*at)).collect();
        near.sort_by_key(|at| at.abs_diff(c));
        near.into_iter().find_map(|at| self.columns[at].heading.period.clone())
    }
}

/// The same span a year earlier.
fn year_before(period: &Period) -> Option<Period> {
    let back = |day: Option<Date>| day.map(|day| day.checked_sub(1.year())).transpose().ok();
    let (start, end) = (back(period.start)?, back(period.end)?);
    Some(Period { start, end, text: period.text.clone() })
}

/// From the first to the last day of the years of a span.
fn whole_year(period: Period) -> Period {
    let start = period.start.or(period.end).map(Date::first_of_year);
    Period { start, end: period.end.map(Date::last_of_year), ..period }
}
