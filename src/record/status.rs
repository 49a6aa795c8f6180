//! How the text says that a result stands to its target: `vượt chỉ tiêu`, `chưa đạt kế hoạch`,
//! `hoàn thành chỉ tiêu`. Only words decide, never the figures: whether they are right is a check.
//! `đạt 47,8% kế hoạch` says how far the plan was reached, not that it was met.

use crate::clause::Row;
use crate::lexicon::{CueClass, UnitKind};
use crate::mention::Quantity;
use crate::record::Status;
use rust_decimal::Decimal;

/// How far behind a figure the words about its target may stand, in tokens.
const REACH: usize = 40;

/// How far before the word for the plan its verb may begin, in tokens: `hoàn thành vượt mức kế hoạch`.
const VERB_REACH: usize = 5;

/// How many figures from the result on may tell which share of the plan was reached.
const NEAR: usize = 4;

/// The status of figure `f` of a row by the words between it and its target, else by those right behind it.
pub(super) fn read(row: &Row<'_>, f: usize, target: Option<usize>) -> Option<Status> {
    const VERBS: &[CueClass] =
        &[CueClass::Exceed, CueClass::Fulfil, CueClass::Level, CueClass::Has];
    let (scene, figures) = (&row.scene, &row.mentions.quantities);
    let start = figures[f].words.end;
    let next = figures.get(f + 1).map_or(usize::MAX, |figure| figure.words.start);
    let target = target.filter(|target| *target > f).map(|target| figures[target].words.start);
    let end = row.sentence(figures[f].number.start).end.min(start + REACH);
    let clause = || (start..next.min(end)).find(|i| scene.key(*i) == ";").unwrap_or(next);
    let end = target.unwrap_or_else(clause).min(end);
    let is = |i: usize, classes: &[CueClass]| scene.cue(i, classes).is_some();
    let plan = (start..end).rev().find(|i| is(*i, &[CueClass::Plan]))?;
    let verb = (start..plan).rev().take(VERB_REACH).find(|i| is(*i, VERBS))?;
    let negated = scene.cue_before(verb, &[CueClass::Negation]);
    if negated.is_some_and(|(len, _)| verb - len >= start) {
        return Some(Status::NotMet);
    }
    if is(verb, &[CueClass::Exceed]) {
        return Some(Status::Exceeded);
    }
    let share = |figure: &Quantity| {
        let between = verb < figure.number.start && figure.number.end <= plan;
        between && figure.kind() == Some(UnitKind::Share) && figure.value < Decimal::ONE_HUNDRED
    };
    let reached_in_part = figures[f..].iter().take(NEAR).any(share);
    (is(verb, &[CueClass::Fulfil, CueClass::Level]) && !reached_in_part).then_some(Status::Met)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::BlockKind;
    use crate::clause::RowKind;
    use crate::lexicon::{Lexicon, Marks};
    use crate::mention::{self, Scene, Spans};
    use crate::text::Text;

    #[test]
    fn only_words_behind_the_figure_tell() {
        for (raw, want) in [
            ("Đã mở 14 lớp, vượt chỉ tiêu (12 lớp)", Some(Status::Exceeded)),
            ("Đã mở 14 lớp, hoàn thành chỉ tiêu đề ra", Some(Status::Met)),
            ("Đã mở 14 lớp, chưa đạt kế hoạch", Some(Status::NotMet)),
            ("Đã mở 14 lớp, đạt 100% kế hoạch (14 lớp)", Some(Status::Met)),
            ("Đã mở 14 lớp, vượt 7% kế hoạch (13 lớp)", Some(Status::Exceeded)),
            ("Đã mở 14 lớp, đạt 47,8% kế hoạch (29 lớp)", None),
            ("Đã mở 14 lớp; vượt chỉ tiêu có 3 xã", None),
            ("Vượt chỉ tiêu, đã mở 14 lớp", None),
        ] {
            let text = Text::new(raw);
            let marks = Marks::new(&text, Lexicon::built_in());
            let scene = Scene::new(&marks, None);
            let mentions = mention::read(&scene, &Spans::default());
            let row = Row::new(RowKind::Block(BlockKind::Paragraph), scene, &mentions, &[], &[]);
            let target = row.mentions.quantities.len().checked_sub(1).filter(|last| *last > 1);
            assert_eq!(read(&row, 0, target), want, "{raw}");
        }
    }
}
