//! Money, shares, measures, changes: `tổng thu đạt 5 tỷ đồng`, `60% học sinh`, `tăng 1,5% về kim
//! ngạch`.

use super::{Case, Meaning, head, told_on};
use crate::lexicon::{CueClass, UnitKind};

/// `tăng 1,5% về kim ngạch`, `đạt 173% về số lớp`: what `về` or `đối với` names.
pub(super) fn regarding(case: &Case<'_, '_>) -> Option<Meaning> {
    let frame = case.frame;
    let next = frame.at[case.f] + 1;
    let share = frame.figure(case.f).kind() == Some(UnitKind::Share);
    if !share || !frame.is(next, &[CueClass::Regarding]) || case.right.is_empty() {
        return None;
    }
    let scope = told_on::host(case).map(|host| case.earlier[host].indicator.clone());
    Some(Meaning::new(case.right.text(frame), scope, "indicator.regarding"))
}

pub(super) fn read(case: &Case<'_, '_>) -> Meaning {
    let frame = case.frame;
    if share_of_right(case) {
        let scope = case.text(&case.own).or_else(|| head::read(case));
        return Meaning::new(case.right.text(frame), scope, "indicator.share_of");
    }
    if (case.own.is_empty() || told_on::only_place(case))
        && let Some(meaning) = told_on::read(case)
    {
        return meaning;
    }
    if !case.own.is_empty() {
        return before(case);
    }
    match case.right.is_empty() {
        false => Meaning::new(case.right.text(frame), head::read(case), "indicator.behind"),
        true => {
            let indicator = case.text(&case.wide).or_else(|| head::read(case)).unwrap_or_default();
            Meaning::new(indicator, None, "indicator.wide")
        }
    }
}

/// The words to the left; with what an amount is for, where they are but a noun (`gói … để …`).
fn before(case: &Case<'_, '_>) -> Meaning {
    let frame = case.frame;
    let money = frame.figure(case.f).kind() == Some(UnitKind::Money);
    let own = case.own.clone();
    if money && own.len() <= 3 && !case.right.is_empty() && !case.led_by(&[CueClass::Level]) {
        return Meaning::new(
            own.then(case.right.clone()).text(frame),
            case.scope(),
            "indicator.before_and_behind",
        );
    }
    Meaning::new(own.text(frame), case.scope(), "indicator.before")
}

/// `60% học sinh không vào đại học`: the share is of the noun behind it, unless a subject with its
/// copula stands before it.
fn share_of_right(case: &Case<'_, '_>) -> bool {
    const NO_WHOLE: &[CueClass] =
        &[CueClass::Preposition, CueClass::Plan, CueClass::Versus, CueClass::Allotment];
    let frame = case.frame;
    let end = frame.figure(case.f).words.end;
    let subject =
        !case.own.is_empty() && case.led_by(&[CueClass::Level]) && !case.led_by(&[CueClass::Has]);
    frame.figure(case.f).kind() == Some(UnitKind::Share)
        && case.right.len() >= 2
        && frame.scene.is_word(end)
        && !frame.is(frame.at[case.f] + 1, NO_WHOLE)
        && !case.is_change()
        && !subject
        && !(case.led_by(&[CueClass::Share, CueClass::Equal]) && told_on::host(case).is_some())
}
