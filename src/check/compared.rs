//! # What it tests
//! One bearer has so much more than another one as the text says.
//!
//! # Why
//! The two levels are right, and the difference is made in the head.
//!
//! # Example
//! `đón 412 trẻ, nhiều hơn Trường Hoa Sen (386 trẻ) 36 trẻ` gives `412 - 386 = 26, the text says 36 trẻ`.
//!
//! # Limits
//! The word (`nhiều hơn`, `ít hơn`) stands between the two levels with the name of the other bearer, whose level
//! is alone in a bracket, and the difference right behind that. All are exact and count the same.

use super::claim::Claim;
use super::difference::change_between;
use super::facts::Facts;
use super::units::{is_percent, same_measure};
use crate::lexicon::CueClass;
use crate::record::{Direction, Modifier};

/// How many tokens the name of the other bearer takes at most.
const NAME: usize = 14;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (2..facts.records.len()).filter_map(|by| one(facts, by)).collect()
}

fn one(facts: &Facts<'_>, by: usize) -> Option<Claim> {
    let base = facts.before(by)?;
    let level = facts.before(base).filter(|level| facts.is_level(*level))?;
    let (other, passage) = facts.place(base)?;
    let (own, _) = facts.place(by).filter(|(p, _)| facts.is_prose(p.block))?;
    let (lead, _) = facts.lead(base)?;
    let classes = [CueClass::MoreThan, CueClass::LessThan];
    let (class, cue) = passage.last_cue(lead.clone(), &classes)?;
    let name = cue.end..lead.end.saturating_sub(1);
    let shown = passage.text.key(lead.end - 1) == "("
        && passage.text.key(other.end) == ")"
        && own.number.start == other.end + 1
        && !name.is_empty()
        && name.len() <= NAME
        && !passage.has_mark(name, &[",", ";", ":"]);
    let [a, b, c] = [base, level, by].map(|r| &facts.records[r]);
    let alike = same_measure(a, b) && same_measure(b, c) && !is_percent(a);
    let exact =
        [a, b, c].iter().all(|r| r.modifier == Modifier::Exact && r.of.or(r.high).is_none());
    let way = if class == CueClass::MoreThan { Direction::Up } else { Direction::Down };
    (shown && alike && exact).then(|| change_between(facts, by, way, level, base))?
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn one_has_more_than_the_other() {
        assert_findings(
            "change",
            &[
                (
                    "Xã Đông có «85|hộ», ít hơn xã Tây («98|hộ») «23|hộ».",
                    "does not hold: 98 - 85 = 13, the text says 23 hộ",
                ),
                (
                    "Xã Đông có «85|hộ», nhiều hơn xã Tây («70|hộ») «15|hộ».",
                    "holds: 85 - 70 = 15, the text says 15 hộ",
                ),
                ("Xã Đông có «85|hộ», nhiều hơn xã Tây («70|hộ»), với «15|hộ» mới.", ""),
            ],
        );
    }
}
