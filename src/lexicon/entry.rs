//! The shape of an entry in `lexicon/*.toml`.
//!
//! The same types read the files when the program is built and when a user hands in a file of
//! their own, so both refuse the same mistakes: an unknown key, an unknown class.

use super::class::CueClass;
use super::words::Words;
use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize};

/// One lexicon file: any number of entries of each kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Entries {
    /// What is counted or measured.
    pub unit: Vec<Unit>,
    /// Words that are numbers or parts of numbers.
    pub number: Vec<Number>,
    /// Words that say how a figure is to be read.
    pub cue: Vec<Cue>,
    /// What is measured, with its category.
    pub indicator: Vec<Indicator>,
    /// Short forms and what they stand for.
    pub abbreviation: Vec<Abbreviation>,
    /// Provinces, with the province that they belong to now.
    pub place: Vec<Place>,
}

/// A unit of measure or a noun that is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Key in the report: `person_turn`.
    pub key: String,
    /// Spellings, the usual one first.
    pub forms: Words,
    /// Those of them that the report writes out as the usual one: `đ`.
    #[serde(default)]
    pub short: Words,
    /// What sort of unit it is.
    #[serde(default)]
    pub kind: UnitKind,
    /// How many of `base` it is, a decimal.
    #[serde(default, deserialize_with = "optional_decimal")]
    pub factor: Option<String>,
    /// The unit that `factor` counts.
    #[serde(default)]
    pub base: Option<String>,
    /// What to mind.
    #[serde(default)]
    pub note: Option<String>,
    /// Phrases in which it is a unit; after `=>` the record that must come out.
    #[serde(default)]
    pub examples: Vec<String>,
    /// Phrases in which it is none.
    #[serde(default)]
    pub counter_examples: Vec<String>,
}

/// What sort of unit it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// People and things: whole numbers.
    #[default]
    Count,
    /// Currency.
    Money,
    /// Length, area, mass, power, …
    Measure,
    /// Day, month, year.
    Time,
    /// Percent, per mille.
    Share,
    /// Percentage points.
    Point,
    /// `lần`: a multiple, or a number of times.
    Multiple,
    /// `bậc`: steps of a ranking.
    Step,
}

/// A word of a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// Spellings.
    pub forms: Words,
    /// What part of a number it is.
    pub kind: NumberKind,
    /// Its value, a decimal.
    #[serde(deserialize_with = "decimal")]
    pub value: String,
    /// Phrases in which it is a number; after `=>` its value.
    #[serde(default)]
    pub examples: Vec<String>,
    /// Phrases in which it is none.
    #[serde(default)]
    pub counter_examples: Vec<String>,
}

/// What part of a number a word is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberKind {
    /// một … chín
    #[default]
    Digit,
    /// mốt, tư, lăm: a digit only behind another word of a number.
    TailDigit,
    /// mười
    Ten,
    /// mươi, chục
    Tens,
    /// trăm
    Hundred,
    /// nghìn, triệu, tỷ
    Scale,
    /// linh, lẻ: nothing between the hundreds and the ones.
    Zero,
    /// rưỡi: half of what stands before it.
    Half,
    /// một nửa, hai phần ba: a share.
    Fraction,
    /// gấp đôi, gấp rưỡi: a multiple.
    Multiple,
    /// thứ nhất, thứ nhì: a place in a ranking.
    Ordinal,
    /// K, M: a thousand or a million, glued to digits.
    Suffix,
}

/// A word or phrase that says how a figure is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cue {
    /// What it is a cue for.
    pub class: CueClass,
    /// Spellings.
    pub forms: Words,
    /// What it stands for, where the class needs more than the word.
    #[serde(default)]
    pub value: Option<String>,
    /// What to mind.
    #[serde(default)]
    pub note: Option<String>,
    /// Phrases in which it is that cue.
    #[serde(default)]
    pub examples: Vec<String>,
    /// Phrases in which it is not.
    #[serde(default)]
    pub counter_examples: Vec<String>,
}

/// Something that reports measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Key in the report: `training.political_theory`.
    pub key: String,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Words that speak for it; none in an entry that only says which names are the same.
    #[serde(default)]
    pub triggers: Words,
    /// The field that the text must speak of besides, a `topic` cue: `training`.
    #[serde(default)]
    pub topic: Option<String>,
    /// Whether it steps back for every indicator that says more.
    #[serde(default)]
    pub general: bool,
    /// Units that it is usually given in.
    #[serde(default)]
    pub units: Words,
    /// Whole names of one and the same measure: articles that use any of them are lined up.
    #[serde(default)]
    pub names: Option<Words>,
    /// What to mind.
    #[serde(default)]
    pub note: Option<String>,
    /// Phrases that it must be found for.
    #[serde(default)]
    pub examples: Vec<String>,
    /// Phrases that it must not be found for.
    #[serde(default)]
    pub counter_examples: Vec<String>,
}

/// A short form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Abbreviation {
    /// Spellings.
    pub forms: Words,
    /// What it stands for.
    pub expansion: String,
    /// In English.
    #[serde(default)]
    pub english: Option<String>,
    /// `org`, `doctype`, `concept`, …
    pub kind: String,
    /// What to mind.
    #[serde(default)]
    pub note: Option<String>,
}

/// A province as it was before 2025-07-01, and what it belongs to now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Name, then other spellings.
    pub forms: Words,
    /// `tỉnh` or `thành phố`.
    pub kind: String,
    /// The province that it belongs to now.
    pub now: String,
    /// The code of that province in the state's list of administrative units: `86`.
    #[serde(default)]
    pub code: Option<String>,
    /// Region before the merger.
    #[serde(default)]
    pub region: Option<String>,
}

impl Entries {
    /// Adds another file's entries behind these.
    pub fn extend(&mut self, other: Self) {
        self.unit.extend(other.unit);
        self.number.extend(other.number);
        self.cue.extend(other.cue);
        self.indicator.extend(other.indicator);
        self.abbreviation.extend(other.abbreviation);
        self.place.extend(other.place);
    }

    /// The class of every cue.
    pub(super) fn classes(&self) -> Vec<CueClass> {
        self.cue.iter().map(|cue| cue.class).collect()
    }

    /// The units in the order of their keys; of one key the first entry comes first.
    pub(super) fn units_by_key(&self) -> Vec<u32> {
        let mut units: Vec<u32> = (0..self.unit.len() as u32).collect();
        units.sort_by_key(|unit| &self.unit[*unit as usize].key);
        units
    }

    /// Drops what only readers of the files and tests need.
    pub fn drop_remarks(&mut self) {
        macro_rules! clear {
            ($($table:ident: $($field:ident)+;)+) => {
                $(for entry in &mut self.$table { $(entry.$field = Default::default();)+ })+
            };
        }
        clear! {
            unit: note examples counter_examples;
            number: examples counter_examples;
            cue: note examples counter_examples;
            indicator: note examples counter_examples;
            abbreviation: note;
        }
    }
}

/// Digits with at most one decimal point.
fn decimal<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let value = String::deserialize(from)?;
    let (whole, part) = value.split_once('.').unwrap_or((&value, "0"));
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if digits(whole) && digits(part) {
        Ok(value)
    } else {
        let found = Unexpected::Str(&value);
        Err(D::Error::invalid_value(found, &"a decimal such as \"0.5\""))
    }
}

fn optional_decimal<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    struct Value(#[serde(deserialize_with = "decimal")] String);
    Ok(Option::<Value>::deserialize(from)?.map(|value| value.0))
}
