//! What is told of a figure, and how it goes into the figure's record.

use super::unit::Unit;
use crate::lexicon::UnitKind;
use crate::record::confidence::{Confidences, TABLE};
use crate::record::judged::Seat;
use crate::record::{Direction, Modifier, Period, Record, Role};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// What a table tells of one figure.
#[derive(Debug)]
pub(in crate::record) struct Told {
    pub(super) indicator: Option<String>,
    pub(super) scope: Option<String>,
    pub(super) unit: Option<Unit>,
    /// None where only its own words say it.
    pub(super) role: Option<Role>,
    pub(super) direction: Option<Direction>,
    pub(super) modifier: Option<Modifier>,
    pub(super) period: Option<Period>,
    pub(super) place: Option<String>,
    pub(super) part_of: Option<Seat>,
    pub(super) target: Option<Seat>,
    /// Fields with the rules that set them.
    pub(super) rules: [(&'static str, &'static str); 5],
}

impl Told {
    /// Whether both can be parts of one whole: levels of one kind in one unit.
    pub(super) fn adds_to(&self, whole: &Self) -> bool {
        let level = |told: &Self| matches!(told.role, Some(Role::Actual | Role::Target));
        let same = match (&self.unit, &whole.unit) {
            (Some(one), Some(other)) => one.is_same(other) && !one.is_share(),
            (None, None) => true,
            _ => false,
        };
        level(self) && self.role == whole.role && same
    }

    /// The same with its links led to where their figures stand now.
    pub(super) fn moved(self, to: impl Fn(Seat) -> Seat) -> Self {
        Self { part_of: self.part_of.map(&to), target: self.target.map(&to), ..self }
    }

    /// Puts what is told in the place of what was judged, as if the figure stood in a sentence.
    pub(in crate::record) fn apply(self, record: &mut Record, ids: &HashMap<Seat, String>) {
        let scale = self.unit.as_ref().map_or(Decimal::ONE, |unit| unit.scale);
        let scaled = |value: Decimal| value.checked_mul(scale).unwrap_or(value).normalize();
        let own_scale = self.rules[0].1 == "table.unit_cell";
        if !own_scale {
            record.value = scaled(record.value);
            record.high = record.high.map(scaled);
            record.of = record.of.map(scaled);
        }
        let unit = self.unit;
        record.unit = unit.as_ref().map(|unit| unit.text.clone());
        record.unit_key = unit.as_ref().and_then(|unit| unit.key.clone());
        record.unit_kind = unit.as_ref().map_or(UnitKind::Count, |unit| unit.kind);
        record.per = unit.and_then(|unit| unit.per);
        record.indicator = self.indicator;
        record.scope = self.scope;
        record.modifier = self.modifier.unwrap_or(record.modifier);
        let judged = record.confidences.role;
        record.confidences = Confidences::all(TABLE);
        if let Some(role) = self.role {
            record.role = role;
            record.direction = self.direction;
            record.confidence = TABLE;
        } else {
            record.confidences.role = judged;
            record.confidence = record.confidence.min(judged);
        }
        record.status = None;
        record.period = self.period;
        record.place = self.place;
        record.part_of = self.part_of.and_then(|whole| ids.get(&whole).cloned());
        record.target = self.target.and_then(|plan| ids.get(&plan).cloned());
        for (field, rule) in self.rules.into_iter().filter(|(_, rule)| !rule.is_empty()) {
            record.tell(field, rule);
        }
        record.tell("part_of", if record.part_of.is_some() { "table.whole" } else { "table.none" });
        record.tell("target", if record.target.is_some() { "table.plan" } else { "table.none" });
    }
}
