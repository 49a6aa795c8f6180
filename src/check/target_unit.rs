//! # What it tests
//! Results are counted in the unit of the target that they are held against.
//!
//! # Why
//! `lượt người` counts attendances, `người` counts people: a target of people is reached sooner
//! by attendances, and no figure of the text says by how much.
//!
//! # Example
//! `953 lượt người …, vượt chỉ tiêu đề ra (400 người/năm)` cannot be told: the results count
//! `lượt người`, the target `người`.
//!
//! # Limits
//! One finding for a target with all its results. The comparison itself is made by the check
//! `status`, because the article makes it. Units that have nothing to do with each other are no
//! claim.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::units::differ_by_turns;

const KIND: &str = "target_unit";

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    facts.held.iter().filter_map(|(&target, held)| one(facts, target, held)).collect()
}

fn one(facts: &Facts<'_>, target: usize, held: &[usize]) -> Option<Claim> {
    let goal = &facts.records[target];
    let turns = held.iter().copied().filter(|r| differ_by_turns(goal, &facts.records[*r]));
    let mut records: Vec<usize> = turns.collect();
    let unit = facts.records[*records.first()?].unit.as_deref()?;
    let detail = format!(
        "the results count {unit}, the target counts {}: one of them may be counted several times",
        goal.unit.as_deref()?
    );
    records.push(target);
    Some(facts.claim(KIND, &records, Verdict::CannotBeTold, detail))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn turns_are_no_people() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Có «953|lượt người|for=3» («470|lượt người|for=3» năm đầu), vượt chỉ tiêu («400|người/năm|target»).",
                    "cannot be told: the results count lượt người, the target counts người: one of them may be counted several times",
                ),
                ("Có «953|lượt người|for=2», vượt chỉ tiêu («20|lớp|target»).", ""),
                ("Có «953|người|for=2», vượt chỉ tiêu («400|người|target»).", ""),
                ("Có «953|lượt người|for=2», vượt chỉ tiêu («20 tỷ|đồng|target»).", ""),
            ],
        );
    }
}
