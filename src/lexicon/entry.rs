//! The shape of an entry in `lexicon/*.toml`.
//!
//! The same types read the files when the program is built and when a user hands in a file of
//! their own, so both refuse the same mistakes: an unknown key, an unknown class.

use serde::{Deserialize, Serialize};

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
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Unit {
    /// Key in the report: `person_turn`.
    pub key: String,
    /// Spellings, the usual one first.
    pub forms: Vec<String>,
    /// What sort of unit it is.
    pub kind: UnitKind,
    /// How many of `base` it is, a decimal.
    pub factor: Option<String>,
    /// The unit that `factor` counts.
    pub base: Option<String>,
    /// What to mind.
    pub note: Option<String>,
    /// Phrases in which it is a unit; after `=>` the record that must come out.
    pub examples: Vec<String>,
    /// Phrases in which it is none.
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Number {
    /// Spellings.
    pub forms: Vec<String>,
    /// What part of a number it is.
    pub kind: NumberKind,
    /// Its value, a decimal.
    pub value: String,
    /// Phrases in which it is a number; after `=>` its value.
    pub examples: Vec<String>,
    /// Phrases in which it is none.
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
}

/// A word or phrase that says how a figure is to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Cue {
    /// What it is a cue for.
    pub class: CueClass,
    /// Spellings.
    pub forms: Vec<String>,
    /// What it stands for, where the class needs more than the word.
    pub value: Option<String>,
    /// What to mind.
    pub note: Option<String>,
    /// Phrases in which it is that cue.
    pub examples: Vec<String>,
    /// Phrases in which it is not.
    pub counter_examples: Vec<String>,
}

/// Something that reports measure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Indicator {
    /// Key in the report: `training.political_theory`.
    pub key: String,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Words that speak for it.
    pub triggers: Vec<String>,
    /// Units that it is usually given in.
    pub units: Vec<String>,
    /// What to mind.
    pub note: Option<String>,
    /// Phrases that it must be found for.
    pub examples: Vec<String>,
    /// Phrases that it must not be found for.
    pub counter_examples: Vec<String>,
}

/// A short form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Abbreviation {
    /// Spellings.
    pub forms: Vec<String>,
    /// What it stands for.
    pub expansion: String,
    /// In English.
    pub english: Option<String>,
    /// `org`, `doctype`, `concept`, …
    pub kind: String,
    /// What to mind.
    pub note: Option<String>,
}

/// A province as it was before 2025-07-01, and what it belongs to now.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Place {
    /// Name, then other spellings.
    pub forms: Vec<String>,
    /// `tỉnh` or `thành phố`.
    pub kind: String,
    /// The province that it belongs to now.
    pub now: String,
    /// Region before the merger.
    pub region: Option<String>,
}

macro_rules! cue_classes {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// What a cue is a cue for; in TOML in snake case.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum CueClass { #[default] #[doc(hidden)] Unset, $($(#[$doc])* $name),+ }

        impl CueClass {
            /// Every class, for tests and listings.
            pub const ALL: &[Self] = &[$(Self::$name),+];
        }
    };
}

cue_classes! {
    /// khoảng, xấp xỉ
    About,
    /// hơn, trên
    Over,
    /// gần, ngót
    Nearly,
    /// dưới
    Under,
    /// ít nhất, tối thiểu
    AtLeast,
    /// tối đa, không quá
    AtMost,
    /// ước, ước tính: an estimate
    Estimate,
    /// tròn, đúng
    Exactly,
    /// trở lên, after the number
    AndMore,
    /// trở xuống, after the number
    AndLess,
    /// từ, before the level that a change began at
    ChangedFrom,
    /// lên, xuống còn: before the level that it came to
    ChangedTo,
    /// tăng
    Rising,
    /// giảm
    Falling,
    /// gồm: what follows is the whole
    Includes,
    /// trong đó: what follows need not be the whole
    Among,
    /// còn lại: what follows completes the whole
    Remainder,
    /// còn, where the words behind the figure make it the remainder
    Left,
    /// chưa: behind the figure of what is left to do
    Undone,
    /// …, v.v.: the list goes on
    OpenList,
    /// chiếm: a share of what stands before it
    ShareOf,
    /// đạt, bằng: before a share of the plan
    Reaching,
    /// vượt: before the excess over the plan
    Exceeding,
    /// thấp hơn: before what is missing to the plan
    FallingShort,
    /// đạt chỉ tiêu: the plan was met
    PlanMet,
    /// đạt và vượt: met or more
    MetOrExceeded,
    /// nghèo, thất nghiệp: a target of this kind is met from above
    LowerIsBetter,
    /// tương đương: the same fact in another measure
    SameAs,
    /// bình quân
    Average,
    /// cơ cấu, tỷ trọng: shares of one whole
    Structure,
    /// là, gồm: before the names of what was counted
    NamesFollow,
    /// huyện, xã: an area that has a proper name
    Area,
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

    /// Drops what only tests and readers of the files need.
    pub fn drop_examples(&mut self) {
        fn clear(lists: [&mut Vec<String>; 2]) {
            lists.into_iter().for_each(Vec::clear);
        }
        self.unit
            .iter_mut()
            .for_each(|e| clear([&mut e.examples, &mut e.counter_examples]));
        self.number
            .iter_mut()
            .for_each(|e| clear([&mut e.examples, &mut e.counter_examples]));
        self.cue
            .iter_mut()
            .for_each(|e| clear([&mut e.examples, &mut e.counter_examples]));
        self.indicator
            .iter_mut()
            .for_each(|e| clear([&mut e.examples, &mut e.counter_examples]));
    }
}
