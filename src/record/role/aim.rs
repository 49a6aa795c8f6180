//! What is planned, aimed at, forecast, allotted or granted.
//!
//! `phấn đấu`, `dự kiến`, `sẽ` govern the clause that follows, over commas, until something is
//! said to be done; a plan (`kế hoạch là 9,4%`, `chỉ tiêu đề ra (400 …)`) names its own figure
//! only.

use super::govern::{governed, is_ahead};
use super::{Case, Role, allotted};
use crate::lexicon::CueClass;
use crate::mention::Sense;
use crate::record::Modifier;
use crate::record::context::{self, Stop};
use crate::record::frame::{Frame, What};
use crate::record::phrase::has_words;
use std::ops::Range;

pub(super) fn read(case: &Case<'_, '_>) -> Option<&'static str> {
    let frame = case.frame;
    if names_plan(case) {
        return Some("role.plan");
    }
    if super::change::levels_follow(case) {
        return None;
    }
    if frame.figure(case.f).modifier == Modifier::AtMost {
        return Some("role.granted");
    }
    let range = match case.left.stop {
        Stop::Figure(_) => case.left.clause..case.left.range.end,
        _ => case.left.range.clone(),
    };
    let governed = governed(frame, range);
    if governed == Some(true) {
        return Some("role.aimed");
    }
    if let Some(rule) = allotted::read(case) {
        return Some(rule);
    }
    if proposed(case) {
        return Some("role.proposed");
    }
    if governed == Some(false) {
        return None;
    }
    if lies_ahead(case) || will_follow(case) {
        return Some("role.ahead");
    }
    if lays_down(case) {
        return Some("role.aimed_by_plan");
    }
    told_on(case)
}

/// A target that goes on: the next figure of the clause, the next item of the list.
fn told_on(case: &Case<'_, '_>) -> Option<&'static str> {
    let frame = case.frame;
    let from = |before: usize| {
        let told = case.earlier[before];
        let restated = case.led_by(&[CueClass::Equal, CueClass::About]);
        let granted = told.rule == "role.granted" && frame.in_same_unit(before, case.f);
        let listed = told.rule == "role.plan"
            && frame.in_same_unit(before, case.f)
            && case
                .lead
                .is_some_and(|i| frame.mark(i) == Some(',') || frame.is(i, &[CueClass::And]));
        let aimed = told.rule.starts_with("role.aimed") || restated || granted || listed;
        (told.role == Role::Target && aimed).then_some(if granted {
            "role.granted"
        } else {
            "role.aimed_on"
        })
    };
    let only_bounds = |host: usize| case.earlier[host].role == Role::Condition;
    match case.left.stop {
        Stop::Figure(host) if frame.figure(host).from || only_bounds(host) => {
            let left = context::left(frame, host);
            match (governed(frame, left.range), left.stop) {
                (Some(true), _) => Some("role.aimed_on"),
                (None, Stop::Figure(before)) => from(before),
                _ => from(host),
            }
        }
        Stop::Figure(host) if frame.bracket(host) == frame.bracket(case.f) => from(host),
        Stop::Bracket if case.led_by(&[CueClass::Equal]) && case.f > 0 => from(case.f - 1),
        Stop::Parts if case.f > 0 && case.earlier[case.f - 1].rule == "role.plan" => {
            Some("role.aimed_on")
        }
        Stop::Item if reached_behind(case) => None,
        Stop::Item | Stop::Parts if case.f > 0 => from(case.f - 1),
        Stop::Head => list_of_targets(case).then_some("role.aimed_list"),
        _ => None,
    }
}

/// `12 chỉ tiêu đạt và vượt`: the words behind say that it is reached.
fn reached_behind(case: &Case<'_, '_>) -> bool {
    let next = case.frame.at[case.f] + 1;
    case.frame.is(next, &[CueClass::Exceed, CueClass::Fulfil])
}

