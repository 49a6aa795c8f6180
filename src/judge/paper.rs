//! What the kind of a paper settles: what a plan lists is planned.
//!
//! No word of `Mở 8 lớp cho 240 lao động` says that it is an aim; the plan in which it stands does. So in a paper that
//! lays down what is to be done, a figure that would be a result, a rise or a fall is a target where its period goes
//! on behind the day of the paper, or where it has none. In any other official paper it is one only where its period
//! begins behind that day.
//!
//! Refused are articles that are no official papers; figures of which a word before them says that they are there or
//! were reached (`đã mở 6 lớp`, `hiện có 12 trường`); and amounts for each of something (`2 triệu đồng/người`), which
//! hold and are not reached.

use super::{Direction, Role, Verdict};
use crate::article::PaperKind;
use crate::clause::Row;
use crate::lexicon::{CueClass, UnitKind};
use crate::mention::{Quantity, Span};
use jiff::civil::Date;

/// The verdict on a figure of a row of such a paper.
pub(super) fn settled(verdict: Verdict, row: &Row<'_>, paper: PaperKind) -> Verdict {
    let planned: (Role, Option<Direction>) = (Role::Target, None);
    match is_planned(&verdict, row, paper) {
        true => Verdict { role: verdict.role.by_paper(planned), ..verdict },
        false => verdict,
    }
}

fn is_planned(verdict: &Verdict, row: &Row<'_>, paper: PaperKind) -> bool {
    let quantity = &row.mentions.quantities[verdict.figure];
    let span = verdict.period.value.as_ref().map(|dated| dated.span);
    let lies_ahead = |day: Date| span.map_or(paper.lays_down(), |span| ahead(span, day, paper));
    matches!(verdict.role.value.0, Role::Actual | Role::Change)
        && row.scene.published.is_some_and(lies_ahead)
        && !is_rate(row, quantity)
        && !is_done(row, quantity)
        && (span.is_some() || !is_there(row, quantity))
}

/// Whether a period reaches so far behind the day of a paper that nothing of it can have been reached.
fn ahead(span: Span, day: Date, paper: PaperKind) -> bool {
    span.start.is_some_and(|start| start > day)
        || paper.lays_down() && span.end.is_some_and(|end| end > day)
}

/// Whether it is so much for each of something other than time.
fn is_rate(row: &Row<'_>, quantity: &Quantity) -> bool {
    let is_time = |at: usize| row.scene.unit(at).is_some_and(|(_, u)| u.kind == UnitKind::Time);
    quantity.per.as_ref().is_some_and(|per| !is_time(per.start))
}

/// Whether a word before a figure in its sentence says that it was reached. It stands before a verb: `mới mở 5 lớp`
/// says so, `việc làm mới cho 5 người` does not.
fn is_done(row: &Row<'_>, quantity: &Quantity) -> bool {
    let scene = &row.scene;
    let end = quantity.words.start;
    (row.sentence(end).start..end).any(|at| {
        let behind = scene.cue(at, &[CueClass::Done]).map(|(len, _)| at + len);
        behind.is_some_and(|verb| verb < end && scene.cue(verb, &[CueClass::Preposition]).is_none())
    })
}

/// Whether its sentence says that so many are there, of it or of a figure before it: `xã có 5 ấp, 1.240 hộ`.
fn is_there(row: &Row<'_>, quantity: &Quantity) -> bool {
    let sentence = row.sentence(quantity.words.start);
    let figures = row.mentions.quantities.iter().map(|other| other.words.start);
    let mut before = figures.filter(|at| (sentence.start..=quantity.words.start).contains(at));
    before.any(|at| row.scene.cue_before(at, &[CueClass::Has, CueClass::Done]).is_some())
}
