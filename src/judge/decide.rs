//! The network's answers as verdicts: the most probable alternative of each, and the others.

use super::feature::{Features, Link};
use super::network::{Answer, Doubts, Network, TAGS_BEFORE};
use super::pairing::{Pairs, pairs};
use super::{By, Chance, Dated, Direction, Judged, Role, Sheet, Verdict, paper, phrase};
use crate::article::PaperKind;
use std::cmp::Reverse;

/// Below which probability an alternative is not told.
const TOLD: Chance = 100;

/// The roles in the order of the network's answers.
const ROLES: [(Role, Option<Direction>); 6] = [
    (Role::Actual, None),
    (Role::Target, None),
    (Role::Change, Some(Direction::Up)),
    (Role::Change, Some(Direction::Down)),
    (Role::Attainment, None),
    (Role::Condition, None),
];

/// One verdict for each figure of a sheet; `paper` is the kind of official paper that the article is.
pub(super) fn verdicts(
    sheet: &Sheet<'_>,
    features: &Features,
    network: &Network,
    paper: Option<PaperKind>,
) -> Vec<Verdict> {
    let answers = network.answer(sheet, features);
    let pairs = pairs(sheet);
    let verdict = |f: usize| {
        let verdict = paired(verdict(sheet, features, f, &answers[f]), sheet, &pairs);
        let mut verdict = match paper {
            Some(paper) => paper::settled(verdict, &sheet.rows[sheet.figures[f].row], paper),
            None => verdict,
        };
        verdict.confidence = network.confidence(doubts(sheet, &verdict));
        verdict
    };
    (0..answers.len()).map(verdict).collect()
}

/// The verdict with what the order of lists settles.
fn paired(mut verdict: Verdict, sheet: &Sheet<'_>, pairs: &Pairs) -> Verdict {
    let (row, figure) = (verdict.row, (verdict.row, verdict.figure));
    if let Some(&time) = pairs.times.get(&figure) {
        let span = sheet.rows[row].mentions.times[time].span;
        verdict.period = verdict.period.settled(Some(Dated { span, time: Some((row, time)) }));
    }
    if let Some(&place) = pairs.places.get(&figure) {
        verdict.place = verdict.place.settled(Some((row, place)));
    }
    verdict
}

fn doubts(sheet: &Sheet<'_>, verdict: &Verdict) -> Doubts {
    let row = &sheet.rows[verdict.row];
    Doubts {
        chances: [
            verdict.role.chance,
            verdict.counts,
            verdict.period.chance,
            verdict.indicator_chance,
        ],
        is_dated: row.scene.published.is_some(),
        has_unit: row.mentions.quantities[verdict.figure].unit.is_some(),
    }
}

fn verdict(sheet: &Sheet<'_>, features: &Features, f: usize, answer: &Answer) -> Verdict {
    let spot = sheet.figures[f];
    let tagged = |n: usize| answer.tagged.iter().map(|chances| chances[n]).collect::<Vec<_>>();
    let indicator = phrase::taken(sheet, spot, TAGS_BEFORE, &tagged(0));
    let mut scope = phrase::taken(sheet, spot, TAGS_BEFORE, &tagged(1));
    scope.retain(|at| !indicator.contains(at));
    let role = judged(ROLES.into_iter().zip(answer.roles));
    let period = judged(
        answer
            .periods
            .iter()
            .map(|(offer, chance)| (dated(sheet, features, offer.span, offer.time), *chance)),
    );
    let links = &features.links[f];
    let places = &features.places[f];
    let place = |p: usize| (sheet.places[p].row, sheet.places[p].index.unwrap_or(0));
    let indicator_chance = certainty(sheet, f, &answer.tagged, &indicator);
    Verdict {
        row: spot.row,
        figure: spot.index.unwrap_or(0),
        counts: answer.counts,
        confidence: 0,
        role_grounds: Vec::new(),
        period_grounds: Vec::new(),
        indicator: phrase::words(sheet, &indicator),
        scope: phrase::phrases(sheet, &scope),
        indicator_chance,
        place: judged(picked(places, &answer.place).map(|(p, chance)| (p.map(place), chance))),
        part_of: judged(picked(links, &answer.part)),
        target: judged(picked(links, &answer.target)),
        role,
        period,
    }
}

/// How sure the words of an indicator are: the mean probability of those that were taken.
fn certainty(sheet: &Sheet<'_>, f: usize, tagged: &[[Chance; 2]], pieces: &[usize]) -> Chance {
    let slot = |at: usize| (at + TAGS_BEFORE).checked_sub(sheet.figures[f].at);
    let chances =
        pieces.iter().filter_map(|at| tagged.get(slot(*at)?)).map(|chances| u32::from(chances[0]));
    chances.sum::<u32>().checked_div(pieces.len() as u32).unwrap_or(0) as Chance
}

fn dated(
    sheet: &Sheet<'_>,
    features: &Features,
    span: usize,
    time: Option<usize>,
) -> Option<Dated> {
    let time = time.map(|t| (sheet.times[t].row, sheet.times[t].index.unwrap_or(0)));
    (span != 0).then(|| Dated { span: features.periods.spans[span], time })
}

fn picked<'a>(
    links: &'a [Link],
    chances: &'a [Chance],
) -> impl Iterator<Item = (Option<usize>, Chance)> + 'a {
    links.iter().map(|link| Some(link.other)).chain([None]).zip(chances.iter().copied())
}

/// The most probable alternative, and the others in order; of two that are as probable the first.
fn judged<T>(alternatives: impl Iterator<Item = (T, Chance)>) -> Judged<T> {
    let mut all: Vec<(T, Chance)> = alternatives.collect();
    all.sort_by_key(|(_, chance)| Reverse(*chance));
    let mut all = all.into_iter();
    let Some((value, chance)) = all.next() else {
        unreachable!("none at all is always an alternative")
    };
    let others = all.take_while(|(_, chance)| *chance >= TOLD).collect();
    Judged { value, chance, others, by: By::Network }
}
