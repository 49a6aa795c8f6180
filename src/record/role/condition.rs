//! Bounds that only say which cases are meant: `doanh nghiệp có vốn dưới 10 tỷ đồng`, `hộ có từ 3
//! con trở lên`, `từ 15 tuổi`, and what a rule asks (`diện tích tối thiểu 1.000 m2`).

use super::govern::governed;
use super::{Case, Role};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::Modifier;
use crate::record::context::Stop;

pub(super) fn read(case: &Case<'_, '_>) -> Option<&'static str> {
    if case.led_by(&[CueClass::Allotment]) {
        return None;
    }
    let quantity = case.frame.figure(case.f);
    if is_age(case) {
        return Some("role.age");
    }
    if quantity.open_ended && quantity.from {
        return Some("role.from_upwards");
    }
    let bounded = matches!(
        quantity.modifier,
        Modifier::Over | Modifier::Under | Modifier::AtLeast | Modifier::AtMost
    ) || quantity.from;
    if bounded && (in_relative_clause(case) || of_none(case) || is_supposed(case)) {
        return Some("role.relative_bound");
    }
    if asked_by_rule(case) {
        return Some("role.asked_by_rule");
    }
    let same_list = matches!(case.left.stop, Stop::Item) && case.f > 0;
    (same_list
        && case.earlier[case.f - 1].rule == "role.asked_by_rule"
        && case.frame.figure(case.f - 1).kind() == quantity.kind())
    .then_some("role.asked_by_rule")
}

/// `từ 18 đến 35 tuổi`, `độ tuổi 24-40`.
fn is_age(case: &Case<'_, '_>) -> bool {
    let quantity = case.frame.figure(case.f);
    let age = quantity.unit.as_ref().is_some_and(|u| u.key.as_deref() == Some("year_of_age"));
    age && (quantity.from
        || quantity.high.is_some()
        || quantity.modifier != Modifier::Exact
        || case.lead.is_some_and(|i| case.frame.is(i, &[CueClass::Bound])))
}

/// The figure stands in a clause that describes what the figure before it counts.
fn in_relative_clause(case: &Case<'_, '_>) -> bool {
    let frame = case.frame;
    let range = frame.outside_brackets(case.left.range.clone());
    let Some(host) = case.neighbour() else { return false };
    let again = frame.is(case.left.range.start, &[CueClass::And]);
    let described = matches!(frame.figure(host).kind(), Some(UnitKind::Count | UnitKind::Share))
        && case.earlier[host].role != Role::Condition;
    let share = frame.figure(case.f).kind() == Some(UnitKind::Share);
    let pays_out = |i: usize| share && frame.is(i, &[CueClass::Disbursal]);
    (described || again && case.earlier[host].role == Role::Condition)
        && !range.clone().any(|i| frame.mark(i) == Some(','))
        && !range.clone().any(|i| {
            frame.is(i, &[CueClass::WithWord, CueClass::Done]) && !frame.is(i, &[CueClass::Has])
        })
        && range
            .clone()
            .any(|i| frame.is(i, &[CueClass::Bound, CueClass::Has, CueClass::Level]) || pays_out(i))
}

/// `không còn xã dưới 10 tiêu chí`: the bound of what there is none of.
fn of_none(case: &Case<'_, '_>) -> bool {
    let mut clause = case.left.clause..case.left.range.end.saturating_sub(1);
    clause.any(|i| case.frame.is(i, &[CueClass::NoneOf]))
}

/// `nếu tỷ lệ giải ngân dưới 90%`.
fn is_supposed(case: &Case<'_, '_>) -> bool {
    let mut clause = case.left.clause..case.left.range.end;
    clause.any(|i| case.frame.is(i, &[CueClass::IfWord]))
}

/// `tối thiểu` in a text that lays down rules.
fn asked_by_rule(case: &Case<'_, '_>) -> bool {
    let frame = case.frame;
    let least = frame.figure(case.f).modifier == Modifier::AtLeast
        || case.left.range.clone().any(|i| frame.is(i, &[CueClass::AtLeast]));
    let start = frame.at[case.f].saturating_sub(250);
    let asked_of_us = governed(frame, case.left.clause..case.left.range.end) == Some(true);
    least && !asked_of_us && (start..frame.at[case.f]).any(|i| frame.is(i, &[CueClass::RuleWord]))
}
