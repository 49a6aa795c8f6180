//! # What it tests
//! The figure of a heading over a table is that of its total row.
//!
//! # Why
//! The table is added up anew, the heading is not.
//!
//! # Example
//! Under `Sản lượng vải thiều năm 2023: 9.540 tấn` a table with the column `Sản lượng (tấn)` and the row `Tổng |
//! 9.450` gives `9.540, the table says 9.450`.
//!
//! # Limits
//! The title of the article, or one of three lines over the table, has one number with a unit that the head
//! of just one column names, and all words of that head. One row is called a total. Two digits are swapped:
//! another figure may be of a part, of a plan, or of another year.

use super::Verdict;
use super::average::only;
use super::claim::Claim;
use super::entry::{Entry, claim};
use super::facts::Facts;
use super::grid::{Grid, begins, grids};
use super::headline::number_at;
use super::passage::Passage;
use super::print::number;
use super::slip::{Hand, hand};
use super::words::tables::TOTAL;
use crate::lexicon::Marks;
use crate::text::{Text, TokenKind};
use rust_decimal::Decimal;

const KIND: &str = "text_vs_table";

/// How many lines before a table may speak of it.
const BEFORE: usize = 3;

/// How long a line is read.
const LENGTH: usize = 120;

/// The least number of which swapped digits are told from another fact.
const LEAST: Decimal = Decimal::ONE_HUNDRED;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let title = facts.article.title.as_deref().map(Text::new);
    let mut claims = Vec::new();
    for grid in grids(facts) {
        let first = grid.block.saturating_sub(BEFORE);
        let lines = (first..grid.block).filter(|block| facts.is_prose(*block));
        let lines = lines.map(|block| Text::new(&facts.article.blocks[block].text));
        let texts: Vec<Text> = lines.chain(title.clone()).collect();
        claims.extend(texts.iter().filter_map(|text| one(facts, &grid, text)));
    }
    claims
}

fn one(facts: &Facts<'_>, grid: &Grid, text: &Text) -> Option<Claim> {
    if text.tokens.len() > LENGTH {
        return None;
    }
    let marks = Marks::new(text, facts.lexicon);
    let passage = Passage::new(&marks);
    let total = only(grid.lines.iter().filter(|line| begins(&line.label, TOTAL)))?;
    let mut told = (0..text.tokens.len()).filter_map(|at| {
        let value = number_at(&passage, at).filter(|value| *value >= LEAST)?;
        let columns = grid.number_columns().into_iter();
        let column = only(columns.filter(|column| is_of(&passage, at, &grid.heads[*column])))?;
        Some((at, value, total.entries[column].as_ref()?))
    });
    let (at, value, entry): (usize, Decimal, &Entry) = told.next()?;
    let exact = told.next().is_none() && !passage.is_vague(at);
    let verdict = match hand(value, entry.value) {
        None if value == entry.value => Verdict::Holds,
        Some(Hand::Swapped) => Verdict::DoesNotHold,
        _ => return None,
    };
    let detail = format!("{}, the table says {}", number(value), entry.text);
    exact.then(|| claim(facts, KIND, &[entry], verdict, detail))?
}

/// Whether the head of a column names the unit of a number, and no word that the text does not say.
fn is_of(passage: &Passage<'_>, number: usize, head: &Text) -> bool {
    let text = passage.text;
    let unit_at = |at: usize| passage.unit(at).map(|(len, _)| at + len);
    let Some(end) = unit_at(number + 1).or_else(|| unit_at(number + 2)) else { return false };
    let says = |word: &str| (0..text.tokens.len()).any(|at| text.key(at) == word);
    let unit =
        (number + 1..end).all(|at| (0..head.tokens.len()).any(|t| head.key(t) == text.key(at)));
    let mut words = (0..head.tokens.len())
        .filter(|at| head.tokens[*at].kind != TokenKind::Mark)
        .map(|at| head.key(at));
    unit && head.tokens.len() > end - number && words.all(says)
}
