//! What a person says of a figure, put in the place of what was read.
//!
//! A result of which somebody says `role: target` is a target. A field that was given is certain; category,
//! status and flags are read of the fields as they then are. Whether the person is right is not asked.

use super::confidence::CERTAIN;
use super::judged::{Seat, shown_days, shown_role};
use super::{Direction, Flag, Modifier, Other, Period, Reason, Record, Role, Status, table};
use crate::judge::Chance;
use crate::lexicon::{Lexicon, Marks, UnitKind};
use crate::mention::{Quantity, Scene};
use crate::text::Text;
use crate::words::words;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::HashMap;

/// The rule that a field is told to be set by.
pub(crate) const RULE: &str = "correction";

words! {
    /// What of a record a person can say.
    Field {
        /// That the number is a figure at all.
        Figure = "figure",
        /// The number.
        Value = "value",
        /// The upper end of a range.
        High = "high",
        /// The total of a fraction or rank.
        Of = "of",
        /// What is counted or measured.
        Unit = "unit",
        /// The denominator of a rate.
        Per = "per",
        /// How exact it is.
        Modifier = "modifier",
        /// Result, target, change, attainment or condition.
        Role = "role",
        /// Of a change: up or down.
        Direction = "direction",
        /// How it is said to stand to its target.
        Status = "status",
        /// What is measured.
        Indicator = "indicator",
        /// What the indicator takes over.
        Scope = "scope",
        /// The lexicon's key of what is measured.
        Category = "category",
        /// The first and the last day.
        Period = "period",
        /// Where.
        Place = "place",
        /// The total that it is a part of.
        PartOf = "part_of",
        /// The target that it is held against.
        Target = "target",
    }
}

/// A field with what it is to hold; `L` is how a link names another figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Set<L> {
    /// The number, exact, scale applied.
    Value(Decimal),
    /// Upper end of a range.
    High(Option<Decimal>),
    /// Total of a fraction or rank.
    Of(Option<Decimal>),
    /// The unit, which may have a scale and a denominator: `triệu đồng/người`.
    Unit(Option<String>),
    /// Denominator of a rate.
    Per(Option<String>),
    /// How exact it is.
    Modifier(Modifier),
    /// What it says.
    Role(Role),
    /// Of a change: up or down.
    Direction(Option<Direction>),
    /// How it is said to stand to its target.
    Status(Option<Status>),
    /// What is measured.
    Indicator(Option<String>),
    /// What the indicator takes over.
    Scope(Option<String>),
    /// The lexicon's key of what is measured.
    Category(Option<String>),
    /// The time that it speaks of.
    Period(Option<Period>),
    /// The place that it is for.
    Place(Option<String>),
    /// Its total.
    PartOf(Option<L>),
    /// Its target.
    Target(Option<L>),
}

/// Everything that was said of one figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fix {
    /// Whether it is a figure, where somebody said so.
    pub is_figure: Option<bool>,
    /// Whether no reader had found it.
    pub is_new: bool,
    /// The fields, in the order in which they were given; the last of two counts.
    pub sets: Vec<Set<Seat>>,
}

/// What was said of the figures of an article, by where they stand.
pub type Fixes = HashMap<Seat, Fix>;

impl<L> Set<L> {
    /// The field.
    #[must_use]
    pub fn field(&self) -> Field {
        match self {
            Self::Value(_) => Field::Value,
            Self::High(_) => Field::High,
            Self::Of(_) => Field::Of,
            Self::Unit(_) => Field::Unit,
            Self::Per(_) => Field::Per,
            Self::Modifier(_) => Field::Modifier,
            Self::Role(_) => Field::Role,
            Self::Direction(_) => Field::Direction,
            Self::Status(_) => Field::Status,
            Self::Indicator(_) => Field::Indicator,
            Self::Scope(_) => Field::Scope,
            Self::Category(_) => Field::Category,
            Self::Period(_) => Field::Period,
            Self::Place(_) => Field::Place,
            Self::PartOf(_) => Field::PartOf,
            Self::Target(_) => Field::Target,
        }
    }
}

