//! # What it tests
//! A density of people is their number over the area told beside it.
//!
//! # Why
//! Three figures of one profile, of which the third is worked out from the others, or copied from an older one.
//!
//! # Example
//! `diện tích 480 km², dân số 96.000 người, mật độ dân số 320 người/km²` gives
//! `96.000/480 = 200, the text says 320 người`.
//!
//! # Limits
//! The density is called so (`mật độ`) or is one of people by an area. Area and people stand in any order in its
//! sentence, the ones beside it, or a line of the same list, and are the only ones of their kind there. A density of a part (`mật độ nội thành`) or of another kind of area is left alone. The
//! people may be those of another day: a tenth is let pass (`per_head`).

use super::average::only;
use super::called::{colours, may_be_of_one_area};
use super::claim::Claim;
use super::facts::Facts;
use super::per_head::about;
use super::print::{Style, number};
use super::relation::{Relation, Term};
use super::units::{are_people, folded};
use super::words::text::{AREAS, DENSITY, OF_PEOPLE};
use crate::article::BlockKind;
use rust_decimal::Decimal;

const KIND: &str = "average";

/// How many figures before and behind the density are read.
const AROUND: usize = 5;

/// How many lines of a list lie between them at most.
const LINES: usize = 3;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|density| one(facts, density)).collect()
}

fn one(facts: &Facts<'_>, density: usize) -> Option<Claim> {
    let said = &facts.records[density];
    let own = in_hectares(&folded(said.per.as_deref()?))?;
    let (lead, passage) = facts.lead(density)?;
    let called = passage.find(lead.clone(), DENSITY)?;
    let part = colours(passage, called.end..lead.end).any(|word| !OF_PEOPLE.contains(&word));
    let plain = said.high.or(said.of).is_none() && facts.moved(density).is_none();
    if part || !are_people(said) || !plain {
        return None;
    }
    let around = density.saturating_sub(AROUND)..facts.records.len().min(density + AROUND + 1);
    let near: Vec<usize> = around
        .filter(|r| *r != density && is_near(facts, *r, density))
        .filter(|r| facts.records[*r].per.is_none() && facts.is_level(*r))
        .filter(|r| facts.records[*r].high.or(facts.records[*r].of).is_none())
        .collect();
    let size = |r: usize| in_hectares(&folded(facts.records[r].unit.as_deref()?));
    let land = only(near.iter().copied().filter(|r| size(*r).is_some()))?;
    let people = only(near.iter().copied().filter(|r| are_people(&facts.records[*r])))?;
    let one = [land, people].iter().all(|r| may_be_of_one_area(facts, *r, density));
    let scale = size(land).filter(|_| one)?.checked_div(own)?;
    let [area, count] = [land, people].map(|r| &facts.records[r]);
    let wide = area.value.checked_mul(scale)?;
    let value = count.value.checked_div(wide)?;
    let verdict = about(value, said.value)?;
    let detail = format!(
        "{}/{} = {}, the text says {}",
        number(count.value),
        number(wide),
        number(value.round_dp(if value < Decimal::TEN { 1 } else { 0 })),
        Style::of(said, &[]).full(said.value)
    );
    let [a, b, c] = [density, people, land].map(|figure| Term::of(facts, figure));
    let relation = Relation::ratio([a, b, c], Decimal::ONE.checked_div(scale)?, Decimal::ZERO);
    Some(facts.claim(KIND, &[density, people, land], verdict, detail).with(relation))
}

/// How many hectares an area has.
fn in_hectares(unit: &str) -> Option<Decimal> {
    let found = AREAS.iter().find(|(name, _)| *name == unit);
    found.and_then(|(_, hectares)| hectares.parse().ok())
}

/// Whether two figures stand in one sentence, in two that follow each other, or in near lines of a list.
fn is_near(facts: &Facts<'_>, a: usize, b: usize) -> bool {
    let (Some((a, _)), Some((b, _))) = (facts.place(a), facts.place(b)) else { return false };
    let item = |block: usize| facts.article.blocks[block].kind == BlockKind::ListItem;
    match a.block.abs_diff(b.block) {
        0 => facts.is_prose(a.block) && a.sentence.abs_diff(b.sentence) <= 1,
        lines => lines <= LINES && item(a.block) && item(b.block),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn people_live_on_an_area() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Mật độ dân số «320|người/km2»; huyện rộng «48.000|ha», có «96.000|người».",
                    "does not hold: 96.000/480 = 200, the text says 320 người",
                ),
                (
                    "Diện tích «480|km2», dân số «96.000|người». Mật độ dân số «205|người/km2».",
                    "holds: 96.000/480 = 200, the text says 205 người",
                ),
                (
                    "Thành phố rộng «480|km2», dân số «96.000|người», mật độ nội thành «1.320|người/km2».",
                    "",
                ),
                (
                    "Tỉnh rộng «900|km2», huyện rộng «480|km2», dân số «96.000|người». Mật độ «320|người/km2».",
                    "",
                ),
            ],
        );
    }
}
