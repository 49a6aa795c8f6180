//! A figure: its number, range or fraction, unit, rate and modifier.
//!
//! `"khoảng 20 đến 30 triệu đồng/người"` is 20 000 000 to 30 000 000 `đồng` per `người`, about.
//! A number that counts nothing that is named is a figure only where the words around it make
//! one of it (a rank, a multiple, a level); what it measures is not decided here.

use super::number::{self, Number};
use super::unit::{self, UnitWords};
use super::{Scene, modifier};
use crate::lexicon::{CueClass, UnitKind};
use crate::mention::{Flag, Modifier};
use crate::text::Tokens;
use rust_decimal::Decimal;

/// A figure as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The number: digits or words with their scales.
    pub number: Tokens,
    /// All its words, from the modifier to the unit, the rate and `trở lên`.
    pub words: Tokens,
    /// The number, scale applied; the lower end of a range.
    pub value: Decimal,
    /// Upper end of a range.
    pub high: Option<Decimal>,
    /// Total of a fraction or rank.
    pub of: Option<Decimal>,
    /// The product of its scales.
    pub scale: Decimal,
    /// What is counted or measured.
    pub unit: Option<UnitWords>,
    /// The words of the denominator.
    pub per: Option<Tokens>,
    /// How exact it is.
    pub modifier: Modifier,
    /// `từ` stands before it.
    pub from: bool,
    /// `trở lên` or `trở xuống` stands behind it.
    pub open_ended: bool,
    /// A minus sign stands before it.
    pub negative: bool,
    /// It is a place in a ranking.
    pub rank: bool,
    /// Doubts.
    pub flags: Vec<Flag>,
    /// The rules that read number, unit and modifier.
    pub rules: [&'static str; 3],
}

/// The figure whose number begins at token `at`.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<Quantity> {
    let (number, mut start) =
        multiple(scene, at).or_else(|| Some((number::read(scene, at)?, at)))?;
    let mut made = Made::new(number, start);
    made.range(scene);
    made.fraction(scene);
    made.same_in_words(scene);
    let bracketed = start > 0 && scene.key(start - 1) == "(" && scene.key(made.end) == ")";
    let unit = unit::read(scene, made.end, made.scale).or_else(|| {
        bracketed
            .then(|| unit::known(scene, made.end + 1))
            .flatten()
            .map(|u| UnitWords { words: made.end..made.end, ..u })
    });
    let unit = match unit {
        Some(u) if u.rule != "unit.noun" => Some(u),
        other => unit::age(scene, start, made.end).or(other),
    };
    let behind = unit.as_ref().map_or(made.end, |u| u.words.end.max(made.end));
    let (per, mut end) = match unit::per(scene, behind, unit.as_ref()) {
        Some((words, end)) => (Some(words), end),
        None => (None, behind),
    };
    let mut reading = modifier::before(scene, start, made.end);
    let open_ended = modifier::behind(scene, end);
    if let Some((len, modifier)) = open_ended {
        reading.modifier = modifier;
        reading.rule = "modifier.behind";
        end += len;
    }
    if made.number.flags.contains(&Flag::Vague) {
        reading.modifier = Modifier::About;
    }
    start = reading.start;
    let from = start > 0 && scene.cue(start - 1, &[CueClass::Since]).is_some();
    let top = scene.cue_before(start, &[CueClass::TopBefore]).is_some();
    let rank = scene.cue_before(start, &[CueClass::RankBefore]).is_some()
        && (made.of.is_some() || unit.as_ref().is_none_or(|u| u.key.is_none()));
    let quantity = Quantity {
        number: made.start..made.end,
        words: start..end,
        value: made.number.value,
        high: made.high,
        of: made.of,
        scale: made.scale,
        per,
        modifier: reading.modifier,
        from,
        open_ended: open_ended.is_some(),
        negative: is_negative(scene, made.start),
        rank,
        flags: made.number.flags,
        rules: [made.rule, unit.as_ref().map_or("unit.none", |u| u.rule), reading.rule],
        unit: unit.filter(|_| !rank || top),
    };
    stands(scene, &quantity).then_some(quantity)
}

/// A number word needs something that it counts; digits may stand alone.
fn stands(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    let digits = scene.is_digits(quantity.number.start);
    let known = quantity.unit.as_ref().is_some_and(|u| u.key.is_some());
    let year_word = scene.is_year_unit(quantity.number.start) && quantity.number.len() == 1;
    if quantity.value.is_zero() && !digits
        || year_word
            && scene
                .cue_before(quantity.number.start, &[CueClass::Level, CueClass::Habitual])
                .is_some()
    {
        return false;
    }
    let word_rule = quantity.rules[0];
    if digits || matches!(word_rule, "number.vague" | "number.multiple" | "number.ordinal") {
        return true;
    }
    if word_rule == "number.fraction_words" {
        return quantity.unit.is_some()
            || scene.cue(quantity.number.end, &[CueClass::AspectNoun]).is_some();
    }
    let one = quantity.value == Decimal::ONE && quantity.number.len() == 1;
    let small = (Decimal::TWO..=Decimal::TEN).contains(&quantity.value) && !year_word;
    (known || small && quantity.unit.is_some()) && (!one || beside_counts(scene, quantity))
}

