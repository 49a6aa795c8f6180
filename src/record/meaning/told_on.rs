//! Figures that go on about an earlier one: `, tăng 2,1%`, `(đạt 92,1%)`, `TPHCM tăng 1,39%`,
//! `chỉ tiêu được giao (67.000 tỷ đồng)`, `giảm lần lượt 2,27% và 6,91%`.

use super::{Case, Meaning};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::context::{self, Stop};
use crate::record::frame::{Frame, What};
use crate::record::own;
use crate::record::phrase::{Phrase, has_words};

/// How many figures back the one is looked for that counts the same things.
const FARTHEST: usize = 8;

/// The figure that a statement without words of its own goes on about; by how many things something
/// rose or fell, and how many there are of them in another place or at another time, the last one that
/// counts such things.
pub(super) fn host(case: &Case<'_, '_>) -> Option<usize> {
    let host = beside(case)?;
    let frame = case.frame;
    let kind = frame.figure(case.f).kind();
    let counts = kind == Some(UnitKind::Count);
    let of_place = only_place(case) && kind == Some(UnitKind::Money);
    let grows = case.is_change() && kind == Some(UnitKind::Measure);
    let closed =
        !matches!(frame.pieces.get(frame.at[case.f] + 1).map(|p| p.what), Some(What::Phrase));
    let bare = only_place(case)
        || case.is_change()
        || case.own.is_empty() && case.right.is_empty() && closed;
    if !(of_place || grows || counts && bare) {
        return Some(host);
    }
    let mut before = (0..=host).rev().take(FARTHEST);
    let same = before.find(|f| {
        frame.sentence_of[*f] == frame.sentence_of[case.f] && frame.counts_alike(case.f, *f)
    });
    Some(same.unwrap_or(host))
}

fn beside(case: &Case<'_, '_>) -> Option<usize> {
    match case.left.stop {
        Stop::Figure(host) => Some(host),
        Stop::Bracket => bracket_figure(case),
        Stop::Parts | Stop::Item if case.f > 0 => Some(case.f - 1),
        _ if case.f > 0 && same_share(case) => Some(case.f - 1),
        _ => None,
    }
    .filter(|host| !case.earlier[*host].indicator.is_empty())
}

/// `Toàn tỉnh đạt 35%. Huyện Ba Tri đạt 58%.`: a share of which only the place is told goes on about the
/// share before it.
fn same_share(case: &Case<'_, '_>) -> bool {
    let share = |f: usize| case.frame.figure(f).kind() == Some(UnitKind::Share);
    share(case.f) && share(case.f - 1) && case.right.is_empty() && only_place(case)
}

/// The meaning of the host, for this figure.
pub(super) fn told(case: &Case<'_, '_>, host: usize, rule: &'static str) -> Meaning {
    Meaning { rule, ..case.earlier[host].clone() }
}

/// The meaning of a figure without words of its own.
pub(super) fn read(case: &Case<'_, '_>) -> Option<Meaning> {
    if case.left.stop == Stop::Bracket
        && let Some(meaning) = named_in_list(case)
    {
        return Some(meaning);
    }
    let host = host(case)?;
    let told = told(case, host, "indicator.inherited");
    let next = case.frame.at[case.f] + 1;
    let differ = case.frame.figure(host).kind() != case.frame.figure(case.f).kind();
    match &told.lead {
        Some(lead) if differ && context::is_complement(case.frame, host) => {
            Some(Meaning::new(lead.clone(), None, "indicator.of_whole"))
        }
        Some(lead) if !case.right.is_empty() && case.frame.is(next, &[CueClass::ForWord]) => {
            let indicator = format!("{lead} {}", case.right.text(case.frame));
            Some(Meaning { indicator, ..told })
        }
        _ => Some(told),
    }
}

/// Whether the figure's own words are a place and nothing else.
pub(super) fn only_place(case: &Case<'_, '_>) -> bool {
    let range = own::words(case.frame, &case.left);
    is_place(case.frame, range)
}

fn is_place(frame: &Frame<'_>, range: std::ops::Range<usize>) -> bool {
    let mut found = false;
    for i in frame.outside_brackets(range) {
        let piece = &frame.pieces[i];
        if piece.what != What::Phrase {
            continue;
        }
        if frame.place_over(&piece.words) || frame.is(i, &[CueClass::SamePlace, CueClass::AreaKind])
        {
            found = true;
        } else if has_words(frame, i..i + 1) {
            return false;
        }
    }
    found
}

