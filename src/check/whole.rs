//! What a share is a share of, as the words behind it say: `53% tổng số hộ chăn nuôi`,
//! `60% trong số đó`.
//!
//! Finds the figure that stands with the name (`tổng số 240 đại biểu`, `tổng số hộ (600 hộ)`), else
//! the figures before the share whose own words hold all that the whole is called. Which of several
//! is meant is not decided here.

use super::facts::Facts;
use super::passage::Passage;
use super::units::{is_percent, same_measure};
use super::whole_name::{is_bare_measure, leaves_out_limit};
use super::words::text::{ALL_OF, IN_NUMBER, LIGHT, POINTING, TOTALS, WHOLE};
use crate::lexicon::CueClass;
use crate::record::Record;
use crate::text::{TokenKind, Tokens};

/// How many tokens the name of a whole takes at most.
const NAME: usize = 14;

/// How many tokens before a figure may name the area that it is for.
const AREA: usize = 60;

/// How many figures before a share are searched for its whole.
const LOOK_BACK: usize = 10;

/// What the words behind a share call its whole.
pub(super) enum Whole {
    /// `trong số đó`: what was told before.
    Told,
    /// `tổng số hộ chăn nuôi`: the words of its name.
    Named(Tokens),
    /// `tổng số 240 đại biểu`: the figure itself.
    Given(usize),
}

/// The whole that the words behind a percentage name.
pub(super) fn named(facts: &Facts<'_>, said: usize) -> Option<Whole> {
    let (tail, passage) = facts.tail(said)?;
    let close = facts.bracket(said).is_some() && passage.text.key(tail.start) == ")";
    let mut start = tail.start + usize::from(close);
    let first = start;
    while let Some(len) = passage.says(start, WHOLE).filter(|len| start + len <= tail.end) {
        start += len;
    }
    let marked = start > first;
    let behind = facts.after(said).and_then(|r| Some((r, facts.place(r)?.0)));
    let given = behind.filter(|(r, place)| {
        marked && passage.lead(place.number.start) == start && facts.is_level(*r)
    });
    if let Some((figure, _)) = given {
        return Some(Whole::Given(figure));
    }
    if close || !marked {
        return None;
    }
    if passage.says(start, POINTING).is_some() {
        return Some(Whole::Told);
    }
    let end = name_end(passage, start, tail.end.min(start + NAME));
    let shown = behind.filter(|(r, place)| {
        passage.text.key(end) == "("
            && passage.lead(place.number.start) == end + 1
            && passage.text.key(place.end) == ")"
            && facts.is_level(*r)
            && shows_whole(facts, said, *r)
    });
    match shown {
        Some((figure, _)) => Some(Whole::Given(figure)),
        None if start < end => Some(Whole::Named(start..end)),
        None => Some(Whole::Named(first..start)).filter(|_| {
            passage.says(first, TOTALS).is_some() || is_bare_measure(passage, &(first..start))
        }),
    }
}

/// Whether the bracket behind a whole's name holds the whole and not the part: the part stands before.
fn shows_whole(facts: &Facts<'_>, said: usize, shown: usize) -> bool {
    facts.before(said).is_some_and(|part| {
        let [part, whole] = [part, shown].map(|r| &facts.records[r]);
        same_measure(part, whole) && part.value <= whole.value
    })
}

/// Where a name ends: at a mark or before a verb that says what the share does.
fn name_end(passage: &Passage<'_>, start: usize, end: usize) -> usize {
    let stops = |at: &usize| {
        passage.text.tokens[*at].kind != TokenKind::Word
            || passage.cue_at(*at, &[CueClass::Has, CueClass::Level, CueClass::Done]).is_some()
    };
    (start..end).find(stops).unwrap_or(end)
}

