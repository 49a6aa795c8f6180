//! Numbers as a Vietnamese reader writes them: `2.140`, `92,1 %`, `54.203,7 tỷ đồng`.

use crate::record::{Modifier, Record};
use rust_decimal::Decimal;

/// How many figures of a long sum are printed.
const TERMS: usize = 12;

/// One scale for all figures of a finding, so that they can be compared by eye.
pub(crate) struct Style {
    scale: Decimal,
    unit: String,
}

impl Style {
    /// The style of a record's unit. Money is scaled where that leaves at most three decimals
    /// in every one of the values.
    pub(super) fn of(record: &Record, values: &[Decimal]) -> Self {
        Self::of_unit(record.unit.as_deref(), values)
    }

    /// The same of a unit.
    pub(crate) fn of_unit(unit: Option<&str>, values: &[Decimal]) -> Self {
        let unit = unit.unwrap_or_default().to_owned();
        let scales = [(1_000_000_000, "tỷ"), (1_000_000, "triệu")];
        let fits = |scale: Decimal| {
            values.iter().any(|v| v.abs() >= scale)
                && values.iter().all(|v| (v / scale).normalize().scale() <= 3)
        };
        let money = matches!(unit.as_str(), "đồng" | "USD" | "VND");
        for (scale, word) in scales.map(|(n, word)| (Decimal::from(n), word)) {
            if money && fits(scale) {
                return Self { scale, unit: format!("{word} {unit}") };
            }
        }
        Self { scale: Decimal::ONE, unit }
    }

    /// Without the unit.
    pub(crate) fn bare(&self, value: Decimal) -> String {
        number(value / self.scale)
    }

    /// With the unit.
    pub(super) fn full(&self, value: Decimal) -> String {
        self.with_unit(&self.bare(value))
    }

    /// Some numbers, with the unit behind them.
    pub(crate) fn with_unit(&self, numbers: &str) -> String {
        format!("{numbers} {}", self.unit).trim_end().to_owned()
    }

    /// `470 + 483`; a long sum is cut in the middle.
    pub(super) fn sum(&self, values: &[Decimal]) -> String {
        let mut terms: Vec<String> = values.iter().take(TERMS).map(|v| self.bare(*v)).collect();
        if values.len() > TERMS {
            terms.push(format!("… ({} parts)", values.len()));
        }
        terms.join(" + ")
    }
}

/// The word before a figure that is not exact: `over `, and nothing for one that is.
pub(super) fn hedge(record: &Record) -> String {
    match record.modifier {
        Modifier::Exact => String::new(),
        modifier => format!("{} ", modifier.as_str().replace('_', " ")),
    }
}

/// `2.140`, `92,1`: dots group, the comma is decimal.
pub(super) fn number(value: Decimal) -> String {
    let plain = value.normalize().to_string();
    let (sign, plain) = match plain.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", plain.as_str()),
    };
    let (whole, decimals) = plain.split_once('.').unwrap_or((plain, ""));
    let mut out = sign.to_owned();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    if !decimals.is_empty() {
        out.push(',');
        out.push_str(decimals);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_the_vietnamese_way() {
        for (value, want) in [
            ("953", "953"),
            ("2140", "2.140"),
            ("1298357", "1.298.357"),
            ("92.10", "92,1"),
            ("-12036.54", "-12.036,54"),
            ("0.5", "0,5"),
        ] {
            assert_eq!(number(value.parse().unwrap()), want);
        }
    }
}
