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
    /// năm, giai đoạn: a year or two years follow
    YearWord,
    /// năm học
    SchoolYear,
    /// tháng
    MonthWord,
    /// quý
    QuarterWord,
    /// ngày, sáng, chiều: a day follows
    DayWord,
    /// đến nay, hiện nay
    Now,
    /// đến, tính đến, hết: up to the end of what follows
    Until,
    /// trước: up to the day before what follows
    UntilBefore,
    /// từ, kể từ
    Since,
    /// từ nay
    SinceNow,
    /// từ đầu năm
    SinceYearStart,
    /// năm nay
    ThisYear,
    /// năm ngoái, năm trước
    LastYear,
    /// năm qua
    PastYear,
    /// năm tới
    NextYear,
    /// đầu năm, behind a number of months
    OfYearStart,
    /// cuối năm, behind a number of months
    OfYearEnd,
    /// nửa đầu năm
    HalfFirst,
    /// nửa cuối năm
    HalfLast,
    /// qua, behind a length of time
    Past,
    /// tới, behind a length of time
    Next,
    /// cùng kỳ: what a change is compared with
    Baseline,
    /// hằng năm, mỗi tháng
    Habitual,
    /// sau, qua, sơ kết: before a length of time that is a period
    DurationBefore,
    /// thực hiện, triển khai: behind such a length
    DurationAfter,
    /// kỷ niệm: before a number of years
    Anniversary,
    /// Ngày, tuổi Đảng: behind a number of years
    AnniversaryAfter,
    /// giờ
    HourWord,
    /// lúc: before a time of day
    ClockBefore,
    /// nay: of this year
    ThisTime,
    /// và: joins two things
    And,
    /// đến, tới: between the ends of a range
    RangeTo,
    /// hàng: before a scale, only the order of magnitude is known
    Vague,
    /// gấp: before a multiple
    Times,
    /// phần: between the parts of a fraction in words
    FractionWord,
    /// trong, mỗi: between a figure and the time or thing that it is per
    PerWord,
    /// Nouns of place and aspect: behind `trên` and a number it means "in"
    AspectNoun,
    /// Function words: no unit begins with one
    Function,
    /// Nouns that take a number as a name: lớp 12, phường 7
    Numbered,
    /// đứng thứ, xếp hạng: before a rank
    RankBefore,
    /// thứ: before an ordinal
    Ordinal,
    /// một số, hai bên: number words that count nothing
    SetPhrase,
    /// Words that make bare money of a scale: vốn, kinh phí
    MoneyContext,
    /// Words before a telephone number
    Phone,
    /// Compounds that hide a unit, a number or a cue: tỷ lệ, hợp đồng
    Compound,
    /// tỷ số: before a score
    ScoreWord,
    /// đạt, là, còn: between what is measured and its level
    Level,
    /// tăng: it rose by
    Rise,
    /// giảm: it fell by
    Fall,
    /// tăng trưởng, mức tăng: its level is a change
    GrowthNoun,
    /// cao hơn: it is more by
    MoreThan,
    /// thấp hơn: it is less by
    LessThan,
    /// vượt: it is above a plan by
    Exceed,
    /// chiếm: the share of a whole
    Share,
    /// bằng: a level in terms of another
    Equal,
    /// hoàn thành: share of a plan
    Fulfil,
    /// kế hoạch, chỉ tiêu, dự toán: what was to be reached
    Plan,
    /// phấn đấu, dự kiến, sẽ: what follows is aimed at
    Aim,
    /// đã, hiện: what follows is reached
    Done,
    /// so với: what follows is compared with
    Versus,
    /// trong đó: what follows is part of what stands before
    PartIntro,
    /// còn lại: the remainder of what stands before
    Rest,
    /// words that tie a sentence to the one before
    Connective,
    /// cho biết: the words before it say who speaks
    ReportVerb,
    /// cho: what follows profits from what stands before
    ForWord,
    /// với: what follows goes with what stands before
    WithWord,
    /// có: what follows is there
    Has,
    /// chưa, không
    Negation,
    /// trên địa bàn, tại: before a place
    PlaceOf,
    /// quy mô, từ … trở lên: bounds that say which cases are meant
    Bound,
    /// lần lượt: lists are paired in order
    Respectively,
    /// words that are dropped at the ends of a phrase
    Filler,
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