/// `đề ra 12 chỉ tiêu, trong đó: …`, `mục tiêu đến năm 2025: …`: the head of the list is a plan
/// that is laid down, not one that is fulfilled.
fn list_of_targets(case: &Case<'_, '_>) -> bool {
    let frame = case.frame;
    let sentence = frame.sentence(case.f);
    let head = sentence.start.max(case.left.range.start.saturating_sub(60))..case.left.range.start;
    for i in head.clone().rev() {
        if frame.is(i, &[CueClass::Fulfil, CueClass::Exceed, CueClass::Done]) {
            return false;
        }
        if frame.figure_at(i).is_some_and(|f| case.earlier[f].role == Role::Attainment) {
            return false;
        }
        let counts_plans = frame.figure_at(i).is_some_and(|f| counts_plans(frame, f));
        let reached = |i: usize| {
            i > head.start
                && frame.figure_at(i - 1).is_some_and(|f| case.earlier[f].role == Role::Attainment)
        };
        if counts_plans || frame.is(i, &[CueClass::Plan, CueClass::Aim]) && !reached(i) {
            let done = (head.start..i).any(|j| frame.is(j, &[CueClass::Fulfil, CueClass::Exceed]));
            return !done;
        }
    }
    false
}

/// `dự toán 2026 được xây dựng trên cơ sở …`: the sentence begins with a plan that is laid down.
fn lays_down(case: &Case<'_, '_>) -> bool {
    let frame = case.frame;
    let sentence = frame.sentence(case.f);
    let head = sentence.start..frame.at[case.f].min(sentence.start + 16);
    let Some(plan) = head.clone().take(6).find(|i| frame.is(*i, &[CueClass::Plan])) else {
        return false;
    };
    let verb = (plan + 1..head.end).find(|i| {
        frame.is(*i, &[CueClass::Sets, CueClass::Level, CueClass::Fulfil, CueClass::Exceed])
    });
    verb.is_some_and(|i| frame.is(i, &[CueClass::Sets]))
        && (plan + 1..head.end).all(|i| frame.figure_at(i).is_none() || i == frame.at[case.f])
}

/// Whether a figure counts targets or plans: `26 chỉ tiêu`.
fn counts_plans(frame: &Frame<'_>, f: usize) -> bool {
    let unit = frame.figure(f).unit.as_ref().map(|u| u.words.start);
    unit.is_some_and(|at| frame.scene.cue(at, &[CueClass::Plan]).is_some())
}

/// `tăng 7%/năm trong giai đoạn 2026-2030`: the time right behind is not over yet.
fn lies_ahead(case: &Case<'_, '_>) -> bool {
    let mut next = case.frame.at[case.f] + 1;
    next += usize::from(case.frame.is(next, &[CueClass::Filler]));
    match case.frame.pieces.get(next).map(|p| p.what) {
        Some(What::Time(t)) => is_ahead(case.frame, t),
        _ => false,
    }
}

/// `100% hộ nghèo sẽ được cấp thẻ`: the figure is the subject of what will be; not of a question.
fn will_follow(case: &Case<'_, '_>) -> bool {
    let frame = case.frame;
    let begins = case.lead.is_none_or(|i| frame.mark(i) == Some(','))
        || !has_words(frame, case.left.clause..case.left.range.end);
    let end = frame.sentence(case.f).end;
    let asks = || (end.saturating_sub(2)..end).any(|i| frame.mark(i) == Some('?'));
    let mut right = context::right(frame, case.f);
    begins && right.any(|i| frame.is(i, &[CueClass::Will])) && !asks()
}

/// `việc nâng bội chi từ 4,8% lên 5,3%`: a change spoken of as a thing to be done.
fn proposed(case: &Case<'_, '_>) -> bool {
    let frame = case.frame;
    let sentence = frame.sentence(case.f);
    let start = sentence.start.max(frame.at[case.f].saturating_sub(15));
    let changes = |i: usize| frame.is(i, &[CueClass::Rise, CueClass::Fall]);
    case.led_by(&[CueClass::Level])
        && case.lead.is_some_and(|i| frame.is(i, &[CueClass::LevelReached]))
        && (start..frame.at[case.f])
            .any(|i| frame.is(i, &[CueClass::Nominal]) && (changes(i + 1) || changes(i + 2)))
}

