//! The role of a table's figure, from the heading of its column and its row.

use super::says::Says;
use crate::record::{Direction, Modifier, Role};
use rust_decimal::Decimal;

/// The role of a figure with its direction, and the rule.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub role: Role,
    pub direction: Option<Direction>,
    pub modifier: Option<Modifier>,
    pub rule: &'static str,
}

impl Reading {
    pub(super) fn of(role: Role, rule: &'static str) -> Self {
        Self { role, direction: None, modifier: None, rule }
    }
}

/// What a figure is asked about.
pub(super) struct Case {
    /// What its column says, or its row.
    pub says: Says,
    /// Which way its own cell says that it went: `Tăng 9,4%`.
    pub moved: Option<Direction>,
    pub negative: bool,
    /// Whether its unit is a share.
    pub share: bool,
    /// Which way its row says that it goes: `Tốc độ tăng GRDP`, `Giảm tỷ lệ hộ nghèo`.
    pub growth: Option<Direction>,
    /// Whether the shares of its column are changes: see [`are_changes`].
    pub changes: bool,
    /// Whether the words over the table lay down a plan.
    pub planned: bool,
}

pub(super) fn read(case: &Case) -> Reading {
    let change = |named: Option<Direction>, rule| {
        let up = if case.negative { Direction::Down } else { Direction::Up };
        let direction = named.filter(|_| !case.negative).or(Some(up));
        Reading { direction, ..Reading::of(Role::Change, rule) }
    };
    match case.says {
        Says::Plan => Reading::of(Role::Target, "table.plan"),
        _ if case.moved.is_some() => change(case.moved, "table.change"),
        Says::Attainment => Reading::of(Role::Attainment, "table.attainment"),
        Says::Change(direction) => change(direction, "table.change"),
        Says::Versus if case.changes || !case.share => change(None, "table.versus"),
        Says::Versus => Reading::of(Role::Attainment, "table.versus"),
        _ if case.growth.is_some() && case.share => change(case.growth, "table.growth"),
        Says::Untold if case.planned => Reading::of(Role::Target, "table.planned"),
        Says::Result => Reading::of(Role::Actual, "table.result"),
        Says::Previous => Reading::of(Role::Actual, "table.previous"),
        Says::Estimate => Reading {
            modifier: Some(Modifier::About),
            ..Reading::of(Role::Actual, "table.estimate")
        },
        Says::Untold => Reading::of(Role::Actual, "table.actual"),
    }
}

/// `So với cùng kỳ (%)`: whether shares of an earlier level (`105,3`) or changes (`5,3`, `-2`) stand
/// under it. Most of the former are about a hundred.
pub(super) fn are_changes(figures: impl Iterator<Item = (Decimal, bool)>) -> bool {
    let (mut small, mut large) = (0, 0);
    for (value, negative) in figures {
        match negative || value < Decimal::from(50) {
            true => small += 1,
            false => large += 1,
        }
    }
    small > large
}