impl Fix {
    /// Puts everything but the category into the record of its figure.
    pub(super) fn apply(
        &self,
        record: &mut Record,
        quantity: &Quantity,
        lexicon: &Lexicon,
        ids: &HashMap<Seat, String>,
    ) {
        if self.is_new {
            record.corrected.push(Field::Figure);
        }
        let gives_value = self.sets.iter().any(|set| set.field() == Field::Value);
        let printed = Some(quantity).filter(|_| !gives_value);
        // A unit scales the value, so it comes behind it.
        let (units, others): (Vec<_>, Vec<_>) =
            self.sets.iter().partition(|set| set.field() == Field::Unit);
        for set in others.into_iter().chain(units) {
            let former = shown(record, set.field());
            put(record, set, (lexicon, printed), ids);
            told(record, set.field(), former);
        }
    }

    /// The category that was given: it is told behind that of the words.
    pub(super) fn categorise(&self, record: &mut Record) {
        for set in &self.sets {
            if let Set::Category(category) = set {
                record.category.clone_from(category);
                told(record, Field::Category, None);
            }
        }
    }

    /// The role that was given, else that one.
    pub(super) fn role(&self, read: Role) -> Role {
        let role = self.sets.iter().rev().find_map(|set| match set {
            Set::Role(role) => Some(*role),
            _ => None,
        });
        role.unwrap_or(read)
    }

    /// The figure that was given as its target: none where nobody spoke of it.
    pub(super) fn target(&self) -> Option<Option<Seat>> {
        self.sets.iter().rev().find_map(|set| match set {
            Set::Target(target) => Some(*target),
            _ => None,
        })
    }
}

fn put(
    record: &mut Record,
    set: &Set<Seat>,
    (lexicon, printed): (&Lexicon, Option<&Quantity>),
    ids: &HashMap<Seat, String>,
) {
    let id = |seat: &Option<Seat>| ids.get(seat.as_ref()?).cloned();
    match set {
        Set::Value(value) => record.value = *value,
        Set::High(high) => record.high = *high,
        Set::Of(of) => record.of = *of,
        Set::Unit(unit) => measure(record, unit.as_deref(), lexicon, printed),
        Set::Per(per) => record.per.clone_from(per),
        Set::Modifier(modifier) => record.modifier = *modifier,
        Set::Role(role) => {
            record.role = *role;
            record.direction = record.direction.filter(|_| *role == Role::Change);
        }
        Set::Direction(direction) => record.direction = *direction,
        Set::Status(status) => record.status = *status,
        Set::Indicator(words) => record.indicator.clone_from(words),
        Set::Scope(words) => record.scope.clone_from(words),
        Set::Category(_) => {}
        Set::Period(period) => record.period.clone_from(period),
        Set::Place(place) => record.place.clone_from(place),
        Set::PartOf(whole) => record.part_of = id(whole),
        Set::Target(target) => record.target = id(target),
    }
}

/// Puts a unit in words into a record: `triệu đồng/người` is `đồng` per `người`, and a million times as much. A unit with a
/// scale is that of the number as it is printed, or as it was given.
fn measure(record: &mut Record, unit: Option<&str>, lexicon: &Lexicon, printed: Option<&Quantity>) {
    let text = Text::new(unit.unwrap_or_default());
    let marks = Marks::new(&text, lexicon);
    let scene = Scene::new(&marks, None);
    if text.tokens.is_empty() {
        (record.unit, record.unit_key, record.per) = (None, None, None);
        record.unit_kind = UnitKind::default();
        return;
    }
    let unit = table::unit_of(&scene, 0..text.tokens.len());
    if unit.scale != Decimal::ONE {
        let bare = |value: Decimal, scale| value.checked_div(scale).unwrap_or(value);
        if let Some(figure) = printed {
            record.value = bare(figure.value, figure.scale);
            record.high = figure.high.map(|high| bare(high, figure.scale));
        }
        for value in [Some(&mut record.value), record.high.as_mut()].into_iter().flatten() {
            *value = value.checked_mul(unit.scale).unwrap_or(*value).normalize();
        }
    }
    record.unit_key = unit.key;
    record.unit_kind = unit.kind;
    record.per = unit.per;
    record.unit = Some(unit.text);
}

