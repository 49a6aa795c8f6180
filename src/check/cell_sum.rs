//! A sum of some cells of a table and the total that the table gives.
//!
//! Decides whether they agree, and whether they are meant to: most other sums of the table hold, or one slip
//! of the hand explains a difference of no more than a tenth (of any size where two other sums hold), or the
//! total can be nothing but a sum of what is counted.

use super::Verdict;
use super::claim::Claim;
use super::entry::{Entry, claim, slack};
use super::facts::Facts;
use super::print::number;
use super::relation::{Relation, Sign};
use super::slip::is_slip;
use crate::lexicon::UnitKind;
use rust_decimal::Decimal;

const KIND: &str = "table_sum";

/// How many figures of a long sum are printed.
const TERMS: usize = 12;

/// How many other sums must hold for a slip of any size to be one.
const HOLD: usize = 2;

/// Some cells and their total.
pub(super) struct Sum<'a> {
    pub(super) total: &'a Entry,
    pub(super) parts: Vec<&'a Entry>,
    pub(super) rounded: bool,
    /// Whether the total is called a sum: `Tổng cộng`, but not `Toàn tỉnh`, which may be a mean.
    pub(super) is_called: bool,
}

/// How the sums of a table came out.
#[derive(Clone, Copy)]
pub(super) struct Usual {
    /// Whether at least half of them hold.
    pub(super) most: bool,
    pub(super) holds: usize,
}

impl Sum<'_> {
    fn sum(&self) -> Option<Decimal> {
        self.parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value))
    }

    fn off(&self) -> Option<Decimal> {
        self.total.value.checked_sub(self.sum()?)
    }

    pub(super) fn verdict(&self) -> Option<Verdict> {
        let off = self.off()?.abs();
        let cells = self.parts.iter().chain([&self.total]);
        let slack: Decimal = cells.map(|entry| slack(entry, self.rounded)).sum();
        Some(if off <= slack { Verdict::Holds } else { Verdict::DoesNotHold })
    }

    /// Whether the cells can only be meant to make the total: it is called a sum, and each is a number of
    /// things. An excess as large as one of them is that of a group that stands over its members, and rows
    /// that make less than half of the total are a choice.
    fn is_meant(&self, facts: &Facts<'_>) -> bool {
        let is_count = |entry: &&Entry| {
            let record = entry.record(facts).map(|record| &facts.records[record]);
            record.is_some_and(|record| {
                record.unit_kind == UnitKind::Count && record.unit.is_some() && record.per.is_none()
            })
        };
        let Some((sum, off)) = self.sum().zip(self.off()) else { return false };
        let nested = self.parts.iter().any(|part| part.value == -off);
        let is_half = |a: Decimal, b: Decimal| a.checked_mul(Decimal::TWO).is_some_and(|a| a >= b);
        let near = is_half(sum, self.total.value) && is_half(self.total.value, sum);
        self.is_called && near && !nested && self.parts.iter().chain([&self.total]).all(is_count)
    }

    /// The finding, one slip of the hand being likelier the more other sums hold.
    pub(super) fn claim(&self, facts: &Facts<'_>, usual: Usual) -> Option<Claim> {
        let verdict = self.verdict()?;
        let (sum, off) = (self.sum()?, self.off()?);
        let mends = |part: &&Entry| {
            part.value.checked_add(off).is_some_and(|meant| is_slip(part.value, meant))
        };
        let slip = is_slip(self.total.value, sum) || self.parts.iter().any(mends);
        let near = off.abs().checked_mul(Decimal::TEN)? <= self.total.value.abs();
        let told = near && (usual.most || slip) || usual.most && usual.holds >= HOLD && slip;
        let meant = told || self.is_meant(facts);
        if verdict == Verdict::DoesNotHold && !meant {
            return None;
        }
        let mut terms: Vec<&str> = self.parts.iter().take(TERMS).map(|e| e.text.as_str()).collect();
        let more = format!("… ({} parts)", self.parts.len());
        if self.parts.len() > TERMS {
            terms.push(&more);
        }
        let (terms, sum, total) = (terms.join(" + "), number(sum), &self.total.text);
        let detail = match verdict {
            Verdict::Holds if off.is_zero() => format!("{terms} = {sum}"),
            Verdict::Holds => format!("{terms} = {sum} ≈ {total}"),
            _ => format!("{terms} = {sum}, the table says {total}"),
        };
        let cells: Vec<&Entry> =
            [self.total].into_iter().chain(self.parts.iter().copied()).collect();
        let term = |entry: &Entry| entry.term(facts, self.rounded);
        let parts = self.parts.iter().map(|part| (Sign::Plus, term(part)));
        let relation = Relation::Sum(parts.chain([(Sign::Minus, term(self.total))]).collect());
        claim(facts, KIND, &cells, verdict, detail).map(|claim| claim.with(relation))
    }
}
