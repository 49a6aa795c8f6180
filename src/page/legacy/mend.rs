//! Which passages are mended, and that they are.
//!
//! What is known of all bytes, from the user or from the page, holds for every passage. Otherwise a
//! passage is mended whose font is an old one, if its letters do not speak against it, or whose letters
//! alone leave no doubt. A short passage that says too little of itself follows the others. One that is
//! proper Vietnamese as it stands, by letters that no old encoding is seen as, is never touched.

use super::passage::{Passage, Place, may_hold_any, passages};
use super::sheet::Sheet;
use super::survey::{Survey, Surveyor, strange_letters};
use super::{Evidence, Legacy};
use scraper::{Html, Node};
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

/// What was mended of one encoding.
#[derive(Debug)]
pub(in super::super) struct Mended {
    pub(in super::super) legacy: Legacy,
    /// Whether a font said so, for any of it.
    pub(in super::super) by_font: bool,
    pub(in super::super) evidence: Evidence,
}

/// How many of the words of a page may be proper Vietnamese, in percent of those mended, for short
/// passages to be taken as part of the rest.
const STRAY: usize = 10;

/// What is known of a whole page.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Known {
    pub(in super::super) legacy: Legacy,
    /// Whether the user said so; then no font says otherwise.
    pub(in super::super) by_user: bool,
}

/// A passage, and what becomes of its text, once that is asked for.
struct Surveyed<'p> {
    passage: &'p Passage,
    surveyor: &'p RefCell<Surveyor<'p>>,
    survey: OnceCell<Survey>,
}

impl Surveyed<'_> {
    fn survey(&self) -> &Survey {
        self.survey.get_or_init(|| self.surveyor.borrow_mut().survey(&self.passage.text))
    }

    fn font(&self) -> Option<Legacy> {
        self.passage.font.map(|font| font.legacy)
    }
}

/// Mends the passages of a tree. Of what is known of the whole page nothing has to be proved.
pub(in super::super) fn mend(html: &mut Html, known: Option<Known>) -> Vec<Mended> {
    let sheet = Sheet::of(html);
    if known.is_none() && !may_hold_any(html, &sheet) {
        return Vec::new();
    }
    let passages = passages(html, &sheet);
    let surveyor = RefCell::default();
    let surveyed = |passage| Surveyed { passage, surveyor: &surveyor, survey: OnceCell::new() };
    let passages: Vec<Surveyed<'_>> = passages.iter().map(surveyed).collect();
    let mut told: Vec<Option<Legacy>> = match known {
        Some(known) => passages.iter().map(|passage| by_page(passage, known)).collect(),
        None => {
            let trusted = trusted_fonts(&passages);
            passages.iter().map(|passage| told_by_itself(passage, &trusted)).collect()
        }
    };
    if known.is_none() {
        follow(&passages, &mut told);
        take_capitals(&passages, &mut told);
    }
    let mut mended: BTreeMap<Legacy, Mended> = BTreeMap::new();
    for (surveyed, legacy) in passages.iter().zip(told) {
        let passage = surveyed.passage;
        let Some(legacy) = legacy.filter(|legacy| is_changed(passage, *legacy)) else {
            continue;
        };
        let all = mended.entry(legacy);
        let all = all.or_insert(Mended { legacy, by_font: false, evidence: Evidence::default() });
        all.by_font |= passage.font.is_some_and(|font| font.legacy == legacy);
        all.evidence.add(surveyed.survey().evidence(legacy));
        let capitals = passage.font.is_some_and(|font| font.capitals && font.legacy == legacy);
        for place in &passage.places {
            rewrite(html, *place, |text| match capitals {
                true => legacy.decode(text).to_uppercase(),
                false => legacy.decode(text),
            });
        }
    }
    mended.into_values().collect()
}

/// The encoding of the page, or that of the passage's font where it explains more; none where most
/// words are proper as they stand.
fn by_page(passage: &Surveyed<'_>, known: Known) -> Option<Legacy> {
    let survey = passage.survey();
    let gain = |legacy| survey.evidence(legacy).gain();
    let font = passage.font().filter(|_| !known.by_user);
    let legacy = font.filter(|font| gain(*font) > gain(known.legacy)).unwrap_or(known.legacy);
    let is_proper = survey.proper > survey.evidence(legacy).after;
    (!is_proper).then_some(legacy)
}

