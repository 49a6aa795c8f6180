//! How long a bar is: `43.21%` of the width, whatever the width is.

use rust_decimal::Decimal;

/// A length as a share of the longest one; none where there is nothing to draw: below zero, beyond
/// the whole, or a whole of nothing.
pub(super) fn share(value: Decimal, whole: Decimal) -> Option<Decimal> {
    let is_drawn = whole > Decimal::ZERO && Decimal::ZERO <= value && value <= whole;
    let share = value.checked_div(whole).filter(|_| is_drawn)?.checked_mul(Decimal::ONE_HUNDRED)?;
    Some(share.round_dp(2).normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_a_share_of_the_longest() {
        for (value, whole, length) in [
            ("470", "953", Some("49.32")),
            ("953", "953", Some("100")),
            ("0", "953", Some("0")),
            ("-1", "953", None),
            ("1", "0", None),
            ("2", "1", None),
            ("79228162514264337593543950335", "79228162514264337593543950335", Some("100")),
        ] {
            let length = length.map(|length| length.parse().unwrap());
            assert_eq!(share(value.parse().unwrap(), whole.parse().unwrap()), length);
        }
    }
}
