//! By how much something rose or fell: `tăng 12%`, `giảm 3 vụ`, `cao hơn 2 điểm`, `gấp 1,9 lần`,
//! `(-3,1%)`, `(+3,1%)`. `tăng từ 20 lên 30` gives two levels, no change.

use super::{Case, Reading};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::context::Stop;
use crate::record::frame::What;
use crate::record::own;
use crate::record::{Direction, Role};

const UP: &[CueClass] = &[CueClass::Rise, CueClass::MoreThan];
const DOWN: &[CueClass] = &[CueClass::Fall, CueClass::LessThan];

pub(super) fn read(case: &Case<'_, '_>) -> Option<Reading> {
    let (frame, quantity) = (case.frame, case.frame.figure(case.f));
    if quantity.negative {
        return Some(Reading::change(Direction::Down, "role.negative"));
    }
    if case.lead.is_some_and(|i| frame.mark(i) == Some('+')) {
        return Some(Reading::change(Direction::Up, "role.positive"));
    }
    if levels_follow(case) {
        return None;
    }
    if case.led_by(&[CueClass::MoreThan, CueClass::LessThan])
        && super::attainment::plan_behind(frame, case.f)
    {
        return None;
    }
    if let Some(verb) = own::gap_verb(frame, &case.left) {
        let up = frame.is_at(verb, UP);
        let direction = if up { Direction::Up } else { Direction::Down };
        let of_plan = super::attainment::names_plan(frame, verb..case.left.range.end);
        return (!of_plan).then_some(Reading::change(direction, "role.gap"));
    }
    if let Some(reading) = case.lead.and_then(|lead| by_verb(case, lead)) {
        return Some(reading);
    }
    if let Some(verb) = leading_verb(case) {
        let up = frame.is(verb, UP);
        let direction = if up { Direction::Up } else { Direction::Down };
        return Some(Reading::change(direction, "role.object_changes"));
    }
    if case.led_by(&[CueClass::Exceed])
        && !super::attainment::plan_behind(frame, case.f)
        && !case.led_by(&[CueClass::Plan])
    {
        return Some(Reading::change(Direction::Up, "role.exceeds_by"));
    }
    if let Some(same) = same_as_neighbour(case) {
        return Some(same);
    }
    let grows = quantity.kind() == Some(UnitKind::Share)
        && (case.left.clause..case.left.range.end).any(|i| frame.is(i, &[CueClass::GrowthNoun]))
        && !super::attainment::plan_behind(frame, case.f);
    grows.then_some(Reading::change(Direction::Up, "role.growth"))
}

/// The verb right before the figure, or before `lần lượt`, `từ`.
fn by_verb(case: &Case<'_, '_>, lead: usize) -> Option<Reading> {
    let frame = case.frame;
    let sentence = frame.sentence(case.f);
    let mut verb = lead;
    while frame.is(verb, &[CueClass::Respectively, CueClass::About, CueClass::Filler])
        && !frame.is(verb, UP)
        && !frame.is(verb, DOWN)
        && lead - verb < 2
    {
        verb = frame.before(verb, &sentence)?;
    }
    if frame.is(verb, &[CueClass::Level])
        || verb != lead
            && !frame.is(lead, &[CueClass::Respectively])
            && !case.frame.figure(case.f).from
    {
        return None;
    }
    if frame.is(verb, UP) {
        return Some(Reading::change(Direction::Up, "role.rise"));
    }
    frame.is(verb, DOWN).then_some(Reading::change(Direction::Down, "role.fall"))
}

/// `cắt giảm chi phí hành chính 15%`: a clause without a subject that begins with a rise or fall,
/// what rises or falls, and then by how much; `nâng mức hỗ trợ 5 triệu đồng` gives a level.
fn leading_verb(case: &Case<'_, '_>) -> Option<usize> {
    const EMPTY: &[CueClass] =
        &[CueClass::Filler, CueClass::Connective, CueClass::Done, CueClass::Intends];
    const NO_OBJECT: &[CueClass] = &[
        CueClass::Level,
        CueClass::Has,
        CueClass::ForWord,
        CueClass::Share,
        CueClass::Equal,
        CueClass::Fulfil,
        CueClass::WithWord,
        CueClass::And,
        CueClass::Brings,
    ];
    let frame = case.frame;
    let clause = case.left.clause..case.left.range.end;
    let verb =
        clause.clone().find(|i| !frame.is(*i, EMPTY) || frame.is(*i, UP) || frame.is(*i, DOWN))?;
    let object = verb + 1..clause.end;
    let adds_up = matches!(
        frame.figure(case.f).kind(),
        Some(UnitKind::Money | UnitKind::Measure | UnitKind::Share | UnitKind::Point)
    );
    let changes =
        frame.is(verb, &[CueClass::Rise, CueClass::Fall]) && !frame.is(verb, &[CueClass::Brings]);
    let object_only = object.len() <= 6
        && object.clone().all(|i| frame.pieces[i].what == What::Phrase && !frame.is(i, NO_OBJECT));
    (adds_up && changes && !object.is_empty() && object_only).then_some(verb)
}

/// `từ 60% lên 75%`: both ends are levels, and the first is reached.
pub(super) fn levels_follow(case: &Case<'_, '_>) -> bool {
    let frame = case.frame;
    if !frame.figure(case.f).from {
        return false;
    }
    let sentence = frame.sentence(case.f);
    (frame.at[case.f] + 1..sentence.end.min(frame.at[case.f] + 10))
        .any(|i| frame.is(i, &[CueClass::Level]))
}

/// `giảm 2,27% và 6,91%`, `tăng 8.300 tỷ đồng tương đương 0,8%`: told on from the figure before.
fn same_as_neighbour(case: &Case<'_, '_>) -> Option<Reading> {
    let frame = case.frame;
    if case.left.stop == Stop::Bracket && case.left.range.is_empty() && case.f > 0 {
        let touching = frame.at[case.f - 1] + 2 == frame.at[case.f];
        let told = case.earlier[case.f - 1];
        return (touching && told.role == Role::Change)
            .then_some(Reading { rule: "role.same_as_before", ..told });
    }
    let host = case.neighbour()?;
    let told = case.earlier[host];
    if told.role != Role::Change {
        return None;
    }
    let gap = case.left.range.clone();
    let joined = gap.clone().all(|i| frame.mark(i) == Some(',') || frame.is(i, &[CueClass::And]));
    let steps = frame.figure(case.f).kind() == Some(UnitKind::Step);
    let same_kind = steps || frame.figure(host).kind() == frame.figure(case.f).kind();
    let again = !gap.is_empty()
        && gap.clone().all(|i| {
            matches!(frame.mark(i), Some('(' | ',' | '/'))
                || frame.is(i, &[CueClass::Equal, CueClass::About])
        });
    let joined = joined
        || frame.is(gap.start, &[CueClass::Regarding])
            && gap.clone().next_back().is_some_and(|i| frame.is(i, &[CueClass::And]));
    (joined && same_kind && !gap.is_empty() || again)
        .then_some(Reading { rule: "role.same_as_before", ..told })
}
