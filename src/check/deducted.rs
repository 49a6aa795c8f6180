//! # What it tests
//! What is left of an income when its costs are taken away.
//!
//! # Why
//! A report tells all three, and a profit is quoted on without its costs.
//!
//! # Example
//! `doanh thu được 3.860 triệu đồng. Chi phí các khoản hết 3.245 triệu đồng. Trừ đi còn lãi 515 triệu đồng` gives
//! `3.860 - 3.245 = 615, the text says 515 triệu đồng`.
//!
//! # Limits
//! `trừ đi` or `trừ chi phí` stands before the figure with no other cost behind it; in its sentence and the two
//! before there are two amounts of its measure and no third, of which the second alone is called a cost.

use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::print::Style;
use super::relation::{Relation, Sign, Term};
use super::remainder::KIND;
use super::units::{is_percent, same_measure};
use super::words::text::{COSTS, DEDUCTED, OTHER_COSTS};
use crate::lexicon::CueClass;

/// How many figures before the remainder, and sentences before its own, are read.
const LOOK_BACK: usize = 8;
const SENTENCES: usize = 2;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (2..facts.records.len()).filter_map(|left| one(facts, left)).collect()
}

fn one(facts: &Facts<'_>, left: usize) -> Option<Claim> {
    let rest = &facts.records[left];
    let (place, passage) = facts.place(left).filter(|(p, _)| facts.is_prose(p.block))?;
    let (lead, _) = facts.lead(left)?;
    let cue = passage.find(lead.clone(), DEDUCTED)?;
    let behind = cue.end..lead.end;
    let other = passage.find(behind.clone(), OTHER_COSTS).is_some()
        || passage.has(behind, &[CueClass::Each, CueClass::Average]);
    let before = facts.back(left, LOOK_BACK).filter(|r| {
        facts.place(*r).is_some_and(|(p, _)| p.sentence + SENTENCES >= place.sentence)
            && same_measure(&facts.records[*r], rest)
    });
    let amounts: Vec<usize> = before.collect();
    let [cost, income] = amounts[..] else { return None };
    let is_cost =
        |r: usize| facts.lead(r).is_some_and(|(lead, passage)| passage.find(lead, COSTS).is_some());
    let plain = [income, cost, left]
        .iter()
        .all(|r| facts.records[*r].of.or(facts.records[*r].high).is_none() && facts.is_level(*r));
    if other || is_percent(rest) || !plain || !is_cost(cost) || is_cost(income) {
        return None;
    }
    let [whole, part] = [income, cost].map(|r| &facts.records[r]);
    let value = whole.value.checked_sub(part.value).filter(|value| !value.is_sign_negative())?;
    let verdict = Bounds::of(whole).minus(Bounds::of(part)).agrees(Bounds::of(rest));
    let style = Style::of(rest, &[whole.value, part.value, value, rest.value]);
    let detail = format!(
        "{} - {} = {}, the text says {}",
        style.bare(whole.value),
        style.bare(part.value),
        style.bare(value),
        style.full(rest.value)
    );
    let terms = [(Sign::Plus, income), (Sign::Minus, cost), (Sign::Minus, left)];
    let terms = terms.map(|(sign, figure)| (sign, Term::of(facts, figure))).to_vec();
    Some(facts.claim(KIND, &[left, income, cost], verdict, detail).with(Relation::Sum(terms)))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn costs_are_taken_away() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Vụ này ông thu «620 triệu|đồng», chi phí hết «240 triệu|đồng», trừ đi còn lãi «480 triệu|đồng».",
                    "does not hold: 620 - 240 = 380, the text says 480 triệu đồng",
                ),
                (
                    "Vụ này ông thu «620 triệu|đồng». Chi phí hết «240 triệu|đồng». Sau khi trừ chi phí, ông lãi «380 triệu|đồng».",
                    "holds: 620 - 240 = 380, the text says 380 triệu đồng",
                ),
                (
                    "Vụ này ông thu «620 triệu|đồng» từ tôm, «240 triệu|đồng» từ cua, trừ chi phí còn lãi «480 triệu|đồng».",
                    "",
                ),
                (
                    "Vụ này ông thu «620 triệu|đồng», chi phí giống hết «240 triệu|đồng», trừ đi cả tiền công còn lãi «280 triệu|đồng».",
                    "",
                ),
            ],
        );
    }
}
