//! # What it tests
//! What was done and what is left make up the whole: `19/23 chỉ tiêu đạt, còn 4 chỉ tiêu chưa
//! đạt`; a total, its parts and `còn lại`.
//!
//! # Why
//! The remainder is subtracted by hand and goes stale when the first figure is updated.
//!
//! # Example
//! `đạt và vượt 19/23 chỉ tiêu nghị quyết, còn 4 chỉ tiêu chưa đạt` gives
//! `19 + 4 = 23 chỉ tiêu`.
//!
//! # Limits
//! A bare `còn` is also "and": without `còn lại`, or `chưa` or `đang` behind the figure, a difference
//! is not reported.

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::parts::{Run, runs};
use super::print::Style;
use super::relation::{Relation, Term};
use super::undone::is_undone;
use super::units::{alike, is_percent};
use crate::lexicon::CueClass;
use crate::record::Role;
use rust_decimal::Decimal;

const KIND: &str = "complement";

/// How many figures may stand between the fraction and what is left of it.
const LOOK_AHEAD: usize = 3;

/// How many tokens behind the remainder may say that it is one: `còn 4 chỉ tiêu chưa đạt`.
const BEHIND: usize = 5;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let fractions = (0..facts.records.len()).filter_map(|r| of_fraction(facts, r));
    let runs = runs(facts).into_iter().filter(|run| run.remainder);
    fractions.chain(runs.filter_map(|run| of_parts(facts, &run))).collect()
}

/// `19/23 chỉ tiêu …, còn 4 chỉ tiêu chưa đạt`
fn of_fraction(facts: &Facts<'_>, done: usize) -> Option<Claim> {
    let record = &facts.records[done];
    let of = record.of.filter(|_| record.unit.is_some() && record.role == Role::Actual)?;
    let (left, certain) = (done + 1..=done + LOOK_AHEAD)
        .take_while(|r| facts.same_sentence(done, *r))
        .filter(|r| facts.records[*r].of.is_none() && alike(record, &facts.records[*r]))
        .find_map(|r| Some((r, is_left(facts, r)?)))?;
    let rest = &facts.records[left];
    if is_percent(rest) {
        return None;
    }
    let sum = record.value.checked_add(rest.value)?;
    let bounds = Bounds::of(record).plus(Bounds::of(rest));
    let verdict = bounds.agrees(Bounds::exactly(of));
    let style = Style::of(record, &[record.value, rest.value, of, sum]);
    let terms = style.sum(&[record.value, rest.value]);
    let detail = match verdict {
        Verdict::Holds => format!("{terms} = {}", style.full(of)),
        _ => format!("{terms} = {}, the text says {}", style.bare(sum), style.full(of)),
    };
    let relation = Relation::total(facts, &[done, left], Term::whole(facts, done));
    let last = facts.after(left).is_none_or(|next| !alike(record, &facts.records[next]))
        && (done + 1..left).all(|r| !alike(record, &facts.records[r]));
    (verdict == Verdict::Holds || certain && last)
        .then(|| facts.claim(KIND, &[done, left], verdict, detail).with(relation))
}

/// Whether the text calls a figure the remainder, and whether it leaves no doubt.
fn is_left(facts: &Facts<'_>, record: usize) -> Option<bool> {
    let (place, passage) = facts.place(record)?;
    let classes = [CueClass::Rest, CueClass::Left];
    let (class, _) = passage.cue_before(place.number.start, &classes)?;
    let undone = (place.number.end..place.number.end + BEHIND)
        .any(|at| passage.cue_at(at, &[CueClass::Negation]).is_some());
    Some(class == CueClass::Rest || undone || is_undone(facts, record))
}

/// `24 công trình, trong đó 10 công trình hoàn thành, còn lại 14`
fn of_parts(facts: &Facts<'_>, run: &Run) -> Option<Claim> {
    let total = &facts.records[run.total];
    let (printed, sum): (Decimal, Bounds) = run.sum(facts)?;
    let verdict = sum.agrees(Bounds::of(total));
    let last = run.parts.last();
    let relation = Relation::total(facts, &run.parts, Term::of(facts, run.total));
    let detail = run.equation(facts, printed, verdict);
    (run.is_alike(facts) && last.is_some() && verdict == Verdict::Holds)
        .then(|| facts.claim(KIND, &run.ids(), verdict, detail).with(relation))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn done_and_left_make_up_the_whole() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Đạt và vượt «19/23|chỉ tiêu» nghị quyết, còn «4|chỉ tiêu» chưa đạt.",
                    "holds: 19 + 4 = 23 chỉ tiêu",
                ),
                (
                    "Đạt «19/23|chỉ tiêu» nghị quyết, còn «5|chỉ tiêu» chưa đạt.",
                    "does not hold: 19 + 5 = 24, the text says 23 chỉ tiêu",
                ),
                (
                    "Giải quyết xong «16/30|vụ việc» với số tiền «27,3 tỷ|đồng», còn «14|vụ» đang xem xét.",
                    "holds: 16 + 14 = 30 vụ việc",
                ),
                (
                    "Có «24|công trình», trong đó «10|công trình|part=1» hoàn thành, còn lại «14|công trình|part=1» đang thi công.",
                    "holds: 10 + 14 = 24 công trình",
                ),
                (
                    "Có «24|công trình», trong đó «10|công trình|part=1» hoàn thành, còn lại «13|công trình|part=1» đang thi công.",
                    "does not hold: 10 + 13 = 23, the text says 24 công trình",
                ),
                ("Đạt «19/23|chỉ tiêu», còn «3|chỉ tiêu» tăng khá.", ""),
                ("Đạt «19/23|chỉ tiêu», có «3|chỉ tiêu» vượt.", ""),
                (
                    "Đạt «19/23|chỉ tiêu», còn «2|chỉ tiêu» chưa đạt và «2|chỉ tiêu» chưa đánh giá.",
                    "",
                ),
            ],
        );
    }
}