/// The figure right before the bracket, in the same clause.
fn bracket_figure(case: &Case<'_, '_>) -> Option<usize> {
    let frame = case.frame;
    let bracket = frame.bracket(case.f)?;
    let sentence = frame.sentence(case.f);
    for i in (sentence.start..bracket).rev().take(40) {
        match frame.pieces[i].what {
            What::Figure(host) => return Some(host),
            What::Mark(';') => return None,
            What::Mark(',') if i > 0 && frame.mark(i - 1) == Some(')') => {
                return case.f.checked_sub(1).filter(|_| is_place(frame, i + 1..bracket));
            }
            What::Mark(',') if has_words(frame, i + 1..bracket) => {
                let places = is_place(frame, i + 1..bracket);
                let before = (sentence.start..i).rev().take(40).filter_map(|j| frame.figure_at(j));
                let unit = |f: usize| frame.figure(f).unit.as_ref().map(|u| &u.key);
                let kind = |f: usize| frame.figure(f).kind();
                let counts = kind(case.f) == Some(UnitKind::Count);
                let mut hosts = before.take(if places && counts { FARTHEST } else { 1 });
                let alike = |host: &usize| {
                    unit(*host) == unit(case.f) || places && counts && kind(*host) == kind(case.f)
                };
                return hosts.find(alike);
            }
            _ => {}
        }
    }
    None
}

/// `chỉ tiêu được giao (67.000 tỷ đồng)`: the plan right before the bracket.
pub(super) fn plan_in_bracket(case: &Case<'_, '_>) -> Option<Meaning> {
    if case.left.stop != Stop::Bracket || !case.own.is_empty() || case.led_by(&[CueClass::Equal]) {
        return None;
    }
    let (start, bracket) = before_bracket(case)?;
    let plan = (start..bracket).find(|i| case.frame.is(*i, &[CueClass::Plan]))?;
    let words = Phrase::of(case.frame, plan..bracket);
    let result =
        host(case).map(|host| case.earlier[host].indicator.clone()).or_else(|| previous(case));
    Some(Meaning::new(words.text(case.frame), result, "indicator.plan_before_bracket"))
}

/// The pieces between the bracket and the last mark or figure before it.
fn before_bracket(case: &Case<'_, '_>) -> Option<(usize, usize)> {
    let frame = case.frame;
    let bracket = frame.bracket(case.f)?;
    let sentence = frame.sentence(case.f);
    let mut start = bracket;
    while start > sentence.start && bracket - start < 40 {
        match frame.pieces[start - 1].what {
            What::Figure(_) | What::Mark(',' | ';' | ':' | '(' | ')') => break,
            _ => start -= 1,
        }
    }
    Some((start, bracket))
}

/// What the figure before measures; in a list of names what its head does.
fn previous(case: &Case<'_, '_>) -> Option<String> {
    let told = case.earlier.last()?;
    if told.rule == "indicator.name_before_bracket" && case.left.stop == Stop::Bracket {
        return told.scope.clone();
    }
    Some(told.indicator.clone()).filter(|s| !s.is_empty())
}

/// A name in a list, with its figure in brackets: `Ngân hàng Chính sách xã hội (95,55%)`.
fn named_in_list(case: &Case<'_, '_>) -> Option<Meaning> {
    let (start, bracket) = before_bracket(case)?;
    if bracket_figure(case).is_some() {
        return None;
    }
    let words = Phrase::of(case.frame, start..bracket);
    if words.is_empty() {
        return None;
    }
    if is_place(case.frame, start..bracket) {
        return Some(Meaning::new(previous(case)?, None, "indicator.list_of_places"));
    }
    Some(Meaning::new(words.text(case.frame), previous(case), "indicator.name_before_bracket"))
}

/// `giảm lần lượt 2,27% và 6,91%`, `lần lượt tăng 5% và 8%`: each goes with the figure in the same place of the list before.
pub(super) fn paired(case: &Case<'_, '_>) -> Option<Meaning> {
    let frame = case.frame;
    let row = frame.row(case.f);
    let first = row.start;
    let lead = frame.at[first].checked_sub(1)?;
    let pairs = |i: usize| frame.is(i, &[CueClass::Respectively]);
    let moves = frame.is(lead, &[CueClass::Rise, CueClass::Fall]);
    if !(pairs(lead) || moves && lead > 0 && pairs(lead - 1)) {
        return None;
    }
    let host = first.checked_sub(row.len())? + (case.f - first);
    (frame.sentence_of[host] == frame.sentence_of[case.f])
        .then(|| told(case, host, "indicator.respectively"))
}