/// The encodings whose fonts are in use for what they are: some pages have long been made Unicode and
/// still name `.VnTime`.
fn trusted_fonts(passages: &[Surveyed<'_>]) -> Vec<Legacy> {
    let balance = |legacy: Legacy| -> isize {
        let own = passages.iter().filter(|passage| passage.font() == Some(legacy));
        own.map(|passage| passage.survey().balance(legacy)).sum()
    };
    Legacy::ALL.into_iter().filter(|legacy| balance(*legacy) > 0).collect()
}

fn told_by_itself(passage: &Surveyed<'_>, trusted: &[Legacy]) -> Option<Legacy> {
    let font = passage.font().filter(|legacy| trusted.contains(legacy));
    let by_font = font.filter(|legacy| passage.survey().balance(*legacy) >= 0);
    by_font.or_else(|| {
        let is_strange = strange_letters(&passage.passage.text) > 0;
        let (legacy, _) = is_strange.then(|| passage.survey().strongest()).flatten()?;
        (passage.survey().balance(legacy) > 0).then_some(legacy)
    })
}

/// Passages that say nothing of themselves follow the encoding of most of the others. UTF-8 within
/// UTF-8 is no chance even there.
fn follow(passages: &[Surveyed<'_>], told: &mut [Option<Legacy>]) {
    if told.iter().all(Option::is_none) {
        return;
    }
    let mut changed: BTreeMap<Legacy, usize> = BTreeMap::new();
    let mut proper = 0;
    for (passage, legacy) in passages.iter().zip(&*told) {
        match legacy {
            Some(legacy) => {
                *changed.entry(*legacy).or_default() += passage.survey().evidence(*legacy).changed;
            }
            None => proper += passage.survey().proper,
        }
    }
    let Some((&legacy, &most)) = changed.iter().max_by_key(|(_, changed)| **changed) else {
        return;
    };
    let least = if proper * 100 > most * STRAY { 1 } else { 0 };
    for (passage, told) in passages.iter().zip(told).filter(|(_, told)| told.is_none()) {
        let legacy = with_capitals(passage, legacy);
        let is_clear = legacy == Legacy::Utf8Twice || {
            let makes_sense = passage.survey().evidence(legacy).makes_sense();
            makes_sense && passage.survey().balance(legacy) >= least
        };
        *told = is_clear.then_some(legacy);
    }
}

/// TCVN 5712-1 has all of TCVN3, and is told by its capitals only.
fn with_capitals(passage: &Surveyed<'_>, legacy: Legacy) -> Legacy {
    let is_full =
        || passage.survey().balance(Legacy::Tcvn5712) > passage.survey().balance(Legacy::Tcvn3);
    if legacy == Legacy::Tcvn3 && is_full() { Legacy::Tcvn5712 } else { legacy }
}

/// Where one passage without a font has these capitals, all are in the same.
fn take_capitals(passages: &[Surveyed<'_>], told: &mut [Option<Legacy>]) {
    if told.contains(&Some(Legacy::Tcvn5712)) {
        let plain = passages.iter().zip(told).filter(|(passage, _)| passage.font().is_none());
        for (_, told) in plain.filter(|(_, told)| **told == Some(Legacy::Tcvn3)) {
            *told = Some(Legacy::Tcvn5712);
        }
    }
}

fn is_changed(passage: &Passage, legacy: Legacy) -> bool {
    let capitals = passage.font.is_some_and(|font| font.capitals && font.legacy == legacy);
    capitals || legacy.decode(&passage.text) != passage.text
}

fn rewrite(html: &mut Html, place: Place, read: impl Fn(&str) -> String) {
    let (Place::Text(node) | Place::Attribute(node, _)) = place;
    let Some(mut node) = html.tree.get_mut(node) else {
        return;
    };
    match (node.value(), place) {
        (Node::Text(text), _) => text.text = read(text).as_str().into(),
        (Node::Element(element), Place::Attribute(_, number)) => {
            let value = &mut element.attrs[number].1;
            *value = read(value).as_str().into();
        }
        _ => {}
    }
}
