//! The cells of one formula: what they come to, and the claims that they follow it.
//!
//! A quotient or product may have another unit, so it is taken by the power of ten that fits most cells, and one
//! that is more than half off is of something else. Where most cells do not follow the formula, it was misread.

use super::Verdict;
use super::claim::Claim;
use super::entry::{Entry, claim, slack};
use super::facts::Facts;
use super::formula::{Formula, Reach};
use super::print::number;
use super::relation::{Relation, Sign};
use rust_decimal::Decimal;
use std::collections::HashMap;

const KIND: &str = "table_formula";

/// Of a sum and nothing else.
const SUM: &str = "table_sum";

/// How far the units of a product and its factors may be apart, in powers of ten.
const TENS: u32 = 6;

/// The cell of a formula, those that it is computed of, and what they come to.
pub(super) struct Tested<'g> {
    said: &'g Entry,
    cells: HashMap<String, &'g Entry>,
    computed: Reach,
}

impl<'g> Tested<'g> {
    pub(super) fn new(
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
pub(super) fn told(
    facts: &Facts<'_>,
    formula: &Formula,
    tested: &[Tested<'_>],
    rounded: bool,
) -> Vec<Claim> {
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
        let equation = format!("{} = {}", formula.print(&text), number(value));
        let detail = match verdict {
            Verdict::Holds if value == self.said.value => equation,
            _ => format!("{equation}, the table says {}", self.said.text),
        };
        let cell = |name: &str| self.cells.get(name).copied();
        let names = formula.names();
        let entries = [self.said].into_iter().chain(names.iter().filter_map(|name| cell(name)));
        let entries: Vec<&Entry> = entries.collect();
        let kind = if formula.has(&['-', '×', '/']) { KIND } else { SUM };
        let claim = claim(facts, kind, &entries, verdict, detail)?;
        let Some(signed) = formula.signed() else { return Some(claim) };
        let terms = signed.into_iter().filter_map(|(sign, name)| Some((sign, cell(name)?)));
        let terms = terms.chain([(Sign::Minus, self.said)]);
        let terms = terms.map(|(sign, entry)| (sign, entry.term(facts, rounded))).collect();
        Some(claim.with(Relation::Sum(terms)))
    }
}
