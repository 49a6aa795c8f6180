//! The number of a figure with what is joined to it: the other end of a range, the whole of a
//! fraction, the same number again in words, the half or the cents behind its unit.

use super::currency;
use crate::lexicon::{CueClass, NumberKind, UnitKind};
use crate::mention::Scene;
use crate::mention::number::{self, Number};
use crate::mention::unit::{self, UnitWords};
use rust_decimal::Decimal;

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
        let currency = scene.cue(joint + 1, &[CueClass::MoneyBefore]).map_or(0, |(len, _)| len);
        let at = joint + 1 + currency;
        let Some(high) = number::read(scene, at) else { return };
        let end = at + high.len;
        let unit = unit::known(scene, end);
        let same_unit = match &lower_unit {
            Some(lower) => unit.as_ref().is_some_and(|u| u.key == lower.key),
            None => true,
        };
        let words = [self.start, at].into_iter().any(|i| !scene.is_digits(i));
        let shared = if self.scale == Decimal::ONE
            && self.number.value < high.value
            && high.value >= high.scale
        {
            high.scale
        } else {
            Decimal::ONE
        };
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

    /// `25/28 xã`, `thứ 12/63`, `212/845 tỷ đồng`: the part has the scale of the whole.
    fn fraction(&mut self, scene: &Scene<'_>) {
        if self.high.is_some() || scene.key(self.end) != "/" || !scene.is_digits(self.end + 1) {
            return;
        }
        if let Some(total) = number::read(scene, self.end + 1) {
            if self.scale == Decimal::ONE && total.scale > Decimal::ONE {
                let Some(part) = self.number.value.checked_mul(total.scale) else { return };
                self.number.value = part.normalize();
                self.scale = total.scale;
            }
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
