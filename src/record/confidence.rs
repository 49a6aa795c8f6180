//! How probable it is that a record is right, field by field.
//!
//! The chances are those of the network; where a table gives the field, that of [`TABLE`]. In every output
//! they are decimals from 0 to 1: 8712 ten-thousandths are `0.8712`.

use crate::judge::Chance;
use crate::judge::Verdict;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Below this a field is flagged as unsure.
pub(super) const UNSURE: Chance = 5_000;

/// How sure what the heading or label of a table gives is taken to be.
pub(super) const TABLE: Chance = 9_500;
/// How sure what a person gives is taken to be.
pub(super) const CERTAIN: Chance = 10_000;

/// How probable it is that each field that had to be judged is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Confidences {
    /// Role and direction.
    #[serde(serialize_with = "chance", deserialize_with = "read_chance")]
    #[schemars(with = "serde_json::Number")]
    pub role: Chance,
    /// Indicator and scope.
    #[serde(serialize_with = "chance", deserialize_with = "read_chance")]
    #[schemars(with = "serde_json::Number")]
    pub indicator: Chance,
    /// Period, or that there is none.
    #[serde(serialize_with = "chance", deserialize_with = "read_chance")]
    #[schemars(with = "serde_json::Number")]
    pub period: Chance,
    /// Place, or that it is the article's own.
    #[serde(serialize_with = "chance", deserialize_with = "read_chance")]
    #[schemars(with = "serde_json::Number")]
    pub place: Chance,
    /// The whole, or that there is none.
    #[serde(serialize_with = "chance", deserialize_with = "read_chance")]
    #[schemars(with = "serde_json::Number")]
    pub part_of: Chance,
    /// The target, or that there is none.
    #[serde(serialize_with = "chance", deserialize_with = "read_chance")]
    #[schemars(with = "serde_json::Number")]
    pub target: Chance,
}

impl Confidences {
    /// All fields alike.
    #[must_use]
    pub const fn all(chance: Chance) -> Self {
        let [role, indicator, period, place, part_of, target] = [chance; 6];
        Self { role, indicator, period, place, part_of, target }
    }

    pub(super) fn of(verdict: &Verdict) -> Self {
        Self {
            role: verdict.role.chance,
            indicator: verdict.indicator_chance,
            period: verdict.period.chance,
            place: verdict.place.chance,
            part_of: verdict.part_of.chance,
            target: verdict.target.chance,
        }
    }

    /// The same, to be changed.
    pub(super) fn field_mut(&mut self, name: &str) -> Option<&mut Chance> {
        match name {
            "role" => Some(&mut self.role),
            "indicator" => Some(&mut self.indicator),
            "period" => Some(&mut self.period),
            "place" => Some(&mut self.place),
            "part_of" => Some(&mut self.part_of),
            "target" => Some(&mut self.target),
            _ => None,
        }
    }

    /// That of the field with this name; none where the field is not judged.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<Chance> {
        match name {
            "role" => Some(self.role),
            "indicator" => Some(self.indicator),
            "period" => Some(self.period),
            "place" => Some(self.place),
            "part_of" => Some(self.part_of),
            "target" => Some(self.target),
            _ => None,
        }
    }
}

/// A chance as an exact decimal from 0 to 1, with four digits.
#[must_use]
pub fn from_chance(chance: Chance) -> Decimal {
    Decimal::new(chance.into(), 4)
}

pub(super) fn chance<S: Serializer>(chance: &Chance, serializer: S) -> Result<S::Ok, S::Error> {
    rust_decimal::serde::arbitrary_precision::serialize(&from_chance(*chance), serializer)
}

/// Reads what [`chance`] writes.
pub(super) fn read_chance<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Chance, D::Error> {
    let decimal = rust_decimal::serde::arbitrary_precision::deserialize(deserializer)?;
    let whole = Decimal::from(CERTAIN);
    let chance =
        decimal.checked_mul(whole).and_then(|chance| Chance::try_from(chance.round()).ok());
    let chance = chance.filter(|chance| *chance <= CERTAIN);
    chance.ok_or_else(|| serde::de::Error::custom("a probability is a number from 0 to 1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_are_written_as_decimals() {
        let json = serde_json::to_string(&Confidences::all(8_712)).unwrap();
        assert!(json.starts_with(r#"{"role":0.8712,"indicator":0.8712"#), "{json}");
        assert_eq!(serde_json::from_str::<Confidences>(&json).unwrap(), Confidences::all(8_712));
        assert!(serde_json::from_str::<Confidences>(&json.replace("0.8712", "1.5")).is_err());
        for (chance, shown) in [(0, "0.0000"), (5, "0.0005"), (10_000, "1.0000")] {
            assert_eq!(from_chance(chance).to_string(), shown);
        }
    }
}
