//! The place that a figure is for, where that is not what the whole article is about.
//!
//! `huyện Thạch Thất còn 61 lao động`, `của Hà Nội`, `tại Quảng Ninh, …`: the nearest place that is
//! subject or stands behind a word of place, then the one that opens the sentence, then the one of
//! the sentence before. A country counts only as subject: goods go to it, people come from it.

use super::context::{self, Left};
use super::frame::Frame;
use super::own;
use super::phrase::has_words;
use crate::entity::{PlaceKind, PlaceName};
use crate::lexicon::{CueClass, Lexicon, Term};
use crate::text::{Text, Tokens};
use std::collections::BTreeMap;

/// The place of a figure and the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    pub name: String,
    pub rule: &'static str,
}

/// What the article is about: the first place of its title, else the one that most places name.
#[derive(Debug, Clone, Default)]
pub struct Subject {
    name: Option<String>,
}

impl Subject {
    /// Finds the subject of an article in the places of its title and of its blocks.
    #[must_use]
    pub fn of<'a>(
        title: &[PlaceName],
        body: impl Iterator<Item = &'a PlaceName>,
        lexicon: &Lexicon,
    ) -> Self {
        let titled =
            title.iter().find(|p| matches!(p.kind, PlaceKind::Province | PlaceKind::District));
        if let Some(place) = titled {
            return Self { name: Some(canonical(&place.name, lexicon)) };
        }
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for place in body.filter(|p| p.kind == PlaceKind::Province) {
            *counts.entry(canonical(&place.name, lexicon)).or_default() += 1;
        }
        let all: usize = counts.values().sum();
        let most =
            counts.into_iter().max_by_key(|(_, n)| *n).filter(|(_, n)| *n >= 3 && n * 5 >= all * 3);
        Self { name: most.map(|(name, _)| name) }
    }

    /// Name of the place, without the word for its kind.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Whether a place is the subject, or the whole country where the article has no other.
    fn covers(&self, place: &PlaceName, lexicon: &Lexicon) -> bool {
        match (&self.name, place.kind) {
            (None, PlaceKind::Nation) => true,
            (Some(name), _) => *name == canonical(&place.name, lexicon),
            (None, _) => false,
        }
    }
}

/// The lexicon's name of a province (`TPHCM` is `Hồ Chí Minh`), else the name without the word for
/// its kind.
#[must_use]
pub fn canonical(name: &str, lexicon: &Lexicon) -> String {
    let text = Text::new(name);
    let listed = (0..text.tokens.len()).find_map(|i| {
        lexicon.phrases.at(&text, i).find_map(|(_, term)| match term {
            Term::Place(p) => Some(lexicon.entries.place[p as usize].forms.first().to_owned()),
            _ => None,
        })
    });
    listed.unwrap_or_else(|| {
        let from = text.tokens.iter().position(|t| t.capital).unwrap_or(0);
        text.slice(from..text.tokens.len()).to_owned()
    })
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
            let mut last = None;
            for s in from..frame.sentence_of[f] {
                carried = opens(frame, s).or(carried);
                last = mentioned(frame, s).or(last);
            }
            if sentence != usize::MAX {
                last = last.or_else(|| mentioned(frame, sentence));
            }
            sentence = frame.sentence_of[f];
            opening =
                opens(frame, sentence).or_else(|| last.filter(|_| points_back(frame, sentence)));
            carried = opening.clone().or(carried);
        }
        let found = own(frame, f)
            .map(|p| (p, "place.clause"))
            .or_else(|| opening.clone().map(|p| (p, "place.sentence")))
            .or_else(|| carried.clone().map(|p| (p, "place.carried")));
        let singled_out = singled_out(frame, f);
        let kept = found.filter(|(p, _)| singled_out || !subject.covers(p, frame.scene.lexicon));
        out.push(kept.map(|(p, rule)| Reading { name: p.name, rule }));
    }
    out
}

/// `riêng địa bàn Hải Phòng thu được …`: the subject's own place, set apart from the rest.
fn singled_out(frame: &Frame<'_>, f: usize) -> bool {
    let sentence = frame.sentence(f);
    let start = sentence.start.max(frame.at[f].saturating_sub(60));
    (start..frame.at[f]).any(|i| frame.is(i, &[CueClass::SingledOut]))
}

