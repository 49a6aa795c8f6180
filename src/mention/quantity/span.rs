//! The number of a figure with what is joined to it: the other end of a range, the whole of a
//! fraction, the same number again in words, the half or the cents behind its unit.

use super::currency;
use crate::lexicon::{CueClass, NumberKind, UnitKind};
use crate::mention::Scene;
use crate::mention::number::{self, Number};
use crate::mention::unit::{self, UnitWords};
use rust_decimal::Decimal;

/// What may stand before the upper end of a range: `100 đến dưới 500`, `18 đến hết 25 tuổi`.
const BOUNDS: &[CueClass] =
    &[CueClass::Under, CueClass::Nearly, CueClass::Over, CueClass::About, CueClass::Until];

/// The number of a figure while it is put together.
pub(super) struct Joined {
    pub number: Number,
    /// The token behind it.
    pub end: usize,
    pub scale: Decimal,
    pub high: Option<Decimal>,
    pub of: Option<Decimal>,
    pub rule: &'static str,
    start: usize,
}

impl Joined {
    /// The number at token `start` with all that is joined to it before the unit.
    pub(super) fn read(scene: &Scene<'_>, number: Number, start: usize) -> Self {
        let (end, scale, rule) = (start + number.len, number.scale, number.rule);
        let mut joined = Self { number, start, end, scale, high: None, of: None, rule };
        joined.range(scene);
        joined.fraction(scene);
        joined.same_in_words(scene);
        joined
    }

    /// A range whose ends stand side by side.
    pub(super) fn pair(number: Number, high: Decimal, start: usize) -> Self {
        let (end, scale, rule) = (start + number.len, number.scale, number.rule);
        Self { number, start, end, scale, high: Some(high), of: None, rule }
    }

    /// `rưỡi` in `hai năm rưỡi`, `23 xen` in `2 đô la 23 xen`: behind the unit that ends before
    /// token `end`; gives the token behind it.
    pub(super) fn more(
        &mut self,
        scene: &Scene<'_>,
        unit: Option<&UnitWords>,
        end: usize,
    ) -> usize {
        let Some(unit) = unit.filter(|u| u.words.end == end && self.high.is_none()) else {
            return end;
        };
        if let Some((behind, part)) = currency::cents(scene, unit) {
            self.number.value = self.number.value.saturating_add(part);
            return behind;
        }
        let half = scene.number_of(end, NumberKind::Half);
        let whole = self.scale == Decimal::ONE && self.number.value.is_integer();
        match half {
            Some((len, _)) if whole && matches!(unit.kind, UnitKind::Time | UnitKind::Measure) => {
                self.number.value = self.number.value.saturating_add(Decimal::new(5, 1));
                end + len
            }
            _ => end,
        }
    }

    /// `20-25`, `3 - 5%`, `20 đến 30 triệu`, `giữa 1,1 và 1,3`: the upper end shares scale and
    /// unit with the lower.
    fn range(&mut self, scene: &Scene<'_>) {
        let lower_unit = unit::known(scene, self.end);
        let joint = lower_unit.as_ref().map_or(self.end, |u| u.words.end);
        if !self.is_joint(scene, joint) {
            return;
        }
        let year = scene.is_year_unit(self.start) && self.number.len == 1;
        let bound = scene.cue(joint + 1, BOUNDS).filter(|_| lower_unit.is_none() && !year);
        let bound = bound.map_or(0, |(len, _)| len);
        let currency =
            scene.cue(joint + 1 + bound, &[CueClass::MoneyBefore]).map_or(0, |(len, _)| len);
        let at = joint + 1 + bound + currency;
        let Some(high) = number::read(scene, at) else { return };
        let end = at + high.len;
        let spaced = !scene.is_glued(joint);
        if spaced && (is_followed(scene, end) || is_preceded(scene, self.start)) {
            return;
        }
        let unit = unit::known(scene, end);
        let same_unit = match &lower_unit {
            Some(lower) => unit.as_ref().is_some_and(|u| u.key == lower.key),
            None => true,
        };
        let words = [self.start, at].into_iter().any(|i| !scene.is_digits(i));
        let shares = self.scale == Decimal::ONE
            && lower_unit.is_none()
            && self.number.value < high.value
            && high.scale > Decimal::ONE
            && high.value >= high.scale;
        let shared = if shares { high.scale } else { thousands(&self.number, &high) };
        let Some(low) = self.number.value.checked_mul(shared) else { return };
        if low < high.value && same_unit && (!words || unit.is_some()) {
            self.number.value = low.normalize();
            self.high = Some(high.value);
            self.scale = high.scale;
            self.end = end;
            self.rule = "number.range";
        }
    }