/// The figures before a share whose words hold every word of the name of its whole.
pub(super) fn candidates(facts: &Facts<'_>, said: usize, name: &Tokens) -> Vec<usize> {
    let Some((place, passage)) = facts.place(said) else { return Vec::new() };
    let words: Vec<&str> = content(passage, name.clone()).collect();
    let other_time = passage.has(name.clone(), &[CueClass::Baseline, CueClass::LastYear])
        || name.clone().any(|at| passage.text.key(at) == "năm");
    let holds = |r: usize| {
        let words_of = facts.lead(r).zip(facts.tail(r));
        let limited = leaves_out_limit(facts, passage, name, r);
        !limited
            && words_of.is_some_and(|((lead, own), (tail, _))| {
                let start = lead.start.max(lead.end.saturating_sub(NAME));
                let marks = [",", ";", ":"];
                let mark = (start..lead.end).rev().find(|at| marks.contains(&own.text.key(*at)));
                let start = mark.map_or(start, |mark| mark + 1);
                let unit = lead.end..tail.start;
                let marks = ["(", ",", ";", ":"];
                let end = tail.clone().find(|at| marks.contains(&own.text.key(*at)));
                let tail = tail.start..end.unwrap_or(tail.end);
                let keys: Vec<&str> =
                    (start..tail.end.min(tail.start + NAME)).map(|at| own.text.key(at)).collect();
                !unit.is_empty() && words.iter().all(|word| keys.contains(word))
            })
    };
    let alone = |r: &usize| words.len() > 1 || begins_with_unit(passage, name, &facts.records[*r]);
    if words.is_empty() || other_time {
        return Vec::new();
    }
    facts
        .back(said, LOOK_BACK)
        .filter(|r| facts.place(*r).is_some_and(|(p, _)| p.block == place.block))
        .filter(|r| facts.is_level(*r) && !is_percent(&facts.records[*r]))
        .filter(|r| alone(r) && holds(*r) && !names_other_area(facts, passage, name, *r))
        .collect()
}

/// Whether the name says of which area a whole is, and the sentence of a figure does not: `số hộ toàn
/// huyện` is not the `500 hộ` that a commune has.
fn names_other_area(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    name: &Tokens,
    figure: usize,
) -> bool {
    let Some((place, _)) = facts.place(figure) else { return true };
    let before = passage.sentence(place.sentence).start..place.number.start;
    let start = before.start.max(before.end.saturating_sub(AREA));
    let mut areas = name.clone().filter(|at| ALL_OF.contains(&passage.text.key(*at)));
    areas.any(|at| {
        let area = passage.text.key(at + 1);
        at + 1 < name.end && !(start..before.end).any(|at| passage.text.key(at) == area)
    })
}

/// The words that name the total of a part before it: `các hộ vay vốn`.
pub(super) fn named_whole(facts: &Facts<'_>, part: usize) -> Option<Tokens> {
    let (lead, passage) = facts.lead(part)?;
    let cue = passage.find(lead.clone(), IN_NUMBER)?;
    let has = |at: &usize| passage.cue_at(*at, &[CueClass::Has]).is_some();
    let mark = |at: &usize| passage.text.key(*at) == ",";
    let end = (cue.end..lead.end).find(|at| has(at) || mark(at)).unwrap_or(lead.end);
    let points = passage.says(cue.end, POINTING).is_some();
    (cue.end < end && !points).then_some(cue.end..end)
}

/// The words of a name that say what it is.
fn content<'a>(passage: &'a Passage<'_>, name: Tokens) -> impl Iterator<Item = &'a str> {
    name.map(|at| passage.text.key(at)).filter(|key| !LIGHT.contains(key))
}

/// Whether the name of a whole begins with the unit of a record: `số hộ` and `35 hộ`.
pub(super) fn begins_with_unit(passage: &Passage<'_>, name: &Tokens, record: &Record) -> bool {
    let unit = record.unit.as_deref().unwrap_or_default();
    let mut words = unit.split_whitespace().map(crate::text::fold_syllable).zip(name.clone());
    !unit.is_empty() && words.all(|(word, at)| passage.text.key(at) == word)
}