/// `Tỉnh này có …`, `Trên địa bàn tỉnh …`: the sentence goes on about the place named before.
fn points_back(frame: &Frame<'_>, sentence: usize) -> bool {
    let range = frame.sentences[sentence].clone();
    (range.start..range.end.min(range.start + 12)).any(|i| frame.is_at(i, &[CueClass::SamePlace]))
}

/// The last area that a sentence names.
fn mentioned(frame: &Frame<'_>, sentence: usize) -> Option<PlaceName> {
    let words = token_range(frame, frame.sentences[sentence].clone())?;
    frame.places_in(words).iter().rev().find(|(_, p, _)| is_area(p)).map(|(_, p, _)| p.clone())
}

/// The place that opens a sentence: `Tại Quảng Ninh, …`, `Theo UBND tỉnh Hậu Giang, …`.
fn opens(frame: &Frame<'_>, sentence: usize) -> Option<PlaceName> {
    let range = frame.sentences[sentence].clone();
    let first_figure = range.clone().find(|i| frame.figure_at(*i).is_some()).unwrap_or(range.end);
    let end = first_figure.min(range.start + 25);
    let words =
        frame.pieces[range.start].words.start..frame.pieces[end.max(range.start + 1) - 1].words.end;
    let theo = (range.start..end).any(|i| {
        let opens = i < range.start + 6 || frame.mark(i - 1) == Some(',');
        opens && frame.is(i, &[CueClass::AccordingTo])
    });
    let spoken = theo || (range.start..end).any(|i| frame.is(i, &[CueClass::ReportVerb]));
    let first = frame.places_in(words.clone()).iter().find(|(_, p, _)| is_area(p))?;
    let at_head = first.0.start <= words.start + 3;
    let introduced = frame.scene.cue_before(first.0.start, &[CueClass::PlaceOf]).is_some()
        && first.0.start <= words.start + 4;
    (at_head || introduced || spoken && first.2).then(|| first.1.clone())
}

fn is_area(place: &PlaceName) -> bool {
    matches!(
        place.kind,
        PlaceKind::Province | PlaceKind::District | PlaceKind::Region | PlaceKind::Commune
    )
}

/// The place in the figure's own clause: its subject, or behind a word of place.
fn own(frame: &Frame<'_>, f: usize) -> Option<PlaceName> {
    let left = context::left(frame, f);
    if let Some(place) = before_bracket(frame, f, &left) {
        return Some(place);
    }
    let range = own::said(frame, &left);
    let words = token_range(frame, range.clone())?;
    let head = range.clone().find(|i| has_words(frame, *i..*i + 1));
    let subject = |tokens: &Tokens| {
        head.is_some_and(|i| {
            frame.pieces[i].words.start == tokens.start
                || frame.pieces[i].words.contains(&tokens.start)
        })
    };
    frame.places_in(words).iter().rev().find_map(|(tokens, place, inside)| {
        let placed =
            frame.scene.cue_before(tokens.start, &[CueClass::PlaceOf, CueClass::Belongs]).is_some();
        let fits = match place.kind {
            PlaceKind::Country => subject(tokens) && !*inside,
            _ => (subject(tokens) || placed) && !*inside,
        };
        fits.then(|| place.clone())
    })
}

/// `huyện Ba Tri (15 hộ)`: the place whose name ends at the bracket that holds the figure, if it
/// is not the end of a longer name.
fn before_bracket(frame: &Frame<'_>, f: usize, left: &Left) -> Option<PlaceName> {
    let bracket = frame.bracket(f).filter(|_| left.range.is_empty())?;
    let end = frame.pieces[bracket].words.start;
    let (words, place, inside) = frame.places_in(end.saturating_sub(8)..end).last()?;
    let before = (0..bracket).rev().find(|i| frame.pieces[*i].words.end <= words.start);
    let alone = before.is_none_or(|i| !has_words(frame, i..i + 1));
    (words.end == end && !inside && alone).then(|| place.clone())
}

fn token_range(frame: &Frame<'_>, pieces: std::ops::Range<usize>) -> Option<Tokens> {
    let (first, last) =
        (frame.pieces.get(pieces.start)?, frame.pieces.get(pieces.end.checked_sub(1)?)?);
    (pieces.start < pieces.end).then_some(first.words.start..last.words.end)
}
