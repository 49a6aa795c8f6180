//! How a field that a person gave is put into a record, and what else that settles.
//!
//! `triệu đồng/người` as a unit scales the value and gives the rate; a field that was given is certain, so the whole record
//! is surer; doubts of the number end where somebody gave the number.

use super::confidence::CERTAIN;
use super::fix::{Field, Set};
use super::judged::{Seat, shown_days, shown_role};
use super::{Flag, Other, Reason, Record, Role, table};
use crate::judge::Chance;
use crate::lexicon::{Lexicon, Marks, UnitKind};
use crate::mention::{Quantity, Scene};
use crate::text::Text;
use rust_decimal::Decimal;
use std::collections::HashMap;

/// The rule that a field is told to be set by.
pub(crate) const RULE: &str = "correction";

/// Puts what was said of a field into the record.
pub(super) fn put(
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
pub(super) fn told(record: &mut Record, field: Field, former: Option<Other>) {
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

/// What a judged field holds, with how probable that is.
pub(super) fn shown(record: &Record, field: Field) -> Option<Other> {
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
