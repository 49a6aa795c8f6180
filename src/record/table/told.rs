//! What is told of a figure, and how it goes into the figure's record.

use super::unit::Unit;
use crate::mention::Scene;
use crate::record::category::Sayings;
use crate::record::{Direction, Modifier, Period, Record, Role, Said, category, source};
use rust_decimal::Decimal;

/// What a table tells of one figure.
#[derive(Debug)]
pub(in crate::record) struct Told {
    pub(super) indicator: Option<String>,
    pub(super) scope: Option<String>,
    pub(super) unit: Option<Unit>,
    pub(super) role: Role,
    pub(super) direction: Option<Direction>,
    pub(super) modifier: Option<Modifier>,
    pub(super) period: Option<Period>,
    pub(super) place: Option<String>,
    pub(super) part_of: Option<String>,
    pub(super) target: Option<String>,
    /// Fields with the rules that set them.
    pub(super) rules: [(&'static str, &'static str); 5],
}

impl Told {
    /// Whether both can be parts of one whole: levels of one kind in one unit.
    pub(super) fn adds_to(&self, whole: &Self) -> bool {
        let level = |told: &Self| matches!(told.role, Role::Actual | Role::Target);
        let same = match (&self.unit, &whole.unit) {
            (Some(one), Some(other)) => one.is_same(other) && !one.is_share(),
            (None, None) => true,
            _ => false,
        };
        level(self) && self.role == whole.role && same
    }

    /// Puts what is told into a record that was read as if it stood in a sentence.
    fn apply(
        self,
        record: &mut Record,
        scene: &Scene<'_>,
        row: &Said<'_>,
        phrases: &mut Sayings<'_>,
    ) {
        let scale = self.unit.as_ref().map_or(Decimal::ONE, |unit| unit.scale);
        let scaled = |value: Decimal| value.checked_mul(scale).unwrap_or(value).normalize();
        let own_scale = self.rules[0].1 == "table.unit_cell";
        if !own_scale {
            record.value = scaled(record.value);
            record.high = record.high.map(scaled);
            record.of = record.of.map(scaled);
        }
        let scope = phrases.by(self.scope.as_deref());
        let unit = self.unit;
        record.unit = unit.as_ref().map(|unit| unit.text.clone());
        record.unit_key = unit.as_ref().and_then(|unit| unit.key.clone());
        record.unit_kind = unit.as_ref().map_or(crate::lexicon::UnitKind::Count, |unit| unit.kind);
        record.per = unit.and_then(|unit| unit.per);
        record.category = self.indicator.as_deref().and_then(|indicator| {
            let unit = record.unit.as_deref();
            let indicator = phrases.by(Some(indicator));
            category(scene.lexicon, &indicator, &scope, || row, unit).map(str::to_owned)
        });
        record.indicator = self.indicator;
        record.scope = self.scope;
        record.modifier = self.modifier.unwrap_or(record.modifier);
        record.role = self.role;
        record.direction = self.direction;
        record.status = None;
        record.period = self.period;
        record.place = self.place;
        record.part_of = self.part_of;
        record.target = self.target;
        record.source.sentence = source::passage(scene.text, &record.source).to_owned();
        for (field, rule) in self.rules {
            record.tell(field, rule);
        }
    }
}

/// Puts what is told of the figures of a row into their records.
pub(in crate::record) fn apply(told: Vec<Option<Told>>, records: &mut [Record], scene: &Scene<'_>) {
    if told.is_empty() {
        return;
    }
    let row = Said::between(scene.marks, 0..scene.text.tokens.len(), scene.lexicon);
    let mut phrases = Sayings::new(scene.lexicon);
    for (told, record) in told.into_iter().zip(records) {
        if let Some(told) = told {
            told.apply(record, scene, &row, &mut phrases);
        }
    }
}
