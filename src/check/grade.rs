//! How grave a finding is, and which figure may be a slip of the hand.
//!
//! Decides the grade from what came out and from the equation of the claim: figures that fit only
//! because they were rounded are `rounding`, others that do not fit are a `contradiction`, and
//! `impossible` is what no figures could be. A slip is sought for a contradiction alone. A figure that
//! another claim of the article confirms is not the one that was mistyped; of the rest those are told
//! that the rarest slip explains, the claim's own figure first. Where they are too many to help, only
//! that one is: it is the one figure that all others speak against.

use super::claim::Claim;
use super::facts::Facts;
use super::mend::Mend;
use super::model::{Grade, Slip};
use super::print::Style;
use super::print::number;
use super::{Finding, Verdict};
use std::collections::{HashMap, HashSet};

/// How many figures that are as likely as each other are told.
const MANY: usize = 3;

/// The findings of claims, each with its grade and its likely slips.
pub(super) fn graded(facts: &Facts<'_>, claims: Vec<Claim>) -> Vec<Finding> {
    let confirmed: HashSet<usize> = claims
        .iter()
        .filter(|claim| claim.finding.holds == Verdict::Holds)
        .filter_map(|claim| claim.relation.as_ref())
        .flat_map(|relation| relation.records())
        .collect();
    let mends: Vec<Vec<Mend>> = claims.iter().map(|claim| mends(claim, &confirmed)).collect();
    let mut explains = HashMap::new();
    for mend in mends.iter().flatten() {
        *explains.entry((mend.record, mend.meant)).or_insert(0) += 1;
    }
    let graded = claims.into_iter().zip(mends).map(|(claim, mut mends)| {
        let grade = grade(&claim);
        let most = mends.iter().map(|mend| explains[&(mend.record, mend.meant)]).max();
        mends.retain(|mend| Some(explains[&(mend.record, mend.meant)]) == most);
        let likeliest = mends.iter().map(|mend| mend.hand).min();
        mends.retain(|mend| Some(mend.hand) == likeliest);
        let own = |mend: &Mend| {
            let id = mend.record.map(|record| facts.records[record].id.as_str());
            id == claim.finding.records.first().map(String::as_str)
        };
        mends.sort_by_key(|mend| !own(mend));
        if mends.len() > MANY {
            mends.retain(own);
        }
        let slips = mends.iter().map(|mend| slip(facts, mend)).collect();
        Finding { grade, slips, ..claim.finding }
    });
    graded.collect()
}

fn grade(claim: &Claim) -> Option<Grade> {
    match claim.finding.holds {
        Verdict::DoesNotHold if claim.never => Some(Grade::Impossible),
        Verdict::DoesNotHold => Some(Grade::Contradiction),
        Verdict::Holds => {
            let rounded = claim.relation.as_ref().is_some_and(|relation| relation.is_rounded());
            rounded.then_some(Grade::Rounding)
        }
        Verdict::CannotBeTold => None,
    }
}

/// What would mend a claim that does not hold, figures left out that are right elsewhere.
fn mends(claim: &Claim, confirmed: &HashSet<usize>) -> Vec<Mend> {
    if claim.finding.holds != Verdict::DoesNotHold {
        return Vec::new();
    }
    let mut mends = claim.relation.as_ref().map_or(Vec::new(), |relation| relation.mends());
    let doubtful = |mend: &Mend| mend.record.is_none_or(|record| !confirmed.contains(&record));
    if mends.iter().any(doubtful) {
        mends.retain(doubtful);
    }
    mends
}

fn slip(facts: &Facts<'_>, mend: &Mend) -> Slip {
    let record = mend.record.map(|record| &facts.records[record]);
    let shown = |value| match record {
        Some(record) => Style::of(record, &[mend.value, mend.meant]).bare(value),
        None => number(value),
    };
    Slip {
        record: record.map(|record| record.id.clone()),
        said: shown(mend.value),
        meant: shown(mend.meant),
        value: mend.meant.normalize(),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::sample::{read, run};

    /// Grade and slips of every finding of a text that is not plainly right.
    fn grades(text: &str) -> String {
        let (records, article) = read(text);
        let told = run(&records, &article).into_iter().filter_map(|finding| {
            let slips: Vec<_> = finding
                .slips
                .iter()
                .map(|slip| format!("{} for {}", slip.said, slip.meant))
                .collect();
            let told = format!("{} {}", finding.grade?.as_str(), slips.join(", "));
            Some(told.trim_end().to_owned())
        });
        told.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_finding_has_a_grade_and_names_the_likely_slips() {
        for (text, want) in [
            ("Có «24|trường», gồm «9|trường|part=1» công lập và «15|trường|part=1» tư thục.", ""),
            (
                "Chi «50,3 tỷ|đồng», gồm «20,1 tỷ|đồng|part=1» cho đường và «30,1 tỷ|đồng|part=1» cho cầu.",
                "rounding",
            ),
            (
                "Có hơn «64.500|hộ|over», gồm trên «10.400|hộ|over|part=1» ở xã và hơn «54.000|hộ|over|part=1» ở phường.",
                "",
            ),
            (
                "Có «554|hộ», gồm «124|hộ|part=1» ở xã và «412|hộ|part=1» ở phường.",
                "contradiction 124 for 142",
            ),
            (
                "Chi «54,3 tỷ|đồng», gồm «20,1 tỷ|đồng|part=1» cho đường và «32,4 tỷ|đồng|part=1» cho cầu.",
                "contradiction 32,4 for 34,2",
            ),
            (
                "Chi «53,5 tỷ|đồng», gồm «20,1 tỷ|đồng|part=1» cho đường và «32,4 tỷ|đồng|part=1» cho cầu.",
                "contradiction 53,5 for 52,5, 20,1 for 21,1, 32,4 for 33,4",
            ),
            (
                "Có «1.937|em», gồm «624|em|part=1», «371|em|part=1», «298|em|part=1», «415|em|part=1» và «239|em|part=1».",
                "contradiction 1.937 for 1.947",
            ),
            ("Có «100|cán bộ», trong đó «160|cán bộ|part=1» là nữ.", "impossible"),
            ("Có «193/151|xã».", ""),
            ("Có «129/151|xã» (đạt «92,1|%»%).", "contradiction 129 for 139"),
            ("Có «139/151|xã» (đạt «92,0|%»%).", "rounding"),
        ] {
            assert_eq!(grades(text), want, "{text}");
        }
    }

    #[test]
    fn a_figure_that_fits_elsewhere_is_not_the_slip() {
        let text = "Có «960|người», gồm «470|người|part=1» ở huyện (nam «200|người|part=2», nữ «270|người|part=2») và «480|người|part=1» ở xã.";
        assert_eq!(grades(text), "contradiction 960 for 950, 480 for 490");
    }
}
