//! # What it tests
//! So many, each with so much, have the total told beside them: `65 hộ, mỗi hộ 40 triệu đồng, tổng kinh
//! phí 2,6 tỷ đồng`.
//!
//! # Why
//! A scale word (`triệu` for `tỷ`) is wrong in one of the three, and shows nowhere else.
//!
//! # Example
//! `Trao 120 suất quà trị giá 36 triệu đồng, mỗi suất 500 nghìn đồng` gives
//! `120 × 0,5 = 60, the text says 36 triệu đồng`.
//!
//! # Limits
//! All in one sentence or in two that follow each other, with one number of those things, one amount
//! of each (`mỗi hộ 40 triệu đồng`, `mức 40 triệu đồng/hộ`) and one total, in its unit or in one of its kind (tonnes
//! of kilograms), which is called so (`tổng`, `toàn xã … hết`, or `trị giá` right behind the number). An
//! amount of at most so much, or from so much, is not that of each, and a total to which something
//! comes (`ngoài ra`), or beside a rate one of other things than were told, is more. Of people
//! who are counted by several nouns in the paragraph those are meant with whom it holds.

use super::Verdict;
use super::average::{only, ratio};
use super::bounds::Bounds;
use super::claim::Claim;
use super::each_total::is_total;
use super::facts::Facts;
use super::print::{Style, number};
use super::relation::{Relation, Term};
use super::units::{alike, are_people, folded, is_percent};
use super::words::text::{NOT_EQUAL, TIMES};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::Modifier;
use rust_decimal::Decimal;

const KIND: &str = "average";

/// How many figures before and behind the amount of each are read.
const AROUND: usize = 5;

/// How many tokens before an amount may say that it is one of each.
const NEAR: usize = 12;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|each| one(facts, each)).collect()
}

fn one(facts: &Facts<'_>, each: usize) -> Option<Claim> {
    let amount = &facts.records[each];
    let noun = of_each(facts, each)?;
    let (own, _) = facts.place(each).filter(|(p, _)| facts.is_prose(p.block))?;
    let near = |r: &usize| {
        *r != each
            && facts.place(*r).is_some_and(|(p, _)| {
                p.block == own.block && p.sentence.abs_diff(own.sentence) <= 1
            })
    };
    let around = each.saturating_sub(AROUND)..facts.records.len().min(each + AROUND + 1);
    let beside: Vec<usize> = around.filter(near).collect();
    let is_count = |r: &&usize| {
        let unit = folded(facts.records[**r].unit.as_deref().unwrap_or_default());
        unit == noun || unit.starts_with(&format!("{noun} "))
    };
    let chosen = only(beside.iter().filter(is_count).copied())?;
    let amounts = beside.iter().filter(|r| {
        let other = &facts.records[**r];
        let same = alike(other, amount) || other.unit_kind == UnitKind::Measure;
        **r != chosen && same && ratio(facts, other, amount).is_some()
    });
    let total = only(amounts.copied()).filter(|total| facts.records[*total].per.is_none())?;
    let others = facts
        .back(each, AROUND)
        .filter(|r| *r != chosen && [*r, chosen].iter().all(|r| are_people(&facts.records[*r])));
    let holds = |claim: &Claim| claim.finding.holds == Verdict::Holds;
    let first = times(facts, each, chosen, total);
    match first {
        Some(claim) if !holds(&claim) => {
            let mut others = others.filter_map(|count| times(facts, each, count, total));
            others.find(holds).or(Some(claim))
        }
        first => first,
    }
}

/// So many, each with so much, against their total.
fn times(facts: &Facts<'_>, each: usize, count: usize, total: usize) -> Option<Claim> {
    let amount = &facts.records[each];
    let plain = [each, count, total].iter().all(|r| {
        let record = &facts.records[*r];
        record.modifier == Modifier::Exact && record.of.or(record.high).is_none()
    });
    let levels = facts.moved(total).is_none() && facts.moved(each).is_none();
    if !plain || !levels || !is_total(facts, count, each, total) || is_percent(amount) {
        return None;
    }
    let [n, whole] = [count, total].map(|r| &facts.records[r]);
    let scale = Decimal::ONE.checked_div(ratio(facts, whole, amount)?)?;
    let value = amount.value.checked_mul(n.value)?.checked_mul(scale)?;
    let verdict = Bounds::of(amount).times(n.value).times(scale).agrees(Bounds::of(whole));
    let style = Style::of(whole, &[value, whole.value, amount.value]);
    let detail = format!(
        "{} × {} = {}, the text says {}",
        number(n.value),
        style.bare(amount.value),
        style.bare(value),
        style.full(whole.value)
    );
    let terms = [each, total, count].map(|figure| Term::of(facts, figure));
    let relation = Relation::ratio(terms, Decimal::ONE.checked_div(scale)?, Decimal::ZERO);
    let claim = facts.claim(KIND, &[total, count, each], verdict, detail);
    (n.value > Decimal::ONE).then(|| claim.with(relation))
}

