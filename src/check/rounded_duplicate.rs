//! # What it tests
//! A rounded figure of the title, or of another block, fits the exact one: `hơn 4.600` and 4.638.
//!
//! # Why
//! Headlines are written first and figures are corrected last.
//!
//! # Example
//! `Hơn 4.600 lượt người được bồi dưỡng` over a text with `4.638 lượt người` gives
//! `over 4.600: 4.638 lượt người`.
//!
//! # Limits
//! Figures of the text are the same where indicator, scope, unit, place and period are the same; a
//! difference is reported only when it is small enough to be a slip. A figure of the title (`headline`)
//! holds when one exact figure of the text, and no other, fits it.

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::headline::in_title;
use super::print::{Style, hedge};
use super::printed::last_digit;
use super::words::text::EARLIER_TIMES;
use crate::record::{Flag, Modifier, Record, Role};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::HashMap;

pub(super) const KIND: &str = "rounded_duplicate";

/// What makes two figures the same fact.
type Fact<'a> = ([Option<&'a str>; 4], [Option<Date>; 2]);

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let is_rounded = |record: &Record| {
        record.modifier != Modifier::Exact && !record.flags.contains(&Flag::Vague)
    };
    let all = || (0..).zip(facts.records);
    let rounded: Vec<(usize, Fact<'_>)> = all()
        .filter(|(_, record)| is_rounded(record))
        .filter_map(|(r, record)| Some((r, fact(record)?)))
        .collect();
    let mut exact: HashMap<&Fact<'_>, Vec<usize>> =
        rounded.iter().map(|(_, fact)| (fact, Vec::new())).collect();
    if !exact.is_empty() {
        for (r, record) in all().filter(|(_, record)| record.modifier == Modifier::Exact) {
            let same = fact(record).and_then(|fact| exact.get_mut(&fact));
            same.into_iter().for_each(|same| same.push(r));
        }
    }
    let in_text = rounded.iter().filter_map(|(r, fact)| against_text(facts, *r, &exact[fact]));
    in_text.chain(in_title(facts)).collect()
}

fn fact(record: &Record) -> Option<Fact<'_>> {
    let plain = record.role == Role::Actual && record.of.is_none() && record.high.is_none();
    let named = record.indicator.is_some() && record.unit.is_some();
    let words = [&record.indicator, &record.scope, &record.unit, &record.place];
    let days = record.period.as_ref().map_or([None; 2], |p| [p.start, p.end]);
    (plain && named).then(|| (words.map(Option::as_deref), days))
}

/// The rounded figure against the one exact figure of the same fact in another block.
fn against_text(facts: &Facts<'_>, rounded: usize, same: &[usize]) -> Option<Claim> {
    let record = &facts.records[rounded];
    let exact = *same.first()?;
    let value = facts.records[exact].value;
    let one_value = same.len() <= 4 && same.iter().all(|r| facts.records[*r].value == value);
    let (place, passage) = facts.place(rounded)?;
    if passage.find(passage.sentence(place.sentence), EARLIER_TIMES).is_some() {
        return None;
    }
    let elsewhere = facts.records[exact].source.block != record.source.block;
    let slip = value.checked_sub(record.value)?.abs() <= last_digit(record.value);
    let verdict = Bounds::of(record).agrees(Bounds::exactly(value));
    let clear = verdict == Verdict::Holds || slip && record.period.is_some();
    (one_value && elsewhere && clear)
        .then(|| facts.claim(KIND, &[rounded, exact], verdict, detail(record, value)))
}

pub(super) fn detail(rounded: &Record, exact: Decimal) -> String {
    let style = Style::of(rounded, &[rounded.value, exact]);
    let said = format!("{}{}", hedge(rounded), style.bare(rounded.value));
    format!("{said}: {}", style.full(exact))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_rounded_figure_fits_the_exact_one() {
        assert_findings(
            super::KIND,
            &[
                (
                    "# Hơn 4.600 lượt người được bồi dưỡng\nMở lớp cho «4.638|lượt người» và «4.638|người».",
                    "holds: title, over 4.600: 4.638 lượt người",
                ),
                (
                    "Có hơn «4.600|lượt người|over|what=bồi dưỡng|years=2022».\nCó «4.638|lượt người|what=bồi dưỡng|years=2022».",
                    "holds: over 4.600: 4.638 lượt người",
                ),
                (
                    "Có hơn «4.600|lượt người|over|what=bồi dưỡng|years=2022».\nCó «4.538|lượt người|what=bồi dưỡng|years=2022».",
                    "does not hold: over 4.600: 4.538 lượt người",
                ),
            ],
        );
    }

    #[test]
    fn another_figure_is_no_duplicate() {
        assert_findings(
            super::KIND,
            &[
                (
                    "# Hơn 4.600 lượt người được bồi dưỡng\nCó «4.638|lượt người» và «4.650|lượt người».",
                    "",
                ),
                ("# Hơn 4.600 lượt người được bồi dưỡng\nCó «5.638|lượt người».", ""),
                ("# Kế hoạch số 4600 cho người học\nCó «4.638|người».", ""),
                (
                    "Có hơn «4.600|người|over|what=bồi dưỡng|years=2022».\nCó «9.538|người|what=bồi dưỡng|years=2022».",
                    "",
                ),
                (
                    "Có hơn «4.600|người|over|what=bồi dưỡng|years=2021».\nCó «4.538|người|what=bồi dưỡng|years=2022».",
                    "",
                ),
            ],
        );
    }
}
