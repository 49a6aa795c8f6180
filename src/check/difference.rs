//! A change from the two levels that it lies between: in their unit, in points, or in percent of the
//! base. `203 - 187` is 16, and `(616 - 770)/770` is a fall by 20 %.

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::percent::{compare, share};
use super::print::Style;
use super::relation::{Relation, Sign, Term};
use super::units::{is_percent, same_measure};
use crate::lexicon::UnitKind;
use crate::record::{Direction, Record, Role};
use rust_decimal::Decimal;

const KIND: &str = "change";

/// Levels of which one is more than so many times the other are two measures.
const MOST: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// The claim that a level is so much above its base, or below it.
pub(super) fn change_between(
    facts: &Facts<'_>,
    by: usize,
    way: Direction,
    level: usize,
    base: usize,
) -> Option<Claim> {
    let record = &facts.records[base];
    let told = matches!(record.role, Role::Actual | Role::Target)
        || record.role == Role::Change && facts.moved(base).is_none();
    told.then(|| change_of(facts, by, way, level, (record, Some(base))))?
}

/// The same, where the base need not be one of the records.
pub(super) fn change_of(
    facts: &Facts<'_>,
    by: usize,
    way: Direction,
    level: usize,
    (a, base): (&Record, Option<usize>),
) -> Option<Claim> {
    let [c, b] = [by, level].map(|r| &facts.records[r]);
    let (high, low) = match way {
        Direction::Up => (b, a),
        Direction::Down => (a, b),
    };
    let apart = |low: &Record, high: &Record| {
        low.value.checked_mul(MOST).is_none_or(|most| most < high.value)
    };
    if apart(a, b) || apart(b, a) || a.high.or(b.high).is_some() {
        return None;
    }
    let answers = [relative(a, high, low, c), difference(high, low, c)];
    let answers: Vec<(Verdict, String)> = answers.into_iter().flatten().collect();
    let holds = answers.iter().find(|(verdict, _)| *verdict == Verdict::Holds);
    let (verdict, detail) = holds.or(answers.first())?.clone();
    let ids: Vec<usize> = [by, level].into_iter().chain(base).collect();
    let claim = facts.claim(KIND, &ids, verdict, detail);
    Some(match base {
        Some(base) => claim.with(moved(facts, by, way, level, base)),
        None => claim,
    })
}

/// A change as an equation: in percent of the base, else in its unit.
pub(super) fn moved(
    facts: &Facts<'_>,
    by: usize,
    way: Direction,
    level: usize,
    base: usize,
) -> Relation {
    let [c, b, a] = [by, level, base].map(|figure| Term::of(facts, figure));
    let (up, percent) = (way == Direction::Up, is_percent(&facts.records[by]));
    if percent && !is_percent(&facts.records[level]) {
        return Relation::growth(c, b, a, up);
    }
    let (high, low) = if up { (b, a) } else { (a, b) };
    Relation::Sum(vec![(Sign::Plus, low), (Sign::Plus, c), (Sign::Minus, high)])
}

/// The difference of the two levels, where the change has their unit, or is in points.
pub(super) fn difference(high: &Record, low: &Record, said: &Record) -> Option<(Verdict, String)> {
    let points = said.unit_kind == UnitKind::Point && is_percent(high);
    if !(points || said.unit.is_some() && same_measure(high, said)) {
        return None;
    }
    let value = high.value.checked_sub(low.value)?;
    let all = [high.value, low.value, value, said.value];
    let style = Style::of(high, &all);
    let bounds = Bounds::of(high).minus(Bounds::of(low));
    let verdict = bounds.agrees(Bounds::of(said));
    let sides = format!("{} - {}", style.bare(high.value), style.bare(low.value));
    let said = Style::of(said, &all).full(said.value);
    Some((verdict, format!("{sides} = {}, the text says {said}", style.bare(value))))
}

/// The difference of the two levels in percent of the base.
pub(super) fn relative(
    base: &Record,
    high: &Record,
    low: &Record,
    said: &Record,
) -> Option<(Verdict, String)> {
    if !is_percent(said) {
        return None;
    }
    let value = share(high.value.checked_sub(low.value)?, base.value)?;
    let bounds = Bounds::of(high).minus(Bounds::of(low)).percent_of(Bounds::of(base));
    let (verdict, text) = compare(value, bounds, said);
    let style = Style::of(high, &[high.value, low.value]);
    let [high, low, base] = [high, low, base].map(|r| style.bare(r.value));
    Some((verdict, format!("({high} - {low})/{base} = {text}")))
}
