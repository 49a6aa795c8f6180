//! What changed of a figure that both versions have, field by field.
//!
//! Numbers count by their value, words by their keys: `5,20` is `5,2`, `Người` is `người`, `tỉnh Bến Tre` the place
//! that `Bến Tre` is. A link is the same where it leads to the same figure, whatever its id is by now. Of the checks
//! counts what came of the claims that the figure itself makes.

use super::sign::fold;
use super::{Change, Said};
use crate::check::{Grade, Verdict};
use crate::lexicon::Lexicon;
use crate::record::{Direction, Period, Record, Status, canonical_place};
use crate::stored::{Claim, Stored};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// What is known of both versions of an article.
pub(super) struct Both<'a> {
    old: &'a Stored,
    new: &'a Stored,
    lexicon: &'a Lexicon,
    /// The id in the new version of an old figure, by its old id.
    now: HashMap<&'a str, &'a str>,
    /// The claims of each figure by its id, where they are known in both versions.
    claims: Option<[Claims<'a>; 2]>,
}

type Claims<'a> = HashMap<&'a str, Vec<&'a Claim>>;

impl<'a> Both<'a> {
    /// `pairs` are the figures that both versions have, by their places.
    pub(super) fn new(
        old: &'a Stored,
        new: &'a Stored,
        pairs: impl Iterator<Item = (usize, usize)>,
        lexicon: &'a Lexicon,
    ) -> Self {
        let now = pairs.map(|(one, other)| (&*old.records[one].id, &*new.records[other].id));
        let claims = old.checks.as_deref().zip(new.checks.as_deref());
        let claims = claims.map(|(old, new)| [of_figures(old), of_figures(new)]);
        Self { old, new, lexicon, now: now.collect(), claims }
    }

    /// What is different of the article itself.
    pub(super) fn of_article(&self) -> Vec<Change> {
        let (old, new) = (self.old, self.new);
        let day = |moment: &Option<String>| {
            moment.as_deref().map(|moment| moment.get(..10).unwrap_or(moment).to_owned())
        };
        let days = [&old.article.published, &new.article.published].map(day);
        let mut changes = Changes::default();
        changes.words("title", [&old.article.title, &new.article.title]);
        changes.words("published", [&days[0], &days[1]]);
        if self.canonical(&old.place) != self.canonical(&new.place) {
            changes.push("about", [&old.place, &new.place].map(said));
        }
        changes.0
    }

    /// What is different of a figure.
    pub(super) fn of_figure(&self, old: &Record, new: &Record) -> Vec<Change> {
        let mut changes = Changes::default();
        changes.number("value", [Some(old.value), Some(new.value)]);
        changes.number("high", [old.high, new.high]);
        changes.number("of", [old.of, new.of]);
        changes.word("modifier", [old, new].map(|record| Some(record.modifier.as_str())));
        if old.unit_name() != new.unit_name() {
            changes.push("unit", [&old.unit, &new.unit].map(said));
        }
        changes.words("per", [&old.per, &new.per]);
        changes.word("role", [old, new].map(|record| Some(record.role.as_str())));
        changes.word("direction", [old, new].map(|record| record.direction.map(Direction::as_str)));
        changes.word("status", [old, new].map(|record| record.status.map(Status::as_str)));
        changes.words("indicator", [&old.indicator, &new.indicator]);
        changes.words("scope", [&old.scope, &new.scope]);
        changes.word("category", [&old.category, &new.category].map(|key| key.as_deref()));
        changes.period([&old.period, &new.period]);
        self.place(old, new, &mut changes);
        self.link("part_of", [&old.part_of, &new.part_of], &mut changes);
        self.link("target", [&old.target, &new.target], &mut changes);
        if let Some([before, now]) = &self.claims {
            let claims = [told(before.get(&*old.id)), told(now.get(&*new.id))];
            if claims[0] != claims[1] {
                changes.push("checks", claims.map(claimed));
            }
        }
        changes.0
    }

    /// The place of a figure, else that of its article; what changed of the article is told there.
    fn place(&self, old: &Record, new: &Record, changes: &mut Changes) {
        if old.place.is_none() && new.place.is_none() {
            return;
        }
        let places = [(old, self.old), (new, self.new)]
            .map(|(record, article)| record.place.as_ref().or(article.place.as_ref()).cloned());
        if self.canonical(&places[0]) != self.canonical(&places[1]) {
            changes.push("place", places.each_ref().map(said));
        }
    }

    fn link(&self, field: &'static str, [old, new]: [&Option<String>; 2], changes: &mut Changes) {
        let now = old.as_deref().map(|id| self.now.get(id).copied());
        if now != new.as_deref().map(Some) {
            let figure = |id: &Option<String>| id.clone().map_or(Said::Nothing, Said::Figure);
            changes.push(field, [old, new].map(figure));
        }
    }

    fn canonical(&self, place: &Option<String>) -> Option<String> {
        place.as_deref().map(|place| canonical_place(place, self.lexicon))
    }
}

/// The claims of each figure, which stands first in them.
fn of_figures(claims: &[Claim]) -> Claims<'_> {
    let mut of: Claims<'_> = HashMap::new();
    for claim in claims {
        if let Some(id) = claim.records.first() {
            of.entry(id).or_default().push(claim);
        }
    }
    of
}

type Outcome = (String, Verdict, Option<Grade>);

fn told(claims: Option<&Vec<&Claim>>) -> Vec<Outcome> {
    let claims = claims.into_iter().flatten();
    let mut told: Vec<Outcome> =
        claims.map(|claim| (claim.kind.clone(), claim.holds, claim.grade)).collect();
    told.sort();
    told
}

fn claimed(claims: Vec<Outcome>) -> Said {
    if claims.is_empty() { Said::Nothing } else { Said::Claims(claims) }
}

fn said(words: &Option<String>) -> Said {
    words.clone().map_or(Said::Nothing, Said::Words)
}

#[derive(Default)]
struct Changes(Vec<Change>);

impl Changes {
    fn push(&mut self, field: &'static str, [old, new]: [Said; 2]) {
        self.0.push(Change { field, old, new });
    }

    fn number(&mut self, field: &'static str, [old, new]: [Option<Decimal>; 2]) {
        if old != new {
            let said = |number: Option<Decimal>| number.map_or(Said::Nothing, Said::Number);
            self.push(field, [old, new].map(said));
        }
    }

    /// Words of the text.
    fn words(&mut self, field: &'static str, sides: [&Option<String>; 2]) {
        if fold(sides[0].as_deref()) != fold(sides[1].as_deref()) {
            self.push(field, sides.map(said));
        }
    }

    /// A word of a closed list.
    fn word(&mut self, field: &'static str, sides: [Option<&str>; 2]) {
        if sides[0] != sides[1] {
            self.push(field, sides.map(|word| said(&word.map(str::to_owned))));
        }
    }

    /// A time counts by its days; where it has none, by its words.
    fn period(&mut self, sides: [&Option<Period>; 2]) {
        let days = |period: &Option<Period>| {
            let period = period.as_ref()?;
            let has_days = period.start.or(period.end).is_some();
            Some((period.start, period.end, (!has_days).then(|| fold(Some(&period.text)))))
        };
        if days(sides[0]) != days(sides[1]) {
            self.push(
                "period",
                sides.map(|period| period.clone().map_or(Said::Nothing, Said::Days)),
            );
        }
    }
}
