//! Whether one figure is another with a slip of the hand: one digit changed, two swapped, one left
//! out or typed twice. `2.746` is `2.476` with two digits swapped, `3.658` is `36.580` with one
//! left out; `444` and `4.186` are two figures. The decimal mark may also be moved; that is told as a
//! slip where a claim is known to be wrong, and is none that makes one wrong.

use rust_decimal::Decimal;

/// What the hand did. The rarer a slip is by chance, the more it explains: the first is likeliest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hand {
    /// Two neighbours are swapped.
    Swapped,
    /// The decimal mark or the zeros at the end are wrong: `6,85` for `68,5`.
    Mark,
    /// A digit is left out or typed too often.
    Counted,
    /// A digit is another.
    Changed,
}

/// How many places a decimal mark is moved at most.
const PLACES: u32 = 3;

/// What the hand did to print one figure for the other, where one slip explains it.
pub(super) fn hand(printed: Decimal, meant: Decimal) -> Option<Hand> {
    if printed <= Decimal::ZERO || meant <= Decimal::ZERO || printed == meant {
        return None;
    }
    let (a, b) = digits(printed, meant);
    let bare = |digits: &[u8]| String::from_utf8_lossy(digits).trim_end_matches('0').to_owned();
    let moved = a.len().abs_diff(b.len()) as u32;
    match moved {
        0 if swapped(&a, &b) => Some(Hand::Swapped),
        0 => one_changed(&a, &b).then_some(Hand::Changed),
        1..=PLACES if bare(&a) == bare(&b) => Some(Hand::Mark),
        1 => is_slip(printed, meant).then_some(Hand::Counted),
        _ => None,
    }
}

/// Every number that one slip makes of a printed figure, `step` being a unit of its last digit.
pub(super) fn variants(value: Decimal, step: Decimal) -> Vec<(Hand, Decimal)> {
    let whole = value.checked_div(step).filter(|n| *n > Decimal::ZERO && n.is_integer());
    let Some(printed) = whole.map(|whole| whole.normalize().to_string()) else { return Vec::new() };
    let mut out = Vec::new();
    let mut push = |hand: Hand, digits: String| {
        let number: Option<Decimal> = digits.parse().ok();
        out.extend(number.and_then(|n| n.checked_mul(step)).map(|n| (hand, n)));
    };
    let all = printed.as_bytes();
    let with = |at: usize, take: usize, put: &str| {
        format!("{}{put}{}", &printed[..at], &printed[at + take..])
    };
    for at in 0..all.len() {
        if let [a, b, ..] = all[at..]
            && a != b
        {
            push(Hand::Swapped, with(at, 2, &format!("{}{}", char::from(b), char::from(a))));
        }
        push(Hand::Counted, with(at, 1, ""));
        for digit in '0'..='9' {
            if digit != char::from(all[at]) {
                push(Hand::Changed, with(at, 1, &digit.to_string()));
            }
            push(Hand::Counted, with(at, 0, &digit.to_string()));
        }
    }
    let tens = (1..=PLACES).map(|places| Decimal::from(10_u32.pow(places)));
    for by in tens {
        let moved = [value.checked_mul(by), value.checked_div(by)];
        out.extend(moved.into_iter().flatten().map(|moved| (Hand::Mark, moved)));
    }
    out.retain(|(_, number)| *number > Decimal::ZERO && *number != value);
    out
}

/// Whether a printed figure is the meant one with one slip.
pub(super) fn is_slip(printed: Decimal, meant: Decimal) -> bool {
    let (a, b) = digits(printed, meant);
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

/// The digits of two figures, to as many decimals.
fn digits(a: Decimal, b: Decimal) -> (Vec<u8>, Vec<u8>) {
    let scale = a.normalize().scale().max(b.normalize().scale());
    let digits = |value: Decimal| {
        let mut value = value.normalize();
        value.rescale(scale);
        value.abs().mantissa().to_string().into_bytes()
    };
    (digits(a), digits(b))
}

/// One digit is another, or two neighbours are swapped.
fn one_changed(a: &[u8], b: &[u8]) -> bool {
    let off = (0..a.len()).filter(|i| a[*i] != b[*i]).count();
    off == 1 || swapped(a, b)
}

fn swapped(a: &[u8], b: &[u8]) -> bool {
    let off: Vec<usize> = (0..a.len()).filter(|i| a[*i] != b[*i]).collect();
    matches!(off[..], [i, j] if j == i + 1 && a[i] == b[j] && a[j] == b[i])
}

fn one_left_out(short: &[u8], long: &[u8]) -> bool {
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    short[same..] == long[same + 1..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_hand_did_is_told() {
        use Hand::{Changed, Counted, Mark, Swapped};
        for (printed, meant, want) in [
            ("2746", "2476", Some(Swapped)),
            ("654", "664", Some(Changed)),
            ("365", "3605", Some(Counted)),
            ("3658", "36580", Some(Mark)),
            ("6.85", "68.5", Some(Mark)),
            ("4500", "4.5", Some(Mark)),
            ("45000", "4.5", None),
            ("4186", "3742", None),
        ] {
            let [printed, meant]: [Decimal; 2] = [printed, meant].map(|n| n.parse().unwrap());
            assert_eq!(hand(printed, meant), want, "{printed} {meant}");
            let step = Decimal::new(1, printed.scale());
            let found = variants(printed, step).into_iter().filter(|(_, v)| *v == meant);
            assert_eq!(found.map(|(hand, _)| hand).min(), want, "{printed} {meant}");
        }
    }

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
