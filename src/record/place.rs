//! The place that a figure is for, where that is not what the whole article is about.
//!
//! `huyện Thạch Thất còn 61 lao động`, `của Hà Nội`, `tại Quảng Ninh, …`: the nearest place that is
//! subject or stands behind a word of place, then the one that opens the sentence, then the one of
//! the sentence before. A country counts only as subject: goods go to it, people come from it.

use super::context;
use super::frame::Frame;
use crate::entity::{PlaceKind, PlaceName};
use crate::lexicon::CueClass;
use crate::text::{Tokens, fold_syllable};
use std::collections::BTreeMap;

/// The place of a figure and the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    pub name: String,
    pub rule: &'static str,
}

/// What the article is about: the place of its title, else the one that most places name.
#[derive(Debug, Clone, Default)]
pub struct Subject {
    names: Vec<String>,
}

impl Subject {
    /// Finds the subject of an article in the places of its title and of its blocks.
    #[must_use]
    pub fn of(title: &[PlaceName], body: &[PlaceName]) -> Self {
        let wide = |p: &&PlaceName| matches!(p.kind, PlaceKind::Province | PlaceKind::District);
        let titled: Vec<String> = title.iter().filter(wide).map(|p| bare(&p.name)).collect();
        if !titled.is_empty() {
            return Self { names: titled };
        }
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for place in body.iter().filter(|p| p.kind == PlaceKind::Province) {
            *counts.entry(bare(&place.name)).or_default() += 1;
        }
        let all: usize = counts.values().sum();
        let most = counts.into_iter().max_by_key(|(_, n)| *n).filter(|(_, n)| n * 5 >= all * 3);
        Self { names: most.into_iter().map(|(name, _)| name).collect() }
    }

    fn is(&self, place: &PlaceName) -> bool {
        self.names.contains(&bare(&place.name))
    }
}

/// A name without the word for its kind: `tỉnh Hậu Giang` is `hậu giang`.
fn bare(name: &str) -> String {
    let lower: Vec<&str> = name.split_whitespace().collect();
    let from = lower.iter().position(|w| w.chars().next().is_some_and(char::is_uppercase)).unwrap_or(0);
    let from = if lower.get(from).is_some_and(|w| matches!(*w, "TP" | "TP.") || w.len() == 1) && lower.len() > from + 1 { from + 1 } else { from };
    lower[from..].iter().map(|w| fold_syllable(w)).collect::<Vec<_>>().join(" ")
}

/// Reads the places of all figures of a block, in order.
pub(super) fn read_all(frame: &Frame<'_>, subject: &Subject) -> Vec<Option<Reading>> {
    let mut out = Vec::with_capacity(frame.at.len());
    let mut carried: Option<PlaceName> = None;
    let mut sentence = usize::MAX;
    let mut opening: Option<PlaceName> = None;
    for f in 0..frame.at.len() {
        if frame.sentence_of[f] != sentence {
            let from = if sentence == usize::MAX { 0 } else { sentence + 1 };
            for s in from..frame.sentence_of[f] {
                carried = opens(frame, s).or(carried);
            }
            sentence = frame.sentence_of[f];
            opening = opens(frame, sentence);
            carried = opening.clone().or(carried);
        }
        let found = own(frame, f)
            .map(|p| (p, "place.clause"))
            .or_else(|| opening.clone().map(|p| (p, "place.sentence")))
            .or_else(|| carried.clone().map(|p| (p, "place.carried")));
        out.push(found.filter(|(p, _)| !subject.is(p)).map(|(p, rule)| Reading { name: p.name, rule }));
    }
    out
}

/// The place that opens a sentence: `Tại Quảng Ninh, …`, `Theo UBND tỉnh Hậu Giang, …`.
fn opens(frame: &Frame<'_>, sentence: usize) -> Option<PlaceName> {
    let range = frame.sentences[sentence].clone();
    let first_figure = range.clone().find(|i| frame.figure_at(*i).is_some()).unwrap_or(range.end);
    let end = first_figure.min(range.start + 25);
    let words = frame.pieces[range.start].words.start..frame.pieces[end.max(range.start + 1) - 1].words.end;
    let spoken = (range.start..end).any(|i| frame.is(i, &[CueClass::ReportVerb]));
    let first = frame.places_in(words.clone()).iter().find(|(_, p, _)| is_area(p))?;
    let at_head = first.0.start <= words.start + 2;
    let introduced = frame.scene.cue_before(first.0.start, &[CueClass::PlaceOf]).is_some() && first.0.start <= words.start + 4;
    (at_head || introduced || spoken && first.2).then(|| first.1.clone())
}

fn is_area(place: &PlaceName) -> bool {
    matches!(place.kind, PlaceKind::Province | PlaceKind::District | PlaceKind::Region | PlaceKind::Commune)
}

/// The place in the figure's own clause: its subject, or behind a word of place.
fn own(frame: &Frame<'_>, f: usize) -> Option<PlaceName> {
    let left = context::left(frame, f);
    let range = context::own(frame, &left);
    let words = token_range(frame, range.clone())?;
    let subject = |tokens: &Tokens| {
        let head = (range.start..range.end).find(|i| context::has_words(frame, *i..*i + 1));
        head.is_some_and(|i| frame.pieces[i].words.start == tokens.start || frame.pieces[i].words.contains(&tokens.start))
    };
    frame.places_in(words).iter().rev().find_map(|(tokens, place, inside)| {
        let placed = frame.scene.cue_before(tokens.start, &[CueClass::PlaceOf, CueClass::Belongs]).is_some();
        let fits = match place.kind {
            PlaceKind::Country => subject(tokens) && !*inside,
            _ => (subject(tokens) || placed) && !*inside,
        };
        fits.then(|| place.clone())
    })
}

fn token_range(frame: &Frame<'_>, pieces: std::ops::Range<usize>) -> Option<Tokens> {
    let (first, last) = (frame.pieces.get(pieces.start)?, frame.pieces.get(pieces.end.checked_sub(1)?)?);
    (pieces.start < pieces.end).then(|| first.words.start..last.words.end)
}
