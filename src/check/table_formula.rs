//! # What it tests
//! A row or column whose label is a formula of others is what the formula gives.
//!
//! # Why
//! Official tables say how a row is computed; the row is typed all the same.
//!
//! # Example
//! Under `A | Tổng nhu cầu | 1.860` and `B | Tổng nguồn | 1.530` the row `C | Thiếu nguồn (A - B) | 230` gives
//! `1.860 - 1.530 = 330, the table says 230`.
//!
//! # Limits
//! Every name of the formula must be that of one other row or column, told by a number beside it, in a bracket
//! or in a row of such numbers under the heads. A bracket with a difference behind `Tổng` may be a range. A
//! quotient or product may have another unit, so it is taken by the power of ten that fits most cells, and one
//! that is more than half off is of something else. Where most cells of a formula do not follow it, it was misread.

use super::Verdict;
use super::claim::Claim;
use super::entry::{Entry, claim, number, slack};
use super::facts::Facts;
use super::formula::{Formula, Reach, Said, said};
use super::grid::{Grid, Series, begins, grids, has};
use super::print;
use super::relation::{Relation, Sign};
use super::words::tables::{MEAN, ROUNDED, TOTAL};
use crate::text::Text;
use rust_decimal::Decimal;
use std::collections::HashMap;

const KIND: &str = "table_formula";

/// How far the units of a product and its factors may be apart, in powers of ten.
const TENS: u32 = 6;

/// How many cells a row of names has at least.
const NAMES: usize = 3;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for grid in grids(facts) {
        let [rows, mut columns] = grid.series();
        let caption = &facts.article.blocks[grid.block.saturating_sub(2)..grid.block];
        let rounded = grid.heads.iter().any(|head| has(head, ROUNDED))
            || caption.iter().any(|block| has(&Text::new(&block.text), ROUNDED));
        let labels: Vec<Said> = grid.lines.iter().map(|line| label(facts, line.block)).collect();
        let cells =
            |at: usize, formula: &Formula| formula.has(&['×', '/']) || !grid.head_has(at, MEAN);
        claims.extend(follow(facts, &labels, &rows, rounded, |at, f| cells(at, f)));
        let (heads, named) = heads(facts, &grid);
        if named {
            columns.iter_mut().for_each(|(_, entries)| entries[0] = None);
        }
        claims.extend(follow(facts, &heads, &columns, rounded, |_, _| true));
    }
    claims
}

/// The texts of the cells of a row, each with its first column and the one behind its last.
fn cells<'f>(facts: &'f Facts<'_>, block: usize) -> Vec<(usize, usize, &'f str)> {
    let block = &facts.article.blocks[block];
    let cells = block.row.as_ref().map_or(&[][..], |row| &row.cells[..]);
    let text = |cell: &crate::article::Cell| &block.text[cell.bytes.clone()];
    cells.iter().map(|cell| (cell.columns.start, cell.columns.end, text(cell))).collect()
}

/// What the cells before the first number of a row say of it.
fn label(facts: &Facts<'_>, block: usize) -> Said {
    let mut out = Said::default();
    for (column, _, text) in cells(facts, block) {
        if column > 0 && number(text).is_some() {
            break;
        }
        let own = said(text);
        out.name = out.name.or(own.name);
        out.formula = out.formula.or(own.formula);
    }
    out
}

/// What the cells over each column say of it, and whether the first row of the body holds nothing but names.
fn heads(facts: &Facts<'_>, grid: &Grid) -> (Vec<Said>, bool) {
    let mut out: Vec<Said> = grid.heads.iter().map(|_| Said::default()).collect();
    let Some(body) = grid.lines.first().map(|line| line.block) else { return (out, false) };
    let under: Vec<Said> = cells(facts, body).iter().map(|(_, _, text)| said(text)).collect();
    let named = under.len() >= NAMES
        && under.iter().all(|said| said.name.is_some() || said.formula.is_some())
        && under.iter().any(|said| said.formula.is_some());
    for block in grid.block..body + usize::from(named) {
        for (column, end, text) in cells(facts, block) {
            if end != column + 1 || column >= out.len() {
                continue;
            }
            let own = said(text);
            out[column].name = own.name.or(out[column].name.take());
            out[column].formula = own.formula.or(out[column].formula.take());
        }
    }
    (out, named)
}

/// The claims of the formulas of some rows or columns.
fn follow(
    facts: &Facts<'_>,
    said: &[Said],
    series: &[Series<'_>],
    rounded: bool,
    may: impl Fn(usize, &Formula) -> bool,
) -> Vec<Claim> {
    let mut places: HashMap<&str, Option<usize>> = HashMap::new();
    for (at, said) in said.iter().enumerate() {
        if let Some(name) = &said.name {
            places.entry(name).and_modify(|place| *place = None).or_insert(Some(at));
        }
    }
    let mut claims = Vec::new();
    for (at, said) in said.iter().enumerate() {
        let Some(formula) = &said.formula else { continue };
        let range = begins(series[at].0, TOTAL) && !formula.has(&['+', '×', '/']);
        let names = formula.names();
        let known = |name: &&str| places.get(name).copied().flatten().is_some_and(|p| p != at);
        if range || names.len() < 2 || !names.iter().all(known) {
            continue;
        }
        let of = |name: &str| places.get(name).copied().flatten();
        let tested: Vec<Tested<'_>> = (0..series[at].1.len())
            .filter(|cell| may(*cell, formula))
            .filter_map(|cell| {
                Tested::new(series[at].1[cell]?, formula, rounded, |name| series[of(name)?].1[cell])
            })
            .collect();
        claims.extend(told(facts, formula, &tested, rounded));
    }
    claims
}

/// The cell of a formula, those that it is computed of, and what they come to.
struct Tested<'g> {
    said: &'g Entry,
    cells: HashMap<String, &'g Entry>,
    computed: Reach,
}