/// `phấn đấu giải ngân đạt 95% kế hoạch`: a share of a plan that is yet to be reached; the verb stands
/// in its own clause, or governs the items before it: `phấn đấu …; giải ngân 95% vốn`.
pub(super) fn of_attainment(case: &Case<'_, '_>) -> Option<&'static str> {
    let clause = case.left.clause..case.left.range.end;
    let intends = clause.clone().any(|i| case.frame.is(i, &[CueClass::Intends]));
    let governs = governed(case.frame, clause.clone());
    if intends && governs == Some(true) {
        return Some("role.aimed");
    }
    let dated = |i: usize| matches!(case.frame.pieces[i].what, What::Time(_));
    let goes_on = case.left.stop == Stop::Item
        && case.f > 0
        && case.earlier[case.f - 1].rule.starts_with("role.aimed")
        && governs.is_none()
        && !clause.clone().any(dated);
    goes_on.then_some("role.aimed_on")
}

/// For a rise or fall: whether it is one that is planned.
pub(super) fn of_change(case: &Case<'_, '_>) -> Option<&'static str> {
    if names_plan(case) {
        return Some("role.plan");
    }
    let clause = case.left.clause..case.left.range.end;
    let range = match case.left.stop {
        Stop::Figure(_) => clause.clone(),
        _ => case.left.range.clone(),
    };
    let governed = governed(case.frame, range);
    if governed == Some(true) {
        return Some("role.aimed");
    }
    if lies_ahead(case) {
        return Some("role.ahead");
    }
    if lays_down(case) {
        return Some("role.aimed_by_plan");
    }
    match case.left.stop {
        Stop::Figure(host) => {
            let beside = case.frame.bracket(host) == case.frame.bracket(case.f)
                && case.earlier[host].rule.starts_with("role.aimed")
                && governed.is_none()
                && (has_words(case.frame, clause.clone()) || is_yearly(case.frame, clause));
            beside.then_some("role.aimed_on")
        }
        Stop::Item if case.f > 0 => {
            case.earlier[case.f - 1].rule.starts_with("role.aimed").then_some("role.aimed_on")
        }
        Stop::Head => list_of_targets(case).then_some("role.aimed_list"),
        _ => None,
    }
}

/// `mỗi năm giảm 1%`: a pace is told of the plan before it, and of no earlier level.
fn is_yearly(frame: &Frame<'_>, mut clause: Range<usize>) -> bool {
    clause.any(|i| match frame.pieces[i].what {
        What::Time(t) => frame.time(t).sense == Sense::Habitual,
        _ => false,
    })
}

/// `kế hoạch là 9,4%`, `mục tiêu đến năm 2020 là 50%`, `chỉ tiêu đề ra (400 người/năm)`.
fn names_plan(case: &Case<'_, '_>) -> bool {
    let (frame, left) = (case.frame, &case.left);
    if counts_plans(frame, case.f) {
        return false;
    }
    if case.led_by(&[CueClass::AtLevel]) && super::attainment::plan_behind(frame, case.f) {
        return true;
    }
    if left.stop == Stop::Bracket {
        let opening = left.range.start.saturating_sub(1);
        if left.range.is_empty()
            || case.led_by(&[CueClass::Rise, CueClass::Fall]) && left.range.len() == 1
        {
            return plan_right_before(frame, opening);
        }
    }
    let clause = left.clause..left.range.end;
    let compared = |i: usize| i > clause.start && frame.is(i - 1, &[CueClass::Versus]);
    clause.clone().rev().take(12).any(|i| frame.is(i, &[CueClass::Plan]) && !compared(i))
        && (case.led_by(&[CueClass::Level])
            || case.led_by(&[CueClass::Plan])
            || frame.mark(left.range.end.saturating_sub(1)) == Some(':'))
        && !case.led_by(&[CueClass::Has])
        && governed(frame, clause) != Some(false)
}

/// A plan in the words before a bracket, no figure between.
fn plan_right_before(frame: &Frame<'_>, opening: usize) -> bool {
    (0..opening)
        .rev()
        .take(16)
        .take_while(|i| {
            !matches!(frame.pieces[*i].what, What::Figure(_) | What::Mark(';' | ',' | ')'))
        })
        .any(|i| frame.is(i, &[CueClass::Plan]))
}
