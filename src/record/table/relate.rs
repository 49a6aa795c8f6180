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
    let counted: Vec<Option<Unit>> = columns
        .iter()
        .map(|column| column.heading.counted.as_ref().map(|(_, unit)| unit.clone()))
        .collect();
    let has_levels = reached.contains(&true);
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
        let is_part = heading.says == Says::Versus && is_share_of(heading, &counted[..c]);
        if is_part {
            heading.says = Says::Untold;
        }
        let based = heading.says == Says::Previous && is_bare_share(heading) && has_levels;
        if based {
            heading.says = Says::Versus;
        }
        let rises = column.signs.rise && heading.says == Says::Untold && !heading.explains_signs;
        if rises || shares_change(&before, heading, column.signs.any) {
            heading.says = Says::Change(None);
        }
        before = Some((heading.says, heading.parent));
        let held = matches!(heading.says, Says::Result | Says::Estimate | Says::Attainment);
        column.plan = plan.filter(|plan| held && *plan != c);
        if heading.is_total && heading.words.is_empty() {
            totals.entry(heading.parent).or_insert(c);
        }
    }
    sum_up(columns);
    for c in 0..columns.len() {
        let total = totals.get(&columns[c].heading.parent).copied();
        let alike = |t: &usize| *t != c && columns[*t].heading.says == columns[c].heading.says;
        columns[c].total = total.filter(alike);
    }
}

/// Gives a bare `Tổng` the unit of the columns that it sums, and the words that they share, where they agree; where
/// they count several things it counts none of them: `HCV | HCB | HCĐ | Tổng`.
fn sum_up(columns: &mut [Column]) {
    for c in 0..columns.len() {
        let total = &columns[c].heading;
        let is_bare = total.is_total && total.words.is_empty() && total.unit.is_none();
        if !is_bare || columns[c].holds != Holds::Figures {
            continue;
        }
        let is_part = |column: &&Column| {
            let Column { holds, heading, .. } = column;
            *holds == Holds::Figures && heading.says == total.says && !heading.is_total
        };
        let mut parts: Vec<&Column> = columns[..c].iter().rev().take_while(is_part).collect();
        if parts.is_empty() {
            parts = columns[c + 1..].iter().take_while(is_part).collect();
        }
        let [first, second, ..] = parts[..] else { continue };
        let unit = first.heading.unit.as_ref().filter(|unit| {
            let same = |column: &&Column| {
                column.heading.unit.as_ref().is_some_and(|other| unit.is_alike(other))
            };
            parts.iter().all(same)
        });
        let counted =
            |column: &Column| column.heading.counted.as_ref().map(|(_, unit)| unit.name());
        let apart = counted(first).is_some()
            && counted(second).is_some()
            && counted(first) != counted(second);
        let shares = |at: &usize| {
            let word = first.heading.words.get(*at);
            word.is_some() && parts.iter().all(|part| part.heading.words.get(*at) == word)
        };
        let shared = (0..).take_while(shares).count();
        let (unit, words) = (unit.cloned(), first.heading.words[..shared].to_vec());
        let heading = &mut columns[c].heading;
        heading.counts_none |= apart;
        if unit.is_some() {
            (heading.unit, heading.words) = (unit, words);
        }
    }
}

fn is_reached(column: &Column) -> bool {
    let says = column.heading.says;
    let is_share = column.heading.unit.as_ref().is_some_and(Unit::is_share);
    column.holds == Holds::Figures
        && !is_share
        && matches!(says, Says::Result | Says::Estimate | Says::Untold)
}

/// `Tỷ lệ (%)` beside `Tăng, giảm` under one head, or with signs: by which share it changed.
fn shares_change(
    before: &Option<(Says, Option<(usize, usize)>)>,
    heading: &Heading,
    signed: bool,
) -> bool {
    let beside = before.is_some_and(|(says, parent)| {
        let together = parent.is_some() && parent == heading.parent;
        matches!(says, Says::Change(_)) && (together || signed)
    });
    let share = heading.unit.as_ref().is_some_and(Unit::is_share);
    beside && share && heading.says == Says::Untold
}

/// Whether what figures are held against is a number of the same things that a column before counts, or of all: `Số phiếu
/// bầu` and `Tỷ lệ so với phiếu hợp lệ` are a part and its share.
fn is_share_of(heading: &Heading, before: &[Option<Unit>]) -> bool {
    let Some(base) = &heading.held_against else { return false };
    let share = heading.unit.as_ref().is_some_and(Unit::is_share);
    let first = |unit: &Unit| unit.text.split(' ').next().map(str::to_owned);
    let same = |base: &Unit| before.iter().flatten().any(|unit| first(unit) == first(base));
    share && base.as_ref().is_none_or(same)
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
