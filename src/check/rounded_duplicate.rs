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
//! difference is reported only when it is small enough to be a slip. A figure of the title has no
//! indicator, so it only ever holds: when one exact figure of the text, and no other, fits it.

use super::Verdict;
use super::bounds::{Bounds, last_digit};
use super::facts::{Claim, Facts};
use super::passage::Passage;
use super::print::{Style, hedge};
use crate::lexicon::{CueClass, Lexicon, Marks};
use crate::record::{Flag, Modifier, Record, Role};
use crate::text::{Text, TokenKind};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::HashMap;

const KIND: &str = "rounded_duplicate";

/// What makes two figures the same fact.
type Fact<'a> = ([Option<&'a str>; 4], [Option<Date>; 2]);

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut exact: HashMap<Fact<'_>, Vec<usize>> = HashMap::new();
    for (i, record) in facts.records.iter().enumerate() {
        if let Some(fact) = fact(record).filter(|_| record.modifier == Modifier::Exact) {
            exact.entry(fact).or_default().push(i);
        }
    }
    let rounded = |r: &&usize| {
        let record = &facts.records[**r];
        record.modifier != Modifier::Exact && !record.flags.contains(&Flag::Vague)
    };
    let all: Vec<usize> = (0..facts.records.len()).collect();
    let in_text = all.iter().filter(rounded).filter_map(|&r| {
        let same = exact.get(&fact(&facts.records[r])?)?;
        against_text(facts, r, same)
    });
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
    let elsewhere = facts.records[exact].source.block != record.source.block;
    let slip = value.checked_sub(record.value)?.abs() <= last_digit(record.value);
    let verdict = Bounds::of(record).agrees(Bounds::exactly(value));
    let clear = verdict == Verdict::Holds || slip && record.period.is_some();
    (one_value && elsewhere && clear)
        .then(|| facts.claim(KIND, &[rounded, exact], verdict, detail(record, value)))
}

/// `hơn 4.600 lượt người` in the title: its first rounded figure.
fn in_title(facts: &Facts<'_>) -> Option<Claim> {
    let text = Text::new(facts.article.title.as_deref()?);
    let marks = Marks::new(&text, Lexicon::built_in());
    let title = Passage::new(&marks);
    let mut tokens = 0..title.text.tokens.len();
    let (at, value, modifier) = tokens.find_map(|at| {
        let (value, modifier) = read(&title, at)?;
        Some((at, value, modifier))
    })?;
    let rounded = |r: &Record| Record { value, modifier, ..r.clone() };
    let mut fitting = (0..facts.records.len()).filter(|r| {
        let record = &facts.records[*r];
        let plain = record.modifier == Modifier::Exact && record.role == Role::Actual;
        let near = (record.value - value).abs() <= last_digit(value);
        plain
            && near
            && has_unit(&title, at + 1, record)
            && Bounds::of(&rounded(record)).agrees(Bounds::of(record)) == Verdict::Holds
    });
    let exact = fitting.next()?;
    let record = &facts.records[exact];
    let alone = fitting.all(|r| facts.records[r].value == record.value);
    let detail = detail(&rounded(record), record.value);
    alone.then(|| facts.claim(KIND, &[exact], Verdict::Holds, format!("title, {detail}")))
}

/// A plain whole number behind a modifier.
fn read(title: &Passage, at: usize) -> Option<(Decimal, Modifier)> {
    title.text.tokens.get(at).filter(|t| t.kind == TokenKind::Digits)?;
    let classes = [CueClass::Over, CueClass::Nearly, CueClass::About];
    let modifier = match title.cue_before(at, &classes)?.0 {
        CueClass::Over => Modifier::Over,
        CueClass::Nearly => Modifier::Nearly,
        _ => Modifier::About,
    };
    let key = title.text.key(at);
    let grouped = key.split('.').skip(1).all(|group| group.len() == 3);
    let value = key.replace('.', "").parse().ok().filter(|_| grouped)?;
    Some((value, modifier))
}

fn has_unit(title: &Passage, at: usize, record: &Record) -> bool {
    let unit = Text::new(record.unit.as_deref().unwrap_or(""));
    let count = unit.tokens.len();
    count > 0 && (0..count).all(|i| title.text.key(at + i) == unit.key(i))
}

fn detail(rounded: &Record, exact: Decimal) -> String {
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
