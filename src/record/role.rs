//! What a figure says: a result, a target, a change, an attainment or a condition.
//!
//! The words nearest to the number decide first (`tăng 12%` is a change, `đạt 98% kế hoạch` an
//! attainment), then what governs the clause (`phấn đấu`, `dự kiến`: a target), else it is a
//! result.

use super::context::{self, Left, Stop};
use super::frame::{Frame, What};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::{Direction, Modifier, Role};

/// A role with its direction, and the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub role: Role,
    pub direction: Option<Direction>,
    pub rule: &'static str,
}

const fn reading(role: Role, direction: Option<Direction>, rule: &'static str) -> Reading {
    Reading { role, direction, rule }
}

/// Reads the role of figure `f`; `earlier` are those of the figures before it in the block.
pub(super) fn read(frame: &Frame<'_>, f: usize, earlier: &[Reading]) -> Reading {
    let left = context::left(frame, f);
    let aimed = aim(frame, f, &left, earlier);
    if let Some(attained) = attainment(frame, f, &left) {
        return attained;
    }
    if let Some(change) = change(frame, f, &left, earlier) {
        return if aimed { reading(Role::Target, None, "role.planned_change") } else { change };
    }
    if condition(frame, f, &left) {
        return reading(Role::Condition, None, "role.condition");
    }
    if aimed {
        return reading(Role::Target, None, "role.target");
    }
    reading(Role::Actual, None, "role.actual")
}

fn lead(frame: &Frame<'_>, f: usize) -> Option<usize> {
    frame.before(frame.at[f], &frame.sentence(f))
}

/// `đạt 98% kế hoạch`, `bằng 104% so với cùng kỳ`, `vượt 7% dự toán`.
fn attainment(frame: &Frame<'_>, f: usize, left: &Left) -> Option<Reading> {
    let quantity = frame.figure(f);
    let lead = lead(frame, f);
    let made = |rule| Some(reading(Role::Attainment, None, rule));
    if lead.is_some_and(|i| frame.is(i, &[CueClass::Exceed])) && quantity.unit.is_some() && !lead.is_some_and(|i| frame.is(i, &[CueClass::Plan])) {
        return made("role.exceeds_by");
    }
    if quantity.kind() != Some(UnitKind::Share) {
        return None;
    }
    let plan_behind = plan_behind(frame, f);
    let against = |i| frame.is(i, &[CueClass::MoreThan, CueClass::LessThan]);
    if plan_behind && !is_directed(frame, lead) || plan_behind && lead.is_some_and(against) {
        return made("role.share_of_plan");
    }
    let equals = lead.is_some_and(|i| frame.is(i, &[CueClass::Equal]));
    if equals && versus_behind(frame, f) {
        return made("role.share_of_earlier");
    }
    if lead.is_some_and(|i| frame.is(i, &[CueClass::Fulfil])) && left.stop != Stop::Bracket {
        return made("role.fulfilled");
    }
    None
}

fn is_directed(frame: &Frame<'_>, lead: Option<usize>) -> bool {
    lead.is_some_and(|i| {
        frame.is(i, &[CueClass::Rise, CueClass::Fall, CueClass::MoreThan, CueClass::LessThan])
            && !frame.is(i, &[CueClass::Level])
    })
}

/// Whether a plan stands behind the figure, with nothing but small words between.
fn plan_behind(frame: &Frame<'_>, f: usize) -> bool {
    let sentence = frame.sentence(f);
    let mut compared = false;
    for i in frame.at[f] + 1..sentence.end.min(frame.at[f] + 12) {
        if frame.is(i, &[CueClass::Plan]) {
            return true;
        }
        compared |= frame.is(i, &[CueClass::Versus]);
        let passes = compared && frame.pieces[i].what == What::Phrase || frame.is(i, &[CueClass::Versus, CueClass::Filler]);
        if !passes || frame.pieces[i].what != What::Phrase {
            return false;
        }
    }
    false
}

fn versus_behind(frame: &Frame<'_>, f: usize) -> bool {
    let next = frame.at[f] + 1;
    let time = |i: usize| matches!(frame.pieces.get(i).map(|p| p.what), Some(What::Time(_)));
    frame.is(next, &[CueClass::Versus]) || time(next)
}