/// What an amount is one of each of: `mỗi hộ 40 triệu đồng`, `mức 40 triệu đồng/hộ`.
fn of_each(facts: &Facts<'_>, figure: usize) -> Option<String> {
    let (lead, passage) = facts.lead(figure)?;
    let start = lead.start.max(lead.end.saturating_sub(NEAR));
    if let Some(per) = facts.records[figure].per.as_deref() {
        let noun = per.split_whitespace().next()?;
        let thing = !per.contains('/') && !TIMES.contains(&noun);
        let other = passage.find(start..lead.end, NOT_EQUAL).is_some();
        let average = passage.has(lead, &[CueClass::Average]);
        return (thing && !other && !average).then(|| folded(per));
    }
    let each = (start..lead.end).rev().find_map(|at| passage.cue_at(at, &[CueClass::Each]))?.1;
    let apart = passage.has_mark(each.end..lead.end, &[",", ";", ":", "("]);
    let other = passage.find(start..lead.end, NOT_EQUAL).is_some();
    let average = passage.has(start..lead.end, &[CueClass::Average]);
    let (len, unit) = passage.unit(each.end)?;
    let counted = unit.kind == UnitKind::Count && !apart && !other && !average;
    counted.then(|| folded(passage.text.slice(each.end..each.end + len)))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn so_many_with_so_much_each_have_the_total() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Mỗi hộ được cấp «30 triệu|đồng». Tổng kinh phí cấp cho «40|hộ» là «1,2 triệu|đồng».",
                    "does not hold: 40 × 30 = 1.200, the text says 1,2 triệu đồng",
                ),
                (
                    "Trao «80|suất» quà trị giá «28 triệu|đồng», mỗi suất «400 nghìn|đồng».",
                    "does not hold: 80 × 0,4 = 32, the text says 28 triệu đồng",
                ),
                (
                    "Xây nhà cho «40|hộ», mức «30 triệu|đồng/hộ». Tổng kinh phí là «1,2 triệu|đồng».",
                    "does not hold: 40 × 30 = 1.200, the text says 1,2 triệu đồng",
                ),
                (
                    "Hỗ trợ «40|hộ», mỗi hộ «30 triệu|đồng», tổng kinh phí «1.200 triệu|đồng».",
                    "holds: 40 × 0,03 = 1,2, the text says 1,2 tỷ đồng",
                ),
            ],
        );
    }

    #[test]
    fn other_amounts_are_no_claim() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Giá bán «25 nghìn|đồng/kg» đồng/kg, xuất «400|kg» kg; tổng doanh thu của hợp tác xã «320 triệu|đồng».",
                    "",
                ),
                (
                    "Hỗ trợ «2 triệu|đồng/ha» cho «150|ha», ngoài ra hỗ trợ giống; tổng kinh phí «480 triệu|đồng».",
                    "",
                ),
                ("Lương «30 triệu|đồng/tháng», «40|tháng»; tổng chi «900 triệu|đồng».", ""),
                (
                    "Hỗ trợ «40|hộ», mỗi hộ tối đa «30 triệu|đồng», tổng kinh phí «900 triệu|đồng».",
                    "",
                ),
                ("Hỗ trợ «40|hộ», mỗi hộ «30 triệu|đồng»; xã chi «900 triệu|đồng» làm đường.", ""),
                (
                    "Hỗ trợ «40|hộ», mỗi hộ «30 triệu|đồng», riêng «5|hộ» ở bãi sông «50 triệu|đồng», tổng «1.350 triệu|đồng».",
                    "",
                ),
                (
                    "Mỗi hộ được vay «30 triệu|đồng»; «40|hộ» đã vay, tổng dư nợ «900 triệu|đồng».",
                    "",
                ),
            ],
        );
    }
}
