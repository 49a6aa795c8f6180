//! The number in a cell of a table, and claims about such numbers.
//!
//! `1.250`, `92,0`, `-3,5%` and `(12,4)` are numbers; a cell with anything beside one has none.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::relation::Term;
use rust_decimal::Decimal;
use std::ops::Range;

/// A number in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) value: Decimal,
    /// How it is printed.
    pub(super) text: String,
    /// How many decimals are printed.
    pub(super) decimals: u32,
    /// Its block, and its first and last code point there.
    pub(super) block: usize,
    pub(super) chars: Range<usize>,
}

/// A claim about some cells, with their records where each of them has one.
pub(super) fn claim(
    facts: &Facts<'_>,
    kind: &'static str,
    entries: &[&Entry],
    holds: Verdict,
    detail: String,
) -> Option<Claim> {
    let first = entries.first()?;
    let records: Option<Vec<String>> =
        entries.iter().map(|entry| Some(facts.records[entry.record(facts)?].id.clone())).collect();
    let at = (first.block, first.chars.start);
    Some(Claim::new(kind, at, records.unwrap_or_default(), holds, detail))
}

impl Entry {
    /// The record that was made of the cell.
    pub(super) fn record(&self, facts: &Facts<'_>) -> Option<usize> {
        let end = facts.passage(self.block)?.text.tokens.len();
        let inside = |r: &usize| self.chars.contains(&facts.records[*r].source.start);
        facts.figures(self.block, 0..end).find(inside)
    }

    /// The number in an equation; whole numbers may have been rounded as well.
    pub(super) fn term(&self, facts: &Facts<'_>, rounded: bool) -> Term {
        Term {
            step: Decimal::new(1, self.decimals),
            slack: slack(self, rounded),
            record: self.record(facts),
            ..Term::fixed(self.value)
        }
    }
}

/// A claim about a record of the text and a cell.
pub(super) fn claim_with(
    facts: &Facts<'_>,
    kind: &'static str,
    record: usize,
    entry: &Entry,
    holds: Verdict,
    detail: String,
) -> Option<Claim> {
    let mut claim = claim(facts, kind, &[entry], holds, detail)?;
    let source = &facts.records[record].source;
    claim.at = (source.block, source.start);
    claim.finding.records.insert(0, facts.records[record].id.clone());
    Some(claim)
}

/// How far a printed number may be from the meant one: half a unit of its last decimal, and where
/// whole numbers may have been rounded as well, half of one.
pub(super) fn slack(entry: &Entry, rounded: bool) -> Decimal {
    match entry.decimals {
        0 if !rounded => Decimal::ZERO,
        decimals => Decimal::new(5, decimals + 1),
    }
}

/// The value of a cell that holds one number, with its decimals: `1.250`, `92,0`, `-3,5%`.
pub(super) fn number(cell: &str) -> Option<(Decimal, u32)> {
    let cell = cell.trim();
    let cell = cell.strip_suffix('%').unwrap_or(cell).trim_end();
    let inner = cell.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let (sign, digits) = match (inner, cell.strip_prefix(['-', '−', '–'])) {
        (Some(inner), _) => (-Decimal::ONE, inner),
        (None, Some(rest)) => (-Decimal::ONE, rest.trim_start()),
        (None, None) => (Decimal::ONE, cell.strip_prefix('+').unwrap_or(cell)),
    };
    let (whole, decimals) = digits.split_once(',').unwrap_or((digits, ""));
    let mut groups = whole.split('.');
    let first = groups.next()?;
    let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let grouped = groups.all(|group| group.len() == 3 && is_digits(group));
    let long = whole.contains('.') && first.len() > 3;
    if first.is_empty() || long || !is_digits(first) || !grouped || !is_digits(decimals) {
        return None;
    }
    let plain = format!("{}.{decimals}", whole.replace('.', ""));
    let value: Decimal = plain.trim_end_matches('.').parse().ok()?;
    Some((value.checked_mul(sign)?, decimals.len() as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_one_number_or_none() {
        for (cell, want) in [
            ("1.250", Some(("1250", 0))),
            ("92,0", Some(("92.0", 1))),
            ("-3,5%", Some(("-3.5", 1))),
            ("(12,4)", Some(("-12.4", 1))),
            ("1.234.567,8", Some(("1234567.8", 1))),
            ("31/12", None),
            ("12.5.2023", None),
            ("4 lớp", None),
            ("-", None),
            ("", None),
        ] {
            let want = want.map(|(value, decimals)| (value.parse().unwrap(), decimals));
            assert_eq!(number(cell), want, "{cell}");
        }
    }
}
