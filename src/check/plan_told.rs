//! The plan that a share is one of, and the result that it is the share of, as the words tell them.
//!
//! Behind the share (`đạt 112,4% dự toán 680 tỷ đồng`), or before the result in its sentence or the last one:
//! what a plan asks for (`Kế hoạch năm 2023 là trồng 3.500 ha`) or gives to do (`được giao biểu diễn 120 buổi
//! trong năm`). It refuses to choose among several plans, and one that was changed.

use super::facts::Facts;
use super::units::{is_percent, same_measure};
use super::words::text::{ASSIGNED, LONG_TERM};
use crate::lexicon::CueClass;
use crate::record::{Record, Role};

/// How many tokens may stand between the word for the plan and its figure.
const REACH: usize = 9;

/// How many plans may stand between a share and its result.
const PLANS: usize = 3;

/// How many figures before the result are searched for its plan.
const LOOK_BACK: usize = 6;

/// The nearest level before the share that is no plan itself.
pub(super) fn result(facts: &Facts<'_>, said: usize, target: usize) -> Option<usize> {
    let mut from = said;
    let plan = of_the_year(facts, target);
    if plan.per != facts.records[target].per {
        let here = facts.back(said, LOOK_BACK).take_while(|r| facts.same_sentence(*r, said));
        let fits = |r: &usize| {
            same_measure(&facts.records[*r], &plan)
                && facts.is_level(*r)
                && facts.bracket(*r).is_none()
                && *r != target
        };
        return here.into_iter().find(fits).filter(|result| !is_plan(facts, *result));
    }
    for _ in 0..PLANS {
        let result = facts.level_before(from, target)?;
        if !is_plan(facts, result) || result == target {
            return (result != target && facts.same_sentence(result, said)).then_some(result);
        }
        from = result;
    }
    None
}

/// A plan as the result is held against it: `120 buổi trong năm` is no rate, but says of which year it is.
pub(super) fn of_the_year(facts: &Facts<'_>, target: usize) -> Record {
    let plan = facts.records[target].clone();
    let within = facts
        .place(target)
        .is_some_and(|(place, passage)| passage.says(place.end, &["trong năm"]).is_some());
    let rate = !within || plan.per.as_deref() != Some("năm");
    Record { per: plan.per.clone().filter(|_| rate), ..plan }
}

/// Whether a figure stands behind a word for a plan: `dự toán pháp lệnh là 108.800 tỷ đồng`.
fn is_plan(facts: &Facts<'_>, figure: usize) -> bool {
    facts.lead(figure).is_some_and(|(lead, passage)| {
        let near = lead.start.max(lead.end.saturating_sub(REACH))..lead.end;
        let plan = passage.last_cue(near, &[CueClass::Plan]);
        plan.is_some_and(|(_, plan)| !passage.has_mark(plan.end..lead.end, &[",", ";", ")"]))
    })
}

/// `đạt 112,4% dự toán 680 tỷ đồng`, `bằng 60% dự toán năm (17.350 tỷ đồng)`
pub(super) fn behind(facts: &Facts<'_>, said: usize, plan_end: usize) -> Option<usize> {
    let target = facts.after(said)?;
    let (place, passage) = facts.place(target)?;
    let gap = plan_end..place.number.start;
    let others = [
        CueClass::Versus,
        CueClass::Baseline,
        CueClass::Rise,
        CueClass::Fall,
        CueClass::WithWord,
        CueClass::And,
    ];
    let tight = plan_end <= place.number.start
        && gap.len() <= REACH
        && !passage.has_mark(gap.clone(), &[",", ";", ")"])
        && !passage.has(gap.clone(), &others)
        && passage.find(gap, LONG_TERM).is_none();
    (tight && facts.moved(target).is_none() && !is_percent(&facts.records[target]))
        .then_some(target)
}

/// Whether a figure is what a plan asks for: `Kế hoạch năm 2023 của tỉnh là trồng 3.500 ha`, `theo kế hoạch,
/// huyện phải trồng 1.400 ha`.
pub(super) fn is_goal(facts: &Facts<'_>, figure: usize) -> bool {
    facts.lead(figure).is_some_and(|(lead, passage)| {
        let plan = passage.last_cue(lead.clone(), &[CueClass::Plan]);
        let named = plan.is_some_and(|(_, plan)| {
            let words = plan.end..lead.end;
            !passage.has_mark(words.clone(), &[",", ";", ")"])
                && !passage.has(words, &[CueClass::Reaching, CueClass::Done])
        });
        let asks = [CueClass::Plan, CueClass::Aim, CueClass::Sets];
        let assigned = passage.find(lead.clone(), ASSIGNED).is_some_and(|cue| {
            !passage.has_mark(cue.end..lead.end, &[",", ";", ")"])
                && !passage.has(cue.end..lead.end, &[CueClass::Done])
        });
        named || assigned || facts.records[figure].role == Role::Target && passage.has(lead, &asks)
    })
}

/// Whether a plan is no longer the one, since it was changed to another: `điều chỉnh kế hoạch từ 500 xuống 450 tỷ đồng`.
fn is_changed(facts: &Facts<'_>, plan: usize) -> bool {
    let from = facts.place(plan).is_some_and(|(place, passage)| {
        passage.cue_before(place.number.start, &[CueClass::Since]).is_some()
    });
    let to = facts.after(plan).and_then(|next| facts.place(next)).is_some_and(|(next, passage)| {
        passage.cue_before(next.number.start, &[CueClass::LevelReached]).is_some()
    });
    from && to
}

/// The one plan of the same or the last sentence.
pub(super) fn before(facts: &Facts<'_>, said: usize, own_year: bool) -> Option<usize> {
    let (own, _) = facts.place(said)?;
    let mut plans = facts.back(said, LOOK_BACK).filter(|r| {
        let Some((place, _)) = facts.place(*r) else { return false };
        let Some((lead, passage)) = facts.lead(*r) else { return false };
        let other_share = facts.before(*r).is_some_and(|b| is_percent(&facts.records[b]));
        place.sentence + 1 >= own.sentence
            && is_goal(facts, *r)
            && !is_changed(facts, *r)
            && !other_share
            && !passage.has(lead.clone(), &[CueClass::Versus])
            && passage.find(lead, LONG_TERM).is_none()
            && !is_percent(&facts.records[*r])
            && facts.moved(*r).is_none()
    });
    let plan = plans.next()?;
    (own_year && plans.next().is_none()).then_some(plan)
}
