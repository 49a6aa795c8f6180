//! Numbers on a screen, as they are spoken: `2874500000000` is `2 874.5 tỷ`, in Vietnamese `2.874,5 tỷ`.
//!
//! Only people read them, and nothing is rounded: a number that would need more than three decimals as so many
//! `tỷ` or `triệu` keeps its digits.

use super::Lang;
use rust_decimal::Decimal;

/// Scales that a long number is told in, the largest first.
const SCALES: [(i64, &str); 2] = [(1_000_000_000, "tỷ"), (1_000_000, "triệu")];
/// Decimals of a number that is told in a scale.
const DECIMALS: u32 = 3;

/// A number as it is spoken.
pub(super) fn spoken(number: Decimal, lang: Lang) -> String {
    range(number, None, lang)
}

/// A number, or the two ends of a range in one scale: `20 - 25 triệu`.
pub(super) fn range(low: Decimal, high: Option<Decimal>, lang: Lang) -> String {
    let ends: Vec<Decimal> = std::iter::once(low).chain(high).collect();
    let scale = SCALES.iter().find(|(scale, _)| {
        let scale = Decimal::from(*scale);
        ends.iter().all(|end| end.abs() >= scale && (*end / scale).normalize().scale() <= DECIMALS)
    });
    let told = ends.iter().map(|end| match scale {
        Some((scale, _)) => grouped((*end / Decimal::from(*scale)).normalize(), lang),
        None => grouped(*end, lang),
    });
    let told = told.collect::<Vec<_>>().join(" - ");
    scale.map_or(told.clone(), |(_, word)| format!("{told} {word}"))
}

/// `15185.5` as `15 185.5`, in Vietnamese `15.185,5`.
pub(super) fn grouped(number: Decimal, lang: Lang) -> String {
    let (thousands, decimals) = match lang {
        Lang::En => (' ', '.'),
        Lang::Vi => ('.', ','),
    };
    let printed = number.to_string();
    let (whole, fraction) = printed.split_once('.').unwrap_or((&printed, ""));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        let left = whole.len() - i;
        if i > 0 && left % 3 == 0 && !grouped.ends_with('-') {
            grouped.push(thousands);
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push(decimals);
        grouped.push_str(fraction);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_are_told_in_tỷ_and_triệu_where_nothing_is_lost() {
        for (number, en, vi) in [
            ("0", "0", "0"),
            ("429", "429", "429"),
            ("15185.50", "15 185.50", "15.185,50"),
            ("-125", "-125", "-125"),
            ("985000", "985 000", "985.000"),
            ("2874500000000", "2 874.5 tỷ", "2.874,5 tỷ"),
            ("26000000", "26 triệu", "26 triệu"),
            ("-1500000000", "-1.5 tỷ", "-1,5 tỷ"),
            ("1234567891", "1 234 567 891", "1.234.567.891"),
            ("1234567000", "1 234.567 triệu", "1.234,567 triệu"),
        ] {
            let number = number.parse().unwrap();
            assert_eq!(
                (spoken(number, Lang::En), spoken(number, Lang::Vi)),
                (en.into(), vi.into())
            );
        }
        let range = |low: i64, high: i64| range(low.into(), Some(high.into()), Lang::Vi);
        assert_eq!(range(20_000_000, 25_000_000), "20 - 25 triệu");
        assert_eq!(range(800_000, 1_200_000), "800.000 - 1.200.000");
        assert_eq!(range(900_000_000, 1_100_000_000), "900 - 1.100 triệu");
    }
}
