//! Whether one figure is another with a slip of the hand: one digit changed, two swapped, one left
//! out or typed twice. `2.746` is `2.476` with two digits swapped, `3.658` is `36.580` with one
//! left out; `444` and `4.186` are two figures.

use rust_decimal::Decimal;

/// Whether a printed figure is the meant one with one slip.
pub(super) fn is_slip(printed: Decimal, meant: Decimal) -> bool {
    let scale = printed.normalize().scale().max(meant.normalize().scale());
    let digits = |value: Decimal| {
        let mut value = value.normalize();
        value.rescale(scale);
        value.abs().mantissa().to_string().into_bytes()
    };
    let (a, b) = (digits(printed), digits(meant));
    if a == b || printed <= Decimal::ZERO || meant <= Decimal::ZERO {
        return false;
    }
    match a.len().abs_diff(b.len()) {
        0 => one_changed(&a, &b),
        1 if a.len() < b.len() => one_left_out(&a, &b),
        1 => one_left_out(&b, &a),
        _ => false,
    }
}

/// One digit is another, or two neighbours are swapped.
fn one_changed(a: &[u8], b: &[u8]) -> bool {
    let off: Vec<usize> = (0..a.len()).filter(|i| a[*i] != b[*i]).collect();
    match off[..] {
        [_] => true,
        [i, j] => j == i + 1 && a[i] == b[j] && a[j] == b[i],
        _ => false,
    }
}

fn one_left_out(short: &[u8], long: &[u8]) -> bool {
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    short[same..] == long[same + 1..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_told_from_another_figure() {
        for (printed, meant, want) in [
            ("2746", "2476", true),
            ("654", "664", true),
            ("3658", "36580", true),
            ("604.3", "594.3", false),
            ("412", "421", true),
            ("24815", "28415", true),
            ("4186", "3742", false),
            ("100", "100", false),
            ("1500", "1200", true),
            ("92.0", "92", false),
        ] {
            let [printed, meant] = [printed, meant].map(|n| n.parse().unwrap());
            assert_eq!(is_slip(printed, meant), want, "{printed} {meant}");
        }
    }
}
