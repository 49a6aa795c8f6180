//! # What it tests
//! A figure of the text that a table under it gives as well is the same there.
//!
//! # Why
//! The table is updated, the sentence over it is not.
//!
//! # Example
//! `huyện Đam Rông là nơi xảy ra nhiều vụ phá rừng nhất với 96 vụ (xem bảng)` over the row
//! `Huyện Đam Rông | 69` under `Số vụ phá rừng` gives `96, the table says 69`.
//!
//! # Limits
//! The sentence, or where none does the paragraph, must stand within three lines before the table, hold every word
//! of the label of one row, and have one figure that the column could hold: a percentage where its head has `%`,
//! a count whose unit stands in the head, or one in the unit of the cell. It is reported only where the sentence
//! points to the table, or stands right over it and its title and has two digits of the cell swapped, and where no other cell of that row has the
//! number.

use super::Verdict;
use super::average::only;
use super::claim::Claim;
use super::entry::{Entry, claim_with};
use super::facts::Facts;
use super::grid::{Grid, Line, grids, has};
use super::passage::Passage;
use super::print::number;
use super::relation::{Relation, Term};
use super::slip::{Hand, hand};
use super::units::{is_percent, same_measure};
use super::words::tables::SEE_TABLE;
use super::words::text::LIGHT;
use crate::article::BlockKind;
use crate::record::Modifier;
use crate::text::{Text, TokenKind, Tokens, fold_syllable};
use rust_decimal::Decimal;
use std::collections::HashSet;

const KIND: &str = "text_vs_table";

/// How many lines before a table may speak of it.
const BEFORE: usize = 3;

/// How many sentences of a line are read each for itself.
const SENTENCES: usize = 24;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for grid in grids(facts) {
        for block in grid.block.saturating_sub(BEFORE)..grid.block {
            claims.extend(in_block(facts, &grid, block));
        }
    }
    claims
}

fn in_block(facts: &Facts<'_>, grid: &Grid, block: usize) -> Vec<Claim> {
    let Some(passage) = facts.passage(block).filter(|_| facts.is_prose(block)) else {
        return Vec::new();
    };
    let all = 0..passage.text.tokens.len();
    let named = |within: Tokens| {
        let words: HashSet<&str> = within.map(|at| passage.text.key(at)).collect();
        only(grid.lines.iter().filter(|line| is_named(&line.label, &words)))
    };
    let sentences =
        (0..passage.sentence_count().min(SENTENCES)).map(|index| passage.sentence(index));
    let told: Vec<(Tokens, &Line)> =
        sentences.filter_map(|own| Some((own.clone(), named(own)?))).collect();
    let told = match &told[..] {
        [] => named(all.clone()).map(|line| (all.clone(), line)).into_iter().collect(),
        _ => told,
    };
    told.into_iter()
        .flat_map(|(within, line)| of_line(facts, grid, line, (block, passage, within)))
        .collect()
}

/// What is told of one row.
fn of_line(
    facts: &Facts<'_>,
    grid: &Grid,
    line: &Line,
    (block, passage, within): (usize, &Passage<'_>, Tokens),
) -> Vec<Claim> {
    let figures: Vec<usize> = facts.figures(block, within).collect();
    let points = (0..passage.text.tokens.len()).any(|at| passage.says(at, SEE_TABLE).is_some());
    let columns = grid.number_columns();
    let claim = |figure: &usize| {
        let record = &facts.records[*figure];
        let exact = record.modifier == Modifier::Exact && record.of.or(record.high).is_none();
        let cell = line.entries.iter().flatten().find(|e| e.value == record.value);
        let called = has(&line.label, &[record.unit.as_deref()?]);
        if let Some(entry) = cell.filter(|_| exact && called) {
            let detail = format!("{}, the table says {}", number(record.value), entry.text);
            return claim_with(facts, KIND, *figure, entry, Verdict::Holds, detail);
        }
        let holds = |column: &usize, figure: usize| {
            could_hold(facts, grid, *column, figure)
                || line.entries[*column].as_ref().is_some_and(|e| is_measured(facts, e, figure))
        };
        let column = only(columns.iter().copied().filter(|c| holds(c, *figure)))?;
        let entry: &Entry = line.entries[column].as_ref().filter(|_| exact)?;
        let told = line.entries.iter().flatten().any(|e| e.value == record.value);
        let alone = figures.iter().filter(|r| holds(&column, **r)).count() == 1;
        let detail = format!("{}, the table says {}", number(record.value), entry.text);
        if told {
            return claim_with(facts, KIND, *figure, entry, Verdict::Holds, detail);
        }
        let titles = (block + 1..grid.block)
            .all(|between| facts.article.blocks[between].kind == BlockKind::Caption);
        let swapped = titles
            && record.value >= Decimal::TEN
            && hand(record.value, entry.value) == Some(Hand::Swapped);
        let sure = alone && (points || swapped) && facts.moved(*figure).is_none();
        let relation = Relation::same(Term::of(facts, *figure), entry.term(facts, false));
        let claim = claim_with(facts, KIND, *figure, entry, Verdict::DoesNotHold, detail);
        claim.filter(|_| sure).map(|claim| claim.with(relation))
    };
    figures.iter().filter_map(claim).collect()
}

/// Whether the cell of a column measures what a figure does, in a unit that stands over the table.
fn is_measured(facts: &Facts<'_>, entry: &Entry, figure: usize) -> bool {
    let record = &facts.records[figure];
    let cell = entry.record(facts).map(|cell| &facts.records[cell]);
    cell.is_some_and(|cell| same_measure(cell, record) && cell.unit == record.unit)
        && facts.is_level(figure)
}

/// Whether all words of a label stand among some words.
fn is_named(label: &Text, words: &HashSet<&str>) -> bool {
    let mut bracket = false;
    let keys = (0..label.tokens.len()).filter(|at| {
        bracket |= label.key(*at) == "(";
        !bracket && label.tokens[*at].kind == TokenKind::Word
    });
    let keys: Vec<&str> = keys.map(|at| label.key(at)).collect();
    let heavy = keys.iter().any(|key| !LIGHT.contains(key));
    heavy && keys.iter().all(|key| words.contains(key))
}

/// Whether a column could hold a figure of the text.
fn could_hold(facts: &Facts<'_>, grid: &Grid, column: usize, figure: usize) -> bool {
    let record = &facts.records[figure];
    let head = &grid.heads[column];
    let has = |key: &str| (0..head.tokens.len()).any(|at| head.key(at) == key);
    if is_percent(record) {
        return has("%");
    }
    let unit = record.unit.as_deref().unwrap_or_default();
    let mut unit = unit.split_whitespace().map(fold_syllable).peekable();
    unit.peek().is_some() && !has("%") && unit.all(|word| has(&word))
}
