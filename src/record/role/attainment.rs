//! Shares of a plan or of an earlier level: `đạt 98% kế hoạch`, `bằng 104% so với cùng kỳ`,
//! `vượt 7% dự toán`, `thấp hơn 0,4% so với chỉ tiêu`.

use super::Case;
use crate::lexicon::{CueClass, UnitKind};
use crate::record::context::{self, Stop};
use crate::record::frame::{Frame, What};
use crate::record::own;
use crate::record::phrase::has_words;
use std::ops::Range;

pub(super) fn read(case: &Case<'_, '_>) -> Option<&'static str> {
    let (frame, quantity) = (case.frame, case.frame.figure(case.f));
    let plan = plan_behind(frame, case.f);
    if case.led_by(&[CueClass::Exceed]) && plan {
        return Some("role.exceeds_plan_by");
    }
    let verb = own::gap_verb(frame, &case.left);
    if verb.is_some_and(|verb| names_plan(frame, verb..case.left.range.end)) {
        return Some("role.exceeds_plan_by");
    }
    if quantity.kind() != Some(UnitKind::Share) {
        return None;
    }
    if plan && !case.led_by(&[CueClass::AtLevel]) {
        return Some("role.share_of_plan");
    }
    if case.led_by(&[CueClass::Equal]) && earlier_level_behind(frame, case.f) {
        return Some("role.share_of_earlier");
    }
    let own = match case.left.stop {
        Stop::Bracket if case.left.range.is_empty() => {
            frame.sentence(case.f).start.max(frame.at[case.f].saturating_sub(60))..frame.at[case.f]
        }
        _ => case.left.clause..case.left.range.end,
    };
    if case.led_by(&[CueClass::Fulfil])
        || own.into_iter().any(|i| frame.is(i, &[CueClass::Disbursal]))
    {
        return Some("role.fulfilled");
    }
    let next_place = match case.left.stop {
        Stop::Item => case.led_by(&[CueClass::Level]) && of_next_place(case),
        Stop::Figure(_) => only_next_place(case),
        _ => false,
    };
    (next_place || of_disbursed(case) || in_row(case)).then_some("role.fulfilled")
}

/// `đã giải ngân được 98,4 tỷ đồng, đạt 18,6%`: the share of what was to be paid out.
fn of_disbursed(case: &Case<'_, '_>) -> bool {
    let frame = case.frame;
    let Stop::Figure(host) = case.left.stop else { return false };
    let clause = context::left(frame, host);
    case.led_by(&[CueClass::Level, CueClass::Equal])
        && !has_words(frame, case.left.range.clone())
        && frame.figure(host).kind() == Some(UnitKind::Money)
        && (clause.clause..clause.range.end).any(|i| frame.is_at(i, &[CueClass::Disbursal]))
}

/// `lần lượt là 62%, 48% và 35%`: as the first of the row.
fn in_row(case: &Case<'_, '_>) -> bool {
    let first = case.frame.row(case.f).start;
    first < case.f && case.earlier[first].rule == "role.fulfilled"
}

/// `huyện A giải ngân 28%; huyện B đạt 61%`: the same of another place.
fn of_next_place(case: &Case<'_, '_>) -> bool {
    let frame = case.frame;
    let told = case.earlier.last().is_some_and(|told| told.rule == "role.fulfilled");
    let first = &frame.pieces[case.left.range.start].words;
    told && frame.place_over(first)
}

/// `huyện A giải ngân 68%, huyện B 54%`.
fn only_next_place(case: &Case<'_, '_>) -> bool {
    let frame = case.frame;
    let mut words = case.left.clause..case.left.range.end;
    let told = case.earlier.last().is_some_and(|told| told.rule == "role.fulfilled");
    told && !words.is_empty()
        && words.all(|i| {
            frame.place_over(&frame.pieces[i].words)
                || frame.is(i, &[CueClass::AreaKind, CueClass::And])
        })
}

/// Whether some pieces name a plan.
pub(super) fn names_plan(frame: &Frame<'_>, mut pieces: Range<usize>) -> bool {
    pieces.any(|i| frame.is(i, &[CueClass::Plan]))
}

/// Whether a plan stands behind the figure, with nothing but small words between, or behind
/// `so với` in the same clause.
pub(super) fn plan_behind(frame: &Frame<'_>, f: usize) -> bool {
    let sentence = frame.sentence(f);
    let mut open = false;
    for i in frame.at[f] + 1..sentence.end.min(frame.at[f] + 14) {
        match frame.pieces[i].what {
            What::Phrase if frame.is(i, &[CueClass::Plan, CueClass::Allotment]) => return true,
            What::Phrase => {
                open |= frame.is(i, &[CueClass::Versus])
                    || i == frame.at[f] + 1
                        && (frame.is(i, &[CueClass::Regarding])
                            || frame.is_at(i, &[CueClass::MeasureNoun]));
                if !open && !frame.is(i, &[CueClass::Filler]) {
                    return false;
                }
            }
            What::Figure(other) if open && frame.figure(other).kind() == frame.figure(f).kind() => {
            }
            _ => return false,
        }
    }
    false
}

/// `so với cùng kỳ`, `cùng kỳ năm trước`.
fn earlier_level_behind(frame: &Frame<'_>, f: usize) -> bool {
    let next = frame.at[f] + 1;
    let time = matches!(frame.pieces.get(next).map(|p| p.what), Some(What::Time(_)));
    frame.is(next, &[CueClass::Versus]) || time
}
