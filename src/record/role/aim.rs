//! What is planned, aimed at, forecast, allotted or granted.
//!
//! `phấn đấu`, `dự kiến`, `sẽ` govern the clause that follows, over commas, until something is
//! said to be done; a plan (`kế hoạch là 9,4%`, `chỉ tiêu đề ra (400 …)`) names its own figure
//! only.

use super::{Case, Role};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::Modifier;
use crate::record::context::Stop;
use crate::record::frame::{Frame, What};
use std::ops::Range;

pub(super) fn read(case: &Case<'_, '_>) -> Option<&'static str> {
    let frame = case.frame;
    if names_plan(case) {
        return Some("role.plan");
    }
    if frame.figure(case.f).modifier == Modifier::AtMost {
        return Some("role.granted");
    }
    if names_allotment(case) {
        return Some("role.allotted");
    }
    match governed(frame, case.left.range.clone()) {
        Some(true) => return Some("role.aimed"),
        Some(false) => return None,
        None => {}
    }
    if proposed(case) {
        return Some("role.proposed");
    }
    let told_on = |before: usize| {
        let told = case.earlier[before];
        (told.role == Role::Target && told.rule.starts_with("role.aimed"))
            .then_some("role.aimed_on")
    };
    match case.left.stop {
        Stop::Figure(host) if frame.bracket(host) == frame.bracket(case.f) => told_on(host),
        Stop::Item | Stop::Parts if case.f > 0 => told_on(case.f - 1),
        Stop::Head => {
            let sentence = frame.sentence(case.f);
            let head = sentence
                .start
                .max(case.left.range.start.saturating_sub(120))
                ..case.left.range.start;
            governed(frame, head.clone())
                .or_else(|| {
                    head.rev()
                        .take(20)
                        .any(|i| frame.is(i, &[CueClass::Plan]))
                        .then_some(true)
                })
                .filter(|aimed| *aimed)
                .map(|_| "role.aimed")
        }
        _ => None,
    }
}

/// `gói hỗ trợ 62.000 tỷ đồng`, `trần bội chi 5,3%`: money set aside, the most that is allowed.
fn names_allotment(case: &Case<'_, '_>) -> bool {
    let (frame, left) = (case.frame, &case.left);
    let quantity = frame.figure(case.f);
    matches!(quantity.kind(), Some(UnitKind::Money | UnitKind::Share))
        && (left.clause..left.range.end).any(|i| frame.is(i, &[CueClass::Allotment]))
        && !(left.clause..left.range.end).any(|i| frame.is(i, &[CueClass::Fulfil, CueClass::Done]))
}

/// `việc nâng bội chi từ 4,8% lên 5,3%`: a change spoken of as a thing to be done.
fn proposed(case: &Case<'_, '_>) -> bool {
    let frame = case.frame;
    let sentence = frame.sentence(case.f);
    let start = sentence.start.max(frame.at[case.f].saturating_sub(15));
    let changes = |i: usize| frame.is(i, &[CueClass::Rise, CueClass::Fall]);
    case.led_by(&[CueClass::Level])
        && case
            .lead
            .is_some_and(|i| frame.is(i, &[CueClass::LevelReached]))
        && (start..frame.at[case.f]).any(|i| frame.is(i, &[CueClass::Nominal]) && changes(i + 1))
}

/// For a rise or fall: whether it is one that is planned.
pub(super) fn of_change(case: &Case<'_, '_>) -> Option<&'static str> {
    if names_plan(case) {
        return Some("role.plan");
    }
    let whole = matches!(case.left.stop, Stop::Sentence | Stop::Item);
    let clause = if whole {
        case.left.range.clone()
    } else {
        case.left.clause..case.left.range.end
    };
    if governed(case.frame, clause) == Some(true) {
        return Some("role.aimed");
    }
    match case.left.stop {
        Stop::Item if case.f > 0 => {
            let told = case.earlier[case.f - 1];
            (told.rule.starts_with("role.aimed")).then_some("role.aimed_on")
        }
        _ => None,
    }
}

/// Whether a range is governed by an aim (true), by something done (false), or by neither.
/// The nearest word decides; brackets are stepped over.
fn governed(frame: &Frame<'_>, range: Range<usize>) -> Option<bool> {
    let mut i = range.end;
    while i > range.start {
        i -= 1;
        match frame.pieces[i].what {
            What::Mark(')') => i = frame.opening(i, &range).unwrap_or(i),
            What::Phrase if frame.is(i, &[CueClass::Aim]) => return Some(true),
            What::Phrase if frame.is(i, &[CueClass::Done]) => return Some(false),
            What::Time(t) => {
                let time = frame.time(t);
                if time.sense == crate::mention::Sense::Now {
                    return Some(false);
                }
                let ahead = time
                    .span
                    .end
                    .zip(frame.scene.published)
                    .is_some_and(|(end, day)| end.year() > day.year());
                if ahead {
                    return Some(true);
                }
            }
            _ => {}
        }
    }
    None
}

/// `kế hoạch là 9,4%`, `mục tiêu đến năm 2020 là 50%`, `chỉ tiêu đề ra (400 người/năm)`.
fn names_plan(case: &Case<'_, '_>) -> bool {
    let (frame, left) = (case.frame, &case.left);
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
    clause
        .clone()
        .rev()
        .take(12)
        .any(|i| frame.is(i, &[CueClass::Plan]) && !compared(i))
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
            !matches!(
                frame.pieces[*i].what,
                What::Figure(_) | What::Mark(';' | ',' | ')')
            )
        })
        .any(|i| frame.is(i, &[CueClass::Plan]))
}
