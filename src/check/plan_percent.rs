//! The share of a plan as the words put it: `đạt 107%`, `vượt 7%`, `thấp hơn 7%`.

use super::Verdict;
use super::bounds::Bounds;
use super::facts::Facts;
use super::percent::{compare, share};
use super::relation::{Relation, Term};
use super::units::is_percent;
use crate::lexicon::CueClass;
use crate::record::Role;
use rust_decimal::Decimal;

/// Words before a share of the plan.
pub(super) const FORMS: &[CueClass] = &[
    CueClass::Reaching,
    CueClass::Equal,
    CueClass::Exceed,
    CueClass::MoreThan,
    CueClass::LessThan,
];

/// How the text puts the percentage.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `đạt 107%`
    Reached,
    /// `vượt 7%`
    Over,
    /// `thấp hơn 7%`
    Short,
}

/// The share of a plan as an equation; `asked` is what the plan asks of the result.
pub(super) fn attained(
    facts: &Facts<'_>,
    said: usize,
    result: usize,
    target: usize,
    asked: Decimal,
) -> Option<Relation> {
    let goal = Term::of(facts, target);
    let whole = goal.value == asked;
    let goal = if whole { goal } else { Term { value: asked, record: None, ..goal } };
    relation(facts, said, Term::of(facts, result), goal)
}

pub(super) fn relation(facts: &Facts<'_>, said: usize, part: Term, base: Term) -> Option<Relation> {
    let said = (form(facts, said)?, Term::of(facts, said));
    Some(match said {
        (Form::Reached, said) => Relation::percent(said, part, base),
        (form, said) => Relation::growth(said, part, base, form == Form::Over),
    })
}

/// Whether another share of a plan stands right behind a figure, which is a result of its own then and no plan:
/// `sản lượng 840 triệu đồng, đạt 105% kế hoạch, tiền thuê máy 815 triệu đồng, đạt 96% kế hoạch`.
pub(super) fn has_own_share(facts: &Facts<'_>, figure: usize, said: usize) -> bool {
    facts.after(figure).filter(|other| *other != said).is_some_and(|other| {
        let record = &facts.records[other];
        let share = record.role == Role::Attainment && is_percent(record);
        share && facts.apposed(figure, other, FORMS).is_some_and(|how| how.by.is_some())
    })
}

pub(super) fn form(facts: &Facts<'_>, said: usize) -> Option<Form> {
    let (place, passage) = facts.place(said)?;
    match passage.cue_before(place.number.start, FORMS) {
        Some((CueClass::Exceed | CueClass::MoreThan, _)) => Some(Form::Over),
        Some((CueClass::LessThan, _)) => Some(Form::Short),
        Some(_) => Some(Form::Reached),
        None => {
            (passage.text.key(place.number.start.wrapping_sub(1)) == "(").then_some(Form::Reached)
        }
    }
}

/// Result and base, each with its bounds, as the percentage that the text speaks of.
pub(super) fn percentage(
    facts: &Facts<'_>,
    said: usize,
    (value, actual): (Decimal, Bounds),
    (base, level): (Decimal, Bounds),
    sides: &str,
) -> Option<(Verdict, String)> {
    let hundred = Decimal::ONE_HUNDRED;
    let (ratio, bounds) = (share(value, base)?, actual.percent_of(level));
    let (computed, bounds, sides) = match form(facts, said)? {
        Form::Reached => (ratio, bounds, sides.to_owned()),
        Form::Over => (
            ratio.checked_sub(hundred)?,
            bounds.minus(Bounds::exactly(hundred)),
            format!("{sides} - 100 %"),
        ),
        Form::Short => (
            hundred.checked_sub(ratio)?,
            Bounds::exactly(hundred).minus(bounds),
            format!("100 % - {sides}"),
        ),
    };
    let (verdict, text) = compare(computed, bounds, &facts.records[said]);
    Some((verdict, format!("{sides} = {text}")))
}
