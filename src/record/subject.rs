//! A subject that lists what it is about: the commas of `tỷ lệ thu gom, xử lý rác đạt 96%` divide no
//! clauses.
//!
//! A noun that begins the name of a measure (`tỷ lệ`, `diện tích`, `tổng số`) has no statement before
//! its verb comes, so what follows its comma goes on with it. Refused: words behind the comma that
//! begin a measure of their own (`diện tích giảm, sản lượng tăng 5%`), whatever has a verb or a time
//! in it, and the words right behind another figure.

use super::frame::{Frame, What};
use super::phrase::{VERBS, has_words};
use crate::lexicon::{CueClass, UnitKind};
use std::ops::Range;

/// How many items the list of a subject has at most.
const MOST_ITEMS: usize = 8;

/// Where the subject begins whose last item begins at piece `last`, inside the pieces to the left of
/// a figure; `last` itself where it is no list.
pub(super) fn start(frame: &Frame<'_>, left: &Range<usize>, last: usize) -> usize {
    let mut item = last..left.end;
    if names_measure(frame, &item) || !has_words(frame, item.clone()) {
        return last;
    }
    let behind_figure = left.start.checked_sub(1).is_some_and(|i| frame.figure_at(i).is_some());
    for _ in 0..MOST_ITEMS {
        let Some(comma) = item.start.checked_sub(1).filter(|i| *i > left.start) else { break };
        let from = frame
            .outside_brackets(left.start..comma)
            .rfind(|i| frame.mark(*i) == Some(','))
            .map_or(left.start, |i| i + 1);
        item = from..comma;
        let of_figure = behind_figure && from == left.start;
        if frame.mark(comma) != Some(',') || of_figure || says_something(frame, &item) {
            break;
        }
        if names_measure(frame, &item) {
            return item.start;
        }
    }
    last
}

/// Whether the comma behind `shared` goes on with what figure `f` is a share of, since the verb of it
/// has not come yet: `100% ủy ban cấp huyện, cấp xã đã ký số`.
pub(super) fn goes_on(frame: &Frame<'_>, f: usize, shared: Range<usize>) -> bool {
    const PREDICATES: &[CueClass] =
        &[CueClass::Done, CueClass::Has, CueClass::Fulfil, CueClass::Level, CueClass::Intends];
    let share = frame.figure(f).kind() == Some(UnitKind::Share);
    let verb = |i: usize| frame.is(i, PREDICATES) || frame.is_at(i, &[CueClass::Passive]);
    if !share || shared.is_empty() || shared.clone().any(verb) || says_something(frame, &shared) {
        return false;
    }
    let next = shared.end + 1..frame.sentence(f).end.min(shared.end + 20);
    let stops = |i: usize| frame.figure_at(i).is_some() || frame.mark(i).is_some_and(|c| c != ',');
    let found = next.clone().take_while(|i| !stops(*i)).find(|i| verb(*i));
    found.is_some_and(|i| i > next.start && !names_measure(frame, &next))
}

/// Whether an item begins with the noun of a measure.
fn names_measure(frame: &Frame<'_>, item: &Range<usize>) -> bool {
    const SMALL: &[CueClass] = &[CueClass::Connective, CueClass::Filler];
    let mut words = item.clone().skip_while(|i| frame.is(*i, SMALL));
    words.next().is_some_and(|i| frame.is_at(i, &[CueClass::MeasureNoun, CueClass::SectorNoun]))
}

/// Whether an item has a verb or a time of its own.
fn says_something(frame: &Frame<'_>, item: &Range<usize>) -> bool {
    const OTHERS: &[CueClass] =
        &[CueClass::Fulfil, CueClass::Versus, CueClass::ReportVerb, CueClass::Intends];
    item.clone().any(|i| {
        frame.is(i, VERBS)
            || frame.is(i, OTHERS)
            || matches!(frame.pieces[i].what, What::Time(_) | What::Figure(_))
    })
}