/// `tăng 12%`, `giảm 3 vụ`, `cao hơn 2 điểm`, `gấp 1,9 lần`, `(-3,1%)`.
fn change(frame: &Frame<'_>, f: usize, left: &Left, earlier: &[Reading]) -> Option<Reading> {
    let quantity = frame.figure(f);
    let lead = lead(frame, f);
    let made = |direction, rule| Some(reading(Role::Change, Some(direction), rule));
    if quantity.negative {
        return made(Direction::Down, "role.negative");
    }
    let is = |classes: &[CueClass]| lead.is_some_and(|i| frame.is(i, classes) && !frame.is(i, &[CueClass::Level]));
    if quantity.from && is_from_to(frame, f) {
        return None;
    }
    if is(&[CueClass::Rise, CueClass::MoreThan]) {
        return made(Direction::Up, "role.rise");
    }
    if is(&[CueClass::Fall, CueClass::LessThan]) {
        return made(Direction::Down, "role.fall");
    }
    if lead.is_some_and(|i| frame.is(i, &[CueClass::Respectively])) {
        let before = frame.before(lead.unwrap_or(0), &frame.sentence(f));
        if before.is_some_and(|i| frame.is(i, &[CueClass::Rise])) {
            return made(Direction::Up, "role.rise");
        }
        if before.is_some_and(|i| frame.is(i, &[CueClass::Fall])) {
            return made(Direction::Down, "role.fall");
        }
    }
    if let Stop::Figure(host) = left.stop {
        let coordinated = left.range.clone().all(|i| frame.mark(i) == Some(',') || frame.is(i, &[CueClass::And]));
        let same = frame.figure(host).unit.as_ref().map(|u| &u.key) == quantity.unit.as_ref().map(|u| &u.key);
        let again = left.range.clone().all(|i| frame.mark(i) == Some('(') || frame.is(i, &[CueClass::Equal]) || frame.is(i, &[CueClass::About]));
        if earlier[host].role == Role::Change && (coordinated && same || again) {
            return Some(reading(Role::Change, earlier[host].direction, "role.same_as_before"));
        }
    }
    if quantity.kind() == Some(UnitKind::Share) && growth_subject(frame, left) {
        return made(Direction::Up, "role.growth");
    }
    None
}

/// `từ 60% lên 75%`: both ends are levels.
fn is_from_to(frame: &Frame<'_>, f: usize) -> bool {
    let sentence = frame.sentence(f);
    (frame.at[f] + 1..sentence.end.min(frame.at[f] + 10)).any(|i| frame.is(i, &[CueClass::Level]))
}

/// `tăng trưởng GDP đạt 2,9%`, `mức tăng NSLĐ đạt 5,8%`.
fn growth_subject(frame: &Frame<'_>, left: &Left) -> bool {
    (left.clause..left.range.end).any(|i| frame.is(i, &[CueClass::GrowthNoun]))
}

/// A bound that says which cases are meant: `doanh nghiệp có vốn dưới 10 tỷ đồng`, `từ 15 tuổi`.
fn condition(frame: &Frame<'_>, f: usize, left: &Left) -> bool {
    let quantity = frame.figure(f);
    let bounded = matches!(
        quantity.modifier,
        Modifier::Over | Modifier::Under | Modifier::AtLeast | Modifier::AtMost
    ) || quantity.from;
    let age = quantity.unit.as_ref().and_then(|u| u.key.as_deref()) == Some("year_of_age");
    if age && (bounded || quantity.high.is_some() || left.range.clone().any(|i| frame.is(i, &[CueClass::Bound]))) {
        return true;
    }
    if quantity.open_ended {
        return true;
    }
    let relative = match left.stop {
        Stop::Figure(host) => {
            frame.figure(host).kind() == Some(UnitKind::Count)
                && left.clause == left.range.start
                && !left.range.is_empty()
                && frame.mark(left.range.start).is_none()
        }
        _ => false,
    };
    let bound = left.range.clone().rev().take(6).any(|i| frame.is(i, &[CueClass::Bound]));
    relative && bounded || bound && bounded && relative
}

/// Whether the clause speaks of what is planned: `phấn đấu`, `dự kiến`, `chỉ tiêu`.
fn aim(frame: &Frame<'_>, f: usize, left: &Left, earlier: &[Reading]) -> bool {
    for i in left.range.clone().rev() {
        if frame.is(i, &[CueClass::Done]) && !frame.is(i, &[CueClass::Aim]) {
            return false;
        }
        if frame.is(i, &[CueClass::Aim, CueClass::Plan]) {
            return true;
        }
        if let What::Time(t) = frame.pieces[i].what {
            let time = frame.time(t);
            let ahead = time.span.end.zip(frame.scene.published).is_some_and(|(end, p)| end > p && end.year() > p.year());
            if ahead {
                return true;
            }
        }
    }
    match left.stop {
        Stop::Figure(host) => earlier[host].role == Role::Target && frame.bracket(host) == frame.bracket(f),
        Stop::Item if f > 0 && frame.sentence_of[f - 1] == frame.sentence_of[f] => earlier[f - 1].role == Role::Target,
        Stop::Parts if f > 0 => earlier[f - 1].role == Role::Target,
        Stop::Bracket => plan_before(frame, left),
        Stop::Head => aim_before(frame, left.range.start, frame.sentence(f).start),
        _ => false,
    }
}

/// `chỉ tiêu đề ra (400 người/năm)`: a plan right before the bracket.
fn plan_before(frame: &Frame<'_>, left: &Left) -> bool {
    let bracket = left.range.start.saturating_sub(1);
    (0..bracket).rev().take(8).take_while(|i| frame.pieces[*i].what == What::Phrase).any(|i| frame.is(i, &[CueClass::Plan]))
}

fn aim_before(frame: &Frame<'_>, piece: usize, start: usize) -> bool {
    for i in (start..piece).rev().take(400) {
        if frame.is(i, &[CueClass::Done]) && !frame.is(i, &[CueClass::Aim]) {
            return false;
        }
        if frame.is(i, &[CueClass::Aim, CueClass::Plan]) {
            return true;
        }
    }
    false
}
