//! One run of digits: which separator groups and which is the decimal mark.
//!
//! | run | read as | flag |
//! | --- | --- | --- |
//! | `1.297`, `1.298.357` | grouped | |
//! | `3,5`, `47,35` | decimal | |
//! | `3.215,6` | grouped, decimal | |
//! | `7,329.5` | grouped, decimal | English format |
//! | `2.75`, `0.612` | decimal | dot decimal |
//! | `1,820 tỷ`, `1,684 ha` | decimal: something is measured | |
//! | `4,120 người` | grouped: things are counted | ambiguous grouping |
//! | `490,000 m2` | grouped: nobody measures to two zeros | ambiguous grouping |
//!
//! What fits no row (`16.7.2013`, `0275.3822.114`) is no number.

use crate::mention::Flag;
use rust_decimal::Decimal;

/// Whether what follows a number is measured (a scale, `%`, `ha`) or counted (`người`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Follower {
    Measured,
    Counted,
}

/// The value of a run of digits, and the doubt about it.
pub(super) fn read(run: &str, follower: Follower) -> Option<(Decimal, Option<Flag>)> {
    let dots = run.matches('.').count();
    let commas = run.matches(',').count();
    match (dots, commas) {
        (0, 0) => plain(run).map(|v| (v, None)),
        (_, 0) if dots > 1 => grouped(run, '.').map(|v| (v, None)),
        (0, _) if commas > 1 => grouped(run, ',').map(|v| (v, Some(Flag::EnglishFormat))),
        (1, 0) => one_dot(run),
        (0, 1) => one_comma(run, follower),
        _ => both(run),
    }
}

/// Which mark the cells of a table put before the decimals.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Decimals {
    /// No cell tells: the shape of each run decides.
    #[default]
    Untold,
    /// `63,1`, as Vietnamese writes them.
    Comma,
    /// `412204.00`, as programs write them.
    Point,
}

impl Decimals {
    /// What a run of digits tells of its table: `63,1` can be nothing but a decimal comma.
    #[must_use]
    pub fn told_by(run: &str) -> Self {
        let last = run.rfind(['.', ',']).filter(|last| {
            let mixed =
                run[..*last].contains(['.', ',']) && run.matches(&run[*last..=*last]).count() == 1;
            let rest = run.len() - last - 1;
            mixed || rest != 3 && run.matches(['.', ',']).count() == 1
        });
        match last.map(|last| run.as_bytes()[last]) {
            Some(b',') => Self::Comma,
            Some(_) => Self::Point,
            None => Self::Untold,
        }
    }
}

/// The value of a run of digits in a table whose decimal mark is known.
pub(super) fn in_table(
    run: &str,
    decimals: Decimals,
    follower: Follower,
) -> Option<(Decimal, Option<Flag>)> {
    match decimals {
        Decimals::Untold => read(run, follower),
        Decimals::Comma => read(run, Follower::Measured),
        Decimals::Point => {
            let swapped: String = run
                .chars()
                .map(|c| match c {
                    '.' => ',',
                    ',' => '.',
                    c => c,
                })
                .collect();
            let flag = run.contains([',', '.']).then_some(Flag::EnglishFormat);
            read(&swapped, Follower::Measured).map(|(value, _)| (value, flag))
        }
    }
}

fn plain(digits: &str) -> Option<Decimal> {
    Decimal::from_str_exact(digits).ok()
}

/// Digits whose groups after the first all have three.
fn grouped(run: &str, separator: char) -> Option<Decimal> {
    let mut groups = run.split(separator);
    let first = groups.next()?;
    let ok =
        (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|g| g.len() == 3);
    ok.then(|| plain(&run.replace(separator, ""))).flatten()
}

fn one_dot(run: &str) -> Option<(Decimal, Option<Flag>)> {
    match grouped(run, '.') {
        Some(value) => Some((value, None)),
        None => plain(run).map(|v| (v, Some(Flag::DotDecimal))),
    }
}

fn one_comma(run: &str, follower: Follower) -> Option<(Decimal, Option<Flag>)> {
    match grouped(run, ',') {
        Some(value) if follower == Follower::Counted || run.ends_with("00") => {
            Some((value, Some(Flag::AmbiguousGrouping)))
        }
        _ => plain(&run.replace(',', ".")).map(|v| (v, None)),
    }
}

/// Both marks: the last one is the decimal mark.
fn both(run: &str) -> Option<(Decimal, Option<Flag>)> {
    let last = run.rfind(['.', ','])?;
    let (whole, fraction) = (&run[..last], &run[last + 1..]);
    let (separator, flag) =
        if run[last..].starts_with(',') { ('.', None) } else { (',', Some(Flag::EnglishFormat)) };
    if whole.contains(if separator == '.' { ',' } else { '.' }) {
        return None;
    }
    let whole = grouped(whole, separator)?;
    plain(&format!("{whole}.{fraction}")).map(|v| (v, flag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_read_by_their_shape() {
        use Follower::{Counted, Measured};
        for (run, follower, value, flag) in [
            ("1.297", Counted, "1297", None),
            ("1.298.357", Counted, "1298357", None),
            ("3,5", Measured, "3.5", None),
            ("3.215,6", Measured, "3215.6", None),
            ("7,329.5", Measured, "7329.5", Some(Flag::EnglishFormat)),
            ("2.75", Measured, "2.75", Some(Flag::DotDecimal)),
            ("0.612", Measured, "0.612", Some(Flag::DotDecimal)),
            ("1,820", Measured, "1.820", None),
            ("4,120", Counted, "4120", Some(Flag::AmbiguousGrouping)),
            ("490,000", Measured, "490000", Some(Flag::AmbiguousGrouping)),
            ("1,234,567", Counted, "1234567", Some(Flag::EnglishFormat)),
            ("11.920,865", Measured, "11920.865", None),
            ("05", Counted, "5", None),
        ] {
            assert_eq!(read(run, follower), Some((value.parse().unwrap(), flag)), "{run}");
        }
        for (run, decimals, value) in [
            ("1,234", Decimals::Comma, "1.234"),
            ("1.234", Decimals::Comma, "1234"),
            ("1,234", Decimals::Point, "1234"),
            ("1.234", Decimals::Point, "1.234"),
            ("412204.00", Decimals::Point, "412204.00"),
            ("1,234.5", Decimals::Point, "1234.5"),
            ("63,1", Decimals::Point, "63.1"),
        ] {
            let read = in_table(run, decimals, Counted).map(|(value, _)| value);
            assert_eq!(read, value.parse().ok(), "{run}");
        }
        for (run, decimals) in [
            ("63,1", Decimals::Comma),
            ("1.234,56", Decimals::Comma),
            ("412204.00", Decimals::Point),
            ("1,234.567", Decimals::Point),
            ("1.234", Decimals::Untold),
            ("1,234", Decimals::Untold),
            ("1.234.567", Decimals::Untold),
            ("250", Decimals::Untold),
        ] {
            assert_eq!(Decimals::told_by(run), decimals, "{run}");
        }
        for run in ["16.7.2013", "0275.3822.114", "1.2.3", "1,23,4"] {
            assert_eq!(read(run, Counted), None, "{run}");
        }
    }
}
