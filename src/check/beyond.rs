//! # What it tests
//! What is said to lie above a level that is set, or below it, does.
//!
//! # Why
//! The figure is updated, and the words that compare it stay.
//!
//! # Example
//! `nồng độ bụi là 62 µg, thấp hơn ngưỡng 50 µg` gives `62 > 50 µg, the text says that it is less`.
//!
//! # Limits
//! The result is the nearest level of the sentence before, in the same unit. The words compare it with a level by name
//! (`mức`, `ngưỡng`, `trần`) and the number is this level, not how far it is away: the name stands right before it,
//! or behind it stands who sets it (`mức khống chế 2% mà đại hội đề ra`). `thấp hơn mức chung 2%` may be either. Behind `trong khi` another is
//! held against the level, and what goes `xuống dưới` it (down below) was above it before.

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::print::Style;
use super::words::text::{ABOVE_IT, BELOW_IT, IN_CONTRAST, LIMIT, MOVED_TO, SET_BY};
use crate::lexicon::CueClass;
use crate::record::Modifier;
use std::cmp::Ordering;

const KIND: &str = "status";

/// How many tokens a level takes with its name.
const NAME: usize = 10;

/// How many tokens before the end of `xuống dưới` and `lên trên` may say that something moves.
const MOVE: usize = 3;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (1..facts.records.len()).filter_map(|level| one(facts, level)).collect()
}

fn one(facts: &Facts<'_>, level: usize) -> Option<Claim> {
    let goal = &facts.records[level];
    let (place, passage) = facts.place(level).filter(|(p, _)| facts.is_prose(p.block))?;
    let (lead, _) = facts.lead(level)?;
    let result = facts.before(level).filter(|r| facts.is_level(*r))?;
    let record = &facts.records[result];
    let near = lead.start.max(lead.end.saturating_sub(NAME))..lead.end;
    let (above, verb) = near.clone().rev().find_map(|at| {
        let above = passage.says(at, ABOVE_IT).map(|len| (true, at + len));
        above.or_else(|| passage.says(at, BELOW_IT).map(|len| (false, at + len)))
    })?;
    let named = passage.says(verb, LIMIT)?;
    let right_before = verb + named == place.number.start;
    let rate = if passage.text.key(place.end) == "/" { 2 } else { 0 };
    let set = passage.says(place.end + rate, SET_BY).is_some();
    let marks = [",", ";", "(", ":"];
    let between = passage.has_mark(verb..lead.end, &marks)
        || passage.find(lead.start..verb, IN_CONTRAST).is_some();
    let negated = passage.has(verb.saturating_sub(4)..verb, &[CueClass::Negation, CueClass::Aim]);
    let moves = passage.find(verb.saturating_sub(MOVE)..verb, MOVED_TO).is_some();
    let plain =
        [record, goal].iter().all(|r| r.modifier == Modifier::Exact && r.of.or(r.high).is_none());
    let same = record.unit.is_some() && record.unit == goal.unit && record.per == goal.per;
    if !(right_before || set)
        || between
        || negated
        || moves
        || is_bound(facts, result)
        || !plain
        || !same
    {
        return None;
    }
    let [one, other] = [record, goal].map(Bounds::of);
    let (holds, against) = match above {
        true => (one.exceeds(other, false), other.exceeds(one, true)),
        false => (other.exceeds(one, false), one.exceeds(other, true)),
    };
    let style = Style::of(goal, &[record.value, goal.value]);
    let sign = match record.value.cmp(&goal.value) {
        Ordering::Greater => ">",
        Ordering::Equal => "=",
        Ordering::Less => "<",
    };
    let sides = format!("{} {sign} {}", style.bare(record.value), style.full(goal.value));
    let said = if above { "more" } else { "less" };
    let (verdict, detail) = match (holds, against) {
        (Verdict::Holds, _) => (Verdict::Holds, sides),
        (_, Verdict::Holds) => {
            (Verdict::DoesNotHold, format!("{sides}, the text says that it is {said}"))
        }
        _ => return None,
    };
    Some(facts.claim(KIND, &[result, level], verdict, detail))
}

/// Whether a figure is itself a level that something is above or below: `có thể lên trên mức 31.000 đồng`.
fn is_bound(facts: &Facts<'_>, figure: usize) -> bool {
    facts.lead(figure).is_some_and(|(lead, passage)| {
        let near = lead.start.max(lead.end.saturating_sub(NAME))..lead.end;
        let mut ends = near.filter_map(|at| {
            let side = passage.says(at, ABOVE_IT).or_else(|| passage.says(at, BELOW_IT));
            side.map(|len| at + len)
        });
        ends.any(|end| passage.says(end, LIMIT).is_some_and(|len| end + len == lead.end))
    })
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn what_is_below_a_level_is_less() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Độ mặn đo được «3,4|‰», thấp hơn ngưỡng «2|‰».",
                    "does not hold: 3,4 > 2 ‰, the text says that it is less",
                ),
                (
                    "Tỷ lệ nợ xấu «2,6|%»%, thấp hơn mức khống chế «3|%»% do đại hội đề ra.",
                    "holds: 2,6 < 3 %",
                ),
                ("Tỷ lệ hộ nghèo «2,6|%»%, thấp hơn mức chung của tỉnh «1,2|%»%.", ""),
            ],
        );
    }
}
