//! What the order of two lists settles: `năm 2022 và 2023 lần lượt đạt 45 và 62 hộ` gives 45 to 2022 and 62 to 2023.
//!
//! A word that pairs lists in order (`lần lượt`, respectively) is grammar, so nothing is weighed here. It has to stand in
//! one sentence with a list of figures behind it and a list of times or places of the same length, before it or behind
//! the figures. Lists are refused where more than a comma or `và` (and) stands between two members:
//! `lần lượt là 45 hộ, tăng 3 hộ và 62 hộ` pairs nothing.

use super::Sheet;
use crate::clause::Row;
use crate::lexicon::CueClass;
use crate::mention::{Scene, Sense, Span};
use crate::text::Tokens;
use std::collections::HashMap;
use std::ops::Range;

/// The members of other lists that figures are paired with, by row and index of the figure in its row.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// The index of a time in that row.
    pub times: HashMap<(usize, usize), usize>,
    /// The index of a place in that row.
    pub places: HashMap<(usize, usize), usize>,
}

/// All pairs of a sheet.
pub(super) fn pairs(sheet: &Sheet<'_>) -> Pairs {
    let mut pairs = Pairs::default();
    for (r, row) in sheet.rows.iter().enumerate() {
        let times = row.mentions.times.iter();
        let times: Vec<_> =
            times.map(|time| dates(time.sense, time.span).then(|| time.words.clone())).collect();
        let places: Vec<_> = row.places.iter().map(|(words, ..)| Some(words.clone())).collect();
        for (cue, figures) in lists_of_figures(row) {
            let members = |list: Range<usize>| figures.clone().map(|f| (r, f)).zip(list);
            let times = partner(row, &times, &cue, &figures);
            pairs.times.extend(times.into_iter().flat_map(members));
            let places = partner(row, &places, &cue, &figures);
            pairs.places.extend(places.into_iter().flat_map(members));
        }
    }
    pairs
}

/// Whether a time can be that of a figure.
fn dates(sense: Sense, span: Span) -> bool {
    matches!(sense, Sense::During | Sense::Day | Sense::Until) && span != Span::OPEN
}

/// Each word of a row that pairs lists, with the list of at least two figures behind it.
fn lists_of_figures(row: &Row<'_>) -> Vec<(Tokens, Range<usize>)> {
    let figures = &row.mentions.quantities;
    let words: Vec<_> = figures.iter().map(|figure| Some(figure.words.clone())).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < row.scene.text.tokens.len() {
        let Some((len, _)) = row.scene.cue(at, &[CueClass::Respectively]) else {
            at += 1;
            continue;
        };
        let sentence = row.sentence(at);
        let first = figures.partition_point(|figure| figure.words.start < at + len);
        let list = run(&row.scene, &words, first, sentence.end);
        if list.len() > 1 {
            found.push((at..at + len, list));
        }
        at += len;
    }
    found
}

/// The nearest list as long as that of the figures: before the word that pairs them, else behind them.
fn partner(
    row: &Row<'_>,
    members: &[Option<Tokens>],
    cue: &Tokens,
    figures: &Range<usize>,
) -> Option<Range<usize>> {
    let sentence = row.sentence(cue.start);
    let behind = row.mentions.quantities[figures.end - 1].words.end..sentence.end;
    let alike = |within: Tokens| {
        let lists = lists_within(&row.scene, members, &within).into_iter();
        lists.filter(|list| list.len() == figures.len())
    };
    alike(sentence.start..cue.start).next_back().or_else(|| alike(behind).next())
}

/// The lists that stand whole within some words.
fn lists_within(
    scene: &Scene<'_>,
    members: &[Option<Tokens>],
    within: &Tokens,
) -> Vec<Range<usize>> {
    let mut lists = Vec::new();
    let mut first = 0;
    while first < members.len() {
        let inside = members[first].as_ref().is_some_and(|words| words.start >= within.start);
        let list = if inside { run(scene, members, first, within.end) } else { first..first };
        first = list.end.max(first + 1);
        lists.push(list);
    }
    lists
}

/// The members from the first on that only commas and the like part, up to a token.
fn run(scene: &Scene<'_>, members: &[Option<Tokens>], first: usize, end: usize) -> Range<usize> {
    let mut last = first;
    while let Some(Some(words)) = members.get(last) {
        let before = last.checked_sub(1).filter(|_| last > first).and_then(|n| members[n].as_ref());
        let joined = before.is_none_or(|before| {
            before.end < words.start && (before.end..words.start).all(|token| scene.joins(token))
        });
        if words.end > end || !joined {
            break;
        }
        last += 1;
    }
    first..last
}
