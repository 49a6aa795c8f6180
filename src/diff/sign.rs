//! What a figure is known again by: its number, the words around it, what it measures.
//!
//! Words count by their keys, so other spaces, capitals and tone marks make no difference, and only the nearest ones,
//! since those farther off are cut where they stand. Of words around a figure other numbers may be left out: `(năm 2021
//! là 470 lượt người và …` keeps its setting when the total in front of it is corrected. A figure that has no words
//! around it, as in the middle of a table, has no setting, and one of which nobody knows what it measures no name.

use crate::lexicon::Lexicon;
use crate::record::{Record, canonical_place};
use crate::series::Naming;
use crate::text::{Text, TokenKind};
use crate::words::words;
use schemars::JsonSchema;
use serde::Serialize;

words! {
    /// One thing that a figure is known again by.
    Sign {
        /// The number as it is printed, by its letters.
        Printed = "printed",
        /// The number itself: value, end of a range, whole of a fraction.
        Number = "number",
        /// The words around it with their numbers.
        Words = "words",
        /// The words around it, whatever numbers stand among them.
        Setting = "setting",
        /// Those before it alone.
        Before = "before",
        /// Those behind it alone.
        Behind = "behind",
        /// What it measures, in the words of indicator and scope.
        Indicator = "indicator",
        /// What is counted, and per what.
        Unit = "unit",
        /// Result, target, change, attainment or condition.
        Role = "role",
        /// The days that it speaks of.
        Period = "period",
        /// Where, else what the article is about.
        Place = "place",
    }
}

/// How many words of each side are near.
const NEAR: usize = 4;
/// How many syllables words around a figure have at least that say where it stands.
const TELLING: usize = 3;

/// All signs of one figure.
pub(super) struct Signs([Option<String>; Sign::ALL.len()]);

impl Signs {
    pub(super) fn of(
        record: &Record,
        about: Option<&str>,
        naming: &Naming<'_>,
        lexicon: &Lexicon,
    ) -> Self {
        let source = &record.source;
        let [before, behind] = [&source.prefix, &source.suffix].map(|words| Text::new(words));
        let first = before.tokens.len().saturating_sub(NEAR);
        let [before, behind] = [Near::of(&before, first), Near::of(&behind, 0)];
        let around = before.syllables + behind.syllables >= TELLING;
        let telling = |near: &Near| (near.syllables >= TELLING).then(|| near.masked.clone());
        let place = record.place.as_deref().or(about);
        let place = place.map(|place| canonical_place(place, lexicon));
        let name =
            |indicator: &str| naming.of(indicator, record.scope.as_deref(), place.as_deref()).key();
        let mut signs = Self(Default::default());
        for sign in Sign::ALL {
            signs.0[*sign as usize] = match sign {
                Sign::Printed => Some(keys(&Text::new(&source.text))),
                Sign::Number => Some(format!(
                    "{} {:?} {:?}",
                    record.value.normalize(),
                    record.high.map(|high| high.normalize()),
                    record.of.map(|of| of.normalize())
                )),
                Sign::Words => Some(format!("{}_{}", before.plain, behind.plain)),
                Sign::Setting => around.then(|| format!("{}_{}", before.masked, behind.masked)),
                Sign::Before => telling(&before),
                Sign::Behind => telling(&behind),
                Sign::Indicator => record.indicator.as_deref().map(name),
                Sign::Unit => {
                    Some(format!("{}/{}", record.unit_name(), fold(record.per.as_deref())))
                }
                Sign::Role => Some(record.role.as_str().to_owned()),
                Sign::Period => Some(record.period.as_ref().map_or(String::new(), |period| {
                    format!("{:?} {:?}", period.start, period.end)
                })),
                Sign::Place => Some(place.clone().unwrap_or_default()),
            };
        }
        signs
    }

    /// Several signs as one key; none where the figure has not all of them.
    pub(super) fn key(&self, signs: &[Sign]) -> Option<String> {
        let all: Option<Vec<&str>> =
            signs.iter().map(|sign| self.0[*sign as usize].as_deref()).collect();
        all.map(|all| all.join("\u{1f}"))
    }
}

/// The nearest words of one side.
struct Near {
    plain: String,
    /// With a mark in the place of each number.
    masked: String,
    syllables: usize,
}

impl Near {
    fn of(text: &Text, first: usize) -> Self {
        let mut near = Self { plain: String::new(), masked: String::new(), syllables: 0 };
        for i in (first..text.tokens.len()).take(NEAR) {
            let kind = text.tokens[i].kind;
            near.syllables += usize::from(kind == TokenKind::Word);
            near.plain.push_str(text.key(i));
            near.masked.push_str(if kind == TokenKind::Digits { "#" } else { text.key(i) });
            near.plain.push(' ');
            near.masked.push(' ');
        }
        near
    }
}

/// The keys of some words; empty where there are none.
pub(super) fn fold(words: Option<&str>) -> String {
    words.map_or(String::new(), |words| keys(&Text::new(words)))
}

fn keys(text: &Text) -> String {
    let keys: Vec<&str> = (0..text.tokens.len()).map(|i| text.key(i)).collect();
    keys.join(" ")
}
