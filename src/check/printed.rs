//! The digits of a figure as they are printed: what its last one stands for, and how far rounding
//! reaches. `1,5 tỷ` is printed to a hundred million, `4.600` to the unit, and says something to the
//! hundred.

use crate::lexicon::UnitKind;
use crate::record::Record;
use crate::text::fold_char;
use rust_decimal::Decimal;

/// Half a unit of the last printed digit; nothing for whole counts.
pub(super) fn rounding(record: &Record) -> Decimal {
    let step = printed_step(record);
    let counted = matches!(record.unit_kind, UnitKind::Count | UnitKind::Time);
    if counted && step <= Decimal::ONE && record.value.is_integer() {
        return Decimal::ZERO;
    }
    step / Decimal::TWO
}

/// One unit of the last printed digit: 100 million for `1,5 tỷ`, 0.1 for `92,0`.
///
/// The digits that are printed end in as many zeros as they do; whatever further zeros the value
/// has come from a scale word.
pub(super) fn printed_step(record: &Record) -> Decimal {
    let printed = record.source.text.chars().map(fold_char);
    let digits: String = if record.of.or(record.high).is_some() {
        let number = |c: &char| c.is_ascii_digit() || matches!(c, '.' | ',');
        printed.skip_while(|c| !number(c)).take_while(number).collect()
    } else {
        printed.collect()
    };
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() && record.value < Decimal::ONE_THOUSAND {
        return Decimal::ONE;
    }
    let zeros = digits.len() - digits.trim_end_matches('0').len();
    power_of_ten(last_place(record.value) - zeros as i32)
}

/// One unit of the last digit that is not zero: 100 for 4.600.
pub(super) fn last_digit(value: Decimal) -> Decimal {
    power_of_ten(last_place(value))
}

/// Whether a number is another one rounded to its own last digit that is not zero: 4.600 of 4.638.
pub(crate) fn is_rounded_form(rounded: Decimal, full: Decimal) -> bool {
    let half = last_digit(rounded) / Decimal::TWO;
    full.checked_sub(rounded).is_some_and(|off| off.abs() <= half)
}

/// How many digits of a number say something: 2 of 4.600. An estimate with three or more
/// (`ước 5.984 tỷ đồng`) was computed, and lies near what is printed.
pub(crate) fn significant(value: Decimal) -> usize {
    let digits = value.normalize().mantissa().unsigned_abs().to_string();
    digits.trim_end_matches('0').len()
}

fn last_place(value: Decimal) -> i32 {
    let value = value.normalize();
    let mut mantissa = value.mantissa();
    let mut place = -(value.scale() as i32);
    while mantissa != 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        place += 1;
    }
    place
}

fn power_of_ten(place: i32) -> Decimal {
    let place = place.clamp(-28, 28);
    if place < 0 {
        return Decimal::new(1, place.unsigned_abs());
    }
    (0..place).fold(Decimal::ONE, |n, _| n * Decimal::TEN)
}

/// Whether a figure is a share in words, and so no number of things: `một phần ba`, `quá nửa`.
pub(super) fn is_share_in_words(record: &Record) -> bool {
    let digits = record.source.text.bytes().any(|byte| byte.is_ascii_digit());
    !digits && record.value > Decimal::ZERO && record.value < Decimal::ONE
}
