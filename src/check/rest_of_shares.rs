//! What is left of shares: `65% …, 20% …, còn lại 15%` make up 100 %.
//!
//! The shares before it stand in one list, with no other measure between them. Where the first of
//! them is what the others are shares of, they make up that. It refuses sums further from 100 than a
//! tenth of it: they are shares of several wholes.

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::print::Style;
use super::relation::{Relation, Term};
use super::remainder::{KIND, LOOK_BACK, test};
use super::shares::is_share;
use super::units::is_percent;
use crate::lexicon::CueClass;
use rust_decimal::Decimal;

/// How many tokens may stand between two shares of a list.
const ITEM: usize = 14;

/// Shares whose sum is further from 100 than this are not all of a whole.
const STRAY: Decimal = Decimal::from_parts(10, 0, 0, false, 0);

/// Shares of one list and the one that is left make up the whole: `65% …, 20% …, còn lại 15%`. Where the
/// first of them is what the others are shares of, they make up that.
pub(super) fn of_hundred(facts: &Facts<'_>, left: usize) -> Option<Claim> {
    let mut list: Vec<usize> = Vec::new();
    let mut next = left;
    for share in facts.back(left, LOOK_BACK) {
        if !is_share(facts, share) || !is_one_list(facts, share, next) {
            break;
        }
        list.insert(0, share);
        next = share;
    }
    let rest = &facts.records[left];
    let values: Vec<Decimal> =
        list.iter().map(|r| facts.records[*r].value).chain([rest.value]).collect();
    let sum = values.iter().try_fold(Decimal::ZERO, |sum, v| sum.checked_add(*v))?;
    let first = *list.first()?;
    let within = list.len() > 1 && sum == values[0].checked_mul(Decimal::TWO)?;
    if within {
        return test(facts, first, list[1..].to_vec(), left);
    }
    let terms = list.iter().copied().chain([left]);
    let bounds = terms.clone().map(|r| Bounds::of(&facts.records[r])).reduce(Bounds::plus)?;
    let verdict = bounds.agrees(Bounds::exactly(Decimal::ONE_HUNDRED));
    let off = sum.checked_sub(Decimal::ONE_HUNDRED)?;
    let others = facts.before(first).is_some_and(|other| is_percent(&facts.records[other]));
    if verdict == Verdict::DoesNotHold && (others || off.abs() > STRAY) {
        return None;
    }
    let style = Style::of(rest, &[]);
    let detail = match verdict {
        Verdict::Holds => format!("{} = 100 %", style.sum(&values)),
        _ => format!("{} = {}, not 100 %", style.sum(&values), style.full(sum)),
    };
    let ids: Vec<usize> = terms.collect();
    let relation = Relation::total(facts, &ids, Term::fixed(Decimal::ONE_HUNDRED));
    Some(facts.claim(KIND, &ids, verdict, detail).with(relation))
}

/// Whether two shares stand in one list, of which the second may be the rest.
fn is_one_list(facts: &Facts<'_>, a: usize, b: usize) -> bool {
    facts.same_sentence(a, b)
        && facts.bracket(a).is_none()
        && facts.moved(a).is_none()
        && facts.gap(a, b).is_some_and(|(gap, passage)| {
            let others = [CueClass::Reaching, CueClass::RatioNoun, CueClass::Among];
            gap.len() <= ITEM
                && !passage.has(gap.clone(), &others)
                && !passage.has_mark(gap, &[";"])
        })
}
