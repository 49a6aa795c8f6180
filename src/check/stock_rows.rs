//! A stock in a table: rows or columns from `Tồn đầu kỳ` over what came and what left to `Tồn cuối kỳ`.
//!
//! Each row between must have one word for which way it goes (`Nhập trong kỳ`, `Xuất trong kỳ`); what lies within
//! another (`Trong đó`) and shares are passed over, and a row that has no such word, or both, ends the claim. An
//! empty cell between is nothing. An end that is more than a quarter off means that not all was told.

use super::Verdict;
use super::claim::Claim;
use super::entry::{Entry, claim, slack};
use super::facts::Facts;
use super::grid::{Series, begins, grids, has};
use super::print::number;
use super::relation::{Relation, Sign};
use super::stock::KIND;
use super::words::tables::{AMONG, COMES_IN, GOES_OUT, ROUNDED, SHARE};
use super::words::text::{AT_END, AT_START, COMES, LEAVES};
use crate::text::Text;
use rust_decimal::Decimal;

/// The stocks of all tables.
pub(super) fn in_tables(facts: &Facts<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for grid in grids(facts) {
        let mut labels = grid.lines.iter().map(|line| &line.label).chain(&grid.heads);
        if !labels.any(|label| has(label, AT_START)) {
            continue;
        }
        let rounded = grid.heads.iter().any(|head| has(head, ROUNDED));
        for series in grid.series() {
            let Some(Stock { start, moves, end }) = stock(&series) else { continue };
            let cells = 0..series[start].1.len();
            claims.extend(cells.filter_map(|at| {
                let first = series[start].1[at]?;
                let last = series[end].1[at]?;
                let moved = moves.iter();
                let moved: Vec<(Sign, &Entry)> = moved
                    .filter_map(|(series_at, sign)| Some((*sign, series[*series_at].1[at]?)))
                    .collect();
                one(facts, first, &moved, last, rounded)
            }));
        }
    }
    claims
}

/// The series in which a stock begins, those that move it, and that in which it ends.
struct Stock {
    start: usize,
    moves: Vec<(usize, Sign)>,
    end: usize,
}

fn stock(series: &[Series<'_>]) -> Option<Stock> {
    let is =
        |label: &Text, words: &[&str], others: &[&str]| has(label, words) && !has(label, others);
    let start = series.iter().position(|(label, _)| is(label, AT_START, AT_END))?;
    let end = start + series[start..].iter().position(|(label, _)| is(label, AT_END, AT_START))?;
    let between = (start + 1..end).filter(|at| {
        let label = series[*at].0;
        !begins(label, AMONG) && !has(label, SHARE) && !label.raw.contains('%')
    });
    let moves = between.map(|at| {
        let says = |words: [&[&str]; 2]| words.iter().any(|words| has(series[at].0, words));
        let (comes, leaves) = (says([COMES, COMES_IN]), says([LEAVES, GOES_OUT]));
        (comes != leaves).then_some((at, if comes { Sign::Plus } else { Sign::Minus }))
    });
    let moves: Vec<(usize, Sign)> = moves.collect::<Option<_>>()?;
    (!moves.is_empty()).then_some(Stock { start, moves, end })
}

fn one(
    facts: &Facts<'_>,
    first: &Entry,
    moved: &[(Sign, &Entry)],
    last: &Entry,
    rounded: bool,
) -> Option<Claim> {
    let (mut sum, mut text) = (first.value, first.text.clone());
    let mut off = slack(first, rounded) + slack(last, rounded);
    for (sign, entry) in moved {
        let (value, mark) = match sign {
            Sign::Plus => (entry.value, '+'),
            Sign::Minus => (-entry.value, '-'),
        };
        sum = sum.checked_add(value)?;
        off += slack(entry, rounded);
        text.push_str(&format!(" {mark} {}", entry.text));
    }
    let by = sum.checked_sub(last.value)?.abs();
    if by.checked_mul(Decimal::from(4))? > last.value || moved.is_empty() {
        return None;
    }
    let verdict = if by <= off { Verdict::Holds } else { Verdict::DoesNotHold };
    let detail = match by {
        by if by.is_zero() => format!("{text} = {}", number(sum)),
        _ => format!("{text} = {}, the table says {}", number(sum), last.text),
    };
    let cells: Vec<&Entry> =
        [last, first].into_iter().chain(moved.iter().map(|(_, entry)| *entry)).collect();
    let signed = [(Sign::Plus, first)].into_iter().chain(moved.iter().copied());
    let terms = signed.chain([(Sign::Minus, last)]);
    let terms = terms.map(|(sign, entry)| (sign, entry.term(facts, rounded))).collect();
    claim(facts, KIND, &cells, verdict, detail).map(|claim| claim.with(Relation::Sum(terms)))
}