    /// Whether the token at `at` stands between the ends of a range.
    fn is_joint(&self, scene: &Scene<'_>, at: usize) -> bool {
        let between = scene.cue_before(self.start, &[CueClass::Between]).is_some();
        scene.key(at) == "-"
            || scene.cue(at, &[CueClass::RangeTo]).is_some_and(|(len, _)| len == 1)
            || between && scene.cue(at, &[CueClass::And]).is_some()
    }

    /// `25/28 xã`, `thứ 12/63`, `212/845 tỷ đồng`, `7 phần 10`, `4 trong 8 tổ`: the part has the scale of
    /// the whole.
    fn fraction(&mut self, scene: &Scene<'_>) {
        if self.high.is_some() {
            return;
        }
        let own = unit::known(scene, self.end).filter(|own| same_unit(scene, own));
        let from = own.map_or(self.end, |own| own.words.end);
        if let Some((mark, total)) = whole(scene, from, &self.number) {
            let mark = mark + from - self.end;
            if self.scale == Decimal::ONE && total.scale > Decimal::ONE {
                let Some(part) = self.number.value.checked_mul(total.scale) else { return };
                self.number.value = part.normalize();
                self.scale = total.scale;
            }
            self.of = Some(total.value);
            self.end += mark + total.len;
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

/// Whether a list of numbers goes on behind token `end`, with or without a unit: `17,4% - 44,9% - 37,7%`.
fn is_followed(scene: &Scene<'_>, end: usize) -> bool {
    let dash = unit::known(scene, end).map_or(end, |unit| unit.words.end);
    scene.key(dash) == "-" && scene.is_digits(dash + 1)
}

/// The same before token `start`.
fn is_preceded(scene: &Scene<'_>, start: usize) -> bool {
    let Some(dash) = start.checked_sub(1).filter(|dash| scene.key(*dash) == "-") else {
        return false;
    };
    let ends_unit = |unit: usize| unit::known(scene, unit).is_some_and(|u| u.words.end == dash);
    dash > 0 && scene.is_digits(dash - 1)
        || dash > 1 && scene.is_digits(dash - 2) && ends_unit(dash - 1)
}

/// `ha` in `26.847 ha/27.500 ha`: the unit of a part that stands behind its whole again.
fn same_unit(scene: &Scene<'_>, own: &UnitWords) -> bool {
    let total = number::read(scene, own.words.end + 1)
        .filter(|_| scene.key(own.words.end) == "/" && scene.is_digits(own.words.end + 1));
    let again = total.and_then(|total| unit::known(scene, own.words.end + 1 + total.len));
    let glued = scene.is_glued(own.words.end);
    let fits = own.kind == UnitKind::Count
        || glued && matches!(own.kind, UnitKind::Measure | UnitKind::Money);
    fits && again.is_some_and(|again| again.key == own.key)
}

/// The whole of a fraction behind token `at`, and how many tokens stand before it.
fn whole(scene: &Scene<'_>, at: usize, part: &Number) -> Option<(usize, Number)> {
    if scene.key(at) == "/" {
        let total = number::read(scene, at + 1).filter(|_| scene.is_digits(at + 1))?;
        let things =
            unit::known(scene, at + 1 + total.len).is_some_and(|u| u.kind == UnitKind::Count);
        let other = part.scale > Decimal::ONE && total.scale == Decimal::ONE && things;
        return (!other).then_some((1, total));
    }
    let (mark, cue) = scene.cue(at, &[CueClass::FractionWord, CueClass::OutOf])?;
    let total = number::read(scene, at + mark)?;
    let unit = unit::known(scene, at + mark + total.len);
    let counted = unit.is_none_or(|unit| unit.kind == UnitKind::Count)
        && total.scale == Decimal::ONE
        && part.value > Decimal::ONE
        && part.value.is_integer();
    let fits = part.value <= total.value && part.scale == Decimal::ONE && total.value.is_integer();
    let told = cue.class == CueClass::FractionWord || counted;
    (fits && told).then_some((mark, total))
}

/// `150 - 180.000 đồng`: the lower end leaves out the thousands that the upper one writes.
fn thousands(low: &Number, high: &Number) -> Decimal {
    let thousand = Decimal::ONE_THOUSAND;
    let left_out = low.rule == "number.digits"
        && low.scale == Decimal::ONE
        && high.scale == Decimal::ONE
        && low.value >= Decimal::TEN
        && low.value < thousand
        && high.value < Decimal::from(1_000_000)
        && (high.value % thousand).is_zero()
        && low.value.saturating_mul(thousand) < high.value
        && low.value.saturating_mul(Decimal::TEN) * thousand > high.value;
    if left_out { thousand } else { Decimal::ONE }
}