/// Remembers that a person gave a field, with what it was before; it is certain from now on.
fn told(record: &mut Record, field: Field, former: Option<Other>) {
    let name = field.as_str();
    let known = record.reasons.iter().find(|reason| reason.field == name);
    let others = known.map(|reason| reason.others.clone()).unwrap_or_default();
    let now = shown(record, field).and_then(|now| now.value);
    let others = former.into_iter().chain(others).filter(|other| other.value != now).collect();
    record.explain(Reason { field: name, rule: RULE, others, grounds: Vec::new() });
    if let Some(chance) = record.confidences.field_mut(name) {
        record.confidence = given(record.confidence, *chance);
        *chance = CERTAIN;
    }
    if !record.corrected.contains(&field) {
        record.corrected.push(field);
    }
}

/// How probable it is that all is right, once one part of it is: no less than before.
fn given(all: Chance, part: Chance) -> Chance {
    if part == 0 {
        return all;
    }
    let whole = u32::from(CERTAIN);
    let given = (u32::from(all) * whole / u32::from(part)).min(whole);
    Chance::try_from(given).unwrap_or(all)
}

/// What a judged field was before, with how probable that was.
fn shown(record: &Record, field: Field) -> Option<Other> {
    let chance = record.confidences.field(field.as_str())?;
    let value = match field {
        Field::Role => Some(shown_role((record.role, record.direction))),
        Field::Indicator => record.indicator.clone(),
        Field::Period => record.period.as_ref().map(|period| shown_days(period.start, period.end)),
        Field::Place => record.place.clone(),
        Field::PartOf => record.part_of.clone(),
        Field::Target => record.target.clone(),
        _ => return None,
    };
    Some(Other { value, chance })
}

/// The doubts that are left of a figure, behind the one thing that is sure of it: a person looked at it.
pub(super) fn settle(flags: &mut Vec<Flag>, corrected: &[Field]) {
    if corrected.is_empty() {
        return;
    }
    let settled = |flag: Flag| match flag {
        Flag::AmbiguousGrouping
        | Flag::DotDecimal
        | Flag::EnglishFormat
        | Flag::Repaired
        | Flag::Vague => corrected.contains(&Field::Value),
        Flag::InheritedUnit => corrected.contains(&Field::Unit),
        Flag::AmbiguousMultiple | Flag::PercentOrPoint => {
            corrected.contains(&Field::Unit) || corrected.contains(&Field::Role)
        }
        _ => false,
    };
    flags.retain(|flag| !settled(*flag));
    flags.push(Flag::Corrected);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_certain_no_longer_counts_against_the_whole() {
        for (all, part, want) in
            [(4_500, 5_000, 9_000), (4_500, 9_000, 5_000), (9_000, 5_000, 10_000), (0, 0, 0)]
        {
            assert_eq!(given(all, part), want, "{all} of {part}");
        }
    }

    #[test]
    fn a_given_field_settles_its_own_doubts_alone() {
        let mut flags = vec![Flag::DotDecimal, Flag::InheritedUnit, Flag::UnsurePlace];
        settle(&mut flags, &[Field::Unit]);
        assert_eq!(flags, [Flag::DotDecimal, Flag::UnsurePlace, Flag::Corrected]);
        settle(&mut flags, &[]);
        assert_eq!(flags.len(), 3);
    }
}
