//! [`Subject`]: the place that a whole article is about.
//!
//! `Bến Tre: Sơ kết …` is about Bến Tre, and so is an article whose title names no place and which names
//! Bến Tre most of the time. A place named once or twice is none.

use super::{PlaceKind, PlaceName};
use crate::lexicon::{Lexicon, Term};
use crate::text::Text;
use std::collections::BTreeMap;

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

    /// The code of the province of today that it is or was part of; none where it is no province.
    #[must_use]
    pub fn code<'l>(&self, lexicon: &'l Lexicon) -> Option<&'l str> {
        let name = self.name.as_deref()?;
        let mut places = lexicon.entries.place.iter();
        places.find(|place| place.forms.first() == name)?.code.as_deref()
    }

    /// Whether a place is the subject, or the whole country where the article has no other.
    #[must_use]
    pub fn covers(&self, place: &PlaceName, lexicon: &Lexicon) -> bool {
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