impl<'g> Tested<'g> {
    fn new(
        said: &'g Entry,
        formula: &Formula,
        rounded: bool,
        entry: impl Fn(&str) -> Option<&'g Entry>,
    ) -> Option<Self> {
        let names = formula.names();
        let cells: HashMap<String, &Entry> = names
            .iter()
            .map(|name| Some(((*name).to_owned(), entry(name)?)))
            .collect::<Option<_>>()?;
        let computed = formula.value(&|name| Some(reach(cells.get(name)?, rounded)))?;
        Some(Self { said, cells, computed })
    }
}

/// The number of a cell, with how far it may be rounded.
fn reach(entry: &Entry, rounded: bool) -> Reach {
    around(entry.value, slack(entry, rounded))
}

fn around(value: Decimal, by: Decimal) -> Reach {
    Reach { value, low: value - by, high: value + by }
}

/// The claims of one formula, where most of its cells follow it.
fn told(facts: &Facts<'_>, formula: &Formula, tested: &[Tested<'_>], rounded: bool) -> Vec<Claim> {
    let ratio = formula.has(&['×', '/']);
    let scale = if ratio { scale(tested) } else { Decimal::ONE };
    let verdicts: Vec<(&Tested<'_>, Verdict)> = tested
        .iter()
        .filter_map(|cell| Some((cell, cell.verdict(scale, ratio, rounded)?)))
        .collect();
    let wrong = verdicts.iter().filter(|(_, verdict)| *verdict == Verdict::DoesNotHold).count();
    if wrong > 1 && wrong * 2 > verdicts.len() {
        return Vec::new();
    }
    let claims = verdicts.into_iter();
    claims
        .filter_map(|(cell, verdict)| cell.claim(facts, formula, (scale, rounded), verdict))
        .collect()
}

/// The power of ten between what is computed and what is printed, in most cells.
fn scale(tested: &[Tested<'_>]) -> Decimal {
    let tens = (0..=TENS).map(|n| Decimal::from(10_u32.pow(n)));
    let powers = tens.flat_map(|ten| [ten, Decimal::ONE / ten]);
    let fits = |cell: &&Tested<'_>, scale: Decimal| {
        let ratio =
            cell.computed.value.checked_mul(scale).and_then(|c| cell.said.value.checked_div(c));
        ratio.is_some_and(|ratio| ratio > Decimal::new(316, 3) && ratio < Decimal::new(3162, 3))
    };
    let count = |scale: Decimal| tested.iter().filter(|cell| fits(cell, scale)).count();
    let mut best = (0, Decimal::ONE);
    for scale in powers {
        let found = count(scale);
        if found > best.0 {
            best = (found, scale);
        }
    }
    best.1
}

impl Tested<'_> {
    fn verdict(&self, scale: Decimal, ratio: bool, rounded: bool) -> Option<Verdict> {
        let computed = self.computed.scaled(scale)?;
        let step = Decimal::new(1, self.said.decimals);
        let by = if ratio { step } else { slack(self.said, rounded) };
        let said = around(self.said.value, by);
        let off = computed.value.checked_sub(said.value)?.abs();
        let largest = self.cells.values().map(|cell| cell.value.abs()).max()?;
        let base = if ratio { said.value.abs() } else { largest };
        let same_size = computed.value.abs() == said.value.abs();
        match () {
            () if computed.meets(said) || same_size => Some(Verdict::Holds),
            () if off.checked_mul(Decimal::TWO)? > base => None,
            () => Some(Verdict::DoesNotHold),
        }
    }

    fn claim(
        &self,
        facts: &Facts<'_>,
        formula: &Formula,
        (scale, rounded): (Decimal, bool),
        verdict: Verdict,
    ) -> Option<Claim> {
        let text =
            |name: &str| self.cells.get(name).map_or(String::new(), |cell| cell.text.clone());
        let value = self.computed.value.checked_mul(scale)?.round_dp(self.said.decimals.max(2));
        let equation = format!("{} = {}", formula.print(&text), print::number(value));
        let detail = match verdict {
            Verdict::Holds if value == self.said.value => equation,
            _ => format!("{equation}, the table says {}", self.said.text),
        };
        let cell = |name: &str| self.cells.get(name).copied();
        let names = formula.names();
        let entries = [self.said].into_iter().chain(names.iter().filter_map(|name| cell(name)));
        let entries: Vec<&Entry> = entries.collect();
        let claim = claim(facts, KIND, &entries, verdict, detail)?;
        let Some(signed) = formula.signed() else { return Some(claim) };
        let terms = signed.into_iter().filter_map(|(sign, name)| Some((sign, cell(name)?)));
        let terms = terms.chain([(Sign::Minus, self.said)]);
        let terms = terms.map(|(sign, entry)| (sign, entry.term(facts, rounded))).collect();
        Some(claim.with(Relation::Sum(terms)))
    }
}
