//! # What it tests
//! A total that is raised by what came to it is the one before with that.
//!
//! # Why
//! The new total is computed by hand from the one of the last report.
//!
//! # Example
//! `hết tháng 9 lập biên bản 1.098 trường hợp; tháng 10 lập thêm 126 trường hợp, nâng tổng số lên 1.204
//! trường hợp` gives `1.098 + 126 = 1.224, the text says 1.204 trường hợp`.
//!
//! # Limits
//! `nâng tổng số … lên` stands before the total, what came right before it with `thêm` or `mới`, and the total
//! before is the figure before that, in the sentence or the only one of its measure in the one before; all
//! exact, and what the total is called was told by then. A sum that is more than a quarter off means that one of
//! them is of something else; but more than the total cannot have come to it, whatever there was before.

use super::Verdict;
use super::average::only;
use super::bounds::Bounds;
use super::called::colours;
use super::claim::Claim;
use super::facts::Facts;
use super::print::Style;
use super::relation::{Relation, Term};
use super::units::same_measure;
use super::words::text::{ADDED, AMONG_THOSE, RAISES, SINCE};
use crate::lexicon::CueClass;
use crate::record::{Modifier, Role};
use rust_decimal::Decimal;

const KIND: &str = "sum_of_parts";

/// How many figures before the total are read.
const LOOK_BACK: usize = 6;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (1..facts.records.len()).filter_map(|total| one(facts, total)).collect()
}

fn one(facts: &Facts<'_>, total: usize) -> Option<Claim> {
    let whole = &facts.records[total];
    let (own, passage) = facts.place(total).filter(|(p, _)| facts.is_prose(p.block))?;
    let sentence = passage.sentence(own.sentence);
    let like = |r: &usize| same_measure(&facts.records[*r], whole) && is_plain(facts, *r);
    let came = facts.back(total, LOOK_BACK).find(|r| facts.same_sentence(*r, total) && like(r))?;
    let behind = facts.place(came)?.0.end..own.number.start;
    let raises = passage.find(behind.clone(), RAISES)?;
    let to = passage.cue_before(own.number.start, &[CueClass::Level, CueClass::LevelReached]);
    let lifted = to.is_some_and(|(_, cue)| cue.start >= raises.end);
    let (lead, _) = facts.lead(came)?;
    let (tail, _) = facts.tail(came)?;
    let fresh = passage.find(lead, ADDED).is_some() || passage.says(tail.start, ADDED).is_some();
    let earlier = facts.back(came, LOOK_BACK).filter(|r| like(r));
    let here: Vec<usize> = facts
        .back(came, LOOK_BACK)
        .filter(|r| facts.same_sentence(*r, came))
        .filter(|r| like(r))
        .collect();
    let before = match here.len() {
        0 => only(earlier.filter(|r| {
            facts.place(*r).is_some_and(|(place, _)| place.sentence + 1 == own.sentence)
        })),
        _ => only(here.into_iter()),
    };
    let apart = passage.has(sentence.start..raises.start, &[CueClass::Plan])
        || passage.find(sentence.start..raises.start, AMONG_THOSE).is_some();
    let from =
        before.and_then(|before| facts.place(before)).map_or(own.sentence, |(p, _)| p.sentence);
    let told = passage.sentence(from).start..raises.start;
    let told: Vec<&str> = told.map(|at| passage.text.key(at)).collect();
    let since = passage.find(raises.end..own.number.start, SINCE);
    let named = raises.end..since.map_or(own.number.start, |since| since.start);
    let same = colours(passage, named).all(|word| told.contains(&word));
    if !same || !lifted || !fresh || !is_plain(facts, total) || apart {
        return None;
    }
    if facts.records[came].value > whole.value {
        let style = Style::of(whole, &[facts.records[came].value, whole.value]);
        let part = style.bare(facts.records[came].value);
        let detail = format!("{part} > {}, of which it is a part", style.full(whole.value));
        let claim = facts.claim(KIND, &[total, came], Verdict::DoesNotHold, detail);
        return Some(claim.impossible());
    }
    let before = before.filter(|before| facts.is_level(*before))?;
    let parts = [before, came];
    let [a, b] = parts.map(|r| facts.records[r].value);
    let sum = a.checked_add(b)?;
    let off = sum.checked_sub(whole.value)?.abs().checked_mul(Decimal::from(4))?;
    let style = Style::of(whole, &[a, b, sum, whole.value]);
    let (terms, said) = (style.sum(&[a, b]), style.full(whole.value));
    let bounds = Bounds::of(&facts.records[before]).plus(Bounds::of(&facts.records[came]));
    let (verdict, detail) = match off {
        _ if bounds.agrees(Bounds::of(whole)) == Verdict::Holds => {
            (Verdict::Holds, format!("{terms} = {said}"))
        }
        off if off > whole.value => return None,
        _ => (Verdict::DoesNotHold, format!("{terms} = {}, the text says {said}", style.bare(sum))),
    };
    let relation = Relation::total(facts, &parts, Term::of(facts, total));
    Some(facts.claim(KIND, &[total, before, came], verdict, detail).with(relation))
}

fn is_plain(facts: &Facts<'_>, figure: usize) -> bool {
    let record = &facts.records[figure];
    record.modifier == Modifier::Exact
        && record.role != Role::Target
        && record.of.or(record.high).is_none()
        && facts.bracket(figure).is_none()
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_total_is_raised_by_what_came() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Đến hết quý I có «240|hội viên» hội viên; quý II kết nạp thêm «35|hội viên» hội viên, nâng tổng số hội viên lên «285|hội viên» hội viên.",
                    "does not hold: 240 + 35 = 275, the text says 285 hội viên",
                ),
                (
                    "Đến hết quý I có «240|hội viên» hội viên. Quý II kết nạp thêm «35|hội viên» hội viên, nâng tổng số hội viên lên «275|hội viên» hội viên.",
                    "holds: 240 + 35 = 275 hội viên",
                ),
                (
                    "Đến hết quý I có «240|hội viên» hội viên; quý II kết nạp thêm «35|hội viên» hội viên, nâng tổng số hội viên nòng cốt lên «285|hội viên» hội viên.",
                    "",
                ),
                (
                    "Quý II kết nạp «12|hội viên» hội viên nữ, thêm «35|hội viên» hội viên, nâng tổng số hội viên lên «285|hội viên» hội viên.",
                    "",
                ),
                (
                    "Quý II kết nạp thêm «35|hội viên» hội viên, nâng tổng số hội viên lên «285|hội viên» hội viên.",
                    "",
                ),
                (
                    "Hôm nay có thêm «35|ca» ca, nâng tổng số ca từ đầu đợt dịch lên «28|ca» ca.",
                    "does not hold: 35 > 28 ca, of which it is a part",
                ),
            ],
        );
    }
}
