//! A record as it leaves the program. The names are the contract of the report.

use super::confidence::{Confidences, UNSURE, chance, read_chance};
use super::fix::Field;
use crate::judge::{Chance, Direction, Role};
use crate::lexicon::UnitKind;
use crate::mention::{Flag, Modifier, unit_name};
use crate::words::words;
use jiff::civil::Date;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

/// One figure of the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Record {
    /// `r1`, `r2`, … in reading order.
    pub id: String,
    /// Key of the lexicon's indicator that fits, as `training.political_theory`.
    pub category: Option<String>,
    /// What is measured, the shortest clear phrase of the text.
    pub indicator: Option<String>,
    /// What the indicator takes over from its list, sentence or heading.
    pub scope: Option<String>,
    /// The number, scale applied, exact; the lower end of a range; a decrease stays positive.
    #[serde(with = "rust_decimal::serde::arbitrary_precision")]
    #[schemars(with = "serde_json::Number")]
    pub value: Decimal,
    /// Upper end of a range.
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    #[schemars(with = "Option<serde_json::Number>")]
    pub high: Option<Decimal>,
    /// The total of a fraction or rank: 28 in `25/28 xã`.
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    #[schemars(with = "Option<serde_json::Number>")]
    pub of: Option<Decimal>,
    /// What is counted or measured, in the words of the text.
    pub unit: Option<String>,
    /// The lexicon's key of the unit: `person_turn`.
    pub unit_key: Option<String>,
    /// What sort of unit it is; not in the report.
    #[serde(skip)]
    #[schemars(skip)]
    pub unit_kind: UnitKind,
    /// Denominator of a rate: `năm` in `400 người/năm`.
    pub per: Option<String>,
    /// Exact, about, over, …
    pub modifier: Modifier,
    /// Result, target, change, attainment or condition.
    pub role: Role,
    /// For a change: up or down.
    pub direction: Option<Direction>,
    /// How the text says that the figure stands to its target.
    pub status: Option<Status>,
    /// The time that the figure speaks of.
    pub period: Option<Period>,
    /// The place that it is for, where that is not the article's own subject.
    pub place: Option<String>,
    /// Id of the record that this one is a part of.
    pub part_of: Option<String>,
    /// Id of the target that this one is held against.
    pub target: Option<String>,
    /// Doubts about the reading.
    pub flags: Vec<Flag>,
    /// How probable it is that value, unit, role, indicator and period are all right, from 0 to 1.
    #[serde(serialize_with = "chance", deserialize_with = "read_chance")]
    #[schemars(with = "serde_json::Number")]
    pub confidence: Chance,
    /// How probable it is that each field that had to be judged is right, from 0 to 1.
    pub confidences: Confidences,
    /// What of it a person gave; not in the report where nobody gave anything.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrected: Vec<Field>,
    /// The words that it was read from.
    pub source: Source,
    /// Which rule set which field, in the order in which they were set.
    #[serde(skip)]
    pub reasons: Vec<Reason>,
}

impl Record {
    /// What its unit is recognised by; empty where it has none.
    #[must_use]
    pub fn unit_name(&self) -> String {
        unit_name(self.unit_key.as_deref(), self.unit.as_deref().unwrap_or_default())
    }

    /// Whether it is more probably wrong in a field than right in all.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.confidence < UNSURE
    }

    /// Remembers the rule that set a field, instead of what set it before.
    pub(super) fn tell(&mut self, field: &'static str, rule: &'static str) {
        self.explain(Reason { field, rule, others: Vec::new(), grounds: Vec::new() });
    }

    /// The same, with what else the field could have been.
    pub(super) fn explain(&mut self, reason: Reason) {
        match self.reasons.iter_mut().find(|known| known.field == reason.field) {
            Some(known) => *known = reason,
            None => self.reasons.push(reason),
        }
    }

    /// The same where the field is set at all.
    pub(super) fn tell_some(&mut self, field: &'static str, is_set: bool, rule: &'static str) {
        if is_set {
            self.tell(field, rule);
        }
    }
}

/// What set a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Name of the field as in the report.
    pub field: &'static str,
    /// Name of the rule, `number.grouped`; of a judged field that of the question, `judge.period`.
    pub rule: &'static str,
    /// What else a judged field could be, the most probable first.
    pub others: Vec<Other>,
    /// The words that spoke for it, with what its probability loses without them.
    pub grounds: Vec<(String, Chance)>,
}

/// What else a field could be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// Its value as in the report: `target`, `change|up`, `2022-01-01..2022-12-31`, `r3`; none for nothing.
    pub value: Option<String>,
    /// How probable that is.
    pub chance: Chance,
}

/// Where the number stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Index into the article's blocks.
    pub block: usize,
    /// First code point of the number in the block.
    pub start: usize,
    /// Code point after the number.
    pub end: usize,
    /// The number as printed: `blocks[block].text[start..end]`.
    pub text: String,
    /// Up to 32 code points before it.
    pub prefix: String,
    /// Up to 32 code points after it.
    pub suffix: String,
    /// The sentence that it stands in, or what stands around it in one that is very long.
    pub sentence: String,
    /// The page's URL with a text fragment that scrolls to the words; none without a URL.
    pub link: Option<String>,
}

/// A span of days; either end may be open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Period {
    /// First day.
    #[serde(serialize_with = "iso_day", deserialize_with = "read_day")]
    #[schemars(with = "Option<Day>")]
    pub start: Option<Date>,
    /// Last day.
    #[serde(serialize_with = "iso_day", deserialize_with = "read_day")]
    #[schemars(with = "Option<Day>")]
    pub end: Option<Date>,
    /// The words that gave it; empty where the day of publication does.
    pub text: String,
}

/// A day as `2023-05-11`, or null.
pub(crate) fn iso_day<S: serde::Serializer>(day: &Option<Date>, s: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => s.collect_str(day),
        None => s.serialize_none(),
    }
}

fn read_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let day = Option::<String>::deserialize(deserializer)?;
    day.map(|day| day.parse().map_err(serde::de::Error::custom)).transpose()
}

/// How a day stands in the JSON Schema.
#[derive(JsonSchema)]
#[schemars(inline, extend("type" = "string", "format" = "date"))]
struct Day;

words! {
    /// How the text says that a figure stands to its target.
    Status {
        /// Above the target.
        Exceeded = "exceeded",
        /// At the target.
        Met = "met",
        /// Below the target.
        NotMet = "not_met",
    }
}
