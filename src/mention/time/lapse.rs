//! So much time that only goes by: it dates nothing and is no figure.
//!
//! `sau 6 tháng`, `hai tháng nữa`, `20 năm trước`, `suốt 8 năm`, `Trong 9 ngày nghỉ Tết, …`. What lasts, is
//! asked or allowed so long stays a figure: `vay 3 tháng`, `miễn thuế trong 15 năm`, `kéo dài 5 ngày`.

use super::Sense;
use super::calendar::Span;
use super::length::{Grain, adjoining};
use super::point::Point;
use crate::lexicon::{CueClass, UnitKind};
use crate::mention::{Scene, number};

/// The lapse of time whose number begins at token `at` and whose unit ends before token `behind`.
pub(super) fn read(
    scene: &Scene<'_>,
    at: usize,
    behind: usize,
    (grain, count): (Grain, i16),
) -> Option<Point> {
    let after = scene.cue(behind, &[CueClass::LapseAfter]).filter(|(len, cue)| {
        let closes = matches!(scene.key(behind + len), "," | "." | ";" | "");
        (cue.value.is_none() || closes || scene.begins_clause(at)) && !is_bounded(scene, at)
    });
    let before = scene.cue_before(at, &[CueClass::LapseBefore]);
    let opens = before.is_some_and(|(len, cue)| {
        let lead = at - len;
        let head = lead == 0 || matches!(scene.key(lead - 1), "." | "," | "\"" | "-");
        if cue.value.is_some() {
            head && grain != Grain::Hour
        } else {
            head || grain != Grain::Hour
        }
    });
    if !opens && after.is_none() {
        return None;
    }
    let taken = after.map_or_else(|| smaller(scene, behind), |(len, _)| len);
    let known = matches!(grain, Grain::Month | Grain::Year) && opens;
    let point = known.then(|| adjoining(scene, grain, count, CueClass::Past, taken));
    Some(
        point.unwrap_or_else(|| Point::new(taken, Some(Span::OPEN), Sense::Occasion, "time.lapse")),
    )
}

/// Whether a lapse that ends before this token lies before the day of publication, and not before what is told:
/// `ba năm trước`, but `ba năm trước đó`.
pub(super) fn is_before(scene: &Scene<'_>, behind: usize) -> bool {
    let single = |class| scene.cue(behind, &[class]).is_some_and(|(len, _)| len == 1);
    let dated = scene.is_digits(behind + 1)
        || scene.cue(behind + 1, &[CueClass::YearWord, CueClass::DayWord]).is_some();
    single(CueClass::LapseAfter) && single(CueClass::UntilBefore) && !dated
}

/// `6 tháng` behind `1 năm`: the rest of the same lapse.
fn smaller(scene: &Scene<'_>, at: usize) -> usize {
    let Some((len, _)) = number::plain(scene, at) else { return 0 };
    let unit = scene.unit(at + len).filter(|(_, unit)| unit.kind == UnitKind::Time);
    unit.map_or(0, |(more, _)| len + more)
}

/// Whether a bound stands before the number: `chậm nhất 15 ngày sau khi nộp`.
fn is_bounded(scene: &Scene<'_>, at: usize) -> bool {
    const BOUNDS: &[CueClass] = &[
        CueClass::AtMost,
        CueClass::AtLeast,
        CueClass::Nearly,
        CueClass::MoreThan,
        CueClass::Plan,
    ];
    scene.cue_before(at, BOUNDS).is_some()
}

/// Whether so many months are measured by the words before the number at `start` or behind the unit, at
/// `end`: `vay 3 tháng`, `dưới 6 tháng tuổi`.
pub(super) fn is_measured(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    const BOUNDS: &[CueClass] = &[
        CueClass::MeasuredBefore,
        CueClass::About,
        CueClass::Over,
        CueClass::Nearly,
        CueClass::Under,
        CueClass::AtLeast,
        CueClass::AtMost,
        CueClass::Exactly,
        CueClass::Since,
        CueClass::Times,
    ];
    scene.cue_before(start, BOUNDS).is_some()
        || scene
            .cue(end, &[CueClass::MeasuredAfter, CueClass::AndMore, CueClass::AndLess])
            .is_some()
        || matches!(scene.key(end), "/" | "-" | ")" | "(")
        || scene.is_digits(end)
            && scene.year(end).is_none()
            && scene.unit(end + 1).is_some_and(|(_, u)| u.kind == UnitKind::Time)
}
