//! What the columns of a table are to each other: results to their plan, parts to their total, shares to what they
//! are shares of.
//!
//! `Đạt (%)` behind `Kế hoạch` and `Thực hiện` is an attainment, `Tỷ lệ (%)` beside `Tăng, giảm` a change.

use super::column::{Column, Holds};
use super::heading::Heading;
use super::says::Says;
use super::unit::Unit;
use std::collections::HashMap;
use std::ops::Range;

/// Ties the columns of results to those of their plan, and those of parts to that of the total.
pub(super) fn relate(columns: &mut [Column]) {
    let plans: Vec<usize> = (0..columns.len()).filter(|c| is_plan(&columns[*c])).collect();
    let alone = if let [only] = plans[..] { Some(only) } else { None };
    let figures = |column: &Column| column.holds == Holds::Figures;
    let reached: Vec<bool> = columns.iter().map(is_reached).collect();
    let results = |among: Range<usize>| reached[among].contains(&true);
    let mut before = None;
    let mut totals: HashMap<Option<(usize, usize)>, usize> = HashMap::new();
    for (c, column) in columns.iter_mut().enumerate().filter(|(_, column)| figures(column)) {
        let plan = plans.iter().rfind(|plan| **plan < c).copied().or(alone);
        let heading = &mut column.heading;
        let shares = plan.is_some() && is_bare_share(heading);
        // `Đạt (%)` behind plan and result, not the result of a plan that is a share itself.
        let held = heading.says == Says::Result
            && plan.is_some_and(|plan| plan < c && results(plan + 1..c));
        if shares && (heading.says == Says::Untold || held) {
            heading.says = Says::Attainment;
            heading.words.clear();
        }
        if shares_change(&before, heading) {
            heading.says = Says::Change(None);
        }
        before = Some((heading.says, heading.parent));
        let held = matches!(heading.says, Says::Result | Says::Estimate | Says::Attainment);
        column.plan = plan.filter(|plan| held && *plan != c);
        if heading.is_total && heading.words.is_empty() {
            totals.entry(heading.parent).or_insert(c);
        }
    }
    for c in 0..columns.len() {
        let total = totals.get(&columns[c].heading.parent).copied();
        let alike = |t: &usize| *t != c && columns[*t].heading.says == columns[c].heading.says;
        columns[c].total = total.filter(alike);
    }
}

fn is_reached(column: &Column) -> bool {
    let says = column.heading.says;
    let is_share = column.heading.unit.as_ref().is_some_and(Unit::is_share);
    column.holds == Holds::Figures
        && !is_share
        && matches!(says, Says::Result | Says::Estimate | Says::Untold)
}

/// `Tỷ lệ (%)` beside `Tăng, giảm` under one head: by which share it changed.
fn shares_change(before: &Option<(Says, Option<(usize, usize)>)>, heading: &Heading) -> bool {
    let beside = before.is_some_and(|(says, parent)| {
        matches!(says, Says::Change(_)) && parent.is_some() && parent == heading.parent
    });
    let share = heading.unit.as_ref().is_some_and(Unit::is_share);
    beside && share && heading.says == Says::Untold
}

fn is_plan(column: &Column) -> bool {
    column.holds == Holds::Figures && column.heading.says == Says::Plan
}

/// `%` or `Tỷ lệ (%)`: a share, and nothing that says of what.
fn is_bare_share(heading: &Heading) -> bool {
    let share = heading.unit.as_ref().is_some_and(Unit::is_share);
    let short = |words: &String| words.split(' ').count() <= 2;
    share && heading.words.len() < 2 && heading.words.iter().all(short)
}