/// `một` counts only beside other counts: `một trường, hai lớp`.
fn beside_counts(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    let counts = |at: usize| {
        number::read(scene, at).is_some_and(|n| {
            unit::known(scene, at + n.len).is_some_and(|u| u.kind == UnitKind::Count)
        })
    };
    let end = quantity.words.end;
    let behind = scene.joins(end) && counts(end + 1);
    let before = quantity.words.start >= 3
        && scene.joins(quantity.words.start - 1)
        && (2..=4.min(quantity.words.start)).any(|back| counts(quantity.words.start - back));
    behind || before
}

/// `-3,1%` and `(-12,5%)`: a sign glued to the digits, with nothing glued before it.
fn is_negative(scene: &Scene<'_>, at: usize) -> bool {
    at > 0
        && scene.key(at - 1) == "-"
        && scene.is_glued(at)
        && (at == 1 || !scene.is_glued(at - 1) || scene.key(at - 2) == "(")
        && (at < 2 || !scene.is_digits(at - 2))
}

/// `gấp đôi`, `gấp rưỡi`: the multiple and where its number begins.
fn multiple(scene: &Scene<'_>, at: usize) -> Option<(Number, usize)> {
    use crate::lexicon::NumberKind::{Multiple, Ordinal};
    if scene.cue_before(at, &[CueClass::RankBefore]).is_some() {
        let (len, word) = scene.number_of(at, Ordinal)?;
        let value = word.value.parse().ok()?;
        return Some((
            Number { len, value, scale: Decimal::ONE, flags: Vec::new(), rule: "number.ordinal" },
            at,
        ));
    }
    scene.cue_before(at, &[CueClass::Times])?;
    let (len, word) = scene.number_of(at, Multiple)?;
    let value = word.value.parse().ok()?;
    Some((
        Number { len, value, scale: Decimal::ONE, flags: Vec::new(), rule: "number.multiple" },
        at,
    ))
}

/// The number of a figure while it is put together.
struct Made {
    number: Number,
    start: usize,
    end: usize,
    scale: Decimal,
    high: Option<Decimal>,
    of: Option<Decimal>,
    rule: &'static str,
}

impl Made {
    fn new(number: Number, start: usize) -> Self {
        let (end, scale, rule) = (start + number.len, number.scale, number.rule);
        Self { number, start, end, scale, high: None, of: None, rule }
    }

    /// `20-25`, `3 - 5%`, `20 đến 30 triệu`: the upper end shares scale and unit with the lower.
    fn range(&mut self, scene: &Scene<'_>) {
        let mut at = self.end;
        let first_unit = unit::known(scene, at);
        if let Some(unit) = &first_unit {
            at = unit.words.end;
        }
        let dash = scene.key(at) == "-";
        let to = scene.cue(at, &[CueClass::RangeTo]).filter(|(len, _)| *len == 1);
        if !dash && to.is_none() || !scene.is_digits(at + 1) {
            return;
        }
        let Some(high) = number::read(scene, at + 1) else { return };
        let end = at + 1 + high.len;
        let same_unit = match &first_unit {
            Some(unit) => unit::known(scene, end).is_some_and(|u| u.key == unit.key),
            None => true,
        };
        let shared = if self.scale == Decimal::ONE
            && self.number.value < high.value
            && high.value >= high.scale
        {
            high.scale
        } else {
            Decimal::ONE
        };
        let low = self.number.value * shared;
        let words = self.number.rule == "number.words" && !scene.is_digits(self.start);
        if low < high.value && same_unit && !words && !is_score(scene, self.start) {
            self.number.value = low.normalize();
            self.high = Some(high.value);
            self.scale = high.scale;
            self.end = end;
            self.rule = "number.range";
        }
    }

    /// `25/28 xã`, `thứ 12/63`.
    fn fraction(&mut self, scene: &Scene<'_>) {
        if self.high.is_some() || scene.key(self.end) != "/" || !scene.is_digits(self.end + 1) {
            return;
        }
        if let Some(total) = number::read(scene, self.end + 1) {
            self.of = Some(total.value);
            self.end += 1 + total.len;
            self.rule = "number.fraction";
        }
    }

    /// `12 (mười hai)`: the same number again in words is stepped over.
    fn same_in_words(&mut self, scene: &Scene<'_>) {
        if scene.key(self.end) != "(" {
            return;
        }
        if let Some(again) = number::read(scene, self.end + 1) {
            let close = self.end + 1 + again.len;
            if again.value == self.number.value && scene.key(close) == ")" {
                self.end = close + 1;
            }
        }
    }
}

/// `tỷ số 3-1`.
fn is_score(scene: &Scene<'_>, at: usize) -> bool {
    scene.cue_before(at, &[CueClass::ScoreWord]).is_some()
}

impl Quantity {
    /// What sort of unit it has.
    #[must_use]
    pub fn kind(&self) -> Option<UnitKind> {
        self.unit.as_ref().map(|u| u.kind)
    }
}
