//! What is set aside, allowed at most, or granted by a rule: `gói hỗ trợ 62.000 tỷ đồng`, `người từ 80
//! tuổi trở lên được hỗ trợ 1 triệu đồng`.
//!
//! Refused: what was paid out of it (`đã có 45 người từ 80 tuổi trở lên được hỗ trợ 22 triệu đồng`).

use super::govern::governed;
use super::{Case, Role};
use crate::lexicon::{CueClass, UnitKind};

pub(super) fn read(case: &Case<'_, '_>) -> Option<&'static str> {
    if names_allotment(case) {
        return Some("role.allotted");
    }
    granted_to_case(case).then_some("role.granted")
}

/// `gói hỗ trợ 62.000 tỷ đồng`, `trần bội chi 5,3%`: money set aside, the most that is allowed.
fn names_allotment(case: &Case<'_, '_>) -> bool {
    let (frame, left) = (case.frame, &case.left);
    let quantity = frame.figure(case.f);
    matches!(quantity.kind(), Some(UnitKind::Money | UnitKind::Share))
        && (left.clause..left.range.end).any(|i| frame.is(i, &[CueClass::Allotment]))
        && !(left.clause..left.range.end).any(|i| frame.is(i, &[CueClass::Fulfil, CueClass::Done]))
}

/// `người từ 80 tuổi trở lên được hỗ trợ 1 triệu đồng`: what those get whom a condition names is laid
/// down by a rule.
fn granted_to_case(case: &Case<'_, '_>) -> bool {
    let frame = case.frame;
    let sentence = frame.sentence(case.f);
    let (start, at) = (sentence.start.max(frame.at[case.f].saturating_sub(60)), frame.at[case.f]);
    let named = (start..at)
        .any(|i| frame.figure_at(i).is_some_and(|f| case.earlier[f].role == Role::Condition));
    let gets = |i: usize| {
        let passive = |word| frame.scene.cue(word, &[CueClass::Passive]).is_some();
        frame.is(i, &[CueClass::Activity])
            && frame.pieces[i].words.start.checked_sub(1).is_some_and(passive)
    };
    named
        && frame.figure(case.f).kind() == Some(UnitKind::Money)
        && (case.left.clause..case.left.range.end).any(gets)
        && governed(frame, start..at) != Some(false)
}
